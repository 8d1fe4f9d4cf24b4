"""Streams become documents, and cleaned documents become streams again, byte for byte where nothing was repaired.

A document is what the LAYOUT filters see as one page, and what is held in memory at a time. What stands around its text
(the newline of a line, the other fields of a JSON record) travels with it, so that a stream can be put together again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, BinaryIO, Literal, NamedTuple

from vntextclean.decoding import Errors, decode
from vntextclean.errors import ConfigError, InputError

#: A plain file over this many bytes is cut at blank lines: its edits and its copies must fit into memory.
LIMIT = 64 << 20
#: How much of a stream of small documents is read at a time.
BLOCK = 1 << 20


class Document(NamedTuple):
    """One text with its place in the stream: the name of the input, its first line, and what stands around it.

    ``raw`` is the JSON string literal the text was read from, or None for plain text; ``extracted`` says how the text
    was taken out of a page of HTML, or is empty.

    >>> Document("xa  hội", "a.txt", 3, tail="\\r\\n").emit("xa hội")
    'xa hội\\r\\n'
    """

    text: str
    name: str = "-"
    line: int = 1
    head: str = ""
    tail: str = ""
    raw: str | None = None
    extracted: str = ""

    def emit(self, text: str) -> str:
        """What stands in the stream for this document when its text is ``text``."""
        if self.raw is None:
            return f"{self.head}{text}{self.tail}"
        if text == self.text:
            return f"{self.head}{self.raw}{self.tail}"
        return f"{self.head}{json.dumps(text, ensure_ascii=_needs_ascii(self.raw, text))}{self.tail}"

    @property
    def label(self) -> str:
        """The name of the document in reports: that of its input, and the line it begins at unless it is the first."""
        return self.name if self.line == 1 else f"{self.name}:{self.line}"


Splitter = Callable[[Iterable[str], str], Iterator[Document]]


def splitter(spec: str) -> Splitter:
    """The way of cutting a stream that ``--documents`` names: file, line, jsonl:FIELD or separator:REGEX.

    >>> [d.text for d in splitter("line")(["một\\nhai\\n"], "-")]
    ['một', 'hai']
    >>> [d.text for d in splitter("jsonl:text")(['{"id": 1, "text": "m\\\\u1ed9t"}\\n'], "-")]
    ['một']
    """
    kind, _, argument = spec.partition(":")
    if spec == "file":
        return _files
    if spec == "line":
        return _lines
    if kind == "jsonl" and argument:
        return lambda texts, name: _records(texts, name, argument)
    if kind == "separator" and argument:
        try:
            pattern = re.compile(argument)
        except re.error as error:
            raise ConfigError(f"--documents {spec}: {argument!r} is no regular expression: {error}") from None
        return lambda texts, name: _separated(texts, name, pattern)
    raise ConfigError(f"--documents {spec!r} is none of: file, line, jsonl:FIELD, separator:REGEX")


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
        yield _page_of_record(document) if reading.input == "html" else document


def _begins_as_html(data: bytes) -> bool:
    if b"<" not in data[:200]:
        return False
    from vntextclean.boilerplate.html import looks_like_html

    return looks_like_html(data[:2000])


def _page(data: bytes, name: str, reading: Reading) -> Document:
    """A page of HTML as one document: its main text, or all of it; an encoding declared in the page is honoured."""
    from vntextclean.boilerplate.html import extract

    declared = reading.encoding
    found = extract(decode(data, declared, reading.errors, name).text if declared else data)
    reading.note(f"{name}: a page of HTML; {'its main text' if found.how == 'trafilatura' else 'all its text'} is read")
    return Document(found.text, name, tail="\n", extracted=found.how)


def _page_of_record(document: Document) -> Document:
    """A document that holds HTML, as its text."""
    from vntextclean.boilerplate.html import extract

    found = extract(document.text)
    raw = None if document.raw is None else json.dumps(found.text, ensure_ascii=_needs_ascii(document.raw, found.text))
    return document._replace(text=found.text, raw=raw, extracted=found.how)


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


def _files(texts: Iterable[str], name: str) -> Iterator[Document]:
    """The whole stream as one document; what exceeds a block is cut after its last blank line."""
    held = ""
    line = 1
    for text in texts:
        if held:
            cut = max(held.rfind("\n\n") + 2, held.rfind("\n\r\n") + 3)
            if cut > 2:
                yield _framed(held[:cut], name, line)
                line += held.count("\n", 0, cut)
                held = held[cut:]
        held += text
    yield Document(held, name, line)


def _lines(texts: Iterable[str], name: str) -> Iterator[Document]:
    number = 0
    for text in texts:
        for line in _split(text):
            number += 1
            body, tail = _without_newline(line)
            yield Document(body, name, number, tail=tail)


def _separated(texts: Iterable[str], name: str, pattern: re.Pattern[str]) -> Iterator[Document]:
    """What stands between lines that match; such a line belongs to the frame of the document after it."""
    held: list[str] = []
    head = ""
    begin = number = 1
    for text in texts:
        for line in _split(text):
            if pattern.search(_without_newline(line)[0]):
                if held or head:
                    yield _framed("".join(held), name, begin, head)
                held, head, begin = [], line, number + 1
            else:
                held.append(line)
            number += 1
    if held or head:
        yield _framed("".join(held), name, begin, head)


def _framed(text: str, name: str, line: int, head: str = "") -> Document:
    """A piece of a stream whose last line ends stay, whatever happens to its text: the next piece follows them."""
    body = text.rstrip("\r\n")
    return Document(body, name, line, head, text[len(body) :])


def _records(texts: Iterable[str], name: str, field: str) -> Iterator[Document]:
    """One field of each JSON line; everything else in the record stays as it was written, to the byte."""
    number = 0
    for text in texts:
        for line in _split(text):
            number += 1
            if not line.strip():
                yield Document("", name, number, head=line)
                continue
            try:
                start, end, value = _find_field(line, field)
            except ValueError as error:
                raise InputError(f"{name}:{number}: no JSON object on this line: {error}") from None
            if value is None:
                yield Document("", name, number, head=line)
            elif isinstance(value, str):
                yield Document(value, name, number, line[:start], line[end:], line[start:end])
            elif start < 0:
                raise InputError(f"{name}:{number}: the record has no field {field!r}")
            else:
                raise InputError(f"{name}:{number}: the field {field!r} is no string but {json.dumps(value)[:40]}")


_SPACE = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder()


def _find_field(line: str, field: str) -> tuple[int, int, Any]:
    """Where the value of a top-level field stands in a JSON object, and the value; (-1, -1, False) if it has none."""
    found: tuple[int, int, Any] = (-1, -1, False)
    at = _skip(line, 0, "{")
    if line[at : at + 1] == "}":
        return found
    while True:
        key, at = _DECODER.raw_decode(line, _SPACE.match(line, at).end())  # type: ignore[union-attr]
        if not isinstance(key, str):
            raise ValueError(f"expected a name in quotes before column {at + 1}")
        at = _skip(line, at, ":")
        value, end = _DECODER.raw_decode(line, at)
        if key == field:
            found = (at, end, value)
        at = _SPACE.match(line, end).end()  # type: ignore[union-attr]
        if line[at : at + 1] == "}":
            if line[at + 1 :].strip():
                raise ValueError("something follows the object")
            return found
        at = _skip(line, at, ",")


def _skip(line: str, at: int, expected: str) -> int:
    """The position after the expected character and the white space around it."""
    at = _SPACE.match(line, at).end()  # type: ignore[union-attr]
    if line[at : at + 1] != expected:
        raise ValueError(f"expected {expected!r} at column {at + 1}")
    return _SPACE.match(line, at + 1).end()  # type: ignore[union-attr]


def _needs_ascii(raw: str, text: str) -> bool:
    """Whether a JSON string is written with escapes: as it was before, and always for what UTF-8 cannot carry."""
    return ("\\u" in raw and raw.isascii()) or bool(_SURROGATE.search(text))


_SURROGATE = re.compile("[\ud800-\udfff]")


def _split(text: str) -> Iterator[str]:
    """The lines of a text with their newlines; only ``\\n`` ends a line."""
    start = 0
    while (end := text.find("\n", start) + 1) > 0:
        yield text[start:end]
        start = end
    if start < len(text):
        yield text[start:]


def _without_newline(line: str) -> tuple[str, str]:
    body = line.removesuffix("\n").removesuffix("\r") if line.endswith("\n") else line
    return body, line[len(body) :]
