"""Tables a cell a line that no heading tells: times of departure, and rows of a name with two figures and more."""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np

from vntextclean.filters.boilerplate.reading.page import Bools, Page
from vntextclean.filters.boilerplate.reading.runs import runs_of
from vntextclean.filters.boilerplate.text.char_classes import DIGIT
from vntextclean.patterns import late

#: A timetable has so many times, one below the other; a time and a figure have so many characters at most.
TIMES, TIME = 4, 12
_TIME = late(r"\W*(?:[01]?\d|2[0-4]) ?(?:h|g|:|giờ) ?(?:[0-5]\d)?\W*", re.IGNORECASE)

#: Rows have so many cells, so many of them figures, and there are so many rows. A name has so many words, and the first
#: is another in each row: counters of stars and of files have a mark or the same label. Beside so many figures a name
#: may be one word: the sign of a share.
CELLS, FIGURES, ROWS = range(3, 11), 2, 3
NAME_WORDS = (2, 8)
SIGN = 4
#: Above the rows stands a heading over each cell, of so many words, and above these a title of more.
HEADING_WORDS = 3
_FIGURE = late(r"\d[\d.,]*\s*%?")
#: So many cells are remembered: most are numbers of one or two digits.
KEPT = 4096


def rows_of_cells(page: Page) -> Bools:
    """The lines of such tables, with the line above the first time.

    On 560 annotated pages there are none but for a list of contents, which stays anyway. Names over telephones are no
    content by themselves: of such lists there the only one is a footer.

    >>> from vntextclean.filters.boilerplate.reading.page import read
    >>> page = read("Liên hệ\\nGiờ chạy\\n5h00\\n5h20\\n5h40\\n6h00\\nTin mới")
    >>> rows_of_cells(page).nonzero()[0].tolist()
    [1, 2, 3, 4, 5]
    >>> page = read("Liên hệ\\nLò Thị Sen\\n12\\n8,5\\nHà Văn Ún\\n9\\n7\\nCà Thị Hợi\\n4\\n9\\nTin mới")
    >>> rows_of_cells(page).nonzero()[0].tolist()
    [1, 2, 3, 4, 5, 6, 7, 8, 9]
    """
    out = np.zeros(len(page), bool)
    begins = ((page.first_kind == DIGIT) & (page.length <= TIME)).nonzero()[0].tolist()
    if len(begins) >= TIMES:
        _times(page, begins, out)
        _figures(page, begins, out)
    return out


def _times(page: Page, begins: list[int], out: Bools) -> None:
    found = {index for index in begins if _is_time(page.texts[index])}
    for start, end in runs_of(found):
        if end - start >= TIMES:
            out[start - int(start > 0 and not page.hints[start - 1]) : end] = True


def _figures(page: Page, begins: list[int], out: Bools) -> None:
    figures = bytearray(len(page))
    for index in begins:
        figures[index] = _is_figure(page.texts[index])
    if figures.count(1) < FIGURES * ROWS:
        return
    end = 0
    for start in begins:
        if start >= end and figures[start]:
            # Two rows of the same shape: the shortest are rows, others several of them.
            widths = range(1, CELLS[-1] + 1)
            same = (w for w in widths if figures[start : start + w] == figures[start + w : start + 2 * w])
            width = next(same, 0)
            if width in CELLS:
                first, end = _rows(page, start, width, figures)
                out[first:end] = True


def _rows(page: Page, start: int, width: int, figures: bytearray) -> tuple[int, int]:
    """Where rows of so many cells begin and end, a figure in the first of them; the same if none do."""
    for first in range(max(start - width + 1, 0), start + 1):
        shape = figures[first : first + width]
        count = shape.count(1)
        if not FIGURES <= count < width or figures[first : first + ROWS * width] != shape * ROWS:
            continue
        end, names = first, set[str]()
        fewest = 1 if count >= SIGN else NAME_WORDS[0]
        while figures[end : end + width] == shape:
            cells = [index for index in range(end, end + width) if not figures[index]]
            if page.low[cells[0]] in names or not all(_is_name(page, index, fewest) for index in cells):
                break
            names.add(page.low[cells[0]])
            end += width
        if end - first >= ROWS * width:
            if _are_headings(page, first - width, first):
                first -= width
                first -= int(first > 0 and page.words.per_line[first - 1] > HEADING_WORDS and not page.hints[first - 1])
            return first, end
    return start, start


@lru_cache(KEPT)
def _is_time(cell: str) -> bool:
    return _TIME.fullmatch(cell) is not None


@lru_cache(KEPT)
def _is_figure(cell: str) -> bool:
    return _FIGURE.fullmatch(cell.strip()) is not None


def _is_name(page: Page, index: int, fewest: int) -> bool:
    letters = page.texts[index].strip()[:1].isalpha()
    return letters and not page.hints[index] and fewest <= page.words.per_line[index] <= NAME_WORDS[1]


def _are_headings(page: Page, start: int, end: int) -> bool:
    """Whether lines may be the headings of columns, of which one may have furniture's words ("Tên")."""
    if start < 0:
        return False
    short = (page.words.per_line[start:end] <= HEADING_WORDS) & (page.counts[start:end, DIGIT] == 0)
    return bool(short.all() and np.count_nonzero(page.hints[start:end]) <= 1)
