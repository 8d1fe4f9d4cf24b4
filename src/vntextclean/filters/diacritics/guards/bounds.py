"""The most that is claimed of a repair, however common its damage is on the page.

A page says how likely damage is. It does not say which of two readings was meant, nor whether a word is a name, a piece
of a word or a word of another language.
"""

from __future__ import annotations

from math import exp
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from vntextclean.filters.diacritics.evidence.document_counts import WRECKED, is_collocation, strange_share
from vntextclean.filters.diacritics.evidence.features import Features
from vntextclean.filters.diacritics.evidence.repair import ASKED, Repair
from vntextclean.filters.diacritics.guards.columns_of_names import is_in_column_of_names
from vntextclean.filters.diacritics.guards.exceptions import (
    holds_a_capital_of_its_own,
    is_among_foreign_words,
    is_short_form,
    is_spoken,
    loses_a_word,
    lost_a_capital,
)
from vntextclean.filters.diacritics.guards.sound_words import is_meant, is_verse, stands_again
from vntextclean.filters.diacritics.guards.told_words import is_told_of
from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.filters.diacritics.proposing.candidates import VOWEL
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

    ``either`` tells whether what stands there may be meant as well, so long as the page does not show such damage, and
    ``meant`` whether the word itself, what stands beside it or its text shows that it is.
    """

    most: float
    held: bool
    either: bool
    meant: bool


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
    others: frozenset[int] = frozenset()
    if is_clean:
        others = frozenset([each.token for each, share in zip(repairs, shares, strict=True) if share > ASKED])
    may_be_whole = due < max(_FEW, DUE * len(scan))
    is_whole: bool | None = None  # told by all words of the text, and seldom asked
    out = []
    for repair, share, sign in zip(repairs, shares, signs, strict=True):
        token = repair.token
        plain = share > ASKED and repair.kind in LETTERS and not sign.illegal
        bound = plain and is_collocation(model, scan, token, lower)
        held = bound
        most = COLLOCATION_CONFIDENCE if bound else 1 / (1 + exp(-LEAD_SCALE * sign.lead))
        # A syllable that the model does not know is no misspelling by that: "Thạch Sết" is a name.
        doubtful = share > ASKED and (not sign.illegal or is_syllable(repair.word))
        meant = (
            (is_quiet and share > ASKED and is_told_of(scan, token, repair.rival, repair.kind))
            or _says_otherwise(scan, repair, share)
            or (
                doubtful
                and (
                    (not sign.illegal and is_verse(scan.text, scan.flat.starts[token]))
                    or _stands_among_pieces(scan, token, lower)
                    or (
                        is_clean
                        and stands_again(model, scan, token, lower, others)
                        and not _is_bound(model, scan, repair, lower)
                    )
                    or (is_clean and repair.kind in OTHER_NAMES and _may_be_a_name(scan, token))
                    or is_among_foreign_words(scan, token, lower, legal)
                    or is_in_column_of_names(scan.text, scan.flat.starts[token], scan.flat.ends[token])
                )
            )
        )
        said = doubtful and may_be_whole and not meant
        if said and (_is_as_said(scan, repair) or _is_named_elsewhere(scan, repair)):
            is_whole = strange_share(scan, lower, legal) < WRECKED if is_whole is None else is_whole
            meant = is_whole
        if meant:
            most = min(most, COLLOCATION_CONFIDENCE)
            held = True
        either = doubtful and (repair.word.lower(), repair.rival) in EITHER
        either = either and (is_quiet or _is_habit(scan, token, lower))
        if is_short_form(scan, token):
            either = share >= SHORT_SURE and not sign.repeated and not _ends_a_measure(scan, token)
            if not either:
                most, held, meant = 0.0, True, True  # no suggestion either: people write "đc" for *được*
        out.append(Bound(most, held, either, meant))
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
        or (repair.kind is Damage.SOUND and token > 0 and bool(scan.names[token] and scan.names[token - 1]))
    )


def _is_bound(model: Model, scan: Scan, repair: Repair, lower: Lower) -> bool:
    """Whether what a word may have been goes with one of its neighbours: *giao* with "dịch"."""
    repaired = lower.copy()
    repaired[repair.token] = int(model.ids([repair.rival])[0])
    return is_collocation(model, scan, repair.token, repaired)


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

    So it does where a line ends between the two: "nút M", then "ua hàng".
    """
    token, starts, ends = repair.token, scan.flat.starts, scan.flat.ends
    if not token or ends[token - 1] - starts[token - 1] != 1:
        return False
    before = scan.word(token - 1)
    if before.lower() + repair.word.lower() != repair.rival:
        return False
    return not scan.text[ends[token - 1] : starts[token]].strip()


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
