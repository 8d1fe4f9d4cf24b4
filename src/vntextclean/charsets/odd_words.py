"""What words of a line in TCVN3 or VNI are, though they are no syllables: names, slips, a letter by itself.

The line is proven by its other words. What stands in no word of today, such as ``¾`` between letters or ``aø``, is what
the table says it is; a word of Latin-1 that may be foreign stays (``Müller``, ``Jaén``).
"""

from __future__ import annotations

import re
from functools import lru_cache

from vntextclean.charsets.words import Reading, is_word
from vntextclean.patterns import late
from vntextclean.vietnamese.tones import to_standard

#: Signs that are letters in TCVN3, between letters: no foreign word has them there, so that a name (``§r¨m``) or a slip
#: (``tr\u00adác`` for *trưỏc*) is what the table says. Quotes, ©, ® and the dot of Catalan may stand between two words.
_SIGN_INSIDE = late("(?:(?<=[^\\W\\d_])|(?<=[§®]))[\u00ad¨µ¸¶¹ª¬¾](?=[^\\W\\d_\u00ad¨µ¸¶¹ª¬¾])")
#: The same behind the last letter, where no footnote and no ordinal number has them: ``vect¬``.
_SIGN_BEHIND = late("(?<=[a-zà-ÿ])[¬µ¶¸]\\Z")
#: A quotation mark that closes; the letter that it is in TCVN3, ằ, ends no syllable.
_CLOSING = late("»(?![^\\W\\d_])")
#: Quotation marks between small letters; where one closes on the line, they may be what they seem.
_QUOTE_INSIDE = late("(?<=[a-zà-ÿ])[«»](?=[a-zà-ÿ])")
#: The codes of small letters that Latin-1 has for capitals, behind a small letter, where no writer puts one: ``JosÐ``.
_CAPITAL_INSIDE = late("(?<=[a-z])[Æ-Þ](?![A-Z])")
#: A trademark stands behind its word, never before it: ``®uîc`` for *đuợc*.
_BAR_BEFORE = late("®[a-zà-ÿ\u00ad¬©ª]")
#: A vowel of VNI and the sign of its mark, which no language has side by side; é and the like only where ă is before
#: the end of a syllable: ``Joseù``, ``Laék``.
_VNI_PAIR = late(
    "[aeouyöôAEOUYÖÔ][øùûõåØÙÛÕÅ]|[aoAO][âÂ]|[eE]â|[aA][éèúüë](?:[kcptm]|ng)\\Z|[AE][ÂÉÈÚÜË](?:[KCPTM]|NG)\\Z|[öÖ][ôÔ]"
)
#: Signs of TCVN3 beside each other, an Ô by itself; ñ and ă of VNI.
_CODE = late("®[^\\W\\dA-Z]|®[¨·©ª]|^¤$|aê|Ñr|^ñ\\W*$|[Ññ]a[êéè]")
#: The longest word that is no syllable; a longer one is no word.
_LONGEST = 24
#: Two vowels of which one lost its horn, the commonest slip of all: *đuợc*.
_ONE_HORN = late("(?i)u[ơờởỡớợ](?=[a-z])|ư[oòỏõóọ](?=[a-z])")
_HORNS = str.maketrans("uoòỏõóọUOÒỎÕÓỌ", "ươờởỡớợƯƠỜỞỠỚỢ")
#: Signs that stand by themselves in no text, and are a word in TCVN3: ư, á, ả, ạ, ê, ơ, ă.
_WORDS = frozenset("\u00ad¸¶¹ª¬¨")
#: The same of Ô and ô inside a line, where they are no bullet and no quotation mark.
_WORDS_INSIDE = frozenset("«¤")
_BEFORE, _BEHIND = frozenset(" \t(\"“'"), frozenset(" \t.,;:!?)\"”'…")
#: Đ for a name, Ư behind the T of *Trung ương*, đ for an item of a list.
_INITIAL, _CENTRAL, _ITEM = late("§\\.(?! ?\\d)"), late("(?<=T\\.)¦"), late("(?m)(?<=^)[®ñ](?=\\) )")


