"""Words of the texts of :mod:`benchmarks.speed.texts` in no order, damaged, for :mod:`benchmarks.speed.adversarial`.

Usual words stand beside each other by chance often enough to be taken for language, unlike the syllables of
:mod:`benchmarks.speed.random_syllables`: each that is damaged is weighed, and hardly any repair is sure enough.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from unicodedata import combining, normalize

from benchmarks.speed.random_syllables import without_a_mark
from benchmarks.speed.texts import clean

#: Characters of a text: more than the longest that is measured by default.
_LENGTH = 40_000
_PLAIN = "abehiklmnoqrtuvxy"

Change = Callable[[str, random.Random], str]


def words(change: Change, behind: str = " ") -> str:
    """Words in no order, each as ``change`` leaves it and with one of the characters ``behind`` it; the same each time.

    >>> words(damaged)[:20] == words(damaged)[:20], len(words(damaged)) >= 40_000
    (True, True)
    """
    source = random.Random(7)
    known = sorted({word.strip('.,"%') for document in clean(0.05) for word in document.split()} - {""})
    parts: list[str] = []
    size = 0
    while size < _LENGTH:
        parts.append(change(source.choice(known), source) + source.choice(behind))
        size += len(parts[-1])
    return "".join(parts)


def half_of_them_bare(word: str, source: random.Random) -> str:
    """Every second word, by chance, without its marks."""
    if source.random() < 0.5:
        return word
    letters = normalize("NFD", word).translate(str.maketrans("đĐ", "dD"))
    return "".join(letter for letter in letters if not combining(letter))


def damaged(word: str, source: random.Random) -> str:
    """A word that lost a mark or a letter, or got another letter; one in four is left as it is."""
    at = source.randrange(len(word))
    made = source.randrange(4)
    if made == 0:
        return without_a_mark(word, source)
    if made == 1:
        return word[:at] + word[at + 1 :] or word
    return word[:at] + source.choice(_PLAIN) + word[at + 1 :] if made == 2 else word
