"""The line around a position of a text, and whether this line is Vietnamese."""

from __future__ import annotations

from functools import lru_cache

from vntextclean.patterns import late
from vntextclean.vietnamese.letters import OWN
from vntextclean.vietnamese.word_evidence import evidence_of, words_in

_OWN = late(f"[{OWN}]")
_MARKED = late("[À-ỹ]")
#: So many syllables with marks tell a line that has no letter of Vietnamese alone, if they are this share of the words
#: that tell. Lines of pages that lost letters have 0.4 and more.
_ENOUGH, _SHARE = 3, 0.4
#: Code points that are read on each side of a position. Longer lines are read in part, so that the cost stays linear.
LINE_REACH = 240


def is_vietnamese(text: str, at: int) -> bool:
    """Whether the line around a position has a letter that only Vietnamese uses.

    Some repairs are wrong in other languages: French has a space before "?".

    >>> is_vietnamese("Où est la gare ?", 14), is_vietnamese("Nhà ga ở đâu ?", 12)
    (False, True)
    """
    low, high = line_around(text, at)
    return _OWN.search(text, low, high) is not None


def is_vietnamese_or_damaged(text: str, at: int) -> bool:
    """Whether the line around a position is Vietnamese, or would be once its words are repaired.

    What lost the letters that only Vietnamese uses still has others with marks: three syllables of them, and not many
    words that are none, are as good as one such letter. A later filter may give that letter back, and what asks for it
    before would first find it in a second run. Other languages have such words too ("là", "não"), but few in a line.

    >>> is_vietnamese_or_damaged("khi ông b n y ra ngày mùa, c nhà u vui ông", 20)
    True
    >>> is_vietnamese_or_damaged("Où est-il né ? Là, mon ami.", 13)
    False
    """
    low, high = line_around(text, at)
    if _OWN.search(text, low, high) is not None:
        return True
    if _MARKED.search(text, low, high) is None:
        return False
    # Of a long line the same part is read for all places near to one another.
    low, high = line_around(text, max(low, at - at % LINE_REACH))
    return _has_enough(text[low:high])


class Lines:
    """The lines of one text, asked from its beginning to its end whether they are Vietnamese; made for one call.

    It says what :func:`is_vietnamese_or_damaged` says. What is asked of each mark of a long line is asked of nearly the
    same words again and again: it was a seventh of the time of a text of cut letters.

    >>> lines = Lines("Sân bóng đông.Ai cũng vui!Où est-il né?Là.")
    >>> lines.is_vietnamese_or_damaged(14), lines.is_vietnamese_or_damaged(40)
    (True, True)
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._own = (0, -1)  # from where on there is no letter of Vietnamese alone, and where there is one
        self._enough: dict[int, bool] = {}

    def is_vietnamese_or_damaged(self, at: int) -> bool:
        """Whether the line around a position is Vietnamese, or would be once its words are repaired."""
        text = self._text
        low, high = line_around(text, at)
        known, own = self._own
        if not known <= low <= own:
            hit = _OWN.search(text, low)
            own = hit.start() if hit else len(text)
            self._own = low, own
        if own < high:
            return True
        middle = max(low, at - at % LINE_REACH)
        enough = self._enough.get(middle)
        if enough is None:
            low, high = line_around(text, middle)
            enough = self._enough[middle] = _has_enough(text[low:high])
        return enough and _MARKED.search(text, *line_around(text, at)) is not None


@lru_cache(maxsize=8)
def _has_enough(line: str) -> bool:
    own, alien = evidence_of(words_in(line))
    return own >= _ENOUGH and own >= _SHARE * (own + alien)


def line_around(text: str, at: int) -> tuple[int, int]:
    r"""The span [start, end) of the line around a position, cut to :data:`LINE_REACH` code points on each side.

    >>> line_around("một\nhai ba\nbốn", 6)
    (4, 10)
    """
    low = max(0, at - LINE_REACH)
    high = min(len(text), at + LINE_REACH)
    start = text.rfind("\n", low, at) + 1 or low
    end = text.find("\n", at, high)
    return start, high if end < 0 else end
