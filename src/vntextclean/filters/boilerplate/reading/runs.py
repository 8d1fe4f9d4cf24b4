"""Runs of lines that follow each other on a page: the hours of a programme, the units of an office."""

from __future__ import annotations

from collections.abc import Collection, Iterator


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
