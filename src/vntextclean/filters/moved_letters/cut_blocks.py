"""Puts together lines that an extractor cut before each mark, block by block, where all of it is clear."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from vntextclean.filters.moved_letters.cut_lines import Piece, pieces_of, put_together
from vntextclean.filters.moved_letters.joins import clear_joins
from vntextclean.lm.model import Model
from vntextclean.named_tuple import NamedTuple

#: Pieces that are looked at together: those of a page. Behind the first number a paragraph ends them, at the second
#: anything does. The time grows with the product of pieces.
_MANY, _MOST = 140, 180
#: Behind so many pages in a row of which no block comes out nothing more is looked for. Each takes up to half a second:
#: a text whose pieces are words of language in no order was read with 10 KB a second.
_IN_VAIN = 6

#: The pieces of a line by number, in their order.
_Line = tuple[int, ...]


class CutBlock(NamedTuple):
    """Where a block of pieces begins and ends, what it becomes, and how many joins were made."""

    start: int
    end: int
    after: str
    joins: int


def cut_blocks(model: Model, text: str) -> Iterator[CutBlock]:
    r"""The blocks of a text that come out whole.

    >>> page = "Ông Sáu nuôi bò sư\n\n\u0303a đã mươ\n\n\u0300i năm.\nBà bán phơ\n\n\u0309 ơ\n\n\u0309 chợ.\n"
    >>> [block.after for block in cut_blocks(Model.open(), page)]
    ['Ông Sáu nuôi bò sữa đã mười năm.', 'Bà bán phở ở chợ.']
    """
    in_vain = 0
    for window in _windows(pieces_of(text)):
        found = [*_blocks(model, text, window)]
        yield from found
        in_vain = 0 if found else in_vain + 1
        if in_vain == _IN_VAIN:
            return


def _windows(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The pieces that are looked at together."""
    window: list[Piece] = []
    for piece in pieces:
        if len(window) >= _MOST or (len(window) >= _MANY and piece.parted and not piece.opening):
            yield window
            window = []
        window.append(piece)
    yield window


def _blocks(model: Model, text: str, pieces: Sequence[Piece]) -> Iterator[CutBlock]:
    """A block ends where no line before has a piece behind, and no line behind a piece before.

    Where a block lacks a join others may be wrong, and its words come in another wrong order: it stays.
    """
    block: list[_Line] = []
    last = -1
    for line in [*sorted(_lines(clear_joins(model, pieces), len(pieces)), key=min), (len(pieces),)]:
        if block and min(line) > last:
            if not any(pieces[line[0]].opening for line in block):
                yield from _block(text, pieces, sorted(block))
            block = []
        block.append(line)
        last = max(last, *line)


def _lines(behind: dict[int, int], count: int) -> list[_Line]:
    """The lines that joins make of so many pieces. Joins that lead back to their beginning are none."""
    inner = {*behind.values()}
    lines: list[_Line] = []
    for first in range(count):
        if first not in inner:
            line = [first]
            while line[-1] in behind:
                line.append(behind[line[-1]])
            lines.append(tuple(line))
    met = {number for line in lines for number in line}
    return lines + [(number,) for number in range(count) if number not in met]


def _block(text: str, pieces: Sequence[Piece], lines: list[_Line]) -> Iterator[CutBlock]:
    """The edit that writes some lines in place of their pieces; none where each line is one piece."""
    numbers = [number for line in lines for number in line]
    if len(numbers) > len(lines):
        written = [_written(text, pieces, line) for line in lines]
        after = written[0]
        for line, whole in zip(lines[1:], written[1:], strict=True):
            # An empty line ends a paragraph, but not inside a sentence.
            after += ("\n\n" if pieces[line[0]].parted and not whole[0].islower() else "\n") + whole
        yield CutBlock(pieces[min(numbers)].start, pieces[max(numbers)].end, after, len(numbers) - len(lines))


def _written(text: str, pieces: Sequence[Piece], line: _Line) -> str:
    whole = text[pieces[line[0]].start : pieces[line[0]].end]
    for before, number in pairwise(line):
        closing, piece = pieces[before].closing, pieces[number]
        behind = text[piece.start + len(piece.opening) : piece.end]
        whole = whole.removesuffix(closing) + put_together(closing, piece.opening) + behind
    return whole
