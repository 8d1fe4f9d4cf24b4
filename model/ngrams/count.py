"""From streams of ids to n-gram tables: counting by sorting packed keys, modified Kneser-Ney, pruning.

Ids have 15 bits, so that a 4-gram is one 60-bit number, last word in the highest bits. Sorting such numbers groups
n-grams by their lower-order endings, as continuation counts need. Nothing depends on the order of a hash table, so that
the result is the same on every machine, byte for byte.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from vntextclean.lm.text.scan import SENTENCE

BITS = 15
MASK = np.uint64((1 << BITS) - 1)
Keys = npt.NDArray[np.uint64]
Floats = npt.NDArray[np.float64]


class Grams(NamedTuple):
    """All n-grams of one order: sorted keys (last word in the highest bits), counts, and sources as a bit mask."""

    keys: Keys
    raw: npt.NDArray[np.int64]
    adjusted: npt.NDArray[np.int64]
    sources: npt.NDArray[np.uint32]


def packed(stream: npt.NDArray[np.uint16], order: int) -> Keys:
    """One key for each token of a stream that begins and ends with ``<s>``: the token and its history.

    Histories end at ``<s>``. A history shorter than order - 1 is padded with zeros.
    """
    wide = stream.astype(np.uint64)
    keys = wide[1:] << np.uint64(BITS * (order - 1))
    alive = np.ones(len(keys), np.bool_)
    for back in range(1, order):
        past = np.zeros(len(keys), np.uint64)
        past[back - 1 :] = wide[: len(wide) - back]
        past[~alive] = 0
        keys |= past << np.uint64(BITS * (order - 1 - back))
        alive &= (past != SENTENCE) & (past != 0)
    twice = (stream[1:] == SENTENCE) & (stream[:-1] == SENTENCE)
    return keys[~twice]


def count(keys: Keys, sources: npt.NDArray[np.uint8], order: int) -> list[Grams]:
    """Count n-grams of all orders up to ``order``. ``keys`` is overwritten. Sources are numbered 0 to 15."""
    keys <<= np.uint64(4)
    keys |= sources.astype(np.uint64)
    keys.sort()
    heads = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
    raw = np.diff(np.append(heads, len(keys)))
    keys = keys[heads]
    mask = np.uint32(1) << (keys & np.uint64(15)).astype(np.uint32)
    keys >>= np.uint64(4)
    heads = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
    top = Grams(keys[heads], np.add.reduceat(raw, heads), np.zeros(0, np.int64), np.bitwise_or.reduceat(mask, heads))
    del keys, raw, mask
    tables: list[Grams] = []
    for size in range(order, 0, -1):
        full = top.keys & MASK != 0 if size > 1 else np.ones(len(top.keys), np.bool_)
        adjusted = top.adjusted if len(top.adjusted) else top.raw
        tables.append(Grams(top.keys[full], top.raw[full], adjusted[full], top.sources[full]))
        if size == 1:
            break
        short = top.keys >> np.uint64(BITS)
        heads = np.flatnonzero(np.concatenate(([True], short[1:] != short[:-1])))
        lengths = np.diff(np.append(heads, len(short)))
        raw = np.add.reduceat(top.raw, heads)
        # A shortened history (at the start of a sentence) has no left neighbour: it keeps its own count.
        lone = top.keys[heads] & MASK == 0
        own = np.add.reduceat(np.where(top.keys & MASK == 0, adjusted, 0), heads)
        continued = np.add.reduceat((top.keys & MASK != 0).astype(np.int64), heads)
        del lengths, lone
        top = Grams(short[heads], raw, own + continued, np.bitwise_or.reduceat(top.sources, heads))
    tables.reverse()
    return tables


def discounts(adjusted: npt.NDArray[np.int64]) -> Floats:
    """The three discounts of modified Kneser-Ney for counts of 1, 2, and 3 or more."""
    n1, n2, n3, n4 = (int((adjusted == k).sum()) for k in (1, 2, 3, 4))
    if min(n1, n2, n3, n4) == 0:
        return np.array([0.0, 0.5, 1.0, 1.5])
    y = n1 / (n1 + 2 * n2)
    found = np.array([0.0, 1 - 2 * y * n2 / n1, 2 - 3 * y * n3 / n2, 3 - 4 * y * n4 / n3])
    limits = np.array([0.0, 1.0, 2.0, 3.0])
    return np.clip(found, [0.0, 0.1, 0.1, 0.1], limits)


class Estimate(NamedTuple):
    """Interpolated probabilities of all n-grams of one order, and their indices into the order below."""

    prob: Floats
    below: npt.NDArray[np.int64]
    context: npt.NDArray[np.int64]  # the n-gram of the order below that is its history


def estimate(tables: list[Grams], vocabulary: int) -> list[Estimate]:
    """Interpolated modified Kneser-Ney for all orders; unigrams are interpolated with a uniform distribution."""
    found: list[Estimate] = []
    unigram = tables[0]
    words = unigram.keys.astype(np.int64)
    adjusted = np.zeros(vocabulary)
    adjusted[words] = unigram.adjusted
    cut = discounts(unigram.adjusted)
    taken = cut[np.minimum(adjusted, 3).astype(np.int64)]
    total = adjusted.sum()
    prob = np.maximum(adjusted - taken, 0) / total + taken.sum() / total / vocabulary
    none = np.zeros(vocabulary, np.int64)
    found.append(Estimate(prob, none, none))
    lower_keys: Keys = np.arange(vocabulary, dtype=np.uint64)
    for order in range(2, len(tables) + 1):
        grams = tables[order - 1]
        shift = np.uint64(BITS * (order - 1))
        history = grams.keys & np.uint64((1 << (BITS * (order - 1))) - 1)
        unique, inverse = np.unique(history, return_inverse=True)
        cut = discounts(grams.adjusted)
        taken = cut[np.minimum(grams.adjusted, 3)]
        total = np.bincount(inverse, grams.adjusted)
        left = np.bincount(inverse, taken) / total
        del shift
        below = np.searchsorted(lower_keys, grams.keys >> np.uint64(BITS))
        context = np.searchsorted(lower_keys, unique)
        if not (lower_keys[np.minimum(context, len(lower_keys) - 1)] == unique).all():
            raise AssertionError("a history was never counted as an n-gram of its own")
        share = (grams.adjusted - taken) / total[inverse] + left[inverse] * found[-1].prob[below]
        found.append(Estimate(share, below, context[inverse]))
        lower_keys = grams.keys
    return found


class Pruned(NamedTuple):
    """The remaining n-grams of one order, with their log-probabilities and back-off weights (nats)."""

    keys: Keys
    log_prob: Floats
    backoff: Floats


def prune(
    tables: list[Grams],
    estimates: list[Estimate],
    floors: dict[int, tuple[int, int]],
    sizes: dict[int, int],
    names: int,
    damping: float = 1.0,
    worth: Callable[[Keys], Floats] | None = None,
) -> list[Pruned]:
    """Prune by relative entropy (Stolcke 1998).

    ``floors`` gives for each order the smallest count of an n-gram, and of one that has a name (an id from ``names``
    on) and occurs in only one source: what a single source says of a person a few times is dropped. Of the others the
    ``sizes[order]`` n-grams with the largest loss of relative entropy are kept. Histories are weighted by their counts
    to the power ``damping``, and trigrams by their ``worth``. The history and the lower-order ending of every kept
    n-gram are kept too.
    """
    orders = len(tables)
    keep = [np.ones(len(estimates[0].prob), np.bool_)]
    total = float(tables[0].raw.sum())
    for order in range(2, orders + 1):
        several, single = floors[order]
        grams = tables[order - 1]
        lone = grams.sources & (grams.sources - np.uint32(1)) == 0
        named = np.zeros(len(grams.keys), np.bool_)
        for place in range(order):
            named |= ((grams.keys >> np.uint64(BITS * place)) & MASK) >= names
        lone &= named
        keep.append(grams.raw >= np.where(lone, single, several))
    needed = [np.zeros(len(k), np.bool_) for k in keep]
    for order in range(orders, 1, -1):
        grams, found = tables[order - 1], estimates[order - 1]
        below = estimates[order - 2]
        raw_below = _raw(tables, order - 1, len(below.prob))
        chosen = np.flatnonzero(keep[order - 1] | needed[order - 1])
        p, lower, context = found.prob[chosen], below.prob[found.below[chosen]], found.context[chosen]
        mass = np.bincount(context, p, len(raw_below))
        mass_lower = np.bincount(context, lower, len(raw_below))
        top, bottom = np.maximum(1 - mass, 1e-9), np.maximum(1 - mass_lower, 1e-9)
        weight = (top / bottom)[context]
        new_weight = (top[context] + p) / (bottom[context] + lower)
        history = (raw_below[context] / total) ** damping
        loss = history * (
            p * (np.log(p) - np.log(new_weight * lower)) + top[context] * (np.log(weight) - np.log(new_weight))
        )
        if worth is not None and order == 3:
            loss *= worth(grams.keys[chosen])
        loss[needed[order - 1][chosen]] = np.inf
        size = sizes[order]
        if len(chosen) > size:
            cut = np.partition(loss, len(loss) - size)[len(loss) - size]
            chosen = chosen[(loss >= cut) & (loss > 0)]
        keep[order - 1] = np.zeros(len(grams.keys), np.bool_)
        keep[order - 1][chosen] = True
        needed[order - 2][found.context[chosen]] = True
        needed[order - 2][found.below[chosen]] = True
    result: list[Pruned] = []
    for order in range(1, orders + 1):
        own = estimates[order - 1]
        backoff = np.ones(len(own.prob))
        if order < orders:
            above = estimates[order]
            chosen = np.flatnonzero(keep[order])
            mass = np.bincount(above.context[chosen], above.prob[chosen], len(own.prob))
            mass_lower = np.bincount(above.context[chosen], own.prob[above.below[chosen]], len(own.prob))
            backoff = np.maximum(1 - mass, 1e-9) / np.maximum(1 - mass_lower, 1e-9)
        at = np.flatnonzero(keep[order - 1])
        keys = at.astype(np.uint64) if order == 1 else tables[order - 1].keys[at]
        result.append(Pruned(keys, np.log(own.prob[at]), np.log(backoff[at])))
    return result


def _raw(tables: list[Grams], order: int, size: int) -> Floats:
    grams = tables[order - 1]
    if order > 1:
        return grams.raw.astype(np.float64)
    out = np.zeros(size)
    out[grams.keys.astype(np.int64)] = grams.raw
    return out
