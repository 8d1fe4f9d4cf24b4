"""Repairs of single syllables that the model is asked about, each with its confidence.

Which of them are made is decided together for a whole text (``decide.py``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

from vntextclean.filters.diacritics.evidence.document_counts import document_usage, recalled, repeated_words
from vntextclean.filters.diacritics.evidence.features import Confidence, Features
from vntextclean.filters.diacritics.evidence.page_rates import cause_of
from vntextclean.filters.diacritics.evidence.repair import ASKED, Repair
from vntextclean.filters.diacritics.evidence.same_surroundings import firsts
from vntextclean.filters.diacritics.guards.bounds import bounds
from vntextclean.filters.diacritics.guards.exceptions import foreign_share, is_exempt, is_loan, is_short_form
from vntextclean.filters.diacritics.guards.lone_letters import is_no_word
from vntextclean.filters.diacritics.kinds.channel import Likelihood, likelihood, prior
from vntextclean.filters.diacritics.kinds.damage import Damage, kind_of
from vntextclean.filters.diacritics.kinds.variants import is_variant
from vntextclean.filters.diacritics.proposing.candidates import VOWEL, CandidateSearch, Suspect
from vntextclean.filters.diacritics.rounds import REACH
from vntextclean.lm.bigrams import neighbours
from vntextclean.lm.model import Model
from vntextclean.lm.proofreader.net import Task
from vntextclean.lm.proofreader.proofreader import Proofreader, opinions
from vntextclean.lm.text.scan import PAD, UPPER, Scan
from vntextclean.settings import LEAST_CONFIDENCE
from vntextclean.vietnamese.letters import tone_of
from vntextclean.vietnamese.syllables import EXCEPTIONS

if TYPE_CHECKING:
    from vntextclean.filters.diacritics.reading_anew.scanned_page import PageReader

Ints = npt.NDArray[np.int64]
Lower = npt.NDArray[np.int32]

Weigh = Callable[[list[Damage], list[Features]], list[float]]

#: The tones that are taken for one another, as :func:`tone_of` numbers them.
HOI_NGA = {3, 4}


class _Opinion(NamedTuple):
    """The best rival of a word: its id, how much likelier the n-gram and the wide context make it, and its lead."""

    rival: int
    gain: float
    wide: float
    lead: float


class Proposed(NamedTuple):
    """A repair, and what the channel says of it."""

    repair: Repair
    channel: Likelihood


class RepairSearch:
    """Finds damaged syllables and what they were."""

    def __init__(self, model: Model, weigh: Weigh) -> None:
        self.model = model
        self.candidates = model.derived(CandidateSearch)
        self.weigh = weigh

    @cached_property
    def reader(self) -> PageReader:
        """Reads scanned pages; made, and its nets imported, when the first is met."""
        from vntextclean.filters.diacritics.reading_anew.scanned_page import PageReader

        return PageReader(self.model, self.candidates)

    def first(self, scan: Scan) -> list[Repair]:
        """The best repair of each doubtful word while none is made yet."""
        return self.judge(scan, self.candidates.search(scan, self.candidates.padded(scan)), scan.lower)

    def judge(self, scan: Scan, found: list[Suspect], lower: Lower, recalls: bool = False) -> list[Repair]:
        """The best repair of each doubtful word, with its confidence.

        ``lower`` are the ids of the scan's spellings with the repairs already made put in. With ``recalls`` a candidate
        that lost a letter or marks is likelier where the document has it elsewhere.
        """
        same = firsts(scan, found, lower)
        times = Counter(found[number].token for number in same)
        once = [each for each in found if each.token in times]
        judged = {repair.token: repair for repair in self._judged(scan, once, lower, recalls, times)}
        if len(once) == len(found):
            return [*judged.values()]
        tokens = ((each.token, judged.get(found[number].token)) for each, number in zip(found, same, strict=True))
        return [Repair(token, *repair[1:]) for token, repair in tokens if repair is not None]

    def _judged(
        self, scan: Scan, found: list[Suspect], lower: Lower, recalls: bool, times: Mapping[int, int]
    ) -> list[Repair]:
        """The best repair of each doubtful word, with its confidence; each stands for so many by its token."""
        shares: list[float] = []
        kept: list[Suspect] = []
        # The net is not asked about what is no damage, whatever may have stood there.
        for each in found:
            foreign = self._foreign_share(scan, each.token, lower)
            if foreign is not None:
                kept.append(each)
                shares.append(foreign)
        if not kept:
            return []
        out: list[Repair] = []
        signs: list[Features] = []
        said = self._opinions(scan, kept, lower, recalls)
        rows = zip(kept, said, repeated_words(scan, kept, lower), shares, strict=True)
        for each, opinion, repeated, foreign in rows:
            proposed = self._proposed(scan, each.token, self.model.word(opinion.rival))
            if proposed is not None:
                out.append(proposed.repair)
                signs.append(self._features(scan, each, opinion, foreign, repeated, proposed.channel))
        return self._weighed(scan, out, signs, lower, times)

    def proposed(
        self, scan: Scan, token: int, rival: str, lower: Lower, otherwise: Damage | None = None
    ) -> Proposed | None:
        """The repair of a word by a rival, still without a confidence; None where no such repair is proposed.

        ``otherwise`` is the kind of damage where the letters tell none.
        """
        if self._foreign_share(scan, token, lower) is None:
            return None
        return self._proposed(scan, token, rival, otherwise)

    def _foreign_share(self, scan: Scan, token: int, lower: Lower) -> float | None:
        """The share of foreign words around a word; None for a word that is no damage, whatever may be meant."""
        share = foreign_share(scan, token, lower, self.candidates.legal)
        if share == 1 or is_exempt(scan, token) or is_no_word(scan, token, lower, self.candidates.legal):
            return None
        if self.model.spelled(scan, token) in EXCEPTIONS and not is_short_form(scan, token):
            return None
        return share

    def _proposed(self, scan: Scan, token: int, rival: str, otherwise: Damage | None = None) -> Proposed | None:
        written = self.model.spelled(scan, token)
        kind = kind_of(written, rival) or otherwise
        if kind is None or is_variant(written, rival) or is_loan(scan, token, kind, self.candidates.legal):
            return None
        channel = likelihood(written, rival)
        return Proposed(Repair(token, scan.word(token), rival, kind, 0.0, cause_of(kind, channel)), channel)

    def _weighed(
        self, scan: Scan, repairs: list[Repair], signs: list[Features], lower: Lower, times: Mapping[int, int]
    ) -> list[Repair]:
        """The repairs with their confidence; the document is read through only for those that may be right."""
        if not repairs:
            return []
        kinds = [repair.kind for repair in repairs]
        shares = self.weigh(kinds, signs)
        asked = [number for number, share in enumerate(shares) if share > ASKED]
        for number in asked:
            repair = repairs[number]
            own, rival = int(scan.lower[repair.token]), self.candidates.numbers[repair.rival]
            if usage := document_usage(scan, repair.token, own, rival, lower):
                signs[number] = signs[number]._replace(usage=usage)
        asked = [number for number in asked if signs[number].usage]  # the others have their share already
        if asked:
            again = self.weigh([kinds[number] for number in asked], [signs[number] for number in asked])
            for number, share in zip(asked, again, strict=True):
                shares[number] = share
        due = sum(
            times[repair.token]
            for repair, share in zip(repairs, shares, strict=True)
            if share > LEAST_CONFIDENCE and not is_short_form(scan, repair.token)
        )
        most = bounds(self.model, scan, lower, repairs, shares, signs, due)
        return [
            repair._replace(confidence=share, usual=share, signs=sign, **bound._asdict())
            for repair, share, bound, sign in zip(repairs, shares, most, signs, strict=True)
        ]

    def _features(
        self, scan: Scan, found: Suspect, opinion: _Opinion, foreign: float, repeated: bool, channel: Likelihood
    ) -> Features:
        token, flat, log_prob = found.token, scan.flat, self.model.log_prob
        own, start, end = flat.lower[token], flat.starts[token], flat.ends[token]
        rival, last = opinion.rival, token + 1 == len(scan)
        return Features(
            gain=opinion.gain,
            lead=opinion.lead,
            wide=opinion.wide,
            known_left=found.known_left,
            known_right=found.known_right,
            illegal=not self.candidates.legal[own],
            name=bool(scan.names[token]),
            upper=flat.case[token] == UPPER,
            repeated=repeated,
            vowelless=not flat.marked[token] and not VOWEL.search(scan.text, start, end),
            log_prob=float(log_prob[own]),
            rival_log_prob=float(log_prob[rival]),
            length=end - start,
            swap=_swaps(self.model.word(own), self.model.word(rival)),
            foreign=foreign,
            behind_number=token > 0 and bool(flat.number[token - 1]),
            people=channel.people,
            scan=channel.scan,
            usage=0.0,
            strange=_strange(self.model, scan, token),
            edges=(flat.mark[token] > 0) + (last or flat.mark[token + 1] > 0),
        )

    def _opinions(self, scan: Scan, found: list[Suspect], lower: Lower, recalls: bool) -> list[_Opinion]:
        """The best rival of each word, by the n-gram and the wide context together."""
        uses = np.bincount(lower, minlength=self.model.size) if recalls else None
        best = opinions(
            Proofreader(scan, self.model), Task.REPAIR, lower, [each.token for each in found],
            [scan.flat.lower[each.token] for each in found],
            [(each.candidates, each.gains + self._added(scan, each, uses)) for each in found],
        )  # fmt: skip
        return [
            _Opinion(int(each.candidates[one.column]), one.gain, one.wide, one.lead)
            for each, one in zip(found, best, strict=True)
        ]

    def weighed(self, scan: Scan, found: Suspect) -> Suspect:
        """A doubtful word with gains that count what the confusion channel says of its candidates."""
        return found._replace(gains=found.gains + self._priors(scan, found))

    def _added(self, scan: Scan, found: Suspect, uses: Ints | None) -> npt.NDArray[np.float32]:
        """What the confusion channel adds to each candidate, and the document to those that lost something.

        ``uses`` counts the words of the document where they are asked.
        """
        priors = self._priors(scan, found)
        if uses is None:
            return priors
        return priors + np.where(priors == 0, recalled(self.model, scan, found, uses), np.float32(0))

    def _priors(self, scan: Scan, found: Suspect) -> npt.NDArray[np.float32]:
        """What the confusion channel adds to each candidate of a word."""
        written, word = self.model.spelled(scan, found.token), self.model.word
        return np.array([prior(written, word(each)) for each in found.candidates.tolist()], np.float32)


@lru_cache(1 << 12)
def _swaps(one: str, other: str) -> bool:
    """Whether two words have the tones that many writers mistake for each other.

    >>> _swaps("nghĩ", "nghỉ"), _swaps("nghĩ", "nghi")
    (True, False)
    """
    return {tone_of(one), tone_of(other)} == HOI_NGA


def _strange(model: Model, scan: Scan, token: int) -> float:
    """The share of the pairs of words around a word, its own two left out, that the model has never seen."""
    seen = neighbours(model, scan).seen
    at = int(scan.at[token]) + PAD
    first, last = max(at - REACH, 0), min(at + REACH, len(seen))
    known = seen[first:last].tobytes().count(1) - int(seen[at - 1]) - int(seen[at])
    return 1 - known / max(last - first - 2, 1)


def repair_search(model: Model) -> RepairSearch:
    """The repair_search of a model; ``model.derived(repair_search)`` is made once."""
    return RepairSearch(model, Confidence.shipped())
