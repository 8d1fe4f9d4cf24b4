"""Pieces of words: what a sign or a space broke off is no word that lost something.

"quy đi.nh" is *định* whose dot came out behind its letter, "ng?ời" lost the letters of a question mark, "N éu" is *Nếu*
in two pieces. A repair of one piece makes a wrong word ("đi.nhà", "ông?đời"), or hides from ``split-words`` that the
pieces belong together, which it would find in a second run. A key of Telex behind a word is its tone: "quar" is *quả*.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.filters.diacritics.proposing.without_vowel import VOWEL
from vntextclean.lm.text.scan import LOWER, Scan
from vntextclean.vietnamese.letters import VOWELS, tone_of
from vntextclean.vietnamese.syllables import is_syllable

Lower = npt.NDArray[np.int32]

#: A piece of consonants is no longer than this: *ngh*.
_LONGEST = 3
#: Signs that stand inside a damaged word: a dot below that came out behind its letter, what a lost letter became.
_SIGNS = frozenset(".?")
_APART = _SIGNS | {" "}
#: What a syllable ends in.
_FINALS = frozenset("c ch m n ng nh p t".split())
_TONE_KEYS = frozenset("fsrxj")


def is_piece(text: str, start: int, end: int, rival: str) -> bool:
    """Whether a word is a piece of one, and ``rival`` therefore not what it was.

    >>> is_piece("theo quy đi.nh của", 12, 14, "nhỡ"), is_piece("thôi.nh", 5, 7, "nhà"), is_piece("ở nh", 2, 4, "nhà")
    (True, True, False)
    >>> is_piece("theo quy đi.nh của", 9, 11, "đổi"), is_piece("cứ đi.nhà gần", 3, 5, "đổi")
    (True, False)
    >>> is_piece("N éu bạn", 2, 4, "ếu"), is_piece("A éu bạn", 2, 4, "ếu"), is_piece("ng u tiên", 3, 4, "ưu")
    (True, False, False)
    """
    before, behind = text[start - 1 : start], text[end : end + 1]
    if before not in _APART and behind not in _SIGNS:
        return False
    if before == " " and len(rival) == end - start and rival[:1] in VOWELS:
        # Not where letters were lost: there consonants are words that lost theirs, "ng u tiên".
        first = _consonants_before(text, start - 1)
        if first and is_syllable((first + rival).lower()):
            return True
    parted = (before in _SIGNS and text[start - 2 : start - 1].isalpha() and text[start].islower()) or (
        behind in _SIGNS and text[end + 1 : end + 2].islower()
    )
    if not parted:
        return False
    # "đi.nh" has one vowel on one side of its sign; "đi.nhà" are two words.
    return "?" in (before, behind) or VOWELS.isdisjoint(text[start:end].lower()) or _ends_in_consonants(text, end)


def is_typed_tone(written: str, rival: str, kind: Damage) -> bool:
    """Whether the letter too many is the key of a tone, which would be lost with it.

    >>> is_typed_tone("quar", "qua", Damage.EXTRA_LETTER), is_typed_tone("quaa", "qua", Damage.EXTRA_LETTER)
    (True, False)
    """
    is_key = kind is Damage.EXTRA_LETTER and written[-1:] in _TONE_KEYS and written[:-1] == rival
    return is_key and not tone_of(rival)


def stands_behind_its_letter(scan: Scan, token: int, rival: str, *, lacks_letter: bool) -> bool:
    """Whether the letter that a word lacks stands alone before it: "T ổ chức" is no "T tổ chức".

    So it does where a line ends between the two: "nút M", then "ua hàng", and in brackets: "[K]hông". What touches a
    number may have its letter there: "d0oạn". ``lacks_letter`` says whether ``rival`` has a letter more.
    """
    starts, ends = scan.flat.starts, scan.flat.ends
    start = starts[token]
    touched = scan.text[max(0, start - 1) : start]
    if lacks_letter and (touched == "]" or touched.isdigit()):
        return True
    if not token or ends[token - 1] - starts[token - 1] != 1:
        return False
    before = scan.word(token - 1)
    if before.lower() + scan.word(token).lower() != rival:
        return False
    return not scan.text[ends[token - 1] : start].strip()


def stands_among_pieces(scan: Scan, token: int, lower: Lower) -> bool:
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


def _ends_in_consonants(text: str, end: int) -> bool:
    """Whether consonants alone stand behind the sign at a place, which a syllable may end in."""
    stop = end + 1
    while stop < len(text) and stop - end <= _LONGEST and text[stop].isalpha():
        stop += 1
    return text[end + 1 : stop] in _FINALS and not text[stop : stop + 1].isalpha()


def _consonants_before(text: str, end: int) -> str:
    """The consonants that are a word by themselves right before a place; "" where there are none."""
    start = end
    while start > 0 and end - start <= _LONGEST and text[start - 1].isalpha():
        start -= 1
    word = text[start:end]
    if not 0 < len(word) <= _LONGEST or not VOWELS.isdisjoint(word.lower()):
        return ""
    return word if start == 0 or text[start - 1].isspace() else ""
