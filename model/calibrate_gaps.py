"""Fit the confidence of lost words: one word taken out of held-out lines, against the same lines whole.

RATE is the share of gaps that have lost a word in the text the confidence speaks of. Of the 24 strongest proposals on
380 000 syllables of whole lines, read by hand, 10 were words the text really had lost; strong proposals on whole lines
therefore count half.
"""

from __future__ import annotations

import argparse
import random
import re
from pathlib import Path

import numpy as np

from model.calibrate import read_lines, ridge
from vntextclean.lm.gaps import Gaps
from vntextclean.lm.insertions import proposals
from vntextclean.lm.model import Model

RATE = 0.1
STRONG = 7.0
WRONG_WHEN_STRONG = 0.5
#: What is applied is claimed to be right this often, as a log-odds too; the constant is set so that all of it is.
CLAIMED = 0.98
SURE = float(np.log(CLAIMED / (1 - CLAIMED)))
LEAST_RIGHT = 50
TOGETHER = 20
_WORD = re.compile(r"(?<= )[^\W\d_]{2,}(?= )")


def collect(model: Model, lines: list[str], rng: random.Random) -> tuple[np.ndarray, np.ndarray, np.ndarray, int]:
    """Signs, truth and weight of all proposals, and how many words were taken out."""
    gaps = Gaps(model)
    rows: list[np.ndarray] = []
    right: list[float] = []
    weight: list[float] = []
    syllables = lost = 0
    for begin in range(0, len(lines), TOGETHER):
        text = "\n".join(lines[begin : begin + TOGETHER])
        scan = model.scan(text)
        syllables += len(scan)
        for found in proposals(model, scan, gaps.search(scan)):
            rows.append(found.signs())
            right.append(0.0)
            weight.append(WRONG_WHEN_STRONG if found.gain > STRONG else 1.0)
    damaged: list[int] = []
    for begin in range(0, len(lines), TOGETHER):
        parts: list[str] = []
        gold: dict[int, str] = {}
        offset = 0
        for line in lines[begin : begin + TOGETHER]:
            words = [m for m in _WORD.finditer(line) if m.group().islower()]
            if len(words) >= 6:
                word = rng.choice(words)
                gold[offset + word.start()] = word.group()
                line = line[: word.start()] + line[word.end() + 1 :]
                lost += 1
            parts.append(line)
            offset += len(line) + 1
        scan = model.scan("\n".join(parts))
        for found in proposals(model, scan, gaps.search(scan)):
            if word_lost := gold.get(int(scan.starts[found.token])):
                damaged.append(len(rows))
                rows.append(found.signs())
                right.append(float(model.word(found.word) == word_lost))
                weight.append(1.0)
    weights = np.array(weight)
    weights[damaged] = RATE * syllables / max(lost, 1)
    return np.array(rows), np.array(right), weights, lost


def threshold(score: np.ndarray, right: np.ndarray, damaged: np.ndarray) -> float:
    """The lowest score above which, of the proposals in damaged lines, the share that is claimed is right."""
    order = np.argsort(-score[damaged])
    share = np.cumsum(right[damaged][order]) / np.arange(1, len(order) + 1)
    good = np.flatnonzero(share[LEAST_RIGHT:] >= CLAIMED)
    return float(score[damaged][order][LEAST_RIGHT + good[-1]]) if len(good) else SURE


def main() -> None:
    """Fit on the held-out lines of a folder and write the section as an .npz file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("heldout", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--lines", type=int, default=2000, help="lines of each source at most")
    args = parser.parse_args()
    model = Model.open(args.model)
    rows, right, weight, lost = collect(model, read_lines(args.heldout, args.lines), random.Random(20261122))
    fitted = ridge(rows, right, weight)
    fitted[0] += SURE - threshold(rows @ fitted, right, weight > 1)
    taken = rows @ fitted > np.log(0.98 / 0.02)
    found = int((right * taken).sum())
    print(
        f"{lost} words lost, {int(right.sum())} proposed rightly, {found} at 0.98; wrong or strong on whole lines: "
        f"{int(taken.sum()) - found}"
    )
    np.savez(args.output, gap=fitted.astype(np.float32))


if __name__ == "__main__":
    main()
