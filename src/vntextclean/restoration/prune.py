"""The coarse pass over a lattice: max-product messages over bigrams prune the candidates of each position."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from vntextclean.lm import kernel
from vntextclean.lm.model import BITS, Model
from vntextclean.named_tuple import NamedTuple

Ids = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]

ROUNDS = 2  # messages travel this many words in each direction: 3 cost more and found no more, 1 lost some
LOG_ZERO = np.float32(-1e4)  # log-weight of an empty column
#: What the kernel begins with where it looks for the largest of some messages.
_LEAST = np.float32(-3.4e38)


class Pruned(NamedTuple):
    """The remaining candidates of each position, likeliest first, and the bigrams of adjacent candidates.

    [position, candidate]: ``ids`` (0: none), ``column`` (the index among the original candidates), ``weight``.
    [position, candidate before, candidate]: ``hit`` (the model has the bigram), ``pair`` (log-probability), ``backoff``
    (back-off weight). Weights and probabilities are float32 in nats.
    """

    ids: Ids
    column: Ints
    weight: Floats
    hit: Bools
    pair: Floats
    backoff: Floats

    def narrowed(self, keep: int) -> Pruned:
        """Only the first ``keep`` candidates."""
        pair = (slice(None), slice(keep), slice(keep))
        return self._replace(
            ids=self.ids[:, :keep], hit=self.hit[pair], pair=self.pair[pair], backoff=self.backoff[pair]
        )


def prune(model: Model, ids: Ids, weight: Floats, keep: int, margin: float) -> Pruned:
    """Keep at most ``keep`` candidates per position, none more than ``margin`` nats below the best.

    Works on flat lists of candidates and bigrams, because most positions have one candidate and few have a dozen.
    """
    count, wide = ids.shape
    weight = np.ascontiguousarray(weight, np.float32)
    if (compiled := model.ngrams.compiled) is not None:
        pruned = Pruned(
            np.empty((count, keep), np.int32), np.empty((count, keep), np.int64), np.empty((count, keep), np.float32),
            np.empty((count, keep, keep), np.bool_), *np.empty((2, count, keep, keep), np.float32),
        )  # fmt: skip
        ids = np.ascontiguousarray(ids, np.int32)
        kernel.native.prune(compiled, ids, weight, wide, keep, margin, ROUNDS, float(LOG_ZERO), *pruned)
        return pruned
    held = ids > 0
    full = held.ravel().nonzero()[0]
    flat, bias = ids.ravel().take(full).astype(np.int64), weight.ravel().take(full)
    size = held.sum(1)
    start = np.concatenate(([0], np.cumsum(size)))
    before = np.concatenate(([0], size[:-1]))
    after = np.concatenate((size[1:], [0]))
    # Adjacent pairs by position, candidate, candidate before. Those of a position begin at ``base``.
    base = np.concatenate(([0], np.cumsum(size * before)))
    length = np.repeat(before, size)[size[0] :]
    heads = np.cumsum(length) - length
    right = np.repeat(np.arange(size[0], len(flat)), length)
    left = np.arange(len(right)) + np.repeat(np.repeat(start[:-1], after) - heads, length)
    past, now = flat.take(left), flat.take(right)
    hit, pair, backoff = model.find(2, (now << BITS) | past)
    own = model.log_prob.take(flat)
    pair += model.backoff.take(flat).take(left) + own.take(right)
    # The same pairs by position, candidate before, candidate.
    local = np.arange(len(flat)) - np.repeat(start[:-1], size)
    length = np.repeat(after, size)[: len(flat) - size[-1]]
    heads_back = np.cumsum(length) - length
    turn = np.arange(len(pair)) - np.repeat(heads_back, length)
    there = np.repeat(np.repeat(start[1:], size)[: len(length)], length) + turn
    stride = np.repeat(size, size)[: len(length)]
    turned = np.repeat(np.repeat(base[1:], size)[: len(length)] + local[: len(length)], length) + turn * np.repeat(
        stride, length
    )
    own += bias
    belief = _coarse(own, bias, pair, left, heads, pair.take(turned), there, heads_back, int(size[0]))
    position = np.repeat(np.arange(count), size)
    best = _most(belief, start[:-1], size)
    good = np.flatnonzero(belief >= best[position] - margin)
    good = good[np.lexsort((-belief[good], position[good]))]
    row = position[good]
    rank = np.arange(len(good)) - np.searchsorted(row, np.arange(count))[row]
    good, row, rank = good[rank < keep], row[rank < keep], rank[rank < keep]
    few, few_weight = np.zeros((count, keep), np.int32), np.full((count, keep), LOG_ZERO, np.float32)
    place, kept = np.zeros((count, keep), np.int64), np.zeros((count, keep), np.int64)
    few[row, rank], few_weight[row, rank] = flat[good], bias[good]
    place[row, rank], kept[row, rank] = local[good], full[good] % wide
    past_place = np.concatenate((np.zeros((1, keep), np.int64), place[:-1]))
    index = base[:-1, None, None] + place[:, None, :] * before[:, None, None] + past_place[:, :, None]
    index = np.minimum(index, max(len(pair) - 1, 0))
    some = (few[:, None, :] > 0) & np.concatenate((np.zeros((1, keep, 1), np.bool_), few[:-1, :, None] > 0))
    if not len(pair):
        pair, hit, backoff = np.zeros(1, np.float32), np.zeros(1, np.bool_), np.zeros(1, np.float32)
    score = np.where(some, pair[index], LOG_ZERO).astype(np.float32)
    return Pruned(few, kept, few_weight, hit[index] & some, score, backoff[index])


def _coarse(
    own: Floats,
    bias: Floats,
    pair: Floats,
    left: Ints,
    heads: Ints,
    turned: Floats,
    there: Ints,
    heads_back: Ints,
    first: int,
) -> Floats:
    """Max-product messages over bigrams at all positions at once: the score of each candidate in its neighbourhood."""
    forward, backward = own.copy(), np.zeros_like(own)
    if not len(pair):
        return own
    back = len(heads_back)
    ahead, behind = (np.diff(begins, append=len(pair)) for begins in (heads, heads_back))
    with np.errstate(over="ignore"):  # a position without candidates on both sides of one
        for _ in range(ROUNDS):
            forward[first:] = _most(forward[left] + pair, heads, ahead) + bias[first:]
        for _ in range(ROUNDS):
            backward[:back] = _most(turned + (bias + backward)[there], heads_back, behind)
        belief: Floats = forward + backward
    return belief


def _most(numbers: Floats, begins: Ints, lengths: Ints) -> Floats:
    """The largest number of each group; the kernel's least where a group is empty, or holds none that is larger."""
    found = np.full(len(begins), _LEAST, np.float32)
    some = lengths > 0
    if some.any():
        found[some] = np.maximum(np.maximum.reduceat(numbers, begins[some]), _LEAST)
    return found
