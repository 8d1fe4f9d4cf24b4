"""Fit the confidence of word repairs: the share of right ones among those with such signs.

The mixture is stated: held-out lines of every source as they are, and the same kinds of lines damaged at 2 %, the
damaged ones weighted down so that they stand for a text of which RATE of the syllables are damaged. What the model
would change in lines as they are counts as wrong, unless somebody read it and found it right: the strongest proposals
there are mostly real misprints. Those verdicts stand in ``verdicts.tsv`` (checksum of the line, start of the word in
it, checksum of the repair, verdict), so that no text is kept. ``--unread FILE`` writes the strong proposals that nobody
has read yet, for the next reader.
"""

from __future__ import annotations

import argparse
import random
import zlib
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from model.damage import damage
from vntextclean.lm.confidence import KINDS, SHAPE, Signs
from vntextclean.lm.model import Model
from vntextclean.lm.repair import Repair, Repairer
from vntextclean.lm.scan import Scan
from vntextclean.vietnamese.damage import Damage

#: Share of damaged syllables in the text the confidence speaks of, and how common each kind is beside the shares of
#: ``model/damage.py``. Extraction loses glyphs and marks; wrong tones, lost shapes and dropped plain letters that leave
#: another syllable are slips of the author, far rarer on edited pages, and more his to keep.
RATE = 0.01
COMMON = {Damage.LETTER: 3.0, Damage.TONE: 0.75}
SLIPS = {Damage.WRONG_TONE: 0.001, Damage.SHAPE: 0.02, Damage.PLAIN_LETTER: 0.03}
SWAPS = 0.1  # hỏi for ngã and the other way round: the commonest slip
VERDICTS = Path(__file__).with_name("verdicts.tsv")
#: A proposal that nobody read, above this many nats by n-gram and wide context together, is as often right as those
#: that were read (by kind); below, it counts as wrong.
STRONG = 3.0
LINES_TOGETHER = 30
#: How often each line is damaged anew: what can be repaired is rare.
PASSES = 4
RIDGE = 0.05
SEED = 20261122
#: A kind with fewer right proposals than this is never proposed.
LEAST_RIGHT = 30


JOINTS = ("run-on", "split")

Vector = npt.NDArray[np.float64]


class Verdict(NamedTuple):
    """Which proposal on a line as it stands was read: checksum of the line, start in it, checksum of the repair."""

    line: int
    start: int
    rival: int


class Proposal(NamedTuple):
    """A proposed repair: whether it was right (None: on a line as it stands, and nobody has read it)."""

    kind: Damage
    signs: Signs
    right: bool | None
    damaged: bool
    where: str  # for a reader: what is repaired in what surroundings
    key: Verdict


class Sample(NamedTuple):
    """The proposals of one kind: their signs, whether they were right, and what each weighs."""

    signs: Vector
    right: Vector
    weight: Vector


def collect(
    model: Model, lines: list[str], seed: int, verdicts: dict[Verdict, bool]
) -> tuple[list[Proposal], int, float]:
    """All proposals on lines as they stand and damaged, the syllables of the former, and what a damaged one weighs."""
    rng = random.Random(seed)
    syllables = wounds = 0
    found: list[Proposal] = []
    for begin in range(0, len(lines), LINES_TOGETHER):
        some = lines[begin : begin + LINES_TOGETHER]
        starts = np.cumsum([0, *(len(line) + 1 for line in some)])
        scan, judged = _judged(model, "\n".join(some))
        syllables += len(scan)
        for repair, signs in judged:
            start = int(scan.starts[repair.token])
            number = int(np.searchsorted(starts, start, "right")) - 1
            line, start = some[number], start - int(starts[number])
            key = Verdict(zlib.crc32(line.encode()), start, zlib.crc32(repair.rival.encode()))
            end = start + len(repair.word)
            where = f"{line[max(0, start - 50):start]}[{repair.word}|{repair.rival}]{line[end:end + 40]}"
            found.append(Proposal(repair.kind, signs, verdicts.get(key), False, where, key))
        hurt = [damage(line, 0.02, rng) for _ in range(PASSES) for line in some]
        gold: dict[int, str] = {}
        offset = 0
        for each in hurt:
            gold |= {wound.start + offset: wound.whole.lower() for wound in each.wounds if wound.kind not in JOINTS}
            offset += len(each.text) + 1
        wounds += len(gold)
        scan, judged = _judged(model, "\n".join(each.text for each in hurt))
        for repair, signs in judged:
            whole = gold.get(int(scan.starts[repair.token]))
            if whole:
                found.append(Proposal(repair.kind, signs, whole == repair.rival, True, "", Verdict(0, 0, 0)))
    # The damaged lines stand for as many syllables as the others, RATE of them damaged.
    return found, syllables, RATE * syllables / max(wounds, 1)


