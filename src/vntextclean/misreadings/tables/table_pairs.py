"""Which tables show some characters alike, for all pairs of tables at once.

What a character tells of the pairs is kept as a number with a bit for each, so that a line of forty different
characters is forty steps: pair by pair it was a twentieth of the time of a page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from itertools import product

from vntextclean.misreadings.tables.code_pages import NAMES, bytes_of

_NUMBERS = {page: number for number, page in enumerate(NAMES)}
#: The tables show fewer than 500 characters; texts have others, which tell of no pair.
_MOST_HELD = 1 << 11
_Bytes = tuple[int, ...] | None


class Pairs:
    """A set of ordered pairs of tables."""

    __slots__ = ("_bits",)

    def __init__(self, bits: int) -> None:
        self._bits = bits

    def __contains__(self, pair: tuple[str, str]) -> bool:
        return bool(self._bits >> _bit(*pair) & 1)

    def first_beside(self, page: str) -> str:
        """The first table that is in no pair behind this one; itself, if none before it is."""
        row = self._bits >> _bit(page, NAMES[0]) & (1 << _NUMBERS[page]) - 1
        return NAMES[(~row & row + 1).bit_length() - 1]


def pairs_told_apart(seen: Iterable[str], recased: bool) -> Pairs:
    """The pairs that show any of these characters as different bytes; ``recased`` as in :func:`.code_pages.bytes_of`.

    >>> ("cp1252", "cp1258") in pairs_told_apart("áâ", False), ("cp1252", "cp1258") in pairs_told_apart("ă", False)
    (False, True)
    """
    return Pairs(_any_of(_told_apart(recased), seen))


def parts_of_others(seen: Iterable[str]) -> Pairs:
    """The pairs of which the first table shows a part of these characters as the second does, and the rest as no byte.

    >>> ("cp1252", "cp1258") in parts_of_others("áâă"), ("cp1258", "cp1252") in parts_of_others("áâă")
    (True, False)
    """
    return Pairs(_any_of(_more(), seen) & ~_any_of(_against(), seen))


def _bit(page: str, other: str) -> int:
    """The number of a pair of tables."""
    return _NUMBERS[page] * len(NAMES) + _NUMBERS[other]


def _any_of(told: Mapping[str, int], seen: Iterable[str]) -> int:
    """The pairs of which any of these characters tells."""
    bits = 0
    for char in seen:
        bits |= told[char]
    return bits


@cache
def _told_apart(recased: bool) -> Mapping[str, int]:
    """By character, the pairs of tables that show it as different bytes."""
    return _OfPairs(lambda one, other: one != other, recased)


@cache
def _against() -> Mapping[str, int]:
    """By character, the pairs of tables of which the first shows it, and the second otherwise or as no byte."""
    return _OfPairs(lambda one, other: one is not None and one != other)


@cache
def _more() -> Mapping[str, int]:
    """By character, the pairs of tables of which only the second shows it."""
    return _OfPairs(lambda one, other: one is None and other is not None)


class _OfPairs(dict[str, int]):
    """By character, the pairs of which it tells; reckoned when it is first met, for a text has few of the hundreds."""

    def __init__(self, tells: Callable[[_Bytes, _Bytes], bool], recased: bool = False) -> None:
        super().__init__()
        self._tells, self._recased = tells, recased

    def __missing__(self, char: str) -> int:
        tells, shown = self._tells, [bytes_of(page, self._recased).get(char) for page in NAMES]
        bits = sum(1 << number for number, pair in enumerate(product(shown, repeat=2)) if tells(*pair))
        if len(self) < _MOST_HELD:
            self[char] = bits
        return bits
