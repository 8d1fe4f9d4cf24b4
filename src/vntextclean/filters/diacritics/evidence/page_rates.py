"""Odds that fit the page: how often each kind of damage is found in a document, beside how often it usually is.

The confidence of a repair is fitted for a text in which each kind of damage is as common as in ``USUAL``. A page on
which tones were lost makes every lost tone likelier, and a page without a sign of damage makes every repair dearer.
The rate of each kind is estimated in the document by expectation maximisation over the confidences: prior and count
make a rate, the rate shifts the odds of the proposals, and they are counted anew. Only rates are learnt, for which
letters are confused a document is too short (``channel.py``).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from math import exp, log
from typing import Any

import numpy as np

from vntextclean.filters.diacritics.kinds.causes import USUAL, Cause
from vntextclean.lm import kernel
from vntextclean.named_tuple import NamedTuple

_ALL_USUAL = sum(USUAL.values())
_NUMBERS = {cause: number for number, cause in enumerate(USUAL)}
#: Words of a usual text that stand beside those of the document: the strength of the prior.
STRENGTH = 400
#: How much one kind says of the others: the power to which their excess enters the prior of a kind.
SHARED = 0.3
#: The most that a page adds to the log-odds of a repair, and takes from it.
MOST, LEAST = 3.6, -2.0
#: What is added to every log-odds: in the fit, proposals on sound lines count as wrong where nobody has read them, and
#: of the surest seventy that were read, two in three were real misprints. Not so of words typed bare, which stand
#: together, nor of misread words: on a page that no engine read there are none (there "cá con" is not "cả con"), and on
#: one that was read they are so many that the page shows it. Read in 1 290 000 syllables of all kinds of text, as
#: documents of 20 lines: of the slips, shapes and keys that had 0.94 to 0.98 with the share of the others, all 40 were
#: right, of the sounds six in nine (three were loans, now variants), of misread words 53 in 58; of tones "cái nong" was
#: not.
UNREAD = 1.3
_UNREAD = {
    Cause.LETTER: 1.7,
    Cause.MARKS: 1.8,
    Cause.MISREAD: -1.2,
    Cause.SLIP: 2.1,
    Cause.SHAPE: 2.3,
    Cause.KEY: 2.1,
    Cause.SOUND: 2.3,
}
#: A page is read by an engine or it is not, so its rate says more of misread words than of others.
_STEEP = {Cause.MISREAD: 1.6}
#: A page on which one kind of damage is likelier by this (nats) shows it: in a text of 20 lines two words that lost
#: their tones do. So many words must be damaged so: of rare kinds a mere suspicion is more than usual.
DAMAGED, DAMAGED_WORDS = 1.0, 0.9
#: A page on which misread words are likelier by this (nats) was read by an OCR engine: of the scans of `eval/real/dev`
#: with 2.5 to 14 % of their letters wrong 56 in 59 are above it; of 251 documents of sound text, 59 articles with
#: mistakes of people and 290 documents damaged at random none is, of 321 documents of the corpora one, a scan.
SCANNED = 2.4
#: And so large a share of its words is damaged: of those scans 69 in 73 have it. Below, in a book that was read well,
#: old phrases ("thượng tri quân") were read as if they were misread.
SCANNED_SHARE = 0.013
#: Where lost letters, tones or marks are likelier by this (nats), a syllable that its neighbours know is compared with
#: what has more letters too; what loses the one loses the others as well. In 734 000 held-out syllables with two words
#: in a hundred damaged (lost letters alone counted), 93 letters more come back of 3 487, 17 tones and marks fewer of
#: 8 626, and 61 words become another wrong one instead of 71; no sound word is changed. On other pages more candidates
#: only make slips less sure ("rẻ" for "rẽ").
LETTERS_LOST, _EXTRACTED = 0.3, (Cause.LETTER, Cause.TONE, Cause.MARKS)
_USUALLY_LOST = sum(USUAL[each] for each in _EXTRACTED)
_ROUNDS = 4
_FAINTEST, _SUREST = 1e-12, 1e-4
_MOST_SHARE = 1 - _SUREST
#: A proposal that counts for less than this need not be left out of its page.
_SLIGHT = 1e-3


class Proposal(NamedTuple):
    """One proposed repair: its word (token number), what damaged it, and its confidence in a usual text."""

    token: int
    cause: Cause
    confidence: float


class PageRates:
    """How much likelier each kind of damage is in one document.

    >>> proposals = [Proposal(number, Cause.TONE, 0.9) for number in range(0, 400, 20)]
    >>> page = PageRates(400, proposals)
    >>> page.confidence(proposals[0]) > 0.97, PageRates(9000, []).confidence(proposals[0]) < 0.9
    (True, True)
    """

    def __init__(self, words: int, proposals: Iterable[Proposal]) -> None:
        self._words = STRENGTH + words
        self._own = {each.token: each for each in proposals}
        self._posteriors: dict[int, float] = {}
        self._held = _held() if kernel.native is not None else None
        if self._held is None:
            self._read()
            return
        asked = [_NUMBERS[each.cause] for each in self._own.values()]
        shares = [each.confidence for each in self._own.values()]
        counts, posteriors = kernel.native.page_posteriors(self._held, self._words, asked, shares)
        self._posteriors = dict(zip(self._own, posteriors, strict=True))
        self._count(dict(zip(USUAL, counts, strict=True)))

    def _read(self) -> None:
        """Count what the kernel counts, where there is none."""
        self._count(dict.fromkeys(USUAL, 0.0))
        for _ in range(_ROUNDS):
            posteriors = {token: self._posterior(each) for token, each in self._own.items()}
            if posteriors == self._posteriors:  # as of a single proposal: nothing would change any more
                break
            counts = dict.fromkeys(USUAL, 0.0)
            for token, share in posteriors.items():
                counts[self._own[token].cause] += share
            self._posteriors = posteriors
            self._count(counts)

    def _posterior(self, proposal: Proposal) -> float:
        """How likely a proposal is right, by the counts as they are."""
        token, cause, share = proposal
        shift = self._shift(cause, self._posteriors.get(token, 0.0))
        return _share(_log_odds(share) + shift + min(_UNREAD.get(cause, 0.0), 0.0))

    def _count(self, counts: dict[Cause, float]) -> None:
        """Take these counts for those of the page."""
        self._counts, self._all = counts, sum(counts.values())
        self._lost = sum(counts[each] for each in _EXTRACTED)
        self._priors: dict[Cause, float] = {}
        self._shifts: dict[Cause, float] = {}

    def confidence(self, proposal: Proposal) -> float:
        """The confidence of a proposal on this page; what it says of the page itself is left out."""
        cause = proposal.cause
        shift = _STEEP.get(cause, 1.0) * self.shift_beside(proposal.token, cause) + _UNREAD.get(cause, UNREAD)
        return _share(_log_odds(proposal.confidence) + shift)

    def confidences(self, proposals: list[Proposal]) -> list[float]:
        """The same of several proposals."""
        if self._held is None:
            return [*map(self.confidence, proposals)]
        counts, left_out = [*self._counts.values()], [self.own_count(token, cause) for token, cause, _ in proposals]
        causes, shares = [_NUMBERS[each.cause] for each in proposals], [each.confidence for each in proposals]
        found: list[float] = kernel.native.page_confidences(self._held, self._words, counts, causes, shares, left_out)
        return found

    def shift_beside(self, token: int, cause: Cause) -> float:
        """What the rest of the page adds to the log-odds that a cause damaged a word (nats)."""
        return self._shift(cause, self.own_count(token, cause))

    def shift_of_losses(self, token: int) -> float:
        """How much likelier lost letters, tones and marks together are than usual, but for a word itself (nats).

        What loses the one loses the others as well.
        """
        own = self._own.get(token)
        count = self._lost - self._posteriors[token] if own is not None and own.cause in _EXTRACTED else self._lost
        return log((STRENGTH * _USUALLY_LOST + max(count, 0.0)) / (self._words * _USUALLY_LOST))

    @property
    def all_share(self) -> float:
        """How many words in a thousand are damaged."""
        return 1000 * self._all / self._words

    def own_count(self, token: int, cause: Cause) -> float:
        """For how much a word counts itself among those that a cause damaged."""
        own = self._own.get(token)
        return self._posteriors[token] if own is not None and own.cause is cause else 0.0

    @property
    def is_damaged(self) -> bool:
        """Whether some kind of damage is so much commoner than usual that the page shows it."""
        found = (cause for cause, count in self._counts.items() if count >= DAMAGED_WORDS)
        return any(self.shift(cause) >= DAMAGED for cause in found)

    @property
    def loses_letters(self) -> bool:
        """Whether letters, tones or marks were lost, so that any syllable may lack a letter."""
        return any(self.shift(cause) >= LETTERS_LOST for cause in _EXTRACTED)

    @property
    def is_scanned(self) -> bool:
        """Whether so many words are misread that an OCR engine must have read the page."""
        damaged = self._all >= SCANNED_SHARE * (self._words - STRENGTH)
        return damaged and self.shift(Cause.MISREAD) >= SCANNED

    def shift(self, cause: Cause) -> float:
        """What the page adds to the log-odds of a cause (nats)."""
        return self._shift(cause, 0.0)

    def _shift(self, cause: Cause, left_out: float) -> float:
        """What the page adds to the log-odds of a cause, but for a count of ``left_out`` that is of one proposal."""
        if left_out > _SLIGHT:
            return self._reckoned(cause, left_out)
        shift = self._shifts.get(cause)
        if shift is None:
            shift = self._shifts[cause] = self._reckoned(cause, 0.0)
        return shift

    def _reckoned(self, cause: Cause, left_out: float) -> float:
        prior = self._priors.get(cause)
        if prior is None:
            prior = self._prior(cause)
        count = self._counts[cause] - left_out
        shift = log((prior + count if count > 0 else prior) / self._words / USUAL[cause])
        return LEAST if shift < LEAST else min(shift, MOST)

    def _prior(self, cause: Cause) -> float:
        """How many words a cause damages before any is seen, by what the other causes do; kept."""
        usual, found = USUAL[cause], self._all - self._counts[cause]
        prior = STRENGTH * usual
        others = _ALL_USUAL - usual
        excess = (STRENGTH * others + found) / (self._words * others) if found > 0 else 0.0
        if excess > 1:
            prior *= excess**SHARED
        self._priors[cause] = prior
        return prior


@cache
def _held() -> Any:
    """The numbers of this module as the compiled kernel holds them; None without it."""
    of_causes = [
        (usual, min(_UNREAD.get(cause, 0.0), 0.0), _UNREAD.get(cause, UNREAD), _STEEP.get(cause, 1.0))
        for cause, usual in USUAL.items()
    ]
    arrays = [np.array(each) for each in zip(*of_causes, strict=True)]
    limits = _ALL_USUAL, STRENGTH, SHARED, MOST, LEAST, _FAINTEST, _SUREST, _SLIGHT
    return kernel.handle("page_rates", *arrays, limits, _ROUNDS)


def _log_odds(share: float) -> float:
    share = min(max(share, _FAINTEST), 1 - _SUREST)
    return log(share / (1 - share))


def _share(log_odds: float) -> float:
    return min(1 / (1 + exp(-log_odds)), _MOST_SHARE)
