"""All readings of doubted words, weighed together by the n-gram, the net of ``restore`` and the rates of their page.

The search (``search.py``) takes the reading that the n-gram finds likeliest. Which words have the same letters the net
tells apart, with some thirty words around and the topic, and which kind of damage is likelier the page does: on one
that lost letters "vi" is *với* before it is *vui*.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from vntextclean.filters.diacritics.evidence.page_rates import PageRates
from vntextclean.filters.diacritics.evidence.repair import Repair
from vntextclean.filters.diacritics.kinds.channel import Likelihood
from vntextclean.filters.diacritics.proposing.candidates import CandidateSearch
from vntextclean.filters.diacritics.proposing.detect import Reach
from vntextclean.filters.diacritics.proposing.suspects import Suspect
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import Scan

Ids = npt.NDArray[np.int32]
Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

#: What the net gives a spelling that it does not know, and the least that it says of any (nats).
_ABSENT, _LEAST = -50.0, -8.0
#: A reading leads another by no more than this (nats).
MOST_LEAD = 12.0


class Proposed(Protocol):
    """A repair, and what the channel says of it."""

    @property
    def repair(self) -> Repair:
        """The repair, still without a confidence."""

    @property
    def channel(self) -> Likelihood:
        """How likely people and OCR engines write so."""


class Search(Protocol):
    """What is asked of the search word by word (``search.py``, which is above this room)."""

    model: Model
    candidates: CandidateSearch

    def weighed(self, scan: Scan, found: Suspect) -> Suspect:
        """A doubtful word with gains that count what the confusion channel says of its candidates."""

    def proposed(self, scan: Scan, token: int, rival: str, lower: Ids) -> Proposed | None:
        """The repair of a word by a rival; None where no such repair is proposed."""


class Settled(NamedTuple):
    """One text when its surest repairs are made: its words as they are by now, and what is made and open, by token.

    ``ids`` is the stream with the repairs put in, ``lower`` the ids of the scan's spellings with them.
    """

    search: Search
    scan: Scan
    page: PageRates
    lower: Ids
    ids: Ints
    reach: Reach
    made: Collection[int]
    open: Mapping[int, Repair]


class Reading(NamedTuple):
    """The likeliest reading of a doubted word, as a repair, and what the net says of it (natural logarithms).

    ``changed`` tells whether the n-gram alone found another likelier, ``lead`` how far it is ahead of the next by all
    three. ``over_own`` is how much likelier the net finds it than the word as it stands (0 unless it ``knows`` both),
    ``over_others`` than all others of its letters, ``share`` its share of those.
    """

    repair: Repair
    changed: bool
    lead: float
    over_own: float
    knows: bool
    over_others: float
    share: float


class _Readings(NamedTuple):
    """What one word may have been: the ids of the words, and how likely each is but for the net."""

    repair: Repair
    proposed: list[Proposed]
    words: Ints
    gains: Floats
    weights: Floats


class _Said(NamedTuple):
    """What the net says of each candidate of a word (natural logarithms).

    Its share among the words of its letters, and how much likelier it is than the best other of them, and than the word
    as it stands (:data:`_ABSENT` where it cannot compare them).
    """

    share: Floats
    over_others: Floats
    over_own: Floats


def readings(settled: Settled, repairs: list[Repair]) -> list[Reading]:
    """The likeliest reading of each word that still has one, in order."""
    asked = {repair.token: repair for repair in repairs}
    search, tokens = settled.search, np.array(sorted(asked), np.int64)
    suspects = search.candidates.search(settled.scan, settled.ids, tokens, settled.reach)
    each = [_readings(settled, asked[suspect.token], search.weighed(settled.scan, suspect)) for suspect in suspects]
    found = [one for one in each if len(one.words)]
    return [_likeliest(settled, one, said) for one, said in zip(found, _by_net(settled, found), strict=True)]


def _readings(settled: Settled, repair: Repair, suspect: Suspect) -> _Readings:
    """The candidates of a word that are proposed at all."""
    search, scan, page = settled.search, settled.scan, settled.page
    words, gains, weights, proposals = [], [], [], []
    for number, gain in zip(suspect.candidates.tolist(), suspect.gains.tolist(), strict=True):
        proposed = search.proposed(scan, suspect.token, search.model.word(number), settled.lower)
        if proposed is not None:
            proposals.append(proposed)
            words.append(number)
            gains.append(gain)
            weights.append(gain + page.shift_beside(suspect.token, proposed.repair.cause))
    return _Readings(repair, proposals, np.array(words, np.int64), np.array(gains), np.array(weights))


def _by_net(settled: Settled, found: list[_Readings]) -> list[_Said]:
    """What the net says of the candidates of each word.

    Words of the same letters are compared, so a text is read once for the first letters that each word may have had,
    and once more for those that may have had others.
    """
    from vntextclean.restoration.rescore import Rescorer

    scan, model, search = settled.scan, settled.search.model, settled.search.candidates
    bare = np.where(settled.lower == scan.lower, scan.bare, model.bare_of[settled.lower])
    letters = [[*dict.fromkeys(model.bare_of[one.words].tolist())] for one in found]
    sizes = [len(one.words) for one in found]
    out = [_Said(np.zeros(size), np.zeros(size), np.full(size, _ABSENT)) for size in sizes]
    for number in range(max(map(len, letters), default=0)):
        rows = [row for row, own in enumerate(letters) if len(own) > number]
        tokens = np.array([found[row].repair.token for row in rows], np.int64)
        here = bare.copy()
        here[tokens] = [letters[row][number] for row in rows]
        columns = [search.same_letters(letters[row][number]).tolist() for row in rows]
        ids = np.zeros((len(rows), max(map(len, columns))), np.int32)
        for column, own in zip(ids, columns, strict=True):
            column[:] = own[0]
            column[: len(own)] = own
        scores = Rescorer(scan, model, here).compared(scan.at[tokens], ids, _ABSENT)
        for row, own, score in zip(rows, columns, scores, strict=True):
            _note(out[row], found[row].words, own, int(scan.lower[found[row].repair.token]), score[: len(own)])
    return out


def _note(out: _Said, words: Ints, alike: list[int], own: int, score: npt.NDArray[np.float32]) -> None:
    """Write down what the net says of those candidates that are among words of the same letters."""
    known = score > _ABSENT
    if not known.any() or (len(alike) > 1 and score.min() == score.max()):
        return  # it does not read these letters
    share = np.maximum(score - np.logaddexp.reduce(score[known].astype(np.float64)), _LEAST)
    place = {number: at for at, number in enumerate(alike)}
    for row, number in enumerate(words.tolist()):
        at = place.get(number)
        if at is not None:
            others = np.delete(share, at)
            out.share[row] = share[at]
            out.over_others[row] = share[at] - others.max(initial=_LEAST)
            if own in place and known[place[own]] and known[at]:
                out.over_own[row] = share[at] - share[place[own]]


def _likeliest(settled: Settled, one: _Readings, said: _Said) -> Reading:
    """The likeliest reading of a word."""
    from vntextclean.restoration.rescore import WEIGHT

    model = settled.search.model
    letters, total = model.bare_of[one.words], one.weights + WEIGHT * said.share
    for each in set(letters.tolist()):  # the net says how the words of some letters share what they have together
        alike = letters == each
        total[alike] += np.logaddexp.reduce(one.weights[alike]) - np.logaddexp.reduce(total[alike])
    best = int(np.argmax(total))
    lead = float(total[best] - np.delete(total, best).max(initial=total[best] - MOST_LEAD))
    knows = bool(said.over_own[best] > _ABSENT)
    over_own = float(said.over_own[best]) if knows else 0.0
    proposed, before = one.proposed[best], one.repair
    repair, changed = before, proposed.repair.rival != before.rival
    if changed and before.signs is not None:
        signs = before.signs._replace(
            gain=float(one.gains[best]), lead=0.0, swap=False, people=proposed.channel.people,
            scan=proposed.channel.scan, rival_log_prob=float(model.log_prob[one.words[best]]), usage=0.0,
        )  # fmt: skip
        _, _, rival, kind, _, cause, *_ = proposed.repair
        repair = before._replace(rival=rival, kind=kind, cause=cause, signs=signs)
    net = over_own, knows, float(said.over_others[best]), float(said.share[best])
    return Reading(repair, changed, min(lead, MOST_LEAD), *net)
