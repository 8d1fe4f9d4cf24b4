"""Timetables: a row of days above rows of cells, what is said of each day, and years with what happened in them."""

from __future__ import annotations

import re
from itertools import pairwise

import numpy as np

from vntextclean.filters.boilerplate.reading.page import Bools, Page, lines_that_open
from vntextclean.filters.boilerplate.reading.runs import runs_of
from vntextclean.filters.boilerplate.text.char_classes import DIGIT
from vntextclean.filters.boilerplate.text.first_words import DAY
from vntextclean.patterns import late

_DAY = r"(?:thứ (?:[2-7]|hai|ba|tư|năm|sáu|bảy)|chủ nhật|cn)"
_ALONE = late(rf"\W*{_DAY}\W*", re.IGNORECASE)
_TOLD = late(rf"^\W*({_DAY})(?: ?\([^()\n]*\))? ?[:–-] *\w", re.IGNORECASE)

#: A row of days has so many, and as many lines may say what happens on a day each: the hours of a footer are fewer.
DAYS = 3

#: A cell has so many words and characters; the first cell of a row is its number.
CELL_WORDS, CELL = 6, 40

#: So many years stand alone on a line, each later than the last, or each earlier, and so many lines below it. What
#: happened stands between them: the years of an archive have none. The line of a year has so many characters at most.
YEARS, YEARS_APART = 4, range(2, 7)
#: Where as many lines stand between all of them, a year may come again (prizes of one year), if so many are different.
DIFFERENT = 3
_YEAR = late(r"\W*(?:năm )?(1[5-9]\d\d|20[0-4]\d)\W*", re.IGNORECASE)
YEAR = 12


def timetables(page: Page) -> Bools:
    """The lines of timetables whose cells stand a line each, and of what is said of three days and more.

    On 560 annotated pages there is none of either.

    >>> from vntextclean.filters.boilerplate.reading.page import read
    >>> page = read("Liên hệ\\nTiết\\nThứ 2\\nThứ 3\\nThứ 4\\n1\\nVăn\\nSử\\nHọa\\n2\\nLý\\nVăn\\nHóa\\nTin mới")
    >>> timetables(page).nonzero()[0].tolist()
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
    >>> timetables(read("Thứ 2: 8h - 17h\\nLiên hệ\\nThứ 3\\nThứ 4")).nonzero()[0].tolist()
    []
    """
    out = np.zeros(len(page), bool)
    opened = lines_that_open(page, DAY)
    if len(opened) < DAYS:
        return out
    told = {index: found[1].lower() for index in opened if (found := _TOLD.match(page.texts[index]))}
    if len(set(told.values())) >= DAYS:
        out[list(told)] = True
    days = {index for index in opened if _ALONE.fullmatch(page.texts[index])}
    for start, end in runs_of(days):
        if end - start >= DAYS:
            for corner in (1, 0):  # "Tiết" above the numbers of the rows
                last = _rows_end(page, end, end - start + corner)
                if last > end:
                    out[start - min(corner, start) : last] = True
                    break
    return out


def _rows_end(page: Page, start: int, width: int) -> int:
    """Where rows of so many cells end, numbered from 1 on in their first."""
    cells = (page.words.per_line <= CELL_WORDS) & (page.length <= CELL)
    end, number = start, 1
    while end + width <= len(page) and page.texts[end].strip(" .") == str(number) and cells[end : end + width].all():
        end, number = end + width, number + 1
    return end if number > 2 else start


def years(page: Page) -> Bools:
    """The lines of a list of years with what happened in each.

    On 560 annotated pages 22 lines of content, and none of furniture.

    >>> from vntextclean.filters.boilerplate.reading.page import read
    >>> page = read("Liên hệ\\n1921\\nDựng đình\\n1954\\nXây cầu\\n1987\\nCó điện\\n2011\\nMở chợ\\nTin mới")
    >>> years(page).nonzero()[0].tolist()
    [1, 2, 3, 4, 5, 6, 7, 8]
    """
    out = np.zeros(len(page), bool)
    found: list[tuple[int, int]] = []
    for index in ((page.last_kind == DIGIT) & (page.length <= YEAR)).nonzero()[0].tolist():
        if year := _YEAR.fullmatch(page.texts[index].strip()):
            found.append((index, int(year[1])))
    if len(found) < YEARS:
        return out
    for sign in (1, -1):
        rows = [found[0][0]]
        for (above, earlier), (below, later) in pairwise([*found, (len(page) + YEARS_APART[-1], 0)]):
            if below - above in YEARS_APART and sign * (later - earlier) > 0:
                rows.append(below)
                continue
            if len(rows) >= YEARS:  # what happened in the last has as many lines as in any
                out[rows[0] : rows[-1] + max(lower - upper for upper, lower in pairwise(rows))] = True
            rows = [below]
        _records(page, found, sign, out)
    return out


def _records(page: Page, found: list[tuple[int, int]], sign: int, out: Bools) -> None:
    """Mark records of one length whose years rise, or fall with ``sign`` -1, and may come again.

    Where furniture begins right below the last year, each record ends in its year.
    """
    first = 0
    for last in range(len(found)):
        at, year = found[last]
        below, next_year = found[last + 1] if last + 1 < len(found) else (-1, 0)
        gap = below - at
        ordered = sign * (next_year - year) >= 0
        if gap in YEARS_APART and ordered and gap == found[first + 1][0] - found[first][0]:
            continue
        if last + 1 - first >= YEARS and len({year for _, year in found[first : last + 1]}) >= DIFFERENT:
            start, length = found[first][0], found[first + 1][0] - found[first][0]
            ends = bool(page.hints[at + 1 : at + 2].any())
            out[max(start - (length - 1) * ends, 0) : at + 1] = True
        first = last if gap in YEARS_APART and ordered and last > first else last + 1
