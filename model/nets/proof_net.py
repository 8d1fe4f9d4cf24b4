"""The proofreading net in PyTorch, for training; vntextclean.lm.proofreader.net computes the same in numpy."""

from __future__ import annotations

import math
from typing import NamedTuple

import torch
import torch.nn.functional as F
from torch import nn

from vntextclean.lm.proofreader.net import NEAR_TOPIC, TOPIC, Task

WIDTH, HIDDEN, QUERY, TOPICS, REACH, BLOCKS = 96, 320, 80, 48, 8, 2
SHRINK = 0.05
MASKED = -1e4


class Questions(NamedTuple):
    """A batch of queries of one task: words and looks of the text, and per query its document, position and candidates.

    ``log_prob`` are the n-gram's scores, normalised per query. ``right`` is the column of the right candidate.
    ``damaged`` tells for ``REPAIR`` whether the written word is no syllable.
    """

    task: Task
    word: torch.Tensor
    look: torch.Tensor
    begin: torch.Tensor
    end: torch.Tensor
    at: torch.Tensor
    form: torch.Tensor
    log_prob: torch.Tensor
    right: torch.Tensor
    damaged: torch.Tensor


class Net(nn.Module):
    """From words of documents to a score of each candidate and a gate (the weight of the n-gram) of each query."""

    def __init__(self, words: int, forms: int) -> None:
        super().__init__()
        self.word = nn.Embedding(words, WIDTH)
        self.look = nn.Embedding(16, WIDTH)
        self.form = nn.Embedding(forms, QUERY + 1)
        self.local = nn.Linear(2 * REACH * WIDTH, HIDDEN)
        self.own = nn.Linear(QUERY + 2 + len(Task), HIDDEN)
        self.look_own = nn.Embedding(16, HIDDEN)
        self.topic = nn.Linear(WIDTH, TOPICS)
        self.salience = nn.Linear(WIDTH, 1)
        self.far = nn.Linear(3 * TOPICS, HIDDEN)
        self.gains = nn.ParameterList([nn.Parameter(torch.ones(HIDDEN)) for _ in range(BLOCKS + 1)])
        self.wide1 = nn.ModuleList([nn.Linear(HIDDEN, HIDDEN) for _ in range(BLOCKS)])
        self.wide2 = nn.ModuleList([nn.Linear(HIDDEN, HIDDEN) for _ in range(BLOCKS)])
        self.query = nn.Linear(HIDDEN, QUERY)
        self.gate = nn.Linear(HIDDEN, 1)
        #: Bias of leaving the text as written, for syllables, other words and gaps. It is not shipped, because
        #: calibration estimates it better.
        self.stay = nn.Parameter(torch.zeros(3))
        for table, spread in ((self.word, 0.5), (self.look, 0.3), (self.form, 0.1), (self.look_own, 0.1)):
            nn.init.normal_(table.weight, std=spread)
        for matrix in self.wide2:
            assert isinstance(matrix, nn.Linear)
            nn.init.normal_(matrix.weight, std=0.3 / math.sqrt(HIDDEN))
        nn.init.zeros_(self.gate.weight)
        nn.init.zeros_(self.gate.bias)

    def forward(self, q: Questions, dtype: torch.dtype = torch.bfloat16) -> tuple[torch.Tensor, torch.Tensor]:
        """The scores of all candidates, and the gates."""
        x = (self.word(q.word) + self.look(q.look)).to(dtype)
        vectors = self.form(q.form)
        share = F.softmax(q.log_prob.masked_fill(q.form == 0, MASKED), 1)
        doubt = -(share * torch.log(share + 1e-6)).sum(1)
        asked = F.one_hot(torch.full_like(q.at, int(q.task)), len(Task))
        expected = (share[..., None] * vectors[..., :-1]).sum(1)
        own = torch.cat([expected, share.max(1).values[:, None], doubt[:, None], asked], 1)

        def linear(layer: nn.Module, value: torch.Tensor) -> torch.Tensor:
            assert isinstance(layer, nn.Linear)
            return F.linear(value.to(dtype), layer.weight.to(dtype), layer.bias.to(dtype)).float()

        h = linear(self.local, self._near(x, q)) + linear(self.own, own) + self.look_own(q.look[q.at])
        h = h + linear(self.far, self._topics(x, q))
        for gain, first, second in zip(self.gains[:-1], self.wide1, self.wide2, strict=True):
            step = F.relu(F.layer_norm(h, (HIDDEN,), gain))
            h = h + linear(second, F.relu(linear(first, step)))
        h = F.relu(F.layer_norm(h, (HIDDEN,), self.gains[-1]))
        query, trust = linear(self.query, h), 1 + F.elu(linear(self.gate, h))
        return (query[:, None, :] * vectors[..., :-1]).sum(-1) + vectors[..., -1], trust

    def logits(self, q: Questions, dtype: torch.dtype = torch.bfloat16) -> torch.Tensor:
        """The combined scores of net and n-gram."""
        score, trust = self(q, dtype)
        out = score + trust * q.log_prob
        stay = self.stay[2].expand(len(q.at)) if q.task is Task.GAP else self.stay[q.damaged.long()]
        out = torch.cat([out[:, :1] + stay[:, None], out[:, 1:]], 1)
        return out.masked_fill(q.form == 0, MASKED)

    @staticmethod
    def _near(x: torch.Tensor, q: Questions) -> torch.Tensor:
        right = torch.arange(1, REACH + 1) - int(q.task is Task.GAP)
        where = q.at[:, None] + torch.cat([torch.arange(-REACH, 0), right])
        inside = (where >= q.begin[:, None]) & (where < q.end[:, None])
        # The row behind the last word is all zeros. The backward pass of a look-up is cheaper than that of a mask.
        return F.embedding(torch.where(inside, where, len(x)), F.pad(x, (0, 0, 0, 1))).reshape(len(q.at), -1)

    def _topics(self, x: torch.Tensor, q: Questions) -> torch.Tensor:
        weight = torch.cat([self.topic.weight, self.salience.weight]).to(x.dtype)
        sense = F.linear(x, weight, torch.cat([self.topic.bias, self.salience.bias]).to(x.dtype)).float()
        share = torch.exp(sense[:, -1:].clamp(-6, 6))
        # A running sum along rows: along columns it takes a quarter of the step.
        sums = F.pad(torch.cat([F.relu(sense[:, :-1]) * share, share], 1).t().contiguous(), (1, 0)).cumsum(1)
        parts = []
        for first, last in ((-TOPIC, TOPIC + 1), (-NEAR_TOPIC, -1), (2, NEAR_TOPIC + 1)):
            low, high = (torch.maximum(torch.minimum(q.at + end, q.end), q.begin) for end in (first, last))
            between = (sums.index_select(1, high) - sums.index_select(1, low)).t()
            parts.append(between[:, :-1] / (between[:, -1:] + SHRINK))
        return torch.cat(parts, 1)
