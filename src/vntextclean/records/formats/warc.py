"""WARC and WET files: the text of conversion and resource records of type text/plain is cleaned.

All other records, and all headers but the length and the digests of what changed, stay the same to the byte. Records
are compressed one by one, as the format asks.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Sequence

from vntextclean.records.formats.blocks import Blocks
from vntextclean.records.formats.chunk import Mark, Piece
from vntextclean.records.formats.interface import Added, Outcome, Record
from vntextclean.records.formats.lines import decoded

_BEGIN = b"WARC/"
_LENGTH = re.compile(rb"(?im)^Content-Length:[ \t]*(\d+)[ \t]*\r?$")
_TYPE = re.compile(rb"(?im)^WARC-Type:[ \t]*(\S+)")
_TEXT = re.compile(rb"(?im)^Content-Type:[ \t]*text/plain\b")
_DIGEST = re.compile(rb"(?im)^(WARC-(?:Block|Payload)-Digest:[ \t]*)(\S+?):(\S+)([ \t]*\r?\n)")
_CLEANED = (b"conversion", b"resource")
_ALGORITHMS = {b"sha1": hashlib.sha1, b"sha256": hashlib.sha256, b"md5": hashlib.md5}


class Warc:
    """Records of a WARC file."""

    name, packs_each, has_columns = "warc", True, False

    def pieces(self, blocks: Blocks, mark: Mark, size: int) -> Iterator[Piece]:
        """Whole records; what is no record is a piece up to where the next one begins."""
        blocks.skip_to(mark, 0)
        yield Piece(b"", mark)
        while True:
            held, length = [], 0
            while length < size and (record := self._next(blocks)):
                held.append(record)
                length += len(record)
            if not held:
                break
            mark = Mark(mark.offset + length, mark.number + len(held))
            yield Piece(b"".join(held), mark)
        if blocks.fault:
            yield Piece(b"", mark, b"", blocks.fault)

    def _next(self, blocks: Blocks) -> bytes:
        """The bytes of one record with the line ends after it."""
        head = [blocks.line()]
        while head[-1] and (len(head) == 1 or head[-1].strip()):
            line = blocks.line()
            if line.startswith(_BEGIN):  # the record before it is broken off
                blocks.give_back(line)
                return b"".join(head)
            head.append(line)
        found = _LENGTH.search(b"".join(head))
        if not found:
            return b"".join(head)
        body = blocks.read(int(found[1]))
        tail = []
        while (line := blocks.line()) and not line.strip():
            tail.append(line)
        blocks.give_back(line)
        return b"".join([*head, body, *tail])

    def prologue(self, context: bytes, added: Added) -> bytes:  # noqa: ARG002
        """Nothing."""
        return b""

    def records(self, data: bytes, context: bytes, first: int) -> list[Record]:  # noqa: ARG002
        """The records of a piece; ``places`` are the ends of header and body."""
        made: list[Record] = []
        at = 0
        whole = _Bytes(data)
        while at < len(data):
            whole.at = at
            raw = self._next(whole)  # type: ignore[arg-type]
            made.append(_record(raw, first + len(made)))
            at += len(raw)
        return made

    def write(
        self, kept: Sequence[tuple[Record, Outcome | None]], data: bytes, context: bytes, added: Added
    ) -> list[bytes]:
        """Each record with its cleaned text, and the length and digests that follow from it."""
        del data, context, added
        return [
            record.raw if outcome is None or outcome.texts == record.texts else _with_text(record, outcome.texts[0])
            for record, outcome in kept
        ]


class _Bytes:
    """Bytes in memory with the face that a record is read from."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.at = 0

    def line(self) -> bytes:
        end = self._data.find(b"\n", self.at) + 1 or len(self._data)
        line, self.at = self._data[self.at : end], end
        return line

    def read(self, size: int) -> bytes:
        data = self._data[self.at : self.at + size]
        self.at += len(data)
        return data

    def give_back(self, data: bytes) -> None:
        self.at -= len(data)


def _record(raw: bytes, number: int) -> Record:
    end = re.search(rb"\n\r?\n", raw)
    head = raw[: end.end()] if end else b""
    found = _LENGTH.search(head)
    if not raw.startswith(_BEGIN) or not found:
        return Record(number, raw, (), "no WARC record: it lacks its first line or its Content-Length")
    stop = len(head) + int(found[1])
    if stop > len(raw):
        return Record(number, raw, (), f"the WARC record has {len(raw) - len(head)} of its {int(found[1])} bytes")
    kind = _TYPE.search(head)
    if kind is None or kind[1].lower() not in _CLEANED or not _TEXT.search(head):
        return Record(number, raw)
    text, fault = decoded(raw[len(head) : stop])
    return Record(number, raw, (text,) if text else (), fault, (len(head), stop))


def _with_text(record: Record, text: str) -> bytes:
    start, stop = record.places
    head, body = record.raw[:start], text.encode()
    head = _LENGTH.sub(lambda found: found[0].replace(found[1], str(len(body)).encode()), head, count=1)
    head = _DIGEST.sub(lambda found: _digested(found, body), head)
    return head + body + record.raw[stop:]


def _digested(found: re.Match[bytes], body: bytes) -> bytes:
    """A digest of the new body, written as the old one was; one of an unknown kind is left out."""
    algorithm = _ALGORITHMS.get(found[2].lower())
    if algorithm is None:
        return b""
    digest = algorithm(body)
    of_hex = len(found[3]) == 2 * digest.digest_size
    return (
        found[1]
        + found[2]
        + b":"
        + (digest.hexdigest().encode() if of_hex else base64.b32encode(digest.digest()))
        + found[4]
    )
