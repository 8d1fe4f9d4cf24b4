"""Whole lines of a text: the one around a place, what is asked of it, and what goes when one is deleted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

_T = TypeVar("_T")


def line_of(text: str, start: int, end: int | None = None) -> tuple[int, int]:
    r"""The span [start, end) of the lines around a span of a text, whole, without the line end.

    >>> line_of("một\nhai ba\nbốn", 6), line_of("một\nhai ba\nbốn", 1, 6)
    ((4, 10), (0, 10))
    """
    last = text.find("\n", start if end is None else end)
    return text.rfind("\n", 0, start) + 1, len(text) if last < 0 else last


def line_spans(text: str) -> Iterator[tuple[int, int]]:
    r"""The span [start, end) of each line of a text, without its line end.

    >>> list(line_spans("một\n\nhai"))
    [(0, 3), (4, 4), (5, 8)]
    """
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def line_cut(size: int, start: int, end: int, *, follows: bool) -> tuple[int, int]:
    r"""The span to delete so that a line [start, end) of a text of ``size`` code points leaves no blank line.

    A line goes with the line end behind it. The last line has none and takes the one before it, unless that goes
    already because the line ``follows`` another that is deleted.

    >>> line_cut(8, 0, 3, follows=False), line_cut(8, 4, 8, follows=False), line_cut(8, 4, 8, follows=True)
    ((0, 4), (3, 8), (4, 8))
    """
    if end < size:
        return start, end + 1
    return start - (start > 0 and not follows), end


class LineByLine(Generic[_T]):
    r"""What is asked of each line of one text, once for all places of a line that are asked about on end.

    Made for one question of one call. It does not hold who asks: what holds itself is freed late, and its text with it.

    >>> lines = LineByLine("12\nhai")
    >>> [lines.at(place, lambda start, end: end - start < 3) for place in (0, 1, 4)]
    [True, True, False]
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._told: tuple[int, int, _T] | None = None

    def at(self, place: int, asked: Callable[[int, int], _T]) -> _T:
        """The answer for the line around a place; ``asked`` is told where the line begins and ends."""
        told = self._told
        if told is None or not told[0] <= place <= told[1]:
            start, end = line_of(self._text, place)
            told = self._told = start, end, asked(start, end)
        return told[2]
