"""The proofreading net: re-ranks the written word and a few candidates by a wide context.

An n-gram reads two words on each side. This net reads eight words on each side by position, and the topic of 128 words
on each side. It runs only where the n-gram proposes a change. One set of weights has two tasks: is a word damaged and
what was it (``REPAIR``), and is a word missing before this one and which (``GAP``). It was trained to be combined with
the n-gram's scores, not to decide alone.

One query costs some 500 000 multiplications. For all other words only their topic vector is computed. The embedding
tables stay 4-bit integers in the mapped file. Experiments: docs/model-proof.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from typing import Any

import numpy as np
import numpy.typing as npt

from vntextclean.errors import ModelError
from vntextclean.lm import kernel
from vntextclean.lm.int4 import Nibbles
from vntextclean.lm.proofreader.weights import Weights
from vntextclean.named_tuple import NamedTuple

Array = npt.NDArray[Any]
Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

#: Embedding row of a word that the net does not know, and output row of a candidate that it has no vector for.
UNKNOWN_ROW, NO_FORM = 1, 0
#: Rows for what a word looks like: its case (4), plus 4 behind a clause mark or 8 behind a sentence end.
LOOKS = 16
#: Words on each side in the topic of the whole neighbourhood, and in the topics of the left and the right side.
TOPIC, NEAR_TOPIC = 128, 24
_SHRINK = 0.05  # added to the weight sum of a topic, so that an empty side gives zeros
_QUESTIONS, _WORDS = 1024, 16384  # queries and words per batch: bounds memory at some 20 MB


class Task(IntEnum):
    """The task of a query."""

    REPAIR = 0
    GAP = 1


kernel.agree(LOOKS=LOOKS, TASKS=len(Task))


class Answers(NamedTuple):
    """The net's output: ``score`` float32[n, k] in nats per candidate, ``gate`` float32[n], the weight of the n-gram.

    The final log-weight of a candidate is ``score + gate * log_prob``.
    """

    score: Floats
    gate: Floats

    def added(self, log_prob: Floats) -> Floats:
        """The part of the final log-weight that exceeds ``log_prob``: float32[n, k], nats."""
        sum_: Floats = self.score + (self.gate[:, None] - 1) * log_prob
        return sum_


class _Places(NamedTuple):
    """The token of each query (``at``), and the range [begin, end) of tokens that is read for it."""

    at: Ints
    begin: Ints
    end: Ints


class Proof:
    """The net, from its named arrays (``ModelFile.group("proof")`` or a loaded ``.npz``).

    Raises :class:`ModelError` if arrays are missing or do not fit together. Threads may share it: topic vectors of
    words are filled in as they are needed, and always to the same values.
    """

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        try:
            self._read(arrays)
        except (KeyError, ValueError, IndexError, UnicodeDecodeError) as error:
            raise ModelError(
                f"the model's proofreading part cannot be used ({error!r}). Reinstall the package, or "
                "build the model again."
            ) from error

    def _read(self, arrays: Mapping[str, Array]) -> None:
        self.words = bytes(arrays["words"]).decode().split("\n")
        self.forms = arrays["forms"].astype(np.int64)
        self._word = Nibbles(arrays["word.weight"], arrays["word.weight.scale"])
        self._form = Nibbles(arrays["form.weight"], arrays["form.weight.scale"])
        self._form_bias: Floats = arrays["form.bias"]
        full = self._full = Weights(arrays)
        self.width = int(self._full["look.weight"].shape[1])
        self.reach = full.rows("local.weight") // (2 * self.width)
        self.blocks = sum(name.startswith("gains.") for name in arrays) - 1
        #: How many of ``words`` have an embedding, from row ``UNKNOWN_ROW + 1`` on; the others are only candidates.
        self.rows = self._word.shape[0] - UNKNOWN_ROW - 1
        size, query = self.rows + UNKNOWN_ROW + 1, self._full["query.bias"].shape[0]
        topics = self._full["topic.bias"].shape[0]
        shapes = {"local.weight": 2 * self.reach * self.width, "own.weight": query + 2 + len(Task),
                  "topic.weight": self.width, "salience.weight": self.width, "far.weight": 3 * topics}  # fmt: skip
        if (
            self._word.shape != (size, self.width)
            or self._form.shape != (len(self.forms) + 1, query)
            or len(self._form_bias) != len(self.forms) + 1
            or (len(self.forms) and not 0 <= self.forms.min() <= self.forms.max() < len(self.words))
            or any(full.rows(name) != rows for name, rows in shapes.items())
            or not 0 < self.rows <= len(self.words)
            or len(self._full["look.weight"]) != LOOKS
            or self.reach < 1
        ):
            raise ValueError("its parts do not fit together")
        self._to_topics = np.concatenate((self._full["topic.weight"], self._full["salience.weight"]), 1)
        bias = np.concatenate((self._full["topic.bias"], self._full["salience.bias"]))
        self._topics_of_case: Floats = self._full["look.weight"] @ self._to_topics + bias
        self._topics_of_word = np.zeros((size, topics + 1), np.float32)
        self._has_topics = np.zeros(size, np.bool_)
        self._handle = self._compiled(arrays)
        if self._handle is None:
            full.make_all()

    def _compiled(self, arrays: Mapping[str, Array]) -> Any:
        """The net as a kernel handle, with its matrices in 8 bits as in the file; None without a kernel."""
        full, each = self._full, range(self.blocks)
        names = ["local", "far", "own", "query", *(f"wide{half}.{n}" for n in each for half in (1, 2))]
        if any(arrays[f"{name}.weight"].dtype != np.int8 for name in names):
            return None
        vectors = [full["local.bias"] + full["far.bias"] + full["own.bias"], full["query.bias"], full["gate.weight"],
                   full["gate.bias"]]  # fmt: skip
        for n in each:
            vectors += [full[f"gains.{n}"], full[f"wide1.{n}.bias"], full[f"wide2.{n}.bias"]]
        sizes = (self.width, len(vectors[0]), len(vectors[1]), self._to_topics.shape[1] - 1, self.blocks, self.reach,
                 TOPIC, NEAR_TOPIC, _SHRINK)  # fmt: skip
        return kernel.handle(
            "proof", sizes, arrays["word.weight"], arrays["word.weight.scale"], arrays["form.weight"],
            arrays["form.weight.scale"], self._form_bias, full["look.weight"], full["look_own.weight"], self._to_topics,
            self._topics_of_case, [(arrays[f"{name}.weight"], arrays[f"{name}.weight.scale"]) for name in names],
            [*vectors, full[f"gains.{self.blocks}"]],
        )  # fmt: skip

    @property
    def compiled(self) -> Any:
        """The kernel handle, or None: then numpy computes."""
        return None if kernel.native is None else self._handle

    def answers(self, word: Ints, look: Ints, task: Task, at: Ints, form: Ints, log_prob: Floats) -> Answers:
        """Score the candidates ``form[i]`` (int64[n, k] output rows, 0: none) at the tokens ``at`` (int64[n], rising).

        ``word`` and ``look`` have one entry per token of the text: its embedding row, and case and border as in
        ``Scan.look``. ``log_prob`` (float32[n, k], nats) are the n-gram's scores, normalised per row; entries without a
        candidate are ignored. For a gap, ``at`` is the token behind it.
        """
        begin, end = np.maximum(at - TOPIC, 0), np.minimum(at + TOPIC + 1, len(word))
        if (handle := self.compiled) is not None:
            found = Answers(np.empty(form.shape, np.float32), np.empty(len(at), np.float32))
            kernel.native.proof_answers(
                handle, _longs(word), _longs(look), int(task), _longs(at), begin, end, _longs(form),
                np.ascontiguousarray(log_prob, np.float32), *found,
            )  # fmt: skip
            return found
        scores, gates = [np.zeros((0, form.shape[1]), np.float32)], [np.zeros(0, np.float32)]
        first = 0
        while first < len(at):
            far = int(np.searchsorted(at, at[first] + _WORDS))
            some = slice(first, min(first + _QUESTIONS, far))
            first = some.stop
            read, places = _read(at[some], begin[some], end[some])
            score, trust = self._answer(word[read], look[read], task, places, form[some], log_prob[some])
            scores.append(score)
            gates.append(trust)
        return Answers(np.concatenate(scores), np.concatenate(gates))

    def _answer(
        self, word: Ints, look: Ints, task: Task, places: _Places, form: Ints, log_prob: Floats
    ) -> tuple[Floats, Floats]:
        full = self._full
        vectors = self._form.rows(form)
        where, outside = self._near(places, task)
        near = self._word.rows(word[where])
        near += full["look.weight"][look[where]]
        near[outside] = 0
        h = near.reshape(len(where), -1) @ full["local.weight"]
        h += self._topics(word, look, places) @ full["far.weight"]
        h += self._own(vectors, form, log_prob, task) @ full["own.weight"]
        h += full["look_own.weight"][look[places.at]] + (full["local.bias"] + full["far.bias"] + full["own.bias"])
        for number in range(self.blocks):
            step = np.maximum(_normal(h) * full[f"gains.{number}"], 0)
            step = np.maximum(step @ full[f"wide1.{number}.weight"] + full[f"wide1.{number}.bias"], 0)
            h += step @ full[f"wide2.{number}.weight"] + full[f"wide2.{number}.bias"]
        h = np.maximum(_normal(h) * full[f"gains.{self.blocks}"], 0)
        query = h @ full["query.weight"] + full["query.bias"]
        gate = (h @ full["gate.weight"] + full["gate.bias"])[:, 0]
        score = np.einsum("iq,icq->ic", query, vectors) + self._form_bias[form]
        trust = 1 + np.where(gate > 0, gate, np.expm1(np.minimum(gate, 0)))
        return score.astype(np.float32), trust.astype(np.float32)

    def _near(self, places: _Places, task: Task) -> tuple[Ints, Bools]:
        """The tokens around each query (int64[n, 2 * reach]), and which of them lie outside its range."""
        right = np.arange(1, self.reach + 1) - int(task is Task.GAP)
        where = places.at[:, None] + np.concatenate((np.arange(-self.reach, 0), right))
        outside = (where < places.begin[:, None]) | (where >= places.end[:, None])
        where[outside] = 0
        return where, outside

    def _topics(self, word: Ints, look: Ints, places: _Places) -> Floats:
        """Topics of each query, of both sides, the left and the right, concatenated: float32[n, 3 * topics]."""
        own = self._senses(word)
        own += self._topics_of_case[look]
        topic, weight = own[:, :-1], own[:, -1:]
        np.maximum(topic, 0, out=topic)
        np.exp(np.clip(weight, -6, 6), out=weight)
        topic *= weight
        begin = np.clip(places.at + np.array([[-TOPIC], [-NEAR_TOPIC], [2]]), places.begin, places.end)
        end = np.clip(places.at + np.array([[TOPIC], [-2], [NEAR_TOPIC]]) + 1, places.begin, places.end)
        is_edge = np.zeros(len(own) + 1, np.bool_)
        is_edge[0] = is_edge[begin] = is_edge[end] = True
        edges = is_edge[:-1].nonzero()[0]
        # Sums of stretches first: a running sum over every word takes ten times as long.
        sums = np.zeros((len(edges) + 1, own.shape[1]), np.float64)
        np.cumsum(np.add.reduceat(own, edges, 0), 0, np.float64, sums[1:])
        number = is_edge.cumsum() - 1
        between = sums[number[end]] - sums[number[begin]]
        topics = between[..., :-1] / (between[..., -1:] + _SHRINK)
        return np.concatenate(tuple(topics), 1).astype(np.float32)

    def _senses(self, word: Ints) -> Floats:
        """Topic vectors of words and their weight, without the part of case and border; computed once per row."""
        new = word[~self._has_topics[word]]
        if len(new):
            rows = np.bincount(new).nonzero()[0]
            self._topics_of_word[rows] = self._word.rows(rows) @ self._to_topics
            self._has_topics[rows] = True
        senses: Floats = self._topics_of_word[word]
        return senses

    @staticmethod
    def _own(vectors: Floats, form: Ints, log_prob: Floats, task: Task) -> Floats:
        """Input features from the n-gram: mean candidate vector, largest share, entropy, and the task (one-hot)."""
        share = np.where(form > 0, np.exp(log_prob), 0)
        share /= np.maximum(share.sum(1, keepdims=True), 1e-9)
        own = np.einsum("ic,icq->iq", share, vectors)
        entropy = -(share * np.log(share + 1e-6)).sum(1)
        asked = np.zeros((len(form), len(Task)), np.float32)
        asked[:, task] = 1
        return np.concatenate((own, share.max(1)[:, None], entropy[:, None], asked), 1).astype(np.float32)


def _longs(numbers: Ints) -> Ints:
    """Numbers as contiguous int64, as the kernel reads them."""
    return np.ascontiguousarray(numbers, np.int64)


def _read(at: Ints, begin: Ints, end: Ints) -> tuple[Ints, _Places]:
    """The tokens that are read for some queries, and the queries in indices among these tokens."""
    start = int(begin[0])
    change = np.bincount(begin - start, minlength=int(end[-1]) - start + 1)
    change -= np.bincount(end - start, minlength=len(change))
    wanted = change.cumsum() > 0
    read = wanted.nonzero()[0]
    number = wanted.cumsum() - 1
    first = number[begin - start]
    return read + start, _Places(first + at - begin, first, first + end - begin)


def _normal(x: Floats) -> Floats:
    """Layer normalisation without gains: rows at mean 0 and variance 1."""
    h: Floats = x - x.mean(1, keepdims=True)
    h /= np.sqrt(np.einsum("ij,ij->i", h, h)[:, None] / np.float32(x.shape[1]) + np.float32(1e-5))
    return h
