"""Runs of lines that follow each other on a page: the hours of a programme, the units of an office."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence


def near_others(lines: Sequence[int], fewest: int, apart: int) -> list[int]:
    """Of some lines in order those of which so many stand together, each so many lines from the next at most.

    A pattern that must match several lines near each other is tried at these alone.

    >>> near_others([2, 9, 11, 14, 30, 31], 3, 3)
    [9, 11, 14]
    """
    if len(lines) < fewest:
        return []
    found: list[int] = []
    first = 0
    for at, line in enumerate(lines, 1):
        if at == len(lines) or lines[at] - line > apart:
            if at - first >= fewest:
                found += lines[first:at]
            first = at
    return found


def runs_of(lines: Collection[int]) -> Iterator[tuple[int, int]]:
    """Where each run of some lines begins and ends, in order; the end is behind its last line.

    >>> list(runs_of({7, 2, 3, 4})), list(runs_of([]))
    ([(2, 5), (7, 8)], [])
    """
    ordered = sorted(lines)
    first = 0
    for at, line in enumerate(ordered, 1):
        if at == len(ordered) or ordered[at] != line + 1:
            yield ordered[first], line + 1
            first = at
