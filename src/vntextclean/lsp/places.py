"""Places of a text as the Language Server Protocol counts them: lines, and columns in the unit that was agreed on.

A line ends at ``\\n``, ``\\r\\n`` or ``\\r`` and nowhere else: U+2028, U+0085 and form feeds stand inside a line.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import Literal, TypeAlias

from vntextclean.named_tuple import NamedTuple
from vntextclean.positions import Position, line_starts

#: The position encodings of the protocol.
Encoding: TypeAlias = Literal["utf-8", "utf-16", "utf-32"]

_LINE_END = re.compile(r"\r\n?|\n")
#: Characters that are one unit longer each: UTF-16 has one such border, UTF-8 three.
_LONGER: dict[Encoding, tuple[str, ...]] = {
    "utf-32": (),
    "utf-16": ("[\U00010000-\U0010ffff]",),
    "utf-8": ("[^\x00-\x7f]", "[^\x00-\u07ff]", "[\U00010000-\U0010ffff]"),
}


class Span(NamedTuple):
    """A range of a text: its first position and the one behind it."""

    start: Position
    end: Position


class Places:
    """Converts between offsets (code points) and positions of one text; threads may share it.

    >>> places = Places("tố cáo\\u2028😀 dân", "utf-16")
    >>> places.position(8), places.offset(Position(0, 9)), places.offset(Position(0, 8))
    (Position(line=0, column=9), 8, 7)
    """

    def __init__(self, text: str, encoding: Encoding = "utf-16") -> None:
        self._text = text
        self._encoding = encoding
        if "\r" in text:
            self._starts = [0, *(found.end() for found in _LINE_END.finditer(text))]
        else:
            self._starts = line_starts(text)

    @cached_property
    def _longer(self) -> tuple[list[int], ...]:
        """The offsets of the characters that are longer than one unit, once for each unit more."""
        if self._text.isascii():
            return ()
        found = (re.finditer(pattern, self._text) for pattern in _LONGER[self._encoding])
        return tuple([one.start() for one in places] for places in found)

    def _width(self, start: int, end: int) -> int:
        more = sum(bisect_left(places, end) - bisect_left(places, start) for places in self._longer)
        return end - start + more

    def position(self, offset: int) -> Position:
        """The position of an offset."""
        line = bisect_right(self._starts, offset) - 1
        return Position(line, self._width(self._starts[line], offset))

    def offset(self, position: Position) -> int:
        """The offset of a position; what lies behind a line is its end, and a place within a character its start."""
        if position.line >= len(self._starts):
            return len(self._text)
        start, end = self.line(position.line)
        low, high = start, min(end, start + max(0, position.column))
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self._width(start, middle) <= position.column else (low, middle - 1)
        return low

    def line(self, number: int) -> tuple[int, int]:
        """The offsets of a line without its end."""
        start = self._starts[number]
        end = self._starts[number + 1] if number + 1 < len(self._starts) else len(self._text)
        while end > start and number + 1 < len(self._starts) and self._text[end - 1] in "\r\n":
            end -= 1
        return start, end

    def span(self, start: int, end: int) -> Span:
        """The range between two offsets."""
        return Span(self.position(start), self.position(end))
