"""A line as a row of cells, each with the characters that may have stood there.

A reading takes cells and gives cells (``read_cells.py``), so that readings compose: text read wrongly twice is read
rightly twice, and a byte that was lost on the way is a cell of several characters until the syllable, or the language
model, decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import repeat

from vntextclean.named_tuple import NamedTuple

#: Characters without a shape that another program put inside a sequence; they belong to no text.
SHAPELESS = frozenset("\u200b\u200c\u200d\u2060\ufeff\u200e\u200f") | frozenset(map(chr, range(1, 9))) | {"\x7f"}


#: A stretch of the line and the characters that may have stood there: start, end, these characters, and whether it was
#: put together from several characters (read), a byte of it is gone (cut), and a further reading found nothing in what
#: the one before put together (half). Plain tuples, because a page has some hundred thousand of them: the collector of
#: garbage looks at those of any class again and again, which was half of the time of text that was read twice.
Cell = tuple[int, int, tuple[str, ...], bool, bool, bool]


class Loss(NamedTuple):
    """What happened on the way: bytes dropped, question marks put for them, letters made "lower" or "upper" case."""

    dropped: frozenset[int] = frozenset()
    marked: bool = False
    recased: str = ""


class Step(NamedTuple):
    """One wrong reading: the table, and what was lost with it."""

    page: str
    loss: Loss


Chain = tuple[Step, ...]


class Read(NamedTuple):
    """Cells after one reading: how many sequences were whole or cut, and where leading bytes stand alone."""

    cells: Sequence[Cell]
    whole: int
    cut: int
    stray: tuple[int, ...]


def cells_of(line: str, offset: int = 0) -> list[Cell]:
    """One cell a character."""
    end, no = offset + len(line), repeat(False)
    return [*zip(range(offset, end), range(offset + 1, end + 1), map(_alone, line), no, no, no, strict=False)]


@lru_cache(maxsize=1 << 12)
def _alone(char: str) -> tuple[str, ...]:
    """What a character may be that no reading touched: one object for all its places, for the collector's sake."""
    return (char,)
