"""The line around a position of a text, and whether this line is Vietnamese."""

from __future__ import annotations

from vntextclean.patterns import late
from vntextclean.vietnamese.letters import OWN

_OWN = late(f"[{OWN}]")
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
