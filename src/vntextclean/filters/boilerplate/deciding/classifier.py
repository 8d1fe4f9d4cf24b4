"""How likely each line of a document is furniture.

Two ensembles of gradient-boosted trees, one on top of the other: the first reads each line with its place and its
blocks, the second reads besides what the first thought of the lines around, because furniture comes in blocks (stacked
sequential learning, Cohen and Carvalho 2005). The trees are oblivious, that is all nodes of one depth ask the same
question, so numpy evaluates all of them at once. ``model/furniture/train.py`` trains them; what is stored are numbers
about shapes and about hashes of words, not text. Several trainings that differ by their random start are averaged.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from vntextclean.errors import ModelError
from vntextclean.filters.boilerplate.features.opinion_features import opinion_features
from vntextclean.filters.boilerplate.features.page_features import page_features, side_by_side
from vntextclean.filters.boilerplate.features.word_scores import Scores
from vntextclean.filters.boilerplate.reading.blocks import PageBlocks
from vntextclean.filters.boilerplate.reading.page import Floats, Page
from vntextclean.lm import kernel

if TYPE_CHECKING:
    from numpy.typing import NDArray

WEIGHTS = Path(__file__).parent.parent / "data" / "furniture.npz"

#: Changes when the features change: weights of another version would be read as nonsense.
VERSION = 4

#: So many lines are judged at once: their answers fit into the cache of the processor.
BATCH = 512


class Trees:
    """Oblivious regression trees whose sum is a log-odds.

    ``features`` and ``borders`` hold the question of each tree at each depth, of shape (trees, depth): is this feature
    above that border? ``leaves`` holds a value for each of the ``2**depth`` answers, the first question being the
    lowest bit.

    >>> one = Trees(np.array([[0, 1]]), np.array([[0.5, 2.0]]), np.array([[1.0, 2.0, 3.0, 4.0]]), 0.0)
    >>> one.log_odds(np.array([[0, 0], [1, 0], [0, 9], [1, 9]], np.float32)).tolist()
    [1.0, 2.0, 3.0, 4.0]
    """

    def __init__(self, features: np.ndarray, borders: np.ndarray, leaves: np.ndarray, bias: float) -> None:
        self.trees, self.depth = features.shape
        self._features = features.astype(np.int64).T.reshape(-1)  # by depth, then by tree
        self._borders = borders.astype(np.float32).T.reshape(-1, 1)
        self._leaves = leaves.astype(np.float32).reshape(-1)
        self._offsets = (np.arange(self.trees) << self.depth)[:, None]
        self.bias = np.float32(bias)
        borders, leaves = self._borders.reshape(-1), self._leaves
        self.handle = kernel.handle("trees", self._features, borders, leaves, self.depth)

    def arrays(self) -> dict[str, np.ndarray]:
        """The arrays it was made of, in the types they are stored in."""
        shape = self.depth, self.trees
        return {
            "features": self._features.reshape(shape).T.astype(np.uint16),
            "borders": self._borders.reshape(shape).T,
            "leaves": self._leaves.reshape(self.trees, -1),
            "bias": np.float32(self.bias),
        }

    def log_odds(self, rows: Floats, first: Floats | None = None) -> Floats:
        """The sum of the trees for each row of features; ``first`` are features that stand before those of ``rows``."""
        if self.handle is not None and kernel.native is not None:
            sums: Floats = log_odds_of([self], rows, None if first is None else first.T[None])[0]
            return sums
        out = np.empty(len(rows), np.float32)
        if first is not None:
            rows = side_by_side(first, rows)
        for at in range(0, len(rows), BATCH):
            columns = np.ascontiguousarray(rows[at : at + BATCH].T)
            above = (columns[self._features] > self._borders).view(np.uint8)
            above = above.reshape(self.depth, self.trees, -1)
            leaf = above[0].copy()
            for bit in range(1, self.depth):
                leaf |= above[bit] << np.uint8(bit)
            out[at : at + BATCH] = self._leaves[leaf + self._offsets].sum(0)
        out += self.bias
        return out


def log_odds_of(ensembles: Sequence[Trees], rows: Floats, first: Floats | None = None) -> Floats:
    """What each of some ensembles says of rows of features: a row an ensemble.

    ``first`` are features that stand before those of ``rows``: for each ensemble its own, a row a feature.
    """
    handles = tuple(each.handle for each in ensembles)
    if None in handles or kernel.native is None:
        own = [None] * len(ensembles) if first is None else [each.T for each in first]
        return np.stack([each.log_odds(rows, before) for each, before in zip(ensembles, own, strict=True)])
    out = np.empty((len(ensembles), len(rows)), np.float32)
    before = np.zeros(0, np.float32) if first is None else np.ascontiguousarray(first, np.float32)
    kernel.native.tree_sums(handles, before, np.ascontiguousarray(rows.T, np.float32), out)
    out += np.array([[each.bias] for each in ensembles], np.float32)
    return out


class Classifier:
    """The trained trees, ready to judge pages.

    >>> from vntextclean.filters.boilerplate.reading.blocks import blocks_of
    >>> from vntextclean.filters.boilerplate.reading.page import read
    >>> page = read("Trang chủ\\nGiới thiệu\\nLiên hệ\\nĐăng nhập\\nTìm kiếm\\nBản quyền thuộc về Trường")
    >>> bool((Classifier.shipped().log_odds(page, blocks_of(page)) > 0).all())
    True
    """

    def __init__(self, weights: Mapping[str, NDArray[np.generic]]) -> None:
        if int(weights["version"]) != VERSION:
            raise ModelError(f"the furniture weights are of version {int(weights['version'])}, not {VERSION}")
        self.scores: Scores = np.asarray(weights["scores"], np.int8)
        members = sum(name.endswith("first.bias") for name in weights)
        self.members = [(_trees(weights, f"{n}.first"), _trees(weights, f"{n}.second")) for n in range(members)]

    @staticmethod
    @cache
    def shipped() -> Classifier:
        """The weights that come with the package, read once."""
        try:
            with np.load(WEIGHTS, allow_pickle=False) as stored:
                return Classifier({name: stored[name] for name in stored.files})
        except (OSError, ValueError, KeyError) as error:
            raise ModelError(f"the furniture weights {WEIGHTS} cannot be read: {error}") from error

    def log_odds(self, page: Page, blocks: PageBlocks) -> Floats:
        """The log-odds of being furniture, for each line of the page that holds anything."""
        rows = page_features(page, blocks, self.scores)
        first, second = zip(*self.members, strict=True)
        opinions = opinion_features(page, blocks, squeezed(log_odds_of(first, rows)))
        total = np.zeros(len(page), np.float32)
        for own in log_odds_of(second, rows, opinions):
            total += own
        mean: Floats = total / np.float32(len(self.members))
        return mean


def _trees(weights: Mapping[str, NDArray[np.generic]], name: str) -> Trees:
    """The trees of that name among the weights."""
    features, borders, leaves = (np.asarray(weights[f"{name}.{part}"]) for part in ("features", "borders", "leaves"))
    return Trees(features, borders, leaves, float(weights[f"{name}.bias"]))


def second_input(page: Page, blocks: PageBlocks, opinion: Floats, rows: Floats) -> Floats:
    """The features of each line that the second trees read, given the opinion of the first ones."""
    return side_by_side(opinion_features(page, blocks, opinion[None])[0].T, rows)


def squeezed(log_odds: Floats) -> Floats:
    """Log-odds as an opinion between -1 and 1: how sure beyond doubt the first trees are does not matter."""
    opinion: Floats = np.tanh(log_odds / 4).astype(np.float32)
    return opinion
