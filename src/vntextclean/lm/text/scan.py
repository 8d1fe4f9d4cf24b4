"""From text to token spans and ids. The same code reads the training corpus and the user's text.

Words are found and folded (lower case, tone on the first vowel of an open rime: hoà becomes hòa), hashed by a prefix
sum and looked up. No Python loop runs over words.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any, NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from vntextclean.lm import kernel
from vntextclean.lm.text.characters import BARED, IS_UPPER, LITTLE, RAISED, code_points, folded
from vntextclean.lm.text.lexicon import Lexicon, Words, hash_of, hashes, mixed
from vntextclean.lm.text.tokens import (
    CLAUSE,
    LOWER,
    MIXED,
    NONE,
    NUMBER,
    SENTENCE,
    SPECIALS,
    TABLES,
    TITLE,
    UNKNOWN_LOWER,
    UNKNOWN_MARKED,
    UNKNOWN_TITLE,
    UNKNOWN_UPPER,
    UPPER,
    Bools,
    Bytes,
    Ints,
    Tokens,
    tokens,
)

# Re-exported for code that reads a scan.
__all__ = [
    "BARED", "CLAUSE", "IS_UPPER", "LITTLE", "LOWER", "MIXED", "NONE", "NUMBER", "PAD", "RAISED", "SENTENCE",
    "SPECIALS", "TITLE", "UNKNOWN_LOWER", "UNKNOWN_MARKED", "UNKNOWN_TITLE", "UNKNOWN_UPPER", "UPPER", "Ids", "Ints",
    "Lexicon", "Scan", "Spelled", "Tokens", "Words", "cased", "code_points", "folded", "hash_of", "hashes", "look_up",
    "mixed", "scan", "stream_of", "tokens",
]  # fmt: skip

Ids = npt.NDArray[np.int32]

#: Zeros on both sides of a padded stream, so that an n-gram window around any position lies inside.
PAD = 3
kernel.agree(PAD=PAD)
#: Up to this many unknown words are gathered one by one. Most documents have fewer.
_FEW = 32


class Vocabulary(Protocol):
    """The tables of a model that a scan needs."""

    @property
    def lexicon(self) -> Lexicon:
        """Ids of folded spellings."""

    @property
    def bare_lexicon(self) -> Lexicon:
        """Numbers of bare spellings."""

    @property
    def bare_of(self) -> Ids:
        """By id, the number of the bare spelling."""

    @property
    def title_of(self) -> Ids:
        """By id, the id of the Title-case spelling."""

    @property
    def compiled(self) -> Any:
        """The result of :func:`compiled_tables`."""


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

    def __len__(self) -> int:
        return len(self.starts)

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
        return _is_name(self.tokens)

    @cached_property
    def look(self) -> Ints:
        """Case and border of each token in one number, as the nets read it: case + 4 (CLAUSE) or + 8 (SENTENCE)."""
        look: Ints = self.case + 4 * (self.mark == CLAUSE) + 8 * (self.mark == SENTENCE)
        return look

    @cached_property
    def known(self) -> Bools:
        """Which tokens are in the vocabulary."""
        return self.lower >= len(SPECIALS)


def _is_name(found: Tokens) -> Bools:
    names: Bools = (found.case == TITLE) & ~found.initial
    return names


def stream_of(mark: Bytes, ids: Ids) -> tuple[Ids, Ints]:
    """The sequence of ids and borders, with ``<s>`` at both ends, and the index of each id in it."""
    padded, at = padded_stream(mark, ids)
    return padded[PAD:-PAD].astype(np.int32), at


def padded_stream(mark: Bytes, ids: Ids) -> tuple[Ints, Ints]:
    """The stream with :data:`PAD` zeros on both sides, and the index of each id in the stream without them."""
    marked = mark > 0
    at = marked + np.int64(1)
    at = at.cumsum()
    at -= 1
    size = int(at[-1]) + 1 if len(at) else 0
    padded = np.zeros(size + 1 + 2 * PAD, np.int64)
    padded[-1 - PAD] = SENTENCE
    stream = padded[PAD:]
    stream[at] = ids
    some = marked.nonzero()[0]
    stream[at.take(some) - 1] = mark.take(some)
    return padded, at


def scan(text: str, model: Vocabulary) -> Scan:
    """The tokens of a text with their ids. ``state.once(scan, model)`` shares one scan among the filters of a text."""
    return scan_compiled(text, model) or scan_by_numpy(text, model)


def scan_by_numpy(text: str, model: Vocabulary) -> Scan:
    """The reference implementation, in numpy."""
    found = tokens(text)
    spelled = look_up(found, model.lexicon, model.bare_lexicon, model.bare_of)
    ids = cased(spelled.lower, found, model.title_of)
    return Scan(text, found, spelled, ids, padded_stream(found.mark, ids))


def scan_compiled(text: str, model: Vocabulary) -> Scan | None:
    """The same by the compiled kernel, in one pass and a tenth of the time; None without a kernel."""
    if kernel.native is None or model.compiled is None:
        return None
    blob, count, size, unknown, touching = kernel.native.scan(model.compiled, text)
    # Arrays of one kind are made together: to make each by itself took a quarter of the time of a line.
    padded: Ints = np.ndarray(size, np.int64, blob)
    starts, ends, places = np.ndarray((3, count), np.int64, blob, 8 * size)
    lower, bare, ids = np.ndarray((3, count), np.int32, blob, 8 * (size + 3 * count))
    at = 8 * (size + 3 * count) + 12 * count
    low: npt.NDArray[np.uint32] = np.ndarray(len(text), np.uint32, blob, at)
    small = np.ndarray((5, count), np.uint8, blob, at + 4 * len(text))
    case, _, mark, _, _ = small
    _, number, _, initial, marked = small.view(np.bool_)
    found = Tokens(starts, ends, case, number, mark, initial, marked, low)
    made = Scan(text, found, Spelled(lower, bare), ids, (padded, places))
    made.unknown, made.touching = unknown, touching
    return made


def compiled_tables(model: Vocabulary) -> Any:
    """The word tables of a model as a kernel handle, or None without a kernel."""
    words, bares = model.lexicon, model.bare_lexicon
    tables = (*TABLES, words.keys, words.values, bares.keys, bares.values, model.bare_of, model.title_of)
    return kernel.handle("vocabulary", *tables)


def look_up(found: Tokens, lexicon: Lexicon, bare_lexicon: Lexicon, bare_of: Ids) -> Spelled:
    """Look up the ids of tokens and the numbers of their bare spellings."""
    lower = lexicon.find(hashes(found.low, found.starts, found.ends))
    lower[found.number] = NUMBER
    unknown = (lower < 0).nonzero()[0]
    if not len(unknown):
        return Spelled(lower, bare_of.take(lower))
    a, b = found.starts.take(unknown), found.ends.take(unknown)
    low = found.low
    if len(unknown) <= _FEW:  # concatenated, so that the known words between are not hashed again
        low = np.concatenate([low[i:j] for i, j in zip(a.tolist(), b.tolist(), strict=True)])
        b = (b - a).cumsum()
        a = np.concatenate(([0], b[:-1]))
    shape = np.minimum(found.case.take(unknown), 2) + UNKNOWN_LOWER
    lower[unknown] = np.where(found.marked.take(unknown), UNKNOWN_MARKED, shape)
    bare = bare_of.take(lower)
    bare[unknown] = bare_lexicon.find(hashes(BARED.take(low), a, b))
    return Spelled(lower, bare)


def cased(lower: Ids, found: Tokens, title_of: Ids) -> Ids:
    """Case-aware ids: Title-case words inside a sentence get the id of the name where the word is common as a name."""
    return np.where(_is_name(found), title_of.take(lower), lower)
