"""The chunks of all inputs of a run, in order."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import BinaryIO

from vntextclean.errors import InputError
from vntextclean.records.formats.blocks import LONGEST, Blocks
from vntextclean.records.formats.chunk import Chunk, Mark, Piece
from vntextclean.records.formats.compression import Decompressed, Plain, by_bytes
from vntextclean.records.inputs import Source
from vntextclean.records.plan import Plan
from vntextclean.records.pool import Work

#: What a file in UTF-16 begins with, as PowerShell and Excel write it: every record of it would be a reject.
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
#: Compressions whose every file begins alike; one of zstd may begin with a frame to be skipped.
_TOLD_BY_BYTES = ("gzip", "bz2", "xz")


def work_of(plan: Plan, first: int, mark: Mark) -> Iterator[Work]:
    """The chunks from a mark in an input on. Each input ends with a chunk that says so, and what was wrong with it."""
    for number in range(first, len(plan.sources)):
        source = plan.sources[number]
        packing = plan.packing_of(source)
        begins, fault, seen, failed = mark, "", 0, False
        try:
            for piece, place in _pieces(plan, source, mark):
                fault = piece.fault or fault
                if begins is mark and mark.offset and not piece.data:
                    seen = place  # of a run that is resumed: it has been counted
                yield Work(Chunk(number, begins, piece, max(0, place - seen)), source.form, packing)
                begins, seen = piece.after, max(seen, place)
        except InputError as error:
            fault, failed = str(error), True
        except OSError as error:
            fault = f"it cannot be read on: {error.strerror or error}"
        left = max(0, source.size - seen)
        yield Work(Chunk(number, begins, Piece(b"", begins, b"", fault), left, True, failed), source.form, packing)
        mark = Mark()


def _pieces(plan: Plan, source: Source, mark: Mark) -> Iterator[tuple[Piece, int]]:
    """The pieces of an input, each with how much of its file has been read."""
    form = plan.job.formats[source.form]
    if source.form == "parquet":
        from vntextclean.records.formats.parquet import Parquet

        assert isinstance(form, Parquet)
        if source.path is None:
            raise InputError("Parquet cannot be read from a pipe; name the file")
        rows = 0
        for piece in form.pieces_of(source.path, mark, plan.chunk_size):
            rows = rows or max(1, form.rows(source.path))
            yield piece, source.size * piece.after.offset // rows
        return
    stream = source.path.open("rb") if source.path else _standard_input()
    try:
        packing = source.packing
        if source.path is None and not packing:
            packing = by_bytes(stream.peek(8)[:8])  # type: ignore[attr-defined]
        elif packing in _TOLD_BY_BYTES and (first := stream.peek(8)[:8]) and by_bytes(first) != packing:  # type: ignore[attr-defined]
            raise InputError(f"its name tells {packing}, and its bytes do not; rename it, or compress it anew")
        raw = Decompressed(stream, packing) if packing else Plain(stream)
        blocks = Blocks(raw, max(LONGEST, 12 * plan.job.longest))
        if source.form != "warc" and blocks.begins_with(*_UTF_16):
            raise InputError("it is in UTF-16, and records are in UTF-8; convert it first: iconv -f UTF-16 -t UTF-8")
        for piece in form.pieces(blocks, mark, plan.chunk_size):
            # of a compressed file, how far it has been read; a pipe cannot say that
            yield piece, stream.tell() if packing and source.path else piece.after.offset
    finally:
        if source.path:
            stream.close()


def _standard_input() -> BinaryIO:
    if sys.stdin is None:
        raise InputError("standard input is closed; name a file, or open it")
    return sys.stdin.buffer
