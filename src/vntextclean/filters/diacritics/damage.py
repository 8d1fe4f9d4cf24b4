"""How syllables get damaged, and what a damaged one may have been.

Extraction loses letters whose glyph it does not know (almost always marked ones), typing and conversion lose marks,
and hands slip between hỏi and ngã. This module knows the kinds of damage and generates what may have stood there; how
likely each is in its context is the language model's to say.
"""

from __future__ import annotations

from enum import Enum
from functools import cache, lru_cache

from vntextclean.vietnamese.letters import MARKED, bare, tone_of, toneless
from vntextclean.vietnamese.syllables import forms


class Damage(Enum):
    """What happened to a syllable; the value names the rule that undoes it."""

    MARKS = "marks"  # every mark lost: duong < đường
    TONE = "tone"  # only the tone lost: môt < một
    SHAPE = "shape"  # breve, circumflex, horn or bar lost, the tone kept: đuợc < được
    WRONG_TONE = "wrong-tone"  # another tone: củng < cũng
    OTHER_MARKS = "other-marks"  # other marks altogether: sâc < sắc
    LETTER = "letter"  # a marked letter lost: vn < vận
    PLAIN_LETTER = "plain-letter"  # a letter without mark lost: hẫn < hẫng


_PLAIN = tuple("abcdeghiklmnopqrstuvxy")
_MARKED_LOWER = tuple(sorted(letter for letter in MARKED if letter.islower()))


def kind_of(damaged: str, whole: str) -> Damage | None:
    """What turned ``whole`` into ``damaged`` (both lower case), if it was one of the known kinds.

    >>> kind_of("môt", "một"), kind_of("vn", "vận"), kind_of("vân", "dân")
    (<Damage.TONE: 'tone'>, <Damage.LETTER: 'letter'>, None)
    """
    if damaged == whole:
        return None
    if bare(damaged) == bare(whole):
        if toneless(whole) == damaged:
            return Damage.TONE
        if damaged == bare(whole):
            return Damage.MARKS
        if toneless(damaged) == toneless(whole):
            return Damage.WRONG_TONE
        if tone_of(damaged) == tone_of(whole):
            return Damage.SHAPE
        return Damage.OTHER_MARKS
    if len(whole) == len(damaged) + 1:
        for index, letter in enumerate(whole):
            if whole[:index] + whole[index + 1 :] == damaged:
                return Damage.LETTER if letter in MARKED else Damage.PLAIN_LETTER
    return None


@lru_cache(maxsize=20_000)
def with_letter_back(damaged: str) -> tuple[str, ...]:
    """The legal syllables from which losing one letter leaves ``damaged`` (lower case).

    >>> "vận" in with_letter_back("vn"), "khoản" in with_letter_back("hoản")
    (True, True)
    """
    legal = forms()
    found = [letter + damaged for letter in (*_MARKED_LOWER, *_PLAIN) if letter + damaged in legal]
    behind = _shortened(damaged[:1], len(damaged) + 1).get(damaged, ())
    return tuple(found + [whole for whole in behind if whole not in found])


@cache
def _shortened(first: str, length: int) -> dict[str, list[str]]:
    """What the loss of a letter behind the first leaves of the legal syllables with that first letter and length."""
    found: dict[str, list[str]] = {}
    for whole in sorted(_by_first().get((first, length), ())):
        for damaged in dict.fromkeys(whole[:index] + whole[index + 1 :] for index in range(1, length)):
            found.setdefault(damaged, []).append(whole)
    return found


@cache
def _by_first() -> dict[tuple[str, int], list[str]]:
    """The legal syllables by first letter and length; to sort them all would take as long again."""
    found: dict[tuple[str, int], list[str]] = {}
    for whole in forms():
        found.setdefault((whole[0], len(whole)), []).append(whole)
    return found
