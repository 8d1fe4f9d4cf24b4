"""All readings of doubted words, weighed together by the n-gram, the net of ``restore`` and the rates of their page.

The search (``search.py``) takes the reading that the n-gram finds likeliest. Which words have the same letters the net
tells apart, with some thirty words around and the topic, and which kind of damage is likelier the page does: on one
that lost letters "vi" is *với* before it is *vui*.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

from vntextclean.filters.diacritics.evidence.page_rates import PageRates
from vntextclean.filters.diacritics.evidence.repair import Repair
from vntextclean.filters.diacritics.kinds.channel import Likelihood
from vntextclean.filters.diacritics.proposing.candidates import CandidateSearch
from vntextclean.filters.diacritics.proposing.detect import Reach
from vntextclean.filters.diacritics.proposing.suspects import Suspect
from vntextclean.filters.diacritics.reading_anew.same_letters import MOST_LEAD, log_of_sum, may_change, shared_out
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import Scan
from vntextclean.named_tuple import NamedTuple

Ids = npt.NDArray[np.int32]
Ints = npt.NDArray[np.int64]

#: What the net gives a spelling that it does not know, and the least that it says of any (nats).
_ABSENT, _LEAST = -50.0, -8.0


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

    def all_proposed(
        self, scan: Scan, found: list[Suspect], lower: Ids
    ) -> Mapping[int, Sequence[tuple[int, float, Proposed]]]:
        """The candidates that are proposed, by token: their ids, gains with what the channel says, and the repairs."""


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
    """What one word may have been: the ids of the words, and how likely each is but for the net.

    ``letters`` are the numbers of their unmarked spellings.
    """

    repair: Repair
    proposed: list[Proposed]
    words: list[int]
    letters: list[int]
    gains: list[float]
    weights: list[float]


class _Said(NamedTuple):
    """What the net says of each candidate of a word (natural logarithms).

    Its share among the words of its letters, and how much likelier it is than the best other of them, and than the word
    as it stands (:data:`_ABSENT` where it cannot compare them).
    """

    share: list[float]
    over_others: list[float]
    over_own: list[float]


def readings(settled: Settled, repairs: list[Repair]) -> list[Reading]:
    """The likeliest reading of each word that still has one, in order."""
    asked = {repair.token: repair for repair in repairs}
    search, tokens = settled.search, np.array(sorted(asked), np.int64)
    suspects = search.candidates.search(settled.scan, settled.ids, tokens, settled.reach)
    proposed = search.all_proposed(settled.scan, suspects, settled.lower)
    found = [_readings(settled, asked[token], own) for token, own in proposed.items() if own]
    return [_likeliest(settled, one, said) for one, said in zip(found, _by_net(settled, found), strict=True)]


def _readings(settled: Settled, repair: Repair, proposals: Sequence[tuple[int, float, Proposed]]) -> _Readings:
    """The candidates of a word with what their page says of each."""
    shift, bare_of, token = settled.page.shift_beside, settled.search.model.bare_of.data, repair.token
    words = [number for number, _, _ in proposals]
    gains = [gain for _, gain, _ in proposals]
    proposed = [one for _, _, one in proposals]
    weights = [gain + shift(token, one.repair.cause) for _, gain, one in proposals]
    return _Readings(repair, proposed, words, [bare_of[number] for number in words], gains, weights)


def _by_net(settled: Settled, found: list[_Readings]) -> list[_Said]:
    """What the net says of the candidates of each word.

    Words of the same letters are compared, so a text is read once for the first letters that each word may have had,
    and once more for those that may have had others, if what it says can change the likeliest reading or its lead.
    """
    from vntextclean.restoration.rescore import WEIGHT, Rescorer

    scan, model, search = settled.scan, settled.search.model, settled.search.candidates
    bare = np.where(settled.lower == scan.lower, scan.bare, model.bare_of[settled.lower])
    letters = [[*dict.fromkeys(one.letters)] for one in found]
    sizes = [len(one.words) for one in found]
    out = [_Said([0.0] * size, [0.0] * size, [_ABSENT] * size) for size in sizes]
    of_letters: dict[int, list[int]] = {}
    for number in range(max(map(len, letters), default=0)):
        rows = [row for row, own in enumerate(letters) if len(own) > number]
        if number and not any(
            may_change(found[row].letters, found[row].weights, [WEIGHT * share for share in out[row].share], number)
            for row in rows
        ):
            continue  # nearly half of the readings, at two milliseconds each
        tokens = np.array([found[row].repair.token for row in rows], np.int64)
        here = bare.copy()
        here[tokens] = asked = [letters[row][number] for row in rows]
        for each in asked:
            if each not in of_letters:
                of_letters[each] = search.same_letters(each).tolist()
        columns = [of_letters[each] for each in asked]
        width = max(map(len, columns))
        ids = np.array([own + own[:1] * (width - len(own)) for own in columns], np.int32)
        scores = Rescorer(scan, model, here).compared(scan.at[tokens], ids, _ABSENT)
        for row, own, score in zip(rows, columns, scores.tolist(), strict=True):
            _note(out[row], found[row].words, own, scan.flat.lower[found[row].repair.token], score[: len(own)])
    return out


def _note(out: _Said, words: list[int], alike: list[int], own: int, score: list[float]) -> None:
    """Write down what the net says of those candidates that are among words of the same letters."""
    known = [each for each in score if each > _ABSENT]
    if not known or (len(alike) > 1 and min(score) == max(score)):
        return  # it does not read these letters
    whole = log_of_sum(known)
    share = [max(each - whole, _LEAST) for each in score]
    place = {number: at for at, number in enumerate(alike)}
    best = max(share)
    # What a word is compared with: the best of the others.
    next_best = best if share.count(best) > 1 else max((each for each in share if each != best), default=_LEAST)
    stands = place.get(own, -1)
    for row, number in enumerate(words):
        at = place.get(number)
        if at is not None:
            out.share[row] = share[at]
            out.over_others[row] = share[at] - (next_best if share[at] == best else best)
            if stands >= 0 and score[stands] > _ABSENT and score[at] > _ABSENT:
                out.over_own[row] = share[at] - share[stands]


def _likeliest(settled: Settled, one: _Readings, said: _Said) -> Reading:
    """The likeliest reading of a word."""
    from vntextclean.restoration.rescore import WEIGHT

    total = shared_out(one.letters, one.weights, [WEIGHT * share for share in said.share])
    best = total.index(max(total))
    lead = total[best] - max([total[best] - MOST_LEAD, *total[:best], *total[best + 1 :]])
    knows = said.over_own[best] > _ABSENT
    over_own = said.over_own[best] if knows else 0.0
    proposed, before = one.proposed[best], one.repair
    repair, changed = before, proposed.repair.rival != before.rival
    if changed and before.signs is not None:
        signs = before.signs._replace(
            gain=one.gains[best], lead=0.0, swap=False, people=proposed.channel.people,
            scan=proposed.channel.scan, rival_log_prob=float(settled.search.model.log_prob[one.words[best]]), usage=0.0,
        )  # fmt: skip
        _, _, rival, kind, _, cause, *_ = proposed.repair
        repair = before._replace(rival=rival, kind=kind, cause=cause, signs=signs)
    net = over_own, knows, said.over_others[best], said.share[best]
    return Reading(repair, changed, min(lead, MOST_LEAD), *net)
