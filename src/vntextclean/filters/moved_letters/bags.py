r"""Finds lines without their marked letters in a text whose letters stand around them in no order.

Some extractors sort the pieces of a page by where they were drawn: the letters of a paragraph come before it, between
its lines and behind it, in columns or from the last to the first. Which belong to a line, its place does not tell.
"""

from __future__ import annotations

from vntextclean.filters.moved_letters.lines import FIRSTS, TAILS
from vntextclean.filters.moved_letters.words import TOKEN, Token, token_of
from vntextclean.named_tuple import NamedTuple


class Bag(NamedTuple):
    """A line of a text: where it begins, where its letters behind it begin, and where it ends; what stands in it.

    A line of letters has no tokens. ``sound`` is a line that holds such letters among its words.
    """

    start: int
    stop: int
    end: int
    letters: tuple[str, ...]
    tokens: list[Token]
    sound: bool


def bags_of(text: str, fewest: int) -> list[Bag]:
    r"""The lines of a text, without empty ones; none where fewer letters than ``fewest`` stand on lines of their own.

    >>> [bag.letters for bag in bags_of("Có l cô\n\nẽ\nthuy t không dám tin.ế\n", 1)]
    [(), ('ẽ',), ('ế',)]
    >>> bags_of("Người ta đang ở\n", 1)
    []
    """
    for first, tail in zip(FIRSTS, TAILS, strict=True):
        found: list[Bag] = []
        alone = 0
        at = 0
        while at < len(text):
            feed = text.find("\n", at)
            stop = len(text) if feed < 0 else feed
            line = text[at:stop].strip()
            if line and first.match(line) and tail.fullmatch(line):
                letters = tuple(line.split())
                alone += len(letters)
                found.append(Bag(at, at, stop, letters, [], sound=False))
            elif line:
                marked = first.search(text, at, stop)
                behind = stop
                if marked and tail.fullmatch(text, marked.start(), stop) and not text[marked.start() - 1].isspace():
                    behind = marked.start()
                sound = marked is not None and behind == stop
                found.append(Bag(at, behind, stop, tuple(text[behind:stop].split()), [], sound))
            at = stop + 1
        if alone >= fewest and sum(bag.sound for bag in found) * 10 < len(found):
            for bag in found:  # only now, for most text never comes here: tokens take forty times as long
                bag.tokens.extend(token_of(text, *match.span()) for match in TOKEN.finditer(text, bag.start, bag.stop))
            return found
    return []
