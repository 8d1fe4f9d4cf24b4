"""How sure a lost word is: fitted calibrator over the features of its gap, and the usage of the document."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from vntextclean.filters.lost_words.search import FUNCTION_WORD, Gap, GapSearch
from vntextclean.lm.calibration import Calibrator, Row
from vntextclean.lm.model import BITS, Model
from vntextclean.lm.proofreader.net import Task
from vntextclean.lm.proofreader.proofreader import Proofreader, opinions
from vntextclean.lm.text.scan import SENTENCE, UPPER, Scan
from vntextclean.settings import LEAST_CONFIDENCE
from vntextclean.vietnamese.syllables import is_syllable

SECTION = "calibration/gap"
#: A document that writes a pair this often, and the right half alone nowhere else, has lost the left half.
USAGE_COUNT = 5
USAGE_GAIN = 3.0
USAGE_SHARE = 0.25
USAGE_CONFIDENCE = 0.985
#: Before a foreign name, and before a word that stands alone everywhere, nothing is more than suggested.
DOUBTFUL = 0.97
#: Nothing to put in is the first candidate of every gap; the net knows it as the sentence border.
NOTHING = SENTENCE


class Insertion(NamedTuple):
    """A word to put before a token, and the confidence."""

    token: int
    word: str
    confidence: float


class Proposal(NamedTuple):
    """The word that fills a gap best by n-grams and wide context together, and the features.

    ``gain`` is the n-gram's (nats), ``wide`` what the wide context adds, ``lead`` how far both are ahead of the next
    word; the shares are those of the gap's companions.
    """

    token: int
    word: int
    gain: float
    wide: float
    lead: float
    share_right: float
    share_left: float
    seen: bool
    pair_log_prob: float
    log_prob: float
    before_name: bool

    def features(self) -> Row:
        """The numbers that are weighed."""
        share = float(np.log(max(self.share_right, self.share_left) + 0.01))
        return np.array(
            [self.gain, self.wide, self.lead, share, self.share_right > self.share_left, self.seen, self.pair_log_prob,
             self.log_prob, self.before_name, self.log_prob > FUNCTION_WORD],
            np.float64,
        )  # fmt: skip


#: How many :meth:`Proposal.features` there are.
WIDTH = 10


def proposals(model: Model, scan: Scan, gaps: list[Gap]) -> list[Proposal]:
    """The best word of each gap."""
    if not gaps:
        return []
    best = opinions(
        Proofreader(scan, model), Task.GAP, scan.lower, [gap.token for gap in gaps],
        [NOTHING] * len(gaps), [(gap.words, gap.gains) for gap in gaps],
    )  # fmt: skip
    return [
        Proposal(
            gap.token,
            int(gap.words[one.column]),
            one.gain,
            one.wide,
            one.lead,
            float(gap.share_right[one.column]),
            float(gap.share_left[one.column]),
            gap.seen,
            gap.pair_log_prob,
            float(model.log_prob[gap.words[one.column]]),
            bool(scan.case[gap.token] != 0),
        )
        for gap, one in zip(gaps, best, strict=True)
    ]


class LostWordSearch:
    """Lost words of a text with their confidence."""

    def __init__(self, model: Model, calibrator: Calibrator) -> None:
        self._model = model
        self._gaps = GapSearch(model)
        self._calibrator = calibrator

    def find(self, scan: Scan) -> list[Insertion]:
        """Every lost word that is at least worth a suggestion, in order; two never stand side by side."""
        found: list[Insertion] = []
        for proposal in proposals(self._model, scan, self._gaps.search(scan)):
            confidence = self._confidence(scan, proposal)
            if confidence < LEAST_CONFIDENCE:
                continue
            insertion = Insertion(proposal.token, self._model.word(proposal.word), confidence)
            if found and insertion.token - found[-1].token < 2:
                if insertion.confidence <= found[-1].confidence:
                    continue
                found.pop()
            found.append(insertion)
        return found

    def _confidence(self, scan: Scan, found: Proposal) -> float:
        fitted = self._calibrator(found.features())
        usage = (
            fitted < USAGE_CONFIDENCE
            and found.gain >= USAGE_GAIN
            and found.share_right >= USAGE_SHARE
            and found.lead >= USAGE_GAIN
            and found.log_prob <= FUNCTION_WORD
            and _written(scan, found) >= USAGE_COUNT
        )
        sure = USAGE_CONFIDENCE if usage else fitted
        doubtful = _is_foreign(scan, found.token) or self._stands_alone(scan, found.token)
        return min(sure, DOUBTFUL) if doubtful else sure

    def _stands_alone(self, scan: Scan, token: int) -> bool:
        """Whether the word behind a gap is so common that it needs no other half: "kết hôn với" is not "đối với"."""
        return bool(self._model.log_prob[scan.lower[token]] > FUNCTION_WORD)


def _is_foreign(scan: Scan, token: int) -> bool:
    """Whether a gap lies before a name that is no syllable, or behind an abbreviation or Roman number.

    "Nhân dân Kurd" and "chương V, VI về đất đai" lack nothing.
    """
    if scan.case[token - 1] == UPPER and scan.case[token] != UPPER:
        return True
    return bool(scan.case[token]) and not is_syllable(scan.text[scan.starts[token] : scan.ends[token]])


def _written(scan: Scan, found: Proposal) -> int:
    """How often the document has the word before the word it is said to be missing before."""
    pairs = (scan.lower[:-1].astype(np.int64) << BITS) | scan.lower[1:]
    return int((pairs == (found.word << BITS | int(scan.lower[found.token]))).sum())


def lost_word_search(model: Model) -> LostWordSearch:
    """The finder of a model; ``model.derived(lost_word_search)`` is made once."""
    return LostWordSearch(model, Calibrator(model.file.group(SECTION), WIDTH))
