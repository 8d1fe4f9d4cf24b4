#!/usr/bin/env python3
"""Train the furniture classifier on annotated pages, and evaluate it on held-out sites.

    python -m model.furniture.train PAGES.jsonl... --prose TEXT... --headlines TEXT [--folds 5] [-o furniture.npz]

PAGES have one page per line: {"site", "lines": [{"text", "label": "content" | "boilerplate" | "unsure"}]}. TEXT files
are plain prose, one paragraph per line. Documents cut from them are all content, and their paragraphs are the bodies of
generated pages whose furniture comes from two other sites. Only the weights are written, nothing of the text.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src"))

import made_pages
import made_words
from furniture_nets import Rows, averaged, both, odds_of, rows_of
from furniture_samples import Sample, all_content, fold_sites, load, made_up, prose_of

from vntextclean.filters.boilerplate import classifier
from vntextclean.filters.boilerplate.decision import decide
from vntextclean.filters.boilerplate.line_forms import sure
from vntextclean.filters.boilerplate.page import read


def invented(found: made_words.Sources, parts: int, extra: int, chance: random.Random) -> list[list[Rows]]:
    """Generated pages and documents of content only, in groups; they contain nothing of annotated pages."""
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
    samples: list[Sample], rows: list[Rows], made: list[list[Rows]], found: made_words.Sources, chance: random.Random
) -> list[list[Rows]]:
    """The pages in groups by site; furniture is exchanged only between pages of one group."""
    groups = []
    for number, sites in enumerate(fold_sites(samples, len(made))):
        own = [index for index, sample in enumerate(samples) if sample.site in sites]
        mixed: list[Sample] = []
        if any(1 in samples[index].labels for index in own):
            mixed = list(made_up([samples[index] for index in own], found.stretches, 40, chance))
        groups.append([*(rows[index] for index in own), *map(rows_of, mixed), *made[number]])
    return groups


def report(samples: list[Sample], odds: dict[int, np.ndarray]) -> None:
    """Print the results of the filter on each page when its site was held out: by site, and in total."""
    by_site: dict[str, list[int]] = {}
    for index, sample in enumerate(samples):
        page = read("\n".join(sample.lines))
        label = np.array(sample.labels)[page.rows]
        probability = 1 / (1 + np.exp(-np.clip(odds[index], -30, 30)))
        gone = decide(page, sure(page), [], 0.98, probability.astype(np.float32)) >= 0.98
        tally = by_site.setdefault(sample.site, [0, 0, 0, 0])
        for at, (here, wanted) in enumerate(((gone, 1), (gone, 0), (~gone, 1), (~gone, 0))):
            tally[at] += int((here & (label == wanted)).sum())
    by_site["all"] = [sum(tally[at] for tally in by_site.values()) for at in range(4)]
    print("| site | furniture | found | F1 | content | lost |\n|---|---|---|---|---|---|")
    for site, (found, lost, missed, kept) in by_site.items():
        f1 = f"{2 * found / (2 * found + lost + missed):.3f}" if found + missed else "–"
        print(f"| {site} | {found + missed} | {found} | {f1} | {lost + kept} | {lost} |")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("pages", nargs="+")
    options.add_argument("--prose", nargs="+", default=[])
    options.add_argument("--headlines", required=True)
    options.add_argument("--folds", type=int, default=5, help="groups of sites left out in turn to measure; 0: none")
    options.add_argument("--weight", type=float, default=0.5, help="of an annotated line; a made-up one has 0.25")
    options.add_argument("--parts", type=int, default=4, help="groups in which the second network sees the first one's")
    options.add_argument("--extra", type=int, default=600, help="made-up pages: twice so many, and so many of prose")
    options.add_argument("--members", type=int, default=1, help="trainings to average")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--save-odds")
    options.add_argument("-o", "--output")
    options.add_argument("--join", nargs="+", default=[], metavar="FILE", help="written before, to average with")
    chosen = options.parse_args()
    chance = random.Random(chosen.seed)
    seeds = [chosen.seed + 1000 * number for number in range(chosen.members)]
    samples = load(chosen.pages, chosen.weight)
    headlines = made_words.headlines(chosen.headlines, chance)
    found = made_words.sources(prose_of(chosen.prose, chance), headlines, chance)
    odds: dict[int, np.ndarray] = {}
    rows = [rows_of(sample) for sample in samples]
    began = time.process_time()
    made = invented(found, chosen.parts, chosen.extra, chance)
    count = sum(len(page.label) for group in made for page in group)
    print(f"{count} lines made up ({time.process_time() - began:.0f} s)", flush=True)
    for number, sites in enumerate(fold_sites(samples, chosen.folds) if chosen.folds else []):
        seen = [index for index, sample in enumerate(samples) if sample.site not in sites]
        left = grouped([samples[index] for index in seen], [rows[index] for index in seen], made, found, chance)
        weights = both(left, seeds)
        for index, sample in enumerate(samples):
            if sample.site in sites:
                odds[index] = odds_of(weights, rows[index])
        print(f"fold {number} without {sorted(sites)} ({time.process_time() - began:.0f} s)", flush=True)
    if odds:
        report(samples, odds)
    if chosen.save_odds:
        np.savez(chosen.save_odds, **{str(index): value for index, value in odds.items()})
    if chosen.output:
        weights = both(grouped(samples, rows, made, found, chance), seeds)
        if chosen.join:
            weights = averaged([weights, *map(dict, map(np.load, chosen.join))])
        stored = {name: value.astype(np.float16) for name, value in weights.items()}
        np.savez_compressed(chosen.output, version=np.int64(classifier.VERSION), **stored)


if __name__ == "__main__":
    main()
