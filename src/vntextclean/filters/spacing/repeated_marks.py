"""Lost spaces behind the marks of one text: what is told by the same characters is told once."""

from __future__ import annotations

from vntextclean.filters.spacing.lost_spaces import REACH, space_is_lost
from vntextclean.vietnamese.lines import Lines


class LostSpaces:
    """Which marks of one text lost the space behind them, asked from its beginning to its end; made for one call.

    What is told by the same characters and the same answer before them is told once: a text of one piece again and
    again asks the same of each.

    >>> lost = LostSpaces("thấm.Rãnh thoát nước.Hồ")
    >>> lost.behind(5), lost.behind(21)
    (True, True)
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = Lines(text)
        self._known: dict[int, bool] = {}
        self._told: dict[tuple[str, int, int, bool, bool], bool] = {}
        self._last = 0

    def behind(self, at: int) -> bool:
        """Whether a space is missing behind the mark that ends at a position."""
        text, known, last = self._text, self._known, self._last
        self._last = at
        # Whether ” closes is told by its line, and a word may be longer than what is compared.
        if at in known or text[at - 1] == "”" or text[at : at + REACH].isalnum():
            return space_is_lost(text, at, known)
        low = max(0, at - 1 - REACH)
        beside = text[low : at + REACH]
        is_ours = self._lines.is_vietnamese_or_damaged(at)
        key = beside, at - low, min(at - last, REACH + 1), known.get(last, False), is_ours
        told = self._told.get(key)
        if told is None:
            before = len(known)
            told = space_is_lost(text, at, known)
            if len(known) == before + 1:  # else another mark was asked, whose answer is its line's too
                self._told[key] = told
        else:
            known[at] = told
        return told
