"""The wide-context net in PyTorch, for training; vntextclean.restoration.wide_net computes the same in numpy."""

from __future__ import annotations

import math

import torch
import torch.nn.functional as F
from torch import nn

WIDTH, QUERY, POOL, POOL_AFTER = 160, 64, 64, 1
LAYERS = ((5, 1), (3, 2), (3, 4), (3, 8), (3, 16))  # kernel size, dilation: 33 syllables on each side in all


class Block(nn.Module):
    """A residual block: norm, dilated convolution, ReLU, projection."""

    def __init__(self, width: int, reach: int, dilation: int) -> None:
        super().__init__()
        self.reach, self.dilation = reach, dilation
        self.gain = nn.Parameter(torch.ones(width))
        self.conv = nn.Linear(reach * width, width)
        self.out = nn.Linear(width, width)
        nn.init.normal_(self.out.weight, std=0.3 / math.sqrt(width))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        half, dtype, length = self.reach // 2 * self.dilation, x.dtype, x.shape[1]
        h = F.layer_norm(x, (x.shape[-1],), self.gain.to(dtype))
        h = F.pad(h, (0, 0, half, half))
        h = torch.cat([h[:, i * self.dilation : i * self.dilation + length] for i in range(self.reach)], -1)
        h = F.relu(F.linear(h, self.conv.weight.to(dtype), self.conv.bias.to(dtype)))
        return x + F.linear(h, self.out.weight.to(dtype), self.out.bias.to(dtype))


class Net(nn.Module):
    """From keys, given forms and looks of a document to a query vector per position, to be compared with candidates."""

    def __init__(self, keys: int, forms: int) -> None:
        super().__init__()
        self.key = nn.Embedding(keys, WIDTH)
        self.known = nn.Embedding(forms + 1, WIDTH)
        self.look = nn.Embedding(12, WIDTH)
        self.blocks = nn.ModuleList([Block(WIDTH, k, d) for k, d in LAYERS])
        self.pool_in = nn.Linear(WIDTH, POOL)
        self.pool_out = nn.Linear(POOL, WIDTH)
        self.gain = nn.Parameter(torch.ones(WIDTH))
        self.query = nn.Linear(WIDTH, QUERY)
        self.form = nn.Embedding(forms, QUERY + 1)
        for table in (self.key, self.known, self.look):
            nn.init.normal_(table.weight, std=0.5)
        nn.init.normal_(self.form.weight, std=0.1)

    def trunk(self, key: torch.Tensor, known: torch.Tensor, look: torch.Tensor, dtype: torch.dtype) -> torch.Tensor:
        x = (self.key(key) + self.known(known) + self.look(look)).to(dtype)
        for number, block in enumerate(self.blocks):
            x = block(x)
            if number == POOL_AFTER:
                topic = F.relu(F.linear(x, self.pool_in.weight.to(dtype), self.pool_in.bias.to(dtype)))
                topic = topic.mean(1, keepdim=True)
                x = x + F.linear(topic, self.pool_out.weight.to(dtype), self.pool_out.bias.to(dtype))
        return x

    def queries(self, x: torch.Tensor, at: torch.Tensor) -> torch.Tensor:
        h = x.reshape(-1, x.shape[-1])[at]
        h = F.layer_norm(h, (h.shape[-1],), self.gain.to(h.dtype))
        return F.linear(h, self.query.weight.to(h.dtype), self.query.bias.to(h.dtype)).float()

    def logits(self, query: torch.Tensor, first: torch.Tensor, count: torch.Tensor,
               beside: torch.Tensor | None = None) -> torch.Tensor:
        """One row of logits per query, padded with a very small number behind the last candidate."""
        row = torch.repeat_interleave(torch.arange(len(first)), count)
        column = torch.arange(len(row)) - torch.repeat_interleave(count.cumsum(0) - count, count)
        table = self.form(first[row] + column)
        flat = (query[row] * table[:, :-1]).sum(-1) + table[:, -1]
        if beside is not None:
            flat = flat + beside
        return torch.full((len(first), int(count.max())), -1e4).index_put((row, column), flat)
