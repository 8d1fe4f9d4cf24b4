"""Adapt a model to a domain: ``python -m model.mix OUT.vnlm TEXT...``.

The training corpora of the model are not needed. Its probabilities are the prior, and every n-gram of TEXT changes
them, by Witten-Bell interpolation: a history seen A times before t different words has the weight A / (A + t). The
n-grams of TEXT become a second set of tables in OUT, which are looked up before those of the model. All else stays.
Every 20th line of TEXT is held out, to choose the weight of a word of TEXT.
"""

from __future__ import annotations

import argparse
import math
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from model.ngrams import count, pack
from vntextclean.lm import fuse_table
from vntextclean.lm.domain import VALUE_BITS
from vntextclean.lm.format import ModelFile, write_file
from vntextclean.lm.model import Model
from vntextclean.lm.ngrams import BITS

Array = npt.NDArray[Any]
Floats = npt.NDArray[np.float64]

HELD_OUT = 20
#: The weights of a word of TEXT that are tried.
WEIGHTS = (0.03, 0.06, 0.12, 0.25, 0.5, 1.0)
#: N-grams seen less often are dropped: they may be chance, or name a person.
FLOOR = 2
_CHUNK = 1 << 22


class Counts(NamedTuple):
    """The n-grams of one order: sorted keys and counts (continuation counts below the highest order).

    ``histories`` are keys of the order below, and ``history`` is the index of each n-gram's history among them.
    """

    keys: count.Keys
    value: Floats
    history: npt.NDArray[np.int64]
    histories: count.Keys


def text_of(path: Path) -> str:
    """The text of a file. Raises SystemExit with the reason if it cannot be read as UTF-8."""
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SystemExit(f"{path}: cannot be read as UTF-8 text ({error})") from None


def split(paths: Iterable[Path]) -> tuple[list[str], list[str]]:
    """The lines to count and the held-out lines, chosen by checksum. Repeated lines count once."""
    counted: dict[str, None] = {}
    left: dict[str, None] = {}
    for path in paths:
        for line in text_of(path).splitlines():
            if line.strip():
                (counted if zlib.crc32(line.encode()) % HELD_OUT else left)[line] = None
    return list(counted), list(left)


def counts(lines: list[str], model: Model) -> tuple[list[Counts], Floats]:
    """The n-grams of some lines over the vocabulary of the model, and the count of each word."""
    keys = []
    for begin in range(0, len(lines), 20_000):
        stream = model.scan("\n".join(lines[begin : begin + 20_000])).stream
        keys.append(count.packed(stream.astype(np.uint16), model.order))
    packed = np.concatenate(keys)
    grams = count.count(packed, np.zeros(len(packed), np.uint8), model.order)
    found = []
    for order, each in enumerate(grams, 1):
        kept = each.raw >= (FLOOR if order > 1 else 1)
        history = each.keys[kept] & np.uint64((1 << (BITS * (order - 1))) - 1)
        histories, place = np.unique(history, return_inverse=True)
        found.append(Counts(each.keys[kept], each.adjusted[kept].astype(np.float64), place, histories))
    words = np.bincount(grams[0].keys.astype(np.int64), grams[0].raw, len(model.log_prob))
    return found, words.astype(np.float64)


