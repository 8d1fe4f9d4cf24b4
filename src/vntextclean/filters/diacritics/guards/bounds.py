"""The most that is claimed of a repair, however common its damage is on the page.

A page says how likely damage is. It does not say which of two readings was meant, nor whether a word is a name, a piece
of a word or a word of another language.
"""

from __future__ import annotations

from functools import cache
from math import exp
from typing import NamedTuple

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
from vntextclean.filters.diacritics.guards.choices import is_choice
from vntextclean.filters.diacritics.guards.exceptions import (
    holds_a_capital_of_its_own,
    is_among_foreign_words,
    is_short_form,
    is_spoken,
    loses_a_word,
    lost_a_capital,
)
from vntextclean.filters.diacritics.guards.sino_vietnamese import is_sino_vietnamese
from vntextclean.filters.diacritics.guards.sound_on_page import is_sound
from vntextclean.filters.diacritics.guards.sound_words import is_meant, is_verse, stands_again
from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.filters.diacritics.proposing.candidates import VOWEL, CandidateSearch
from vntextclean.lm.model import Model
from vntextclean.lm.syllables import syllables
from vntextclean.lm.text.scan import LOWER, TITLE, Scan
from vntextclean.vietnamese.syllables import is_syllable

Lower = npt.NDArray[np.int32]

#: The most that is claimed of a letter put into a syllable that needs none.
COLLOCATION_CONFIDENCE = 0.97
#: A page says how likely damage is, not which of two readings was meant: of a candidate that leads the next by so many
#: nats no more is claimed than this odds ratio allows ("trên 40% chợ hng 2" is hạng or hàng).
LEAD_SCALE = 2.7
LETTERS = (Damage.LETTER, Damage.PLAIN_LETTER)
#: Words and the words that they are taken for, though both fit: no more than suggested on a page as clean as that, or
#: with nothing else to repair. "đã làm việc nay đã nghỉ hưu" is not "việc này", "người têm nó" (betel) is no name,
#: "vụng nước sâu" is a cove, who is "vời" is called to court. Books have words that newspapers hardly know: one shakes
#: ("giũ") water off, wood is dry ("khô nỏ"), luck burns the graves ("mả"), "thối" is an insult; who owns a share holds
#: ("nắm") it; "đà" is *đã* in verse, "thị" a woman in a novel; cloth is "dai", foes are lured
#: ("nhử"), and one who errs ("lầm") has others err.
_EITHER = """
nay này, têm tên, vụng vùng, vời với, giũ giữ, nỏ nó, mả mà, thối thôi, lẩy lấy, mửa mưa, nắm năm, đà đã, thị thì,
dai dài, nhử như, ân ăn, ấy đấy, đê để, lầm làm, dầu dẫu, sổ số, đe đem, ó ở
"""
EITHER = frozenset(tuple(pair.split()) for pair in _EITHER.split(","))
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
#: So many other mentions make a word a habit of its text.
HABIT = 3
#: So many mentions of a word are looked at, whether one is a name.
_MENTIONS = 20
#: So sure in a usual text must be what a short form lost, on a page that shows such losses. Of 1 740 short forms in
#: 4 200 documents with two and five words in a hundred damaged one would be changed ("dày 60 nm."), 62 of 86 words that
#: had lost a letter come back. At 0.97 "không đc vui" (được) would be *đọc*.
SHORT_SURE = 0.99
#: Kinds that make another name of a name, where fewer than this share of the words is to be repaired.
OTHER_NAMES, CLEAN = (Damage.SHAPE, Damage.OTHER_LETTER, Damage.OTHER_MARKS, Damage.PLAIN_LETTER), 0.01


class Bound(NamedTuple):
    """The most that is claimed of a repair (0 to 1), and whether that is for another reason than the next reading.

    ``either`` tells whether what stands there may be meant as well, so long as the page does not show such damage.
    """

    most: float
    held: bool
    either: bool


