"""Fit the confidence of phrases without diacritics, on held-out lines in which runs of words are stripped of them.

RATE is the assumed number of stripped runs in 100 000 syllables. A reading is right if every word that it changes is
the original word. Of 44 wrong readings with high confidence, read by hand, 21 were right and the line was misspelt.
Therefore such wrong readings count half. The three numbers that this prints are the constants of
``filters/bare_phrases/phrase.py``.
"""

from __future__ import annotations

import argparse
import math
import random
import re
from collections import Counter
from pathlib import Path

import numpy as np

from model.calibration.diacritics import ridge
from model.calibration.proposals import read_lines
from vntextclean.filters.bare_phrases.detect import BareRuns
from vntextclean.filters.bare_phrases.phrase import MOST_GAIN, Reading
from vntextclean.filters.bare_phrases.readings import LineReader
from vntextclean.lm.model import Model
from vntextclean.vietnamese.letters import bare
from vntextclean.vietnamese.tone_style import in_style

RATE = 5.0
SHORTEST, LONGEST = 3, 12
#: Words of a line outside the stripped run, at least.
OTHERS = 4
#: Log-probability (nats) above which a wrong reading counts half.
SURE = -0.05
WRONG_WHEN_SURE = 0.5
_WORD = re.compile(r"[^\W\d_]+")


def stripped(line: str, rng: random.Random) -> tuple[str, int, int, int] | None:
    """The line with a run of words stripped of diacritics; start, end and number of words of the run."""
    words = list(_WORD.finditer(line))
    count = rng.randint(SHORTEST, LONGEST)
    if len(words) < count + OTHERS:
        return None
    first = rng.randrange(len(words) - count + 1)
    start, end = words[first].start(), words[first + count - 1].end()
    plain = bare(line[start:end])
    lost = sum(bare(word[0]) != word[0] for word in words[first : first + count])
    if len(plain) != end - start or lost < 2:
        return None
    return line[:start] + plain + line[end:], start, end, count


def is_right(reading: Reading, line: str, damaged: str) -> bool:
    """Whether every word that the reading changes is the original word, in either tone style."""
    read = in_style("", reading.replacement, "new").split()
    gold = in_style("", line[reading.start : reading.end], "new").split()
    typed = damaged[reading.start : reading.end].split()
    return all(new in (old, true) for new, old, true in zip(read, typed, gold, strict=True))


def signs(reading: Reading) -> list[float]:
    """The features of the regression."""
    return [1.0, math.log(max(-reading.sure, 1e-4)), min(reading.gain, MOST_GAIN)]


def main() -> None:
    """Fit on the held-out lines of a folder and print the three numbers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("heldout", type=Path)
    parser.add_argument("--lines", type=int, default=2000, help="lines of each source at most")
    args = parser.parse_args()
    model = Model.open(args.model)
    finder = LineReader(model, BareRuns(model))
    rng = random.Random(20261122)
    rows: list[list[float]] = []
    right: list[float] = []
    weight: list[float] = []
    syllables = 0
    runs: Counter[int] = Counter()
    hits: Counter[tuple[int, str]] = Counter()
    lines = read_lines(args.heldout, args.lines)
    for line in lines:
        syllables += line.count(" ") + 1
        for reading in finder.readings(model.scan(line)):
            if not reading.deliberate:
                rows.append(signs(reading))
                right.append(0.0)
                weight.append(0.0)
        if (one := stripped(line, rng)) is None:
            continue
        damaged, start, end, count = one
        runs[count] += 1
        for reading in finder.readings(model.scan(damaged)):
            if not reading.deliberate and reading.start < end and start < reading.end:
                rows.append(signs(reading))
                right.append(float(is_right(reading, line, damaged)))
                weight.append(1.0 if right[-1] or reading.sure < SURE else WRONG_WHEN_SURE)
                sure = reading.confidence() >= 0.98
                hits[count, "proposed"] += sure
                hits[count, "right"] += sure and bool(right[-1])
    weights = np.array(weight)
    untouched = int((weights == 0).sum())
    weights[weights == 0] = runs.total() / (RATE * syllables / 100_000)
    fitted = ridge(np.array(rows), np.array(right), weights)
    print(f"{syllables} syllables, {untouched} readings of them untouched; {runs.total()} runs stripped")
    print("BASE, OF_SURE, OF_GAIN =", ", ".join(f"{number:.2f}" for number in fitted.tolist()))
    print("with the constants as they are, at 0.98:")
    for count in sorted(runs):
        made, good = hits[count, "proposed"], hits[count, "right"]
        print(f"{count:2d} words: {runs[count]} runs, {made} repaired, {good} rightly")


if __name__ == "__main__":
    main()
