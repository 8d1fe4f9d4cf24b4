"""The place of a change, described so that it is found again after the page was edited elsewhere.

Offsets die with the first edit of a page. What stays is what is replaced, by what, for which rule, and the letters
around. Those are compared without marks, case, spaces and signs: the repair of a neighbour, or the composition of the
whole page, then moves nothing.
"""

from __future__ import annotations

import unicodedata

from vntextclean.edit import Change
from vntextclean.named_tuple import NamedTuple

#: Letters and digits that are kept on each side of a change: three to five words. Of the 577 changes and suggestions of
#: the sample pages no two are equal in their rule, their change and these.
LETTERS = 20
#: Characters that are looked through for them; a line of dots or of spaces holds none.
REACH = 80


class Place(NamedTuple):
    """Where a change stands: its offset now, and what will be known of it later.

    ``document`` is the first line (from 1) of its document in the file, and ``at`` the offset (code points) in that
    document. ``rule`` is its rule, or several joined by ``+``. ``left`` and ``right`` are the source around it, with
    :data:`LETTERS` letters or digits each where there are so many.

    >>> where = place("Trong cơ quan,  đơn vị", Change(14, 16, " ", ()))
    >>> where.left, where.right
    ('Trong cơ quan,', 'đơn vị')
    """

    document: int
    at: int
    rule: str
    before: str
    after: str
    left: str
    right: str


def place(source: str, change: Change, document: int = 1) -> Place:
    """The place of a change in its source."""
    start, end = change.start, change.end
    return Place(
        document,
        start,
        "+".join(change.rules),
        source[start:end],
        change.after,
        _last_letters(source[max(0, start - REACH) : start]),
        _first_letters(source[end : end + REACH]),
    )


def _first_letters(text: str) -> str:
    """The beginning of a text, up to and with its twentieth letter."""
    left = LETTERS
    for at, character in enumerate(text):
        if character.isalnum():
            left -= 1
            if not left:
                return text[: at + 1]
    return text


def _last_letters(text: str) -> str:
    """The end of a text, from its twentieth letter from the end on."""
    left = LETTERS
    for at in range(len(text) - 1, -1, -1):
        if text[at].isalnum():
            left -= 1
            if not left:
                return text[at:]
    return text


def folded(text: str) -> str:
    """The letters and digits of a text without marks and case: what repairs near a place leave as it is.

    >>> folded("đối thoạitiếp dân"), folded("Đối thoại tiếp\\N{NO-BREAK SPACE}dân")
    ('doithoaitiepdan', 'doithoaitiepdan')
    """
    plain = unicodedata.normalize("NFD", text).replace("đ", "d").replace("Đ", "d").lower()
    return "".join(filter(str.isalnum, plain))
