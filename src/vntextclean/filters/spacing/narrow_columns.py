"""Columns that two or three spaces part: prices, invoices, the choices of an exam, chords.

A gap so narrow tells nothing by itself, for prose has doubled spaces as well. Rows tell: lines that follow each other
have as many gaps, and these stand below each other or in front of capitals and figures.
"""

from __future__ import annotations

from collections.abc import Callable

from vntextclean.named_tuple import NamedTuple
from vntextclean.patterns import late
from vntextclean.scanning.lines import LineByLine, line_of

#: So many lines that follow each other are rows of a table; a row is no longer, and has no more gaps.
ROWS, ROW, GAPS = 3, 160, 8
#: A table of two columns has figures in the second, so many words at most. More columns may have one cell in so many
#: that begins with a small letter, as a line of prose has most.
WORDS, SMALL = 3, 4
_GAP = late(r"(?<=\S)  +(?=\S)")
#: Behind the end of a sentence or of a part of it, and behind the number or the bullet of an entry, no column begins.
_NO_CELL = ".,;:!?…-–•*+·"
#: A space that goes: a column is as far from the margin as it will be without it.
_BEFORE_MARK = late(r"(?<=\w) +(?=[,.;!?…](?:\s|\Z))")
#: The choices of an exam on one line.
_CHOICES = late(r"\W{0,3}(?:[Aa][.)] ?\S.*?  +[Bb]|[Cc][.)] ?\S.*?  +[Dd])[.)] ?\S")

#: A line of chords: each stands over the syllable that it is played with.
_CHORDS = late(r"\s*(?:[A-G][#b♯♭]?(?:m|maj|sus|dim|aug|add)?\d{0,2}(?:/[A-G][#b♯♭]?)?(?:\s+|\Z)){2,}")


class _Row(NamedTuple):
    """The first cell; where the others begin and end, how many begin small, and whether the last one is a figure.

    ``parted`` says whether words stand one space apart as well, or figures are cells: else all words stand far apart.
    """

    first: str
    begins: list[int]
    ends: list[int]
    small: int
    figures: bool
    parted: bool


class NarrowColumns:
    """The lines of one text, each read once as places are asked about in order.

    ``begin`` tells where a line begins once its indent is gone, if that goes: the next run sees columns from there on.

    >>> text = "Nồi đất  2  45\\nẤm nhôm  1  80\\nRổ tre  3  15\\nHôm  nay trời  mưa"
    >>> rows = NarrowColumns(text, lambda start: start)
    >>> [rows.is_row(at) for at in (7, 23, 36, 48)]
    [True, True, True, False]
    """

    def __init__(self, text: str, begin: Callable[[int], int]) -> None:
        self._text, self._begin = text, begin
        self._lines: LineByLine[bool] = LineByLine(text)

    def is_row(self, at: int) -> bool:
        """Whether the line at a place is a row of cells that two spaces and more part."""
        return self._lines.at(at, self._is_row)

    def _is_row(self, start: int, end: int) -> bool:
        here = self._row(start, end)
        if here is None:
            return False
        if _CHOICES.match(self._text, start, end) or _CHORDS.fullmatch(self._text, start, end):
            return True
        above, below = self._beside(start, end, -1), self._beside(start, end, 1)
        rows = [*reversed(above[: ROWS - 1]), here, *below[: ROWS - 1]]
        if any(_are_rows(rows[first : first + ROWS]) for first in range(len(rows) - ROWS + 1)):
            return True
        # The sum below a table has fewer cells.
        return here.figures and len(above) == ROWS and _are_rows(above) and all(row.figures for row in above[:-1])

    def _beside(self, start: int, end: int, way: int) -> list[_Row]:
        """So many lines with gaps right above or below as rows are, those next to the line first."""
        found: list[_Row] = []
        while len(found) < ROWS:
            at = start - 1 if way < 0 else end + 1
            if not 0 <= at < len(self._text):
                break
            start, end = line_of(self._text, at)
            row = self._row(start, end)
            if row is None:
                break
            found.append(row)
        return found

    def _row(self, start: int, end: int) -> _Row | None:
        """The gaps of a line; None for a line without, with tabs, or too long."""
        text = self._text
        if text[start : start + 1].isspace() and start < end:
            start = self._begin(start)
        line = text[start:end] if end - start <= ROW else ""
        return _row(line) if "\t" not in line else None


def _row(line: str) -> _Row | None:
    line = _BEFORE_MARK.sub("", line)
    wide = [match.span() for match in _GAP.finditer(line)]
    gaps = [gap for gap in wide if line[gap[0] - 1] not in _NO_CELL]
    if not 0 < len(gaps) <= GAPS:
        return None
    begins = [gap[1] for gap in gaps]
    ends = [*[gap[0] for gap in gaps[1:]], len(line.rstrip())]
    last = line[begins[-1] :]
    figures = last[0].isdigit() and last.count(" ") < WORDS
    parted = line.strip().count(" ") > sum(gap[1] - gap[0] for gap in wide) or any(map(str.isdigit, line))
    small = sum(line[begin].islower() for begin in begins)
    return _Row(line[: gaps[0][0]], begins, ends, small, figures, parted)


def _are_rows(rows: list[_Row]) -> bool:
    """Whether lines with gaps are rows: a column of all begins below the other, or all have as many cells."""
    if not any(row.parted for row in rows):
        return False
    if len({row.first for row in rows}) > 1:  # "Câu  1", "Câu  2"
        if set.intersection(*(set(row.begins) for row in rows)):
            return True
        # Figures end below each other; the last cell of lines of one length always does.
        if set.intersection(*(set(row.ends[:-1]) for row in rows)):
            return True
    cells = len(rows[0].begins)
    if any(len(row.begins) != cells for row in rows):
        return False
    small = sum(row.small for row in rows)
    if cells == 1:
        return not small and all(row.figures for row in rows) and len({row.first for row in rows}) > 1
    return SMALL * small <= cells * len(rows)
