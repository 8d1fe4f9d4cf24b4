"""Rescores uncertain lattice positions with the convolutional net: float32[position, candidate] log-weights.

The net was trained with weight 1 beside the n-gram's posterior. On unseen text a smaller weight is best, because both
were overconfident on their training text.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from vntextclean.lm.model import Model
from vntextclean.lm.text import scan as scanning
from vntextclean.named_tuple import NamedTuple
from vntextclean.restoration.scores import Scores
from vntextclean.restoration.wide_net import NUMBER, UNKNOWN, Floats, Ints, Wide

WEIGHT = 0.85  # best for held-out newspaper; other text would take 1.0 to 1.2 (docs/model-wide.md)
ABSENT = -6.0  # log-probability of candidates too rare for the net (under 0.02 % of their bare spelling)
NEAR = 128  # words on each side that are read where few places are asked: as many as make a topic (``wide_net.py``)


class _Net(NamedTuple):
    """The net, and tables from numbers of the model to those of the net."""

    wide: Wide
    key_of: Ints  # by bare number; the last entry, for -1, is the unknown word
    form_of: Ints  # by lower-case id; -1 where the word is no candidate


def _net(model: Model) -> _Net | None:
    """The net of the model file, or None."""
    arrays = model.file.group("wide")
    return _linked(model, Wide(arrays)) if arrays else None


def _linked(model: Model, wide: Wide) -> _Net:
    key_of = np.full(len(model.bare_starts) + 1, UNKNOWN, np.int64)
    numbers = model.bare_numbers(wide.keys[NUMBER + 1 :])
    found = np.flatnonzero(numbers >= 0)
    key_of[numbers[found]] = found + NUMBER + 1
    joined = scanning.folded(scanning.code_points(" ".join(wide.forms)))
    ends = np.cumsum([len(form) + 1 for form in wide.forms]) - 1
    lower = model.lexicon.find(scanning.hashes(joined, np.concatenate(([0], ends[:-1] + 1)), ends))
    form_of = np.full(model.size, -1, np.int64)
    found = np.flatnonzero(lower >= 0)
    form_of[lower[found]] = found
    return _Net(wide, key_of, form_of)


class Rescorer:
    """The wide-context net for the tokens of one scan. Without a net in the model file every log-weight is 0.

    ``bare`` are the numbers of the unmarked spellings that its words are read with, where not those of the scan.
    """

    def __init__(self, scan: scanning.Scan, model: Model, bare: npt.NDArray[np.int32] | None = None) -> None:
        self._model, self._net = model, model.derived(_net)
        if self._net is None:
            return
        key = np.where(scan.lower == scanning.NUMBER, NUMBER, self._net.key_of[scan.bare if bare is None else bare])
        self._text = key, scan.look
        self._word = np.full(len(scan.stream), -1, np.int64)
        self._word[scan.at] = np.arange(len(scan))

    def __call__(self, positions: Ints, ids: npt.NDArray[np.int32]) -> Floats:
        """Log-weights (float32[n, k]) of the candidates ``ids[i]`` (0: none) at stream ``positions[i]`` (rising).

        ``WEIGHT * log p``, with p normalised over the candidates; 0 at positions that the net does not know.
        """
        out = np.zeros(ids.shape, np.float32)
        if self._net is None:
            return out
        words = self._word[positions]
        rows = (words >= 0).nonzero()[0]
        scores = self._net.wide.scores(*self._text, words[rows], np.array([len(self._text[0])]))
        logp = self._of(scores, ids[rows], ABSENT)
        logp -= np.log(np.where(ids[rows] > 0, np.exp(logp), 0).sum(1, keepdims=True) + 1e-9)
        logp[scores.count == 0] = 0
        out[rows] = WEIGHT * logp
        return out

    def compares(self, positions: Ints, ids: npt.NDArray[np.int32]) -> npt.NDArray[np.bool_]:
        """Whether all the candidates of a position (a row of ``ids``) are spellings that it compares there: bool[n].

        It takes no time beside the net. What lost a letter has other bare letters and is not compared.
        """
        if self._net is None:
            return np.zeros(len(ids), np.bool_)
        words, starts = self._word[positions], self._net.wide.starts
        key = self._text[0][words]
        form = self._net.form_of[self._model.lower_of[ids]]
        inside = (form >= starts[key][:, None]) & (form < starts[key + 1][:, None])
        found: npt.NDArray[np.bool_] = (words >= 0) & inside.all(1)
        return found

    def compared(self, positions: Ints, ids: npt.NDArray[np.int32], other: float) -> Floats:
        """The log-probabilities, not normalised, of candidates that may have other letters: those get ``other``.

        Only the words near the positions are read, for they are few words of a long text.
        """
        out = np.zeros(ids.shape, np.float32)
        words = self._word[positions] if self._net is not None else np.zeros(0, np.int64)
        rows = (words >= 0).nonzero()[0]
        if self._net is None or not len(rows):
            return out
        begin, end = _stretches(words[rows], len(self._text[0]))
        near = np.concatenate([np.arange(*stretch) for stretch in zip(begin.tolist(), end.tolist(), strict=True)])
        ends = np.cumsum(end - begin)
        at = np.searchsorted(near, words[rows])
        key, look = self._text
        scores = self._net.wide.scores(key[near], look[near], at, ends)
        out[rows] = self._of(scores, ids[rows], other)
        out[rows[scores.count == 0]] = 0
        return out

    def _of(self, scores: Scores, ids: npt.NDArray[np.int32], absent: float) -> Floats:
        """The log-probabilities of candidates, a row each; ``absent`` for those that the net does not compare."""
        assert self._net is not None
        form = self._net.form_of[self._model.lower_of[ids]]
        return scores.of(np.repeat(np.arange(len(ids))[:, None], ids.shape[1], 1), form, absent)


def _stretches(words: Ints, count: int) -> tuple[Ints, Ints]:
    """The begins and ends of the stretches of a text that lie within ``NEAR`` words of some (rising).

    >>> [list(map(int, ends)) for ends in _stretches(np.array([5, 140, 900]), 1000)]
    [[0, 772], [269, 1000]]
    """
    begin, end = np.maximum(words - NEAR, 0), np.minimum(words + NEAR + 1, count)
    apart = np.concatenate(([True], begin[1:] > end[:-1]))
    last = np.concatenate((apart[1:], [True]))
    return begin[apart], end[last]
