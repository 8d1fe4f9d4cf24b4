"""Patterns that are compiled when they are first used.

A clean text needs few of the patterns that are there to repair it, and to compile them all was a sixth of the start of
the command line.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Late:
    """Has the methods of a pattern, each from the first time it is asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._made_of = pattern, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(*self._made_of), name)
        setattr(self, name, found)
        return found


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    r"""What ``re.compile`` gives, later.

    >>> late(r"\d+").findall("12 con, 5 mẹ")
    ['12', '5']
    """
    return cast("re.Pattern[str]", _Late(pattern, flags))
