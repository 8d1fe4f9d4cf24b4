"""Text to syllable spans and ids; the same code reads the corpus and the user's page.

The words are found and folded (lower case, tone on the first vowel of an open rime: hoà is hòa), each is hashed by a
prefix sum and the hash looked up, so that no Python loop runs over syllables.
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

# What readers of a scan need beside it.
__all__ = [
    "BARED", "CLAUSE", "IS_UPPER", "LITTLE", "LOWER", "MIXED", "NONE", "NUMBER", "PAD", "RAISED", "SENTENCE",
    "SPECIALS", "TITLE", "UNKNOWN_LOWER", "UNKNOWN_MARKED", "UNKNOWN_TITLE", "UNKNOWN_UPPER", "UPPER", "Ids", "Ints",
    "Lexicon", "Scan", "Spelled", "Tokens", "Words", "cased", "code_points", "folded", "hash_of", "hashes", "look_up",
    "mixed", "scan", "stream_of", "tokens",
]  # fmt: skip

Ids = npt.NDArray[np.int32]

#: Zeros on both sides of a padded stream: room for a whole window of the model anywhere in it.
PAD = 3
kernel.agree(PAD=PAD)
#: So many unknown words are gathered one by one; in most documents there are fewer.
_FEW = 32


class Vocabulary(Protocol):
    """What a scan asks of a model: the tables that turn spellings into numbers."""

    @property
    def lexicon(self) -> Lexicon:
        """Ids of folded spellings."""

    @property
    def bare_lexicon(self) -> Lexicon:
        """Numbers of unmarked spellings."""

    @property
    def bare_of(self) -> Ids:
        """By id, the number of the unmarked spelling."""

    @property
    def title_of(self) -> Ids:
        """By id, the id of the Title-case spelling."""

    @property
    def compiled(self) -> Any:
        """What :func:`compiled_tables` gives."""


class Spelled(NamedTuple):
    """Lower-case ids of tokens (UNKNOWN_* where not known) and the numbers of their unmarked spellings (or -1)."""

    lower: Ids
    bare: Ids


class Scan:
    """A text as the model sees it; every array runs over its words and numbers.

    ``ids`` are model ids (case-aware), ``lower`` the ids of the lower-case spellings (UNKNOWN_* where not known),
    ``bare`` the number of the unmarked spelling (-1 where no known word has it), ``mark`` what stands before each token
    (0, CLAUSE or SENTENCE), ``at`` its place in ``stream``: ids and marks in one sequence with <s> at both ends.
    """

    def __init__(self, text: str, found: Tokens, spelled: Spelled, ids: Ids, padded: tuple[Ints, Ints]) -> None:
        self.text = text
        self.tokens = found
        self.starts, self.ends, self.case, self.mark = found.starts, found.ends, found.case, found.mark
        self.initial, self.marked = found.initial, found.marked
        self.lower, self.bare = spelled
        self.ids = ids
        self.padded, self.at = padded
        #: What :func:`vntextclean.lm.bigrams.neighbours` says of it, once it was asked.
        self.neighbours: Any = None

    def __len__(self) -> int:
        return len(self.starts)

    @cached_property
    def stream(self) -> Ids:
        """Ids and marks in one sequence."""
        return self.padded[PAD:-PAD].astype(np.int32)

    @cached_property
    def names(self) -> Bools:
        """Which tokens are written Title-case inside a sentence: such words have ids of their own."""
        return _is_name(self.tokens)

    @cached_property
    def look(self) -> Ints:
        """The case of each token, plus 4 behind a clause mark or 8 behind a sentence end, as the nets read it."""
        look: Ints = self.case + 4 * (self.mark == CLAUSE) + 8 * (self.mark == SENTENCE)
        return look

    @cached_property
    def known(self) -> Bools:
        """Which tokens the model knows as spellings."""
        return self.lower >= len(SPECIALS)


def _is_name(found: Tokens) -> Bools:
    names: Bools = (found.case == TITLE) & ~found.initial
    return names


def stream_of(mark: Bytes, ids: Ids) -> tuple[Ids, Ints]:
    """Ids and the marks before them in one sequence that begins and ends with <s>, and where each id stands in it."""
    padded, at = padded_stream(mark, ids)
    return padded[PAD:-PAD].astype(np.int32), at


def padded_stream(mark: Bytes, ids: Ids) -> tuple[Ints, Ints]:
    """The stream of tokens with room on both sides, and where each stands in the stream itself."""
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
    """The words of a text with their ids; ``state.once(scan, model)`` shares one scan among the filters of a text."""
    return scan_compiled(text, model) or scan_by_numpy(text, model)


def scan_by_numpy(text: str, model: Vocabulary) -> Scan:
    """A new scan, one step after the other over the whole text."""
    found = tokens(text)
    spelled = look_up(found, model.lexicon, model.bare_lexicon, model.bare_of)
    ids = cased(spelled.lower, found, model.title_of)
    return Scan(text, found, spelled, ids, padded_stream(found.mark, ids))


def scan_compiled(text: str, model: Vocabulary) -> Scan | None:
    """The same by the compiled kernel, which takes one pass and a tenth of the time; None where there is none."""
    if kernel.native is None or model.compiled is None:
        return None
    blob, count, size = kernel.native.scan(model.compiled, text)
    at = 0

    def part(dtype: type[np.generic], length: int) -> npt.NDArray[Any]:
        nonlocal at
        array: npt.NDArray[Any] = np.ndarray(length, dtype, blob, at)
        at += array.nbytes
        return array

    padded = part(np.int64, size)
    starts, ends, places = part(np.int64, count), part(np.int64, count), part(np.int64, count)
    lower, bare, ids = part(np.int32, count), part(np.int32, count), part(np.int32, count)
    low = part(np.uint32, len(text))
    case, number, mark = part(np.uint8, count), part(np.bool_, count), part(np.uint8, count)
    initial, marked = part(np.bool_, count), part(np.bool_, count)
    found = Tokens(starts, ends, case, number, mark, initial, marked, low)
    return Scan(text, found, Spelled(lower, bare), ids, (padded, places))


def compiled_tables(model: Vocabulary) -> Any:
    """What the compiled kernel holds of a model's word tables, or None where there is no kernel."""
    words, bares = model.lexicon, model.bare_lexicon
    tables = (*TABLES, words.keys, words.values, bares.keys, bares.values, model.bare_of, model.title_of)
    return kernel.handle("vocabulary", *tables)


