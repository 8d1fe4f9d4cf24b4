"""The word around a place of a text."""

from __future__ import annotations

from vntextclean.patterns import late

LETTER = r"[^\W\d_]"
#: Letters that are read on each side of a place: no syllable is longer than seven (nghiêng).
REACH = 8
_RIGHT = late(LETTER + "+")
_TO_LEFT = late(LETTER + r"*\Z")


def word_around(text: str, at: int) -> tuple[int, int]:
    """The run of letters around a place, followed far enough to see that a word is too long for a syllable.

    >>> text = "các hộ dân"
    >>> [text[slice(*word_around(text, at))] for at in (1, 8)], word_around(text, 3)
    (['các', 'dân'], (0, 3))
    """
    left = _TO_LEFT.search(text, max(0, at - REACH), at)
    right = _RIGHT.match(text, at, at + REACH + 1)
    return (left.start() if left else at), (right.end() if right else at)
