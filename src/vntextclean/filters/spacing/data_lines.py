"""Lines that are data: rows of delimited fields, and JSON. Their commas and colons part fields, not words."""

from __future__ import annotations

from vntextclean.patterns import late
from vntextclean.scanning.lines import LineByLine, line_of

DELIMITERS = ",;:"
#: So many delimiters make a row, if the row beside it has as many; prose sets a space behind one of them at least.
_FEWEST = 2
_JSON = late(r"\s*[\[{]*\s*\"[^\"\n]*\"\s*:|\s*[\[{].*\"\s*[\]},]|\s*\"[^\"\n]*\",?\s*\Z")


class DataLines:
    """The lines of one text, each read once as places are asked about in order.

    >>> rows = DataLines("mã,tên\\nKH01,Hoa Mai,sáng\\nKH02,Bình An,chiều\\nđẹp,rẻ, bền")
    >>> [rows.is_data(at) for at in (19, 32, 49)]
    [True, True, False]
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines: LineByLine[bool] = LineByLine(text)

    def is_data(self, at: int) -> bool:
        """Whether the line at a place is data."""
        return self._lines.at(at, self._is_data)

    def _is_data(self, start: int, end: int) -> bool:
        line = self._text[start:end]
        if _JSON.match(line):
            return True
        counts = _fields(line)
        if not counts:
            return False
        beside = []
        if start:
            beside.append(line_of(self._text, start - 1))
        if end < len(self._text):
            beside.append(line_of(self._text, end + 1))
        return any(counts & _fields(self._text[low:high]) for low, high in beside)


def _fields(line: str) -> set[tuple[str, int]]:
    """The delimiters that a line has as rows have them: often enough, none with a space behind it."""
    return {
        (mark, count)
        for mark in DELIMITERS
        if (count := line.count(mark)) >= _FEWEST and mark + " " not in line and not line.endswith(mark)
    }


def ends_row(text: str, start: int, end: int) -> bool:
    """Whether tabs at a line end are the empty last cells of a row, for a row beside it has as many tabs.

    >>> ends_row("1\\tÁnh\\tnữ\\n2\\tBình\\t\\n", 15, 16), ends_row("Ánh đi chợ.\\t\\nBình ở nhà.", 11, 12)
    (True, False)
    """
    if text[start:end].strip("\t"):
        return False
    low, high = line_of(text, start)
    if "\t" not in text[low:start].strip():
        return False  # a line set in by tabs
    tabs = text.count("\t", low, high)
    beside = [line_of(text, low - 1)] if low else []
    if high < len(text):
        beside.append(line_of(text, high + 1))
    return any(text.count("\t", *line) == tabs for line in beside) and tabs >= _FEWEST
