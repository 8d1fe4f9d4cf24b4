"""Edits by the tokens of a text that they are in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vntextclean.edit import Edit


def by_token(text: str, edits: Iterable[Edit]) -> Iterator[tuple[int, int, list[Edit]]]:
    """Edits by the tokens that they are in, or by several where one goes over a blank.

    >>> edits = [Edit(0, 1, "x", "a.b", "why"), Edit(1, 2, "y", "a.b", "why"), Edit(4, 5, "z", "a.b", "why")]
    >>> [(start, end, len(own)) for start, end, own in by_token("ab cd", edits)]
    [(0, 2, 2), (3, 5, 1)]
    """
    own: list[Edit] = []
    low = high = 0
    for edit in edits:
        if own and edit.start >= high:
            yield low, high, own
            own = []
        if not own:
            low = edit.start
            while low and not text[low - 1].isspace():
                low -= 1
        own.append(edit)
        high = edit.end
        while high < len(text) and not text[high].isspace():
            high += 1
    if own:
        yield low, high, own
