#!/usr/bin/env python3
"""Train the furniture classifier from annotated pages, and measure it on families of sites left out of training.

    train.py PAGES.jsonl... --prose TEXT... --headlines TEXT [--folds 5] [--save-odds odds.npz] [-o furniture.npz]

PAGES hold one page a line: {"id", "site", "kind", "lines": [{"text", "label": "content" | "boilerplate" | "unsure"}]},
and "family", "page", "extraction", "chosen" where one page was extracted several times. TEXT files are plain prose, one
paragraph a line: documents cut from them are all content, and their paragraphs fill the bodies of made-up pages. What
is written are numbers about shapes and nothing of the text. Needs catboost 1.2.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src"))

import made_pages
import made_words
from restyle import restyled
from samples import MADE_UP, MADE_WEIGHT, Sample, all_content, fold_families, load, made_up, prose_of
from trees import Rows, Settings, Trainer, rows_of, stored

from vntextclean.filters.boilerplate.deciding import classifier
from vntextclean.filters.boilerplate.deciding.decision import decide
from vntextclean.filters.boilerplate.reading.line_forms import certain

#: What the preset asks of a line that is to go.
MINIMUM = 0.98

#: A page in another style than its own weighs this share of its own weight.
RESTYLED = 0.4


def made(found: made_words.Sources, count: int, chance: random.Random) -> Iterator[Sample]:
    """Made-up pages, half of them in another style, and documents of nothing but content; no annotated page in them."""
    for page in made_pages.pages(found, count, chance):
        sample = Sample([line for line, _ in page], [label for _, label in page], MADE_UP, MADE_WEIGHT)
        yield restyled(sample, chance, 1) if chance.random() < 0.5 else sample
    yield from all_content(found.stretches, count // 2, chance)


def grouped(
    samples: list[Sample], folds: int, found: made_words.Sources, extra: int, chance: random.Random
) -> tuple[list[list[Sample]], list[list[Rows]]]:
    """The pages dealt into groups by family, each with pages restyled, with furniture exchanged, and made up."""
    own, rows = [], []
    for families in fold_families(samples, folds):
        pages = [sample for sample in samples if sample.family in families]
        chosen = [sample for sample in pages if sample.chosen]
        more = [restyled(sample, chance, RESTYLED) for sample in chosen for _ in range(2)]
        if any(1 in sample.labels for sample in chosen):
            mixed = list(made_up(chosen, found.stretches, extra // folds, chance))
            more += [restyled(sample, chance, 1) if chance.random() < 0.5 else sample for sample in mixed]
        more += made(found, extra // folds, chance)
        own.append(pages)
        rows.append(list(map(rows_of, [*pages, *(each for each in more if any(map(str.strip, each.lines)))])))
    return own, rows


def report(pages: list[Sample], rows: list[Rows], odds: list[np.ndarray]) -> None:
    """What the filter would do with each page when its family was left out: by extraction, by kind, and in all."""
    tallies: dict[str, list[int]] = {}
    for sample, row, found in zip(pages, rows, odds, strict=True):
        gone = decide(row.page, row.blocks, certain(row.page), [], found).confidence >= MINIMUM
        counts = [int((row.label[here] == wanted).sum()) for here in (gone, ~gone) for wanted in (1, 0)]
        for key in (
            "all",
            "one extraction a page" if sample.chosen else "",
            sample.extraction or "development pages",
            sample.kind if sample.chosen else "",
        ):
            if key:
                tallies[key] = [a + b for a, b in zip(tallies.get(key, [0] * 4), counts, strict=True)]
    print("| pages | furniture | F1 | precision | recall | content | lost |\n|---|---|---|---|---|---|---|")
    for key, (found_, lost, missed, kept) in tallies.items():
        f1 = 2 * found_ / max(2 * found_ + lost + missed, 1)
        shares = f"{found_ / max(found_ + lost, 1):.4f} | {found_ / max(found_ + missed, 1):.3f}"
        print(f"| {key} | {found_ + missed} | {f1:.3f} | {shares} | {lost + kept} | {lost} |")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("pages", nargs="+")
    options.add_argument("--prose", nargs="+", required=True)
    options.add_argument("--headlines", required=True)
    options.add_argument("--folds", type=int, default=5, help="groups of families left out in turn")
    options.add_argument("--extra", type=int, default=600, help="made-up pages, mixed pages, and twice fewer of prose")
    options.add_argument("--threads", type=int, default=1)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--no-report", action="store_true")
    options.add_argument("--save-odds", help="the log-odds of each page with its family left out, by number")
    options.add_argument("-o", "--output")
    options.add_argument("--join", nargs="+", default=[], metavar="FILE", help="written before, to average with")
    chosen = options.parse_args()
    chance = random.Random(chosen.seed)
    headlines = made_words.headlines(chosen.headlines, chance)
    found = made_words.sources(prose_of(chosen.prose, chance), headlines, chance)
    began = time.process_time()
    own, rows = grouped(load(chosen.pages), chosen.folds, found, chosen.extra, chance)
    count = sum(len(row.label) for group in rows for row in group)
    print(f"{count} lines read ({time.process_time() - began:.0f} s)", flush=True)
    trainer = Trainer(rows, chosen.seed, Settings(threads=chosen.threads))
    if not chosen.no_report:
        pages: list[Sample] = []
        seen: list[Rows] = []
        odds: list[np.ndarray] = []
        for number, group in enumerate(own):
            stack = trainer.stack(number)
            pages += group
            seen += rows[number][: len(group)]
            odds += [stack.log_odds(row) for row in rows[number][: len(group)]]
            print(f"group {number} left out ({time.process_time() - began:.0f} s)", flush=True)
        if chosen.save_odds:
            names = [f"{sample.page}@{sample.extraction}" for sample in pages]
            np.savez(chosen.save_odds, names=np.array(names), **{str(n): each for n, each in enumerate(odds)})
        report(pages, seen, odds)
    if chosen.output:
        others = [dict(np.load(path)) for path in chosen.join]
        np.savez_compressed(chosen.output, **stored(trainer.stack(), classifier.VERSION, others))


if __name__ == "__main__":
    main()
