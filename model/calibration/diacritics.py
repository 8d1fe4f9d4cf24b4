"""Fit the confidence of word repairs: the share of right repairs among those with the same features.

The data are held-out lines of every source as they are, and the same lines damaged by extraction, by people and by
OCR engines (``model/damage.py``). The damaged lines are weighted so that they stand for a text in which RATES of the
words are damaged; what a page shows of its own rates is added later (``filters/diacritics/evidence/page_rates.py``).
A proposal on an undamaged line counts as wrong, unless a reader judged it right: the most confident ones there are
mostly real misprints. These verdicts are in ``verdicts.tsv`` (checksum of the line, start of the word, checksum of
the repair, verdict), so that no text is stored. ``--unread FILE`` writes the confident proposals that nobody has
judged yet.
"""

from __future__ import annotations

import argparse
import zlib
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from model.calibration.fit import FOLDS, fit
from model.calibration.proposals import Proposal, collect, for_readers, read_lines, read_verdicts
from vntextclean.filters.diacritics.evidence.features import WIDTH, Features, as_rows
from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.lm.calibration import Calibrator
from vntextclean.lm.model import Model

#: Assumed share of words that each source damages. The wrong tones, lost vowel shapes and dropped plain letters of
#: ``model/damage.py`` are errors of the author, for which people are a source of their own: SLIPS is their frequency
#: among the damage of extraction.
RATES = {"extraction": 0.001, "people": 0.001, "scan": 0.0005}
SLIPS = {Damage.WRONG_TONE: 0.02, Damage.SHAPE: 0.1, Damage.PLAIN_LETTER: 0.15}
#: Weight of a misprint found in an undamaged line: small, because on edited pages it is the author's.
FOUND = 0.05
VERDICTS = Path(__file__).with_name("verdicts.tsv")
RIDGE = 0.05
SEED = 20261122
#: A kind with fewer right proposals than this is never proposed: its log-odds are NEVER (-99).
LEAST_RIGHT, NEVER = 30, -99.0
#: The confidence from which a repair is applied by default.
SURE = 0.98


Vector = npt.NDArray[np.float64]


class Sample(NamedTuple):
    """The proposals of one kind: their features, whether they were right, and their weights."""

    signs: Vector
    right: Vector
    weight: Vector


def samples(found: list[Proposal], weight: Mapping[str, float]) -> dict[tuple[Damage, bool], Sample]:
    """The proposals by kind and by whether the word is no syllable, with their weights in the mixture."""
    rows: dict[tuple[Damage, bool], list[tuple[Vector, float, float]]] = defaultdict(list)
    for each in found:
        worth = weight[each.source] if each.damaged else 1.0
        if each.source == "extraction" and not each.signs.illegal:
            worth *= SLIPS.get(each.kind, 1.0)
        elif each.right and not each.damaged:
            worth *= FOUND
        row = as_rows([each.kind], [each.signs])[0], float(each.right or False), worth
        rows[each.kind, each.signs.illegal].append(row)
    return {kind: Sample(*map(np.array, zip(*some, strict=True))) for kind, some in rows.items()}


def ridge(x: Vector, y: Vector, w: Vector) -> Vector:
    """Weights of a ridge logistic regression, by Newton's method on standardised features; column 0 is the constant."""
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


def crossed(x: Vector, y: Vector, w: Vector, width: int) -> Vector:
    """Cross-validated confidence: that of a row is fitted without it and without rows of the same features."""
    fold = np.array([zlib.crc32(row.tobytes()) % FOLDS for row in x])
    out = np.zeros(len(y))
    for number in range(FOLDS):
        odds = Calibrator(fit(*(a[fold != number] for a in (x, y, w))), width)
        out[fold == number] = [odds(row) for row in x[fold == number]]
    return out


def report(kind: Damage, illegal: bool, sample: Sample, claimed: Vector, syllables: int) -> str:
    """Figures of what is applied at 0.98: the share of proposed repairs that it covers, and the wrong ones."""
    _, y, w = sample
    taken = claimed >= SURE
    right, wrong = (w * y)[taken].sum(), (w * (1 - y))[taken].sum()
    return (
        f"{kind.value:12} {'no syllable' if illegal else 'syllable':11} {len(y):6} proposals; at {SURE}: "
        f"recall of proposed {right / max((w * y).sum(), 1e-9):.3f}, "
        f"precision {right / max(right + wrong, 1e-9):.4f}, wrong per 100k {wrong * 1e5 / syllables:.2f}"
    )


def main() -> None:
    """Fit on the held-out lines of a folder and write the section as an .npz file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("heldout", type=Path, help="folder of .txt files, one held-out line a line")
    parser.add_argument("output", type=Path, help="the .npz to write: filters/diacritics/data/confidence.npz")
    parser.add_argument("--lines", type=int, default=12_000, help="lines of each source at most")
    parser.add_argument("--check", action="store_true", help="print what is claimed of rows that were left out")
    parser.add_argument("--unread", type=Path, help="write the likely proposals without a verdict to this file")
    args = parser.parse_args()
    model = Model.open(args.model)
    found, syllables, wounds = collect(model, read_lines(args.heldout, args.lines), SEED, read_verdicts(VERDICTS))
    # The damaged lines stand for as many syllables as the undamaged ones, RATES of them damaged.
    weight = {source: rate * syllables / max(wounds[source], 1) for source, rate in RATES.items()}
    fitted = {
        kind: sample for kind, sample in samples(found, weight).items() if (sample.right > 0).sum() >= LEAST_RIGHT
    }
    x, y, w = (np.concatenate(column) for column in zip(*fitted.values(), strict=True))
    if args.check:
        claimed, at = crossed(x, y, w, WIDTH), 0
        for (kind, illegal), sample in fitted.items():
            print(report(kind, illegal, sample, claimed[at : at + len(sample.right)], syllables), flush=True)
            at += len(sample.right)
    arrays = fit(x, y, w)
    seen = x[:, len(Features._fields) :].any(0)
    arrays["straight"][1 + len(Features._fields) :][~seen] = NEVER
    if args.unread:
        odds = Calibrator(arrays, WIDTH)
        unread = [each for each in found if each.right is None]
        claims = [(odds(as_rows([each.kind], [each.signs])[0]), each.key, each.where) for each in unread]
        args.unread.write_text(for_readers(claims), "utf-8")
    np.savez(args.output, **arrays)  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
