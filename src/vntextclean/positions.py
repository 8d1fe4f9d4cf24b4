"""Convert offsets to (line, column) pairs and back; columns count code points, UTF-16 or UTF-8 units.

Editors count columns differently from Python.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal

from vntextclean.named_tuple import NamedTuple

Unit = Literal["code points", "utf-16", "utf-8"]


class Position(NamedTuple):
    """A position in a text; line and column count from 0."""

    line: int
    column: int


class Positions:
    """Converts between offsets (code points) and positions of one text; columns count in ``unit``.

    The table of lines is built once, and each conversion is a bisection. Threads may share an instance.

    >>> places = Positions("tố cáo\\n😀 dân", "utf-16")
    >>> places.position(9), places.offset(Position(1, 3))
    (Position(line=1, column=3), 9)
    """

    def __init__(self, text: str, unit: Unit = "code points") -> None:
        self._text = text
        self._unit = unit
        self._starts = line_starts(text)

    def position(self, offset: int) -> Position:
        """The line and column of an offset."""
        line = bisect_right(self._starts, offset) - 1
        start = self._starts[line]
        return Position(line, offset - start if self._unit == "code points" else self._width(start, offset))

    def offset(self, position: Position) -> int:
        """The offset of a position. A column behind the end of the line gives the end. IndexError if no such line."""
        start = self._starts[position.line]
        last = position.line + 1 == len(self._starts)
        end = len(self._text) if last else self._starts[position.line + 1] - 1
        if self._unit == "code points":
            return min(start + position.column, end)
        left = position.column
        for offset in range(start, end):
            if left <= 0:
                return offset
            left -= self._width(offset, offset + 1)
        return end

    def _width(self, start: int, end: int) -> int:
        piece = self._text[start:end]
        if self._unit == "utf-8":
            return len(piece.encode("utf-8", "surrogatepass"))
        return len(piece.encode("utf-16-le", "surrogatepass")) // 2


def line_starts(text: str) -> list[int]:
    """The offset of the start of each line; only ``\\n`` ends a line.

    >>> line_starts("a\\nb\\n")
    [0, 2, 4]
    """
    starts = [0]
    at = text.find("\n") + 1
    while at:
        starts.append(at)
        at = text.find("\n", at) + 1
    return starts
