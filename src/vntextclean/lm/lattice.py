"""Which of several spellings stands at each place: exact posteriors of the n-gram model over a lattice.

From coarse to fine. Every position starts with up to a dozen candidates. Bigram messages, passed between all
neighbours at once, leave the few that matter; over those, the full order of the model decides by forward-backward.
Where neighbours are certain the lattice falls apart into short pieces, which are worked through in step, so that numpy
does the work and no loop runs over syllables.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from vntextclean.lm.model import BITS, Model
from vntextclean.lm.scan import SENTENCE

Ids = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]

KEEP = 5  # candidates left to the fine pass: 4 costs 0.03 points of accuracy, 3 costs 0.15
MARGIN = 9.0  # nats below the best at which a candidate is dropped by the coarse pass
SURE = 0.96  # posterior above which no further evidence is asked for: 0.99 changed nothing but the speed
ROUNDS = 3  # coarse messages travel this many words each way
_SHIFT = np.uint64(BITS)
_NEVER = np.float32(-1e4)

Extra = Callable[[Ints, Ids, Floats], Floats]


class Decoded(NamedTuple):
    """For each position the candidates that survived, likeliest first, with their posterior; 0 is no candidate.

    ``column`` tells which of the original candidates each is.
    """

    ids: Ids
    posterior: Floats
    column: Ints


class _Pieces(NamedTuple):
    """Pieces of a lattice that are worked through together: their positions, where each begins, and their scores."""

    relevant: Ints
    first: Ints
    length: Ints
    potential: Floats


class _Fine(NamedTuple):
    """A lattice after pruning, ready to be worked through with any weights."""

    ids: Ids
    column: Ints
    weight: Floats
    parts: list[_Pieces]


class Lattice:
    """The pieces of a text in doubt, ready to be weighed again as further evidence comes in.

    ``ids`` are the candidates that the coarse pass left, ``column`` tells which of the original ones each is.
    """

    def __init__(self, model: Model, ids: Ids, weight: Floats, *, keep: int = KEEP, margin: float = MARGIN) -> None:
        self._fine = _prepare(model, ids, np.where(ids > 0, weight, _NEVER).astype(np.float32), keep, margin)
        self.ids, self.column = self._fine.ids, self._fine.column

    def posterior(self, at: Ints | None = None, added: Floats | None = None) -> Floats:
        """The posterior of every candidate, with ``added`` log-weights at positions ``at``."""
        weight = self._fine.weight
        if at is not None and added is not None:
            weight = weight.copy()
            weight[at] += added
        out = np.zeros(self.ids.shape, np.float32)
        out[:, 0] = 1
        for part in self._fine.parts:
            keep = part.potential.shape[-1]
            out[part.relevant, :keep] = _run(part, weight[part.relevant, :keep])
        return out

    def decoded(self, posterior: Floats) -> Decoded:
        """Candidates in the order of their posterior."""
        order = np.argsort(-posterior, axis=1, kind="stable")
        return Decoded(
            np.take_along_axis(self.ids, order, 1),
            np.take_along_axis(posterior, order, 1),
            np.take_along_axis(self.column, order, 1),
        )


def unsure(posterior: Floats) -> Ints:
    """The positions at which further evidence is worth its cost."""
    return np.flatnonzero(posterior.max(1) < SURE)


def decode(
    model: Model, ids: Ids, weight: Floats, extra: Extra | None = None, *, keep: int = KEEP, margin: float = MARGIN
) -> Decoded:
    """Posteriors of the candidates ``ids[position, candidate]`` (0: none) with log-weights ``weight``.

    Positions are those of a stream: <s> and <p> are positions with one candidate. ``extra`` is asked for further
    log-weights at uncertain positions: it gets their indices, candidates and posteriors.
    """
    lattice = Lattice(model, ids, weight, keep=keep, margin=margin)
    posterior = lattice.posterior()
    if extra is not None and len(at := unsure(posterior)):
        posterior = lattice.posterior(at, extra(at, lattice.ids[at], posterior[at]))
    return lattice.decoded(posterior)


def _prepare(model: Model, ids: Ids, weight: Floats, keep: int, margin: float) -> _Fine:
    """Prune to the candidates that matter, by bigram messages over flat lists of candidates and of pairs."""
    count, wide = ids.shape
    full = np.flatnonzero(ids > 0)
    flat, bias, column = ids.ravel()[full], weight.ravel()[full], full % wide
    size = (ids > 0).sum(1)
    start = np.concatenate(([0], np.cumsum(size)))
    before = np.concatenate(([0], size[:-1]))
    after = np.concatenate((size[1:], [0]))
    # Pairs of neighbours, by position, then candidate, then candidate before; ``base`` is where a position's begin.
    base = np.concatenate(([0], np.cumsum(size * before)))
    length = np.repeat(before, size)[size[0] :]
    heads = np.cumsum(length) - length
    right = np.repeat(np.arange(size[0], len(flat)), length)
    left = np.arange(len(right)) + np.repeat(np.repeat(start[:-1], after) - heads, length)
    past, now = flat[left], flat[right]
    hit, gain, backoff = model.find(2, (now.astype(np.uint64) << _SHIFT) | past.astype(np.uint64))
    pair = model.backoff[past] + model.log_prob[now] + gain
    # The same pairs by position, then candidate before, then candidate.
    local = np.arange(len(flat)) - np.repeat(start[:-1], size)
    length = np.repeat(after, size)[: len(flat) - size[-1]]
    heads_back = np.cumsum(length) - length
    turn = np.arange(len(pair)) - np.repeat(heads_back, length)
    there = np.repeat(np.repeat(start[1:], size)[: len(length)], length) + turn
    stride = np.repeat(size, size)[: len(length)]
    turned = np.repeat(np.repeat(base[1:], size)[: len(length)] + local[: len(length)], length) + turn * np.repeat(
        stride, length
    )
    belief = _coarse(
        model.log_prob[flat] + bias, bias, pair, left, heads, pair[turned], there, heads_back, int(size[0])
    )
    position = np.repeat(np.arange(count), size)
    best = np.maximum.reduceat(belief, start[:-1])
    good = np.flatnonzero(belief >= best[position] - margin)
    good = good[np.lexsort((-belief[good], position[good]))]
    row = position[good]
    rank = np.arange(len(good)) - np.searchsorted(row, np.arange(count))[row]
    good, row, rank = good[rank < keep], row[rank < keep], rank[rank < keep]
    few, few_weight = np.zeros((count, keep), np.int32), np.full((count, keep), _NEVER, np.float32)
    place, kept = np.zeros((count, keep), np.int64), np.zeros((count, keep), np.int64)
    few[row, rank], few_weight[row, rank] = flat[good], bias[good]
    place[row, rank], kept[row, rank] = local[good], column[good]
    past_place = np.concatenate((np.zeros((1, keep), np.int64), place[:-1]))
    index = base[:-1, None, None] + place[:, None, :] * before[:, None, None] + past_place[:, :, None]
    index = np.minimum(index, max(len(pair) - 1, 0))
    some = (few[:, None, :] > 0) & np.concatenate((np.zeros((1, keep, 1), np.bool_), few[:-1, :, None] > 0))
    if not len(pair):
        pair, hit, backoff = np.zeros(1, np.float32), np.zeros(1, np.bool_), np.zeros(1, np.float32)
    score = np.where(some, pair[index], _NEVER).astype(np.float32)
    return _potentials(model, few, kept, few_weight, hit[index] & some, score, backoff[index])


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
    """Max-product messages over bigrams, all positions at once: the score of each candidate given its neighbourhood."""
    forward, backward = own.copy(), np.zeros_like(own)
    if not len(pair):
        return own
    back = len(heads_back)
    for _ in range(ROUNDS):
        forward[first:] = np.maximum.reduceat(forward[left] + pair, heads) + bias[first:]
    for _ in range(ROUNDS):
        backward[:back] = np.maximum.reduceat(turned + (bias + backward)[there], heads_back)
    belief: Floats = forward + backward
    return belief


def _potentials(
    model: Model, ids: Ids, column: Ints, weight: Floats, hit: Bools, prob: Floats, backoff: Floats
) -> _Fine:
    count = len(ids)
    order = min(model.order, 4)
    alone = (ids > 0).sum(1) <= 1
    stops = ids[:, 0] == SENTENCE
    # A position matters if it or a word of its history is undecided; histories end at <s>.
    matters = ~alone
    alive = np.ones(count, np.bool_)
    for back in range(1, order):
        alive[back:] &= ~stops[1 : count - back + 1] if back > 1 else True
        earlier = np.zeros(count, np.bool_)
        earlier[back:] = ~alone[:-back]
        matters = matters | (earlier & alive)
    relevant = np.flatnonzero(matters)
    begins = np.flatnonzero(np.diff(relevant, prepend=-9) > 1)
    split = np.flatnonzero(np.concatenate(([False], stops[relevant[1:] - 1]))) if len(relevant) else begins
    begins = np.union1d(begins, split)
    length = np.diff(np.append(begins, len(relevant)))
    # Most pieces have two candidates at most: worked through by themselves they cost a fifteenth of those with five.
    most = np.maximum.reduceat((ids > 0).sum(1)[relevant], begins) if len(begins) else begins
    parts, below = [], 0
    for keep in sorted({min(2, ids.shape[1]), min(3, ids.shape[1]), ids.shape[1]}):
        chosen = (most > below) & (most <= keep)
        below = keep
        if chosen.any():
            own = relevant[np.repeat(chosen, length)]
            small = (ids[:, :keep], hit[:, :keep, :keep], prob[:, :keep, :keep], backoff[:, :keep, :keep])
            potential = _full_order(model, small[0], own, *small[1:], order)
            parts.append(_Pieces(own, np.cumsum(length[chosen]) - length[chosen], length[chosen], potential))
    return _Fine(ids, column, weight, parts)


def _full_order(
    model: Model, ids: Ids, relevant: Ints, hit: Bools, prob: Floats, backoff: Floats, order: int
) -> Floats:
    """Conditional log-probabilities at the relevant positions: axes position, history oldest first, candidate."""
    keep = ids.shape[1]
    keys = ids.astype(np.uint64)
    if order == 2:
        pairs: Floats = prob[relevant]
        return pairs
    wanted = np.union1d(relevant, np.maximum(relevant - 1, 0)) if order > 3 else relevant
    one, two = np.maximum(wanted - 1, 0), np.maximum(wanted - 2, 0)
    reach = (wanted >= 2) & (ids[one, 0] != SENTENCE)
    now, past, old = keys[wanted], keys[one], keys[two] * reach[:, None].astype(np.uint64)
    some = (old[:, :, None, None] > 0) & (past[:, None, :, None] > 0) & (now[:, None, None, :] > 0)
    known = some & hit[one][:, :, :, None]
    look = known & hit[wanted][:, None, :, :]
    third = np.repeat(prob[wanted][:, None], keep, 1) + np.where(known, backoff[one][:, :, :, None], 0)
    at = np.nonzero(look)
    key = (((now[at[0], at[3]] << _SHIFT) | past[at[0], at[2]]) << _SHIFT) | old[at[0], at[1]]
    found = model.find(3, key)
    third[at] += found[1]
    # Without a word two back (after <s>) the first row stands for all.
    third[:, 1:][~some[:, 1:]] = _NEVER
    if order == 3:
        return third
    third_hit = np.zeros(third.shape, np.bool_)
    third_backoff = np.zeros(third.shape, np.float32)
    third_hit[at] = found[0]
    third_backoff[at] = found[2]
    place = np.searchsorted(wanted, relevant)
    earlier = np.searchsorted(wanted, np.maximum(relevant - 1, 0))
    three = np.maximum(relevant - 3, 0)
    reach = (relevant >= 3) & reach[place] & (ids[np.maximum(relevant - 2, 0), 0] != SENTENCE)
    oldest = keys[three] * reach[:, None].astype(np.uint64)
    some4 = (oldest[:, :, None, None, None] > 0) & some[place][:, None]
    known = some4 & third_hit[earlier][..., None]
    look = known & third_hit[place][:, None]
    fourth = np.repeat(third[place][:, None], keep, 1) + np.where(known, third_backoff[earlier][..., None], 0)
    at4 = np.nonzero(look)
    key = (
        (
            (((now[place[at4[0]], at4[4]] << _SHIFT) | past[place[at4[0]], at4[3]]) << _SHIFT)
            | old[place[at4[0]], at4[2]]
        )
        << _SHIFT
    ) | oldest[at4[0], at4[1]]
    fourth[at4] += model.find(4, key)[1]
    fourth[:, 1:][~some4[:, 1:]] = _NEVER
    return fourth


def _run(part: _Pieces, weight: Floats) -> Floats:
    """Forward-backward over all pieces in step; the posterior of each candidate at each of their positions."""
    keep = weight.shape[1]
    score = part.potential + weight.reshape(len(weight), *(1,) * (part.potential.ndim - 2), keep)
    axes = tuple(range(1, score.ndim))
    score = np.exp(score - score.max(axes, keepdims=True))
    rank = np.argsort(-part.length, kind="stable")
    first, length = part.first[rank], part.length[rank]
    pieces, steps = len(first), int(length[0])
    active = np.searchsorted(-length, -np.arange(1, steps + 1), "right")
    state = np.zeros((pieces, *score.shape[1:-1]), np.float32)
    state.reshape(pieces, -1)[:, 0] = 1
    forward = np.empty((len(score), *score.shape[2:]), np.float32)
    for step in range(steps):
        at = first[: active[step]] + step
        state = np.einsum("pa...,pa...c->p...c", state[: active[step]], score[at])
        if step % 3 == 2:  # a step takes at most some 20 nats, float32 has 87
            state /= np.maximum(state.max(tuple(range(1, state.ndim)), keepdims=True), 1e-30)
        forward[at] = state
    back = np.ones((0, *score.shape[2:]), np.float32)
    backward = np.empty_like(forward)
    for step in range(steps - 1, -1, -1):
        more = np.ones((active[step], *score.shape[2:]), np.float32)
        more[: len(back)] = back
        at = first[: active[step]] + step
        backward[at] = more
        back = np.einsum("pa...c,p...c->pa...", score[at], more)
        if step % 3 == 2:
            back /= np.maximum(back.max(tuple(range(1, back.ndim)), keepdims=True), 1e-30)
    joint = forward * backward
    marginal = joint.sum(tuple(range(1, joint.ndim - 1)))
    posterior: Floats = marginal / np.maximum(marginal.sum(1, keepdims=True), 1e-30)
    return posterior
