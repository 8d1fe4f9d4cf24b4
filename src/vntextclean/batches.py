"""A stream cut into batches: what costs less in company is done a batch at a time, and memory stays flat."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

_T = TypeVar("_T")


def batches(items: Iterable[_T], size: Callable[[_T], int], most: int, count: int = 1 << 30) -> Iterator[list[_T]]:
    """Items in order, in lists that are full at a size of ``most`` or at ``count`` items, whichever comes first.

    Where the stream ends in an error, what came before it still comes out.

    >>> list(batches(["ba", "con", "mèo", "đi", "chơi"], len, 5))
    [['ba', 'con'], ['mèo', 'đi'], ['chơi']]
    """
    batch: list[_T] = []
    room = most
    try:
        for item in items:
            batch.append(item)
            room -= size(item)
            if room <= 0 or len(batch) >= count:
                yield batch
                batch, room = [], most
    except GeneratorExit:
        raise
    except BaseException:
        if batch:
            yield batch
        raise
    if batch:
        yield batch