def is_name(reading: Reading, line: str, table: str) -> bool:
    """Whether a word that is no syllable holds a sign for a letter, so that it is what the table says.

    >>> words = ("§¾k", "Đắk"), ("vect¬", "vectơ"), ("JosÐ", "José"), ("Müller", "Mỹller")
    >>> [is_name(Reading(0, 1, seen, word, False), "", "tcvn3") for seen, word in words]
    [True, True, True, False]
    >>> words = ("Kroâng", "Krông"), ("Joseù", "José"), ("Jaén", "Jắn")
    >>> [is_name(Reading(0, 1, seen, word, False), "", "vni") for seen, word in words]
    [True, True, False]
    """
    seen = reading.seen
    if not _is_cased(reading.word):
        return False
    if table == "vni":
        return _VNI_PAIR.search(seen) is not None
    if _SIGN_INSIDE.search(seen) or _SIGN_BEHIND.search(seen) or _CAPITAL_INSIDE.search(seen):
        return True
    return _QUOTE_INSIDE.search(seen) is not None and not _place_of_signs(line)[1]


def is_coded(word: str) -> bool:
    """Whether a word holds codes of TCVN3 or VNI side by side with letters as no word of today does.

    >>> is_coded("§¾k"), is_coded("Ñraêm"), is_coded("¤"), is_coded("Müller"), is_coded("Intel®Core")
    (True, True, True, False, False)
    """
    signs = (_SIGN_INSIDE, _SIGN_BEHIND, _CAPITAL_INSIDE, _BAR_BEFORE, _VNI_PAIR, _CODE)
    return any(pattern.search(word) for pattern in signs)


def is_slip(reading: Reading, line: str) -> bool:
    """Whether a word is a syllable but for the place of its tone, or for one horn; or begins with the sign for đ.

    >>> words = ("buíc", "buớc"), ("v©þ", "vâỵ"), ("été", "ộtộ")
    >>> [is_slip(Reading(0, 1, seen, word, False), "") for seen, word in words]
    [True, True, False]
    """
    word = reading.word
    if not _is_cased(word):
        return False
    if _BAR_BEFORE.match(reading.seen) and not line[max(0, reading.start - 1) : reading.start].isalnum():
        return True
    return is_word(to_standard(word)) or is_word(_ONE_HORN.sub(_with_both, word))


@lru_cache(maxsize=1 << 4)
def _place_of_signs(line: str) -> tuple[int, bool]:
    """Where a line begins behind its blanks, and whether a quotation ends on it. Asked for each sign of a line."""
    return len(line) - len(line.lstrip()), _CLOSING.search(line) is not None


def _is_cased(word: str) -> bool:
    return word.isalpha() and len(word) <= _LONGEST and (word[1:].islower() or word.isupper())


def _with_both(found: re.Match[str]) -> str:
    return found.group().translate(_HORNS)


def is_item(reading: Reading, line: str) -> bool:
    """Whether the ñ of VNI is the đ of a list, or of a price before a slash: ``ñ/lít``.

    >>> [is_item(Reading(0, 1, "ñ", "đ", True), line) for line in ("ñ) Gạo", "ñ/lít", "ñ vậy")]
    [True, True, False]
    """
    if _ITEM.match(line, reading.start) is not None:
        return True
    is_before_a_measure = (
        line[reading.end : reading.end + 1] == "/" and line[reading.end + 1 : reading.end + 2].isalpha()
    )
    return is_before_a_measure and not line[max(0, reading.start - 1) : reading.start].isalpha()


def is_letter_by_itself(reading: Reading, line: str) -> bool:
    """Whether a sign by itself is a word or an initial: ``¹`` for *ạ*, ``«`` for *ô* where no quotation ends.

    >>> [is_letter_by_itself(Reading(3, 4, line[3], "", False), line) for line in ("V© ¹!", "Xe « nhµ", "TT ® vµ")]
    [True, True, False]
    """
    start, end = reading.start, reading.end
    if any(pattern.match(line, start) for pattern in (_INITIAL, _CENTRAL, _ITEM)):
        return line[max(0, start - 1) : start] in ("", " ", ".", "\t")
    if (line[start - 1 : start] or " ") not in _BEFORE or (line[end : end + 1] or " ") not in _BEHIND:
        return False
    if reading.seen in _WORDS_INSIDE:
        head, is_quoted = _place_of_signs(line)
        return start > head and not is_quoted
    return reading.seen in _WORDS
