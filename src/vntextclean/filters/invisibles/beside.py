"""What stands beside a run of invisible characters: letters, and halves of letters that were read wrongly."""

from __future__ import annotations

from unicodedata import normalize

from vntextclean.filters.invisibles.runs import INVISIBLE, WITHIN_LINE
from vntextclean.patterns import late

#: Letters, with invisible characters among them.
_LETTERS = late(f"(?:[^\\W\\d_]|[\u0300-\u036f{WITHIN_LINE}])*")
#: How far the letters are read.
REACH = 12
#: The first bytes of a letter in UTF-8, as the tables show them that leave soft hyphens or control characters behind:
#: Ã or Ă for U+00C0 to U+00FF, áº or áş for U+1E80 to U+1EFF, also in capitals, and so on.
_HALF = late("(?:[ÂÃÄÅÆĂĆĹÌÎГДЖ]|[áÁбБ][º»şŞťŤŗŖŧŦšŠ\u0454\u0404]|[â\u0432][\u0080€]?)\\Z")
#: What such a half may end with.
_ENDS_OF_HALVES = frozenset("ÂÃÄÅÆĂĆĹÌÎГДЖº»şŞťŤŗŖŧŦšŠ\u0454\u0404â\u0432\u0080€")
_BREAKS = "\n\x0b\x0c\x85\u2028\u2029"
#: How far a line is read.
FAR = 2000


def letters_beside(text: str, start: int, end: int) -> tuple[str, str]:
    """The letters that touch [start, end) on its left and right, composed and without what nobody sees.

    >>> letters_beside("đất nu\N{SOFT HYPHEN}ớc ta", 6, 7)
    ('nu', 'ớc')
    """
    # Read backwards: a pattern that must end at a place is tried at each of the characters before it.
    back = _LETTERS.match(text[max(0, start - REACH) : start][::-1])
    ahead = _LETTERS.match(text, end, end + REACH)
    assert back is not None
    assert ahead is not None
    return _seen(back[0][::-1]), _seen(ahead[0])


def _seen(letters: str) -> str:
    if letters.isascii() and letters.isalpha():
        return letters
    seen = INVISIBLE.sub("", letters)
    return seen if seen.isascii() else normalize("NFC", seen)


def is_half_of_a_letter(text: str, at: int) -> bool:
    """Whether the character at a place ends a letter whose UTF-8 was read by another table; it is lost without it.

    >>> is_half_of_a_letter("bÃ\xa0i", 2), is_half_of_a_letter("a\xadb", 1)
    (True, False)
    """
    if text[at] < "\x80" or not at or text[at - 1] not in _ENDS_OF_HALVES:
        return False
    return _HALF.search(text, max(0, at - 2), at) is not None


def line_around(text: str, start: int, end: int) -> tuple[int, int]:
    """[start, end) extended over its line, at most :data:`FAR` on each side."""
    low, high = max(0, start - FAR), end + FAR
    low = max(low, *(text.rfind(mark, low, start) for mark in _BREAKS))
    return low, min(high, *(at for mark in _BREAKS if (at := text.find(mark, end, high)) >= 0), len(text))
