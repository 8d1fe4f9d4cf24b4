"""What clean text has no trace of, looked for by all filters in one pass over its characters.

A filter begins with a scan for characters that stand beside each other, and ``re`` takes seven nanoseconds for each
character it passes: a dozen scans cost a clean page as much as reading it with the language model. So each filter
names what its scan could begin with, three characters at a time, and numpy says in one pass for all of them which may
be there. Where it is not there the filter is done; where it is, or where numpy is not loaded, the filter scans.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import starmap
from typing import TYPE_CHECKING

from vntextclean.text_state import TextState

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Hits = npt.NDArray[np.uint64]

#: Code points from here on are one: whatever is not named lies beyond.
_TOP = 0x2300
#: Each way has one bit of the table's numbers.
_MOST = 64


class But(str):
    """All characters but these."""

    __slots__ = ()


ANY = But("")


class Sign:
    """Characters of a text that a filter looks for, in any of several ways.

    A way is three sets of characters: of the one before, the one itself and the one behind, each as a string; three
    letters are a way as they stand. Before and behind a text stands a line feed.

    >>> sign = Sign(("qQ", "úùủũụ", ANY))
    >>> sign.places(TextState("qua, qúa")), sign.may_be_in(TextState("Qúa")), sign.places(TextState("quá"))
    ([6], True, [])
    """

    def __init__(self, *ways: Sequence[str]) -> None:
        self._ways = ways
        self._bits = sum(1 << (len(_WAYS) + number) for number in range(len(ways)))
        _WAYS.extend(ways)
        assert len(_WAYS) <= _MOST, "no bit is left"

    def may_be_in(self, state: TextState) -> bool:
        """Whether a text may hold it; that it does not is certain."""
        seen = state.once(_look)
        return seen is None or bool(seen[0] & self._bits)

    def places(self, state: TextState) -> list[int]:
        """Where it stands."""
        seen = state.once(_look)
        if seen is None:
            return self._scan(state.text)
        if not seen[0] & self._bits:
            return []
        bits = seen[1].dtype.type(self._bits)
        places: list[int] = (seen[1] & bits).nonzero()[0].tolist()
        return places

    def _scan(self, text: str) -> list[int]:
        found = (match.start() - 1 for match in self._pattern.finditer(f"\n{text}\n"))
        return [at for at in found if 0 <= at < len(text)]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(_as_pattern(self._ways), re.DOTALL)


_WAYS: list[Sequence[str]] = []
_ORDER = "-le" if sys.byteorder == "little" else "-be"


def _look(text: str) -> tuple[int, Hits] | None:
    """Which bits a text has, and where; None where numpy is not loaded, or there is no text."""
    if not text or "numpy" not in sys.modules:
        return None
    import numpy as np

    before, own, behind = _tables(len(_WAYS))
    codes = np.frombuffer(text.encode("utf-32" + _ORDER, "surrogatepass"), np.uint32).astype(np.int64)
    hits: Hits = own.take(codes, mode="clip")
    hits[1:] &= before.take(codes[:-1], mode="clip")
    hits[:-1] &= behind.take(codes[1:], mode="clip")
    hits[0] &= before[ord("\n")]
    hits[-1] &= behind[ord("\n")]
    return int(np.bitwise_or.reduce(hits)), hits


@lru_cache(maxsize=2)
def _tables(count: int) -> Hits:
    """By code point, the patterns it may be the first, the second and the third character of: uint64[3, _TOP]."""
    import numpy as np

    tables = np.zeros((3, _TOP), np.uint64)
    for number, way in enumerate(_WAYS[:count]):
        bit = np.uint64(1 << number)
        for table, chars in zip(tables, way, strict=True):
            named = [ord(char) for char in chars]
            if isinstance(chars, But):
                table |= bit
                table[named] ^= bit
            else:
                table[named] |= bit
    return tables


def _as_pattern(ways: Sequence[Sequence[str]]) -> str:
    """One class first and then what stands beside it, so that most characters are passed at once."""
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
