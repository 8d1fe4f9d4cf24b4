"""Stretches of a text that are weighed at once: the lattice of a whole book would be large."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

#: Characters that are weighed at once.
_BLOCK = 1 << 14


class _Placed(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


_P = TypeVar("_P", bound=_Placed)


def blocks(text: str, found: Sequence[_P]) -> Iterator[tuple[int, int, list[_P]]]:
    """Stretches of a text that end at line ends, and what was found in each; ``found`` is in order."""
    start, block = 0, list[_P]()
    for one in found:
        if block and one.start - start > _BLOCK:
            cut = text.rfind("\n", block[-1].end, one.start) + 1
            if cut:
                yield start, cut, block
                start, block = cut, []
        block.append(one)
    yield start, len(text), block
