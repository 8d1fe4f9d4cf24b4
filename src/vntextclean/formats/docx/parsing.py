"""XML read by expat, which tells where elements begin and end, so that what is not changed stays byte for byte."""

from __future__ import annotations

from typing import Protocol
from xml.parsers import expat

from vntextclean.errors import InputError
from vntextclean.named_tuple import NamedTuple
from vntextclean.patterns import late

#: What XML 1.0 cannot hold, whether escaped or not.
_ILLEGAL = late("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Tag(NamedTuple):
    """A start tag: the name with its prefix, the attributes, and [start, end) in the bytes of the part."""

    name: str
    attributes: dict[str, str]
    start: int
    end: int


class Handler(Protocol):
    """What :func:`walk` tells of a part, in order."""

    def start(self, tag: Tag) -> None:
        """An element begins."""

    def text(self, text: str) -> None:
        """Characters, their references resolved."""

    def end(self, name: str, end: int) -> None:
        """An element ends; ``end`` is the place behind it."""


class Quiet:
    """A handler for those who look at start tags alone."""

    def start(self, tag: Tag) -> None:
        """Look at a tag."""

    def text(self, text: str) -> None:
        """Not looked at."""

    def end(self, name: str, end: int) -> None:
        """Nor this."""


def walk(data: bytes, name: str, handler: Handler) -> None:
    """Read a part of a package.

    Raises :class:`InputError` for what is no XML or no UTF-8, and for a document type declaration: it could define
    entities that grow without bound or stand for files, and no word processor writes one.
    """
    again = "open it in a word processor and save it again"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        raise InputError(f"{name} is not UTF-8; {again}") from None
    parser = expat.ParserCreate("utf-8")  # whatever it declares: its bytes were found to be UTF-8
    parser.buffer_text = True

    def refuse(*_: object) -> None:
        raise InputError(f"{name} has a document type declaration, which no .docx needs; it is not read")

    empty = 0  # the end of the tag that was read last, if it is that of an empty element

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal empty
        at = parser.CurrentByteIndex
        end = _end_of_tag(data, at)
        empty = end if data[end - 2 : end] == b"/>" else 0
        handler.start(Tag(tag, attributes, at, end))

    def end(tag: str) -> None:
        nonlocal empty
        place, empty = empty, 0
        handler.end(tag, place or data.index(b">", parser.CurrentByteIndex) + 1)

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = handler.text
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise InputError(f"{name} cannot be read: {error}; {again}") from None


def _end_of_tag(data: bytes, at: int) -> int:
    """The place behind a tag; a ">" inside of a quoted value does not end it."""
    end = data.index(b">", at)
    while True:
        inside = data[at:end]
        first = min((place for place in (inside.find(b'"'), inside.find(b"'")) if place >= 0), default=-1)
        if first < 0:
            return end + 1
        at = data.index(inside[first : first + 1], at + first + 1) + 1
        if at > end:
            end = data.index(b">", at)


def is_legal(text: str) -> bool:
    """Whether XML can hold a text.

    >>> is_legal("Hà Nội"), is_legal("a\\x00")
    (True, False)
    """
    return not _ILLEGAL.search(text)


def escaped(text: str) -> bytes:
    """A text as it stands between tags, or in an attribute between double quotes.

    >>> escaped('a < "b"')
    b'a &lt; &quot;b&quot;'
    """
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return text.encode("utf-8")


def prefix_of(data: bytes, name: str) -> str:
    """The prefix of the root of a part, with its colon."""
    root = _Root()
    walk(data, name, root)
    return root.prefix


def within_root(data: bytes, name: str, added: bytes) -> bytes:
    """A part with ``added`` as the last children of its root."""
    root = _Root()
    walk(data, name, root)
    assert root.tag
    if root.place == root.tag.end:  # <Types/>
        opened = data[root.tag.start : root.tag.end].rstrip(b"/> \t\r\n")
        return data[: root.tag.start] + opened + b">" + added + f"</{root.tag.name}>".encode() + data[root.place :]
    closing = data.rindex(b"</", 0, root.place)
    return data[:closing] + added + data[closing:]


class _Root(Quiet):
    """The first tag of a part, and the place where it is closed."""

    def __init__(self) -> None:
        self.tag: Tag | None = None
        self.prefix = ""
        self.place = 0

    def start(self, tag: Tag) -> None:
        if self.tag is None:
            before, sign, _ = tag.name.rpartition(":")
            self.tag, self.prefix = tag, before + sign

    def end(self, name: str, end: int) -> None:
        del name
        self.place = end
