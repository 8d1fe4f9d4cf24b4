"""The two ensembles of trees of the furniture classifier: fitted by CatBoost, stored as arrays of numbers.

CatBoost (https://catboost.ai) grows oblivious trees, which numpy evaluates quickly; it is needed for training only.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from catboost import CatBoostClassifier, Pool
from samples import MADE_UP, Sample

from vntextclean.filters.boilerplate.deciding.classifier import Trees, second_input, squeezed
from vntextclean.filters.boilerplate.features.page_features import shape_features, with_words
from vntextclean.filters.boilerplate.features.word_scores import BUCKETS, STEP, Scores, buckets
from vntextclean.filters.boilerplate.reading.blocks import PageBlocks, blocks_of
from vntextclean.filters.boilerplate.reading.page import Page, read

#: Added to the families counted on either side: a word seen in one family says little.
PRIOR = 1.0

#: A lost line of content counts as much as this many kept lines of furniture.
CARE = 2.0


class Settings(NamedTuple):
    """How many trees of what depth, how fast they learn, and on how many threads."""

    first: int = 250
    second: int = 300
    depth: int = 7
    rate: float = 0.07
    threads: int = 1


class Rows(NamedTuple):
    """The features of one page, its labels by line, and what each line weighs."""

    page: Page
    blocks: PageBlocks
    features: np.ndarray
    buckets: tuple[np.ndarray, np.ndarray]
    family: str
    restyled: bool
    label: np.ndarray
    weight: float


def rows_of(sample: Sample) -> Rows:
    """Read a page that has a line at least."""
    page = read("\n".join(sample.lines))
    blocks = blocks_of(page)
    label = np.array(sample.labels, np.int8)[page.rows]
    features = shape_features(page, blocks)
    return Rows(page, blocks, features, buckets(page), sample.family, sample.restyled, label, sample.weight)


def fit(pages: Sequence[Rows], inputs: Sequence[np.ndarray], trees: int, seed: int, settings: Settings) -> Trees:
    """Trees that tell furniture from content by ``inputs``, which has an array of rows for each page."""
    label = np.concatenate([page.label for page in pages])
    weight = np.concatenate([np.full(len(page.label), page.weight) for page in pages])
    weight *= np.where(label == 0, CARE, 1)
    counted = label >= 0
    model = CatBoostClassifier(
        iterations=trees,
        depth=settings.depth,
        learning_rate=settings.rate,
        l2_leaf_reg=8,
        border_count=64,
        rsm=0.15,
        bootstrap_type="Bernoulli",
        subsample=0.6,
        boosting_type="Plain",
        random_seed=seed,
        thread_count=settings.threads,
        verbose=0,
        allow_writing_files=False,
    )
    rows = np.concatenate(inputs)
    model.fit(Pool(rows[counted], label[counted], weight=weight[counted]))
    return Trees(**exported(model))


def exported(model: CatBoostClassifier) -> dict[str, np.ndarray]:
    """The questions and leaves of a CatBoost model."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.json"
        model.save_model(str(path), format="json")
        stored = json.loads(path.read_text(encoding="utf-8"))
    trees = stored["oblivious_trees"]
    depth = max(len(tree["splits"]) for tree in trees)
    features, borders = np.zeros((len(trees), depth), np.int64), np.full((len(trees), depth), np.inf, np.float32)
    leaves = np.zeros((len(trees), 1 << depth), np.float32)
    for number, tree in enumerate(trees):
        for level, split in enumerate(tree["splits"]):
            features[number, level] = split["float_feature_index"]
            borders[number, level] = split["border"]
        leaves[number, : len(tree["leaf_values"])] = tree["leaf_values"]
    scale, bias = stored["scale_and_bias"]
    return {"features": features, "borders": borders, "leaves": leaves * scale, "bias": np.float32(bias[0])}


