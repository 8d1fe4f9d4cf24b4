"""The text of a .docx, a paragraph a line, as filters see it: what is no text, and tabs, stay where they are."""

from __future__ import annotations

from vntextclean.formats.docx.parsing import is_legal
from vntextclean.formats.view import Builder, View, lines
from vntextclean.frame import OBJECT
from vntextclean.patterns import late

_HELD = late(rf"[{OBJECT}\t]+")


def paragraphs(source: str) -> View:
    r"""The lines of a text that was taken from a .docx; U+FFFC in it stands for a picture, a field, a note and so on.

    >>> paragraphs("Môt\tbuổi\n\nHà Nội\ufffc").text
    'Môt￼buổi\nHà Nội￼'
    """
    made = Builder(source)
    for start, end in lines(source):
        at = start
        for held in _HELD.finditer(source, start, end):
            made.text(at, held.start())
            made.held(*held.span())
            at = held.end()
        made.text(at, end)
        made.cut()
    return made.view(_encoded)


def _encoded(after: str, kind: int) -> str | None:
    """A replacement as it is, unless a run of text cannot hold it."""
    del kind
    return after if can_hold(after) else None


def can_hold(text: str) -> bool:
    """Whether a run of text can hold these characters, none of which may be a line end, a tab or a sign for an object.

    >>> can_hold("Một buổi"), can_hold("Một\\tbuổi")
    (True, False)
    """
    return is_legal(text) and not any(c in f"\t\r\n{OBJECT}" for c in text)
