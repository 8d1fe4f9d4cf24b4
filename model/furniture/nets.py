"""The two networks of the furniture classifier, trained by Adam in numpy.

Networks from several random starts are joined into one wider network, whose log-odds are the mean of theirs.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from vntextclean.filters.boilerplate import classifier, line_features
from vntextclean.filters.boilerplate.context_features import Setting, place
from vntextclean.filters.boilerplate.page import read

if TYPE_CHECKING:
    from furniture_samples import Sample

Weights = dict[str, np.ndarray]

#: The loss of a deleted line of content, relative to a kept line of furniture.
CARE = 2.0

#: Units of each training in the narrow layer and in the hidden layer.
NARROW, HIDDEN = classifier.NARROW, 24


class Rows(NamedTuple):
    """The features of one sample."""

    own: np.ndarray
    around: np.ndarray
    setting: Setting
    label: np.ndarray
    weight: float


def rows_of(sample: Sample) -> Rows:
    page = read("\n".join(sample.lines))
    setting = Setting(page)
    label = np.array(sample.labels)[page.rows]
    return Rows(line_features.lines(page), place(page, setting), setting, label, sample.weight)


class Inputs(NamedTuple):
    """The training data of a network: lines with blanks between pages, the index of each counted line, and the rest."""

    lines: np.ndarray
    where: np.ndarray
    rest: np.ndarray
    label: np.ndarray
    weight: np.ndarray


def _counted(samples: Sequence[Rows]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    label = np.concatenate([sample.label for sample in samples])
    weight = np.concatenate([np.full(len(sample.label), sample.weight) for sample in samples])
    return label >= 0, label, weight * np.where(label == 0, CARE, 1)


def first_inputs(samples: Sequence[Rows]) -> Inputs:
    keep, label, weight = _counted(samples)
    reach = classifier.REACH
    padded = [classifier.padded(sample.own, reach) for sample in samples]
    ends = np.cumsum([len(rows) for rows in padded])
    where = [end - len(rows) + np.arange(len(rows) - 2 * reach) for end, rows in zip(ends, padded, strict=True)]
    rest = np.concatenate([np.concatenate([sample.own, sample.around], 1) for sample in samples])
    return Inputs(np.concatenate(padded), np.concatenate(where)[keep], rest[keep], label[keep], weight[keep])


def second_inputs(samples: Sequence[Rows], opinions: Sequence[np.ndarray]) -> Inputs:
    keep, label, weight = _counted(samples)
    rest = [
        classifier.second_input(sample.own, sample.around, opinion, sample.setting)
        for sample, opinion in zip(samples, opinions, strict=True)
    ]
    return Inputs(np.zeros((0, 0)), np.zeros(0), np.concatenate(rest)[keep], label[keep], weight[keep])


def fit(
    inputs: Inputs, seed: int, epochs: int = 8, drop: float = 0.15, decay: float = 2e-4, rate: float = 3e-3
) -> Weights:
    """Train a network with one hidden layer of ReLU units and dropout of features.

    Where ``inputs`` have lines, those around each line are input through a separate narrow layer.
    """
    chance = np.random.default_rng(seed)
    count, width = inputs.rest.shape
    reach, wide = 2 * classifier.REACH + 1, inputs.lines.shape[1]
    seen = reach * NARROW if wide else 0

    def start(*shape: int) -> np.ndarray:
        return chance.normal(0, 1 / np.sqrt(shape[0]), shape).astype(np.float32)

    def thinned(values: np.ndarray) -> np.ndarray:
        kept: np.ndarray = values * ((chance.random(values.shape, np.float32) > drop) / np.float32(1 - drop))
        return kept

    weights = {"in": start(seen + width, HIDDEN), "bias": np.zeros(HIDDEN, np.float32), "out": start(HIDDEN)}
    weights["shift"] = np.zeros(1, np.float32)
    if wide:
        weights |= {"narrow": start(wide, NARROW), "offset": np.zeros(NARROW, np.float32)}
    moment = {name: np.zeros_like(value) for name, value in weights.items()}
    square = {name: np.zeros_like(value) for name, value in weights.items()}
    step, batch = 0, 256
    steps = epochs * (count // batch + 1)
    for _ in range(epochs):
        order = chance.permutation(count)
        for at in range(0, count, batch):
            pick = order[at : at + batch]
            x = thinned(inputs.rest[pick])
            if wide:
                near = thinned(inputs.lines[inputs.where[pick, None] + np.arange(reach)].reshape(-1, wide))
                narrow = np.maximum(near @ weights["narrow"] + weights["offset"], 0)
                x = np.concatenate([narrow.reshape(len(pick), seen), x], 1)
            h = np.maximum(x @ weights["in"] + weights["bias"], 0)
            p = 1 / (1 + np.exp(-np.clip(h @ weights["out"] + weights["shift"], -30, 30)))
            error = ((p - inputs.label[pick]) * inputs.weight[pick] / batch).astype(np.float32)
            back = np.outer(error, weights["out"]) * (h > 0)
            slope = {"in": x.T @ back, "bias": back.sum(0), "out": h.T @ error, "shift": error.sum(keepdims=True)}
            if wide:
                deep = (back @ weights["in"][:seen].T).reshape(-1, NARROW) * (narrow > 0)
                slope |= {"narrow": near.T @ deep, "offset": deep.sum(0)}
            step += 1
            now = rate * (1 - step / (steps + 1))
            for name, value in weights.items():
                moment[name] = 0.9 * moment[name] + 0.1 * slope[name]
                square[name] = 0.99 * square[name] + 0.01 * slope[name] ** 2
                stride = moment[name] / (1 - 0.9**step) / (np.sqrt(square[name] / (1 - 0.99**step)) + 1e-8)
                value -= now * (stride + 3 * decay / rate * value)
    return weights


def joined(members: Sequence[Weights], name: str) -> Weights:
    """Several networks as one, whose log-odds are the mean of theirs."""
    count = len(members)
    out = {
        "bias": np.concatenate([member["bias"] for member in members]),
        "out": np.concatenate([member["out"] for member in members]) / count,
        "shift": np.mean([member["shift"] for member in members], 0),
    }
    if "narrow" in members[0]:
        reach = 2 * classifier.REACH + 1
        out["narrow"] = np.concatenate([member["narrow"] for member in members], 1)
        out["offset"] = np.concatenate([member["offset"] for member in members])
        near = np.zeros((reach, count, NARROW, count, HIDDEN), np.float32)
        for index, member in enumerate(members):
            near[:, index, :, index] = member["in"][: reach * NARROW].reshape(reach, NARROW, HIDDEN)
        rest = np.concatenate([member["in"][reach * NARROW :] for member in members], 1)
        out["in"] = np.concatenate([near.reshape(-1, count * HIDDEN), rest])
    else:
        out["in"] = np.concatenate([member["in"] for member in members], 1)
    return {f"{name}.{key}": value.astype(np.float32) for key, value in out.items()}


def separated(weights: Weights) -> list[tuple[Weights, Weights]]:
    """The first and second networks of each training, from networks made by :func:`joined`."""
    count, reach = len(weights["first.bias"]) // HIDDEN, 2 * classifier.REACH + 1
    wide = reach * NARROW * count
    near = weights["first.in"][:wide].reshape(reach, count, NARROW, count, HIDDEN)
    parts = []
    for index in range(count):
        hidden, narrow = slice(index * HIDDEN, (index + 1) * HIDDEN), slice(index * NARROW, (index + 1) * NARROW)
        inner = near[:, index, :, index].reshape(-1, HIDDEN)
        first, second = (
            {
                "bias": weights[f"{name}.bias"][hidden],
                "out": weights[f"{name}.out"][hidden] * count,
                "shift": weights[f"{name}.shift"],
            }
            for name in ("first", "second")
        )
        first |= {"narrow": weights["first.narrow"][:, narrow], "offset": weights["first.offset"][narrow]}
        first["in"] = np.concatenate([inner, weights["first.in"][wide:, hidden]])
        second["in"] = weights["second.in"][:, hidden]
        parts.append((first, second))
    return parts


def averaged(files: Sequence[Weights]) -> Weights:
    """The networks of several files as one, with mean log-odds."""
    parts = [part for weights in files for part in separated(weights)]
    return {**joined([first for first, _ in parts], "first"), **joined([second for _, second in parts], "second")}


def train_first(samples: Sequence[Rows], seeds: Sequence[int]) -> Weights:
    inputs = first_inputs(samples)
    return joined([fit(inputs, seed) for seed in seeds], "first")


def both(groups: Sequence[Sequence[Rows]], seeds: Sequence[int]) -> Weights:
    """Train the two networks; the second gets the output of first networks on groups of sites unseen by them."""
    everything = [sample for group in groups for sample in group]
    opinions: list[np.ndarray] = []
    for index, group in enumerate(groups):
        others = [sample for other, found in enumerate(groups) if other != index for sample in found]
        weights = train_first(others, seeds)
        opinions += [classifier.first_opinion(weights, sample.own, sample.around) for sample in group]
    inputs = second_inputs(everything, opinions)
    return {**train_first(everything, seeds), **joined([fit(inputs, seed + 100) for seed in seeds], "second")}


def odds_of(weights: Weights, sample: Rows) -> np.ndarray:
    """The log-odds of each line."""
    opinion = classifier.first_opinion(weights, sample.own, sample.around)
    return classifier.network(
        weights, "second", classifier.second_input(sample.own, sample.around, opinion, sample.setting)
    )
