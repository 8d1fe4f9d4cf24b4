"""Where the text of a page begins below its menu and ends above its foot: its first and last lines are short."""

from __future__ import annotations

import numpy as np

from vntextclean.filters.boilerplate.reading.page import Bools, Floats, Page

#: A menu at the top, or a foot, is a row of so many lines with furniture's own words and nothing else.
ENTRIES = 3

#: Of so many lines beside it so many stay, the first of them among these.
BESIDE, STAY, NEAR = 9, 5, 4

#: What a line has less of log-odds than one that goes, if it stays whatever its place adds; and how much more one has
#: at most that is no furniture: entries of menus, whose words no other site has, have more.
SURELY, UNSURE = 1.0, 1.2

#: The first line of a text has so many words, and a title that stays by itself so many.
FIRST_WORDS, TITLE_WORDS = 2, 4


def edges(page: Page, log_odds: Floats, threshold: float) -> Bools:
    """The lines between a menu that opens the page and the first line that stays, and those above its foot likewise.

    A title between a menu and short lines (a timetable, a poem, a list of telephones) has nothing else that tells it;
    where a page has an article, its words do, and this is not asked.
    A menu with one word of its own is none here: of 61 lines right below such menus 59 are furniture.

    On 560 annotated pages three lines of content and one of furniture, all of which stay anyway.

    >>> from vntextclean.filters.boilerplate.reading.page import read
    >>> page = read("Trang chủ\\nLiên hệ\\nĐăng nhập\\nBến đò\\n" + "\\n".join(9 * ["Chuyến 5h"]))
    >>> odds = np.array([3, 3, 3, 2, *(9 * [-1])], np.float32)
    >>> edges(page, odds, 1.6).nonzero()[0].tolist()
    [3]
    """
    out = np.zeros(len(page), bool)
    speaks, stays = page.hints | page.bare, (log_odds < threshold) & ~page.hints & ~page.linked
    surely, unsure = stays & (log_odds < threshold - SURELY), log_odds < threshold + UNSURE
    top = _entries(speaks)
    if ENTRIES <= top < len(page) - BESIDE and page.words.per_line[top] >= FIRST_WORDS:
        beside = slice(top, top + BESIDE)
        titled = page.words.per_line[top] >= TITLE_WORDS and not page.lead[top]  # an entry of a list is no title
        out[top] = titled and np.count_nonzero(stays[beside][1:]) >= STAY
        out[top : top + _reach(stays[beside], surely[beside], unsure[beside])] = True
    foot = _entries(speaks[::-1])
    if ENTRIES <= foot < len(page) - BESIDE:
        end = len(page) - foot
        beside = slice(end - BESIDE, end)
        out[end - _reach(stays[beside][::-1], surely[beside][::-1], unsure[beside][::-1]) : end] = True
    return out


def _entries(speaks: Bools) -> int:
    """How many lines at the beginning speak of furniture."""
    return len(speaks) if speaks.all() else int(speaks.argmin())


def _reach(stays: Bools, surely: Bools, unsure: Bools) -> int:
    """How many lines from the edge there are to the first one behind it that surely stays.

    None if too few stay, or if one of them is surely furniture.
    """
    if np.count_nonzero(stays[1:]) < STAY or not surely[1:].any():
        return 0
    first = 1 + int(surely[1:].argmax())
    return first if first <= NEAR and unsure[:first].all() else 0
