"""The headings of a page that it lists itself, below "Trên trang này", as sites of documentation do.

A heading of two words ("Hỏi đáp", "Cài đặt") is an entry of menus as well, and no word tells them apart. The list does:
what it names stands on this page.
"""

from __future__ import annotations

import numpy as np

from vntextclean.filters.boilerplate.reading.page import Bools, Page
from vntextclean.named_tuple import NamedTuple

#: What stands above such a list, and how many headings it names at least. On 560 annotated pages there is none.
_ABOVE = frozenset(
    f"{words}{mark}" for words in ("trên trang này", "trong trang này", "on this page") for mark in ("", ":", " :")
)
HEADINGS = 2

#: A page has so many such lists at most, each of so many headings: one for wide screens and one for narrow ones.
LISTS, MOST = 2, 100


class Listed(NamedTuple):
    """The headings that a page lists, and the lines of the list with the one above it."""

    headings: Bools
    entries: Bools


def listed_headings(page: Page) -> Listed:
    """The headings, in the order of the list, in front of it or behind it.

    Menus may hold the same words: of several lines the nearest to the list is the heading.

    >>> from vntextclean.filters.boilerplate.reading.page import read
    >>> page = read(
    ...     "Cài đặt\\nGốm\\nCài đặt\\nChạy lệnh\\nHỏi đáp\\nKhông lo\\nTrên trang này\\nCài đặt\\nHỏi đáp\\nBlog"
    ... )
    >>> [lines.nonzero()[0].tolist() for lines in listed_headings(page)]
    [[2, 4], [6, 7, 8]]
    """
    headings, entries = np.zeros((2, len(page)), bool)
    if page.lows.keys().isdisjoint(_ABOVE):
        return Listed(headings, entries)
    for above in [index for index, low in enumerate(page.low) if low in _ABOVE][:LISTS]:
        rows = _in_front(page, above)
        if len(rows) < HEADINGS:
            rows = _behind(page, above)
        if len(rows) >= HEADINGS:
            headings[rows] = True
            entries[above : above + 1 + len(rows)] = True
    return Listed(headings, entries)


def _in_front(page: Page, above: int) -> list[int]:
    """The headings in front of the list that begins below a line, as many as its first entries name in their order."""
    end = above + 1
    named = set(page.same[:above].tolist())
    while end < _last(page, above) and int(page.same[end]) in named:
        end += 1
    rows: list[int] = []
    before = above
    for entry in range(end - 1, above, -1):
        same = (page.same[:before] == page.same[entry]).nonzero()[0]
        if not len(same):
            return []
        before = int(same[-1])
        rows.append(before)
    return rows[::-1]


def _behind(page: Page, above: int) -> list[int]:
    """The headings behind that list."""
    end = above + 1
    named: set[int] = set()
    last = _last(page, above)
    while end < last and int(page.same[end]) not in named and (page.same[end + 1 :] == page.same[end]).any():
        named.add(int(page.same[end]))
        end += 1
    rows: list[int] = []
    after = end - 1
    for entry in range(above + 1, end):
        same = (page.same[after + 1 :] == page.same[entry]).nonzero()[0]
        if not len(same):
            return []
        after += 1 + int(same[0])
        rows.append(after)
    return rows


def _last(page: Page, above: int) -> int:
    """How far a list below a line may reach."""
    return min(above + 1 + MOST, len(page))
