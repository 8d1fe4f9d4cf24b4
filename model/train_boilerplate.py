#!/usr/bin/env python3
"""Train the furniture classifier from annotated pages, and measure it on sites left out of training.

    train_boilerplate.py PAGES.jsonl... --prose TEXT... [--folds 10] [-o furniture.npz]

PAGES hold one page a line: {"site", "lines": [{"text", "label": "content" | "boilerplate" | "unsure"}]}. TEXT files are
plain prose, one paragraph a line: documents cut from them are all content, and their paragraphs fill the bodies of
made-up pages whose furniture comes from two other sites. What is written are the weights and nothing of the text.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

import made_pages

from vntextclean.boilerplate import classifier, features
from vntextclean.boilerplate.decision import decide
from vntextclean.boilerplate.furniture import sure
from vntextclean.boilerplate.page import read

#: A lost line of content counts as much as this many kept lines of furniture.
CARE = 2.0


class Sample(NamedTuple):
    """One page: its lines, their labels (1 furniture, 0 content, -1 not counted), its site, and its weight."""

    lines: list[str]
    labels: list[int]
    site: str
    weight: float


class Rows(NamedTuple):
    """The features of one sample."""

    own: np.ndarray
    place: np.ndarray
    label: np.ndarray
    short: np.ndarray
    weight: float


LABELS = {"content": 0, "boilerplate": 1, "unsure": -1}


def load(paths: Sequence[str], weight: float) -> list[Sample]:
    samples = []
    for path in paths:
        for record in map(json.loads, Path(path).read_text(encoding="utf-8").splitlines()):
            rows = record["lines"]
            samples.append(
                Sample([row["text"] for row in rows], [LABELS[row["label"]] for row in rows], record["site"], weight)
            )
    return samples


def rows_of(sample: Sample) -> Rows:
    page = read("\n".join(sample.lines))
    label = np.array(sample.labels)[page.rows] if len(page) else np.zeros(0)
    return Rows(features.lines(page), features.place(page), label, features.short_lines(page), sample.weight)


# -- made-up pages --------------------------------------------------------------------------------------------------


def prose_of(paths: Sequence[str], chance: random.Random, blocks: int = 60) -> list[list[str]]:
    """Stretches of consecutive paragraphs from all over each file."""
    stretches = []
    for path in paths:
        size = Path(path).stat().st_size
        with Path(path).open("rb") as file:
            for _ in range(blocks):
                file.seek(chance.randrange(max(size - 30_000, 1)))
                file.readline()
                found = [file.readline().decode("utf-8", "ignore").rstrip("\n") for _ in range(60)]
                found = [line for line in found if line.strip()]
                if len(found) > 10:
                    stretches.append(found)
    return stretches


def cut(lines: list[str], width: int) -> list[str]:
    """The lines hard-wrapped, as paper has them."""
    out = []
    for line in lines:
        row = ""
        for word in line.split():
            if row and len(row) + len(word) >= width:
                out.append(row)
                row = word
            else:
                row = f"{row} {word}".strip()
        out.append(row)
    return [row for row in out if row]


def splintered(lines: list[str], chance: random.Random) -> list[str]:
    """Some sentences broken where a link stood, as naive extraction leaves them."""
    out = []
    for line in lines:
        words = line.split()
        if len(words) > 14 and chance.random() < 0.3:
            at = chance.randrange(4, len(words) - 6)
            end = at + chance.randrange(1, 5)
            out += [" ".join(words[:at]), " ".join(words[at:end]), " ".join(words[end:])]
        else:
            out.append(line)
    return out


def listed(lines: list[str], chance: random.Random) -> list[str]:
    """Short lines of content: clauses one a line, with or without bullets, numbers, labels or capitals."""
    mark = chance.choice(["", "", "- ", "+ ", "* ", "\u2022 ", "1", "a"])
    out = []
    for line in lines:
        for number, clause in enumerate(line.replace(";", ",").replace(". ", ", ").split(",")[:8]):
            clause = " ".join(clause.split()[: chance.randrange(4, 14)])
            if not clause:
                continue
            head = f"{number + 1}. " if mark == "1" else f"{chr(97 + number)}) " if mark == "a" else mark
            text = clause[0].upper() + clause[1:] if chance.random() < 0.7 else clause
            out.append(head + text + chance.choice(["", "", "", ",", ";", "."]))
    return out


def body(stretch: list[str], chance: random.Random) -> list[str]:
    """An article made of a stretch of prose, with headings, captions, a list or broken sentences now and then."""
    at = chance.randrange(max(len(stretch) - 6, 1))
    lines = stretch[at : at + chance.randrange(2, 25)]
    title = " ".join(chance.choice(stretch).split()[: chance.randrange(5, 16)]).rstrip(".,;:")
    kind = chance.random()
    if kind < 0.25:
        lines = splintered(lines, chance)
    elif kind < 0.4:
        where = chance.randrange(len(lines))
        lines[where:where] = listed(chance.sample(stretch, 2), chance)
    elif kind < 0.5:
        lines = cut(lines, chance.randrange(45, 95))
    for _ in range(chance.randrange(0, 4)):
        where = chance.randrange(len(lines) + 1)
        lines.insert(where, " ".join(chance.choice(stretch).split()[: chance.randrange(2, 9)]).rstrip(".,;:"))
    return [title, *lines]


def runs(sample: Sample) -> tuple[list[str], list[str], list[list[str]]]:
    """The furniture above the content of a page, below it, and in its midst."""
    labels = sample.labels
    content = [index for index, label in enumerate(labels) if label == 0 and sample.lines[index].strip()]
    if not content:
        return list(sample.lines), [], []
    inside: list[list[str]] = []
    current: list[str] = []
    for index in range(content[0], content[-1] + 1):
        if labels[index] == 1:
            current.append(sample.lines[index])
        elif current and sample.lines[index].strip():
            inside.append(current)
            current = []
    head = [line for line, label in zip(sample.lines[: content[0]], labels, strict=False) if label == 1]
    tail = [
        line
        for line, label in zip(sample.lines[content[-1] + 1 :], labels[content[-1] + 1 :], strict=True)
        if label == 1
    ]
    return head, tail, inside


def part(lines: list[str], chance: random.Random) -> list[str]:
    """A piece of a run of furniture: pages differ in how much of it they have."""
    if len(lines) < 4 or chance.random() < 0.3:
        return list(lines)
    size = chance.randrange(2, len(lines))
    at = chance.randrange(len(lines) - size + 1)
    return lines[at : at + size]


def made_up(samples: list[Sample], stretches: list[list[str]], count: int, chance: random.Random) -> Iterator[Sample]:
    """Bodies of one kind with the furniture of two other sites around them."""
    kept = [runs(sample) for sample in samples if 1 in sample.labels]
    heads = [head for head, _, _ in kept if head]
    tails = [tail for _, tail, _ in kept if tail]
    insides = [run for _, _, inside in kept for run in inside if len(run) < 12]
    bodies = [
        [line for line, label in zip(sample.lines, sample.labels, strict=True) if label == 0] for sample in samples
    ]
    bodies = [lines for lines in bodies if len(lines) > 3]
    for _ in range(count):
        lines = body(chance.choice(stretches), chance) if chance.random() < 0.5 else list(chance.choice(bodies))
        labels = [0] * len(lines)
        if insides and chance.random() < 0.3 and len(lines) > 4:
            where = chance.randrange(2, len(lines))
            extra = chance.choice(insides)
            lines[where:where] = extra
            labels[where:where] = [1] * len(extra)
        head = part(chance.choice(heads), chance) if chance.random() < 0.75 else []
        tail = part(chance.choice(tails), chance) if chance.random() < 0.8 else []
        lines = [*head, *lines, *tail]
        labels = [1] * len(head) + labels + [1] * len(tail)
        if chance.random() < 0.3:
            lines = [piece for line in lines for piece in (line, "")]
            labels = [piece for label in labels for piece in (label, -1)]
        yield Sample(lines, labels, "made up", 0.25)


def all_content(stretches: list[list[str]], count: int, chance: random.Random) -> Iterator[Sample]:
    """Documents without furniture: running text, wrapped text, lists."""
    for _ in range(count):
        stretch = chance.choice(stretches)
        at = chance.randrange(max(len(stretch) - 20, 1))
        lines = stretch[at : at + chance.randrange(3, 30)]
        kind = chance.random()
        if kind < 0.15:
            lines = cut(lines, chance.randrange(30, 95))[:80]
        elif kind < 0.4:
            lines = listed(lines, chance)[:60]
        elif kind < 0.6:
            lines = body(stretch, chance)
        if lines:
            yield Sample(lines, [0] * len(lines), "made up", 0.6)


# -- networks -------------------------------------------------------------------------------------------------------


def fit(
    rows: np.ndarray,
    label: np.ndarray,
    weight: np.ndarray,
    hidden: int,
    epochs: int,
    seed: int,
    drop: float = 0.15,
    decay: float = 2e-4,
    rate: float = 3e-3,
) -> dict[str, np.ndarray]:
    """One hidden layer of rectifiers by Adam, with features dropped at random so that none is relied upon."""
    chance = np.random.default_rng(seed)
    count, width = rows.shape
    weights = {
        "in": chance.normal(0, 1 / np.sqrt(width), (width, hidden)).astype(np.float32),
        "bias": np.zeros(hidden, np.float32),
        "out": chance.normal(0, 1 / np.sqrt(hidden), hidden).astype(np.float32),
        "shift": np.zeros(1, np.float32),
    }
    moment = {name: np.zeros_like(value) for name, value in weights.items()}
    square = {name: np.zeros_like(value) for name, value in weights.items()}
    step, batch = 0, 256
    steps = epochs * (count // batch + 1)
    for _ in range(epochs):
        order = chance.permutation(count)
        for at in range(0, count, batch):
            pick = order[at : at + batch]
            x = rows[pick]
            x = x * ((chance.random(x.shape, np.float32) > drop) / np.float32(1 - drop))
            pre = x @ weights["in"] + weights["bias"]
            h = np.maximum(pre, 0)
            p = 1 / (1 + np.exp(-np.clip(h @ weights["out"] + weights["shift"], -30, 30)))
            error = ((p - label[pick]) * weight[pick] / batch).astype(np.float32)
            back = np.outer(error, weights["out"]) * (pre > 0)
            slope = {"in": x.T @ back, "bias": back.sum(0), "out": h.T @ error, "shift": error.sum(keepdims=True)}
            step += 1
            now = rate * (1 - step / (steps + 1))
            for name, value in weights.items():
                moment[name] = 0.9 * moment[name] + 0.1 * slope[name]
                square[name] = 0.99 * square[name] + 0.01 * slope[name] ** 2
                stride = moment[name] / (1 - 0.9**step) / (np.sqrt(square[name] / (1 - 0.99**step)) + 1e-8)
                value -= now * (stride + 3 * decay / rate * value)
    return weights


def named(weights: dict[str, np.ndarray], name: str) -> dict[str, np.ndarray]:
    return {f"{name}.{key}": value for key, value in weights.items()}


def stacked(parts: list[np.ndarray]) -> np.ndarray:
    return np.concatenate(parts)


def usable(samples: list[Rows], inputs: list[np.ndarray]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Inputs, labels and weights of the lines that count."""
    rows, label = stacked(inputs), stacked([sample.label for sample in samples])
    weight = stacked([np.full(len(sample.label), sample.weight) for sample in samples])
    weight = weight * np.where(label == 0, CARE, 1)
    keep = label >= 0
    return rows[keep], label[keep], weight[keep]


