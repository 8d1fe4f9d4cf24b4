"""The pieces of text in the XML of a .docx: what reading it gives, and what writing it needs."""

from __future__ import annotations

from vntextclean.named_tuple import NamedTuple


class Text(NamedTuple):
    """A ``w:t``: [start, end) of the XML, the place and the characters of its text, the index of its run."""

    start: int
    end: int
    at: int
    shown: str
    run: int

    @property
    def until(self) -> int:
        """The place behind its text."""
        return self.at + len(self.shown)


class Run(NamedTuple):
    """A ``w:r``: [start, end) of the XML, where its content begins, and what its copies begin with.

    ``inserted`` is the start tag of the ``w:ins`` of somebody else that it stands in, or empty.
    """

    start: int
    content: int
    end: int
    head: bytes
    inserted: bytes


class Box(NamedTuple):
    """A ``w:txbxContent``: [start, end) of the XML.

    A word processor writes a text box twice, for itself and for older ones. Both have the same number of the
    ``mc:AlternateContent`` that they stand in (0: none), and the second is the ``fallback``.
    """

    start: int
    end: int
    alternate: int
    fallback: bool


class Body(NamedTuple):
    """The XML of a part, its text, and where the pieces of the text stand; immutable, so threads may share it.

    ``prefix`` is that of WordprocessingML in this part ("w:"), ``flavour`` its namespace, ``last_id`` the largest
    number that marks an annotation. The text of ``boxes`` is not in ``text``.
    """

    xml: bytes
    text: str
    texts: tuple[Text, ...]
    runs: tuple[Run, ...]
    prefix: str
    flavour: str
    last_id: int
    boxes: tuple[Box, ...]
