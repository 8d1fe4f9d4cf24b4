"""Records too long to be held in memory: they pass in parts, as they are, and each is a reject."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from vntextclean.named_tuple import NamedTuple
from vntextclean.records.formats.blocks import Blocks
from vntextclean.records.formats.chunk import Mark, Passing, Piece

#: Bytes of a part.
PART = 1 << 20


class _Cut(NamedTuple):
    """Where in a part the record ends (-1: it goes on), and how many lines of the part are of it."""

    end: int
    lines: int


#: Looks for the end of a record in a part, of which it is told whether the record begins there.
_Cutter = Callable[[bytes, bool], _Cut]


def whole_lines(
    blocks: Blocks, mark: Mark, size: int, context: bytes, complete: Callable[[bytes], bytes] = bytes
) -> Iterator[Piece]:
    """Blocks of whole lines from a mark to the end; ``complete`` adds what is left of a record of several lines."""
    yield Piece(b"", mark, context)
    while mark.inside or (data := blocks.take(size)):
        if mark.inside or not (data := blocks.whole(data)):
            for piece in pass_line(blocks, mark, context):
                mark = piece.after
                yield piece
            continue
        data = complete(data)
        mark = Mark(mark.offset + len(data), mark.number + data.count(b"\n") + (not data.endswith(b"\n")))
        yield Piece(data, mark, context)
    if blocks.fault:
        yield Piece(b"", mark, context, blocks.fault)


def pass_line(blocks: Blocks, mark: Mark, context: bytes) -> Iterator[Piece]:
    """The parts of a line, from a mark at its beginning or inside of it."""

    def cut(data: bytes, begins: bool) -> _Cut:  # noqa: ARG001
        end = data.find(b"\n") + 1
        return _Cut(end or -1, 1 if end else 0)

    return _parts(blocks, mark, context, cut)


def pass_document(blocks: Blocks, mark: Mark, context: bytes, separator: re.Pattern[bytes]) -> Iterator[Piece]:
    """The parts of a document that begins at a mark, or goes on there, up to the next line that is a separator."""

    def cut(data: bytes, begins: bool) -> _Cut:
        at = 0
        for number, line in enumerate(data.split(b"\n")):
            if (at or not begins) and separator.search(line.rstrip(b"\r")):
                return _Cut(at, number)
            at += len(line) + 1
        return _Cut(-1, data.count(b"\n"))

    return _parts(blocks, mark, context, cut)


def _parts(blocks: Blocks, mark: Mark, context: bytes, cut: _Cutter) -> Iterator[Piece]:
    fault = f"a record of more than {blocks.longest} bytes; to clean it, raise --max-text beyond {blocks.longest // 12}"
    size = min(PART, blocks.longest)
    begins, ended = not mark.inside, False
    while not ended:
        data = blocks.read(size)
        last = len(data) < size
        end, lines = cut(data, begins)
        if end >= 0:
            blocks.give_back(data[end:])
            data = data[:end]
        elif not last and b"\n" in data:  # whole lines, so that a separator is seen
            end = data.rindex(b"\n") + 1
            blocks.give_back(data[end:])
            data, end = data[:end], -1
        ended = end >= 0 or last
        if end < 0 and last:
            lines += not data.endswith(b"\n")
        mark = Mark(mark.offset + len(data), mark.number + lines, not ended)
        yield Piece(data, mark, context, passing=Passing(begins, ended, fault))
        begins = False
