"""A word between two spaces of a line, and what each chain of misreadings made of it so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from vntextclean.misreadings.parsing.cells import Cell, Chain, Read
from vntextclean.misreadings.parsing.last_table import Last, Told, last_of
from vntextclean.misreadings.parsing.parsed import Parsed, has_quotes_in, parsed_of, unread_in
from vntextclean.misreadings.parsing.read_cells import dropping_leads, read
from vntextclean.misreadings.parsing.weights import Weight, weight_of
from vntextclean.misreadings.parsing.whole_sequences import whole_sequences
from vntextclean.misreadings.tables.table_pairs import Pairs, pairs_told_apart

#: What more tables made of a part, each with the losses of some document, is not kept.
_MOST_TABLES = 36


class Made:
    """What a chain made of a part, and what its last table adds to the sums over a line.

    It ``adds`` something where it reads something, has a leading byte that stands alone, or changes what is counted:
    ``unread`` and ``quotes`` are told as changes against those before the table, which are given. A long line that was
    read twice has 40 000 of them: what each keeps are strings, not sets, which the collector of garbage looks at.
    """

    __slots__ = (
        "_apart", "_apart_recased", "_counts", "_leads", "_nothing", "_reach", "_seen", "_uncut", "_weight",
        "adds", "parsed", "quotes", "strays", "unread",
    )  # fmt: skip

    def __init__(self, parsed: Parsed, unread: int, has_quotes: bool, seen: str | None = None) -> None:
        self.parsed = parsed
        self.strays = len(parsed.stray)
        self.unread = parsed.unread - unread
        self.quotes = parsed.has_quotes - has_quotes
        self.adds = bool(parsed.words or parsed.stray or self.unread or self.quotes)
        self._apart: Pairs | None = None
        self._apart_recased: Pairs | None = None
        self._leads: dict[Told, bytes] | None = None
        self._nothing: Made | None = None
        self._seen = seen
        self._counts: Mapping[str, int] | None = None
        self._reach = -1.0
        self._weight: Weight | None = None
        self._uncut: Weight | None = None

    @property
    def seen(self) -> str:
        """The characters beyond ASCII, each once."""
        if self._seen is None:
            self._seen = "".join({char for cell in self.parsed.cells for char in cell[2] if char > "\x7f"})
        return self._seen

    @property
    def was_read(self) -> bool:
        """Whether any character was put together. Each is a word, or a part of one."""
        return bool(self.parsed.words)

    def asked(self, last: Last) -> Last:
        """The table to ask for: the first that shows these characters alike, with so much dropped as matters here."""
        by = last.by(self._told_apart(last.recased).first_beside(last.page))
        told = by.told
        if told is None:
            return by.plain
        if self._leads is None:
            self._leads = {}
        leads = self._leads.get(told)
        if leads is None:
            is_asked = not by.opens.isdisjoint(self.seen) and (self.was_read or not by.again)
            leads = dropping_leads(self.parsed.cells, by.page, by.loss, by.again) if is_asked else b""
            self._leads[told] = leads
        return by.as_told(leads)

    def _told_apart(self, recased: bool) -> Pairs:
        """The pairs of tables that show some character as different bytes; of recased text signs of ASCII are bytes."""
        if recased:
            if self._apart_recased is None:
                self._apart_recased = pairs_told_apart({char for cell in self.parsed.cells for char in cell[2]}, True)
            return self._apart_recased
        if self._apart is None:
            self._apart = pairs_told_apart(self.seen, False)
        return self._apart

    def then(self, last: Last) -> Made:
        """What a further table makes of it."""
        parsed = self.parsed
        if self.was_read or not last.begins.isdisjoint(self.seen):
            found = read(parsed.cells, last.page, last.loss, last.again)
            if last.again:
                return _made_of(found, parsed.unread, parsed.has_quotes)
            return Made(parsed_of(found), parsed.unread, parsed.has_quotes)
        return self.nothing

    @property
    def nothing(self) -> Made:
        """What all tables that begin nothing here make of it: they leave the same, what is counted too."""
        if self._nothing is None:
            parsed = self.parsed
            same = Parsed(parsed.cells, unread=parsed.unread, has_quotes=parsed.has_quotes)
            self._nothing = Made(same, parsed.unread, parsed.has_quotes, self.seen)
        return self._nothing

    def counts(self, *, all_cells: bool) -> Mapping[str, int]:
        """By table, the whole sequences it shows; without ``all_cells`` in what was put together."""
        if self._counts is None:
            seen = "".join(cell[2][0] if all_cells or cell[3] else " " for cell in self.parsed.cells)
            self._counts = whole_sequences(seen)
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

    __slots__ = ("_by_asked", "_by_last", "_by_told", "beyond_ascii", "given")

    def __init__(self, cells: Sequence[Cell]) -> None:
        #: What stands in the text.
        unread, has_quotes = unread_in(cells), has_quotes_in(cells)
        self.given = Made(Parsed(cells, unread=unread, has_quotes=has_quotes), unread, has_quotes)
        #: How many of its characters are beyond ASCII.
        self.beyond_ascii = sum(cell[2][0] > "\x7f" for cell in cells)
        self._by_asked: dict[Last, Made] = {}
        self._by_last: dict[Last, Made] = {}
        self._by_told: dict[Last | Told, Made] = {}

    def first(self, last: Last) -> Made:
        """What a table makes of it. Every word of a line is asked by every table, so that this is one look-up."""
        made = self._by_told.get(last.key) or self._by_last.get(last)
        if made is None and last.begins.isdisjoint(self.given.seen):
            made = self._by_told[last.key] = self.given.nothing
        elif made is None:
            asked = self.given.asked(last)
            made = self._by_asked.get(asked) or self.given.then(asked)
            self._by_asked = _with(self._by_asked, asked, made)
            if asked.told is None:  # whatever the document lost, nothing of it can be gone here
                self._by_told[last.key] = made
            else:
                self._by_last = _with(self._by_last, last, made)
        return made

    def made(self, chain: Chain) -> Made:
        """What a chain makes of it."""
        made = self.given
        for number, (page, loss) in enumerate(chain):
            last = last_of(page, loss, number > 0)
            made = further(made, last) if number else self.first(last)
        return made

    def by(self, chain: Chain) -> Parsed:
        """What a chain makes of it: its cells and words."""
        return self.made(chain).parsed

    def counts(self, chain: Chain) -> Mapping[str, int]:
        """By table, the whole sequences it shows in what a chain left; of a chain, in what it put together."""
        return self.made(chain).counts(all_cells=not chain)


def _with(kept: dict[Last, Made], key: Last, made: Made) -> dict[Last, Made]:
    """What is kept of a part, with one more, or that alone: each document may lose other bytes."""
    if len(kept) > _MOST_TABLES:
        return {key: made}
    kept[key] = made
    return kept


@lru_cache(maxsize=1 << 14)
def further(before: Made, last: Last) -> Made:
    """What a table makes of what others left of a part. A line of text read twice asks some thousand times."""
    return _made_again(before, before.asked(last))


@lru_cache(maxsize=1 << 13)
def _made_again(before: Made, asked: Last) -> Made:
    return before.then(asked)


@lru_cache(maxsize=1 << 12)
def _made_of(found: Read, unread: int, has_quotes: bool) -> Made:
    """What was found by a further table. Half the chains of text that was read twice leave what others left.

    As one object that is the same question to the next tables, which then was asked before.
    """
    return Made(parsed_of(found), unread, has_quotes)
