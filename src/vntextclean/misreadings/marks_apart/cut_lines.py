r"""Finds texts whose lines an extractor cut before each mark: "Nhà ơ" and "\u0309 làng bên" on two lines."""

from __future__ import annotations

from vntextclean.patterns import late
from vntextclean.scanning.unusual import unusual
from vntextclean.text_state import TextState

#: The marks of Vietnamese letters.
MARKS = "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323"
_MARK = late(f"[{MARKS}]")
_OPENED = late(rf"(?m)^[ \t]*[{MARKS}]")
#: So many lines must begin with a mark: a lesson on tones lists five.
_FEWEST = 8


def cuts(state: TextState) -> int:
    r"""How many lines of a text begin with a mark; 0 where these are fewer than eight.

    >>> (
    ...     cuts(TextState("Nhà ơ\n\u0309 xa.\n" * 9)),
    ...     cuts(TextState("Nhà ơ\n\u0309 xa.\n")),
    ...     cuts(TextState("Nhà ở xa.\n")),
    ... )
    (9, 0, 0)
    """
    if not _MARK.search(unusual(state)):
        return 0
    found = sum(1 for _ in _OPENED.finditer(state.text))
    return found if found >= _FEWEST else 0


def is_cut(state: TextState) -> bool:
    """Whether one line in twenty of a text is cut before a mark: letters at the ends of others lack a mark then."""
    return 0 < state.text.count("\n") <= cuts(state) * 20
