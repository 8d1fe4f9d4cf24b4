"""Pieces that are no language: what they make when joined never stands beside its neighbours anywhere.

A broken word is joined by what stands beside it. Of pieces that syllables drawn at random were broken into, next to no
word is usual beside another, joined or not, and nothing can be told of them: a fifth of such words was joined by
chance, at a hundred times the cost of sound text. So stretches of these are left out, before any is weighed.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from vntextclean.filters.split_words.stretch import Try
from vntextclean.lm.bigrams import bigrams
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import Scan

Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]

#: So many words that could be joined are looked at together, and so many of them may be usual beside a neighbour. Of
#: pieces of random syllables a tenth is, and 0.18 of some 256; of 10 texts in pieces off paper and converters 0.28 to
#: 0.96 are, and 0.22 of the 256 with the fewest, where letters were lost besides.
_TOGETHER, _USUAL = 512, 96


def unconnected(model: Model, scan: Scan, tries: Sequence[Try]) -> Bools | None:
    """Which words of a scan stand in such stretches; None if none do, as in nearly every text.

    ``tries`` are what may be joined, in order. Fewer than some hundreds are not told.
    """
    if len(tries) < _TOGETHER:
        return None
    usual = np.concatenate(([0], np.cumsum(_are_usual(model, scan, tries))))
    begins = (usual[_TOGETHER:] - usual[:-_TOGETHER] <= _USUAL).nonzero()[0]
    if not len(begins):
        return None
    edges = np.zeros(len(scan) + 1, np.int64)
    for begin in begins.tolist():
        edges[tries[begin].first] += 1
        edges[max([attempt.last for attempt in tries[begin + _TOGETHER - 3 : begin + _TOGETHER]]) + 1] -= 1
    return np.cumsum(edges)[:-1] > 0


def _are_usual(model: Model, scan: Scan, tries: Sequence[Try]) -> Bools:
    """Which stretches the model has counted, joined, beside what stands before or behind them, joined or not."""
    words = len(scan)
    first = np.concatenate((np.arange(words), [attempt.first for attempt in tries]))
    behind = np.concatenate((np.arange(words), [attempt.last for attempt in tries])) + 1
    ids = np.concatenate((scan.lower, [attempt.id % model.size for attempt in tries])).astype(np.int64)
    order = np.argsort(first, kind="stable")
    begins = np.searchsorted(first.take(order), np.arange(words + 2))
    # Each word or stretch beside each that begins where it ends; of the last word there is none.
    low, high = begins.take(behind), begins.take(np.minimum(behind + 1, words + 1))
    count = high - low
    before = np.repeat(np.arange(len(first)), count)
    after = order.take(np.arange(len(before)) - np.repeat(np.cumsum(count) - count - low, count))
    joined = (before >= words) | (after >= words)
    before, after = before[joined], after[joined]
    seen = bigrams(model, ids.take(before), ids.take(after))[1]
    usual = np.zeros(len(first), np.bool_)
    usual[before[seen]] = usual[after[seen]] = True
    return usual[words:]
