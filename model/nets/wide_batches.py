"""The batches of the wide net: windows with some given words, or uncertain positions of the n-gram."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
import torch.nn.functional as F

from model.nets.wide_data import BATCH, SEED, WINDOW, Order, PairCounts
from model.nets.wide_net import Net

ALL_BARE = 0.55   # of the windows; in the others most neighbours are given with their diacritics
LOSS_SHARE = 0.6  # of the bare positions are predicted: the softmax costs as much as a layer


class Batch(NamedTuple):
    key: torch.Tensor
    known: torch.Tensor
    look: torch.Tensor
    at: torch.Tensor
    first: torch.Tensor
    count: torch.Tensor
    right: torch.Tensor
    beside: torch.Tensor | None


def batch_of(key: np.ndarray, form: np.ndarray, look: np.ndarray, known: np.ndarray, wanted: np.ndarray,
             starts: np.ndarray, pieces: int = 1, pairs: PairCounts | None = None, counted: bool = False) -> Batch:
    """Whole windows as tensors, each window cut into ``pieces`` documents."""
    at = np.flatnonzero((wanted & ~known & (form > 0)).ravel())
    ids = key.ravel()[at]
    first, count = starts[ids], starts[ids + 1] - starts[ids]
    right = form.ravel()[at].astype(np.int64) - 1 - first
    beside = None
    if pairs is not None:
        sides = (side.ravel()[at] for side in pairs.neighbours(key, look))
        beside = torch.from_numpy(pairs.features(*sides, first, count, right if counted else np.full_like(right, -1)))
    cut = (a.reshape(len(key) * pieces, -1).astype(np.int64) for a in (key, np.where(known, form, 0), look))
    return Batch(*map(torch.from_numpy, (*cut, at, first, count, right)), beside)


def training_batch(order: Order, data: dict[str, dict[str, np.ndarray]], starts: np.ndarray, step: int,
                   pairs: PairCounts | None) -> Batch:
    """The windows of one step; some of their words are given with diacritics, the others are predicted."""
    rng = np.random.default_rng([SEED, 3, step])
    windows = order.step(step)
    key, form, look = (
        np.stack([data[name]["train_" + part][at : at + WINDOW] for name, at in windows])
        for part in ("key", "form", "look")
    )
    everything_bare = rng.random((BATCH, 1)) < ALL_BARE
    rate = np.where(rng.random((BATCH, 1)) < 0.8, rng.uniform(0.1, 0.3, (BATCH, 1)), rng.uniform(0.1, 0.9, (BATCH, 1)))
    known = ~everything_bare & (rng.random(key.shape) > rate)
    wanted = rng.random(key.shape) < LOSS_SHARE
    pieces = int(rng.choice([1, 4, 8], p=[0.7, 0.15, 0.15]))  # documents of 256, 64 and 32 syllables
    wanted[:, [0, -1]] = False  # the pair counts know a neighbour that is outside the window
    return batch_of(key, form, look, known, wanted, starts, pieces, pairs, counted=True)


class Doubts:
    """Windows of running text with the n-gram's candidates and posteriors at its uncertain positions."""

    def __init__(self, paths: list[Path]) -> None:
        parts = [dict(np.load(path)) for path in paths]
        self.key, self.look, self.form, self.logp, self.right = (
            np.concatenate([part[name] for part in parts]) for name in ("key", "look", "form", "logp", "right"))
        offsets = np.cumsum([0, *(len(part["key"]) for part in parts)])
        self.at = np.concatenate([part["at"] + offset for part, offset in zip(parts, offsets[:-1], strict=True)])
        self.windows = len(self.key) // WINDOW
        self.drawn = 0

    def loss(self, net: Net) -> torch.Tensor:
        """The loss of the net's logits added to the n-gram's log-posteriors, over the next batch of windows."""
        rows, key, look = [], [], []
        for row in range(BATCH):
            epoch, place = divmod(self.drawn, self.windows)
            self.drawn += 1
            if place == 0 or not hasattr(self, "order"):
                self.order = np.random.default_rng([SEED, 4, epoch]).permutation(self.windows)
            start = int(self.order[place]) * WINDOW
            low, high = np.searchsorted(self.at, (start, start + WINDOW))
            rows.append(np.stack((np.arange(low, high), self.at[low:high] - start + row * WINDOW)))
            key.append(self.key[start:start + WINDOW])
            look.append(self.look[start:start + WINDOW])
        pieces = int(np.random.default_rng([SEED, 5, self.drawn]).choice([1, 4, 8], p=[0.7, 0.15, 0.15]))
        at, place = np.concatenate(rows, 1)
        shown = [torch.from_numpy(np.stack(a).astype(np.int64)).view(BATCH * pieces, -1) for a in (key, look)]
        x = net.trunk(shown[0], torch.zeros_like(shown[0]), shown[1], torch.bfloat16)
        query = net.queries(x, torch.from_numpy(place))
        form = torch.from_numpy(self.form[at].astype(np.int64))
        table = net.form(form.clamp(min=0))
        logits = (query[:, None] * table[..., :-1]).sum(-1) + table[..., -1]
        logits = torch.where(form >= 0, logits + torch.from_numpy(self.logp[at].astype(np.float32)), -1e4)
        return F.cross_entropy(logits, torch.from_numpy(self.right[at].astype(np.int64)))
