"""A line that cannot be a count is passed over without its pattern, and comes out as with it."""

from __future__ import annotations

import random

from vntextclean.filters.boilerplate.text import shapes
from vntextclean.filters.boilerplate.text.shapes import SHAPES, shape_of

PIECES = (*"aAđkm123²٣.,:( )+|/-_\t\u00a0…>»İ", "giá ", "12", "đ", "1900")


def by_patterns(line: str) -> int:
    """What the patterns alone say."""
    low = line.lower()
    found = shapes._NUMBER.search(low) or shapes._LINE.fullmatch(low)
    return -1 if found is None else SHAPES.index(found.lastgroup or "")


def test_a_line_has_the_shape_that_the_patterns_tell() -> None:
    chance = random.Random(5)
    lines = ["".join(chance.choices(PIECES, k=chance.randrange(10))) for _ in range(30_000)]
    found = [shape_of(line) for line in lines]
    assert found == [by_patterns(line) for line in lines]
    assert set(found) == {-1, *range(len(SHAPES))}
