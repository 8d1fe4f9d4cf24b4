"""The changes of a page as questions to a person, in the order in which they are asked.

Words come first, the least sure ones before the others: there a person is needed most. Then suggestions, the likely
ones first; then what leaves the page, block by block; then what touches no letter, as one question.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Literal, TypeAlias

from vntextclean.cleaned import Cleaned
from vntextclean.edit import Change
from vntextclean.named_tuple import NamedTuple
from vntextclean.render.rows import kind_of, rows
from vntextclean.streams.documents import Document

#: ``form`` is how letters are stored, and ``reading`` an old encoding: one question for all of the page.
Kind: TypeAlias = Literal["word", "reading", "suggestion", "furniture", "form", "spaces"]
#: Kinds that ask about many changes at once.
MANY = frozenset({"reading", "furniture", "form", "spaces"})
#: Up to so many words of an old encoding are asked one by one.
FEW_READ = 8

_WORD_END = re.compile(r"\w+\Z")
_WORD_START = re.compile(r"\w+")


class Item(NamedTuple):
    """One change or suggestion: the numbers (from 0) of its page, of its document there, and its own."""

    page: int
    document: int
    offered: bool
    number: int


class Page(NamedTuple):
    """One file that is reviewed: its name, and its documents with what would become of each."""

    name: str
    documents: tuple[tuple[Document, Cleaned], ...]

    def change(self, item: Item) -> Change:
        """The change or suggestion of an item."""
        cleaned = self.documents[item.document][1]
        return (cleaned.suggestions if item.offered else cleaned.changes)[item.number]

    def source(self, item: Item) -> str:
        """The text that an item is a change of."""
        return self.documents[item.document][1].source


class Question(NamedTuple):
    """What a person is asked at once: one change, or many of a kind. ``rule`` names the encoding of a ``reading``."""

    kind: Kind
    items: tuple[Item, ...]
    rule: str = ""


def questions(pages: Sequence[Page]) -> list[Question]:
    """The questions of some pages, page after page.

    >>> from vntextclean.edit import Edit
    >>> made = (
    ...     Change(0, 3, "Một", (Edit(0, 3, "Một", "r", "", 0.99),)),
    ...     Change(3, 5, " ", (Edit(3, 5, "", "spacing.run", ""),)),
    ... )
    >>> page = Page("a.txt", ((Document("Môt  hai"), Cleaned("Môt  hai", "Một hai", made)),))
    >>> [question.kind for question in questions([page])]
    ['word', 'spaces']
    """
    return [one for number, page in enumerate(pages) for one in _of_page(number, page)]


def _of_page(number: int, page: Page) -> list[Question]:
    words: list[Item] = []
    offered: list[Item] = []
    blocks: list[tuple[Item, ...]] = []
    spaces: list[Item] = []
    forms: list[Item] = []
    read: dict[str, list[Item]] = {}
    for place, (_, cleaned) in enumerate(page.documents):
        runs, blank = removed_lines(cleaned)
        in_block = {index for run in runs for index in run}
        blocks += [tuple(Item(number, place, False, index) for index in run) for run in runs]
        for index, change in enumerate(cleaned.changes):
            item = Item(number, place, False, index)
            kind = kind_of(cleaned.source, change)
            if index in in_block:
                continue
            if index in blank or kind in ("spaces", "unseen"):
                spaces.append(item)
            elif kind == "nfd":
                forms.append(item)
            elif kind:
                read.setdefault(kind, []).append(item)
            else:
                words.append(item)
        offered += [Item(number, place, True, index) for index in range(len(cleaned.suggestions))]
    for rule in [rule for rule, items in read.items() if len(items) <= FEW_READ]:
        words += read.pop(rule)
    words.sort(key=lambda item: (page.change(item).confidence, item))
    offered.sort(key=lambda item: (-page.change(item).confidence, item))
    return [
        *(Question("word", (item,)) for item in words),
        *(Question("reading", tuple(items), rule) for rule, items in read.items()),
        *(Question("suggestion", (item,)) for item in offered),
        *(Question("furniture", block) for block in blocks),
        *([Question("form", tuple(forms))] if forms else []),
        *([Question("spaces", tuple(spaces))] if spaces else []),
    ]


def removed_lines(cleaned: Cleaned) -> tuple[list[list[int]], set[int]]:
    """The runs of removed lines, as indexes of changes, and the blank lines that go alone."""
    number = {id(change): index for index, change in enumerate(cleaned.changes)}
    runs: list[list[int]] = []
    blank: set[int] = set()
    for row in rows(Cleaned(cleaned.source, cleaned.text, cleaned.changes)):
        if not row.folds:
            continue
        indexes = [number[id(change)] for change in row.changes]
        if any(change.before.strip() for change in row.changes):
            runs.append(indexes)
        else:
            blank.update(indexes)
    return runs, blank


def alike(page: Page, item: Item) -> tuple[str, ...]:
    """What equal changes have in common: rule, before, after; and the word that follows what is put in.

    "cơ" put in before "quan" is one thing, and before "sở" another.
    """
    change = page.change(item)
    parts = ("offered" if item.offered else "", *change.rules, change.before, change.after)
    if change.before:
        return parts
    follows = _WORD_START.match(page.source(item), change.end)
    return (*parts, follows[0] if follows else "")


def word_of(page: Page, item: Item) -> str:
    """The words of the source that a change touches: what the project's word list would have to hold; none for spaces.

    Where a word is put in, those on either side of it, as a phrase.
    """
    change, source = page.change(item), page.source(item)
    start, end = change.start, change.end
    if not change.before.strip() and change.after.strip():
        while start and source[start - 1].isspace():
            start -= 1
        while end < len(source) and source[end].isspace():
            end += 1
    if not change.before.strip() and not change.after.strip():
        return ""
    if head := _WORD_END.search(source[max(0, start - 40) : start]):
        start -= len(head[0])
    if tail := _WORD_START.match(source, end):
        end = tail.end()
    found = source[start:end].strip()
    return "" if "\n" in found else found


def reasons(page: Page, question: Question) -> list[tuple[str, int]]:
    """The reasons of a question's changes, each with how often it is given; the frequent ones first."""
    counts = Counter("; ".join(page.change(item).reasons) for item in question.items)
    return counts.most_common()
