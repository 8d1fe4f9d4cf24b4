"""Where Vietnamese sets no space before a punctuation mark.

The marks stand as in English: none before , . ; : ! ? … What makes it hard are the same characters in numbers, leaders,
code and faces, and other languages that do set a space.
"""

from __future__ import annotations

from vntextclean.patterns import late
from vntextclean.vietnamese.lines import is_vietnamese_or_damaged, line_around

#: Any marked letter; no language sets a space before a comma or full stop, so one is enough to call a line text.
_ANY_MARK = late("[À-ỹ]")
#: A line where letters became question marks: one that stands apart was a word too ("quân Pháp ? Lào" for "ở").
_LOST_LETTER = late(r"[^\W\d_]\?+[^\W\d_]")
#: Marks in a row with a word right behind them end no sentence: letters that became question marks ("vi?c ???c giao").
_WORD_BEHIND = late(r"[!?…]+\w")

#: Behind these words the mark itself is meant.
_NAMES_A_MARK = (" dấu", " ký tự", " kí tự")
#: The first part of a ratio ("3 hoa đỏ : 1 hoa trắng"), and letters that it has at most.
_RATIO = late(r"(?<![^\s:;,(])\d+(?: [^\W\d_]+){1,3}\Z")
_PART = 24
#: A character reference without its semicolon.
_REFERENCE = late(r"&#?\w+\Z")


def space_goes_before(text: str, start: int, end: int) -> bool:
    """Whether the space [start, end) before a punctuation mark is one too many.

    >>> space_goes_before("khu vực , bà con", 7, 8), space_goes_before("cười :)) nhé", 4, 5)
    (True, False)
    """
    mark, before, after = text[end], text[start - 1], text[end + 1 : end + 2]
    if mark not in ",.;:!?…)”»" or before in "|([{“«-–—=<>+*/~^." or mark == before:
        return False
    if mark in ")”»":
        opening = {")": "(", "”": "“", "»": "«"}[mark]
        low = line_around(text, start)[0]
        opened = text.count(opening, low, start) - text.count(mark, low, start)
        return (
            mark != "»"
            and opened > 0
            and (before.isalnum() or before in ",!?%…”")
            and is_vietnamese_or_damaged(text, start)
        )
    if mark == "…" or text.startswith("..", end):
        return False
    if text.endswith(_NAMES_A_MARK, 0, start):
        return False  # "viết sau dấu :"
    if mark == "." and text[end + 1 : end + 3] in (" |", " >", " &", " ;"):
        return False  # the folder here, before the next command: "grep -rn tìm . | head"
    if after and not after.isspace() and (after not in '”"’)!?…' or _WORD_BEHIND.match(text, end)):
        return False
    if mark == "?" and _LOST_LETTER.search(text, *line_around(text, start)):
        return False
    if mark == ";" and _REFERENCE.search(text, max(0, start - _PART), start):
        return False  # "&nbsp ;" may be code that is quoted, and closed up it would be a reference in the next run
    if mark in ":;" and after == '"':
        return False
    if mark in ".!?:;" and (after == ")" or text[end + 1 : end + 3] == " " + mark):
        return False
    if mark == ":" and text[end + 2 : end + 3].isdigit() and _ends_ratio(text, start, after):
        return False
    sure = _ANY_MARK.search(text, *line_around(text, start)) if mark in ",." else is_vietnamese_or_damaged(text, start)
    return (before.isalnum() or before in '%)”"»’…!?') and bool(sure)


def _ends_ratio(text: str, end: int, after: str) -> bool:
    """Whether the first part of a ratio ends at a place; ``after`` its colon a list may begin on the next line."""
    return text[end - 1].isdigit() or (after == " " and _RATIO.search(text, max(0, end - _PART), end) is not None)
