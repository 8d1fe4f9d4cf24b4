"""Which tables show some characters alike, for all pairs of tables at once.

What a character tells of the pairs is kept as a number with a bit for each, so that a line of forty different
characters is forty steps: pair by pair it was a twentieth of the time of a page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache

from vntextclean.misreadings.tables.code_pages import NAMES, bytes_of

_NUMBERS = {page: number for number, page in enumerate(NAMES)}
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
        bits |= told.get(char, 0)
    return bits


@cache
def _told_apart(recased: bool) -> Mapping[str, int]:
    """By character, the pairs of tables that show it as different bytes."""
    return _of_pairs(lambda _: True, recased)


@cache
def _against() -> Mapping[str, int]:
    """By character, the pairs of tables of which the first shows it, and the second otherwise or as no byte."""
    return _of_pairs(lambda codes: codes is not None)


@cache
def _more() -> Mapping[str, int]:
    """By character, the pairs of tables of which only the second shows it."""
    return _of_pairs(lambda codes: codes is None)


def _of_pairs(is_first: Callable[[_Bytes], bool], recased: bool = False) -> Mapping[str, int]:
    """By character, the pairs that show it as different bytes, and of which the first table shows such bytes."""
    tables = [bytes_of(page, recased) for page in NAMES]
    every = (1 << len(NAMES)) - 1
    found = {}
    for char in {char for table in tables for char in table}:
        alike: dict[_Bytes, int] = {}
        for number, table in enumerate(tables):
            codes = table.get(char)
            alike[codes] = alike.get(codes, 0) | 1 << number
        found[char] = sum(
            (every & ~alike[codes]) << number * len(NAMES)
            for number, table in enumerate(tables)
            if is_first(codes := table.get(char))
        )
    return found