class Counts:
    """In how many families of sites each bucket of words stands in furniture and in content, by group of pages."""

    def __init__(self, groups: Sequence[Sequence[Rows]]) -> None:
        self._by_group = [self._count(group) for group in groups]
        self._scores: dict[frozenset[int], Scores] = {}

    @staticmethod
    def _count(group: Sequence[Rows]) -> np.ndarray:
        families: dict[str, np.ndarray] = {}
        for page in group:
            if page.family == MADE_UP or page.restyled:
                continue
            counts = families.setdefault(page.family, np.zeros((2, BUCKETS), np.float32))
            found, lines = page.buckets
            for label in (0, 1):
                here = np.unique(found[page.label[lines] == label])
                counts[label, here] += 1
        total = np.zeros((2, BUCKETS + 1), np.float32)
        for counts in families.values():
            total[:, :-1] += np.minimum(counts, 1)
            total[:, -1] += counts.any(1)
        return total

    def without(self, left_out: frozenset[int]) -> Scores:
        """The scores, counted without some groups."""
        if left_out not in self._scores:
            total = sum(count for number, count in enumerate(self._by_group) if number not in left_out)
            content, furniture = total[:, :-1]
            odds = np.log((furniture + PRIOR) / (content + PRIOR)) - np.log((total[1, -1] + 1) / (total[0, -1] + 1))
            odds[furniture + content < 2] = 0
            self._scores[left_out] = np.clip(np.round(odds / STEP), -127, 127).astype(np.int8)
        return self._scores[left_out]


class Stack(NamedTuple):
    """The first trees, the second ones that read their opinion, and the scores of words."""

    first: Trees
    second: Trees
    scores: Scores

    def log_odds(self, page: Rows) -> np.ndarray:
        """The log-odds of each line."""
        rows = with_scores(page, self.scores)
        opinion = squeezed(self.first.log_odds(rows))
        return self.second.log_odds(second_input(page.page, page.blocks, opinion, rows))


def with_scores(page: Rows, scores: Scores) -> np.ndarray:
    """The features of a page with those of its words."""
    return with_words(page.page, page.blocks, scores, page.features)


class Trainer:
    """Fits stacks to pages dealt into groups, leaving out one group or none.

    The second trees learn from what the first ones say of pages of groups they have not seen, and all trees from scores
    of words that were counted without the page's group; when a group is left out to measure, none may have seen it. So
    the first trees are fitted once for each pair of groups left out.
    """

    def __init__(self, groups: Sequence[Sequence[Rows]], seed: int, settings: Settings) -> None:
        self.groups, self.seed, self.settings = groups, seed, settings
        self.counts = Counts(groups)
        self._first: dict[frozenset[int], Trees] = {}

    def rows(self, page: Rows, group: int, left_out: frozenset[int]) -> np.ndarray:
        """The features of a page of a group, its words scored without that group and those left out."""
        return with_scores(page, self.counts.without(left_out | {group}))

    def first_without(self, *groups: int) -> Trees:
        """The first trees, fitted without these groups."""
        left_out = frozenset(groups)
        if left_out not in self._first:
            pages, inputs = [], []
            for number, group in enumerate(self.groups):
                if number not in left_out:
                    pages += group
                    inputs += [self.rows(page, number, left_out) for page in group]
            self._first[left_out] = fit(pages, inputs, self.settings.first, self.seed, self.settings)
        return self._first[left_out]

    def stack(self, left_out: int | None = None) -> Stack:
        """Both trees, fitted without one group."""
        pages: list[Rows] = []
        inputs: list[np.ndarray] = []
        out = frozenset() if left_out is None else frozenset({left_out})
        for number, group in enumerate(self.groups):
            if number in out:
                continue
            first = self.first_without(number, *out)
            for page in group:
                rows = self.rows(page, number, out)
                opinion = squeezed(first.log_odds(rows))
                pages.append(page)
                inputs.append(second_input(page.page, page.blocks, opinion, rows))
        second = fit(pages, inputs, self.settings.second, self.seed + 100, self.settings)
        return Stack(self.first_without(*out), second, self.counts.without(out))


def stored(stack: Stack, version: int, others: Sequence[Mapping[str, np.ndarray]] = ()) -> dict[str, np.ndarray]:
    """What is written to the weights file: a stack, and those of files written before from the same pages."""
    out: dict[str, np.ndarray] = {"version": np.int64(version), "scores": stack.scores}
    for name, trees in (("first", stack.first), ("second", stack.second)):
        out |= {f"0.{name}.{key}": value for key, value in trees.arrays().items()}
    members = 1
    for other in others:
        count = sum(name.endswith("first.bias") for name in other)
        for name, value in other.items():
            number, dot, rest = name.partition(".")
            if dot:
                out[f"{int(number) + members}.{rest}"] = value
        members += count
    return out
