"""Cut streams into documents, and write cleaned documents as streams; unchanged text stays the same to the byte.

A document is one page for the LAYOUT filters, and the amount of text in memory at a time. It keeps what stands around
its text (the newline of a line, the other fields of a JSON record), so that the stream can be put together again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

from vntextclean.edit import Change
from vntextclean.errors import ConfigError
from vntextclean.named_tuple import NamedTuple
from vntextclean.streams import parts


class Container(Protocol):
    """A file of which a text is a part, and which can be written with changes of that text: a .docx."""

    def tracked(self, changes: Sequence[Change]) -> bytes:
        """The file with the changes marked as such."""

    def accepted(self, changes: Sequence[Change]) -> bytes:
        """The file with the changes made."""


class Document(NamedTuple):
    """One text with its place in the stream: the name of the input, its first line (from 1), and the frame around it.

    ``head`` and ``tail`` are written unchanged before and after the text. ``raw`` is the JSON string literal of the
    text, or None for plain text. ``extracted`` names the way in which the text was extracted from HTML, or is empty.
    ``form`` is the format of the text, of which a cleaner reads only what is prose. ``word`` is the .docx that the text
    was taken from, which can be written with changes of it.

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
    fault: str = ""
    form: str = "text"
    word: Container | None = None

    def emit(self, text: str) -> str:
        """This document as it is written to the stream with ``text`` as its text."""
        if self.raw is None:
            return f"{self.head}{text}{self.tail}"
        return f"{self.head}{self.raw if text == self.text else _quoted(text, self.raw)}{self.tail}"

    def holding(self, text: str, extracted: str) -> Document:
        """The document with the text that was extracted from its HTML."""
        raw = None if self.raw is None else _quoted(text, self.raw)
        return self._replace(text=text, raw=raw, extracted=extracted)

    @property
    def label(self) -> str:
        """The name of the document in reports: the name of its input, and its first line unless that is line 1."""
        return self.name if self.line == 1 else f"{self.name}:{self.line}"


def _quoted(text: str, like: str) -> str:
    from vntextclean.streams.json_fields import quoted  # a text by itself has no use for it

    return quoted(text, like)


Splitter = Callable[[Iterable[str], str], Iterator[Document]]


def splitter(spec: str) -> Splitter:
    """The function that cuts a stream as ``--documents`` says: file, line, jsonl:FIELD or separator:REGEX.

    Raises :class:`ConfigError` for any other value and for an invalid expression. The function takes the blocks of text
    of one input and its name. With jsonl, FIELD may be a field of an inner object ("meta.text"); a line that is no JSON
    object, has no such field, or has one that is neither a string nor null, is a document with a ``fault``.

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


def _files(texts: Iterable[str], name: str) -> Iterator[Document]:
    """The whole stream as one document; one of more than ``parts.PART`` code points in parts that end at line ends."""
    held = ""
    line = 1
    for text in texts:
        held += text
        while len(held) > parts.PART and 0 < (cut := parts.cut(held)) < len(held):
            yield _framed(held[:cut], name, line)
            line += held.count("\n", 0, cut)
            held = held[cut:]
    yield Document(held, name, line)


def _lines(texts: Iterable[str], name: str) -> Iterator[Document]:
    number = 0
    for text in texts:
        for line in _split(text):
            number += 1
            body, tail = _without_newline(line)
            yield Document(body, name, number, tail=tail)


def _separated(texts: Iterable[str], name: str, pattern: re.Pattern[str]) -> Iterator[Document]:
    """The texts between lines that match. A matching line becomes the head of the document after it."""
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
    """A part of a stream as a document; its last line ends become the tail, so that they cannot be changed."""
    body = text.rstrip("\r\n")
    return Document(body, name, line, head, text[len(body) :])


def _records(texts: Iterable[str], name: str, field: str) -> Iterator[Document]:
    """One field of each JSON line. Everything else in the record stays the same, to the byte."""
    from vntextclean.streams.json_fields import find

    number = 0
    for text in texts:
        for line in _split(text):
            number += 1
            if not line.strip():
                yield Document("", name, number, head=line)
                continue
            found = find(line, [field])
            if found.fault or found.places[field][2] is None:
                yield Document("", name, number, head=line, fault=found.fault)
            else:
                start, end, value = found.places[field]
                yield Document(value, name, number, line[:start], line[end:], line[start:end])


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
