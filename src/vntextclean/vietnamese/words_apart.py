"""Words of a text that say nothing of its language, because something else is known of them: words run together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

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
        #: By the number of a span, what its words tell and where the last of them ends.
        self._told: dict[int, tuple[str, int]] = {}

    def holds(self, at: int) -> bool:
        """Whether a place lies in a span."""
        before = bisect_right(self._starts, at)
        return before > 0 and at < self._spans[before - 1][1]

    def tell(self, low: int, high: int) -> Evidence:
        """What they would tell between two places, which may cut the first and the last of them."""
        told: list[str] = []
        for number in range(max(bisect_right(self._starts, low) - 1, 0), bisect_left(self._starts, high)):
            words, end = self._whole(number)
            if self._starts[number] > low and end <= high:
                told.append(words)
            else:
                told += map(tells, self._words(number, low, high))
        return summed("".join(told))

    def _whole(self, number: int) -> tuple[str, int]:
        """What the words of a span tell, and where the last of them ends: behind the text where that is too far off."""
        found = self._told.get(number)
        if found is None:
            text, (start, end) = self._text, self._spans[number]
            high = min(len(text), end + _REACH)
            # A word that begins before the span is none of it, however long it is.
            words = "".join(map(tells, self._words(number, max(0, start - 1), high)))
            last = word_end(text, end, high)
            found = self._told[number] = words, last if last < high or high == len(text) else len(text) + 1
        return found

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
