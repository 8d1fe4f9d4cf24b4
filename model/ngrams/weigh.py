"""Weights of trigrams for pruning: how useful a trigram is for diacritic restoration.

Relative entropy alone keeps frequent trigrams, also where nothing is uncertain ("cộng hòa xã hội chủ nghĩa" needs no
trigram: its bigrams decide). Here the weight of a trigram is the uncertainty of a bigram model about its words, each
compared with the other spellings of the same bare letters.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from model.ngrams.count import BITS, MASK, Keys
from vntextclean.lm.model import Model

RIVALS = 6
FLOOR = 0.05  # weight of a trigram without any uncertainty: scores and segmentation use trigrams too
_CHUNK = 1 << 20


def rivals(model: Model) -> npt.NDArray[np.int64]:
    """For every id the most frequent other spellings of its bare letters: int64[ids, RIVALS], 0: none."""
    count = len(model.log_prob)
    out = np.zeros((count, RIVALS), np.int64)
    known = np.flatnonzero(model.bare_of >= 0)
    number = model.bare_of[known]
    begin, size = model.bare_starts[number], np.diff(model.bare_starts)[number]
    column = np.arange(RIVALS)
    other = model.bare_ids[np.minimum(begin[:, None] + column, len(model.bare_ids) - 1)].astype(np.int64)
    title = known >= model.size
    other = np.where(title[:, None], model.title_of[other], other)
    out[known] = np.where((column < size[:, None]) & (other != known[:, None]), other, 0)
    return out


def doubt(model: Model, keys: Keys) -> npt.NDArray[np.float64]:
    """For each trigram the uncertainty of the bigrams of ``model`` about its three words, from FLOOR to 1 + FLOOR."""
    others = rivals(model)
    out = np.empty(len(keys))
    for start in range(0, len(keys), _CHUNK):
        part = keys[start : start + _CHUNK]
        last = (part >> np.uint64(2 * BITS)).astype(np.int64)
        middle = ((part >> np.uint64(BITS)) & MASK).astype(np.int64)
        first = (part & MASK).astype(np.int64)
        a, b, c = np.exp(model.log_prob[first]), _pair(model, middle, first), _pair(model, last, middle)
        instead_last, instead_middle, instead_first = np.zeros(len(part)), np.zeros(len(part)), np.zeros(len(part))
        for column in range(RIVALS):
            other = others[last, column]
            instead_last += np.where(other > 0, _pair(model, other, middle), 0)
            other = others[middle, column]
            instead_middle += np.where(other > 0, _pair(model, other, first) * _pair(model, last, other), 0)
            other = others[first, column]
            instead_first += np.where(other > 0, np.exp(model.log_prob[other]) * _pair(model, middle, other), 0)
        sure = (c / (c + instead_last)) * (b * c / (b * c + instead_middle)) * (a * b / (a * b + instead_first)) ** 0.5
        out[start : start + _CHUNK] = FLOOR + 1 - sure
    return out


def _pair(model: Model, word: npt.NDArray[np.int64], past: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    key = (word.astype(np.uint64) << np.uint64(BITS)) | past.astype(np.uint64)
    return np.exp(model.log_prob[word] + model.backoff[past] + model.find(2, key)[1]).astype(np.float64)
