"""CSV and TSV: columns are cleaned, and all else of a row stays the same to the byte.

A cell that begins with a quotation mark ends at the next one that is not doubled (RFC 4180), and may hold line ends.
What stands between that mark and the delimiter, as in ``"Môt" buổi``, is tolerated within a line alone: over several,
two marks that belong to two rows would make one text of all rows between them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from vntextclean.errors import InputError
from vntextclean.records.formats.blocks import Blocks
from vntextclean.records.formats.chunk import Mark, Piece
from vntextclean.records.formats.header import header_of, is_said, places_of
from vntextclean.records.formats.interface import Added, Outcome, Record
from vntextclean.records.formats.lines import decoded, split
from vntextclean.records.formats.passing import whole_lines

#: A row that has not ended after so many bytes has a quotation mark that nothing closes.
LONGEST = 16 << 20
SIGNALS = (
    "words", "valid", "marked", "perplexity", "furniture", "repairs", "damage", "misreading", "vietnamese"
)  # fmt: skip


class Delimited:
    """Rows of cells under a header; ``fields`` are names of columns."""

    packs_each, has_columns = False, True

    def __init__(self, fields: Sequence[str], delimiter: str, name: str) -> None:
        self.fields = tuple(fields)
        self.name = name
        self._delimiter = delimiter
        sign = re.escape(delimiter)
        end = rf"{sign}|\r?\n|\Z"
        closed = rf'"[^"]*(?:""[^"]*)*"(?={end})'
        loose = rf'"[^"\n]*(?:""[^"\n]*)*"(?!"|{end})[^{sign}\n]*'  # never what is closed: each row is read in one way
        cell = rf'{closed}|{loose}|(?!")[^{sign}\n]*'
        self._cell = re.compile(cell)
        self._row = re.compile(rf"(?:{cell})(?:{sign}(?:{cell}))*\r?\n".encode())
        self._open = re.compile(rf'(?:(?:{cell}){sign})*"[^"]*(?:""[^"]*)*\Z'.encode())

    def pieces(self, blocks: Blocks, mark: Mark, size: int) -> Iterator[Piece]:
        """Whole rows under the header, which is the context."""
        bom = blocks.bom()
        header = blocks.take(1)
        if is_said(header, self._delimiter):
            header += blocks.take(1)
        header, _ = self._whole(blocks, header)
        if not header:
            return
        context = bom + header
        if not mark.offset:
            mark = Mark(len(context), 1 + header.count(b"\n"))
        blocks.skip_to(mark, len(context))
        self._columns(context)  # refuse a file without the columns before anything is cleaned
        yield from whole_lines(blocks, mark, size, context, lambda data: self._whole(blocks, data)[0])

    def _whole(self, blocks: Blocks, data: bytes) -> tuple[bytes, int]:
        """Data with the rest of its last row, and where its last row begins."""
        if b'"' not in data:
            return data, 0
        at = 0
        while at < len(data):
            found = self._row.match(data, at)
            if found:
                at = found.end()
                continue
            if not self._open.match(data, at) and (end := data.find(b"\n", at) + 1):
                at = end  # text follows a quotation mark that should close a cell: the row is a line, and refused later
                continue
            more = blocks.line()
            if not more:
                break
            if len(data) - at > LONGEST:  # nothing closes the quotation mark: the row is a line, and refused later
                blocks.give_back(more)
                end = data.find(b"\n", at) + 1
                if not end:  # a line that is too long to be held, after the one with the quotation mark
                    blocks.give_back(data[at:])
                    return data[:at], at
                at = end
                continue
            more += blocks.take(min(len(data) - at, LONGEST)) if len(data) - at > 1 << 16 else b""
            data += more
        return data, at

    def _rows(self, data: bytes) -> list[bytes]:
        """The rows of a piece; a line whose quotation mark is never closed is one."""
        if b'"' not in data:
            return split(data)
        rows, at = [], 0
        while at < len(data):
            found = self._row.match(data, at)
            end = found.end() if found else self._end(data, at)
            rows.append(data[at:end])
            at = end
        return rows

    def _end(self, data: bytes, at: int) -> int:
        if self._row.fullmatch(data[at:] + b"\n"):
            return len(data)  # the last row, without a line end
        return data.find(b"\n", at) + 1 or len(data)

    def _columns(self, context: bytes) -> tuple[list[str], list[int]]:
        """The names of all columns, and the places of those that are cleaned."""
        header = header_of(context)
        try:
            names = [value for _, _, value in self._cells(header)]
        except ValueError as error:
            raise InputError(f"the header cannot be read: {error}") from None
        return names, places_of(self.fields, names, header)

    def _cells(self, row: str) -> list[tuple[int, int, str]]:
        """The cells of a row without its line end: start, end and value. Raises ValueError for an open quotation."""
        cells: list[tuple[int, int, str]] = []
        at = 0
        while True:
            found = self._cell.match(row, at)
            if found is None:
                raise ValueError(f"the quotation mark that opens cell {len(cells) + 1} is never closed")
            cells.append((at, found.end(), _value(found[0])))
            at = found.end() + 1
            if found.end() == len(row):
                return cells

    def prologue(self, context: bytes, added: Added) -> bytes:
        """The header, with the columns that are added."""
        if not added:
            return context
        names, _ = self._columns(context)
        new = [*(f"{added.signals}.{name}" for name in SIGNALS if added.signals), *filter(None, [added.fingerprint])]
        if taken := set(new) & set(names):
            raise InputError(f"there is a column {min(taken)!r} already; choose another name")
        body = context.rstrip(b"\r\n")
        cells = "".join(self._delimiter + self._quoted(name, "") for name in new)
        return body + cells.encode() + (context[len(body) :] or b"\n")

    def records(self, data: bytes, context: bytes, first: int) -> list[Record]:
        """A row each, numbered by its first line."""
        names, columns = self._columns(context)
        made = []
        for raw in self._rows(data):
            made.append(self._record(raw, first, len(names), columns))
            first += raw.count(b"\n")
        return made

    def _record(self, raw: bytes, number: int, width: int, columns: list[int]) -> Record:
        row, fault = decoded(raw)
        body = row.rstrip("\r\n")
        if fault or not body:
            return Record(number, raw, (), fault)
        try:
            cells = self._cells(body)
        except ValueError as error:
            return Record(number, raw, (), str(error))
        if len(cells) != width:
            return Record(number, raw, (), f"the row has {len(cells)} cells, and the header {width}")
        chosen = sorted(cells[column] for column in columns)
        return Record(number, raw, tuple(value for _, _, value in chosen), "", (row, len(body), chosen))

    def write(
        self, kept: Sequence[tuple[Record, Outcome | None]], data: bytes, context: bytes, added: Added
    ) -> list[bytes]:
        """Each row with its cleaned cells, and the cells that are added; empty ones where it stays as it is."""
        del data, context
        return [
            self.unchanged(record.raw, added) if outcome is None else self._line(record, outcome, added)
            for record, outcome in kept
        ]

    def unchanged(self, raw: bytes, added: Added) -> bytes:
        """A row, or the end of one, as it is; the cells that are added are empty."""
        empty = self._delimiter * (len(SIGNALS) * bool(added.signals) + bool(added.fingerprint))
        body = raw.rstrip(b"\r\n")
        return body + empty.encode() + raw[len(body) :] if body else raw

    def _line(self, record: Record, outcome: Outcome, added: Added) -> bytes:
        if record.places is None:
            return record.raw
        row, length, chosen = record.places
        parts, at = [], 0
        for (start, end, before), text in zip(chosen, outcome.texts, strict=True):
            if text != before:
                parts += [row[at:start], self._quoted(text, row[start:end])]
                at = end
        parts.append(row[at:length])
        if not any(parts):
            parts = ['""']  # programs pass over an empty line: the record would be lost
        if added.signals:
            told = outcome.extra[added.signals]
            parts += [self._delimiter + self._quoted(_cell_of(told[name]), "") for name in SIGNALS]
        if added.fingerprint:
            parts.append(self._delimiter + outcome.extra[added.fingerprint])
        return "".join([*parts, row[length:]]).encode()

    def _quoted(self, text: str, like: str) -> str:
        """A text as a cell: in quotation marks if it needs them, or had them."""
        if like.startswith('"') or text.startswith('"') or any(sign in text for sign in (self._delimiter, "\n", "\r")):
            return '"' + text.replace('"', '""') + '"'
        return text


def _value(cell: str) -> str:
    """What a cell means."""
    if not cell.startswith('"'):
        return cell
    end = cell.rindex('"')
    return cell[1:end].replace('""', '"') + cell[end + 1 :]


def _cell_of(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    return str(value).lower() if isinstance(value, bool) else str(value)
