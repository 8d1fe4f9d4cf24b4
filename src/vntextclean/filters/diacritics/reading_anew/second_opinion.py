"""How sure a lost letter, tone or marks is, weighed once more with what ``restore`` says of the word.

What the model says of a repair (``features.py``), what its page adds to it, and how much likelier the net of
``restore`` finds the rival are weighed together by a second fit (``model/calibration/second_opinion.py``). In it,
words of sound lines that a reader found to be misprints count as neither right nor wrong. Of what it makes in
2 200 000 held-out syllables with two words in a hundred damaged (fitted without their lines) 211 repairs are right, 5
make another wrong word of a damaged one, and of 18 words that nobody damaged 13 were misprints.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from vntextclean.filters.diacritics.evidence.features import Features
from vntextclean.filters.diacritics.evidence.repair import Repair
from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.filters.diacritics.proposing.candidates import CandidateSearch
from vntextclean.filters.diacritics.reading_anew.restored import LEAST_WORDS, Shift
from vntextclean.lm.calibration import Calibrator
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import Scan

Rows = npt.NDArray[np.float64]

KINDS = (Damage.TONE, Damage.MARKS, Damage.LETTER)
#: A repair is weighed anew from this confidence on its page on: of 1 400 below, four would be made.
ASKED = 0.7
#: And where the rest of the page makes its damage likelier by this (nats): of 18 that would be made on other pages, in
#: 1 060 000 syllables of the corpora as they are, five were wrong ("502.925 nam và 521.547 nữ" is no "năm").
SHOWN = 0.7
#: What a spelling gets that the net does not know, and the most that counts for or against a rival (nats).
UNKNOWN, MOST = -50.0, 6.0
#: The numbers beside the signs of a repair, see :func:`as_rows`.
WIDTH = len(Features._fields) + 9
#: Where it stands whether the net knows the word and the rival: "vê thuốc" is not "về", the net has only never met it.
_KNOWN = len(Features._fields) + 5
#: Beside the code, because it belongs to its features: 9 KB.
FITTED = Path(__file__).parents[1] / "data" / "second_opinion.npz"


@cache
def _fitted() -> Calibrator:
    with np.load(FITTED) as arrays:
        return Calibrator(dict(arrays), WIDTH)


def is_weighed(repair: Repair) -> bool:
    """Whether a repair is of a kind that is weighed anew.

    Names are not, nor words in capitals and lone letters: "Ngoc", "117-CT/TƯ" and "đờ o sắc" may be meant.
    """
    signs = repair.signs
    if repair.kind not in KINDS or repair.confidence < ASKED or repair.held or signs is None:
        return False
    return not signs.name and not signs.upper and signs.length > 1


def weighed_anew(
    scan: Scan, model: Model, repairs: list[Repair], shift: Shift, accepts: Callable[[Repair], bool]
) -> list[Repair]:
    """Those of the repairs that are surer by a second opinion, with their new confidence.

    ``shift`` is what their page says of them. On a page that lost tones "đường đa làm xong" becomes *đã*; "mưa
    giông" stays, for *giống* is no surer by a second opinion. Threads may call it.
    """
    asked = sorted(
        repair
        for repair in repairs
        if is_weighed(repair) and shift(repair.token, repair.cause) >= SHOWN and not accepts(repair)
    )
    if not asked or len(scan) < LEAST_WORDS:
        return []
    from vntextclean.filters.diacritics.reading_anew.scanned_page import (
        is_in_pieces,  # few texts get here, and it brings the nets
    )

    if is_in_pieces(scan):
        return []
    rows = as_rows(scan, model, asked, shift)
    return [
        repair._replace(confidence=share)
        for repair, share, row in zip(asked, _fitted().shares(rows), rows, strict=True)
        if share > repair.confidence and (row[_KNOWN] or repair.kind is Damage.LETTER)
    ]


def as_rows(scan: Scan, model: Model, repairs: list[Repair], shift: Shift) -> Rows:
    """The numbers that are weighed, a row for each repair (by token, with its signs).

    The signs, the log-odds in a usual text, on this page and at most, what the page adds, how much likelier the net
    finds the rival than the word and than all others of its letters, whether it knows both, and the kind.
    """
    words = _by_net(scan, model, repairs)
    out = np.zeros((len(repairs), WIDTH))
    for row, repair, (own, rival, others) in zip(out, repairs, words, strict=True):
        known = own > UNKNOWN and rival > UNKNOWN
        lead = max(min(rival - own, MOST), -MOST) if known else 0.0
        ahead = max(min(rival - others, MOST), -MOST) if rival > UNKNOWN and others > UNKNOWN else 0.0
        odds = max(_log_odds(repair.usual), -7.0), min(_log_odds(repair.confidence), 7.0), _log_odds(repair.most)
        page = shift(repair.token, repair.cause)
        assert repair.signs is not None
        row[:] = (
            *repair.signs, *odds, page, lead, known, ahead, repair.kind is Damage.TONE, repair.kind is Damage.MARKS,
        )  # fmt: skip
    return out


def _by_net(scan: Scan, model: Model, repairs: list[Repair]) -> list[tuple[float, float, float]]:
    """What the net of ``restore`` gives each word, its rival, and the best of all others with the word's letters."""
    from vntextclean.restoration.rescore import Rescorer

    numbers = model.ids([repair.rival for repair in repairs]).tolist()
    search = model.derived(CandidateSearch)
    columns = []
    for repair, number in zip(repairs, numbers, strict=True):
        asked = [int(scan.lower[repair.token]), number]
        others = search.same_letters(int(scan.bare[repair.token])).tolist()
        columns.append(asked + [other for other in others if other not in asked])
    ids = np.zeros((len(repairs), max(map(len, columns))), np.int32)
    for row, column in zip(ids, columns, strict=True):
        row[:] = column[0]
        row[: len(column)] = column
    tokens = np.array([repair.token for repair in repairs], np.int64)
    scores = Rescorer(scan, model).compared(scan.at[tokens], ids, UNKNOWN).tolist()
    return [
        (row[0], row[1], max(row[2 : len(column)], default=UNKNOWN))
        for row, column in zip(scores, columns, strict=True)
    ]


def _log_odds(share: float) -> float:
    share = min(max(share, 1e-6), 0.9999)
    return math.log(share / (1 - share))
