"""The tokens of a text with their ids: what a scan makes."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from vntextclean.lm import kernel
from vntextclean.lm.text.tokens import CLAUSE, SENTENCE, SPECIALS, TITLE, Bools, Ints, Tokens
from vntextclean.named_tuple import NamedTuple

Ids = npt.NDArray[np.int32]
_T = TypeVar("_T")
_NOT_YET = object()

#: Zeros on both sides of a padded stream, so that an n-gram window around any position lies inside.
PAD = 3
kernel.agree(PAD=PAD)


class Spelled(NamedTuple):
    """Lower-case ids of tokens (UNKNOWN_* where not known) and the numbers of their bare spellings (or -1)."""

    lower: Ids
    bare: Ids


class Flat(NamedTuple):
    """Arrays of a scan for looks at single tokens: an element of an array of numpy takes three times as long."""

    starts: memoryview[int]
    ends: memoryview[int]
    lower: memoryview[int]
    case: bytes
    mark: bytes
    number: bytes
    marked: bytes


class Scan:
    """The tokens (words and numbers) of a text. All arrays have one entry per token, in text order.

    ``starts`` and ``ends`` are offsets in code points, ``ids`` the case-aware model ids, ``lower`` the ids of the
    lower-case spellings (UNKNOWN_* where not known), ``bare`` the numbers of the bare spellings (-1 where no known word
    has it), ``case`` LOWER to MIXED, ``mark`` the border before the token (0, CLAUSE or SENTENCE), ``initial`` whether
    a sentence begins with it, ``marked`` whether it has a diacritic. ``at`` is its index in ``stream``, the sequence of
    ids and borders with ``<s>`` at both ends; ``padded`` is the stream with :data:`PAD` zeros on each side.
    """

    def __init__(self, text: str, found: Tokens, spelled: Spelled, ids: Ids, padded: tuple[Ints, Ints]) -> None:
        self.text = text
        self.tokens = found
        self.starts, self.ends, self.case, self.mark = found.starts, found.ends, found.case, found.mark
        self.initial, self.marked = found.initial, found.marked
        self.lower, self.bare = spelled
        self.ids = ids
        self.padded, self.at = padded
        #: The result of :func:`vntextclean.lm.bigrams.neighbours` once it has been computed.
        self.neighbours: Any = None
        self._found: dict[Hashable, Any] = {}
        #: The bytes that the arrays lie in, how many tokens there are and how many ids: where the kernel made them.
        self.compiled: tuple[bytearray, int, int] | None = None

    def __len__(self) -> int:
        return len(self.starts)

    def once(self, find: Callable[..., _T], *about: Hashable) -> _T:
        """What ``find(scan, *about)`` says, which only the text decides: asked once, as often as its words are judged.

        A word is judged again whenever one near it is repaired. The scan belongs to one thread, as its text state does.
        """
        key = (find, *about)
        found = self._found.get(key, _NOT_YET)
        if found is _NOT_YET:
            found = self._found[key] = find(self, *about)
        answer: _T = found
        return answer

    @cached_property
    def stream(self) -> Ids:
        """Ids and borders in one sequence."""
        return self.padded[PAD:-PAD].astype(np.int32)

    @cached_property
    def flat(self) -> Flat:
        """Some of the arrays, for looks at single tokens."""
        case, mark, number, marked = (of.tobytes() for of in (self.case, self.mark, self.tokens.number, self.marked))
        return Flat(self.starts.data, self.ends.data, self.lower.data, case, mark, number, marked)

    @cached_property
    def single(self) -> bytes:
        """A one for each token that is one letter."""
        single: bytes = (self.ends - self.starts == 1).tobytes()
        return single

    @cached_property
    def unknown(self) -> list[int]:
        """The words that are not in the vocabulary, in order."""
        found: list[int] = ((self.lower < len(SPECIALS)) & ~self.tokens.number).nonzero()[0].tolist()
        return found

    @cached_property
    def touching(self) -> list[int]:
        """The tokens that touch the next, one of the two a number."""
        number = self.tokens.number
        found: list[int] = ((self.starts[1:] == self.ends[:-1]) & (number[1:] != number[:-1])).nonzero()[0].tolist()
        return found

    def word(self, token: int) -> str:
        """A token as it is written."""
        return self.text[self.flat.starts[token] : self.flat.ends[token]]

    @cached_property
    def names(self) -> Bools:
        """Which tokens are Title-case inside a sentence. Such words may have ids of their own."""
        return is_name(self.tokens)

    @cached_property
    def look(self) -> Ints:
        """Case and border of each token in one number, as the nets read it: case + 4 (CLAUSE) or + 8 (SENTENCE)."""
        look: Ints = self.case + 4 * (self.mark == CLAUSE) + 8 * (self.mark == SENTENCE)
        return look

    @cached_property
    def known(self) -> Bools:
        """Which tokens are in the vocabulary."""
        return self.lower >= len(SPECIALS)


def is_name(found: Tokens) -> Bools:
    """Which tokens are Title-case inside a sentence."""
    names: Bools = (found.case == TITLE) & ~found.initial
    return names
