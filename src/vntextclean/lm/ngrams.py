"""A back-off n-gram model over ids in static tables, for many n-grams at once.

An id has 15 bits, and an n-gram is packed into one integer, the last id in the highest bits. A table stores for each
n-gram its gain: log-probability minus that of backing off (nats). So present and absent n-grams are the same sum, with
gain 0 for absent ones. Id 0 is "no context"; id 1 (``<s>``) ends a history.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from vntextclean.lm import fuse_table, kernel
from vntextclean.named_tuple import NamedTuple

Floats = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]
Ids = npt.NDArray[np.int64]
Keys = npt.NDArray[np.uint64] | npt.NDArray[np.int64]
BITS = 15
TOP_BITS = 5  # value bits of a 16-bit slot of the highest order; the other 11 are the fingerprint
END = 1
kernel.agree(BITS=BITS, END=END)


class _Order(NamedTuple):
    """The static table of one order, and the codebooks of its values (nats)."""

    table: fuse_table.Table
    gains: Floats
    backoffs: Floats | None


class NGrams:
    """The tables of all orders; ``log_prob`` and ``backoff`` are float32[ids], in nats, of single ids.

    ``arrays`` holds ``N/slots``, ``N/gains`` and (below the highest order) ``N/backoffs`` for every order N from 2.
    ``layout`` holds the seed and the segment length of each order's table. Raises KeyError if an array is missing and
    ValueError if the arrays do not fit together. Threads may share an instance.
    """

    def __init__(
        self,
        log_prob: Floats,
        backoff: Floats,
        arrays: Mapping[str, npt.NDArray[Any]],
        layout: Sequence[tuple[int, int]],
    ) -> None:
        self.log_prob, self.backoff = log_prob, backoff
        self.order = len(layout) + 1
        self._orders = [
            _Order(
                fuse_table.Table(arrays[f"{n}/slots"], seed, 16 if n < self.order else TOP_BITS, segment),
                arrays[f"{n}/gains"],
                arrays[f"{n}/backoffs"] if n < self.order else None,
            )
            for n, (seed, segment) in enumerate(layout, 2)
        ]
        if not self._fits():
            raise ValueError("the n-gram tables do not fit together")
        self._handle = self._compiled()

    def _compiled(self) -> Any:
        """The tables as a kernel handle, or None without a kernel."""
        orders = [
            (o.table.slots, o.table.slots.itemsize, int(fuse_table.start(o.table.seed)), o.table.bits, o.table.segment,
             o.gains, o.backoffs)
            for o in self._orders
        ]  # fmt: skip
        return kernel.handle("ngrams", self.log_prob, self.backoff, orders)

    @property
    def compiled(self) -> Any:
        """The kernel handle, or None: then numpy computes."""
        return None if kernel.native is None else self._handle

    def table(self, order: int) -> fuse_table.Table:
        """The table of the n-grams of one order."""
        return self._orders[order - 2].table

    def _fits(self) -> bool:
        """Whether no number in the arrays is an index outside another array."""
        return (
            len(self.log_prob) == len(self.backoff)
            and 0 < len(self.log_prob) < 1 << BITS
            and bool(np.isfinite(self.log_prob).all() and np.isfinite(self.backoff).all())
            and all(np.isfinite(each).all() for o in self._orders for each in (o.gains, o.backoffs) if each is not None)
            and all(
                o.table.fits()
                and o.table.slots.dtype == (np.uint16 if o.backoffs is None else np.uint32)
                and len(o.gains) == (1 << TOP_BITS if o.backoffs is None else 256)
                and (o.backoffs is None or len(o.backoffs) == 256)
                for o in self._orders
            )
        )

    def find(self, order: int, keys: Keys) -> tuple[Bools, Floats, Floats]:
        """Look up packed n-grams of one order: hit (bool[n]), gain over backing off and own back-off weight (nats).

        Gain and weight are 0 where an n-gram is absent, so that both may always be added. A key holds the last id in
        its highest 15 bits.
        """
        if (handle := self.compiled) is not None:
            hit, gain, backoff = np.empty(len(keys), np.bool_), *np.empty((2, len(keys)), np.float32)
            kernel.native.find(handle, order, np.ascontiguousarray(keys), hit, gain, backoff)
            return hit, gain, backoff
        entry = self._orders[order - 2]
        hit, value = entry.table.find(keys)
        if entry.backoffs is None:
            return hit, entry.gains.take(value) * hit, np.zeros(len(keys), np.float32)
        return hit, entry.gains.take(value >> 8) * hit, entry.backoffs.take(value & 255) * hit

    def gains(self, order: int, keys: Keys) -> tuple[Bools, Floats]:
        """The first two arrays of :meth:`find`."""
        if (handle := self.compiled) is not None:
            hit, gain = np.empty(len(keys), np.bool_), np.empty(len(keys), np.float32)
            kernel.native.find(handle, order, np.ascontiguousarray(keys), hit, gain, None)
            return hit, gain
        entry = self._orders[order - 2]
        hit, value = entry.table.find(keys)
        return hit, entry.gains.take(value if entry.backoffs is None else value >> 8) * hit

    def pairs(self, first: Ids, second: Ids) -> tuple[Floats, Bools]:
        """``log p(second[i] | first[i])`` (float32[n], nats), and whether each pair is in the table (bool[n])."""
        if (handle := self.compiled) is not None:
            score, seen = np.empty(len(first), np.float32), np.empty(len(first), np.bool_)
            kernel.native.pairs(handle, _longs(first), _longs(second), score, seen)
            return score, seen
        seen, gain = self.gains(2, (second << BITS) | first)
        score = self.backoff.take(first)
        score += self.log_prob.take(second)
        score += gain
        return score, seen

    def logp(self, context: npt.NDArray[np.integer[Any]]) -> Floats:
        """Log-probability (float32[rows], nats) of the last id of each row of ``context``, given the ids before it.

        Id 0 means no context, and so does everything before an END. Of each row only the last ``order`` ids are read.
        """
        rows = np.atleast_2d(np.asarray(context))
        score: Floats
        if (handle := self.compiled) is not None:
            score = np.empty(len(rows), np.float32)
            kernel.native.logp(handle, _longs(rows), rows.shape[1], score)
            return score
        columns = np.ascontiguousarray(rows[:, : -self.order - 1 : -1].T, np.int64)
        size, last = len(rows), len(columns) - 1
        score = self.log_prob.take(columns[0])
        if not last:
            return score
        key, history = columns[0], columns[1]
        alive = suffix = np.ones(size, np.bool_)
        known, weight = alive, self.backoff.take(history)
        for back in range(1, last + 1):
            past = columns[back]
            alive = alive & (past != 0)
            known = alive & known
            key = (key << BITS) | past
            if back == last:
                hit, gain = self.gains(back + 1, key)
                suffix = suffix & hit & known
                score += known * weight + suffix * gain
                break
            # One look-up in this order's table, for the n-grams and for the histories of the next order.
            history = (history << BITS) | columns[back + 1]
            hit, gain, weights = self.find(back + 1, np.concatenate((key, history)))
            suffix = suffix & hit[:size] & known
            score += known * weight + suffix * gain[:size]
            alive = alive & (past != END)
            known, weight = hit[size:], weights[size:]
        return score

    def of_stream(self, stream: npt.NDArray[np.integer[Any]]) -> Floats:
        """Log-probabilities (float32[n - 1], nats) of all ids of a sequence but the first."""
        rows = np.zeros((len(stream) - 1, self.order), np.int64)
        for back in range(self.order):
            rows[max(0, back - 1) :, -1 - back] = stream[max(0, 1 - back) : len(stream) - back]
        return self.logp(rows)


def _longs(ids: npt.NDArray[np.integer[Any]]) -> Ids:
    """Ids as contiguous int64, as the kernel reads them."""
    return np.ascontiguousarray(ids, np.int64)
