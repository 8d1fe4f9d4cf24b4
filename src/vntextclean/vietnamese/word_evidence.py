"""What single words tell of the language of their text: that it is Vietnamese, that it is another one, or nothing."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from vntextclean.named_tuple import NamedTuple
from vntextclean.patterns import late
from vntextclean.vietnamese.letters import OWN_LETTERS, bare
from vntextclean.vietnamese.syllables import bare_forms, is_bare_syllable, is_syllable

#: What a word tells, as a letter, so that those of a line are counted as letters are: it is Vietnamese, or it is not.
OWN, ALIEN = "+", "-"
_WORD = late(r"[^\W\d_]+")
#: The letters that a word may have lost, the likely ones first; marks are left aside.
_LETTERS = "aeiouyghnctmpbdklqrsvx"


def words_in(text: str) -> list[str]:
    """The words of a text, that is its runs of letters, in order.

    Most stand alone between blanks. A search for all of them takes twice as long: 513 µs a page, and this 270.

    >>> words_in("Bản (2 hộ) ở đâu?")
    ['Bản', 'hộ', 'ở', 'đâu']
    """
    found: list[str] = []
    for run in text.split():
        if run.isalpha():
            found.append(run)
        else:
            found += _WORD.findall(run)
    return found


class Evidence(NamedTuple):
    """How many words of a stretch are Vietnamese with marks, and how many are of another language."""

    own: int
    alien: int


def evidence_of(words: Iterable[str]) -> Evidence:
    """What some words tell, each by itself.

    >>> evidence_of(["Brennið", "þið", "kertin", "ở", "làng"])
    Evidence(own=2, alien=3)
    """
    return summed("".join(map(tells, words)))


def summed(told: str) -> Evidence:
    """The evidence of words, by what each tells (:func:`tells`), one behind the other."""
    return Evidence(told.count(OWN), told.count(ALIEN))


@lru_cache(maxsize=1 << 14)
def tells(word: str) -> str:
    """What a word tells, or an empty string. The words of a text come again and again.

    >>> tells("làng"), tells("Brennið"), tells("lang")
    ('+', '-', '')
    """
    if is_syllable(word):
        # "é", "à" and "ó" are words of a dozen languages.
        return OWN if not word.isascii() and (len(word) > 1 or word in OWN_LETTERS) else ""
    return ALIEN if len(word) > 1 and not word.isupper() and not is_bare_syllable(bare(word)) else ""


def counted(told: list[bool]) -> Evidence:
    """The evidence of words, by whether each is Vietnamese."""
    own = told.count(True)
    return Evidence(own, len(told) - own)


@lru_cache(maxsize=1 << 12)
def is_explained(word: str) -> bool:
    """Whether a letter put into a word somewhere makes a syllable of it, marks left aside."""
    plain, forms = bare(word).lower(), bare_forms()
    return any(plain[:at] + letter + plain[at:] in forms for at in range(len(plain) + 1) for letter in _LETTERS)
