"""A word between two spaces of a line, and what each chain of misreadings made of it so far."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache, partial
from types import MappingProxyType
from typing import NamedTuple

from vntextclean.misreadings.parsing.applied import Applied, Told, applied
from vntextclean.misreadings.parsing.cells import SHAPELESS, Cell, Chain, dropping_leads, read
from vntextclean.misreadings.parsing.weights import Weight, weight_of
from vntextclean.misreadings.parsing.words import Word, words_of
from vntextclean.misreadings.tables.code_pages import NAMES, views
from vntextclean.patterns import late
from vntextclean.scanning.unusual import USUAL

_USUAL = frozenset(USUAL)
#: What more tables made of a part, each with the losses of some document, is not kept.
_MOST_TABLES = 36

#: What is no byte behind the first one under any table; a question mark may stand for one.
_PLAIN_LETTER = late(r"[\x20-\x3e\x40-\x7e]")


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


class Made:
    """What a chain made of a part, and what its last table adds to the sums over a line.

    It ``adds`` something where it reads something, has a leading byte that stands alone, or changes what is counted:
    ``unread`` and ``quotes`` are told as changes against what was before.
    """

    __slots__ = (
        "_counts", "_leads", "_nothing", "_reach", "_state", "_uncut", "_weight",
        "adds", "by", "parsed", "quotes", "strays", "unread",
    )  # fmt: skip

    def __init__(self, by: Applied, parsed: Parsed, before: Made | None = None, state: State | None = None) -> None:
        #: The chain, as the part asked for it.
        self.by = by
        self.parsed = parsed
        self.strays = len(parsed.stray)
        self.unread = self.quotes = 0
        self.adds = False
        self._leads: dict[Told, frozenset[int]] = {}
        self._nothing: Made | None = None
        self._state = state
        self._counts: Mapping[str, int] | None = None
        self._reach = -1.0
        self._weight: Weight | None = None
        self._uncut: Weight | None = None
        if before is not None:
            self.unread = parsed.unread - before.parsed.unread
            self.quotes = parsed.has_quotes - before.parsed.has_quotes
            self.adds = bool(parsed.words or parsed.stray or self.unread or self.quotes)

    @property
    def state(self) -> State:
        """What the next table meets."""
        if self._state is None:
            seen = frozenset(char for cell in self.parsed.cells for char in cell[2] if char > "\x7f")
            self._state = State(seen, bool(self.parsed.words), self.parsed.unread, self.parsed.has_quotes)
        return self._state

    def asked(self, by: Applied) -> Applied:
        """The chain with so much of what its last table dropped as matters here."""
        told = by.told
        if told is None:
            return by.plain
        leads = self._leads.get(told)
        if leads is None:
            cells, is_asked = self.parsed.cells, not self.state.seen.isdisjoint(by.opens)
            leads = dropping_leads(cells, *by.chain[-1], again=not by.is_first) if is_asked else frozenset()
            self._leads[told] = leads
        return by.as_told(leads)

    def then(self, by: Applied) -> Made:
        """What the last table of a chain makes of it."""
        state, cells = self.state, self.parsed.cells
        if state.was_read or not state.seen.isdisjoint(by.opens):
            return Made(by, _parsed(cells, by.chain), self)
        # All tables that begin nothing here leave the same.
        if self._nothing is None:
            self._nothing = Made(by, Parsed(cells, unread=state.unread, has_quotes=state.has_quotes), self, state)
        return self._nothing

    def counts(self, *, all_cells: bool) -> Mapping[str, int]:
        """By table, the whole sequences it shows; without ``all_cells`` in what was put together."""
        if self._counts is None:
            seen = "".join(cell[2][0] if all_cells or cell[3] else " " for cell in self.parsed.cells)
            self._counts = _NO_COUNTS
            if not seen.isascii() and _any_whole().search(seen):
                self._counts = {page: n for page in NAMES if (n := len(_whole(page).findall(seen)))}
        return self._counts

    @property
    def reach(self) -> float:
        """That of :meth:`Parsed.reach`."""
        if self._reach < 0:
            self._reach = self.parsed.reach()
        return self._reach

    @property
    def weight(self) -> Weight:
        """The weight of the words."""
        if self._weight is None:
            self._weight = weight_of(self.parsed.words)
        return self._weight

    @property
    def uncut(self) -> Weight:
        """The weight of the words that lost no byte."""
        if self._uncut is None:
            self._uncut = weight_of([word for word in self.parsed.words if not word.cut])
        return self._uncut


class Part:
    """The cells between two spaces of a line, and what chains made of them so far."""

    __slots__ = ("_made", "beyond_ascii", "given")

    def __init__(self, cells: Sequence[Cell]) -> None:
        #: What stands in the text.
        self.given = Made(applied(()), Parsed(cells, unread=_unread(cells), has_quotes=_has_quotes(cells)))
        #: How many of its characters are beyond ASCII.
        self.beyond_ascii = sum(cell[2][0] > "\x7f" for cell in cells)
        self._made: dict[Applied, Made] = {}

    def made(self, by: Applied) -> Made:
        """What a chain makes of it. Every word of a line is asked by every table, so that this is few look-ups."""
        if by.before is None:
            return self.given
        if not by.is_first:
            before = self.made(by.before)
            return _made_again(before, before.asked(by.under(before.by)))
        asked = self.given.asked(by)
        try:
            return self._made[asked]
        except KeyError:
            made = self.given.then(asked)
            if len(self._made) > _MOST_TABLES:
                self._made.clear()
            self._made[asked] = made
            return made

    def by(self, chain: Chain) -> Parsed:
        """What a chain makes of it: its cells and words."""
        return self.made(applied(chain)).parsed

    def counts(self, chain: Chain) -> Mapping[str, int]:
        """By table, the whole sequences it shows in what a chain left; of a chain, in what it put together."""
        return self.made(applied(chain)).counts(all_cells=not chain)

    def state(self, chain: Chain) -> State:
        """What the next table meets."""
        return self.made(applied(chain)).state


@lru_cache(maxsize=1 << 13)
def _made_again(before: Made, by: Applied) -> Made:
    """What a chain of several tables makes of a part. A page of text read twice has some thousand such."""
    return before.then(by)


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


_NO_COUNTS: Mapping[str, int] = MappingProxyType({})


@cache
def _any_whole() -> re.Pattern[str]:
    """Two characters that begin a whole sequence under some table. Sound words have none, and ten tables to ask."""
    pairs = [f"{_any_of(page, 0xC2, 0xF5)}{_any_of(page, 0x80, 0xC0)}" for page in NAMES]
    return re.compile("|".join(pairs))


def _any_of(page: str, first: int, last: int) -> str:
    """A class of the characters that a table shows for some bytes."""
    sight = views(page)
    seen = {char for byte in range(first, last) for char in (sight[byte], *((chr(byte),) if byte < 0xA0 else ()))}
    return "[" + re.escape("".join(sorted(seen))) + "]"


@cache
def _whole(page: str) -> re.Pattern[str]:
    """Whole sequences of two to four bytes as a table shows them."""
    any_of = partial(_any_of, page)

    follow = any_of(0x80, 0xC0)
    return re.compile(
        f"{any_of(0xC2, 0xE0)}{follow}|{any_of(0xE0, 0xF0)}{follow}{{2}}|{any_of(0xF0, 0xF5)}{follow}{{3}}"
    )
