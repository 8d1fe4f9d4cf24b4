"""What lines are made of: how many characters of each class, which words, how each begins and ends.

All characters of a page are looked at once, by the compiled kernel or by numpy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from vntextclean.filters.boilerplate.text.char_classes import (
    CLASS,
    CLASSES,
    DIGIT,
    EDGE_SIGN,
    PIECES,
    SPACE,
    TRAIL,
    TWICE_SIGN,
    UPPER,
    flag_table,
    flags_of,
    sign_table,
    small_table,
)
from vntextclean.filters.boilerplate.text.word_stats import Words, hash_powers, stop_words, word_stats
from vntextclean.lm import kernel
from vntextclean.named_tuple import NamedTuple

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: What is said twice has more characters than this, the second time with them.
DOUBLED = 15


def doubled(text: str) -> bool:
    """Whether a line says the same twice, as the text of a link beside the title of its picture does.

    >>> doubled("Lễ hội hoa ban Lễ hội hoa ban"), doubled("Lễ hội hoa ban")
    (True, False)
    """
    size = len(text)
    half = size // 2
    return size > DOUBLED and text[0] == text[size - half] and text[:half] == text[-half:]


class LineCounts(NamedTuple):
    """For each line: its characters by class, its first one, its last one but for quotes and brackets; its words.

    Both are 0 where there is none. ``sizes`` are the lengths of the lines, ``signs`` all signs that a line holds;
    ``text`` is the lines one below the other.
    """

    text: str

    sizes: NDArray[np.int64]
    counts: NDArray[np.int64]
    first: NDArray[np.uint32]
    last: NDArray[np.uint32]
    signs: NDArray[np.uint32]
    words: Words


def line_counts(texts: list[str]) -> LineCounts:
    """Count the characters and words of lines, none of which holds a line feed.

    >>> found = line_counts(["Chợ nổi, 7 giờ.", "»"])
    >>> found.counts[:, DIGIT].tolist(), found.words.per_line.tolist(), [chr(code) for code in found.last.tolist()]
    ([1, 0], [4.0, 0.0], ['.', '»'])
    """
    text = "\n".join(texts)
    if kernel.native is None:
        return _by_numpy(texts, text)
    size = len(texts)
    sizes = np.fromiter(map(len, texts), np.int64, size)
    counts = np.zeros((size, CLASSES), np.int64)
    first, last, signs = ends = np.zeros((3, size), np.uint32)
    per_line, stops, capitals = counted = np.zeros((3, size), np.float32)
    head, tail = edges = np.zeros((2, size), np.uint64)
    tables, common = (flag_table(), small_table(), sign_table()), stop_words()
    asked = tables, hash_powers(), (common.keys, common.first), counts, ends, (counted, edges)
    keys, lines, known = kernel.native.line_words(text, *asked)
    found = np.frombuffer(keys, np.uint64), np.frombuffer(lines, np.int64), np.frombuffer(known, bool)
    words = Words(*found, per_line, stops, capitals, head, tail)
    return LineCounts(text, sizes, counts, first, last, signs, words)


def _by_numpy(texts: list[str], text: str) -> LineCounts:
    """The reference implementation."""
    size = len(texts)
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    codes = np.minimum(codes, np.uint32(0xFFFF))
    flags = flags_of(codes)
    kinds = flags & np.uint8(CLASS)
    sizes = np.fromiter(map(len, texts), np.int64, size)
    bounds = np.cumsum(sizes + 1)
    line_of = np.repeat(np.arange(size), np.where(np.arange(size) < size - 1, sizes + 1, sizes))
    counts = np.bincount(line_of * CLASSES + kinds, minlength=size * CLASSES).reshape(-1, CLASSES)
    counts[:-1, SPACE] -= 1  # the line feed itself
    words = word_stats(codes, kinds <= DIGIT, kinds == UPPER, line_of, size)
    first, last = _ends(codes, flags, kinds != SPACE, bounds - sizes - 1, bounds - 1)
    signs = np.append(sign_table()[codes], np.uint8(0))  # a line feed is none
    signs = np.bitwise_or.reduceat(signs, bounds - sizes - 1) if size else signs[:0]
    for piece, sign in PIECES:
        if piece in text:
            signs[[index for index, line in enumerate(texts) if piece in line]] |= np.uint8(sign)
    signs[[index for index, line in enumerate(texts) if doubled(line)]] |= np.uint8(TWICE_SIGN)
    filled = sizes > 0
    ends = np.stack(((bounds - sizes - 1)[filled], bounds[filled] - 2))
    signs[filled] |= np.uint8(EDGE_SIGN) * (kinds[ends] == SPACE).any(0).astype(np.uint8)
    return LineCounts(text, sizes, counts, first, last, signs.astype(np.uint32), words)


def _ends(
    codes: NDArray[np.uint32],
    flags: NDArray[np.uint8],
    solid: NDArray[np.bool_],
    starts: NDArray[np.int64],
    ends: NDArray[np.int64],
) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """For each line its first character and its last one but for quotes and brackets; 0 where there is none."""
    first, last = np.zeros((2, len(starts)), np.uint32)
    if not len(codes):
        return first, last
    filled = ends > starts
    first[filled] = codes[starts[filled]]
    kept = (solid & (flags & np.uint8(TRAIL) == 0)).nonzero()[0]
    if len(kept):
        at = np.searchsorted(kept, ends) - 1
        before = kept[np.maximum(at, 0)]
        last = np.where((at >= 0) & (before >= starts), codes[before], np.uint32(0))
    return first, last
