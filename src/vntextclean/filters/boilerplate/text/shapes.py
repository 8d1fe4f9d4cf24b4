"""The shapes of lines with digits: dates, times, prices, telephone numbers, counts, lists of pages."""

from __future__ import annotations

import re
from functools import lru_cache

#: Shapes of lines with digits: first what a number in it is, then what the whole line is.
SHAPES = ("clock", "phone", "date", "price", "count", "number", "pager")
_NUMBER = re.compile(  # it begins with a digit, so that what has none is passed over quickly
    r"\d(?<!\d\d)(?:(?P<clock>\d?[:h]\d{2}(?::\d\d)?\b)"
    r"|(?P<phone>(?:(?<=0)|(?<=8)4)(?:[\s.\-)(]{0,2}\d){8,10}(?!\d)|(?<=1)[89]00[\s.]?\d{2,6}(?!\d))"
    r"|(?P<date>\d?[/.\-]\d{1,2}(?:[/.\-]\d{2,4})?\b)"
    r"|(?P<price>[\d.,]*\s?(?:đ|vnđ|vnd|₫|đồng)\b))"
)
_LINE = re.compile(
    r"(?P<count>[^\d]{1,40}[:\s(]\s?\d[\d.,\s]*[km]?\s*[)+]?)|(?P<number>\W*\d[\d.,]*[km]?\W*)"
    r"|(?P<pager>\W*\d{1,4}(?:\W+\d{1,4})+[\s.…>»\w]{0,16})"
)
_COUNT_ENDS = tuple("km)+.,")
_NUMBERS = {name: number for number, name in enumerate(SHAPES)}

CLOCK, DATE = SHAPES.index("clock"), SHAPES.index("date")

#: Longer lines have no shape. Lines of so few characters are mostly dates and counts, which come again on the pages of
#: a site; so many are remembered.
SHAPELY, SHORT, KEPT = 160, 30, 4096


def shape_of(line: str) -> int:
    """The number of the shape of a line, -1 if it has none.

    >>> [SHAPES[shape_of(line)] for line in ("Bến mở lúc 6:30", "Lượt xem: 12")], shape_of("Quốc lộ 37 đã thông")
    (['clock', 'count'], -1)
    """
    return _shape_of_short(line) if len(line) <= SHORT else _shape_of(line)


def _shape_of(line: str) -> int:
    low = line.lower()
    found = _NUMBER.search(low)
    if found is None:
        # What begins with a letter can be a count alone, and few lines end as counts do.
        if low[:1].isalpha() and not (low[-1:].isdigit() or low[-1:].isspace() or low.endswith(_COUNT_ENDS)):
            return -1
        found = _LINE.fullmatch(low)
    return -1 if found is None else _NUMBERS[found.lastgroup or ""]


_shape_of_short = lru_cache(KEPT)(_shape_of)
