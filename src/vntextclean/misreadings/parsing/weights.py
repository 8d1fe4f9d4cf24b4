"""What the words of a reading say for a chain, and against it, in sums that are added up part by part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from vntextclean.charsets.words import is_word
from vntextclean.misreadings.parsing.words import Word, is_abbreviation, is_plausible
from vntextclean.named_tuple import NamedTuple


class Weight(NamedTuple):
    """What some words speak for, as in :class:`.evidence.Reading`; a later word of the same proof takes its place.

    ``signs`` counts the characters that became signs, which count for no word.
    """

    proofs: Mapping[str, float]
    score: float
    faults: int
    odd: int
    long: bool
    signs: int


def weight_of(words: Iterable[Word]) -> Weight:
    """The weight of words, in order.

    >>> from vntextclean.misreadings.parsing.words import Word
    >>> weight_of([Word(0, 7, ("việt",), ("việt",), False, 3.0), Word(8, 10, ("ãx",), (), False, 2.0)]).proofs
    {'việt': 1.0}
    """
    proofs: dict[str, float] = {}
    faults, odd, signs, score, long = 0, 0, 0, 0.0, False
    for word in words:
        if not word.letters:
            signs += word.end - word.start
        elif word.is_proof:
            proofs[word.legal[0].lower()] = 0.5 if word.cut else 1.0
            # Two syllables in one word are what a half-read word looks like too ("bãím" for "bơm").
            score += word.letters if any(map(is_word, word.legal)) else word.letters / 2
            long = long or all(max(text) >= "\u1ea0" for text in word.legal)
        elif not _is_neutral(word):
            faults += 1
            score -= word.letters
        elif not word.options[0].isupper():
            odd += 1
            score -= 1
    return Weight(proofs, score, faults, odd, long, signs)


def _is_neutral(word: Word) -> bool:
    """Whether a word is no Vietnamese and no fault either: an abbreviation, a foreign word read whole."""
    if word.cut:
        return False
    return all(is_abbreviation(text) or (is_plausible(text) and text.isalpha()) for text in word.options)
