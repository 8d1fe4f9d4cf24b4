"""How likely each line of a document is furniture.

Two small networks, one on top of the other, made several times and averaged: the first reads each line with its near
neighbours and its place, the second reads what the first thought of the lines around, because furniture comes in
blocks. (A chain of two states on top of both was tried and dropped: at equal loss it found no more.) The weights are
trained by ``model/train_boilerplate.py``; they are numbers about shapes, not text.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import numpy as np

from vntextclean.boilerplate import features
from vntextclean.boilerplate.page import Floats, Page
from vntextclean.errors import ModelError

WEIGHTS = Path(__file__).with_name("data") / "furniture.npz"

#: Changes when the features change: weights of another version would be read as nonsense.
VERSION = 1

#: The distances over which the second network averages what the first one said.
SCALES = (1, 3, 8, 24)


class Classifier:
    """The trained weights, ready to judge pages.

    >>> from vntextclean.boilerplate.page import read
    >>> page = read("Trang chủ\\nGiới thiệu\\nLiên hệ\\nĐăng nhập\\nTìm kiếm\\nBản quyền thuộc về Trường")
    >>> bool((Classifier.shipped().judge(page) > 0.5).all())
    True
    """

    def __init__(self, weights: Mapping[str, Floats]) -> None:
        if int(weights["version"]) != VERSION:
            raise ModelError(f"the furniture weights are of version {int(weights['version'])}, not {VERSION}")
        self.weights = {name: np.asarray(value, np.float32) for name, value in weights.items()}
        self.members = sum(name.endswith("first.shift") for name in weights)

    @staticmethod
    @cache
    def shipped() -> Classifier:
        """The weights that come with the package, read once."""
        try:
            with np.load(WEIGHTS, allow_pickle=False) as stored:
                return Classifier({name: stored[name] for name in stored.files})
        except (OSError, ValueError, KeyError) as error:
            raise ModelError(f"the furniture weights {WEIGHTS} cannot be read: {error}") from error

    def judge(self, page: Page) -> Floats:
        """The probability of being furniture, for each line of the page that holds anything."""
        if not len(page):
            return np.zeros(0, np.float32)
        own, place, short = features.lines(page), features.place(page), features.short_lines(page)
        near = first_input(own, place)
        odds = np.zeros(len(page), np.float32)
        for member in range(self.members):
            first = network(self.weights, f"{member}.first", near)
            odds += network(self.weights, f"{member}.second", second_input(own, place, first, short))
        return probability(odds / np.float32(self.members))


def first_input(own: Floats, place: Floats) -> Floats:
    """What the first network reads."""
    return np.concatenate([features.window(own), place], 1)


def second_input(own: Floats, place: Floats, first: Floats, short: np.ndarray) -> Floats:
    """What the second network reads: the first one's opinion of the line and its surroundings, and the line again."""
    opinion = np.tanh(first / 4)
    columns = [features.window(opinion[:, None], 6)]
    wide: list[Floats] = []
    for scale in SCALES:
        decay = np.float32(np.exp(-1 / scale))
        wide += [_drift(opinion, decay), _drift(opinion[::-1], decay)[::-1]]
    content = np.less(opinion, 0)
    before: Floats = (np.cumsum(content) - content).astype(np.float32)
    total = max(int(content.sum()), 1)
    share = np.full(len(first), content.mean(), np.float32)
    wide += [before / np.float32(total), share, (before == 0).astype(np.float32), (before == total).astype(np.float32)]
    wide += [*features.means_of_runs(np.stack([opinion, opinion > 0.5, opinion < -0.5]), short)]
    columns += [np.stack(wide, 1).astype(np.float32), own, place]
    return np.concatenate(columns, 1)


def _drift(values: Floats, decay: Floats | np.float32) -> Floats:
    """The exponentially weighted mean of what stands before each value."""
    size = len(values)
    out = np.zeros(size, np.float32)
    state, mass = 0.0, 0.0
    rate = float(decay)
    listed = values.tolist()
    for index in range(size):
        out[index] = state / (mass + 0.5)
        state = state * rate + listed[index]
        mass = mass * rate + 1
    return out


def network(weights: Mapping[str, Floats], name: str, rows: Floats) -> Floats:
    """The log odds a network gives to each row: one hidden layer of rectifiers."""
    hidden = np.maximum(rows @ weights[f"{name}.in"] + weights[f"{name}.bias"], 0)
    odds: Floats = hidden @ weights[f"{name}.out"] + weights[f"{name}.shift"]
    return odds


def probability(odds: Floats) -> Floats:
    """The probability behind log odds; trained on log loss, on sites left out they are right as they stand."""
    share = 1 / (1 + np.exp(-np.clip(odds, -30, 30)))
    return share.astype(np.float32)
