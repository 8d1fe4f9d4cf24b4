"""Prefilter: one pass over the characters of a text tells all filters which of their patterns can occur.

A filter starts with a regular expression search, and ``re`` takes seven nanoseconds per character. A dozen searches
cost a clean page as much as the language model. So each filter declares the character triples (before, at, after) that
its matches must contain, and one pass looks for the triples of all filters. If none of its triples occurs, a filter is
done; one that says so in its attribute ``sign`` is not even asked. If one does, the filter searches. The pass is the
kernel's, or numpy's where no kernel was compiled; where numpy is not loaded either, each filter searches.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import starmap
from typing import TYPE_CHECKING, Any

from vntextclean.lm import kernel
from vntextclean.text_state import TextState

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Hits = npt.NDArray[np.uint64]

#: Code points from here on share one table entry; no pattern names one of them.
_TOP = 0x2300
#: Patterns with places, and hints: each has one bit of a uint64.
_MOST_PATTERNS = 64
#: The bit that every text has: for filters that name no sign.
EVERY_TEXT = 1 << 2 * _MOST_PATTERNS
#: Stands for all characters from :data:`_TOP` on, in the sets of patterns.
REST = chr(_TOP - 1)


class But(str):
    """The set of all characters except these."""

    __slots__ = ()


ANY = But("")


class Hint:
    """Patterns of which only their presence is asked; created at import, and shared by threads.

    A pattern is three sets of characters, each as a string: the character before, the character itself, the character
    behind; a fourth is the one behind that. A line feed is assumed before and after the text. ``a | b`` is the hint
    that either of two gives.

    >>> hint = Hint((But("u"), "ơ", "n", "g"))
    >>> [hint.may_be_in(TextState(text)) for text in ("cơng", "uơng", "cơn")]
    [True, False, False]
    """

    _bits: int

    def __init__(self, *ways: Sequence[str]) -> None:
        self._bits = _bits_of(_HINTS, ways) << _MOST_PATTERNS

    def __or__(self, other: Hint) -> Hint:
        either = Hint()
        either._bits = self._bits | other._bits
        return either

    def may_be_in(self, state: TextState) -> bool:
        """False if no pattern occurs in the text; True if one does, or where nothing can look for them all at once."""
        signs = state.signs
        return bool((signs_of(state) if signs is None else signs) & self._bits)

    @property
    def bits(self) -> int:
        """The bits of these patterns among those of a text (:func:`signs_of`)."""
        return self._bits


class Sign(Hint):
    """The patterns of one filter and their places.

    Each has three sets of characters; a string of three characters is a pattern too. The results are positions of the
    middle character, in code points.

    >>> sign = Sign(("qQ", "úùủũụ", ANY))
    >>> sign.places(TextState("qua, qúa")), sign.may_be_in(TextState("Qúa")), sign.places(TextState("quá"))
    ([6], True, [])
    """

    def __init__(self, *ways: Sequence[str]) -> None:
        self._ways = ways
        self._bits = _bits_of(_WAYS, ways)

    def places(self, state: TextState) -> list[int]:
        """All positions where a pattern occurs, in order."""
        seen = state.once(_look)
        if seen is None or self._bits & seen[2]:
            return self._scan(state.text)
        if not seen[0] & self._bits:
            return []
        hits = seen[1]
        if isinstance(hits, bytearray):
            found: list[int] = kernel.native.places(hits, self._bits)
            return found
        places: list[int] = (hits & hits.dtype.type(self._bits)).nonzero()[0].tolist()
        return places

    def characters(self, state: TextState) -> str:
        """The different characters at those positions; some may be repeated. Needs the kernel."""
        seen = state.once(_look)
        if seen is None or not seen[0] & self._bits:
            return ""
        if self._bits & seen[2]:
            return "".join({state.text[at] for at in self._scan(state.text)})
        found: str = kernel.native.distinct(state.text, seen[1], self._bits)
        return found

    def _scan(self, text: str) -> list[int]:
        found = (match.start() - 1 for match in self._pattern.finditer(f"\n{text}\n"))
        return [at for at in found if 0 <= at < len(text)]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(_as_pattern(self._ways), re.DOTALL)


_WAYS: list[Sequence[str]] = []
_HINTS: list[Sequence[str]] = []
_ORDER = "-le" if sys.byteorder == "little" else "-be"


def _bits_of(known: list[Sequence[str]], ways: Sequence[Sequence[str]]) -> int:
    """Bits for new patterns, which are added to those known."""
    bits = sum(1 << (len(known) + number) for number in range(len(ways)))
    known.extend(ways)
    assert len(known) <= _MOST_PATTERNS, "no bit is left"
    return bits


def signs_of(state: TextState) -> int:
    """The bits of all patterns that occur in a text, kept by its state; all bits where nothing can look for them."""
    seen = state.once(_look)
    state.signs = signs = -1 if seen is None else seen[0] | EVERY_TEXT
    return signs


def _look(text: str) -> tuple[int, Hits | bytearray, int] | None:
    """The bits of all patterns that may occur, hints above the others, and those with places where they occur.

    By numpy those at each position (uint64[n]); by the kernel only the positions where one is, as bytes that it reads.
    The third are the bits of patterns that no module has made yet: one that is loaded for this text makes them later,
    and they are not looked for. None for no text, and where neither the kernel nor numpy is loaded.
    """
    if not text:
        return None
    late = _from(len(_WAYS)) | _from(len(_HINTS)) << _MOST_PATTERNS
    if kernel.native is not None:
        placed, hints, hits = kernel.native.look(_held(len(_WAYS), len(_HINTS)), text)
        return placed | hints << _MOST_PATTERNS | late, hits, late
    if "numpy" not in sys.modules:
        return None
    import numpy as np

    codes = np.frombuffer(text.encode("utf-32" + _ORDER, "surrogatepass"), np.uint32).astype(np.int64)
    placed, hints = (_hits(codes, tables) for tables in _tables(len(_WAYS), len(_HINTS)))
    seen = int(np.bitwise_or.reduce(placed)) | int(np.bitwise_or.reduce(hints)) << _MOST_PATTERNS
    return seen | late, placed, late


def _from(known: int) -> int:
    """The bits of patterns of one kind that come behind those known."""
    return (1 << _MOST_PATTERNS) - (1 << known)


def _hits(codes: npt.NDArray[np.int64], tables: Hits) -> Hits:
    """The patterns at each position."""
    before, own, behind, after = tables
    hits: Hits = own.take(codes, mode="clip")
    hits[1:] &= before.take(codes[:-1], mode="clip")
    hits[:-1] &= behind.take(codes[1:], mode="clip")
    hits[:-2] &= after.take(codes[2:], mode="clip")
    hits[0] &= before[ord("\n")]
    hits[-1] &= behind[ord("\n")]
    hits[-2:] &= after[ord("\n")]
    return hits


@lru_cache(maxsize=2)
def _held(ways: int, hints: int) -> Any:
    """The kernel's tables of these patterns."""
    placed, others = (
        [tuple(each for chars in way for each in (chars, isinstance(chars, But))) for way in known]
        for known in (_WAYS[:ways], _HINTS[:hints])
    )
    return kernel.native.prefilter(_TOP, placed, others)


