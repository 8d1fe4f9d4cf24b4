"""Repairs of single syllables that the model is asked about, each with its confidence.

Which of them are made is decided together for a whole text (``decide.py``).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from math import exp
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

from vntextclean.filters.diacritics.candidates import VOWEL, CandidateSearch, Suspect
from vntextclean.filters.diacritics.channel import Likelihood, likelihood, prior
from vntextclean.filters.diacritics.damage import Damage, kind_of
from vntextclean.filters.diacritics.document_counts import document_usage, is_collocation, repeated_words
from vntextclean.filters.diacritics.exceptions import (
    foreign_share,
    holds_a_capital_of_its_own,
    is_among_foreign_words,
    is_exempt,
    is_loan,
)
from vntextclean.filters.diacritics.features import Confidence, Features
from vntextclean.filters.diacritics.page_rates import Cause, PageRates, Proposal, cause_of
from vntextclean.filters.diacritics.rounds import REACH
from vntextclean.filters.diacritics.variants import is_variant
from vntextclean.lm.bigrams import neighbours
from vntextclean.lm.model import Model
from vntextclean.lm.proofreader.net import Task
from vntextclean.lm.proofreader.proofreader import Proofreader, opinions
from vntextclean.lm.text.scan import LOWER, PAD, TITLE, UPPER, Scan
from vntextclean.settings import LEAST_CONFIDENCE
from vntextclean.vietnamese.letters import tone_of
from vntextclean.vietnamese.syllables import EXCEPTIONS, is_syllable

if TYPE_CHECKING:
    from vntextclean.filters.diacritics.scanned_page import PageReader

Ints = npt.NDArray[np.int64]
Lower = npt.NDArray[np.int32]

Weigh = Callable[[list[Damage], list[Features]], list[float]]

#: The tones that are taken for one another, as :func:`tone_of` numbers them.
HOI_NGA = {3, 4}
#: The most that is claimed of a letter put into a syllable that needs none.
COLLOCATION_CONFIDENCE = 0.97
#: Proposals less sure than this by themselves do not make a document be read for them, nor say anything of their page.
ASKED, LEAST_SIGN = 0.005, 0.0005
#: A page says how likely damage is, not which of two readings was meant: of a candidate that leads the next by so many
#: nats no more is claimed than this odds ratio allows ("trên 40% chợ hng 2" is hạng or hàng).
LEAD_SCALE = 2.7
LETTERS = (Damage.LETTER, Damage.PLAIN_LETTER)
#: The bound of a lead of 3 nats: no other candidate comes near.
LED = 0.9997
#: Slips of hands and ears that are as clear as that in a usual text get so many nats more than the page gives them.
#: Of what it lifts, 8 words in 1 360 000 syllables of sound text and 4 in articles with mistakes of people, all are
#: errors. Not so of tones: "cống thần" (tribute) would be "công thần", "xin cảm tạ hai quan" (mandarins) "hải quan".
OF_HANDS = (Damage.SOUND, Damage.OTHER_LETTER, Damage.EXTRA_LETTER)
CLEAR, CLEAR_UNREAD = 0.92, 0.8
#: Words and the words that they are taken for, though both fit: no more than suggested on a page as clean as that, or
#: with nothing else to repair. "đã làm việc nay đã nghỉ hưu" is not "việc này", "người têm nó" (betel) is no name,
#: "vụng nước sâu" is a cove, who is "vời" is called to court.
EITHER = frozenset({("nay", "này"), ("têm", "tên"), ("vụng", "vùng"), ("vời", "với")})
#: Kinds that make another name of a name, where fewer than this share of the words is to be repaired.
OTHER_NAMES, CLEAN = (Damage.SHAPE, Damage.OTHER_LETTER, Damage.OTHER_MARKS, Damage.PLAIN_LETTER), 0.01


class Repair(NamedTuple):
    """One syllable to repair: the token, the word as it stands and as it should, the kind of damage, the confidence.

    ``cause`` is what damaged it, ``most`` bounds the confidence, whatever the page says, ``usual`` is the confidence in
    a text where damage is as common as usual.
    """

    token: int
    word: str
    rival: str
    kind: Damage
    confidence: float
    cause: Cause
    most: float = 1.0
    usual: float = 0.0


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
        from vntextclean.filters.diacritics.scanned_page import PageReader

        return PageReader(self.model, self.candidates)

    def first(self, scan: Scan) -> list[Repair]:
        """The best repair of each doubtful word while none is made yet."""
        return self.judge(scan, self.candidates.search(scan, self.candidates.padded(scan)), scan.lower)

    def judge(self, scan: Scan, found: list[Suspect], lower: Lower) -> list[Repair]:
        """The best repair of each doubtful word, with its confidence.

        ``lower`` are the ids of the scan's spellings with the repairs already made put in.
        """
        if not found:
            return []
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
        rows = zip(kept, self._opinions(scan, kept, lower), repeated_words(scan, kept, lower), shares, strict=True)
        for each, opinion, repeated, foreign in rows:
            proposed = self._proposed(scan, each.token, self.model.word(opinion.rival))
            if proposed is not None:
                out.append(proposed.repair)
                signs.append(self._features(scan, each, opinion, foreign, repeated, proposed.channel))
        return self._weighed(scan, out, signs, lower)

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
        if share == 1 or is_exempt(scan, token) or self.model.spelled(scan, token) in EXCEPTIONS:
            return None
        return share

    def _proposed(self, scan: Scan, token: int, rival: str, otherwise: Damage | None = None) -> Proposed | None:
        written = self.model.spelled(scan, token)
        kind = kind_of(written, rival) or otherwise
        if kind is None or is_variant(written, rival) or is_loan(scan, token, kind, self.candidates.legal):
            return None
        channel = likelihood(written, rival)
        return Proposed(Repair(token, scan.word(token), rival, kind, 0.0, cause_of(kind, channel)), channel)

    def _weighed(self, scan: Scan, repairs: list[Repair], signs: list[Features], lower: Lower) -> list[Repair]:
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
        repairs_due = sum(share > LEAST_CONFIDENCE for share in shares)
        is_clean = repairs_due < CLEAN * len(scan)
        is_quiet = is_clean or repairs_due < 2
        for number, (repair, share) in enumerate(zip(repairs, shares, strict=True)):
            plain = share > ASKED and repair.kind in LETTERS and not signs[number].illegal
            bound = plain and is_collocation(self.model, scan, repair.token, lower)
            most = COLLOCATION_CONFIDENCE if bound else 1 / (1 + exp(-LEAD_SCALE * signs[number].lead))
            # A syllable that the model does not know is no misspelling by that: "Thạch Sết" is a name.
            doubtful = share > ASKED and (not signs[number].illegal or is_syllable(repair.word))
            if holds_a_capital_of_its_own(repair.word, repair.rival) or (
                doubtful
                and (
                    self._stands_among_pieces(scan, repair.token, lower)
                    or self._is_piece(scan, repair)
                    or (is_clean and repair.kind in OTHER_NAMES and self._may_be_a_name(scan, repair.token))
                    or (is_quiet and (repair.word.lower(), repair.rival) in EITHER)
                    or is_among_foreign_words(scan, repair.token, lower, self.candidates.legal)
                )
            ):
                most = min(most, COLLOCATION_CONFIDENCE)
            repairs[number] = repair._replace(confidence=share, most=most, usual=share)
        return repairs

    def _may_be_a_name(self, scan: Scan, token: int) -> bool:
        """Whether a syllable has a capital that no sentence gave it: "Bùi Vân Ảnh" is no Văn, "Mạt dược" no Một.

        Nor did a sentence give it to its first word where the next word has one too: "Đong Nai" in a Serbian list.
        """
        first = scan.initial[token] and scan.case[token] == TITLE and token + 1 < len(scan)
        return bool(scan.names[token] or (first and scan.names[token + 1]))

    def _is_piece(self, scan: Scan, repair: Repair) -> bool:
        """Whether the letter that a word lacks stands alone before it: "T ổ chức" is no "T tổ chức"."""
        token = repair.token
        if not token or scan.mark[token]:
            return False
        before = scan.text[scan.starts[token - 1] : scan.ends[token - 1]]
        return len(before) == 1 and before.lower() + repair.word.lower() == repair.rival

    def _stands_among_pieces(self, scan: Scan, token: int, lower: Lower) -> bool:
        """Whether pieces of words stand on both sides of a word, and are not repaired: "c a bi th ng" (bi thương)."""
        pieces = 0
        for other in (token - 1, token + 1):
            if not 0 <= other < len(scan) or lower[other] != scan.lower[other] or scan.case[other] != LOWER:
                continue
            start, end = int(scan.starts[other]), int(scan.ends[other])
            plain = not scan.marked[other] and scan.text[start:end].isalpha()
            pieces += plain and (end - start == 1 or not VOWEL.search(scan.text, start, end))
        return pieces == 2

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
            swap={tone_of(self.model.word(own)), tone_of(self.model.word(rival))} == HOI_NGA,
            foreign=foreign,
            behind_number=token > 0 and bool(flat.number[token - 1]),
            people=channel.people,
            scan=channel.scan,
            usage=0.0,
            strange=_strange(self.model, scan, token),
            edges=(flat.mark[token] > 0) + (last or flat.mark[token + 1] > 0),
        )

    def _opinions(self, scan: Scan, found: list[Suspect], lower: Lower) -> list[_Opinion]:
        """The best rival of each word, by the n-gram and the wide context together."""
        best = opinions(
            Proofreader(scan, self.model), Task.REPAIR, lower, [each.token for each in found],
            [scan.flat.lower[each.token] for each in found],
            [(each.candidates, each.gains + self._priors(scan, each)) for each in found],
        )  # fmt: skip
        return [
            _Opinion(int(each.candidates[one.column]), one.gain, one.wide, one.lead)
            for each, one in zip(found, best, strict=True)
        ]

    def _priors(self, scan: Scan, found: Suspect) -> npt.NDArray[np.float32]:
        """What the confusion channel adds to each candidate of a word."""
        written = self.model.spelled(scan, found.token)
        meant = map(self.model.word, found.candidates.tolist())
        return np.fromiter((prior(written, each) for each in meant), np.float32, len(found.candidates))


def on_page(page: PageRates, repair: Repair) -> Repair:
    """A repair with the confidence that it has on its page."""
    share = page.confidence(proposal_of(repair))
    if repair.kind in OF_HANDS and repair.usual >= CLEAR and repair.most >= LED:
        share = 1 / (1 + exp(-CLEAR_UNREAD) * (1 - share) / share)
    return repair._replace(confidence=min(share, repair.most))


def proposal_of(repair: Repair) -> Proposal:
    """What a repair says of its page."""
    return Proposal(repair.token, repair.cause, repair.confidence)


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