def look_up(found: Tokens, lexicon: Lexicon, bare_lexicon: Lexicon, bare_of: Ids) -> Spelled:
    """The ids of tokens."""
    lower = lexicon.find(hashes(found.low, found.starts, found.ends))
    lower[found.number] = NUMBER
    unknown = (lower < 0).nonzero()[0]
    if not len(unknown):
        return Spelled(lower, bare_of.take(lower))
    a, b = found.starts.take(unknown), found.ends.take(unknown)
    low = found.low
    if len(unknown) <= _FEW:  # put one behind the other, so that the words between need no hash
        low = np.concatenate([low[i:j] for i, j in zip(a.tolist(), b.tolist(), strict=True)])
        b = (b - a).cumsum()
        a = np.concatenate(([0], b[:-1]))
    shape = np.minimum(found.case.take(unknown), 2) + UNKNOWN_LOWER
    lower[unknown] = np.where(found.marked.take(unknown), UNKNOWN_MARKED, shape)
    bare = bare_of.take(lower)
    bare[unknown] = bare_lexicon.find(hashes(BARED.take(low), a, b))
    return Spelled(lower, bare)


def cased(lower: Ids, found: Tokens, title_of: Ids) -> Ids:
    """Model ids: a word written Title-case inside a sentence has an id of its own where it is common as a name."""
    return np.where(_is_name(found), title_of.take(lower), lower)
