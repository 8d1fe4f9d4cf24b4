"""Whether a word stands in verse, whose order and words no prose has: there a sound word looks damaged.

In 67 000 syllables of verse, ten of 22 repairs of what is a syllable as it stands were wrong ("lỡ một lầm hai" was
*lần*, "dặm cát" was *các*), and none of the twelve of what is no syllable. In made damage it costs four repairs of
3 190, all in verse.
"""

from __future__ import annotations

from vntextclean.patterns import late
from vntextclean.scanning.lines import line_of

_WORD = late(r"[^\W\d_]+")
#: Verses of one length, and of six, seven and eight syllables in turn.
_EVEN, _IN_TURN = (4, 5, 7, 8), (6, 7, 8)
#: Lines to either side that are read, and letters that they have together at most.
_AROUND, _REACH = 3, 200
#: So many lines at least are verses, and so many at most are none: a heading, a note.
_FEWEST, _OTHERS = 4, 1


def is_verse(text: str, at: int) -> bool:
    """Whether the line at a place is a verse among verses.

    >>> verses = "Trăm năm bóng liễu bên sông\\nNgười đi kẻ ở đôi lòng ngẩn ngơ\\n"
    >>> is_verse(verses + "Mây trôi một dải lờ mờ\\nĐò ngang vắng khách, bến chờ đìu hiu", 30)
    True
    >>> is_verse("Anh đi chợ từ sáng sớm.\\nChị ở nhà nấu cơm và giặt áo cho các con.", 3)
    False
    """
    start, end = line_of(text, at)
    if end - start > _REACH // 2:
        return False
    own = _length(text[start:end])
    before = text[max(0, start - _REACH) : start].split("\n")[-_AROUND - 1 : -1]
    after = text[end + 1 : end + 1 + _REACH].split("\n")[:_AROUND]
    lengths = [own, *filter(None, map(_length, (*before, *after)))]
    kinds = [_IN_TURN] * (own in _IN_TURN) + [(own,)] * (own in _EVEN)
    verses = max((sum(length in kind for length in lengths) for kind in kinds), default=0)
    return verses >= _FEWEST and len(lengths) - verses <= _OTHERS


def _length(line: str) -> int:
    """How many words a line has."""
    return len(_WORD.findall(line))
