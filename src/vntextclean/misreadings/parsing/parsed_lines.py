"""What chains of misreadings make of a line: sums over its parts, each of them asked once however often it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import repeat

from vntextclean.misreadings.parsing.cells import Step
from vntextclean.misreadings.parsing.last_table import last_of
from vntextclean.misreadings.parsing.parts import Made, Part, further
from vntextclean.misreadings.parsing.rows import Row
from vntextclean.misreadings.tables.table_pairs import Pairs, pairs_told_apart
from vntextclean.named_tuple import NamedTuple


class Parts:
    """The parts of a line, each once, and how often they stand in it.

    They are in the order of their last places: a later word of the same letters takes the place of an earlier one.
    """

    def __init__(self, row: Row) -> None:
        self.row = row
        count = Counter([part for _, part in reversed(row)])
        self.each: list[Part] = [*reversed(count)]
        self.times: list[int] = [*reversed(count.values())]

    def most(self) -> int:
        """The best score of a chain of one table: each character is read that belongs to a whole sequence."""
        counted = zip(self.each, self.times, strict=True)
        return sum([times * part.beyond_ascii for part, times in counted if part.counts(())])


class ParsedLine(NamedTuple):
    """What a chain makes of a line: of each of its parts, and sums of all."""

    parts: Parts
    made: tuple[Made, ...]
    whole: int
    cut: int
    strays: int
    unread: int
    quotes: int

    def placed(self) -> Iterator[tuple[int, Made]]:
        """What is added, in the order of the line, with where each part begins."""
        adding = {part: made for part, made in zip(self.parts.each, self.made, strict=True) if made.adds}
        return ((start, adding[part]) for start, part in self.parts.row if part in adding)

    def reach(self) -> float:
        """The most characters of the text that further tables may make letters of."""
        return sum([times * made.reach for times, made in self.adding()])

    def adding(self) -> Iterator[tuple[int, Made]]:
        """How often each part stands in the line in which something is added, and what."""
        # Kept, these pairs would be most of what the collector of garbage looks at.
        return ((times, made) for times, made in zip(self.parts.times, self.made, strict=True) if made.adds)


class LineState:
    """The parts of a line as a chain leaves them, and the characters beyond ASCII that they hold."""

    def __init__(self, parts: Parts, made: Sequence[Made], is_first: bool) -> None:
        self.parts, self.made, self.is_first = parts, made, is_first
        self.unread = self.quotes = 0
        self.seen: set[str] = set()
        self._apart: dict[bool, Pairs] = {}
        for times, one in zip(parts.times, made, strict=True):
            self.seen.update(one.seen)
            self.unread += times * one.parsed.unread
            self.quotes += times * one.parsed.has_quotes

    def are_alike(self, page: str, other: str, recased: bool) -> bool:
        """Whether two tables show these characters as the same bytes."""
        if recased not in self._apart:
            self._apart[recased] = pairs_told_apart(self.seen, recased)
        return (page, other) not in self._apart[recased]

    def then(self, step: Step) -> ParsedLine:
        """What a further table makes of the line."""
        parts, last = self.parts, last_of(*step, not self.is_first)
        if self.is_first:
            made = tuple([part.first(last) for part in parts.each])
        else:
            made = tuple(map(further, self.made, repeat(last)))
        whole = cut = strays = 0
        unread, quotes = self.unread, self.quotes
        for times, one in zip(parts.times, made, strict=True):
            if not one.adds:
                continue
            whole += times * one.parsed.whole
            cut += times * one.parsed.cut
            strays += times * one.strays
            unread += times * one.unread
            quotes += times * one.quotes
        return ParsedLine(parts, made, whole, cut, strays, unread, quotes)
