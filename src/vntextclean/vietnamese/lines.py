"""The line a place of a text stands in, and whether it is Vietnamese."""

from __future__ import annotations

from vntextclean.patterns import late
from vntextclean.vietnamese.letters import OWN

_OWN = late(f"[{OWN}]")
#: How far a line is read around a place; longer lines are read in part, so that cost stays linear.
REACH = 240


def is_vietnamese(text: str, at: int) -> bool:
    """Whether the line around a position has a letter only Vietnamese uses. French spaces its ?.

    >>> is_vietnamese("Où est la gare ?", 14), is_vietnamese("Nhà ga ở đâu ?", 12)
    (False, True)
    """
    low, high = line_around(text, at)
    return _OWN.search(text, low, high) is not None


def line_around(text: str, at: int) -> tuple[int, int]:
    r"""The part of a position's line that lies within :data:`REACH`.

    >>> line_around("một\nhai ba\nbốn", 6)
    (4, 10)
    """
    low = max(0, at - REACH)
    high = min(len(text), at + REACH)
    start = text.rfind("\n", low, at) + 1 or low
    end = text.find("\n", at, high)
    return start, high if end < 0 else end
