"""Which soft hyphens go: not those that a text needs to be decoded by, nor those of other languages."""

from __future__ import annotations

from collections.abc import Iterator

from vntextclean.filters.invisibles.beside import is_half_of_a_letter, letters_beside, line_around
from vntextclean.misreadings.before_decoding.signature import FOLLOWING
from vntextclean.patterns import late
from vntextclean.scanning.unusual import USUAL
from vntextclean.vietnamese.letters import MARKED
from vntextclean.vietnamese.syllables import is_syllable

#: What TCVN3 has for à, á, ả, ạ, ă, ê, ơ and đ, at a letter. A cell that was not read has few.
_OF_TCVN3 = late("[A-Za-z][µ¸¶¹¨ª¬]|[µ¸¶¹¨ª¬®][A-Za-zÀ-ÿ]")
_SIGNS_OF_TCVN3 = frozenset("µ¸¶¹¨ª¬®")
#: What Windows-1252 shows for the later bytes of a letter, and no prose holds beside a soft hyphen.
_LATER_BYTES = frozenset(FOLLOWING) - frozenset(USUAL) - frozenset("\u00a0\u00ad")


class SoftHyphens:
    """What becomes of the runs of soft hyphens of one text; made for one call.

    ``rare`` are the unusual characters of the text: where none is a sign of TCVN3, no line is searched for one, which
    was half of the time.

    >>> [*SoftHyphens("dân\N{SOFT HYPHEN}", "").repairs(3, 4)], [*SoftHyphens("tr\N{SOFT HYPHEN}ng", "").repairs(2, 3)]
    ([(3, 4, '')], [])
    """

    def __init__(self, text: str, rare: str) -> None:
        self._text = text
        self._has_signs = not _SIGNS_OF_TCVN3.isdisjoint(rare)

    def repairs(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """The run goes, unless it is a letter of an old encoding, as far as can be told by what touches it."""
        text = self._text
        left, right = letters_beside(text, start, end)
        if is_half_of_a_letter(text, start) or not _LATER_BYTES.isdisjoint(text[max(0, start - 1) : end + 1]):
            return
        if not (left.isascii() and right.isascii()) and any(c > "\x7f" and c not in MARKED for c in left + right):
            return  # a letter of an old encoding, or of a language that sets its own hyphens
        if left and right and self._has_signs and _is_beside_tcvn3(text, start, end):
            return  # ``ng\u00adêi``, where a foreign word kept the line from being read
        if not (left or right) or is_syllable(left + right) or not is_syllable(left + "ư" + right):
            yield start, end, ""


def _is_beside_tcvn3(text: str, start: int, end: int) -> bool:
    """Whether the line around a soft hyphen holds signs of TCVN3, in which it is a letter."""
    return _OF_TCVN3.search(text, *line_around(text, start, end)) is not None
