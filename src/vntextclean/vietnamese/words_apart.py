"""Words of a text that say nothing of its language, because something else is known of them: words run together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate

from vntextclean.patterns import late
from vntextclean.vietnamese.word_evidence import Evidence, summed, tells

#: How far behind a span its last word is followed; one that goes on is read anew in each part of the text.
_REACH = 256
_WORD = late(r"[^\W\d_]+")


class WordsApart:
    """The words that begin in some spans of one text, each span read once; made for one call.

    ``spans`` are in order of their beginnings. Parts of a long line are read one over another, so that without this
    each span was read three times.

    >>> apart = WordsApart("Ông Perezđã đến CảHai nơi.", [(4, 11), (16, 21)])
    >>> apart.tell(0, 26), apart.tell(0, 12)
    (Evidence(own=0, alien=2), Evidence(own=0, alien=1))
    >>> apart.holds(4), apart.holds(12)
    (True, False)
    """

    def __init__(self, text: str, spans: Iterable[tuple[int, int]]) -> None:
        self._text = text
        self._spans = [*spans]
        self._starts = [start for start, _ in self._spans]
        #: Whether a place and another are the ends of a span.
        self.is_span = frozenset(self._spans).__contains__

    def __bool__(self) -> bool:
        """Whether there is any span."""
        return bool(self._spans)

    def holds(self, at: int) -> bool:
        """Whether a place lies in a span."""
        before = bisect_right(self._starts, at)
        return before > 0 and at < self._spans[before - 1][1]

    def tell(self, low: int, high: int) -> Evidence:
        """What they would tell between two places, which may cut the first and the last of them."""
        told, ends = self._whole
        first, behind = bisect_right(self._starts, low), bisect_left(self._starts, high)
        cut = bisect_right(ends, high, first, max(first, behind))
        words = told[first:cut]
        for number in (*range(max(first - 1, 0), first), *range(cut, behind)):
            words += map(tells, self._words(number, low, high))
        return summed("".join(words))

    @cached_property
    def _whole(self) -> tuple[list[str], list[int]]:
        """What the words of each span tell, and where the last word of it and of those before ends.

        Where a word goes on too far behind its span, that is behind the text: no part has the whole of it.
        """
        text = self._text
        told: list[str] = []
        ends: list[int] = []
        for number, (start, end) in enumerate(self._spans):
            high = min(len(text), end + _REACH)
            # A word that begins before the span is none of it, however long it is.
            told.append("".join(map(tells, self._words(number, max(0, start - 1), high))))
            last = word_end(text, end, high)
            ends.append(last if last < high or high == len(text) else len(text) + 1)
        return told, list(accumulate(ends, max))

    def _words(self, number: int, low: int, high: int) -> Iterator[str]:
        """The words between two places that begin in a span."""
        text, (start, end) = self._text, self._spans[number]
        for match in _WORD.finditer(text, word_start(text, max(start, low), low), high):
            if match.start() >= end:
                break
            if match.start() >= start:
                yield match[0]


def word_start(text: str, at: int, low: int) -> int:
    """Where the word begins that reaches into a place. A digit ends it, however long the solid run is."""
    while at > low and text[at - 1].isalnum() and not text[at - 1].isdecimal():
        at -= 1
    return at


def word_end(text: str, at: int, high: int) -> int:
    """Where the word ends that reaches into a place."""
    while at < high and text[at].isalnum() and not text[at].isdecimal():
        at += 1
    return at
