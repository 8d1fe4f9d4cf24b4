"""Parts of syllables, as a space inside a word leaves them."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from vntextclean.vietnamese.letters import VOWELS
from vntextclean.vietnamese.syllables import forms

#: Words of one letter.
_ONE_LETTER = frozenset("ởàýạôơ")


def is_part(word: str) -> bool:
    """Whether a word is part of a syllable: it lacks its vowels or its onset, or ends before its final letters.

    >>> [is_part(word) for word in ("ng", "ườ", "xuấ", "Pep", "bốc", "đuợc", "Ở")]
    [True, True, True, False, False, False, False]
    """
    lower = word.lower()
    if lower in _ONE_LETTER:
        return False
    if lower[0] in VOWELS or not any(letter in VOWELS for letter in lower):
        return True
    return not lower.isascii() and _is_beginning(lower)


@cache
def _ordered() -> list[str]:
    return sorted(forms())


def _is_beginning(word: str) -> bool:
    """Whether a syllable begins so and the word is none: "xuấ", "tiề". A misspelt word ("đuợc") is no beginning."""
    # Few words are asked about: all beginnings of all syllables took 40 ms to make, and their order takes 4.
    ordered = _ordered()
    at = bisect_left(ordered, word)
    return at < len(ordered) and len(word) > 1 and ordered[at] != word and ordered[at].startswith(word)
