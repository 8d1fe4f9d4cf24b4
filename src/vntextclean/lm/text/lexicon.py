"""Spellings to numbers: 64-bit hashes of spans of a text, and the open table they are looked up in."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from vntextclean.lm import kernel
from vntextclean.lm.text.characters import Codes, code_points, folded

Ints = npt.NDArray[np.int64]
Words = npt.NDArray[np.uint64]

_BASE = 0x9E3779B97F4A7C15 | 1
_BLOCK = 1 << 15


def _powers(base: int) -> Words:
    out = np.full(_BLOCK, base & (2**64 - 1), np.uint64)
    out[0] = 1
    powers: Words = np.cumprod(out, dtype=np.uint64)
    return powers


_POWER = _powers(_BASE)
_INVERSE = _powers(pow(_BASE, -1, 2**64))
# Arrays without dimension: with numpy's own scalars each step costs half as much again on a short text.
_27, _30, _31, _32 = (np.array(bits, np.uint64) for bits in (27, 30, 31, 32))
_FIRST, _SECOND = np.array(0xBF58476D1CE4E5B9, np.uint64), np.array(0x94D049BB133111EB, np.uint64)

kernel.agree(HASH_BASE=_BASE, HASH_BLOCK=_BLOCK, MIX_FIRST=int(_FIRST), MIX_SECOND=int(_SECOND))


def mixed(keys: Words) -> Words:
    """Spread 64-bit keys over all bits, as the finaliser of splitmix64 does.

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
    """A 64-bit hash of each span of folded code points: polynomial, so that one prefix sum serves all spans."""
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
    (low * _POWER[: len(low)]).cumsum(out=sums[1:])
    spans = sums.take(ends)
    spans -= sums.take(starts)
    spans *= _INVERSE.take(starts)
    return spans


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
        self.mask = np.array(len(keys) - 1, np.uint64)

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
