r"""Finds texts whose lines an extractor cut before each mark: "Nhà ơ" and "\u0309 làng bên" on two lines."""

from __future__ import annotations

from vntextclean.patterns import late
from vntextclean.scanning.unusual import unusual
from vntextclean.text_state import TextState

#: The marks of Vietnamese letters.
MARKS = "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323"
_MARK = late(f"[{MARKS}]")
_OPENED = late(rf"(?m)^[ \t]*[{MARKS}]+([^\W\d_])?")
#: So many lines must begin with a mark: a lesson on tones lists five. And behind one mark in so many stands the rest of
#: its word: in 37 such files behind two in three, in lists of marks behind none ("\u0309 là dấu hỏi").
_FEWEST, _WITH_LETTERS = 8, 3


def cuts(state: TextState) -> int:
    r"""How many lines of a text begin with a mark; 0 where these are fewer than eight, or words for themselves.

    >>> (
    ...     cuts(TextState("Nhà ơ\n\u0309 bê\n\u0301n đò.\n" * 5)),
    ...     cuts(TextState("Nhà ơ\n\u0309 bê\n\u0301n đò.\n")),
    ...     cuts(TextState("\u0309 là dấu hỏi.\n" * 9)),
    ... )
    (10, 0, 0)
    """
    if not (rare := unusual(state)) or not _MARK.search(rare):
        return 0
    found = _OPENED.findall(state.text)
    return len(found) if len(found) >= _FEWEST and sum(map(bool, found)) * _WITH_LETTERS >= len(found) else 0


def is_cut(state: TextState) -> bool:
    """Whether one line in twenty of a text is cut before a mark: letters at the ends of others lack a mark then."""
    return 0 < state.text.count("\n") <= cuts(state) * 20
