"""Where the text boxes of a part are, inside of what the reader of its text passes over."""

from __future__ import annotations

from vntextclean.formats.docx.parsing import Tag
from vntextclean.formats.docx.pieces import Box

_CONTENT = "txbxContent"


class Boxes:
    """Told of the elements below one that a run holds (a drawing, a picture, two alternatives), it finds the boxes.

    A box inside of a box is not looked for: no word processor makes one.
    """

    def __init__(self) -> None:
        self.found: list[Box] = []
        self._open = False
        self._alternates = 0
        self._above: list[str] = []  # the names of what is open, without prefixes
        self._begin = -1  # of the box that is open, and how deep it stands
        self._depth = 0

    def open(self, tag: Tag) -> None:
        """An element of a run begins, whose boxes are to be found."""
        self._open = True
        self._above = []
        self._push(tag)

    def start(self, local: str, tag: Tag) -> None:
        """An element below it begins; ``local`` is its name if it is one of WordprocessingML."""
        if not self._open:
            return
        if local == _CONTENT and self._begin < 0:
            self._begin = tag.start
            self._depth = len(self._above)
        self._push(tag)

    def _push(self, tag: Tag) -> None:
        name = tag.name.rpartition(":")[2]
        self._alternates += name == "AlternateContent"
        self._above.append(name)

    def end(self, end: int, over: bool) -> None:
        """An element ends, and with ``over`` the one that the run holds."""
        if not self._open:
            return
        self._above.pop()
        if self._begin >= 0 and len(self._above) == self._depth:
            alternate = self._alternates if "AlternateContent" in self._above else 0
            self.found.append(Box(self._begin, end, alternate, "Fallback" in self._above))
            self._begin = -1
        self._open = not over
