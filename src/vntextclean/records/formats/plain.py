"""Plain text: a file is a document, or each line is, or the texts between lines that match a separator are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from vntextclean.errors import ConfigError
from vntextclean.records.formats.blocks import Blocks
from vntextclean.records.formats.chunk import Mark, Piece
from vntextclean.records.formats.interface import Added, Outcome, Record
from vntextclean.records.formats.lines import decoded, line_pieces, split
from vntextclean.records.formats.passing import pass_document, pass_line

#: A file over this many bytes is cut at its blank lines, so that memory stays bounded.
WHOLE = 4 << 20


class _Text:
    """What the formats of plain text have in common; ``places`` are the ends of the text in the bytes of its record."""

    packs_each, has_columns = False, False

    def prologue(self, context: bytes, added: Added) -> bytes:  # noqa: ARG002
        """The byte-order mark, if there is one."""
        return context

    def write(
        self, kept: Sequence[tuple[Record, Outcome | None]], data: bytes, context: bytes, added: Added
    ) -> list[bytes]:
        """Each document between its separator and its last line ends."""
        del data, context, added
        return [record.raw if outcome is None else _framed(record, outcome.texts[0]) for record, outcome in kept]


class Lines(_Text):
    """Plain text, each line a document."""

    name = "lines"

    def pieces(self, blocks: Blocks, mark: Mark, size: int) -> Iterator[Piece]:
        """Blocks of whole lines."""
        return line_pieces(blocks, mark, size)

    def records(self, data: bytes, context: bytes, first: int) -> list[Record]:  # noqa: ARG002
        """A line each."""
        return [_record(b"", raw, number) for number, raw in enumerate(split(data), first)]


class Plain(_Text):
    """Documents of plain text; ``separator`` is a regular expression, or empty where a file is one document."""

    name = "text"

    def __init__(self, separator: str = "") -> None:
        try:
            self._separator = re.compile(separator.encode()) if separator else None
        except re.error as error:
            raise ConfigError(f"--separator {separator!r} is no regular expression: {error}") from None

    def pieces(self, blocks: Blocks, mark: Mark, size: int) -> Iterator[Piece]:
        """Whole documents. A piece ends before a separator, and a long file after a blank line."""
        bom = blocks.bom()
        if not mark.offset:
            mark = Mark(len(bom), mark.number)
        blocks.skip_to(mark, len(bom))
        yield Piece(b"", mark, bom)
        size = size if self._separator else WHOLE
        while mark.inside or (data := blocks.take(size)):
            data = b"" if mark.inside else blocks.whole(data)
            cut = self._cut(data)
            while data and cut <= 0 and len(data) < blocks.longest and (more := blocks.take(size)):
                found = self._cut(more)
                data, cut = data + more, len(data) + found if found >= 0 else 0
            if not data or (self._separator and cut <= 0 and len(data) >= blocks.longest):
                blocks.give_back(data)
                for piece in self._passed(blocks, mark, bom):
                    mark = piece.after
                    yield piece
                continue
            if 0 < cut < len(data) and (self._separator or len(data) >= size):
                blocks.give_back(data[cut:])
                data = data[:cut]
            mark = Mark(mark.offset + len(data), mark.number + data.count(b"\n") + (not data.endswith(b"\n")))
            yield Piece(data, mark, bom)
        if blocks.fault:
            yield Piece(b"", mark, bom, blocks.fault)

    def _passed(self, blocks: Blocks, mark: Mark, bom: bytes) -> Iterator[Piece]:
        if self._separator is None:
            return pass_line(blocks, mark, bom)
        return pass_document(blocks, mark, bom, self._separator)

    def _cut(self, data: bytes) -> int:
        """Where the last separator of a piece begins, or the text after the last blank line; -1 without any."""
        if self._separator is None:
            if len(data) < WHOLE:
                return len(data)
            ends = [data.rfind(blank) + len(blank) for blank in (b"\n\n", b"\n\r\n") if blank in data]
            return max(ends, default=len(data))
        at = len(data)
        for line in reversed(split(data)):
            at -= len(line)
            if self._separator.search(line.rstrip(b"\r\n")):
                return at
        return -1

    def records(self, data: bytes, context: bytes, first: int) -> list[Record]:  # noqa: ARG002
        """The documents; a separator is the head of the one after it."""
        if self._separator is None:
            return [_record(b"", data, first)]
        made: list[Record] = []
        head, lines, number = b"", list[bytes](), first
        for line in split(data):
            if self._separator.search(line.rstrip(b"\r\n")):
                if head or lines:
                    made.append(_record(head, b"".join(lines), first))
                head, lines, first = line, [], number
            else:
                lines.append(line)
            number += 1
        made.append(_record(head, b"".join(lines), first))
        return made


def _record(head: bytes, body: bytes, number: int) -> Record:
    text, fault = decoded(body.rstrip(b"\r\n"))
    raw = head + body
    end = len(head) + len(body.rstrip(b"\r\n"))
    return Record(number, raw, (text,) if text else (), fault, (len(head), end))


def _framed(record: Record, text: str) -> bytes:
    start, end = record.places
    return record.raw[:start] + text.encode() + record.raw[end:]
