"""Static tables from 64-bit keys to small integers: binary fuse filters with values (Graf and Lemire 2022).

A look-up reads three slots and combines them by exclusive or. A key of the table gives its value. Any other key is
recognised by its fingerprint, with a false-hit rate of 1 in 2^(bits of the fingerprint). A table takes 1.13 slots per
key. Look-ups are vectorised: no Python loop runs over keys.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from vntextclean.lm import kernel
from vntextclean.lm.text.lexicon import mixed
from vntextclean.named_tuple import NamedTuple

Keys = npt.NDArray[np.uint64]
Ints = npt.NDArray[np.int64]
_BLOCK = 1 << 13
_GOLDEN, _PRINT = np.array(0x9E3779B97F4A7C15, np.uint64), np.array(0xC2B2AE3D27D4EB4F, np.uint64)
kernel.agree(KEY_BASE=int(_GOLDEN), PRINT_BASE=int(_PRINT))
_18, _32 = np.array(18, np.uint64), np.array(32, np.uint64)


class Table(NamedTuple):
    """Slots (uint16 or uint32): the fingerprint in the high bits, the value in the low ``bits`` bits.

    ``seed`` selects the hash function, ``segment`` is the segment length (a power of two). Threads may share a table.
    """

    slots: npt.NDArray[Any]
    seed: int
    bits: int
    segment: int

    def fits(self) -> bool:
        """Whether every slot that a key can hash to lies inside the table."""
        return (
            self.segment > 1
            and self.segment & (self.segment - 1) == 0
            and len(self.slots) >= 3 * self.segment
            and 0 <= self.seed < 1 << 32
        )

    def find(self, keys: Keys | Ints) -> tuple[npt.NDArray[np.bool_], Ints]:
        """Whether each key is in the table (bool[n]), and its value (int64[n]; arbitrary below 2^bits if it is not)."""
        if len(keys) <= _BLOCK:
            return self._find(keys)
        hit, value = np.empty(len(keys), np.bool_), np.empty(len(keys), np.int64)
        for begin in range(0, len(keys), _BLOCK):
            part = slice(begin, begin + _BLOCK)
            hit[part], value[part] = self._find(keys[part])
        return hit, value

    def _find(self, keys: Keys | Ints) -> tuple[npt.NDArray[np.bool_], Ints]:
        slots = self.slots
        hashed = _hashed(keys.view(np.uint64), self.seed)
        a, b, c = _places(hashed, len(slots), self.segment)
        seen = slots.take(a, mode="clip")
        seen ^= slots.take(b, mode="clip")
        seen ^= slots.take(c, mode="clip")
        prints = _prints(hashed, slots.dtype.itemsize * 8 - self.bits).astype(slots.dtype)
        return (seen >> self.bits) == prints, (seen & ((1 << self.bits) - 1)).astype(np.int64)


@lru_cache(maxsize=64)
def start(seed: int) -> Keys:
    """The constant that is added to every key for a seed, before the bits are mixed."""
    return np.array((seed + 1) * 0xD1B54A32D192ED03 % 2**64, np.uint64)


def _hashed(keys: Keys, seed: int) -> Keys:
    own = keys * _GOLDEN
    own += start(seed)
    return mixed(own)


def _prints(hashed: Keys, bits: int) -> Keys:
    prints: Keys = hashed * _PRINT
    prints >>= np.uint64(64 - bits)
    return prints


def _places(hashed: Keys, size: int, segment: int) -> tuple[Ints, Ints, Ints]:
    mask = np.array(segment - 1, np.uint64)
    first = hashed >> _32
    first *= np.uint64(size - 2 * segment)
    first >>= _32
    third = first + np.array(segment, np.uint64)
    second = hashed >> _18
    second &= mask
    second ^= third
    third += np.array(segment, np.uint64)
    third ^= hashed & mask
    return first.view(np.int64), second.view(np.int64), third.view(np.int64)


def build(keys: Keys, values: Ints, bits: int, dtype: type[np.unsignedinteger[Any]]) -> Table:
    """Build a table from distinct ``keys`` (uint64[n]) and ``values`` below 2^bits. The result is deterministic.

    Raises ValueError if the keys are not distinct.
    """
    count = max(len(keys), 2)
    segment = 1 << min(18, max(2, int(math.log(count) / math.log(3.33) + 2.25)))
    factor = max(1.13, 0.88 + 0.25 * math.log(1e6) / math.log(count))
    size = (max(1, math.ceil(count * factor / segment) - 2) + 2) * segment
    for seed in range(64):
        hashed = _hashed(keys, seed)
        rounds = _peel(hashed, size, segment)
        if rounds is not None:
            break
        size += segment
    else:
        raise ValueError("the keys are not distinct")
    prints = _prints(hashed, np.dtype(dtype).itemsize * 8 - bits) << np.uint64(bits)
    wanted = (prints | values.astype(np.uint64)).astype(dtype)
    return Table(_filled(hashed, rounds, wanted, size, segment), seed, bits, segment)


def beside(table: Table, keys: Keys, values: Ints, dtype: type[np.unsignedinteger[Any]]) -> npt.NDArray[Any]:
    """Slots for more values of the keys of a table, at the same places: who looks up a key knows where they lie.

    There is no fingerprint: a key that is not among ``keys`` has any value. Raises ValueError if the keys are not
    distinct or too many for so many slots.
    """
    hashed = _hashed(keys, table.seed)
    size = len(table.slots)
    rounds = _peel(hashed, size, table.segment)
    if rounds is None:
        raise ValueError("the keys are not distinct, or too many for the table")
    return _filled(hashed, rounds, values.astype(dtype), size, table.segment)


def _filled(
    hashed: Keys, rounds: list[tuple[Ints, Ints]], wanted: npt.NDArray[Any], size: int, segment: int
) -> npt.NDArray[Any]:
    """Slots whose exclusive or is what is wanted of each key."""
    slots = np.zeros(size, wanted.dtype)
    for which, at in reversed(rounds):
        a, b, c = _places(hashed[which], size, segment)
        slots[at] = 0
        slots[at] = wanted[which] ^ slots[a] ^ slots[b] ^ slots[c]
    return slots


def _peel(hashed: Keys, size: int, segment: int) -> list[tuple[Ints, Ints]] | None:
    """Peel the hypergraph: rounds of (keys, slot that only this key uses); None if it cannot be peeled completely."""
    three = np.stack(_places(hashed, size, segment))
    degree = np.bincount(three.ravel(), minlength=size)
    total = np.zeros(size, np.int64)
    for row in three:
        total += np.bincount(row, np.arange(row.size), size).astype(np.int64)
    rounds, left = [], hashed.size
    ready = np.flatnonzero(degree == 1)
    while len(ready):
        which, first = np.unique(total[ready], return_index=True)
        rounds.append((which, ready[first]))
        left -= len(which)
        touched = three[:, which].ravel()
        np.subtract.at(degree, touched, 1)
        np.subtract.at(total, touched, np.tile(which, 3))
        ready = np.unique(touched)
        ready = ready[degree[ready] == 1]
    return rounds if left == 0 else None
