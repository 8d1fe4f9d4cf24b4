"""The capitals of a repair: those of the word it replaces, and one that went with a lost first letter."""

from __future__ import annotations

from vntextclean.patterns import late
from vntextclean.scanning.lines import line_of

#: The end of a sentence right before a word, and so many letters to look at.
_SENTENCE_END = late(r"[.!?…][\"”’)]*\s+[\"“‘(]*\Z")
_AROUND = 8
#: What may stand before the first word of a line, and how much likelier the model finds a capital (nats): of 5 171 lost
#: first letters in held-out lines 307 of 395 capitals come back, and of the others seven become one ("miền Đông Phổ").
_OPENING, CAPITAL = ' "“‘(', 2.0


def begins_a_sentence(text: str, start: int) -> bool:
    """Whether a sentence ends right before a word, or it begins its line as the lines beside it do: with a capital."""
    ends = _SENTENCE_END.search(text, max(0, start - _AROUND), start)
    return ends is not None or _begins_like_others(text, start)


def _begins_like_others(text: str, start: int) -> bool:
    """Whether a word begins its line, and the lines beside it begin with a capital.

    >>> _begins_like_others("Giờ mở cửa\\nịa chỉ", 11), _begins_like_others("Họ đã đến\\nông đủ\\nở đó", 10)
    (True, False)
    """
    begin, end = line_of(text, start)
    if text[begin:start].strip(_OPENING):
        return False
    above = line_of(text, begin - 1) if begin else (0, 0)
    beside = [text[slice(*above)].lstrip(_OPENING)[:1], text[end + 1 : end + 9].lstrip(_OPENING)[:1]]
    return any(map(str.isupper, beside)) and not any(map(str.islower, beside))


def in_case_of(word: str, rival: str) -> str:
    """The rival written in the case of the word it replaces.

    >>> in_case_of("Môt", "một"), in_case_of("NHÁT", "nhất"), in_case_of("vn", "vận")
    ('Một', 'NHẤT', 'vận')
    """
    if word.isupper() and len(word) > 1:
        return rival.upper()
    return rival[0].upper() + rival[1:] if word[0].isupper() else rival
