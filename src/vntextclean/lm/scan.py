"""Text to syllable spans and ids, by numpy over code points; the same code reads the corpus and the user's page.

One pass finds the words, folds them (lower case, tone on the first vowel of an open rime: hoà is hòa), hashes each by
a prefix sum and looks the hash up, so that no Python loop runs over syllables.
"""

from __future__ import annotations

import sys
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from vntextclean.lm.model import Model

Ints = npt.NDArray[np.int64]
Words = npt.NDArray[np.uint64]

NONE, SENTENCE, CLAUSE, NUMBER, UNKNOWN_LOWER, UNKNOWN_TITLE, UNKNOWN_UPPER, UNKNOWN_MARKED = range(8)
SPECIALS = ("<none>", "<s>", "<p>", "<num>", "<unk>", "<Unk>", "<UNK>", "<ưnk>")
LOWER, TITLE, UPPER, MIXED = range(4)

_SPACE, _HYPHEN, _CLAUSE, _STOP, _NEWLINE, _DIGIT, _LETTER = range(7)
_TOP = 0x2100
_BLOCK = 1 << 17
#: So many unknown words are gathered one by one; in most documents there are fewer.
_FEW = 32


def _tables() -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint32], npt.NDArray[np.uint32], npt.NDArray[np.bool_]]:
    kind = np.full(_TOP, _CLAUSE, np.uint8)
    lower = np.arange(_TOP, dtype=np.uint32)
    bare = np.arange(_TOP, dtype=np.uint32)
    upper = np.zeros(_TOP, np.bool_)
    # Scripts without case in between are letters throughout: asking for each of 8 000 characters took 15 ms.
    kind[0x530:0x1E00] = kind[0x1F00:0x2000] = _LETTER
    for code in (*range(0x530), *range(0x1E00, 0x1F00), *range(0x2000, 0x2070)):
        char = chr(code)
        if char.isalpha() or unicodedata.combining(char):
            kind[code] = _LETTER
            small = char.lower()
            if len(small) == 1 and ord(small) < _TOP:
                lower[code] = ord(small)
            upper[code] = char.isupper()
            base = unicodedata.normalize("NFD", chr(lower[code]))[0]
            bare[code] = ord("d") if base == "đ" else ord(base)
        elif char.isdigit():
            kind[code] = _DIGIT
        elif char.isspace() or char in "\"'\u2018\u2019\u201c\u201d\u00ab\u00bb\u200b_*\u00ad":
            kind[code] = _SPACE
    for char in "-\u2010\u2011":
        kind[ord(char)] = _HYPHEN
    for char in ".!?:\u2026":
        kind[ord(char)] = _STOP
    for char in "\n\r\v\f\x85\u2028\u2029":
        kind[ord(char)] = _NEWLINE
    kind[_TOP - 1] = _CLAUSE
    return kind, lower, bare, upper


KIND, LOWERED, BARED, IS_UPPER = _tables()
#: The kinds of what tokens are made of, and of what stands between them; 0 for the others.
_SOLID = np.where(KIND >= _DIGIT, KIND, 0).astype(np.int8)
_SOFT = np.where(KIND >= _DIGIT, 0, KIND).astype(np.uint8)
LITTLE = sys.byteorder == "little"
RAISED = np.arange(_TOP, dtype=np.uint32)
_capitals = np.flatnonzero(LOWERED != RAISED)[::-1].astype(np.uint32)
RAISED[LOWERED[_capitals]] = _capitals

# Open rimes whose tone may stand on either vowel: folded to the first (hoà -> hòa).
_FOLD_FIRST = np.zeros(_TOP, np.uint32)  # toned second vowel -> the first vowel it must follow
_FOLD_TO = np.zeros((2, _TOP), np.uint32)  # toned second vowel -> toned first vowel, plain second vowel
for _first, _second in (("o", "a"), ("o", "e"), ("u", "y")):
    for _tone in "\u0300\u0301\u0303\u0309\u0323":
        _toned = ord(unicodedata.normalize("NFC", _second + _tone))
        _FOLD_FIRST[_toned] = ord(_first)
        _FOLD_TO[0, _toned] = ord(unicodedata.normalize("NFC", _first + _tone))
        _FOLD_TO[1, _toned] = ord(_second)

_MAY_FOLD = _FOLD_FIRST != 0

_BASE = 0x9E3779B97F4A7C15 | 1


