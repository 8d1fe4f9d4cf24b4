"""Which doubtful words are what was meant, as far as they themselves, their neighbours or their text show it.

A page says how likely damage is. It does not say whether a word is a name, a piece of a word, a word of another
language or one that its text uses on purpose.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from vntextclean.filters.diacritics.evidence.document_counts import (
    BOUND,
    COLLOCATION,
    WRECKED,
    is_bound_apart,
    is_collocation,
    strange_share,
)
from vntextclean.filters.diacritics.evidence.features import Features
from vntextclean.filters.diacritics.evidence.repair import ASKED, Repair
from vntextclean.filters.diacritics.guards.broken_words import gain_of_joining
from vntextclean.filters.diacritics.guards.choices import is_choice
from vntextclean.filters.diacritics.guards.columns_of_names import is_in_column_of_names
from vntextclean.filters.diacritics.guards.exceptions import (
    holds_a_capital_of_its_own,
    is_among_foreign_words,
    is_spoken,
    kept_its_capital,
    loses_a_word,
    lost_a_capital,
)
from vntextclean.filters.diacritics.guards.pieces import stands_among_pieces, stands_behind_its_letter
from vntextclean.filters.diacritics.guards.sino_vietnamese import is_sino_vietnamese
from vntextclean.filters.diacritics.guards.sound_on_page import is_sound
from vntextclean.filters.diacritics.guards.sound_words import is_meant, is_verse, stands_again
from vntextclean.filters.diacritics.guards.told_words import is_told_of
from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.filters.diacritics.proposing.candidates import CandidateSearch
from vntextclean.lm.model import Model
from vntextclean.lm.syllables import syllables
from vntextclean.lm.text.scan import LOWER, TITLE, Scan
from vntextclean.scanning.lines import line_of
from vntextclean.vietnamese.syllables import is_syllable

Lower = npt.NDArray[np.int32]

LETTERS = (Damage.LETTER, Damage.PLAIN_LETTER)
#: What a syllable that is written as it is said looks like: it lacks a letter or has one too many.
AS_SAID = (Damage.LETTER, Damage.EXTRA_LETTER)
#: Where so many words are to be repaired, and more than a few, the spellings of a text tell nothing: "tui" stands again
#: and again for "tuổi".
DUE, _FEW = 0.05, 3
#: What may have lost marks and stands again is sound there if it is no likelier to be damaged than this: "cho me
#: đứa bé này me ru". Other tones are a habit of hands and engines, as often as they are met.
LOST, LIKELY = (Damage.TONE, Damage.MARKS), 0.2
#: Less sure repairs are none on any page, and are not held against what takes long to look up.
WEIGHED = 0.3
#: What is rarer than this (log-probability) is no word of Chinese read aloud: "ượng viết" is *tượng viết*.
RARE = -11.0
#: A word is a piece if it is so much likelier as one syllable with the word beside it (nats). Of the pieces of texts
#: in which one word in five was broken, 95 of 100 gain more than 6; what is rightly repaired on pages that lost letters
#: gains up to 6, and seldom more than 12 ("ban ch o phòng" as *cho*: it is "chỉ đạo").
BROKEN, BROKEN_AMONG_DAMAGED = 4.0, 12.0
#: So many mentions of a word are looked at, whether one is a name.
_MENTIONS = 20
#: Kinds that make another name of a name, where fewer than this share of the words is to be repaired.
OTHER_NAMES, CLEAN = (Damage.SHAPE, Damage.OTHER_LETTER, Damage.OTHER_MARKS, Damage.PLAIN_LETTER), 0.01


class KeptWords:
    """The doubtful words of one text, asked whether they are kept; made for one call.

    ``lower`` are the ids of the scan's spellings with the repairs already made put in, ``shares`` how sure the repairs
    are by themselves, ``due`` how many of the text are likelier right than wrong.
    """

    def __init__(
        self, model: Model, scan: Scan, lower: Lower, repairs: list[Repair], shares: list[float], due: int
    ) -> None:
        self._model, self._scan, self._lower = model, scan, lower
        self._legal = model.derived(syllables)
        self._is_clean = due < CLEAN * len(scan)
        #: Whether the text has hardly anything to repair.
        self.is_quiet = self._is_clean or due < 2
        self._may_be_whole = due < max(_FEW, DUE * len(scan))

        self._sure = [(each.token, share) for each, share in zip(repairs, shares, strict=True) if share > ASKED]
        self._others: dict[float, frozenset[int]] = {}
        self._is_whole: bool | None = None

    def _likelier(self, least: float) -> frozenset[int]:
        """The words that are damaged more likely than this."""
        found = self._others.get(least)
        if found is None:
            found = self._others[least] = frozenset([token for token, share in self._sure if share > least])
        return found

    def _is_text_whole(self) -> bool:
        """Whether the words of the text are not wrecked: told by all of them, and seldom asked."""
        if self._is_whole is None:
            self._is_whole = strange_share(self._scan, self._lower, self._legal) < WRECKED
        return self._is_whole

    def holds(self, repair: Repair, share: float, sign: Features) -> bool:
        """Whether the word that a repair would replace is kept; ``sign`` is what speaks for the repair."""
        # What the text alone tells is asked once of a word, which is judged again in the light of others.
        once, asked = self._scan.once, (repair.token, repair.rival, repair.kind)
        if self.is_quiet and share > ASKED and once(is_told_of, *asked):
            return True
        if once(_says_otherwise, *asked, share > ASKED, share > WEIGHED):
            return True
        if share > ASKED and self._is_broken_off(repair):
            return True
        # A syllable that the model does not know is no misspelling by that: "Thạch Sết" is a name.
        if share <= ASKED or (sign.illegal and not is_syllable(repair.word)):
            return False
        return (not sign.illegal and self._is_sound(repair, share, sign)) or self._is_at_home(repair, share)

    def _is_broken_off(self, repair: Repair) -> bool:
        """Whether a word is likelier a piece of one than damaged."""
        gain = gain_of_joining(self._model, self._scan, repair, self._lower)
        if gain <= BROKEN or gain > BROKEN_AMONG_DAMAGED:
            return gain > BROKEN
        return self._may_be_whole and self._is_text_whole()

    def _is_sound(self, repair: Repair, share: float, sign: Features) -> bool:
        """Whether a syllable of the language stands in verse, beside what it goes with, or as often in its text."""
        scan, lower, token = self._scan, self._lower, repair.token
        if scan.once(_is_verse, line_of(scan.text, scan.flat.starts[token])[0]):
            return True
        if share <= WEIGHED:
            return False
        return _fits_as_it_stands(self._model, scan, repair, sign, lower) or (
            self.is_quiet
            and is_sound(scan, repair, sign, lower, self._model.log_prob, self._is_clean)
            and not _is_bound(self._model, scan, repair, lower, BOUND)
        )

    def _is_at_home(self, repair: Repair, share: float) -> bool:
        """Whether a word stands again near by, is a name, or stands among pieces, foreign words or names like it."""
        scan, lower, token = self._scan, self._lower, repair.token
        return (
            stands_among_pieces(scan, token, lower)
            or (
                (self._is_clean or (self.is_quiet and share > WEIGHED))
                and stands_again(
                    self._model, scan, token, lower, self._likelier(LIKELY if repair.kind in LOST else ASKED)
                )
                and not _is_bound(self._model, scan, repair, lower)
            )
            or (self._is_clean and repair.kind in OTHER_NAMES and _may_be_a_name(scan, token))
            or is_among_foreign_words(scan, token, lower, self._legal)
            or scan.once(_is_in_column, token)
            or (
                self._may_be_whole
                and (_is_as_said(scan, repair) or _is_named_elsewhere(scan, repair))
                and self._is_text_whole()
            )
        )


def _says_otherwise(scan: Scan, token: int, rival: str, kind: Damage, asked: bool, weighed: bool) -> bool:
    """Whether a word itself, or what stands beside it, shows that it is another or none of the kind, sound or not.

    More is asked of a repair that is surer than ``ASKED`` or ``WEIGHED``.
    """
    word = scan.word(token)
    return (
        holds_a_capital_of_its_own(word, rival)
        or (kind in LETTERS and kept_its_capital(word, rival))
        or (kind is Damage.EXTRA_LETTER and loses_a_word(scan, token, rival))
        or (kind is Damage.PLAIN_LETTER and lost_a_capital(scan, token, rival))
        or stands_behind_its_letter(scan, token, rival, lacks_letter=kind in LETTERS)
        or (asked and is_meant(scan, token, rival))
        or (weighed and is_choice(scan, token, rival))
        or bool(kind is Damage.SOUND and token > 0 and scan.names[token] and scan.names[token - 1])
    )


def _is_verse(scan: Scan, start: int) -> bool:
    """Whether the line that begins there is a verse."""
    return is_verse(scan.text, start)


def _is_in_column(scan: Scan, token: int) -> bool:
    return is_in_column_of_names(scan.text, scan.flat.starts[token], scan.flat.ends[token])


def _fits_as_it_stands(model: Model, scan: Scan, repair: Repair, sign: Features, lower: Lower) -> bool:
    """Whether a syllable stands in Chinese read aloud, or goes with a neighbour as its rival does not."""
    if sign.log_prob > RARE and scan.once(is_sino_vietnamese, repair.token):
        return True
    return is_bound_apart(model, scan, repair.token, model.derived(CandidateSearch).numbers[repair.rival], lower)


def _is_bound(model: Model, scan: Scan, repair: Repair, lower: Lower, least: float = COLLOCATION) -> bool:
    """Whether what a word may have been goes with one of its neighbours: *giao* with "dịch"."""
    rival = model.derived(CandidateSearch).numbers[repair.rival]
    return is_collocation(model, scan, repair.token, lower, least, rival)


def _may_be_a_name(scan: Scan, token: int) -> bool:
    """Whether a syllable has a capital that no sentence gave it: "Bùi Vân Ảnh" is no Văn, "Mạt dược" no Một.

    Nor did a sentence give it to its first word where the next word has one too: "Đong Nai" in a Serbian list.
    """
    if scan.flat.case[token] != TITLE:
        return False
    return not scan.initial[token] or (token + 1 < len(scan) and bool(scan.names[token + 1]))


def _is_as_said(scan: Scan, repair: Repair) -> bool:
    """Whether a syllable may be written as it is said, among words that are."""
    return repair.kind in AS_SAID and is_syllable(repair.word.lower()) and is_spoken(scan, repair.token)


def _is_named_elsewhere(scan: Scan, repair: Repair) -> bool:
    """Whether a syllable with a capital is a name by itself elsewhere in the text: "Mẹ bảo Viển: … Viển tưởng thật"."""
    token = repair.token
    if repair.kind in LETTERS:
        return False
    if scan.case[token] != TITLE or _is_part_of_a_name(scan, token):
        return False
    same = np.flatnonzero((scan.lower == scan.lower[token]) & scan.names)
    return any(other != token and not _is_part_of_a_name(scan, other) for other in same[:_MENTIONS].tolist())


def _is_part_of_a_name(scan: Scan, token: int) -> bool:
    """Whether another word of a name stands beside one."""
    before = token > 0 and not scan.mark[token] and scan.case[token - 1] != LOWER
    return bool(before or (token + 1 < len(scan) and not scan.mark[token + 1] and scan.case[token + 1] != LOWER))
