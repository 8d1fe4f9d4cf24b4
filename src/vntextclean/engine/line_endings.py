"""Windows line ends: filters read "\\n" only, and changes are converted back to offsets of the given text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from vntextclean.edit import Change

_PAIR = re.compile("\r\n")


class LineEndings:
    """A text with "\\n" for every "\\r\\n" (``unix``), and the conversion back.

    >>> ends = LineEndings("a\\r\\nb")
    >>> ends.unix, ends.back("x\\ny")
    ('a\\nb', 'x\\r\\ny')
    """

    def __init__(self, text: str) -> None:
        #: offsets in ``unix`` of the line ends that were pairs
        self._pairs = [m.start() - index for index, m in enumerate(_PAIR.finditer(text))]
        self.unix = text.replace("\r\n", "\n")

    def back(self, text: str) -> str:
        """A cleaned text with "\\r\\n" for every "\\n"."""
        return text.replace("\n", "\r\n")

    def carry(self, changes: Iterable[Change]) -> tuple[Change, ...]:
        """The changes in offsets of the given text."""
        return tuple(
            change._replace(start=self._given(change.start), end=self._given(change.end), after=self.back(change.after))
            for change in changes
        )

    def _given(self, position: int) -> int:
        return position + bisect_left(self._pairs, position)
