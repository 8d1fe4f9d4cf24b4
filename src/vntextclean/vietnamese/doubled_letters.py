"""Words with a letter that is there twice, first without its mark: "caảnh" for *cảnh*, "chuứng" for *chứng*.

A key struck twice leaves such a word, and the two halves may be syllables: "ca ảnh" and "chu ứng" are no run-ons.
"""

from __future__ import annotations

import re
from functools import lru_cache

from vntextclean.patterns import late
from vntextclean.vietnamese.letters import MARKED, bare
from vntextclean.vietnamese.syllables import is_syllable

_D_TWICE = late("^[dD][dD](?=.)")
_ONSET_TWICE = late("([cgknpt]h|ngh?|tr)\\1", re.IGNORECASE)
_HORN_TWICE = late("([ưƯ])[ưƯ](?=[ơờớởỡợƠỜỚỞỠỢ])")
#: The letters of the longest syllable, and two.
_LONGEST = 9


@lru_cache(maxsize=1 << 12)
def without_doubled_letter(text: str) -> str | None:
    """The syllable that is left of a string without the first of two letters that differ by their mark alone.

    >>> without_doubled_letter("caảnh"), without_doubled_letter("Chuứng"), without_doubled_letter("muaáo")
    ('cảnh', 'Chứng', None)
    """
    lower = text.lower()
    for at in range(1, len(text) - 1) if len(text) <= _LONGEST else ():
        second = lower[at + 1]
        if second in MARKED and lower[at] == bare(second) and is_syllable(lower[:at] + lower[at + 1 :]):
            return text[:at] + text[at + 1 :]
    return None


@lru_cache(maxsize=1 << 12)
def without_key_twice(text: str) -> str | None:
    """The same where something else stands twice as well: the d of đ, the w of ươ, an onset of two letters.

    >>> without_key_twice("meèo"), without_key_twice("Aăn"), without_key_twice("dđi")
    ('mèo', 'Ăn', 'đi')
    >>> without_key_twice("Ddường"), without_key_twice("trưường"), without_key_twice("chchơi")
    ('Đường', 'trường', 'chơi')
    >>> without_key_twice("xoong"), without_key_twice("dĩ"), without_key_twice("vâââng")
    (None, None, None)
    """
    if not text.isalpha() or len(text) > _LONGEST or is_syllable(text.lower()):
        return None
    if (word := without_doubled_letter(text)) is not None:
        return word
    if text[1:2].lower() in MARKED and bare(text[1].lower()) == text[0].lower() and is_syllable(text[1:].lower()):
        return text[1].upper() + text[2:] if text[0].isupper() else text[1:]
    found = _D_TWICE.sub(lambda found: "Đ" if found[0][0] == "D" else "đ", text)
    found = _HORN_TWICE.sub(r"\1", found)
    if (onset := _ONSET_TWICE.match(found)) is not None:
        found = found[: onset.end(1)] + found[onset.end() :]
    return found if found != text and is_syllable(found.lower()) and not MARKED.isdisjoint(found) else None
