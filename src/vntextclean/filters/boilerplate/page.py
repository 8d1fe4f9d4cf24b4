"""A document cut into lines, with what can be seen of each line by itself.

Everything here is counted over the whole document at once, in arrays of one number a character or a word. Per line only
the lines with digits are looked at one by one, for what the digits are.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from vntextclean.filters.boilerplate.char_classes import (
    CLASS,
    CLASSES,
    DIGIT,
    LEAD,
    SPACE,
    SYMBOL,
    TRAIL,
    UPPER,
    flags_of,
)
from vntextclean.filters.boilerplate.line_forms import form_of
from vntextclean.filters.boilerplate.triage import WITHIN, Glance, look
from vntextclean.filters.boilerplate.word_stats import Known, Words, keys_of, pairs, words_of
from vntextclean.text_state import TextState

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

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
_SHAPE_NUMBER = {name: number for number, name in enumerate(SHAPES)}

#: Longer lines have no shape.
SHAPELY = 160


class Page(NamedTuple):
    """The lines of a document that hold anything, and what was counted of them; every array has one row a line."""

    starts: Ints
    ends: Ints
    rows: Ints
    texts: list[str]
    counts: Floats
    length: Floats
    first: NDArray[np.uint32]
    last: NDArray[np.uint32]
    lead: Ints
    whole: Ints
    start: Ints
    within: Ints
    form: Ints
    shape: Ints
    words: Words

    #: The lines that hold furniture's own words or are furniture by their form, and those without a letter or digit:
    #: what is left of icons, empty entries of lists, and rules.
    hints: NDArray[np.bool_]
    bare: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.texts)


def read(text: str, glance: Glance | None = None) -> Page:
    """Cut ``text`` at its line feeds and count; blank lines are counted in ``rows`` only.

    ``glance`` is what a quick look at the same text saw, if there was one.

    >>> page = read("Trang chủ\\n\\nHôm nay trời nắng.")
    >>> len(page), page.rows.tolist(), page.words.per_line.tolist()
    (2, [0, 2], [2.0, 4.0])
    """
    seen = look(TextState(text)) if glance is None else glance
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    codes = np.minimum(codes, np.uint32(0xFFFF))
    flags = flags_of(codes)
    kinds = flags & np.uint8(CLASS)
    feeds = (codes == 10).nonzero()[0]
    starts = np.concatenate(([0], feeds + 1))
    ends = np.concatenate((feeds, [len(codes)]))
    sizes = ends - starts + 1
    sizes[-1] -= 1  # no line feed after the last line
    line_of = np.repeat(np.arange(len(starts)), sizes)
    counts = np.bincount(line_of * CLASSES + kinds, minlength=len(starts) * CLASSES).reshape(-1, CLASSES)
    counts[:-1, SPACE] -= 1  # the line feed itself
    full = ((ends - starts) > counts[:, SPACE]).nonzero()[0]
    number = np.full(len(starts), -1)
    number[full] = np.arange(len(full))
    lines = text.split("\n")
    texts = lines if len(full) == len(lines) else [lines[row] for row in full.tolist()]
    whole, start = np.full((2, len(full)), -1)
    if seen.rows:
        whole[number[seen.rows]], start[number[seen.rows]] = np.array(seen.kinds).T
    words = words_of(codes, kinds <= DIGIT, kinds == UPPER, line_of, number, len(full))
    within = _within(texts, words, counts[full, SYMBOL] > 0)
    shape = np.full(len(full), -1)
    for index in ((counts[full, DIGIT] > 0) & (ends[full] - starts[full] < SHAPELY)).nonzero()[0].tolist():
        low = texts[index].strip().lower()
        found = _NUMBER.search(low) or _LINE.fullmatch(low)
        if found is not None:
            shape[index] = _SHAPE_NUMBER[found.lastgroup or ""]
    form = np.full(len(full), -1)
    for index in ((whole >= 0) | (start >= 0) | (within >= 0) | (shape >= 0)).nonzero()[0].tolist():
        form[index] = form_of(texts[index])
    counted = counts[full].astype(np.float32)
    first, last, lead = _ends(codes, flags, kinds != SPACE, starts[full], ends[full])
    return Page(
        starts[full], ends[full], full, texts, counted, counted.sum(1), first, last, lead, whole, start,
        within, form, shape, words, (whole >= 0) | (start >= 0) | (within >= 0) | (form >= 0),
        counted[:, : DIGIT + 1].sum(1) == 0,
    )  # fmt: skip


class _Telling(NamedTuple):
    """The phrases that give a line away wherever they stand: by their first two words, by their only one, without."""

    openings: Known
    words: Known
    opened: dict[int, list[tuple[str, int]]]
    marks: list[tuple[str, int]]


@cache
def _telling() -> _Telling:
    opened: dict[int, list[tuple[str, int]]] = {}
    marks: list[tuple[str, int]] = []
    single: set[int] = set()
    double: set[int] = set()
    for phrase, kind in WITHIN:
        keys = keys_of(phrase)
        if len(keys):
            key = int((pairs(keys) if len(keys) > 1 else keys)[0])
            (double if len(keys) > 1 else single).add(key)
            opened.setdefault(key, []).append((phrase, kind))
        else:
            marks.append((phrase, kind))
    first, second = (Known(np.array(list(keys), np.uint64)) for keys in (double, single))
    return _Telling(first, second, opened, marks)


def _within(texts: list[str], words: Words, symbols: NDArray[np.bool_]) -> Ints:
    """The kinds of the phrases that give a line away wherever they stand."""
    within = np.full(len(texts), -1)
    telling = _telling()
    for known, keys in ((telling.openings, pairs(words.keys)), (telling.words, words.keys)):
        found = known.among(keys).nonzero()[0]
        for index, key in zip(words.lines[found].tolist(), keys[found].tolist(), strict=True):
            for phrase, kind in telling.opened[key]:
                if within[index] < 0 and phrase in texts[index].lower():
                    within[index] = kind
    for index in symbols.nonzero()[0].tolist():
        for mark, kind in telling.marks:
            if within[index] < 0 and mark in texts[index]:
                within[index] = kind
    return within


def _ends(
    codes: NDArray[np.uint32], flags: NDArray[np.uint8], solid: NDArray[np.bool_], starts: Ints, ends: Ints
) -> tuple[NDArray[np.uint32], NDArray[np.uint32], Ints]:
    """For each line its first character, its last one but for quotes and brackets, and a number for its bullet."""
    first = codes[_next(solid, starts)]
    kept = (solid & (flags & np.uint8(TRAIL) == 0)).nonzero()[0]
    at = np.searchsorted(kept, ends) - 1
    before = kept[np.maximum(at, 0)] if len(kept) else np.zeros(len(ends), np.int64)
    last = np.where((at >= 0) & (before >= starts) & (len(kept) > 0), codes[before], np.uint32(0))
    lead = np.minimum(_next(solid & (flags & np.uint8(LEAD) == 0), starts), ends) - starts
    return first, last, lead * 0x10000 + np.where(lead > 0, first, 0)


def _next(marks: NDArray[np.bool_], starts: Ints) -> Ints:
    """The first marked character from each start on; the last character of all where there is none."""
    found = marks.nonzero()[0]
    found = np.concatenate((found, [len(marks) - 1]))
    return found[np.minimum(np.searchsorted(found, starts), len(found) - 1)]
