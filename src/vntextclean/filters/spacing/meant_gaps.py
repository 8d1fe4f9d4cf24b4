"""Gaps of several blanks whose width means something: those of columns, and those of code."""

from __future__ import annotations

from vntextclean.filters.spacing.blanks import IS_ODD
from vntextclean.patterns import late
from vntextclean.text_state import TextState
from vntextclean.vietnamese.lines import is_vietnamese_or_damaged, line_around
from vntextclean.vietnamese.stretches import stretches_of

_OF_CODE = late(r"[{}\[\]=<>_\\$#]|\d[:.]\d\d[:.]\d|;[ \t]*(?:\n|\Z)")
_LETTER = late(r"[^\W\d_]")
#: So many blanks may part columns.
WIDE = 4
#: Behind the end of a sentence six spaces part no columns yet; so many do: "- Lưu: VT.               Đoàn Văn Kịp".
_WIDE_BEHIND_A_MARK = 12


def is_column(text: str, start: int, end: int) -> bool:
    """Whether blanks are so wide, or stand so, that they part columns."""
    width, before, after = end - start, text[start - 1], text[end]
    if before == "|" or after == "|" or (before in "([" and after in ")]"):
        return True
    if before in ".,;!?…" and width < _WIDE_BEHIND_A_MARK:
        return False
    if IS_ODD.search(text, start, end) and width < 2 * WIDE:
        return False
    if width > WIDE:
        return True
    return width == WIDE and not after.islower()


def is_code(state: TextState, start: int, end: int) -> bool:
    """Whether the line around a place is code, a log or a table, whose widths mean something.

    Such a line is ASCII, and has their signs, or words that are no Vietnamese, or no letter at all.
    """
    text = state.text
    low, high = line_around(text, start)
    if is_vietnamese_or_damaged(text, start):
        return False
    if _OF_CODE.search(text, low, high):
        return True
    if not text[low:high].isascii():
        return False
    return state.ask(stretches_of).evidence(start, end).alien > 0 or not _LETTER.search(text, low, high)