def bounds(
    model: Model, scan: Scan, lower: Lower, repairs: list[Repair], shares: list[float], signs: list[Features], due: int
) -> list[Bound]:
    """The most that is claimed of each repair.

    ``lower`` are the ids of the scan's spellings with the repairs already made put in, ``shares`` how sure the repairs
    are by themselves, ``signs`` what speaks for them, ``due`` how many of the text are likelier right than wrong.
    """
    is_clean = due < CLEAN * len(scan)
    is_quiet = is_clean or due < 2
    legal = model.derived(syllables)
    others = cache(lambda least: frozenset(r.token for r, share in zip(repairs, shares, strict=True) if share > least))
    is_whole = cache(lambda: due < max(_FEW, DUE * len(scan)) and strange_share(scan, lower, legal) < WRECKED)
    out = []
    for repair, share, sign in zip(repairs, shares, signs, strict=True):
        token = repair.token
        plain = share > ASKED and repair.kind in LETTERS and not sign.illegal
        bound = plain and is_collocation(model, scan, token, lower)
        held = bound
        most = COLLOCATION_CONFIDENCE if bound else 1 / (1 + exp(-LEAD_SCALE * sign.lead))
        # A syllable that the model does not know is no misspelling by that: "Thạch Sết" is a name.
        doubtful = share > ASKED and (not sign.illegal or is_syllable(repair.word))
        if _says_otherwise(scan, repair, share) or (
            doubtful
            and (
                (not sign.illegal and is_verse(scan.text, scan.flat.starts[token]))
                or (share > WEIGHED and not sign.illegal and _fits_as_it_stands(model, scan, repair, sign, lower))
                or ((_is_as_said(scan, repair) or _is_named_elsewhere(scan, repair)) and is_whole())
                or _stands_among_pieces(scan, token, lower)
                or (
                    (is_clean or (is_quiet and share > WEIGHED))
                    and stands_again(model, scan, token, lower, others(LIKELY if repair.kind in LOST else ASKED))
                    and not _is_bound(model, scan, repair, lower)
                )
                or (
                    is_quiet
                    and share > WEIGHED
                    and not sign.illegal
                    and is_sound(scan, repair, sign, lower, model.log_prob, is_clean)
                    and not _is_bound(model, scan, repair, lower, BOUND)
                )
                or (is_clean and repair.kind in OTHER_NAMES and _may_be_a_name(scan, token))
                or is_among_foreign_words(scan, token, lower, legal)
            )
        ):
            most = min(most, COLLOCATION_CONFIDENCE)
            held = True
        either = doubtful and (repair.word.lower(), repair.rival) in EITHER
        either = either and (is_quiet or _is_habit(scan, token, lower))
        if is_short_form(scan, token):
            either = share >= SHORT_SURE and not sign.repeated and not _ends_a_measure(scan, token)
            if not either:
                most, held = 0.0, True  # no suggestion either: people write "đc" for *được*
        out.append(Bound(most, held, either))
    return out


def _says_otherwise(scan: Scan, repair: Repair, share: float) -> bool:
    """Whether a word itself, or what stands beside it, shows that it is another or none of the kind, sound or not."""
    token = repair.token
    return (
        holds_a_capital_of_its_own(repair.word, repair.rival)
        or (repair.kind is Damage.EXTRA_LETTER and loses_a_word(scan, token, repair.rival))
        or (repair.kind is Damage.PLAIN_LETTER and lost_a_capital(scan, token, repair.rival))
        or _is_piece(scan, repair)
        or (share > ASKED and is_meant(scan, token, repair.rival))
        or (share > WEIGHED and is_choice(scan, token, repair.rival))
        or bool(repair.kind is Damage.SOUND and token > 0 and scan.names[token] and scan.names[token - 1])
    )


def _fits_as_it_stands(model: Model, scan: Scan, repair: Repair, sign: Features, lower: Lower) -> bool:
    """Whether a syllable stands in Chinese read aloud, or goes with a neighbour as its rival does not."""
    if sign.log_prob > RARE and is_sino_vietnamese(scan, repair.token):
        return True
    return is_bound_apart(model, scan, repair.token, model.derived(CandidateSearch).numbers[repair.rival], lower)


def _is_bound(model: Model, scan: Scan, repair: Repair, lower: Lower, least: float = COLLOCATION) -> bool:
    """Whether what a word may have been goes with one of its neighbours: *giao* with "dịch"."""
    repaired = lower.copy()
    repaired[repair.token] = model.derived(CandidateSearch).numbers[repair.rival]
    return is_collocation(model, scan, repair.token, repaired, least)


def _ends_a_measure(scan: Scan, token: int) -> bool:
    """Whether nothing follows a number and a word in their clause: "dày 60 nm." may tell how thick something is."""
    is_last = token + 1 == len(scan) or scan.mark[token + 1]
    return bool(is_last and token and scan.flat.number[token - 1])


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


def _is_habit(scan: Scan, token: int, lower: Lower) -> bool:
    """Whether a text has a word again and again, unrepaired: "thị" of a novel."""
    same = (scan.lower == scan.lower[token]) & (lower == scan.lower)
    return int(np.count_nonzero(same)) > HABIT


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


def _is_piece(scan: Scan, repair: Repair) -> bool:
    """Whether the letter that a word lacks stands alone before it: "T ổ chức" is no "T tổ chức".

    So it does where a line ends between the two: "nút M", then "ua hàng", and in brackets: "[K]hông". What touches a
    number may have its letter there: "d0oạn".
    """
    token = repair.token
    start = scan.flat.starts[token]
    if repair.kind in LETTERS and (
        scan.text[start - 1 : start] == "]" or scan.text[max(0, start - 1) : start].isdigit()
    ):
        return True
    if not token or scan.text[scan.flat.ends[token - 1] : scan.flat.starts[token]].strip():
        return False
    before = scan.word(token - 1)
    return len(before) == 1 and before.lower() + repair.word.lower() == repair.rival


def _stands_among_pieces(scan: Scan, token: int, lower: Lower) -> bool:
    """Whether pieces of words stand on both sides of a word, and are not repaired: "c a bi th ng" (bi thương)."""
    starts, ends, before, case, _, _, marked = scan.flat
    if not 0 < token < len(case) - 1:
        return False
    for other in (token - 1, token + 1):
        if marked[other] or case[other] != LOWER or lower[other] != before[other]:
            return False
        start, end = starts[other], ends[other]
        if not scan.text[start:end].isalpha() or (end - start > 1 and VOWEL.search(scan.text, start, end)):
            return False
    return True
