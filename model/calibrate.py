"""Fit the confidence of word repairs: the share of right ones among those with such signs.

The mixture is stated: held-out lines of every source as they are, and the same kinds of lines damaged at 2 %, the
damaged ones weighted down so that they stand for a text of which RATE of the syllables are damaged. What the model
would change in clean lines counts as wrong, but for strong proposals: of 231 proposals above 7 nats on 250 000 clean
syllables, judged by hand, 76 were wrong and 155 were real errors of the text (names: 16 of 21 wrong).
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from pathlib import Path

import numpy as np
import numpy.typing as npt

from model.damage import damage
from vntextclean.lm.confidence import KINDS, SHAPE, Signs
from vntextclean.lm.model import Model
from vntextclean.lm.repair import Repairer
from vntextclean.vietnamese.damage import Damage

#: Share of damaged syllables in the text the confidence speaks of.
RATE = 0.01
#: Above this many nats a proposal on a clean line is wrong only this often (hand-judged, by kind; names apart).
STRONG = 7.0
WRONG_WHEN_STRONG = {
    Damage.TONE: 0.1, Damage.MARKS: 0.5, Damage.LETTER: 0.9, Damage.SHAPE: 0.23, Damage.WRONG_TONE: 0.26,
    Damage.PLAIN_LETTER: 0.24, Damage.OTHER_MARKS: 0.77,
}  # fmt: skip
WRONG_NAMES = 0.8
#: A word in lower case with marks that is no syllable is nearly always an error of the text, however weak the proposal.
WRONG_WHEN_NO_SYLLABLE = 0.1
LINES_TOGETHER = 30
#: How often each line is damaged anew: what can be repaired is rare.
PASSES = 4
RIDGE = 0.05


class Sample:
    """The proposals of one kind: their signs, whether they were right, and what each weighs."""

    def __init__(self) -> None:
        self.signs: list[npt.NDArray[np.float64]] = []
        self.right: list[float] = []
        self.weight: list[float] = []

    def add(self, signs: Signs, right: bool, weight: float) -> None:
        self.signs.append(signs.features())
        self.right.append(float(right))
        self.weight.append(weight)


def collect(model: Model, lines: list[str], seed: int, wide: bool) -> tuple[dict[tuple[Damage, bool], Sample], int]:
    """All proposals on clean and damaged lines, and how many syllables the clean ones have."""
    samples: dict[tuple[Damage, bool], Sample] = defaultdict(Sample)
    rng = random.Random(seed)
    syllables = wounds = 0
    batch: list[tuple[Damage, Signs]] = []

    def weigh(kind: Damage, signs: Signs) -> float:
        batch.append((kind, signs))
        return 0.0

    repairer = Repairer(model, weigh, wide)
    pending: list[tuple[Damage, Signs, bool]] = []
    for begin in range(0, len(lines), LINES_TOGETHER):
        some = lines[begin : begin + LINES_TOGETHER]
        text = "\n".join(some)
        scan = model.scan(text)
        syllables += len(scan)
        batch.clear()
        repairer.judge(scan, repairer.rivals.search(scan, repairer.rivals.padded(scan)), scan.lower)
        for kind, signs in batch:
            samples[kind, signs.illegal].add(signs, False, _share_wrong(kind, signs))
        hurt = [damage(line, 0.02, rng) for _ in range(PASSES) for line in some]
        gold: dict[int, tuple[str, str]] = {}
        offset = 0
        for each in hurt:
            for wound in each.wounds:
                gold[wound.start + offset] = (wound.whole.lower(), wound.kind)
                wounds += wound.kind not in ("run-on", "split")
            offset += len(each.text) + 1
        scan = model.scan("\n".join(each.text for each in hurt))
        batch.clear()
        for repair in repairer.judge(scan, repairer.rivals.search(scan, repairer.rivals.padded(scan)), scan.lower):
            kind, signs = batch.pop(0)
            whole = gold.get(int(scan.starts[repair.token]))
            if whole and whole[1] not in ("run-on", "split"):
                pending.append((kind, signs, whole[0] == repair.rival))
    # The damaged lines stand for as many syllables as the clean ones, RATE of them damaged.
    weight = RATE * syllables / max(wounds, 1)
    for kind, signs, right in pending:
        samples[kind, signs.illegal].add(signs, right, weight)
    return samples, syllables


def _share_wrong(kind: Damage, signs: Signs) -> float:
    """How much a proposal on a clean line counts as a wrong one."""
    if signs.illegal and kind not in (Damage.LETTER, Damage.PLAIN_LETTER, Damage.MARKS) and not signs.name:
        return WRONG_WHEN_NO_SYLLABLE
    if signs.gain <= STRONG:
        return 1.0
    return WRONG_NAMES if signs.name else WRONG_WHEN_STRONG[kind]


def fit(sample: Sample) -> npt.NDArray[np.float64]:
    """The weights of one kind."""
    return ridge(np.array(sample.signs), np.array(sample.right), np.array(sample.weight))


Vector = npt.NDArray[np.float64]


def ridge(x: Vector, y: Vector, w: Vector) -> Vector:
    """Weights of a ridge logistic regression, by Newton's method on standardised signs; column 0 is the constant."""
    middle, spread = x.mean(0), x.std(0) + 1e-6
    middle[0], spread[0] = 0, 1
    z = (x - middle) / spread
    beta = np.zeros(x.shape[1])
    for _ in range(60):
        p = 1 / (1 + np.exp(-np.clip(z @ beta, -30, 30)))
        gradient = z.T @ (w * (y - p)) - RIDGE * beta
        hessian = (z * (w * p * (1 - p))[:, None]).T @ z + RIDGE * np.eye(len(beta))
        step = np.linalg.solve(hessian, gradient)
        beta += step
        if np.abs(step).max() < 1e-7:
            break
    out: Vector = beta / spread
    out[0] -= (beta * middle / spread)[1:].sum()
    return out


