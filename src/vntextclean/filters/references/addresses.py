"""Addresses in a line, whose "&" parts their fields and begins no reference."""

from __future__ import annotations

import re

from vntextclean.patterns import late

_NO_SPACES = late(r"\S*")
_ADDRESS = late(r"://|www\.|[?&]\w+=", re.IGNORECASE)


class Tokens:
    """The stretches of a line without white space, each asked once whether it is an address, in order of places.

    >>> tokens = Tokens("R&amp;D /tim?a=1&amp;b=2")
    >>> tokens.is_address(1), tokens.is_address(16)
    (False, True)
    """

    def __init__(self, line: str) -> None:
        self._line = line
        self._end = -1
        self._is_address = False

    def is_address(self, position: int) -> bool:
        """Whether the stretch around a position is an address."""
        if position >= self._end:
            start = max(self._line.rfind(" ", 0, position), self._line.rfind("\t", 0, position)) + 1
            match = _NO_SPACES.match(self._line, start)
            self._end = match.end() if match else position + 1
            self._is_address = _ADDRESS.search(self._line, start, self._end) is not None
        return self._is_address