def mixed(model: Model, orders: list[Counts], words: Floats, weight: float) -> dict[str, Array]:
    """The sections to add or replace: the new unigram values, and the tables of the domain."""
    unigram = np.exp(model.log_prob.astype(np.float64))
    seen = np.zeros(len(unigram))
    seen[orders[0].keys.astype(np.int64)] = orders[0].value * weight
    types = len(orders[0].keys)
    log_prob = np.log((seen + types * unigram) / (seen.sum() + types))
    share = np.exp(model.frequency.astype(np.float64))
    frequency = np.log((words * weight + types * share) / (words.sum() * weight + types))
    backoff = model.backoff.astype(np.float64)
    below_keys, below = np.arange(len(unigram), dtype=np.uint64), log_prob
    gains, afters = [], []  # levels and codes of each order from 2; back-off weights are known at the next order
    for order, grams in enumerate(orders[1:], 2):
        total = np.bincount(grams.history, grams.value) * weight
        trust = total / (total + np.bincount(grams.history))
        if order == 2:
            own = grams.histories.astype(np.int64)
            backoff[own] += np.log1p(-trust)
            weights = backoff[own]
        else:
            lower = orders[order - 2]
            after = model.find(order - 1, lower.keys)[2].astype(np.float64)
            at = np.searchsorted(lower.keys, grams.histories)
            after[at] += np.log1p(-trust)
            afters.append(_coded(after))
            weights = afters[-1][0][afters[-1][1][at]].astype(np.float64)
        fallback = weights[grams.history] + below[np.searchsorted(below_keys, grams.keys >> np.uint64(BITS))]
        # The prior with its remaining weight: the model's n-gram, or backing off.
        held = model.find(order, grams.keys)[0]
        rows = np.stack([(grams.keys >> np.uint64(BITS * place)) & count.MASK for place in range(order)], 1)
        alone = model.logp(rows.astype(np.int64)) + np.log1p(-trust)[grams.history]
        told = np.log(grams.value * weight / total[grams.history] * trust[grams.history])
        belief = np.logaddexp(np.where(held, alone, fallback), told)
        gains.append(_coded(belief - fallback))
        below_keys, below = grams.keys, fallback + gains[-1][0][gains[-1][1]]
    afters.append((np.zeros(256, np.float32), np.zeros(len(orders[-1].keys), np.int64)))
    out: dict[str, Array] = {
        "unigram/frequency": frequency.astype(np.float32),
        "domain/log_prob": log_prob.astype(np.float32),
        "domain/backoff": backoff.astype(np.float32),
    }
    layout = []
    for order, ((gain, code), (after, after_code)) in enumerate(zip(gains, afters, strict=True), 2):
        table = fuse_table.build(orders[order - 1].keys, code << 8 | after_code, VALUE_BITS, np.uint32)
        layout.append((table.seed, table.segment))
        out |= {f"domain/{order}/slots": table.slots, f"domain/{order}/gains": gain, f"domain/{order}/backoffs": after}
    return out | {"domain/layout": np.array(layout, np.int64)}


def _coded(values: Floats) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.int64]]:
    levels = pack.book(values, 256)
    return levels, pack.codes(values, levels)


def with_domain(model: Model, sections: dict[str, Array], about: dict[str, Any]) -> Model:
    """The model with some sections changed, in memory."""
    file = model.file
    return Model(ModelFile(file.path, file.about | about, {**file.sections, **sections}, {}))


def perplexity(model: Model, lines: list[str]) -> float:
    """Perplexity over words, numbers and borders; unknown words count as classes."""
    scores = model.token_scores("\n".join(lines))
    return math.exp(-float(scores.mean())) if len(scores) else math.nan


def main() -> None:
    """Choose the weight, print the perplexity of the held-out lines, and write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("texts", nargs="+", type=Path, help="UTF-8, a sentence or paragraph a line")
    parser.add_argument("--model", type=Path, help="the model to mix with, instead of the shipped one")
    parser.add_argument("--weight", type=float, help="how many times each word of the text counts; found if not given")
    given = parser.parse_args()
    model = Model.open(given.model)
    if model.file.group("domain"):
        raise SystemExit(f"{model.file.path} is mixed already: start from the model it was made of, with all the texts")
    lines, left = split(given.texts)
    if not lines or not left:
        raise SystemExit("too little text: some hundred lines are needed")
    orders, words = counts(lines, model)
    print(f"{len(lines):,} lines, {words.sum():,.0f} tokens, {[len(each.keys) for each in orders]} n-grams")
    print(f"{len(left):,} lines left out: perplexity {perplexity(model, left):.1f} before")
    best: tuple[float, float, dict[str, Array]] | None = None
    for weight in [given.weight] if given.weight else WEIGHTS:
        sections = mixed(model, orders, words, weight)
        found = perplexity(with_domain(model, sections, {}), left)
        print(f"  weight {weight:4}: {found:.1f}")
        if best is None or found < best[0]:
            best = found, weight, sections
    assert best is not None
    if best[0] >= perplexity(model, left):
        print("the text does not help: it is too little, or too unlike itself; OUT is no better than the model was")
    about = {"domain": {"tokens": int(words.sum()), "weight": best[1]}}
    size = write_file(given.out, {**model.file.about, **about}, {**model.file.sections, **best[2]})
    print(f"{given.out}: weight {best[1]}, {size:,} bytes")


if __name__ == "__main__":
    main()
