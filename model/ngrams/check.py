"""Perplexity of the unpruned estimate on held-out ids, for comparison with KenLM on the same split.

``python -m model.ngrams.check TRAIN.npy TEST.npy WORK`` takes streams of ids (<s> is 1), writes WORK/train.txt and
WORK/test.txt for KenLM and prints the perplexity without unknown words (58.82 here and with KenLM, on news_unc):

    lmplz -o 3 < WORK/train.txt > WORK/model.arpa && query -v summary WORK/model.arpa < WORK/test.txt
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import numpy.typing as npt

from model.ngrams import count
from vntextclean.lm.text.scan import SENTENCE

Ids = npt.NDArray[np.uint16]


def perplexity(train: Ids, test: Ids, order: int = 3) -> tuple[float, int]:
    """Perplexity of ``test`` under modified Kneser-Ney estimated from ``train``, and the number of tokens."""
    words = int(max(train.max(), test.max())) + 1
    seen = np.zeros(words, np.bool_)
    seen[train] = True
    number = np.cumsum(seen) - 1  # consecutive ids, so that the uniform distribution is over existing words
    number[SENTENCE] = SENTENCE
    small = np.where(seen, np.maximum(number, 0) + 2, 0)
    small[SENTENCE] = SENTENCE
    known = int(seen.sum()) + 3
    counted = count.packed(small[train].astype(np.uint16), order)
    tables = count.count(counted, np.zeros(len(counted), np.uint8), order)
    estimates = count.estimate(tables, known)
    free = dict.fromkeys(range(2, order + 1), (1, 1))
    everything = dict.fromkeys(range(2, order + 1), 1 << 40)
    kept = count.prune(tables, estimates, free, everything, known)
    keys = count.packed(np.where(seen[test], small[test], known - 1).astype(np.uint16), order)
    last = (keys >> np.uint64(count.BITS * (order - 1))).astype(np.int64)
    score = kept[0].log_prob[np.minimum(last, known - 1)]
    for size in range(2, order + 1):
        gram = keys >> np.uint64(count.BITS * (order - size))
        full = gram & count.MASK != 0
        history = gram & np.uint64((1 << (count.BITS * (size - 1))) - 1)
        at = np.minimum(np.searchsorted(kept[size - 2].keys, history), len(kept[size - 2].keys) - 1)
        weight = np.where((kept[size - 2].keys[at] == history) & full, kept[size - 2].backoff[at], 0)
        at = np.minimum(np.searchsorted(kept[size - 1].keys, gram), len(kept[size - 1].keys) - 1)
        hit = (kept[size - 1].keys[at] == gram) & full
        score = np.where(hit, kept[size - 1].log_prob[at], score + weight)
    alive = last != known - 1
    return float(np.exp(-score[alive].mean())), int(alive.sum())


def text(stream: Ids, path: Path) -> None:
    """A stream as lines of numbered words."""
    cut = np.flatnonzero(stream == SENTENCE)
    lines = [" ".join(f"w{i}" for i in part.tolist() if i != SENTENCE) for part in np.split(stream, cut)]
    path.write_text("\n".join(line for line in lines if line) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("train", type=Path)
    parser.add_argument("test", type=Path)
    parser.add_argument("work", type=Path)
    given = parser.parse_args()
    train, test = np.load(given.train), np.load(given.test)
    given.work.mkdir(parents=True, exist_ok=True)
    text(train, given.work / "train.txt")
    text(test, given.work / "test.txt")
    found, tokens = perplexity(train, test)
    print(f"perplexity {found:.2f} over {tokens} tokens")


if __name__ == "__main__":
    main()