@lru_cache(maxsize=2)
def _tables(ways: int, hints: int) -> list[Hits]:
    """By code point, the patterns it may be the first to the fourth character of: uint64[4, _TOP] of either kind."""
    import numpy as np

    made = []
    for known in (_WAYS[:ways], _HINTS[:hints]):
        tables = np.zeros((4, _TOP), np.uint64)
        for number, way in enumerate(known):
            bit = np.uint64(1 << number)
            for table, chars in zip(tables, (*way, ANY)[:4], strict=True):
                named = [ord(char) for char in chars]
                if isinstance(chars, But):
                    table |= bit
                    table[named] ^= bit
                else:
                    table[named] |= bit
        made.append(tables)
    return made


def _as_pattern(ways: Sequence[Sequence[str]]) -> str:
    """A regular expression that begins with one character class, so that ``re`` skips most characters quickly."""
    first = "".join(dict.fromkeys("".join(own for _, own, _ in ways)))
    return f"[{re.escape(first)}](?:{'|'.join(starmap(_beside, ways))})"


def _beside(before: str, own: str, behind: str) -> str:
    parts = [f"(?<=[{re.escape(own)}])"]
    if before:
        parts.append(f"(?<{_is_or_not(before)}[{re.escape(before)}].)")
    if behind:
        parts.append(f"(?{_is_or_not(behind)}[{re.escape(behind)}])")
    return "".join(parts)


def _is_or_not(chars: str) -> str:
    return "!" if isinstance(chars, But) else "="
