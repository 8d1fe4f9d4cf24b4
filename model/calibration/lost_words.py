"""Fit the confidence of lost words, on held-out lines from which single words are removed.

RATE is the assumed share of gaps that have lost a word. A proposal on an undamaged line counts as wrong, unless a
reader judged that the line had lost the word. These verdicts are in ``verdicts_gaps.tsv``, as checksums (see
``diacritics.py``). At the end all log-odds are shifted so that 98 in 100 of the insertions applied in damaged lines are
right. This holds for the sum, not for the least confident ones; on undamaged lines little is inserted even so.
``--unread FILE`` writes the confident proposals on undamaged lines that nobody has judged yet.
"""

from __future__ import annotations

import argparse
import math
import random
import re
import zlib
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from model.calibration.diacritics import SURE, crossed
from model.calibration.fit import fit
from model.calibration.proposals import Verdict, for_readers, read_lines, read_verdicts
from vntextclean.filters.lost_words.proposals import WIDTH, proposals
from vntextclean.filters.lost_words.search import GapSearch
from vntextclean.lm.calibration import Calibrator
from vntextclean.lm.model import Model

RATE = 0.05
VERDICTS = Path(__file__).with_name("verdicts_gaps.tsv")
#: The share of right proposals is not estimated from fewer than this many.
LEAST_RIGHT = 50
TOGETHER = 20
#: How many times each line is damaged, each time by another word.
PASSES = 3
SEED = 20261122
_WORD = re.compile(r"(?<= )[^\W\d_]{2,}(?= )")


class Row(NamedTuple):
    """The features of a proposal, whether it is right, its key (None: in a damaged line), its context for readers."""

    features: npt.NDArray[np.float64]
    right: float
    key: Verdict | None
    where: str


class Taken(NamedTuple):
    """Lines as one text, each perhaps without one word; the start of each line, and the removed words by position."""

    text: str
    begins: list[int]
    lost: dict[int, str]


def take(lines: list[str], rng: random.Random | None) -> Taken:
    """Remove one word from each line, or none if ``rng`` is None."""
    parts: list[str] = []
    begins: list[int] = []
    lost: dict[int, str] = {}
    offset = 0
    for line in lines:
        words = [m for m in _WORD.finditer(line) if m.group().islower()]
        if rng and len(words) >= 6:
            word = rng.choice(words)
            lost[offset + word.start()] = word.group()
            line = line[: word.start()] + line[word.end() + 1 :]
        parts.append(line)
        begins.append(offset)
        offset += len(line) + 1
    return Taken("\n".join(parts), begins, lost)


def collect(
    model: Model, lines: list[str], rng: random.Random, verdicts: dict[Verdict, bool]
) -> tuple[list[Row], int, int]:
    """All proposals, the number of syllables of the undamaged lines, and the number of removed words."""
    gaps = GapSearch(model)
    rows: list[Row] = []
    syllables = lost = 0
    for begin in range(0, len(lines), TOGETHER):
        some = lines[begin : begin + TOGETHER]
        for taken in [take(some, None)] + [take(some, rng) for _ in range(PASSES)]:
            scan = model.scan(taken.text)
            for found in proposals(model, scan, gaps.search(scan)) if len(scan) else []:
                start, word = int(scan.starts[found.token]), model.word(found.word)
                if not taken.lost:
                    number = int(np.searchsorted(taken.begins, start, "right")) - 1
                    line, at = some[number], start - taken.begins[number]
                    key = Verdict(zlib.crc32(line.encode()), at, zlib.crc32(word.encode()))
                    where = f"{line[max(0, at - 140):at]}⟦{word}⟧ {line[at:at + 110]}"
                    rows.append(Row(found.features(), float(verdicts.get(key, False)), key, where))
                elif word_lost := taken.lost.get(start):
                    rows.append(Row(found.features(), float(word == word_lost), None, ""))
            lost += len(taken.lost)
            syllables += 0 if taken.lost else len(scan)
    return rows, syllables, lost


def threshold(claimed: npt.NDArray[np.float64], right: npt.NDArray[np.float64]) -> float:
    """The lowest confidence from which on the share SURE of the proposals in damaged lines is right."""
    order = np.argsort(-claimed)
    share = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    good = np.flatnonzero(share[LEAST_RIGHT:] >= SURE)
    return float(claimed[order][LEAST_RIGHT + good[-1]]) if len(good) else SURE


def log_odds(share: float) -> float:
    return math.log(share / (1 - share))


def main() -> None:
    """Fit on the held-out lines of a folder and write the section as an .npz file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("heldout", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--lines", type=int, default=12_000, help="lines of each source at most")
    parser.add_argument("--unread", type=Path, help="write the likely proposals without a verdict to this file")
    args = parser.parse_args()
    model, verdicts = Model.open(args.model), read_verdicts(VERDICTS)
    rows, syllables, lost = collect(model, read_lines(args.heldout, args.lines), random.Random(SEED), verdicts)
    x, y = np.array([row.features for row in rows]), np.array([row.right for row in rows])
    whole = np.array([row.key is not None for row in rows])
    w = np.where(whole, 1.0, RATE * syllables / max(lost, 1))
    claimed = crossed(x, y, w, WIDTH)
    least = threshold(claimed[~whole], y[~whole])
    taken = claimed >= least
    right, put = int(y[taken & ~whole].sum()), int((taken & ~whole).sum())
    print(
        f"{lost} words lost, {int(y[~whole].sum())} proposed rightly; applied, by fits without the lines: "
        f"{right / lost:.4f} of the lost, {right / max(put, 1):.4f} right; on {syllables} syllables of whole lines "
        f"{int((taken & whole).sum())}, {int(y[taken & whole].sum())} of them right"
    )
    arrays = fit(x, y, w)
    arrays["straight"][0] += log_odds(SURE) - log_odds(least)
    if args.unread:
        odds = Calibrator(arrays, WIDTH)
        claims = [(odds(row.features), row.key, row.where) for row in rows if row.key and row.key not in verdicts]
        args.unread.write_text(for_readers(claims), "utf-8")
    np.savez(args.output, **{f"gap/{name}": array for name, array in arrays.items()})  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
