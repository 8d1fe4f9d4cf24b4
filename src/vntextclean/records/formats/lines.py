"""Records that are lines, and JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import islice

from vntextclean.errors import InputError
from vntextclean.nearest import nearest
from vntextclean.records.formats.blocks import Blocks
from vntextclean.records.formats.chunk import Mark, Piece
from vntextclean.records.formats.interface import Added, Outcome, Record
from vntextclean.records.formats.passing import whole_lines
from vntextclean.streams.json_fields import find, quoted

#: So many records at the start of an input are looked at for a name that was misspelt.
FIRST = 20


def line_pieces(blocks: Blocks, mark: Mark, size: int) -> Iterator[Piece]:
    """Blocks of whole lines."""
    bom = blocks.bom()
    if not mark.offset:
        mark = Mark(len(bom), mark.number)
    blocks.skip_to(mark, len(bom))
    yield from whole_lines(blocks, mark, size, bom)


def decoded(raw: bytes) -> tuple[str, str]:
    """A record as text, and what is wrong with it."""
    try:
        return raw.decode("utf-8"), ""
    except UnicodeDecodeError as error:
        return "", f"not UTF-8, at byte {error.start} of the record"


def split(data: bytes) -> list[bytes]:
    """Lines that end at a line feed only, with their ends."""
    lines = data.split(b"\n")
    last = lines.pop()
    return [line + b"\n" for line in lines] + ([last] if last else [])


class JsonLines:
    """One JSON object a line; what is not cleaned stays the same to the byte."""

    name, packs_each, has_columns = "jsonl", False, False

    def __init__(self, fields: Sequence[str], added: Added = Added()) -> None:  # noqa: B008 - it never changes
        self.fields = tuple(fields)
        self._new = set(filter(None, (added.signals, added.fingerprint)))

    def pieces(self, blocks: Blocks, mark: Mark, size: int) -> Iterator[Piece]:
        """Blocks of whole lines.

        Raises :class:`InputError` where the first records have no such field, but one that is called nearly so: each
        record of a large corpus would be a reject.
        """
        pieces = line_pieces(blocks, mark, size)
        if not mark.offset:
            for piece in pieces:
                if piece.data and not piece.passing:
                    self._refuse_misspelt(piece.data)
                yield piece
                if piece.data:
                    break
        yield from pieces

    def _refuse_misspelt(self, data: bytes) -> None:
        lines = (decoded(raw)[0] for raw in islice(split(data), FIRST))
        keys = [set(found.keys) for found in (find(line, self.fields) for line in lines) if found.keys]
        if not keys:
            return
        there = sorted(set().union(*keys))
        for name in self.fields:
            outer = name.split(".")[0]
            if name in there or outer in there:
                continue
            if near := nearest(outer, there):
                many = f"the first {len(keys)} records have" if len(keys) > 1 else "the first record has"
                raise InputError(f"{many} no field {name!r}; did you mean {near!r}?")

    def prologue(self, context: bytes, added: Added) -> bytes:  # noqa: ARG002
        """The byte-order mark, if there is one."""
        return context

    def records(self, data: bytes, context: bytes, first: int) -> list[Record]:  # noqa: ARG002
        """A line each; a blank line is a record without text."""
        return [self._record(raw, number) for number, raw in enumerate(split(data), first)]

    def _record(self, raw: bytes, number: int) -> Record:
        line, fault = decoded(raw)
        if fault or not line.strip():
            return Record(number, raw, (), fault)
        found = find(line, self.fields)
        if found.fault:
            return Record(number, raw, (), found.fault)
        if taken := self._new.intersection(found.keys):
            return Record(number, raw, (), f"the record has a field {min(taken)!r} already")
        places = [found.places[name] for name in self.fields if found.places[name][2] is not None]
        if len(places) > 1:
            places.sort()
        return Record(number, raw, tuple(place[2] for place in places), "", (line, places, found))

    def write(
        self, kept: Sequence[tuple[Record, Outcome | None]], data: bytes, context: bytes, added: Added
    ) -> list[bytes]:
        """Each line with its cleaned fields, and what is added before its closing brace."""
        del data, context
        return [record.raw if outcome is None else self._line(record, outcome, added) for record, outcome in kept]

    def _line(self, record: Record, outcome: Outcome, added: Added) -> bytes:
        line, places, found = record.places
        parts, at = [], 0
        for (start, end, before), text in zip(places, outcome.texts, strict=True):
            if text != before:
                parts += [line[at:start], quoted(text, line[start:end])]
                at = end
        if added:
            extra = json.dumps(outcome.extra, ensure_ascii=False)[1:-1]
            parts += [line[at : found.end].rstrip(" \t"), ", " if found.keys else "", extra]
            at = found.end
        return "".join([*parts, line[at:]]).encode() if parts else record.raw
