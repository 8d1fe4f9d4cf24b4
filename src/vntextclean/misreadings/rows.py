"""A line as the words between its spaces, each read once by each chain, however often it stands in a document.

No sequence of bytes and no word goes over a plain space, so that what a chain makes of a line is what it makes of these
parts. Most words of a line are right, and a document says the same ones again and again: by whole lines, a page of a
few damaged words took ten times as long.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple, TypeVar

from vntextclean.misreadings.cells import MIDDLE, SHAPELESS, Cell, Chain, Loss, Step, cells_of, loss_tells, read
from vntextclean.misreadings.code_pages import NAMES, views
from vntextclean.misreadings.words import Word, words_of
from vntextclean.patterns import late
from vntextclean.scanning.unusual import USUAL

_T = TypeVar("_T")
_USUAL = frozenset(USUAL)
#: Longer parts are no words, and not kept; nor are readings of one by more chains than a few documents need.
_LONGEST, _MOST_CHAINS = 40, 24
#: A part that no table reads, and that tells nothing.
_PLAIN = late("[\x20-\x7e]*")


#: What is no byte behind the first one under any table; a question mark may stand for one.
_PLAIN_LETTER = late(r"[\x20-\x3e\x40-\x7e]")

#: Table, change of case, and whether no second byte of three was dropped: what :func:`.cells.loss_tells` depends on.
Told = tuple[str, str, bool]


class Parsed(NamedTuple):
    """What a chain makes of a part: its cells, its words, and what is counted over a line; places are in the part.

    ``unread`` counts the characters that no clean text holds, ``seen`` are those beyond ASCII.
    """

    cells: Sequence[Cell]
    whole: int = 0
    cut: int = 0
    stray: tuple[int, ...] = ()
    words: tuple[Word, ...] = ()
    unread: int = 0
    has_quotes: bool = False

    def reach(self) -> float:
        """The most characters of the text that further tables may make letters of: those that are put together.

        One that lost a byte counts by half, as in a word. A further sequence begins with what was put together, and
        takes in no more than three characters behind it, beside those without a shape.
        """
        found, more = 0.0, 0
        for start, end, options, is_read, is_cut, _ in self.cells:
            if is_read:
                found += (end - start) * (0.5 if is_cut else 1.0)
                more = 3
            elif more and not _PLAIN_LETTER.match(options[0]):
                found += end - start
                more -= options[0] not in SHAPELESS
            else:
                more = 0
        return found


class State(NamedTuple):
    """What a table meets in a part that a chain left: the characters beyond ASCII, and whether any was put together.

    A table that begins nothing with these characters, where none was put together, leaves ``unread`` and quotes so.
    """

    seen: frozenset[str]
    was_read: bool
    unread: int
    has_quotes: bool


class Part:
    """The cells between two spaces of a line, and what chains made of them so far."""

    __slots__ = ("_counts", "_loss_tells", "_parsed", "_states", "beyond_ascii")

    def __init__(self, cells: Sequence[Cell]) -> None:
        self._parsed: dict[Chain, Parsed] = {(): Parsed(cells)}
        #: How many of its characters are beyond ASCII.
        self.beyond_ascii = sum(cell[2][0] > "\x7f" for cell in cells)
        self._counts: dict[Chain, Mapping[str, int]] = {}
        self._states: dict[Chain, State] = {}
        self._loss_tells: dict[Told, bool] = {}

    def by(self, chain: Chain) -> Parsed:
        """What a chain makes of it."""
        if len(chain) == 1:
            return self.by_one(chain, *told_by(chain[0]))
        found = self._parsed.get(chain)
        if found is None:
            found = _parsed(self.by(chain[:-1]).cells, chain)
            _keep(self._parsed, chain, found)
        return found

    def by_one(self, chain: Chain, plain: Chain, told: Told | None) -> Parsed:
        """What a chain of one table makes of it; ``plain`` and ``told`` are what :func:`told_by` says of the table."""
        if not (told and self._is_told(chain[0], told)):
            # The same whatever other lines of the document lost, so that all documents share it.
            chain = plain
        found = self._parsed.get(chain)
        if found is None:
            found = _parsed(self._parsed[()].cells, chain)
            _keep(self._parsed, chain, found)
        return found

    def _is_told(self, step: Step, told: Told) -> bool:
        """Whether what was dropped matters here."""
        found = self._loss_tells.get(told)
        if found is None:
            found = self._loss_tells[told] = loss_tells(self._parsed[()].cells, *step)
        return found

    def counts(self, chain: Chain) -> Mapping[str, int]:
        """By table, the whole sequences it shows in what a chain left; of a chain, in what it put together."""
        found = self._counts.get(chain)
        if found is None:
            seen = "".join(cell.options[0] if cell.read or not chain else " " for cell in self.by(chain).cells)
            found = {} if seen.isascii() else {page: n for page in NAMES if (n := len(_whole(page).findall(seen)))}
            _keep(self._counts, chain, found)
        return found

    def state(self, chain: Chain) -> State:
        """What the next table meets."""
        found = self._states.get(chain)
        if found is None:
            cells, words = self.by(chain).cells, self.by(chain).words
            seen = frozenset(char for cell in cells for char in cell.options if char > "\x7f")
            found = State(seen, bool(words), _unread(cells), _has_quotes(cells))
            _keep(self._states, chain, found)
        return found


@lru_cache(maxsize=1 << 8)
def told_by(step: Step) -> tuple[Chain, Told | None]:
    """The chain of a step's table by which nothing was dropped, and what tells whether a part asks for the step's own.

    None where nothing was dropped. It is the same for all parts of a line, and was half of the time of asking them.
    """
    page, loss = step
    told = (page, loss.recased, loss.dropped.isdisjoint(MIDDLE)) if loss.dropped else None
    return _without_loss(page, loss.recased), told


@cache
def _without_loss(page: str, recased: str) -> Chain:
    """The chain of one table by which nothing was dropped; it is asked for word after word."""
    return (Step(page, Loss(recased=recased)),)


def _keep(known: dict[Chain, _T], chain: Chain, found: _T) -> None:
    """Remember an answer; but for the first one all are forgotten where they are many."""
    if len(known) > _MOST_CHAINS:
        for old in list(known)[1:]:
            known.pop(old, None)
    known[chain] = found


def _parsed(cells: Sequence[Cell], chain: Chain) -> Parsed:
    page, loss = chain[-1]
    made = read(cells, page, loss, again=len(chain) > 1)
    words = tuple(words_of(made.cells))
    return Parsed(made.cells, made.whole, made.cut, made.stray, words, _unread(made.cells), _has_quotes(made.cells))


def _unread(cells: Sequence[Cell]) -> int:
    """How many characters no clean text holds, and no table put together."""
    blank = bool(cells) and cells[0][2][0] == "\u00a0" and not cells[0][3]  # behind a space it is one more, and no byte
    return sum(cell[2][0] not in _USUAL and not cell[3] for cell in cells) - blank


def _has_quotes(cells: Sequence[Cell]) -> bool:
    return any(cell[2][0] == "«" for cell in cells)


@cache
def _whole(page: str) -> re.Pattern[str]:
    """Whole sequences of two to four bytes as a table shows them."""
    sight = views(page)

    def any_of(first: int, last: int) -> str:
        seen = {char for byte in range(first, last) for char in (sight[byte], *((chr(byte),) if byte < 0xA0 else ()))}
        return "[" + re.escape("".join(sorted(seen))) + "]"

    follow = any_of(0x80, 0xC0)
    return re.compile(
        f"{any_of(0xC2, 0xE0)}{follow}|{any_of(0xE0, 0xF0)}{follow}{{2}}|{any_of(0xF0, 0xF5)}{follow}{{3}}"
    )


#: The parts of a line and where each begins in the text; those of plain ASCII, which nothing reads, are left out.
Row = list[tuple[int, Part]]
#: Characters of a line, or a word that is put for so many of them, and whether a byte of it is gone.
Piece = tuple[int, str, bool]


def row_of(line: str, offset: int = 0, whole: str | None = None) -> Row:
    """The parts of a line; in ``whole`` the no-break spaces that became spaces are put back, as cells that were cut.

    >>> [start for start, _ in row_of("Viá»‡t Nam Ä‘áº¹p")]
    [0, 11]
    """
    row: Row = []
    at = 0
    for token in (line if whole is None else whole).split(" "):
        end = at + len(token)
        if whole is not None and line[at:end] != token:
            pieces = tuple((1, char, char != seen) for char, seen in zip(token, line[at:end], strict=True))
            row.append((offset + at, _mixed(pieces)))
        elif not _PLAIN.fullmatch(token):
            row.append((offset + at, _plain(token) if len(token) <= _LONGEST else Part(cells_of(token))))
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


@lru_cache(maxsize=1 << 12)
def _plain(token: str) -> Part:
    return Part(cells_of(token))


@lru_cache(maxsize=1 << 10)
def _mixed(pieces: tuple[Piece, ...]) -> Part:
    cells: list[Cell] = []
    at = 0
    for width, text, is_cut in pieces:
        if width:
            cells.append(Cell(at, at + width, (text,), cut=is_cut))
        else:
            cells += cells_of(text, at)
        at += width or len(text)
    return Part(cells)
