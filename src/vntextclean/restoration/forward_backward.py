"""Forward-backward over chains of uncertain positions: posteriors of all candidates under the full n-gram order.

Where adjacent words are certain, a text splits into short independent chains. The chains are laid out step by step, the
longest first, so that one step of all chains is one block of an array. No Python loop runs over words.

The kernel's chains come out equal to the last bit: exponentials are computed by the same polynomial, and sums are added
in the same order. Posteriors near 1 are read as log-odds later: at 0.9994 two last bits of float32 are 0.0002 nats.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from vntextclean.lm import kernel
from vntextclean.lm.model import BITS, Model
from vntextclean.lm.text.scan import SENTENCE
from vntextclean.named_tuple import NamedTuple
from vntextclean.restoration.prune import LOG_ZERO, Bools, Floats, Ints, Pruned

_SHIFT = np.uint64(BITS)
#: The model order that the kernel supports, and the largest number of candidates per position.
COMPILED_ORDER, COMPILED_KEEP = 3, 16
_CEPHES = np.array(
    [1.9875691500e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1], np.float32
)
kernel.agree(LATTICE_ORDER=COMPILED_ORDER, LATTICE_KEEP=COMPILED_KEEP)


class Chains(NamedTuple):
    """Chains with the same number of candidates; rows are sorted by step, then chain.

    ``position`` and ``piece`` (int64[rows]) are the position of a row in the text and its chain, ``length``
    (int64[chains]) the lengths, longest first, ``potential`` (float32[rows, history ..., candidate], nats) the
    conditional log-probabilities, oldest history first.
    """

    position: Ints
    piece: Ints
    length: Ints
    potential: Floats

    def only(self, chosen: Bools) -> Chains:
        """The chains of a mask (bool[chains])."""
        kept = chosen[self.piece]
        number = np.cumsum(chosen) - 1
        return Chains(self.position[kept], number[self.piece[kept]], self.length[chosen], self.potential[kept])

    def holding(self, marked: Bools) -> Chains:
        """The chains that contain a position of the mask (bool[positions])."""
        chosen = np.zeros(len(self.length), np.bool_)
        chosen[self.piece[marked[self.position]]] = True
        return self if chosen.all() else self.only(chosen)

    def posterior(self, weight: Floats) -> Floats:
        """Forward-backward over all chains (at least one): posteriors float32[rows, candidate].

        ``weight`` (float32[position, candidate]) are the log-weights of the candidates at all positions of the text.
        """
        keep = self.potential.shape[-1]
        own = weight[self.position, :keep]
        score = self.potential + own.reshape(len(own), *(1,) * (self.potential.ndim - 2), keep)
        axes = tuple(range(1, score.ndim))
        score -= score.max(axes, keepdims=True)
        score = exponential(score)
        steps = int(self.length[0])
        active = np.searchsorted(-self.length, -np.arange(1, steps + 1), "right")
        ends = np.cumsum(active).tolist()
        blocks = [slice(end - count, end) for end, count in zip(ends, active.tolist(), strict=True)]
        forward = np.empty((len(score), *score.shape[2:]), np.float32)
        state = np.zeros((len(self.length), *score.shape[1:-1]), np.float32)
        state.reshape(len(state), -1)[:, :1] = 1
        for step, block in enumerate(blocks):
            part = score[block]
            state = _total(state[: len(part), ..., None] * part, 1, forward[block])
            if step % 3 == 2:  # against underflow: a step loses at most some 20 nats, float32 has a range of 87
                _scale(state)
        backward = np.ones_like(forward)
        for step in range(steps - 1, 0, -1):
            block = blocks[step]
            state = _total(score[block] * backward[block][:, None], -1)
            if step % 3 == 2:
                _scale(state)
            backward[blocks[step - 1]][: len(state)] = state
        forward *= backward
        marginal = forward
        while marginal.ndim > 2:
            marginal = _total(marginal, 1)
        posterior: Floats = marginal / np.maximum(_total(marginal, 1)[:, None], np.float32(1e-30))
        return posterior


def exponential(x: Floats) -> Floats:
    """e^x as the kernel computes it (``vn_exp`` in ``kernel.h``, coefficients: Cephes), to the last bit.

    >>> exponential(np.array([0, 1, -100], np.float32)).round(4).tolist()
    [1.0, 2.7183001041412354, 0.0]
    """
    y = np.clip(x, np.float32(-87), np.float32(88))
    k = (y * np.float32(1.44269504) + np.float32(12582912)) - np.float32(12582912)  # to the nearest whole number
    r = (y - k * np.float32(0.693359375)) + k * np.float32(2.12194440e-4)
    p = np.full_like(r, _CEPHES[0])
    for coefficient in _CEPHES[1:]:
        p = p * r + coefficient
    p = p * r * r + r + np.float32(1)
    factor = ((k.astype(np.int32) + 127) << 23).view(np.float32)
    powers: Floats = np.where(x > -87, p * factor, np.float32(0))
    return powers


def _total(terms: Floats, axis: int, out: Floats | None = None) -> Floats:
    """The sum along an axis, one after the other as the kernel adds; ``np.sum`` adds them in pairs."""
    rows = np.moveaxis(terms, axis, 0)
    if out is None:
        out = np.empty(rows.shape[1:], np.float32)
    out[...] = rows[0]
    for row in rows[1:]:
        out += row
    return out


def _scale(state: Floats) -> None:
    """Scale the largest number of each chain to 1."""
    state /= np.maximum(state.max(tuple(range(1, state.ndim)), keepdims=True), 1e-30)


def chains(model: Model, pruned: Pruned) -> list[Chains]:
    """The chains of a text in which something is undecided, grouped by the number of candidates."""
    ids = pruned.ids
    count = len(ids)
    order = min(model.order, 4)
    size = (ids > 0).sum(1)
    alone = size <= 1
    stops = ids[:, 0] == SENTENCE
    # A position matters if it or a word of its history is undecided. Histories end at <s>.
    matters = ~alone
    alive = np.ones(count, np.bool_)
    for back in range(1, order):
        alive[back:] &= ~stops[1 : count - back + 1] if back > 1 else True
        earlier = np.zeros(count, np.bool_)
        earlier[back:] = ~alone[:-back]
        matters = matters | (earlier & alive)
    relevant = matters.nonzero()[0]
    if not len(relevant):
        return []
    starts = np.ones(len(relevant), np.bool_)
    starts[1:] = (relevant[1:] - relevant[:-1] > 1) | stops[relevant[1:] - 1]
    begins = starts.nonzero()[0]
    length = np.diff(np.append(begins, len(relevant)))
    # Most chains have at most two candidates: computed separately they cost a fifteenth of those with five.
    most = np.maximum.reduceat(size[relevant], begins)
    found, below = [], 0
    for keep in sorted({min(2, ids.shape[1]), min(3, ids.shape[1]), ids.shape[1]}):
        chosen = (most > below) & (most <= keep)
        below = keep
        if chosen.any():
            found.append(_laid_out(model, pruned.narrowed(keep), relevant[np.repeat(chosen, length)], length[chosen]))
    return found


def compiled_chains(model: Model, pruned: Pruned) -> Any:
    """The same chains as an object of the compiled kernel; None without a kernel or for a model of another order."""
    handle, keep = model.ngrams.compiled, pruned.ids.shape[1]
    if handle is None or model.order != COMPILED_ORDER or keep > COMPILED_KEEP:
        return None
    arrays = pruned.ids, pruned.hit, pruned.pair, pruned.backoff
    return kernel.native.forward_backward(handle, *arrays, keep, float(LOG_ZERO))


def _laid_out(model: Model, pruned: Pruned, relevant: Ints, length: Ints) -> Chains:
    """Lay out the chains, which follow one another in ``relevant``, by step and chain."""
    longest = np.argsort(-length, kind="stable")
    rank = np.empty(len(length), np.int64)
    rank[longest] = np.arange(len(length))
    piece = np.repeat(rank, length)
    step = np.arange(len(relevant)) - np.repeat(np.cumsum(length) - length, length)
    order = np.lexsort((piece, step))
    return Chains(relevant[order], piece[order], length[longest], _full_order(model, pruned, relevant)[order])


def _full_order(model: Model, pruned: Pruned, relevant: Ints) -> Floats:
    """Conditional log-probabilities (nats): float32[relevant position, history (oldest first), candidate]."""
    ids, hit, prob, backoff = pruned.ids, pruned.hit, pruned.pair, pruned.backoff
    order, keep = min(model.order, 4), ids.shape[1]
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
    # Without a word two positions back (after <s>) only the first row is used.
    third[:, 1:][~some[:, 1:]] = LOG_ZERO
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
    fourth[:, 1:][~some4[:, 1:]] = LOG_ZERO
    return fourth
