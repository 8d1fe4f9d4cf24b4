"""Streams become documents, and cleaned documents become streams again, byte for byte where nothing was repaired.

A document is what the LAYOUT filters see as one page, and what is held in memory at a time. What stands around its text
(the newline of a line, the other fields of a JSON record) travels with it, so that a stream can be put together again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from vntextclean.errors import ConfigError, InputError


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
        return f"{self.head}{self.raw if text == self.text else _quoted(text, self.raw)}{self.tail}"

    def holding(self, text: str, extracted: str) -> Document:
        """The document with the text that was taken out of its HTML."""
        raw = None if self.raw is None else _quoted(text, self.raw)
        return self._replace(text=text, raw=raw, extracted=extracted)

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


def _files(texts: Iterable[str], name: str) -> Iterator[Document]:
    """The whole stream as one document; one that comes in several blocks is cut after its last blank lines."""
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
            except RecursionError:
                raise InputError(f"{name}:{number}: the JSON on this line is nested too deeply to be read") from None
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


def _quoted(text: str, like: str) -> str:
    """A JSON string: with escapes if the one before it was so written, and always for what UTF-8 cannot carry."""
    return json.dumps(text, ensure_ascii=("\\u" in like and like.isascii()) or bool(_SURROGATE.search(text)))


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
