"""Cut a stream into batches: a batch costs less than single items, and memory stays bounded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

_T = TypeVar("_T")


def batches(items: Iterable[_T], size: Callable[[_T], int], most: int, count: int = 1 << 30) -> Iterator[list[_T]]:
    """Lists of consecutive items. A list ends when its total size reaches ``most`` or it has ``count`` items.

    If the stream raises an error, the items before it are yielded first, and then the error is raised.

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
