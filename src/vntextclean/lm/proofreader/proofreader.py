"""The proofreader's opinion of one text: the model's numbers on one side, the net's on the other."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from vntextclean.lm import kernel
from vntextclean.lm.model import Model
from vntextclean.lm.proofreader.net import NO_FORM, UNKNOWN_ROW, Answers, Floats, Ints, Proof, Task
from vntextclean.lm.text import scan as scanning

Array = npt.NDArray[Any]
Lower = npt.NDArray[np.int32]
#: A candidate that no other comes near leads by this much (nats).
MOST_LEAD = 12.0
_NEVER = np.float32(-100)


class _Net(NamedTuple):
    """The net and the tables from the model's lower-case ids to the rows of the net."""

    proof: Proof
    word_of: Ints
    form_of: Ints


def _net(model: Model) -> _Net | None:
    """The net in the model's file, if it has one."""
    arrays = model.file.group("proof")
    return _linked(model, Proof(arrays)) if arrays else None


def _linked(model: Model, proof: Proof) -> _Net:
    """Words are matched by their spelling, so that a net outlives a change of the model's numbers."""
    number = {word: place for place, word in enumerate(model.words[: model.size])}
    known = np.array([number.get(word, -1) for word in proof.words], np.int64)
    word_of, form_of = np.full(model.size, UNKNOWN_ROW, np.int64), np.full(model.size, NO_FORM, np.int64)
    found = np.flatnonzero(known[: proof.rows] >= 0)
    word_of[known[found]] = found + UNKNOWN_ROW + 1
    numbers = known[proof.forms]
    found = np.flatnonzero(numbers >= 0)
    form_of[numbers[found]] = found + NO_FORM + 1
    return _Net(proof, word_of, form_of)


class Proofreader:
    """What the proofreader says of the words of one scan. Without a net in the model's file it says nothing."""

    def __init__(self, scan: scanning.Scan, model: Model) -> None:
        self._net = model.derived(_net)
        if self._net is None:
            return
        self._scan = scan

    def __call__(self, task: Task, lower: Lower, at: Ints, ids: npt.NDArray[np.integer], log_prob: Floats) -> Answers:
        """The net's answers for the candidates ``ids[i]`` (lower-case ids, 0: none) at the tokens ``at`` (rising).

        ``lower`` are the scan's words with what is already decided put in, ``log_prob`` what the n-gram says of the
        candidates of each row, as shares. Of a candidate too rare for the net it says what it says of the worst.
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
        self, task: Task, lower: Lower, at: list[int], stands: list[int], proposed: list[tuple[Array, Array]]
    ) -> list[Opinion] | None:
        """The opinions by the compiled kernel; None where it has no net."""
        if self._net is None or (held := self._net.proof.compiled) is None:
            return None
        return [
            Opinion(*each)
            for each in kernel.native.opinions(
                held, self._net.word_of, self._net.form_of, MOST_LEAD, int(task), lower, self._scan.case,
                self._scan.mark, None, np.array(at, np.int64), np.array(stands, np.int64),
                np.array([len(ids) for ids, _ in proposed], np.int64),
                np.concatenate([ids for ids, _ in proposed]).astype(np.int64, copy=False),
                np.concatenate([gains for _, gains in proposed]).astype(np.float32, copy=False),
            )
        ]  # fmt: skip


class Opinion(NamedTuple):
    """The best candidate of one place against what stands there: its column among the proposed, and three signs.

    ``gain`` is the n-gram's (nats), ``wide`` what the wide context adds, ``lead`` how far both are ahead of the next
    candidate; at most MOST_LEAD, which a candidate without rivals has.
    """

    column: int
    gain: float
    wide: float
    lead: float


def opinions(
    reader: Proofreader, task: Task, lower: Lower, at: list[int], stands: list[int],
    proposed: list[tuple[npt.NDArray[np.integer], npt.NDArray[np.floating]]],
) -> list[Opinion]:  # fmt: skip
    """The best of the candidates ``proposed[i]`` (ids, gains) for what ``stands[i]`` at the token ``at[i]``."""
    if not at:
        return []
    if (compiled := reader.compiled(task, lower, at, stands, proposed)) is not None:
        return compiled
    size = 1 + max(len(ids) for ids, _ in proposed)
    ids, gains = np.zeros((len(at), size), np.int64), np.full((len(at), size), _NEVER, np.float32)
    ids[:, 0], gains[:, 0] = stands, 0
    for row, (words, gained) in enumerate(proposed):
        ids[row, 1 : 1 + len(words)], gains[row, 1 : 1 + len(words)] = words, gained
    top = gains.max(1, keepdims=True)
    log_prob = gains - top - np.log(np.exp(gains - top).sum(1, keepdims=True))
    both = log_prob + reader(task, lower, np.array(at, np.int64), ids, log_prob).added(log_prob)
    order = np.argsort(-np.where(ids[:, 1:] > 0, both[:, 1:], _NEVER), 1, kind="stable") + 1
    out = []
    for row, (words, _) in enumerate(proposed):
        best, gain = int(order[row, 0]), float(gains[row, order[row, 0]])
        lead = float(both[row, best] - both[row, order[row, 1]]) if len(words) > 1 else MOST_LEAD
        out.append(Opinion(best - 1, gain, float(both[row, best] - both[row, 0]) - gain, min(lead, MOST_LEAD)))
    return out
