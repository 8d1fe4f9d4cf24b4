"""Indents of prose and margins of pages, which go, and indents of tables and verse, which stay."""

from __future__ import annotations

from functools import partial

from vntextclean.filters.spacing.blanks import ZONE
from vntextclean.filters.spacing.margins import margins
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
    return state.text.startswith(("\t", "    "), begin_of(state, low))


def begin_of(state: TextState, low: int) -> int:
    """Where a line begins once an indent that goes is gone, or as much of it as goes."""
    blanks = ZONE.match(state.text, low)
    return low + gone_of(state, low, blanks.end()) if blanks else low


def gone_of(state: TextState, start: int, end: int) -> int:
    """How many of the blanks [start, end) at the beginning of a line go: the margin of a page, or all before prose."""
    gone = state.ask(_margins).get(start)
    return gone if gone is not None else (end - start) * loses_indent(state, start, end)


def _margins(state: TextState) -> dict[int, int]:
    return margins(state.text, partial(loses_indent, state)) if state.frame is None else {}


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
