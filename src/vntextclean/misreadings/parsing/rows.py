"""A line as the words between its spaces, each read once by each chain, however often it stands in a document.

No sequence of bytes and no word goes over a plain space, so that what a chain makes of a line is what it makes of these
parts. Most words of a line are right, and a document says the same ones again and again: by whole lines, a page of a
few damaged words took ten times as long.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from vntextclean.misreadings.parsing.cells import Cell, cells_of
from vntextclean.misreadings.parsing.parts import Part
from vntextclean.patterns import late

#: What stands between two spaces, if it is not plain ASCII, which no table reads.
_READ = late("(?<![^ ])[!-~]*[^ -~][^ ]*")
#: Longer parts are no words. The rules of tables, as text browsers draw them, come again and again in a document, and
#: are asked about once more for each round of its filters: a few are kept. A page with five took 4 ms each time.
LONGEST, LONGEST_RULE, RULES = 40, 160, 32

#: The parts of a line and where each begins in the text; those of plain ASCII, which nothing reads, are left out.
Row = list[tuple[int, Part]]
#: Characters of a line, or a word that is put for so many of them, and whether a byte of it is gone.
Piece = tuple[int, str, bool]


def row_of(line: str, offset: int = 0, whole: str | None = None) -> Row:
    """The parts of a line; in ``whole`` the no-break spaces that became spaces are put back, as cells that were cut.

    >>> [start for start, _ in row_of("Viá»‡t Nam Ä‘áº¹p")]
    [0, 11]
    """
    if whole is None or whole == line:
        return [(offset + found.start(), part_of(found[0])) for found in _READ.finditer(line)]
    row: Row = []
    at = 0
    for token in whole.split(" "):
        end = at + len(token)
        if line[at:end] != token:
            pieces = tuple((1, char, char != seen) for char, seen in zip(token, line[at:end], strict=True))
            row.append((offset + at, _mixed(pieces)))
        elif _READ.match(token):
            row.append((offset + at, part_of(token)))
        at = end + 1
    return row


def row_with(text: str, start: int, end: int, found: Mapping[int, tuple[int, str]]) -> Row:
    """The parts of a stretch of a text with words put in, which are not read again: by their start, end and word."""
    row: Row = []
    pieces: list[Piece] = []
    begin = at = start

    def close() -> None:
        if len(pieces) == 1 and not pieces[0][0]:
            row.extend(row_of(pieces[0][1], begin))
        elif pieces:
            row.append((begin, _mixed(tuple(pieces))))
        pieces.clear()

    for first in [*sorted(found), end]:
        if first < at:
            continue
        head, *rest = text[at:first].split(" ")
        if head:
            pieces.append((0, head, False))
        if rest:
            close()
            at += len(head) + 1
            for token in rest[:-1]:
                row += row_of(token, at)
                at += len(token) + 1
            begin = at
            if rest[-1]:
                pieces.append((0, rest[-1], False))
        if first < end:
            last, word = found[first]
            pieces.append((last - first, word, False))
            at = last
    close()
    return row


def tokens_of(line: str) -> list[str]:
    """The parts of a line as they stand in it.

    >>> tokens_of("Viá»‡t Nam Ä‘áº¹p")
    ['Viá»‡t', 'Ä‘áº¹p']
    """
    return _READ.findall(line)


def part_of(token: str) -> Part:
    """A part, kept where it is no longer than words or rules are."""
    if len(token) <= LONGEST:
        return _plain(token)
    return _rule(token) if len(token) <= LONGEST_RULE else Part(cells_of(token))


@lru_cache(maxsize=1 << 12)
def _plain(token: str) -> Part:
    return Part(cells_of(token))


@lru_cache(maxsize=RULES)
def _rule(token: str) -> Part:
    return Part(cells_of(token))


@lru_cache(maxsize=1 << 10)
def _mixed(pieces: tuple[Piece, ...]) -> Part:
    cells: list[Cell] = []
    at = 0
    for width, text, is_cut in pieces:
        if width:
            cells.append((at, at + width, (text,), False, is_cut, False))
        else:
            cells += cells_of(text, at)
        at += width or len(text)
    return Part(cells)
