"""What the words around a misspelt one tell: that its line is Vietnamese, and that another word was meant."""

from __future__ import annotations

from vntextclean.lm.disambiguate import most_likely
from vntextclean.patterns import late
from vntextclean.scanning.words import LETTER
from vntextclean.vietnamese.letters import OWN, tone_of, toneless
from vntextclean.vietnamese.syllables import is_syllable
from vntextclean.vietnamese.tones import to_standard

_WORD = late(LETTER + "+")
#: Letters that few other languages have: a word that holds one is Vietnamese, whatever stands around it.
_OWN = late(f"[{OWN}]")
#: How far a line is read for Vietnamese words.
_FAR = 400
#: So many words on each side tell which word was meant, and so far they reach.
_BESIDE, _NEAR = 2, 30


def has_own_letter(word: str) -> bool:
    """Whether a word holds a letter of Vietnamese alone."""
    return _OWN.search(word) is not None


def is_another(text: str, start: int, end: int, words: list[str], asked: dict[tuple[str, ...], str | None]) -> bool:
    """Whether the words beside it ask for another of ``words`` than the first: "liạ" for *lại*, and not *lịa*.

    ``asked`` keeps what the text was asked before: who misplaces the tone of a phrase does so each time.
    """
    if len(words) < 2:
        return False
    low = max(0, start - _NEAR)
    low = max(low, text.rfind("\n", low, start) + 1)
    line_end = text.find("\n", end, end + _NEAR)
    left = _WORD.findall(text, low, start)[-_BESIDE:]
    right = _WORD.findall(text, end, end + _NEAR if line_end < 0 else line_end)[:_BESIDE]
    key = (*words, "", *left, "", *right)
    if key not in asked:
        asked[key] = most_likely(words, left, right)
    return asked[key] in words[1:]


def is_among_vietnamese(text: str, start: int, end: int) -> bool:
    """Whether a word that other languages could spell stands alone on its line, or among Vietnamese words."""
    low = text.rfind("\n", max(0, start - _FAR), start) + 1 or max(0, start - _FAR)
    high = text.find("\n", end, end + _FAR)
    high = high if high >= 0 else end + _FAR
    if _OWN.search(text, low, high):
        return True
    words = {m.group().lower() for m in _WORD.finditer(text, low, high)} - {text[start:end].lower()}
    marked = [word for word in words if not word.isascii()]
    if not words:
        return tone_of(text[end - 1]) == 0 or toneless(text[end - 1]) in "aA"  # not Catalan raó, Portuguese caí
    sound = sum(map(is_syllable, marked))
    return sound >= 2 and (sound == len(marked) or all(is_syllable(to_standard(word)) for word in marked))