def train_first(samples: list[Rows], seed: int) -> dict[str, np.ndarray]:
    inputs = [classifier.first_input(sample.own, sample.place) for sample in samples]
    return named(fit(*usable(samples, inputs), hidden=24, epochs=8, seed=seed), "first")


def train_second(samples: list[Rows], opinions: list[np.ndarray], seed: int) -> dict[str, np.ndarray]:
    inputs = [
        classifier.second_input(sample.own, sample.place, opinion, sample.short)
        for sample, opinion in zip(samples, opinions, strict=True)
    ]
    return named(fit(*usable(samples, inputs), hidden=24, epochs=8, seed=seed), "second")


def first_opinion(weights: dict[str, np.ndarray], sample: Rows) -> np.ndarray:
    return classifier.network(weights, "first", classifier.first_input(sample.own, sample.place))


def second_opinion(weights: dict[str, np.ndarray], sample: Rows, first: np.ndarray) -> np.ndarray:
    return classifier.network(weights, "second", classifier.second_input(sample.own, sample.place, first, sample.short))


def both(groups: list[list[Rows]], seed: int) -> dict[str, np.ndarray]:
    """The two networks; the second learns from what the first says of groups of sites it has not seen."""
    everything = [sample for group in groups for sample in group]
    opinions = []
    for index, group in enumerate(groups):
        others = [sample for other, found in enumerate(groups) if other != index for sample in found]
        weights = train_first(others, seed)
        opinions += [first_opinion(weights, sample) for sample in group]
    return {**train_first(everything, seed), **train_second(everything, opinions, seed + 1)}


