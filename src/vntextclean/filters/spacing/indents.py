"""Indents of prose, which go, and those of tables and verse, which stay."""

from __future__ import annotations

from vntextclean.filters.spacing.blanks import ZONE
from vntextclean.text_state import TextState
from vntextclean.vietnamese.lines import is_vietnamese_or_damaged, line_around
from vntextclean.vietnamese.stretches import stretches_of

#: What prose may begin with before its first letter.
_OPENS = frozenset("“\"'‘(")
#: So many letters and marks are 80 characters of prose. Spaces do not count: one that is put in, or that parts a
#: run-on, would make prose of a line for the next run only.
_PROSE = 62
#: Where letters were lost, blanks stand for them: a line with fewer of them is prose from so many characters on.
_SPARSE, _LONG = 0.7, 80
#: And from so many words on: letters that a repair brings back must not make prose of a line for the next run only.
_WORDS = 14


def keeps_indent(state: TextState, low: int, high: int) -> bool:
    """Whether a line is indented and stays so: its gaps part columns. The next run sees no indent that goes."""
    del high
    text = state.text
    return (text[low : low + 1] == "\t" or text[low : low + 4] == "    ") and begin_of(state, low) == low


def begin_of(state: TextState, low: int) -> int:
    """Where a line begins once an indent that goes is gone."""
    blanks = ZONE.match(state.text, low)
    return blanks.end() if blanks and loses_indent(state, low, blanks.end()) else low


def loses_indent(state: TextState, start: int, end: int) -> bool:
    """Whether the blanks at the beginning of a line are in front of prose: of its length, spaces apart.

    The text of a structured document begins behind its first blanks. Any that its lines begin with were behind a sign
    that was taken away, and are no indent.
    """
    text = state.text
    if state.frame is not None:
        return True
    if not (text[end : end + 1].isalpha() or text[end : end + 1] in _OPENS) or "\t" in text[start:end]:
        return False
    high = line_around(text, end)[1]
    if high - end < 2 * _WORDS - 1 and end - start > 1:  # so many words have as many characters
        return False
    line = text[end:high].rstrip()
    words = line.split()
    letters = sum(map(len, words))
    is_sparse = len(line) >= _LONG and letters < _SPARSE * len(line)
    is_long = letters >= _PROSE or is_sparse or end - start == 1
    if not is_long and len(words) < _WORDS:
        return False
    # Where letters were lost, those of Vietnamese alone were; a repair would bring them back for the next run only.
    if is_long and is_vietnamese_or_damaged(text, end):
        return True
    return state.ask(stretches_of).lost_letters
