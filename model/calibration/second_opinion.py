"""Fit the second opinion on word repairs: ``filters/diacritics/reading_anew/second_opinion.py``.

The data are held-out lines in documents of LINES, as they are and with RATES of their words damaged: each lost a marked
letter, its tone or all its marks; with one of the rates words are run together and split as well. What is open once a
document is settled is read anew, and is right if it puts a damaged word back, and wrong elsewhere. A proposal for a
word that nobody damaged counts not at all if a reader found a misprint there (``verdicts.tsv``, and
``verdicts_second_opinion.tsv``: checksum of the line, start of the word, checksum of the repair, verdict).
``--unread FILE`` writes those that nobody has judged and that would nearly be made.
"""

from __future__ import annotations

import argparse
import random
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from model.calibration.diacritics import VERDICTS
from model.calibration.fit import FOLDS, fit
from model.calibration.proposals import Verdict, for_readers, lines_of, read_verdicts
from model.damage import Damaged, damage
from model.ngrams.corpus import HELD_OUT
from vntextclean.filters.diacritics import decide
from vntextclean.filters.diacritics.evidence.repair import Repair
from vntextclean.filters.diacritics.proposing.doubts import doubts
from vntextclean.filters.diacritics.reading_anew.readings_of_words import Settled, readings
from vntextclean.filters.diacritics.reading_anew.restored import LEAST_WORDS
from vntextclean.filters.diacritics.reading_anew.second_opinion import KINDS, WIDTH, as_rows, is_weighed
from vntextclean.lm.calibration import Calibrator
from vntextclean.lm.model import Model
from vntextclean.vietnamese.tones import to_new

LINES = 20
RATES = (0.0, 0.01, 0.02, 0.03, 0.05)
#: With this rate words are run together and split as well.
GLUED, JOINTS = 0.03, frozenset(("run-on", "split"))
#: Each damaged document is damaged anew so many times; the same wrong word shows only once in sound lines.
TIMES = 3
#: What is learnt from: proposals from this confidence on, on pages that show so much of losses (nats).
LEAST, LEAST_SHOWN = 0.03, 0.3
SEED = 7
#: A word that nobody damaged counts so many times. Of rows left out of the fit, with 3 it makes 2 429 right repairs and
#: changes 87 sound words (each counted as often as its page was damaged anew), with 5 it makes 2 194 and changes 42.
HARM = 5.0
NETS = 4
#: What is taken from the log-odds of every share, since documents that are not fitted to are judged too surely: on
#: development documents of six kinds, two words in a hundred damaged (four draws), the second opinion then makes 54
#: right repairs and one wrong one. With 0.3 it made 80 and four; one of the four was a sound name.
CAUTION = 1.0
OWN_VERDICTS = Path(__file__).with_name("verdicts_second_opinion.tsv")
#: The share from which a repair is made, and the least of one that is worth reading.
SURE, LIKELY = 0.98, 0.85
Vector = npt.NDArray[np.float64]


class Asked(NamedTuple):
    """A proposal: its numbers, whether it is right (None: nobody damaged the word), rate, kind, place and context."""

    row: Vector
    right: bool | None
    rate: float
    kind: str
    key: Verdict
    where: str


def proposals(model: Model, lines: list[str]) -> Iterator[Asked]:
    """What is open in all documents of the lines of one source."""
    for rate in RATES:
        rng = random.Random(SEED + int(1000 * rate))
        ways = {kind.value for kind in KINDS} | (JOINTS if rate == GLUED else set())
        for _ in range(TIMES if rate else 1):
            for begin in range(0, len(lines), LINES):
                page = lines[begin : begin + LINES]
                yield from _of_page(model, page, [damage(line, rate, rng, ways) for line in page], rate)


def _of_page(model: Model, page: list[str], hurt: list[Damaged], rate: float) -> Iterator[Asked]:
    scan = model.scan("\n".join(each.text for each in hurt))
    found = doubts(model, scan)
    if found is None:
        return
    begins = np.concatenate(([0], np.cumsum([len(each.text) + 1 for each in hurt])))
    for repair, row in _open(lambda: decide.repairs(model, scan, found, lambda r: r.confidence >= SURE)):
        start = int(scan.starts[repair.token])
        line = int(np.searchsorted(begins, start, "right")) - 1
        start -= int(begins[line])
        wound = next((wound for wound in hurt[line].wounds if wound.start <= start < wound.end), None)
        if wound is not None and wound.kind in JOINTS:
            continue
        right = None if wound is None else to_new(wound.whole.lower()) == to_new(repair.rival)
        at = start + sum(len(w.whole) - (w.end - w.start) for w in hurt[line].wounds if w.start < start)
        key = Verdict(zlib.crc32(page[line].encode()), at, zlib.crc32(repair.rival.encode()))
        end = at + len(repair.word)
        where = f"{page[line][max(0, at - 100):at]}⟦{repair.word}⟧ -> {repair.rival} ⟦⟧{page[line][end:end + 60]}"
        yield Asked(row, right, rate, repair.kind.value, key, where)