def _judged(model: Model, text: str) -> tuple[Scan, list[tuple[Repair, Signs]]]:
    """All proposals for a text, each with its signs."""
    signs: list[Signs] = []

    def weigh(_: Damage, each: Signs) -> float:
        signs.append(each)
        return 0.0

    repairer = Repairer(model, weigh)
    scan = model.scan(text)
    repairs = repairer.judge(scan, repairer.rivals.search(scan, repairer.rivals.padded(scan)), scan.lower)
    return scan, list(zip(repairs, signs, strict=True))


def samples(found: list[Proposal], weight: float) -> dict[tuple[Damage, bool], Sample]:
    """The proposals by kind and by whether the word is no syllable, with the weights they have in the mixture."""
    read: dict[tuple[Damage, bool], list[bool]] = defaultdict(list)
    for each in found:
        if not each.damaged and each.right is not None:
            read[each.kind, each.signs.illegal].append(each.right)
    rows: dict[tuple[Damage, bool], list[tuple[Vector, float, float]]] = defaultdict(list)
    for each in found:
        kind = each.kind, each.signs.illegal
        if each.right is not None:
            common = _common(each.kind, each.signs) if each.right else 1.0
            rows[kind].append((each.signs.features(), float(each.right), common * (weight if each.damaged else 1.0)))
        elif each.signs.gain + each.signs.wide < STRONG:
            rows[kind].append((each.signs.features(), 0.0, 1.0))
        else:
            share = (sum(read[kind]) + 0.5) / (len(read[kind]) + 1)
            rows[kind] += [(each.signs.features(), 1.0, share), (each.signs.features(), 0.0, 1 - share)]
    return {kind: Sample(*map(np.array, zip(*some, strict=True))) for kind, some in rows.items()}


def _common(kind: Damage, signs: Signs) -> float:
    """How common a kind of damage is beside the shares of ``model/damage.py``."""
    if kind in SLIPS and not signs.illegal:
        return SWAPS if signs.swap else SLIPS[kind]
    return COMMON.get(kind, 1.0)


def read_verdicts(path: Path) -> dict[Verdict, bool]:
    """What readers found: one proposal a line, four numbers."""
    if not path.exists():
        return {}
    numbers = [tuple(map(int, line.split("\t"))) for line in path.read_text("ascii").splitlines()]
    return {Verdict(*row[:3]): bool(row[3]) for row in numbers}


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
    x, y, w = sample
    taken = x @ weights > np.log(0.98 / 0.02)
    right, wrong = (w * y)[taken].sum(), (w * (1 - y))[taken].sum()
    return (
        f"{kind.value:12} {'no syllable' if illegal else 'syllable':11} {len(y):6} proposals; at 0.98: "
        f"recall of proposed {right / max((w * y).sum(), 1e-9):.3f}, "
        f"precision {right / max(right + wrong, 1e-9):.4f}, wrong per 100k {wrong * 1e5 / syllables:.2f}"
    )


def main() -> None:
    """Fit on the held-out lines of a folder and write the section as an .npz file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("heldout", type=Path, help="folder of .txt files, one held-out line a line")
    parser.add_argument("output", type=Path, help="the .npz to write; its key is the section's name")
    parser.add_argument("--lines", type=int, default=4000, help="lines of each source at most")
    parser.add_argument("--unread", type=Path, help="write the strong proposals without a verdict to this file")
    args = parser.parse_args()
    model = Model.open(args.model)
    found, syllables, weight = collect(model, read_lines(args.heldout, args.lines), SEED, read_verdicts(VERDICTS))
    if args.unread:
        strong = [each for each in found if each.right is None and each.signs.gain + each.signs.wide > STRONG]
        strong.sort(key=lambda each: -each.signs.gain - each.signs.wide)
        told = ("\t".join(map(str, (*each.key, each.kind.value, each.where))) for each in strong)
        args.unread.write_text("".join(line + "\n" for line in told), "utf-8")
    weights = np.zeros(SHAPE, np.float32)
    weights[:, :, 0] = -30
    fitted = samples(found, weight)
    for row, kind in enumerate(KINDS):
        for illegal in (False, True):
            sample = fitted.get((kind, illegal))
            if sample is not None and (sample.right > 0).sum() >= LEAST_RIGHT:
                weights[row, int(illegal)] = ridge(*sample)
                print(report(kind, illegal, sample, weights[row, int(illegal)], syllables), flush=True)
    np.savez(args.output, repair=weights)


if __name__ == "__main__":
    main()
