"""Words with a vowel that is there twice, first without its mark: "caảnh" for *cảnh*, "chuứng" for *chứng*.

A key struck twice leaves such a word, and the two halves may be syllables: "ca ảnh" and "chu ứng" are no run-ons.
"""

from __future__ import annotations

from functools import lru_cache

from vntextclean.vietnamese.letters import MARKED, bare
from vntextclean.vietnamese.syllables import is_syllable


@lru_cache(maxsize=1 << 12)
def without_doubled_letter(text: str) -> str | None:
    """The syllable that is left of a string without the first of two letters that differ by their mark alone.

    >>> without_doubled_letter("caảnh"), without_doubled_letter("Chuứng"), without_doubled_letter("muaáo")
    ('cảnh', 'Chứng', None)
    """
    lower = text.lower()
    for at in range(1, len(text) - 1):
        second = lower[at + 1]
        if second in MARKED and lower[at] == bare(second) and is_syllable(lower[:at] + lower[at + 1 :]):
            return text[:at] + text[at + 1 :]
    return None
