"""Repairs of single syllables that the model is asked about, each with its confidence.

Which of them are made is decided together for a whole text (``decide.py``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from vntextclean.filters.diacritics.evidence.document_counts import document_usages, recalled, repeated_words
from vntextclean.filters.diacritics.evidence.features import Confidence, Features
from vntextclean.filters.diacritics.evidence.repair import ASKED, Repair
from vntextclean.filters.diacritics.evidence.same_surroundings import firsts
from vntextclean.filters.diacritics.feature_extraction import FeatureExtraction, Opinion
from vntextclean.filters.diacritics.guards.bounds import bounds
from vntextclean.filters.diacritics.guards.exceptions import foreign_share, is_exempt, is_loan
from vntextclean.filters.diacritics.guards.kept_words import KeptWords
from vntextclean.filters.diacritics.guards.lone_letters import is_no_word
from vntextclean.filters.diacritics.guards.pieces import is_piece, is_typed_tone
from vntextclean.filters.diacritics.guards.short_forms import is_short_form
from vntextclean.filters.diacritics.kinds.causes import cause_of
from vntextclean.filters.diacritics.kinds.channel import Likelihood, confused, likelihood
from vntextclean.filters.diacritics.kinds.damage import Damage, kind_of
from vntextclean.filters.diacritics.kinds.variants import is_variant
from vntextclean.filters.diacritics.proposing.candidates import CandidateSearch
from vntextclean.filters.diacritics.proposing.suspects import Suspect
from vntextclean.lm.bigrams import neighbours
from vntextclean.lm.model import Model
from vntextclean.lm.proofreader.net import Task
from vntextclean.lm.proofreader.proofreader import Proofreader, Rivals, opinions
from vntextclean.lm.text.scan import Scan
from vntextclean.named_tuple import NamedTuple
from vntextclean.settings import LEAST_CONFIDENCE
from vntextclean.vietnamese.syllables import EXCEPTIONS

if TYPE_CHECKING:
    from vntextclean.filters.diacritics.first_page import FirstPage
    from vntextclean.filters.diacritics.reading_anew.scanned_page import PageReader

Ints = npt.NDArray[np.int64]
Lower = npt.NDArray[np.int32]

Weigh = Callable[[list[Damage], list[Features]], list[float]]
Candidate = tuple[int, float, "Proposed"]


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
        self._extraction = FeatureExtraction(model, self.candidates.legal)

    @cached_property
    def reader(self) -> PageReader:
        """Reads scanned pages; made, and its nets imported, when the first is met."""
        from vntextclean.filters.diacritics.reading_anew.scanned_page import PageReader

        return PageReader(self.model, self.candidates)

    def first(self, scan: Scan) -> list[Repair]:
        """The best repair of each doubtful word while none is made yet."""
        return self.judge(scan, self.candidates.search(scan, self.candidates.padded(scan)), scan.lower)

    def judge(
        self, scan: Scan, found: list[Suspect], lower: Lower, recalls: bool = False, page: FirstPage | None = None
    ) -> list[Repair]:
        """The best repair of each doubtful word, with its confidence.

        ``lower`` are the ids of the scan's spellings with the repairs already made put in. With ``recalls`` a candidate
        that lost a letter or marks is likelier where the document has it elsewhere. ``page`` is that of a text that is
        judged first: none is given where none is of use there, and only of what may be made it is asked whether its
        word is kept.
        """
        same = firsts(scan, found, lower)
        if same == [*range(len(found))]:  # so it is in prose
            times = dict.fromkeys([each.token for each in found], 1)
            return self._judged(scan, found, lower, recalls, times, page)
        times = Counter(found[number].token for number in same)
        once = [each for each in found if each.token in times]
        judged = {repair.token: repair for repair in self._judged(scan, once, lower, recalls, times, None)}
        tokens = ((each.token, judged.get(found[number].token)) for each, number in zip(found, same, strict=True))
        return [Repair(token, *repair[1:]) for token, repair in tokens if repair is not None]

    def _judged(
        self, scan: Scan, found: list[Suspect], lower: Lower, recalls: bool, times: Mapping[int, int],
        page: FirstPage | None,
    ) -> list[Repair]:  # fmt: skip
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
        seen = neighbours(self.model, scan).seen.tobytes()
        rows = zip(kept, said, repeated_words(scan, kept, lower), shares, strict=True)
        for each, opinion, repeated, foreign in rows:
            proposed = self._proposed(scan, each.token, self.model.word(opinion.rival), opinion.channel)
            if proposed is not None:
                out.append(proposed.repair)
                signs.append(self._extraction.of(scan, each, opinion, foreign, repeated, proposed.channel, seen))
        return self._weighed(scan, out, signs, lower, times, page)

    def proposed(
        self, scan: Scan, token: int, rival: str, lower: Lower, otherwise: Damage | None = None
    ) -> Proposed | None:
        """The repair of a word by a rival, still without a confidence; None where no such repair is proposed.

        ``otherwise`` is the kind of damage where the letters tell none.
        """
        if self._foreign_share(scan, token, lower) is None:
            return None
        return self._proposed(scan, token, rival, likelihood(self.model.spelled(scan, token), rival), otherwise)

    def all_proposed(self, scan: Scan, found: list[Suspect], lower: Lower) -> dict[int, list[Candidate]]:
        """The candidates that are proposed, by token: their ids, gains with what the channel says, and the repairs."""
        if not (found := [each for each in found if self._foreign_share(scan, each.token, lower) is not None]):
            return {}
        ids = np.concatenate([each.candidates for each in found])
        added, channels = self._confused(scan, found, [len(each.candidates) for each in found], ids)
        gains = (np.concatenate([each.gains for each in found]) + added).tolist()
        rivals = zip(ids.tolist(), gains, channels.tolist(), strict=True)
        out: dict[int, list[Candidate]] = {each.token: [] for each in found}
        for each in found:
            for number, gain, told in islice(rivals, len(each.candidates)):
                if made := self._proposed(scan, each.token, self.model.word(number), Likelihood(*told)):
                    out[each.token].append((number, gain, made))
        return out

    def _foreign_share(self, scan: Scan, token: int, lower: Lower) -> float | None:
        """The share of foreign words around a word; None for a word that is no damage, whatever may be meant."""
        share = foreign_share(scan, token, lower, self.candidates.legal)
        if share == 1 or scan.once(is_exempt, token) or is_no_word(scan, token, lower, self.candidates.legal):
            return None
        if self.model.spelled(scan, token) in EXCEPTIONS and not is_short_form(scan, token):
            return None
        return share

    def _proposed(
        self, scan: Scan, token: int, rival: str, channel: Likelihood, otherwise: Damage | None = None
    ) -> Proposed | None:
        written = self.model.spelled(scan, token)
        kind = kind_of(written, rival) or otherwise
        if kind is None or is_variant(written, rival) or is_loan(scan, token, kind, self.candidates.legal):
            return None
        start, end = scan.flat.starts[token], scan.flat.ends[token]
        if is_typed_tone(written, rival, kind) or is_piece(scan.text, start, end, rival):
            return None
        return Proposed(Repair(token, scan.word(token), rival, kind, 0.0, cause_of(kind, channel)), channel)

    def _weighed(
        self, scan: Scan, repairs: list[Repair], signs: list[Features], lower: Lower, times: Mapping[int, int],
        page: FirstPage | None,
    ) -> list[Repair]:  # fmt: skip
        """The repairs with their confidence; the document is read through only for those that may be right."""
        if not repairs:
            return []
        kinds = [repair.kind for repair in repairs]
        shares = self.weigh(kinds, signs)
        asked = [number for number, share in enumerate(shares) if share > ASKED]
        rivals = [self.candidates.numbers[repairs[number].rival] for number in asked]
        uses = document_usages(scan, [repairs[number].token for number in asked], rivals, lower)
        for number, usage in zip(asked, uses, strict=True):
            if usage:
                signs[number] = signs[number]._replace(usage=usage)
        asked = [number for number in asked if signs[number].usage]  # the others have their share already
        if asked:
            again = self.weigh([kinds[number] for number in asked], [signs[number] for number in asked])
            for number, share in zip(asked, again, strict=True):
                shares[number] = share
        if page is not None and page.are_hopeless(repairs, shares):
            return []
        due = sum(
            times[repair.token]
            for repair, share in zip(repairs, shares, strict=True)
            if share > LEAST_CONFIDENCE and not is_short_form(scan, repair.token)
        )
        kept = KeptWords(self.model, scan, lower, repairs, shares, due)
        most = bounds(self.model, scan, lower, repairs, shares, signs, due, is_quiet=kept.is_quiet)
        out = [
            Repair(*repair[:4], share, repair.cause, bound.most, share, sign, bound.held, bound.either, bound.meant)
            for repair, share, bound, sign in zip(repairs, shares, most, signs, strict=True)
        ]  # by their names they take three times as long
        matters = [True] * len(out) if page is None else page.may_make(out)
        for number, (repair, share, sign) in enumerate(zip(repairs, shares, signs, strict=True)):
            if matters[number] and kept.holds(repair, share, sign):
                bound = most[number].of_kept()
                out[number] = out[number]._replace(most=bound.most, held=bound.held, meant=bound.meant)
        return out

    def _opinions(self, scan: Scan, found: list[Suspect], lower: Lower, recalls: bool) -> list[Opinion]:
        """The best rival of each word, by the n-gram and the wide context together."""
        sizes, ids = [len(each.candidates) for each in found], np.concatenate([each.candidates for each in found])
        added, channels = self._confused(scan, found, sizes, ids)
        if recalls:
            uses = np.bincount(lower, minlength=self.model.size)
            said = np.concatenate([recalled(self.model, scan, each, uses) for each in found])
            added = added + np.where(added == 0, said, np.float32(0))
        rivals = Rivals(sizes, ids, np.concatenate([each.gains for each in found]) + added)
        written = scan.flat.lower
        best = opinions(
            Proofreader(scan, self.model), Task.REPAIR, lower, [each.token for each in found],
            [written[each.token] for each in found], rivals,
        )  # fmt: skip
        chosen = rivals.of([one.column for one in best])
        told = zip(ids.take(chosen).tolist(), best, channels.take(chosen, 0).tolist(), strict=True)
        return [
            Opinion(number, gain, wide, lead, Likelihood(people, by_engine))
            for number, (_, gain, wide, lead), (people, by_engine) in told
        ]

    def weighed(self, scan: Scan, found: Suspect) -> Suspect:
        """A doubtful word with gains that count what the confusion channel says of its candidates."""
        added, _ = self._confused(scan, [found], [len(found.candidates)], found.candidates)
        return found._replace(gains=found.gains + added)

    def _confused(
        self, scan: Scan, found: list[Suspect], sizes: list[int], ids: Ints
    ) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float64]]:
        """What the confusion channel adds to all candidates of some words, and how likely each word is written so."""
        spelled = self.model.spelled
        return confused(self.model.words, [spelled(scan, each.token) for each in found], sizes, ids)


def repair_search(model: Model) -> RepairSearch:
    """The repair_search of a model; ``model.derived(repair_search)`` is made once."""
    return RepairSearch(model, Confidence.shipped())
