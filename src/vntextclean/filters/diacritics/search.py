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

from vntextclean.filters.diacritics.around_words import Around, around_words
from vntextclean.filters.diacritics.best_rivals import best_rivals, by_channel
from vntextclean.filters.diacritics.evidence.document_counts import document_usages, repeated_words
from vntextclean.filters.diacritics.evidence.features import Confidence, Features
from vntextclean.filters.diacritics.evidence.repair import ASKED, Repair
from vntextclean.filters.diacritics.evidence.same_surroundings import firsts
from vntextclean.filters.diacritics.feature_extraction import features_of
from vntextclean.filters.diacritics.guards.bounds import bounds
from vntextclean.filters.diacritics.guards.exceptions import is_loan
from vntextclean.filters.diacritics.guards.exempt import NAMED, is_exempt
from vntextclean.filters.diacritics.guards.kept_words import KeptWords
from vntextclean.filters.diacritics.guards.lone_letters import is_no_word
from vntextclean.filters.diacritics.guards.pieces import is_piece
from vntextclean.filters.diacritics.guards.repairable import damage_between
from vntextclean.filters.diacritics.guards.short_forms import is_short_form
from vntextclean.filters.diacritics.kinds.causes import cause_of
from vntextclean.filters.diacritics.kinds.channel import Likelihood, likelihood
from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.filters.diacritics.proposing.candidates import CandidateSearch
from vntextclean.filters.diacritics.proposing.suspects import Suspect
from vntextclean.lm.model import Model
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
        told = around_words(self.model, scan, [each.token for each in found], lower, self.candidates.legal)
        # The net is not asked about what is no damage, whatever may have stood there.
        kept = [
            (each, near)
            for each, near in zip(found, told, strict=True)
            if self._may_be_damaged(scan, each.token, near, lower)
        ]
        if not kept:
            return []
        out: list[Repair] = []
        signs: list[Features] = []
        asked, model, own = [each for each, _ in kept], self.model, scan.flat.lower
        said = best_rivals(model, scan, asked, lower, recalls=recalls)
        for (each, near), opinion, repeated in zip(kept, said, repeated_words(scan, asked, lower), strict=True):
            proposed = self._proposed(scan, each.token, model.word(opinion.rival), opinion.channel)
            if proposed is not None:
                out.append(proposed.repair)
                signs.append(features_of(model, own[each.token], each, near, opinion, repeated))
        return self._weighed(scan, out, signs, lower, times, page)

    def proposed(
        self, scan: Scan, token: int, rival: str, lower: Lower, otherwise: Damage | None = None
    ) -> Proposed | None:
        """The repair of a word by a rival, still without a confidence; None where no such repair is proposed.

        ``otherwise`` is the kind of damage where the letters tell none.
        """
        (near,) = around_words(self.model, scan, [token], lower, self.candidates.legal)
        if not self._may_be_damaged(scan, token, near, lower):
            return None
        return self._proposed(scan, token, rival, likelihood(self.model.spelled(scan, token), rival), otherwise)

    def all_proposed(self, scan: Scan, found: list[Suspect], lower: Lower) -> dict[int, list[Candidate]]:
        """The candidates that are proposed, by token: their ids, gains with what the channel says, and the repairs."""
        told = around_words(self.model, scan, [each.token for each in found], lower, self.candidates.legal)
        asked = zip(found, told, strict=True)
        found = [each for each, near in asked if self._may_be_damaged(scan, each.token, near, lower)]
        if not found:
            return {}
        ids = np.concatenate([each.candidates for each in found])
        added, channels = by_channel(self.model, scan, found, [len(each.candidates) for each in found], ids)
        gains = (np.concatenate([each.gains for each in found]) + added).tolist()
        rivals = zip(ids.tolist(), gains, channels.tolist(), strict=True)
        out: dict[int, list[Candidate]] = {each.token: [] for each in found}
        for each in found:
            for number, gain, told in islice(rivals, len(each.candidates)):
                if made := self._proposed(scan, each.token, self.model.word(number), Likelihood(*told)):
                    out[each.token].append((number, gain, made))
        return out

    def _may_be_damaged(self, scan: Scan, token: int, near: Around, lower: Lower) -> bool:
        """Whether a word is none of those that are no damage, whatever may be meant."""
        if near.foreign == 1:
            return False
        word = self.model.spelled(scan, token)
        if (near.may_be_exempt or word in NAMED) and scan.once(is_exempt, token):
            return False
        if near.length == 1 and is_no_word(scan, token, lower, self.candidates.legal):
            return False
        return word not in EXCEPTIONS or is_short_form(scan, token)

    def _proposed(
        self, scan: Scan, token: int, rival: str, channel: Likelihood, otherwise: Damage | None = None
    ) -> Proposed | None:
        kind = damage_between(self.model.spelled(scan, token), rival, otherwise)
        if kind is None or is_loan(scan, token, kind, self.candidates.legal):
            return None
        if is_piece(scan.text, scan.flat.starts[token], scan.flat.ends[token], rival):
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


def repair_search(model: Model) -> RepairSearch:
    """The repair_search of a model; ``model.derived(repair_search)`` is made once."""
    return RepairSearch(model, Confidence.shipped())
