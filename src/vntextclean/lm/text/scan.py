"""From text to token spans and ids. The same code reads the training corpus and the user's text.

Words are found and folded (lower case, tone on the first vowel of an open rime: hoà becomes hòa), hashed by a prefix
sum and looked up. No Python loop runs over words.
"""

from __future__ import annotations

from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from vntextclean.lm import kernel
from vntextclean.lm.text.characters import BARED, IS_UPPER, LITTLE, RAISED, code_points, folded
from vntextclean.lm.text.lexicon import Lexicon, Words, hash_of, hashes, mixed
from vntextclean.lm.text.scanned import PAD, Ids, Scan, Spelled, is_name
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
    """The tokens of a text with their ids. ``model.scan_of(state)`` shares one scan among the filters of a text."""
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
    made.unknown, made.touching, made.compiled = unknown, touching, (blob, count, size)
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
    return np.where(is_name(found), title_of.take(lower), lower)