def read_lines(folder: Path, most: int) -> list[str]:
    """The held-out lines of all sources, ``most`` of each."""
    lines: list[str] = []
    for path in sorted(folder.glob("*.txt")):
        lines += [line for line in path.read_text(encoding="utf-8").split("\n")[:most] if line.strip()]
    return lines


def report(kind: Damage, illegal: bool, sample: Sample, weights: npt.NDArray[np.floating], syllables: int) -> str:
    """What the fit would apply at 0.98: share of the damage undone among what was proposed, and wrong ones."""
    x, y, w = np.array(sample.signs), np.array(sample.right), np.array(sample.weight)
    taken = x @ weights > np.log(0.98 / 0.02)
    right, wrong = (w * y)[taken].sum(), (w * (1 - y))[taken].sum()
    return (
        f"{kind.value:12} {'no syllable' if illegal else 'syllable':11} {len(y):6} proposals; at 0.98: "
        f"recall of proposed {right / max((w * y).sum(), 1e-9):.3f}, "
        f"precision {right / max(right + wrong, 1e-9):.4f}, wrong per 100k {wrong * 1e5 / syllables:.2f}"
    )


def main() -> None:
    """Fit on the held-out lines of a folder and write the section as an .npz file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("heldout", type=Path, help="folder of .txt files, one held-out line a line")
    parser.add_argument("output", type=Path, help="the .npz to write; its key is the section's name")
    parser.add_argument("--lines", type=int, default=4000, help="lines of each source at most")
    parser.add_argument("--wide", action="store_true", help="let the wide scorer speak (ten times slower)")
    args = parser.parse_args()
    model = Model.open(args.model)
    samples, syllables = collect(model, read_lines(args.heldout, args.lines), 20261122, args.wide)
    weights = np.zeros(SHAPE, np.float32)
    weights[:, :, 0] = -30
    for row, kind in enumerate(KINDS):
        for illegal in (False, True):
            sample = samples[kind, illegal]
            if sum(sample.right) >= 15:
                weights[row, int(illegal)] = fit(sample)
                print(report(kind, illegal, sample, weights[row, int(illegal)], syllables), flush=True)
    np.savez(args.output, repair=weights)


if __name__ == "__main__":
    main()
