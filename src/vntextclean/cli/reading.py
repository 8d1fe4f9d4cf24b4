"""Bytes become documents: where they are cut, what encoding they are in, whether they are HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import BinaryIO, Literal, NamedTuple

from vntextclean.decoding import Errors, decode
from vntextclean.documents import Document, splitter

#: A plain file over this many bytes is cut at blank lines: its edits and its copies must fit into memory.
LIMIT = 64 << 20
#: How much of a stream of small documents is read at a time.
BLOCK = 1 << 20


class Reading(NamedTuple):
    """How a stream of bytes is read: what one document is, the encoding, and what becomes of bytes that are no text.

    ``input`` is text, html, or auto: a whole file that begins as a page of HTML does is one.
    ``note`` is told what a user should know about a stream that could be read: its encoding, or how much was replaced.
    """

    documents: str = "file"
    encoding: str | None = None
    errors: Errors = "strict"
    input: Literal["auto", "text", "html"] = "auto"
    note: Callable[[str], None] = lambda _: None


#: Whole files in an encoding that is recognised, and no others.
PLAIN = Reading()


def read(stream: BinaryIO, name: str, reading: Reading = PLAIN) -> Iterator[Document]:
    """The documents of a binary stream; :class:`InputError` names the input and the place that is no text."""
    first = b""
    if reading.documents == "file" and reading.input != "text":
        first = stream.read(LIMIT)
        if reading.input == "html" or _begins_as_html(first):
            yield _page(first + stream.read(), name, reading)
            return
    for document in splitter(reading.documents)(_blocks(stream, name, reading, first), name):
        if reading.input == "html":
            from vntextclean.html import extract

            found = extract(document.text)
            document = document.holding(found.text, found.how)
        yield document


def _begins_as_html(data: bytes) -> bool:
    if b"<" not in data[:200]:
        return False
    from vntextclean.html import looks_like_html

    return looks_like_html(data[:2000])


def _page(data: bytes, name: str, reading: Reading) -> Document:
    """A page of HTML as one document: its main text, or all of it; an encoding declared in the page is honoured."""
    from vntextclean.html import extract

    declared = reading.encoding
    found = extract(decode(data, declared, reading.errors, name).text if declared else data)
    reading.note(f"{name}: a page of HTML; {'its main text' if found.how == 'trafilatura' else 'all its text'} is read")
    return Document(found.text, name, tail="\n", extracted=found.how)


def _blocks(stream: BinaryIO, name: str, reading: Reading, data: bytes = b"") -> Iterator[str]:
    """The text of a stream in blocks that end at line ends; ``data`` is what was read of it already.

    The first block decides the encoding of all. UTF-16 and UTF-32 are read in one piece: their line ends cannot be
    found in bytes.
    """
    whole, encoding, said = reading.documents == "file", reading.encoding, set[str]()
    take = stream.read if whole or not hasattr(stream, "read1") else stream.read1
    size = LIMIT if whole else BLOCK
    offset = 0
    data = data or take(size)
    while data:
        if _is_wide(data, encoding):
            data += stream.read()
        elif not data.endswith(b"\n"):
            data += stream.readline()
        decoded = decode(data, encoding, reading.errors, name, offset=offset)
        encoding = decoded.encoding
        for note in decoded.notes:
            if note not in said:
                said.add(note)
                reading.note(f"{name}: {note}")
        offset += len(data)
        yield decoded.text
        data = take(size)


def _is_wide(data: bytes, encoding: str | None) -> bool:
    """Whether bytes come in units of two or four: declared so, marked so, or half of them are zero."""
    if (encoding or "").lower().replace("_", "").replace("-", "").startswith(("utf16", "utf32")):
        return True
    sample = data[:4096]
    marked = sample[:2] in (b"\xff\xfe", b"\xfe\xff") or sample[:4] == b"\x00\x00\xfe\xff"
    return marked or max(sample[::2].count(0), sample[1::2].count(0)) > len(sample) // 4
