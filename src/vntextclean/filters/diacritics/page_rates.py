"""Odds that fit the page: how often each kind of damage is found in a document, beside how often it usually is.

The confidence of a repair is fitted for a text in which each kind of damage is as common as in ``USUAL``. A page on
which tones were lost makes every lost tone likelier, and a page without a sign of damage makes every repair dearer.
The rate of each kind is estimated in the document by expectation maximisation over the confidences: prior and count
make a rate, the rate shifts the odds of the proposals, and they are counted anew. Only rates are learnt, for which
letters are confused a document is too short (``channel.py``).
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

from vntextclean.filters.diacritics.damage import Damage

#: Damaged words in one, by kind, in the text that the confidences are fitted for.
USUAL = {
    Damage.LETTER: 3.2e-4,
    Damage.TONE: 5.0e-4,
    Damage.MARKS: 2.2e-4,
    Damage.SHAPE: 2.3e-4,
    Damage.WRONG_TONE: 5.8e-4,
    Damage.SOUND: 0.2e-4,
    Damage.PLAIN_LETTER: 0.7e-4,
    Damage.EXTRA_LETTER: 2.8e-4,
}
#: Kinds that have one cause are counted together.
_TOGETHER = {
    Damage.OTHER_MARKS: Damage.WRONG_TONE,
    Damage.OTHER_LETTER: Damage.WRONG_TONE,
    Damage.EXCHANGED: Damage.EXTRA_LETTER,
}
#: Words of a usual text that stand beside those of the document: the strength of the prior.
STRENGTH = 400
#: How much one kind says of the others: the power to which their excess enters the prior of a kind.
SHARED = 0.3
#: The most that a page adds to the log-odds of a repair, and takes from it.
MOST, LEAST = 3.3, -2.0
#: What is added to every log-odds: in the fit, proposals on sound lines count as wrong where nobody has read them, and
#: of the surest seventy that were read, two in three were real misprints.
UNREAD = 1.3
_ROUNDS = 4
_SUREST = 1e-4
#: A proposal that counts for less than this need not be left out of its page.
_SLIGHT = 1e-3


class Proposal(NamedTuple):
    """One proposed repair: its word (token number), its kind, and its confidence in a usual text."""

    token: int
    kind: Damage
    confidence: float


class PageRates:
    """How much likelier each kind of damage is in one document.

    >>> proposals = [Proposal(number, Damage.TONE, 0.9) for number in range(0, 400, 20)]
    >>> page = PageRates(400, proposals)
    >>> page.confidence(proposals[0]) > 0.97, PageRates(400, proposals[:1]).confidence(proposals[0]) < 0.9
    (True, True)
    """

    def __init__(self, words: int, proposals: Iterable[Proposal]) -> None:
        self._words = words
        self._own = {each.token: (_kind(each.kind), _log_odds(each.confidence)) for each in proposals}
        self._counts = dict.fromkeys(USUAL, 0.0)
        self._posteriors: dict[int, float] = {}
        self._shifts: dict[Damage, float] = {}
        for _ in range(_ROUNDS):
            posteriors = {
                token: _share(odds + self._shift(kind, self._posteriors.get(token, 0.0)))
                for token, (kind, odds) in self._own.items()
            }
            self._posteriors, self._counts, self._shifts = posteriors, dict.fromkeys(USUAL, 0.0), {}
            for token, (kind, _) in self._own.items():
                self._counts[kind] += posteriors[token]

    def confidence(self, proposal: Proposal) -> float:
        """The confidence of a proposal on this page; what it says of the page itself is left out."""
        kind = _kind(proposal.kind)
        own = self._own.get(proposal.token)
        left_out = self._posteriors[proposal.token] if own is not None and own[0] is kind else 0.0
        return _share(_log_odds(proposal.confidence) + self._shift(kind, left_out) + UNREAD)

    def _shift(self, kind: Damage, left_out: float) -> float:
        """What the page adds to the log-odds of a kind, but for a count of ``left_out`` that is of one proposal."""
        if left_out > _SLIGHT:
            return self._reckoned(kind, left_out)
        if kind not in self._shifts:
            self._shifts[kind] = self._reckoned(kind, 0.0)
        return self._shifts[kind]

    def _reckoned(self, kind: Damage, left_out: float) -> float:
        usual, words = USUAL[kind], self._words
        others = sum(USUAL.values()) - usual
        found = max(sum(self._counts.values()) - self._counts[kind], 0.0)
        excess = (STRENGTH * others + found) / ((STRENGTH + words) * others)
        prior = STRENGTH * usual * max(excess, 1.0) ** SHARED
        rate = (prior + max(self._counts[kind] - left_out, 0.0)) / (STRENGTH + words)
        return min(max(math.log(rate / usual), LEAST), MOST)


def _kind(kind: Damage) -> Damage:
    return _TOGETHER.get(kind, kind)


def _log_odds(share: float) -> float:
    share = min(max(share, 1e-12), 1 - _SUREST)
    return math.log(share / (1 - share))


def _share(log_odds: float) -> float:
    return min(1 / (1 + math.exp(-log_odds)), 1 - _SUREST)
