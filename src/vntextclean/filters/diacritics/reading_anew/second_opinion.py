"""How sure a lost letter, tone or marks is on a damaged page, weighed once more with all that speaks for it.

What the model says of a repair (``features.py``), what its page adds to it, what the net of ``restore`` says of the
readings (``readings_of_words.py``), how its document uses the words, and what stands beside it are weighed together by
a second fit (``model/calibration/second_opinion.py``). In it, words of sound lines that a reader found to be misprints
count as neither right nor wrong. In documents of eight sources with two words in a hundred damaged (ten draws) lost
letters go from .892 to .896, marks from .881 to .885 and tones from .884 to .889, and changes no sound word more.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from vntextclean.filters.diacritics.evidence.document_counts import WRECKED, strange_share
from vntextclean.filters.diacritics.evidence.features import Features
from vntextclean.filters.diacritics.evidence.repair import ASKED as LEAST
from vntextclean.filters.diacritics.evidence.repair import Repair
from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.filters.diacritics.reading_anew.readings_of_words import Reading, Settled, readings
from vntextclean.filters.diacritics.reading_anew.restored import LEAST_WORDS
from vntextclean.lm.bigrams import bigrams
from vntextclean.lm.calibration import Calibrator
from vntextclean.lm.text.scan import PAD

Rows = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

KINDS = (Damage.TONE, Damage.MARKS, Damage.LETTER)
#: A word is weighed anew from this confidence on its page on: of 125 below that would be made, 25 were sound.
ASKED = 0.6
#: And where the rest of the page makes lost letters, tones and marks together likelier by this (nats).
SHOWN = 0.7
#: What lost a letter or all its marks is weighed on every page that shows a loss at all. In 7 800 000 syllables of
#: eval texts and corpora with half a word to two in a hundred damaged 10 letters and 13 marks more come back, none as
#: another word; of sound words one misprint is put right ("ruy bang"). In 2 760 000 undamaged ones it is one more
#: ("hang hái"). Tones seem lost in sound text too, and where no loss is shown "mo hình chai" (a spathe) would be *mô*.
SHOWN_PLAINLY = {Damage.LETTER: 0.0, Damage.MARKS: 0.0}
#: The most that counts for or against a reading, and the most that a document adds to a word (nats).
MOST, MOST_USES = 6.0, 4.0
#: Words of a usual text that stand beside those of the document.
USUAL_WORDS = 200
#: So many words on either side of a word that are repaired, or likely to be, are counted.
NEAR = 2
_OWN = 25
#: The numbers beside the signs of a repair, see :func:`as_rows`.
WIDTH = len(Features._fields) + _OWN
#: Beside the code, because it belongs to its features: 13 KB.
FITTED = Path(__file__).parents[1] / "data" / "second_opinion.npz"


@cache
def _fitted() -> Calibrator:
    with np.load(FITTED) as arrays:
        return Calibrator(dict(arrays), WIDTH)


def is_weighed(settled: Settled, repair: Repair, asked: float = ASKED, shown: float | None = None) -> bool:
    """Whether a repair is weighed anew, from a confidence on and where the page shows so much of losses.

    Without ``shown`` it is so much as its kind of damage asks for.

    Words in capitals are not, nor lone letters and what is meant as it stands: "117-CT/TƯ", "đờ o sắc", "lá đa".
    """
    signs = repair.signs
    if repair.confidence < asked or repair.usual <= LEAST or repair.meant or repair.either:
        return False
    if signs is None or signs.upper or signs.length < 2 or (signs.name and repair.kind is Damage.TONE):
        return False
    if shown is None:
        shown = SHOWN_PLAINLY.get(repair.kind, SHOWN)
    return settled.page.shift_of_losses(repair.token) >= shown


def weighed_anew(settled: Settled, accepts: Callable[[Repair], bool]) -> list[Repair]:
    """Those of the open repairs that are surer by a second opinion, with their new confidence.

    On a page that lost tones "đường đa làm xong" becomes *đã*; "mưa giông" stays, for *giống* is no surer by a second
    opinion. Where whole words are wrecked only what is no syllable is weighed: "trn i tu" is no *từ*. Threads may call
    it.
    """
    asked = [each for each in settled.open.values() if is_weighed(settled, each) and not accepts(each)]
    if asked and strange_share(settled.scan, settled.lower, settled.search.candidates.legal) > WRECKED:
        asked = [each for each in asked if each.signs is not None and each.signs.illegal]
    if not asked or len(settled.scan) < LEAST_WORDS:
        return []
    from vntextclean.filters.diacritics.reading_anew.scanned_page import (
        is_in_pieces,  # few texts get here, and it brings the nets
    )

    if settled.scan.once(is_in_pieces):
        return []
    # Another reading may be another kind of damage, of which the page must show more.
    read = [each for each in readings(settled, asked) if each.repair.kind in KINDS and is_weighed(settled, each.repair)]
    if not read:
        return []
    return [
        each.repair._replace(confidence=share)
        for each, share in zip(read, _fitted().shares(as_rows(settled, read)), strict=True)
        if share > each.repair.confidence and (each.knows or each.repair.kind is Damage.LETTER)
    ]


def as_rows(settled: Settled, read: list[Reading]) -> Rows:
    """The numbers that are weighed, a row for each reading.

    The signs; the log-odds in a usual text, on this page and at most; what the page adds for this damage and for all
    losses; what the net says; the kind; how much oftener the document has the word and the reading than texts do; how
    much both go with either neighbour, and whether the model has seen the reading there; how many words near by are
    damaged, how long the text is and how much of it is damaged; and what holds the repair back.
    """
    page, scan, near = settled.page, settled.scan, _damaged(settled)
    numbers = settled.search.candidates.numbers
    tokens = np.array([each.repair.token for each in read], np.int64)
    rivals = np.array([numbers[each.repair.rival] for each in read], np.int64)
    rows = np.zeros((len(read), WIDTH))
    for row, each, uses, beside in zip(
        rows, read, _uses(settled, tokens, rivals), _beside(settled, tokens, rivals), strict=True
    ):
        repair, signs = each.repair, each.repair.signs
        assert signs is not None
        at = repair.token
        row[:] = (
            *signs, max(_log_odds(repair.usual), -7.0), min(_log_odds(repair.confidence), 7.0), _log_odds(repair.most),
            page.shift_beside(at, repair.cause), page.shift_of_losses(at),
            _bounded(each.over_own), each.knows, _bounded(each.over_others), each.share, each.lead, each.changed,
            repair.kind is Damage.TONE, repair.kind is Damage.MARKS, *uses, *beside,
            len(near.intersection(range(at - NEAR, at + NEAR + 1)) - {at}), math.log(len(scan)), page.all_share,
            repair.held,
        )  # fmt: skip
    return rows


def _damaged(settled: Settled) -> set[int]:
    """The words that are repaired or likelier damaged than not."""
    return {*settled.made, *(token for token, repair in settled.open.items() if repair.confidence > 0.5)}


def _uses(settled: Settled, tokens: Ints, rival: Ints) -> Rows:
    """How much oftener the document has each reading, and the word as it stands elsewhere, than texts do (nats)."""
    model, scan = settled.search.model, settled.scan
    counts = np.bincount(settled.lower, minlength=model.size)
    own = scan.lower[tokens]
    both = np.stack((counts[rival], np.maximum(counts[own] - 1, 0)), 1)
    usual = (len(scan) + USUAL_WORDS) * np.exp(model.log_prob[np.stack((rival, own), 1)])
    found: Rows = np.minimum(np.log1p(both / usual), MOST_USES)
    return found


def _beside(settled: Settled, tokens: Ints, rival: Ints) -> Rows:
    """How much likelier each reading and the word as it stands are beside the word before, then beside the next (nats).

    Then whether the model has seen the reading beside the one and the other.
    """
    model, scan, ids = settled.search.model, settled.scan, settled.ids
    at = scan.at[tokens] + PAD
    rival = np.where(scan.names[tokens], model.title_of[rival], rival)
    before, own, after = ids[at - 1], ids[at], ids[at + 1]
    out = []
    for first, second in ((before, rival), (before, own), (rival, after), (own, after)):
        score, seen = bigrams(model, first, second)
        out.append((score - model.log_prob[second], seen))
    return np.stack((*(score for score, _ in out), out[0][1], out[2][1]), 1).astype(np.float64)


def _bounded(nats: float) -> float:
    return max(min(nats, MOST), -MOST)


def _log_odds(share: float) -> float:
    share = min(max(share, 1e-6), 0.9999)
    return math.log(share / (1 - share))
