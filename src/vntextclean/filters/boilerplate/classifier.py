"""How likely each line of a document is furniture.

Two small networks, one on top of the other: the first reads each line with its near neighbours and its place, the
second reads what the first thought of the lines around, because furniture comes in blocks. The neighbours are read
through one narrow layer that is the same for all of them, which costs a third and learns less by heart. The weights are
trained by ``model/furniture/train.py``, several times and averaged; they are numbers about shapes, not text.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from vntextclean.errors import ModelError
from vntextclean.filters.boilerplate import line_features
from vntextclean.filters.boilerplate.context_features import Setting, place
from vntextclean.filters.boilerplate.page import Floats, Page

WEIGHTS = Path(__file__).with_name("data") / "furniture.npz"

#: Changes when the features change: weights of another version would be read as nonsense.
VERSION = 2

#: How wide the narrow layer of each training is.
NARROW = 16

#: How far the first network sees the lines themselves on either side, and the second the first one's opinion of them.
REACH, SECOND_REACH = 3, 6

#: The distances over which the second network averages what the first one said.
SCALES = np.array([2, 5, 12, 40])


class Classifier:
    """The trained weights, ready to judge pages.

    >>> from vntextclean.filters.boilerplate.page import read
    >>> page = read("Trang chủ\\nGiới thiệu\\nLiên hệ\\nĐăng nhập\\nTìm kiếm\\nBản quyền thuộc về Trường")
    >>> bool((Classifier.shipped().judge(page) > 0.5).all())
    True
    """

    def __init__(self, weights: Mapping[str, Floats]) -> None:
        if int(weights["version"]) != VERSION:
            raise ModelError(f"the furniture weights are of version {int(weights['version'])}, not {VERSION}")
        self.weights = unfolded({name: np.asarray(value, np.float32) for name, value in weights.items()})

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
        setting = Setting(page)
        own, around = line_features.lines(page), place(page, setting)
        opinion = first_opinion(self.weights, own, around)
        return probability(network(self.weights, "second", second_input(own, around, opinion, setting)))


def padded(rows: Floats, reach: int) -> Floats:
    """The rows with zeros before and behind, and a last column that marks those."""
    size, width = rows.shape
    out = np.zeros((size + 2 * reach, width + 1), np.float32)
    out[:, -1] = 1
    out[reach : reach + size, :width] = rows
    out[reach : reach + size, -1] = 0
    return out


def window(rows: Floats, reach: int) -> Floats:
    """Each row with those of its neighbours beside it."""
    size = len(rows) - 2 * reach
    return np.concatenate([rows[at : at + size] for at in range(2 * reach + 1)], 1)


def unfolded(weights: Mapping[str, Floats]) -> dict[str, Floats]:
    """The weights with the first network's parts for each training apart, most of whose products are with zeros.

    ``first.lens`` makes the narrow layer, ``first.near`` reads it, ``first.rest`` reads what all trainings share.
    """
    members = weights["first.narrow"].shape[1] // NARROW
    wide = (2 * REACH + 1) * members * NARROW
    near = weights["first.in"][:wide].reshape(2 * REACH + 1, members, NARROW, members, -1)
    return {
        **weights,
        "first.lens": np.stack(np.split(weights["first.narrow"], members, 1)),
        "first.near": np.stack([near[:, each, :, each].reshape(-1, near.shape[-1]) for each in range(members)]),
        "first.rest": weights["first.in"][wide:],
    }


def first_opinion(weights: Mapping[str, Floats], own: Floats, around: Floats) -> Floats:
    """What the first network thinks of each line: its log odds, squeezed."""
    if "first.lens" not in weights:
        weights = unfolded(weights)
    members, size, reach = len(weights["first.lens"]), len(own), (2 * REACH + 1) * NARROW
    offset = weights["first.offset"].reshape(members, 1, NARROW)
    narrow = np.maximum(padded(own, REACH) @ weights["first.lens"] + offset, 0).reshape(members, -1)
    seen = np.ascontiguousarray(sliding_window_view(narrow, reach, axis=1)[:, ::NARROW])
    near = (seen @ weights["first.near"]).transpose(1, 0, 2).reshape(size, -1)
    hidden = near + np.concatenate([own, around], 1) @ weights["first.rest"] + weights["first.bias"]
    odds = np.maximum(hidden, 0) @ weights["first.out"] + weights["first.shift"]
    opinion: Floats = np.tanh(odds / 4)
    return opinion


def second_input(own: Floats, around: Floats, opinion: Floats, setting: Setting) -> Floats:
    """What the second network reads: the first one's opinion of the line and its surroundings, and the line again."""
    size = len(opinion)
    index = np.arange(size)[:, None]
    total = np.concatenate(([0.0], np.cumsum(opinion)))
    low, high = np.maximum(index - SCALES, 0), np.minimum(index + 1 + SCALES, size)
    past = (total[index] - total[low]) / (index - low + 0.5)
    future = (total[high] - total[index + 1]) / (high - index - 0.5)
    content = opinion < 0
    seen: Floats = np.cumsum(content) - content
    count = max(int(content.sum()), 1)
    three = np.stack([opinion, opinion > 0.5, opinion < -0.5]).astype(np.float32)
    wide = np.stack(
        [
            seen / count,
            np.full(size, content.mean()),
            seen == 0,
            seen + content >= count,
            *(setting.runs.means(three) * setting.short),
            *setting.lists.means(three),
            setting.runs.most(opinion),
            setting.runs.least(opinion),
            setting.lists.most(opinion),
            setting.lists.least(opinion),
        ],
        1,
    )
    near = window(padded(opinion[:, None], SECOND_REACH), SECOND_REACH)
    return np.concatenate([near, past, future, wide, own, around], 1, dtype=np.float32)


def network(weights: Mapping[str, Floats], name: str, rows: Floats) -> Floats:
    """The log odds a network gives to each row: one hidden layer of rectifiers."""
    hidden = np.maximum(rows @ weights[f"{name}.in"] + weights[f"{name}.bias"], 0)
    odds: Floats = hidden @ weights[f"{name}.out"] + weights[f"{name}.shift"]
    return odds


def probability(odds: Floats) -> Floats:
    """The probability behind log odds; trained on log loss, on sites left out they are right as they stand."""
    share = 1 / (1 + np.exp(-np.clip(odds, -30, 30)))
    return share.astype(np.float32)