# -- measuring ------------------------------------------------------------------------------------------------------


def fold_sites(samples: list[Sample], folds: int) -> list[set[str]]:
    """Sites dealt into groups of about as many lines each."""
    size: dict[str, int] = {}
    for sample in samples:
        size[sample.site] = size.get(sample.site, 0) + sum(bool(line.strip()) for line in sample.lines)
    groups: list[set[str]] = [set() for _ in range(folds)]
    filled = [0] * folds
    for site in sorted(size, key=lambda name: -size[name]):
        least = filled.index(min(filled))
        groups[least].add(site)
        filled[least] += size[site]
    return groups


def invented(found: made_pages.Sources, parts: int, extra: int, chance: random.Random) -> list[list[Rows]]:
    """Made-up pages and documents of nothing but content, dealt into groups; no annotated page has a part in them."""
    groups = []
    for _ in range(parts):
        made = [
            Sample([line for line, _ in page], [label for _, label in page], "made up", 0.25)
            for page in made_pages.pages(found, 2 * extra // parts, chance)
        ]
        made += all_content(found.stretches, extra // parts, chance)
        groups.append([rows_of(sample) for sample in made])
    return groups


def grouped(
    samples: list[Sample], rows: list[Rows], made: list[list[Rows]], found: made_pages.Sources, chance: random.Random
) -> list[list[Rows]]:
    """The pages dealt into groups by site; furniture is exchanged between pages of one group only."""
    groups = []
    for number, sites in enumerate(fold_sites(samples, len(made))):
        own = [index for index, sample in enumerate(samples) if sample.site in sites]
        mixed: list[Sample] = []
        if any(1 in samples[index].labels for index in own):
            mixed = list(made_up([samples[index] for index in own], found.stretches, 40, chance))
        groups.append([*(rows[index] for index in own), *map(rows_of, mixed), *made[number]])
    return groups


def report(samples: list[Sample], odds: dict[int, np.ndarray]) -> None:
    """What the filter would do with each page when its site was left out: by site, and in all."""
    by_site: dict[str, list[int]] = {}
    for index, sample in enumerate(samples):
        page = read("\n".join(sample.lines))
        label = np.array(sample.labels)[page.rows]
        probability = 1 / (1 + np.exp(-np.clip(odds[index], -30, 30)))
        gone = decide(page, sure(page), [False] * len(page), 0.98, probability.astype(np.float32)) >= 0.98
        tally = by_site.setdefault(sample.site, [0, 0, 0, 0])
        for at, (here, wanted) in enumerate(((gone, 1), (gone, 0), (~gone, 1), (~gone, 0))):
            tally[at] += int((here & (label == wanted)).sum())
    by_site["all"] = [sum(tally[at] for tally in by_site.values()) for at in range(4)]
    print("| site | furniture | found | F1 | content | lost |\n|---|---|---|---|---|---|")
    for site, (found, lost, missed, kept) in by_site.items():
        f1 = f"{2 * found / (2 * found + lost + missed):.3f}" if found + missed else "–"
        print(f"| {site} | {found + missed} | {found} | {f1} | {lost + kept} | {lost} |")


def separated(stored: dict[str, np.ndarray]) -> list[dict[str, np.ndarray]]:
    """The networks of a file, one dictionary a member."""
    count = sum(name.endswith("first.shift") for name in stored)
    return [
        {name.removeprefix(f"{index}."): value for name, value in stored.items() if name.startswith(f"{index}.")}
        for index in range(count)
    ]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("pages", nargs="+")
    options.add_argument("--prose", nargs="+", default=[])
    options.add_argument("--headlines", required=True)
    options.add_argument("--folds", type=int, default=10)
    options.add_argument("--weight", type=float, default=0.5, help="of an annotated line; a made-up one has 0.25")
    options.add_argument("--parts", type=int, default=4)
    options.add_argument("--extra", type=int, default=600)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--save-odds")
    options.add_argument("-o", "--output")
    options.add_argument("--join", nargs="+", default=[], help="files written before, to average with")
    chosen = options.parse_args()
    chance = random.Random(chosen.seed)
    samples = load(chosen.pages, chosen.weight)
    found = made_pages.sources(prose_of(chosen.prose, chance), made_pages.headlines(chosen.headlines, chance), chance)
    odds: dict[int, np.ndarray] = {}
    rows = [rows_of(sample) for sample in samples]
    began = time.time()
    made = invented(found, chosen.parts, chosen.extra, chance)
    print(f"{sum(len(page.label) for group in made for page in group)} lines made up ({time.time() - began:.0f} s)")
    for number, sites in enumerate(fold_sites(samples, chosen.folds) if chosen.folds else []):
        seen = [index for index, sample in enumerate(samples) if sample.site not in sites]
        left = grouped([samples[index] for index in seen], [rows[index] for index in seen], made, found, chance)
        weights = both(left, chosen.seed)
        for index, sample in enumerate(samples):
            if sample.site in sites:
                odds[index] = second_opinion(weights, rows[index], first_opinion(weights, rows[index]))
        print(f"fold {number} without {sorted(sites)} ({time.time() - began:.0f} s)", flush=True)
    if odds:
        report(samples, odds)
    if chosen.save_odds:
        np.savez(chosen.save_odds, **{str(index): value for index, value in odds.items()})
    if chosen.output:
        weights = both(grouped(samples, rows, made, found, chance), chosen.seed)
        members = [{name: value.astype(np.float16) for name, value in weights.items()}]
        for path in chosen.join:
            with np.load(path) as stored:
                members += separated({name: stored[name] for name in stored.files})
        joined = {f"{index}.{name}": value for index, member in enumerate(members) for name, value in member.items()}
        np.savez_compressed(chosen.output, version=np.int64(classifier.VERSION), **joined)


if __name__ == "__main__":
    main()
