"""The vocabulary table: 64-bit hashes of spans of a text, and a hash table from them to numbers."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from vntextclean.lm import kernel
from vntextclean.lm.text.characters import Codes, code_points, folded

Ints = npt.NDArray[np.int64]
Words = npt.NDArray[np.uint64]

_BASE = 0x9E3779B97F4A7C15 | 1
_BLOCK = 1 << 15


_INVERSE = pow(_BASE, -1, 2**64)


@cache
def _powers(base: int) -> Words:
    """The powers of a base from 0 on; the kernel, where there is one, does without."""
    out = np.full(_BLOCK, base, np.uint64)
    out[0] = 1
    powers: Words = np.cumprod(out, dtype=np.uint64)
    return powers


# Zero-dimensional arrays: with numpy scalars each step takes half as long again on a short text.
_27, _30, _31, _32 = (np.array(bits, np.uint64) for bits in (27, 30, 31, 32))
_FIRST, _SECOND = np.array(0xBF58476D1CE4E5B9, np.uint64), np.array(0x94D049BB133111EB, np.uint64)

kernel.agree(HASH_BASE=_BASE, HASH_BLOCK=_BLOCK, MIX_FIRST=int(_FIRST), MIX_SECOND=int(_SECOND))


def mixed(keys: Words) -> Words:
    """Mix the bits of 64-bit keys (uint64[n]) by the finaliser of splitmix64.

    >>> int(mixed(np.array([0], np.uint64))[0])
    0
    """
    spread = keys >> _30
    spread ^= keys
    spread *= _FIRST
    spread ^= spread >> _27
    spread *= _SECOND
    spread ^= spread >> _31
    return spread


def hashes(low: Codes, starts: Ints, ends: Ints) -> Words:
    """A 64-bit hash (uint64[n]) of each span [start, end) of folded code points.

    The hash is polynomial, so that one prefix sum serves all spans. Spans are sorted and disjoint. In texts longer than
    32 768 code points only the first 32 768 of a span count.
    """
    if len(low) <= _BLOCK:
        return mixed(_span_sums(low, starts, ends))
    out = np.empty(len(starts), np.uint64)
    begin = 0
    while begin < len(starts):
        origin = int(starts[begin])
        stop = max(int(np.searchsorted(ends, origin + _BLOCK, "right")), begin + 1)
        a, b = starts[begin:stop] - origin, np.minimum(ends[begin:stop] - origin, _BLOCK)
        out[begin:stop] = _span_sums(low[origin : origin + int(b[-1])], a, b)
        begin = stop
    return mixed(out)


def _span_sums(low: Codes, starts: Ints, ends: Ints) -> Words:
    sums = np.zeros(len(low) + 1, np.uint64)
    (low * _powers(_BASE)[: len(low)]).cumsum(out=sums[1:])
    spans = sums.take(ends)
    spans -= sums.take(starts)
    spans *= _powers(_INVERSE).take(starts)
    return spans


def hash_of(word: str) -> int:
    """The hash of one word, case and tone style aside.

    >>> hash_of("Hoà") == hash_of("hòa"), hash_of("hòa") == hash_of("hoa")
    (True, False)
    """
    low = folded(code_points(word))
    return int(hashes(low, np.array([0]), np.array([len(low)]))[0])


class Lexicon:
    """A hash table with open addressing, at most half full: ``keys`` uint32[size], ``values`` int32[size].

    The low bits of a hash are its slot, its high 32 bits are stored to tell it from others. Value -1 is an empty slot.
    Threads may share a table.
    """

    def __init__(self, keys: npt.NDArray[np.uint32], values: npt.NDArray[np.int32]) -> None:
        self.keys, self.values = keys, values
        self.mask = np.array(len(keys) - 1, np.uint64)

    @classmethod
    def build(cls, hashed: Words, values: npt.NDArray[np.int32]) -> Lexicon:
        """The table of ``values`` by ``hashed``; deterministic."""
        size = 1 << max(4, int(np.ceil(np.log2(max(len(hashed), 1) * 2))))
        keys, slots = np.zeros(size, np.uint32), np.full(size, -1, np.int32)
        for key, value in zip(hashed.tolist(), values.tolist(), strict=True):
            at = key & (size - 1)
            while slots[at] >= 0:
                at = (at + 1) & (size - 1)
            keys[at], slots[at] = key >> 32, value
        return cls(keys, slots)

    def find(self, hashed: Words) -> npt.NDArray[np.int32]:
        """The number of each hash (int32[n]), or -1."""
        at = (hashed & self.mask).view(np.int64)
        high = (hashed >> _32).astype(np.uint32)
        out: npt.NDArray[np.int32] = self.values.take(at)
        left = ((self.keys.take(at) != high) & (out >= 0)).nonzero()[0]
        for _ in range(len(self.keys)):
            if not len(left):
                break
            at[left] = (at[left] + 1) & (len(self.keys) - 1)
            value = self.values[at[left]]
            out[left] = value
            left = left[(self.keys[at[left]] != high[left]) & (value >= 0)]
        else:
            out[left] = -1
        return out
