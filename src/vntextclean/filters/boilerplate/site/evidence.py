"""What it says of the lines of a page that they stand on other pages of its site, and where that says nothing.

A title stands in the menu of every page, an article may have been scraped twice, and the date of a page has the digits
of any other: all of them recur, and are the page's own.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from vntextclean.filters.boilerplate.reading.page import Bools, Floats, Page, beside, is_time
from vntextclean.filters.boilerplate.site.recurrence import Recurrence
from vntextclean.named_tuple import NamedTuple
from vntextclean.patterns import late

#: A date, or the name of who wrote or said it first, has so many characters at most.
SIGNED = 40

#: Who an article is by, as it stands below or above it, or when it was written.
_SIGNATURE = late(
    r"^[\W@]*(?:Theo|THEO|Nguồn|NGUỒN|Tác giả|TÁC GIẢ|By|Bài|Tin|Ảnh)\b|^[\W]*@\w+$"
    r"|\b\d{1,2}[./\-]\d{1,2}[./\-](?:\d{4}|\d{2})\b|\b\d{1,2} tháng \d"
)

#: What it takes from the log odds that a line does not recur on a site whose menus the table knows: most furniture
#: does. Given three other pages, families of sites left out, it takes the content that is lost from .47 % to .14 %, and
#: F1 from .984 to .980; given one, from .85 % to .42 %, and from .975 to .970.
UNSEEN = 1.5

#: Between two lines that recur, so far away at most and outside of the main text, it takes less: a box of the newest
#: articles has others every day. Given three other pages, families left out: F1 from .979 to .981, content that is lost
#: from .08 % to .09 %.
BETWEEN, UNSEEN_BETWEEN = 5, 0.5

#: So many lines right above the main text and below it may be its own: headline, date, author.
HEAD = 2

#: A page of the site has so many lines at least that recur on others.
KNOWN = 3


class Evidence(NamedTuple):
    """For each line what standing on other pages, or on none, adds to the log odds of being furniture.

    ``often`` says which lines recur so often that nothing else is asked.
    """

    weight: Floats
    often: Bools


def evidence(page: Page, found: Sequence[Recurrence | None], article: Bools, stays: Bools) -> Evidence:
    """What the table of a site says of a page; nothing for a page without a table.

    ``article`` are the lines of the main text: where they stand on other pages themselves, the page was scraped more
    than once, and only what stands on more pages than they do is the site's. ``stays`` are the lines that would stay
    without a table: a date or a source beside one of them is this page's own, unless the lines around recur as well.
    """
    size = len(page)
    if not found:
        return Evidence(np.zeros(size, np.float32), np.zeros(size, bool))
    on = np.array([each.on if each else 0 for each in found])
    sides = np.array([each.sides if each else 0 for each in found])
    weight = np.array([each.weight if each else 0.0 for each in found], np.float32)
    often: Bools = np.array([bool(each and each.recurs and each.sides) for each in found])
    copies = int(np.median(np.repeat(on[article], page.length[article].astype(int)))) if article.any() else 0
    signed = (page.length <= SIGNED) & beside(stays) & (sides < 2)
    times = is_time(page)
    for index in (signed & ~times).nonzero()[0].tolist():
        signed[index] = _SIGNATURE.search(page.texts[index]) is not None
    own = (on <= copies) | signed
    weight[own] = 0.0
    often &= ~own
    if recurring(found) >= KNOWN:
        unseen = (weight == 0) & ~often
        weight[unseen] = -UNSEEN
        weight[unseen & _between(weight > 0, article)] = -UNSEEN_BETWEEN
    return Evidence(weight, often)


def _between(known: Bools, article: Bools) -> Bools:
    """The lines near below one of the known lines and near above another, away from the article."""
    where = np.arange(len(known))
    above = np.maximum.accumulate(np.where(known, where, -len(known) - BETWEEN))
    below = np.minimum.accumulate(np.where(known, where, 2 * len(known) + BETWEEN)[::-1])[::-1]
    out: Bools = (where - above <= BETWEEN) & (below - where <= BETWEEN)
    inside = article.nonzero()[0]
    if len(inside):
        out[max(inside[0] - HEAD, 0) : inside[-1] + 1 + HEAD] = False
    return out


def recurring(found: Sequence[Recurrence | None]) -> int:
    """How many lines of a page stand on other pages of the site often enough to speak of furniture."""
    return sum(1 for each in found if each and each.weight > 0)
