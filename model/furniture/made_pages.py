# ruff: noqa: E501 -- lists of phrases read better on one line than on ten
# fmt: off
"""Pages made up for training: furniture written here around texts of the corpus.

The annotated pages are few, and a classifier trained on them learns their sites. These pages have what all sites have:
menus of short phrases, boxes of other articles, forms, counters, imprints, in any order, any case and any bullet, around
articles, lists of articles, forms of government offices, goods, threads and verse; often the furniture speaks of what
the page does.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from made_bodies import Bodies
from made_lists import MoreBodies
from made_words import CONTENT, EITHER, FURNITURE, Lines, Sources


class Maker(Bodies, MoreBodies):
    """Makes one page after another."""

    def page(self) -> Lines:
        """One page: what stands above, the body, what stands below."""
        self.begin()
        body = self.chance.choices([self.article, self.index, self.table, self.verse, self.notice, self.thread, self.stalls, self.offer,
                                    self.tutorial, self.people, self.columns, self.landing, self.schedule,
                                    self.document, self.specifications, self.requirements],
                                   [10, 2, 3, 1.5, 2, 1.5, 2, 1, 2, 1.5, 1.5, 2, 1.5, 1.5, 2, 2])[0]
        forum = body in (self.thread, self.stalls)
        above = [self.menu, self.menu, self.account, self.crumbs, self.sidebar, self.others, self.counters, self.messages, self.offices]
        below = [self.others, self.others, self.share, self.tags, self.comments, self.sidebar, self.counters, self.menu,
                 self.imprint, self.imprint, self.pager, self.bio, self.account, self.categories, self.messages, self.messages, self.offices, self.rating]
        if forum:
            above += [self.forum_chrome] * 4
            below += [self.forum_chrome] * 2
        out: Lines = []
        if self.maybe(0.85):
            for make in self.chance.sample(above, self.number(1, 4)):
                out += make()
        if self.maybe(0.3):
            out += self.crumbs()
        out += body() if self.maybe(0.96) else self.comments()  # now and then a page that says nothing
        if self.maybe(0.2):
            out += self.pager() if self.maybe(0.5) else self.share()
        if self.maybe(0.85):
            for make in self.chance.sample(below, self.number(1, 6)):
                out += make()
        if self.maybe(0.15):  # the same menu or box for small screens
            again = self.menu() if self.maybe(0.5) else self.others()
            at = 0 if self.maybe(0.5) else len(out)
            out = out[:at] + again + out[at:] + again
        if self.maybe(0.3):
            out = self.dressed(out)
        return self.spaced(out)

    def spaced(self, lines: Lines) -> Lines:
        """Blank lines between some, all or none of the lines."""
        kind = self.chance.random()
        share = 0.0 if kind < 0.55 else 1.0 if kind < 0.7 else self.chance.random()
        out: Lines = []
        for line in lines:
            out.append(line)
            if self.chance.random() < share:
                out.append((self.one("", "", " "), EITHER))
        return out

    def dressed(self, lines: Lines) -> Lines:
        """The page as converters from HTML to plain marks leave it: bullets, headings, what is left of icons."""
        bullet, icon = self.one("  * ", "  * ", "* ", "- "), self.one("__", "__", "", "")
        share = {name: self.chance.random() ** 2 for name in ("bullet", "icon", "empty", "head", "bold")}
        out: Lines = []
        for text, label in lines:
            short = len(text) < 70 and text[-1:] not in ".,;:"
            if label != CONTENT:
                named = len(text.split()) > 5
                empty = label == FURNITURE and not named and self.maybe(share["empty"] * 0.5)
                if icon and self.maybe(share["icon"] * 0.6):
                    text = icon + text if self.maybe(0.5) else f"{text} {icon}"
                if named and self.maybe(share["head"]):
                    text = self.one("### ", "#### ", "## ", "**") + text.lstrip("#* ")
                elif self.maybe(share["bullet"]):
                    text = bullet + text.lstrip(" *-•")
                if empty:
                    out.append((self.one(bullet, bullet + icon, icon or "|", bullet.rstrip(), bullet + "|", "   " + bullet), FURNITURE))
            elif short and self.maybe(share["head"]):
                text = self.one("# ", "## ", "### ", "**") + text.lstrip("#* ")
            elif self.maybe(share["bold"] * 0.3):
                text = self.one(f"**{text}**", f"_{text}_", f"{bullet}{text}", text.replace(" ", " **", 1))
            out.append((text, label))
        return out

def pages(found: Sources, count: int, chance: random.Random) -> Iterator[Lines]:
    """So many made-up pages."""
    maker = Maker(found, chance)
    for _ in range(count):
        yield maker.page()