def _powers(base: int) -> Words:
    out = np.full(_BLOCK + 4096, base & (2**64 - 1), np.uint64)
    out[0] = 1
    powers: Words = np.cumprod(out, dtype=np.uint64)
    return powers


_POWER = _powers(_BASE)
_INVERSE = _powers(pow(_BASE, -1, 2**64))


def mixed(keys: Words) -> Words:
    """Spread 64-bit keys over all bits, as the finaliser of splitmix64 does.

    >>> int(mixed(np.array([0], np.uint64))[0])
    0
    """
    keys = (keys ^ (keys >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    keys = (keys ^ (keys >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    spread: Words = keys ^ (keys >> np.uint64(31))
    return spread


def code_points(text: str) -> npt.NDArray[np.uint32]:
    """The text as an array of code points."""
    return np.frombuffer(text.encode("utf-32-le" if LITTLE else "utf-32-be", "surrogatepass"), np.uint32)


def folded(codes: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
    """Lower-case code points, the tone of open rimes on the first vowel; anything beyond Latin becomes one class."""
    low: npt.NDArray[np.uint32] = LOWERED.take(codes, mode="clip")
    at = np.flatnonzero(_MAY_FOLD.take(low))
    at = at[at > 0]
    if len(at):
        first = _FOLD_FIRST[low[at]]
        before = np.where(at > 1, low[at - 2], 0)
        after = np.where(at + 1 < len(low), KIND[low[np.minimum(at + 1, len(low) - 1)]], 0)
        good = (low[at - 1] == first) & (after != _LETTER) & ~((before == ord("q")) & (low[at - 1] == ord("u")))
        at = at[good]
        toned = low[at]
        low[at - 1] = _FOLD_TO[0, toned]
        low[at] = _FOLD_TO[1, toned]
    return low


def hashes(low: npt.NDArray[np.uint32], starts: Ints, ends: Ints) -> Words:
    """A 64-bit hash of each span of folded code points: polynomial, so that one prefix sum serves all spans."""
    out = np.empty(len(starts), np.uint64)
    begin = 0
    while begin < len(starts):
        origin = int(starts[begin])
        stop = max(int(np.searchsorted(ends, origin + _BLOCK, "right")), begin + 1)
        a, b = starts[begin:stop] - origin, np.minimum(ends[begin:stop] - origin, _BLOCK)
        size = int(b[-1])
        sums = np.empty(size + 1, np.uint64)
        sums[0] = 0
        np.cumsum(low[origin : origin + size] * _POWER[:size], dtype=np.uint64, out=sums[1:])
        out[begin:stop] = (sums[b] - sums[a]) * _INVERSE[a]
        begin = stop
    return mixed(out)


def hash_of(word: str) -> int:
    """The hash under which one word is filed.

    >>> hash_of("Hoà") == hash_of("hòa"), hash_of("hòa") == hash_of("hoa")
    (True, False)
    """
    low = folded(code_points(word))
    return int(hashes(low, np.array([0]), np.array([len(low)]))[0])


class Lexicon:
    """Spellings to numbers by open addressing: at most half full, so that most words are found at once.

    The low bits of a hash say where it is filed, its high 32 bits tell it from others; a value of -1 is an empty place.
    """

    def __init__(self, keys: npt.NDArray[np.uint32], values: npt.NDArray[np.int32]) -> None:
        self.keys, self.values = keys, values
        self.mask = np.uint64(len(keys) - 1)

    @classmethod
    def build(cls, hashed: Words, values: npt.NDArray[np.int32]) -> Lexicon:
        """File ``values`` under ``hashed``; the layout depends on nothing else."""
        size = 1 << max(4, int(np.ceil(np.log2(max(len(hashed), 1) * 2))))
        keys, held = np.zeros(size, np.uint32), np.full(size, -1, np.int32)
        for key, value in zip(hashed.tolist(), values.tolist(), strict=True):
            at = key & (size - 1)
            while held[at] >= 0:
                at = (at + 1) & (size - 1)
            keys[at], held[at] = key >> 32, value
        return cls(keys, held)

    def find(self, hashed: Words) -> npt.NDArray[np.int32]:
        """The number of each hash, or -1."""
        at = hashed & self.mask
        high = (hashed >> np.uint64(32)).astype(np.uint32)
        out: npt.NDArray[np.int32] = self.values[at]
        left = np.flatnonzero((self.keys[at] != high) & (out >= 0))
        for _ in range(len(self.keys)):
            if not len(left):
                break
            at[left] = (at[left] + np.uint64(1)) & self.mask
            value = self.values[at[left]]
            out[left] = value
            left = left[(self.keys[at[left]] != high[left]) & (value >= 0)]
        else:
            out[left] = -1
        return out


@dataclass(frozen=True)
class Tokens:
    """Words and numbers of a text, before they are looked up. ``mark`` is what stands before each: 0, <p> or <s>."""

    starts: Ints
    ends: Ints
    case: npt.NDArray[np.uint8]
    number: npt.NDArray[np.bool_]
    mark: npt.NDArray[np.uint8]
    initial: npt.NDArray[np.bool_]
    last: int
    low: npt.NDArray[np.uint32]


def tokens(text: str) -> Tokens:
    """Cut a text into words and numbers, and say what stands before each.

    >>> tokens("Hôm nay, 1.500 người. Vâng").mark.tolist()
    [1, 0, 2, 0, 1]
    """
    codes = code_points(text)
    short = np.minimum(codes, _TOP - 1)
    solid = np.zeros(len(codes) + 2, np.int8)
    solid[1:-1] = _SOLID.take(short)
    edge = np.flatnonzero(solid[1:] != solid[:-1])
    inside = solid[1:][edge[:-1]] > 0 if len(edge) else np.zeros(0, np.bool_)
    starts, ends = edge[:-1][inside], edge[1:][inside]
    number = solid[1:][starts] == _DIGIT
    low = folded(codes)
    upper = np.zeros(len(codes) + 1, np.int64)
    np.cumsum(IS_UPPER.take(short), dtype=np.int64, out=upper[1:])
    many = upper[ends] - upper[starts]
    leading = IS_UPPER[short[starts]]
    case = np.where(
        many == 0, LOWER, np.where(many == ends - starts, UPPER, np.where(leading & (many == 1), TITLE, MIXED))
    )
    case[(case == UPPER) & (ends - starts == 1)] = TITLE
    case = case.astype(np.uint8)
    # What stands between tokens: the strongest class of the gap.
    count = len(starts)
    mark = np.zeros(count, np.uint8)
    merged = np.zeros(count, np.bool_)
    if count:
        mark[0] = SENTENCE
    last = SENTENCE
    if count > 1:
        left, right = ends[:-1], starts[1:]
        gap = right - left
        some = gap > 0
        strongest = np.zeros(count - 1, np.uint8)
        soft = _SOFT.take(short)
        if some.any():
            points = np.empty(2 * int(some.sum()), np.int64)
            points[0::2], points[1::2] = left[some], right[some]
            strongest[some] = np.maximum.reduceat(soft, points)[0::2]
        one = gap == 1
        digits = number[:-1] & number[1:]
        merged[1:] = digits & one & (strongest != _SPACE) & (strongest != _NEWLINE)
        stop = (strongest == _STOP) & ~one & (case[1:] != LOWER)
        stop &= ~((ends[:-1] - starts[:-1] <= 2) & (case[:-1] != LOWER) & (short[left] == ord(".")))
        stop |= (strongest == _STOP) & number[1:] & ~one
        stop |= strongest == _NEWLINE
        clause = ((strongest == _CLAUSE) | (strongest == _STOP)) & ~stop
        clause |= (strongest == _HYPHEN) & (gap >= 3)
        mark[1:] = np.where(stop, SENTENCE, np.where(clause, CLAUSE, 0))
    initial = mark == SENTENCE
    if merged.any():
        # A number such as 1.500 is one token: its last piece gives the end.
        keep = ~merged
        heads = np.flatnonzero(keep)
        ends = np.maximum.reduceat(ends, heads)
        starts, case, number, mark, initial = starts[keep], case[keep], number[keep], mark[keep], initial[keep]
    return Tokens(starts, ends, case, number, mark, initial, last, low)


@dataclass(frozen=True)
class Scan:
    """A text as the model sees it; every array runs over its words and numbers.

    ``ids`` are model ids (case-aware), ``lower`` the ids of the lower-case spellings (UNKNOWN_* where not known),
    ``bare`` the number of the unmarked spelling (-1 where no known word has it), ``mark`` what stands before each token
    (0, CLAUSE or SENTENCE), ``at`` its place in ``stream``: ids and marks in one sequence with <s> at both ends.
    """

    text: str
    tokens: Tokens
    starts: Ints
    ends: Ints
    ids: npt.NDArray[np.int32]
    lower: npt.NDArray[np.int32]
    bare: npt.NDArray[np.int32]
    case: npt.NDArray[np.uint8]
    mark: npt.NDArray[np.uint8]
    initial: npt.NDArray[np.bool_]
    marked: npt.NDArray[np.bool_]
    stream: npt.NDArray[np.int32]
    at: Ints

    def __len__(self) -> int:
        return len(self.starts)

    @cached_property
    def names(self) -> npt.NDArray[np.bool_]:
        """Which tokens are written Title-case inside a sentence: such words have ids of their own."""
        names: npt.NDArray[np.bool_] = (self.case == TITLE) & ~self.initial
        return names

    @cached_property
    def known(self) -> npt.NDArray[np.bool_]:
        """Which tokens the model knows as spellings."""
        return self.lower >= len(SPECIALS)


def stream_of(mark: npt.NDArray[np.uint8], ids: npt.NDArray[np.int32]) -> tuple[npt.NDArray[np.int32], Ints]:
    """Ids and the marks before them in one sequence that begins and ends with <s>, and where each id stands in it."""
    at = np.cumsum((mark > 0).astype(np.int64) + 1) - 1
    size = int(at[-1]) + 1 if len(at) else 0
    stream = np.full(size + 1, SENTENCE, np.int32)
    stream[at] = ids
    some = np.flatnonzero(mark)
    stream[at[some] - 1] = mark[some]
    return stream, at


_kept: list[tuple[str, object, Scan]] = []


def scan(text: str, model: Model) -> Scan:
    """The words of a text with their ids; kept for the last text, so that all filters share one pass."""
    for held_text, held_model, held in _kept:
        if held_text is text and held_model is model:
            return held
    found = tokens(text)
    lower, bare, marked = look_up(found, model.lexicon, model.bare_lexicon, model.bare_of)
    ids = cased(lower, found, model.title_of)
    stream, at = stream_of(found.mark, ids)
    result = Scan(
        text,
        found,
        found.starts,
        found.ends,
        ids,
        lower,
        bare,
        found.case,
        found.mark,
        found.initial,
        marked,
        stream,
        at,
    )
    _kept[:] = [(text, model, result)]
    return result


def look_up(
    found: Tokens,
    lexicon: Lexicon,
    bare_lexicon: Lexicon,
    bare_of: npt.NDArray[np.int32],
) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32], npt.NDArray[np.bool_]]:
    """Lower-case ids, bare ids and whether a word has marks."""
    hashed = hashes(found.low, found.starts, found.ends)
    lower = lexicon.find(hashed)
    unknown = np.flatnonzero((lower < 0) & ~found.number)
    low_bare = BARED.take(found.low)
    differs = np.zeros(len(low_bare) + 1, np.int64)
    np.cumsum(low_bare != found.low, dtype=np.int64, out=differs[1:])
    marked = differs[found.ends] > differs[found.starts]
    bare = np.where(lower >= 0, bare_of[np.maximum(lower, 0)], -1).astype(np.int32)
    if len(unknown):
        a, b = found.starts[unknown], found.ends[unknown]
        if len(unknown) <= _FEW:  # put one behind the other, so that the words between need no hash
            low_bare = np.concatenate([low_bare[i:j] for i, j in zip(a.tolist(), b.tolist(), strict=True)])
            b = np.cumsum(b - a)
            a = np.concatenate(([0], b[:-1]))
        bare[unknown] = bare_lexicon.find(hashes(low_bare, a, b))
        case = found.case[unknown]
        lower[unknown] = np.where(marked[unknown], UNKNOWN_MARKED, UNKNOWN_LOWER + np.minimum(case, 2))
    lower[found.number] = NUMBER
    bare[found.number] = -1
    return lower, bare, marked


def cased(lower: npt.NDArray[np.int32], found: Tokens, title_of: npt.NDArray[np.int32]) -> npt.NDArray[np.int32]:
    """Model ids: a word written Title-case inside a sentence has an id of its own where it is common as a name."""
    title = (found.case == TITLE) & ~found.initial
    return np.where(title, title_of[lower], lower).astype(np.int32)