def _open(settle: Callable[[], object]) -> list[tuple[Repair, Vector]]:
    """What is read anew when a document is settled, and its numbers."""
    out: list[tuple[Repair, Vector]] = []

    def note(settled: Settled, accepts: Callable[[Repair], bool]) -> list[Repair]:
        asked = [each for each in settled.open.values() if is_weighed(settled, each, LEAST, LEAST_SHOWN)]
        asked = [each for each in asked if not accepts(each)]
        if asked and len(settled.scan) >= LEAST_WORDS:
            read = [each for each in readings(settled, asked) if each.repair.kind in KINDS]
            out.extend(zip((each.repair for each in read), as_rows(settled, read), strict=True))
        return []

    given, decide.weighed_anew = decide.weighed_anew, note  # type: ignore[assignment]
    try:
        settle()
    finally:
        decide.weighed_anew = given
    return out


def left_out(asked: list[Asked], x: Vector, y: Vector, w: Vector) -> Vector:
    """The confidence of each row, fitted without the proposals of its line, however that was damaged."""
    fold = np.array([one.key.line // HELD_OUT % FOLDS for one in asked])
    out = np.zeros(len(asked))
    for number in range(FOLDS):
        kept = (fold != number) & (w > 0)
        out[fold == number] = Calibrator(fit(x[kept], y[kept], w[kept], NETS), WIDTH).shares(x[fold == number])
    return out


def report(asked: list[Asked], claimed: Vector, misprint: list[bool]) -> str:
    """What would be made at SURE by rows that were left out of the fit: right, other words, sound words, misprints."""
    counts: Counter[tuple[str, float, str]] = Counter()
    for one, share, slip in zip(asked, claimed.tolist(), misprint, strict=True):
        if share >= SURE:
            outcome = "misprint" if slip else {True: "right", False: "other", None: "sound"}[one.right]
            counts[one.kind, one.rate, outcome] += 1
    return "\n".join(f"{kind} {rate} {outcome}: {count}" for (kind, rate, outcome), count in sorted(counts.items()))


def main() -> None:
    """Fit on the held-out lines of a folder and write the arrays as an .npz file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("heldout", type=Path, help="folder of .txt files, one held-out line a line")
    parser.add_argument("output", type=Path, help="the .npz to write: filters/diacritics/data/second_opinion.npz")
    parser.add_argument("--lines", type=int, default=12_000, help="lines of each source at most")
    parser.add_argument("--check", action="store_true", help="print what is claimed of rows that were left out")
    parser.add_argument("--unread", type=Path, help="write the likely proposals without a verdict to this file")
    args = parser.parse_args()
    model, sources = Model.open(args.model), sorted(args.heldout.glob("*.txt"))
    asked = [one for path in sources for one in proposals(model, lines_of(path, args.lines))]
    verdicts = read_verdicts(VERDICTS) | read_verdicts(OWN_VERDICTS)
    misprint = [one.right is None and verdicts.get(one.key, False) for one in asked]
    x, y = np.array([one.row for one in asked]), np.array([float(one.right or False) for one in asked])
    w = np.where([one.right is None for one in asked], HARM, 1.0) * (1.0 - np.array(misprint))
    if args.check or args.unread:
        claimed = left_out(asked, x, y, w)
        print(report(asked, claimed, misprint))
        if args.unread:
            unread = {one.key: (float(share), one.key, one.where) for one, share in zip(asked, claimed, strict=True)
                      if one.right is None and one.key not in verdicts and share >= LIKELY}  # fmt: skip
            args.unread.write_text(for_readers([*unread.values()]), "utf-8")
    arrays = fit(x[w > 0], y[w > 0], w[w > 0], NETS)
    arrays["straight"][0] -= CAUTION
    np.savez(args.output, **arrays)  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
