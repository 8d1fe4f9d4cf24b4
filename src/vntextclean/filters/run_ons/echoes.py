"""Words behind their own first letters, as an input method leaves them: "khôkhông", "viviệc", "đưđược".

An input method takes back the letters typed so far and writes them again with their marks. Where an editor does not
take them back, they stay in front of the word. Two words that were run together may look the same ("làlàm"), so that
the language model must find the beginning out of place in its sentence.
"""

from __future__ import annotations

from functools import lru_cache

from vntextclean.vietnamese.letters import MARKED, bare, toneless
from vntextclean.vietnamese.syllables import is_syllable

_VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=1 << 12)
def echoed_word(text: str) -> str | None:
    """The syllable that a string ends with, where all before it is a beginning of it with the same marks or fewer.

    A beginning as long as the word is reduplication, and a capital inside begins a sentence or a name. A word without a
    mark is typed once, and looks like a foreign name ("Momoi").

    >>> echoed_word("khôkhông"), echoed_word("Viviệc"), echoed_word("tiếtiếng")
    ('không', 'Việc', 'tiếng')
    >>> echoed_word("xanhxanh"), echoed_word("đođỏ"), echoed_word("nóNói"), echoed_word("Momoi")
    (None, None, None, None)
    """
    if not (text.islower() or text.isupper() or text.istitle()):
        return None
    lower = text.lower()
    for size in range(1, (len(text) + 1) // 2):
        first, word = lower[:size], lower[size:]
        if not MARKED.isdisjoint(word) and _is_beginning(first, word) and is_syllable(word):
            return word.upper() if text.isupper() else word.title() if text.istitle() else word
    return None


def _is_beginning(first: str, word: str) -> bool:
    pairs = zip(first, word, strict=False)
    return not _VOWELS.isdisjoint(bare(first)) and all(
        typed in (letter, toneless(letter), bare(letter)) for typed, letter in pairs
    )
