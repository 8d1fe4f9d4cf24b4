"""The proofreading net for the tokens of one text: translates model ids to rows of the net, and combines the scores."""

from __future__ import annotations

from itertools import accumulate
from typing import Any

import numpy as np
import numpy.typing as npt

from vntextclean.lm import kernel
from vntextclean.lm.model import Model
from vntextclean.lm.proofreader.net import NO_FORM, UNKNOWN_ROW, Answers, Floats, Ints, Proof, Task
from vntextclean.lm.text import scan as scanning
from vntextclean.named_tuple import NamedTuple

Lower = npt.NDArray[np.int32]
#: The largest lead (nats); also that of a candidate without a competitor.
MOST_LEAD = 12.0
_NO_CANDIDATE = np.float32(-100)  # log-weight of an empty column


class _Net(NamedTuple):
    """The net, and by lower-case model id the embedding row (``word_of``) and the output row (``form_of``)."""

    proof: Proof
    word_of: Ints
    form_of: Ints


def _net(model: Model) -> _Net | None:
    """The net of the model file, or None."""
    arrays = model.file.group("proof")
    return _linked(model, Proof(arrays)) if arrays else None


def _linked(model: Model, proof: Proof) -> _Net:
    """Match words by spelling, so that a net stays valid when the ids of the model change."""
    number = {word: place for place, word in enumerate(model.words[: model.size])}
    known = np.array([number.get(word, -1) for word in proof.words], np.int64)
    word_of, form_of = np.full(model.size, UNKNOWN_ROW, np.int64), np.full(model.size, NO_FORM, np.int64)
    found = np.flatnonzero(known[: proof.rows] >= 0)
    word_of[known[found]] = found + UNKNOWN_ROW + 1
    numbers = known[proof.forms]
    found = np.flatnonzero(numbers >= 0)
    form_of[numbers[found]] = found + NO_FORM + 1
    return _Net(proof, word_of, form_of)


def compiled_net(model: Model) -> tuple[Any, Ints, Ints] | None:
    """The net as the kernel holds it, and what ids are to it as words and as candidates; None without one of both."""
    net = model.derived(_net)
    if kernel.native is None or net is None or net.proof.compiled is None:
        return None
    return net.proof.compiled, net.word_of, net.form_of


class Proofreader:
    """The net for the tokens of one scan. Without a net in the model file all scores are 0 and all gates 1."""

    def __init__(self, scan: scanning.Scan, model: Model) -> None:
        self._net = model.derived(_net)
        if self._net is None:
            return
        self._scan = scan

    def __call__(self, task: Task, lower: Lower, at: Ints, ids: npt.NDArray[np.integer], log_prob: Floats) -> Answers:
        """Score the candidates ``ids[i]`` (int[n, k] lower-case ids, 0: none) at the tokens ``at`` (int64[n], rising).

        ``lower`` are the lower-case ids of the scan after the repairs already decided, ``log_prob`` (float32[n, k],
        nats) the n-gram's scores, normalised per row. A candidate too rare for the net gets the score of the worst one.
        """
        if self._net is None or not len(at):
            return Answers(np.zeros(ids.shape, np.float32), np.ones(len(at), np.float32))
        form = self._net.form_of[ids]
        word = self._net.word_of[lower]
        found = self._net.proof.answers(word, self._scan.look, task, at, form, log_prob)
        worst = np.where(form > 0, found.score, np.inf).min(1)
        worst[~np.isfinite(worst)] = 0
        return Answers(np.where(form > 0, found.score, worst[:, None]).astype(np.float32), found.gate)

    def compiled(
        self, task: Task, lower: Lower, at: list[int], stands: list[int], rivals: Rivals
    ) -> list[Opinion] | None:
        """:func:`opinions` by the compiled kernel; None without a kernel or a net."""
        if self._net is None or (held := self._net.proof.compiled) is None:
            return None
        sizes, ids, gains = rivals
        asked = np.array((at, stands, sizes), np.int64)
        found = kernel.native.opinions(
            held, self._net.word_of, self._net.form_of, MOST_LEAD, int(task), lower, self._scan.case, self._scan.mark,
            *asked, ids, gains,
        )  # fmt: skip
        return [*map(Opinion._make, found)]


class Rivals(NamedTuple):
    """What may stand at several places: ``sizes[i]`` candidates for the place ``i``, one behind the other.

    Of each its id (int64) and its gain over what is written (float32, nats).
    """

    sizes: list[int]
    ids: Ints
    gains: Floats

    def of(self, column: list[int]) -> list[int]:
        """Where in ``ids`` one candidate of each place stands, ``column`` saying which among those of its place."""
        ends = accumulate(self.sizes)
        return [end - own + each for end, own, each in zip(ends, self.sizes, column, strict=True)]


class Opinion(NamedTuple):
    """The best candidate at one position, compared with the written word. All scores in nats.

    ``column`` is its index among the proposed candidates, ``gain`` its n-gram gain, ``wide`` what the net adds, and
    ``lead`` the distance of the combined score to the next candidate: at most MOST_LEAD, also if there is no other.
    """

    column: int
    gain: float
    wide: float
    lead: float


def opinions(
    reader: Proofreader, task: Task, lower: Lower, at: list[int], stands: list[int], rivals: Rivals
) -> list[Opinion]:
    """The best of the candidates of each place, compared with the written id ``stands[i]``.

    ``at`` are tokens (rising). For the task GAP the candidates are words to insert before ``at[i]``.
    """
    if not at:
        return []
    if (compiled := reader.compiled(task, lower, at, stands, rivals)) is not None:
        return compiled
    size = 1 + max(rivals.sizes)
    ids, gains = np.zeros((len(at), size), np.int64), np.full((len(at), size), _NO_CANDIDATE, np.float32)
    ids[:, 0], gains[:, 0] = stands, 0
    for row, (end, own) in enumerate(zip(accumulate(rivals.sizes), rivals.sizes, strict=True)):
        ids[row, 1 : 1 + own], gains[row, 1 : 1 + own] = rivals.ids[end - own : end], rivals.gains[end - own : end]
    top = gains.max(1, keepdims=True)
    log_prob = gains - top - np.log(np.exp(gains - top).sum(1, keepdims=True))
    both = log_prob + reader(task, lower, np.array(at, np.int64), ids, log_prob).added(log_prob)
    order = np.argsort(-np.where(ids[:, 1:] > 0, both[:, 1:], _NO_CANDIDATE), 1, kind="stable") + 1
    out = []
    for row, own in enumerate(rivals.sizes):
        best, gain = int(order[row, 0]), float(gains[row, order[row, 0]])
        lead = float(both[row, best] - both[row, order[row, 1]]) if own > 1 else MOST_LEAD
        out.append(Opinion(best - 1, gain, float(both[row, best] - both[row, 0]) - gain, min(lead, MOST_LEAD)))
    return out
