"""A document cut into lines, with what can be seen of each line by itself.

Everything here is counted over the whole document at once, in arrays of one number a character or a word. A line is
judged by its words: residue of extractors, bullets, list numbers and Markdown are taken off first and kept as features.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from vntextclean.filters.boilerplate.line_forms import kind_by_form
from vntextclean.filters.boilerplate.text.char_classes import CODE_SIGN, DIGIT, SYMBOL, class_table
from vntextclean.filters.boilerplate.text.code import SHORTEST, WORDS, code_lines
from vntextclean.filters.boilerplate.text.line_counts import line_counts
from vntextclean.filters.boilerplate.text.residue import lead_of, words_of
from vntextclean.filters.boilerplate.text.word_stats import Known, Words, keys_of, pairs
from vntextclean.filters.boilerplate.triage import WITHIN, Triage, triage
from vntextclean.text_state import TextState

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

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

#: What stands before words that are furniture by it.
_DRESSED = ("--", ">>")

_CLOCK, _DATE = SHAPES.index("clock"), SHAPES.index("date")
_CODE_BEGINS = class_table("".join({word[0] for word in WORDS}))

#: Longer lines have no shape.
SHAPELY = 160


class Page(NamedTuple):
    """The lines of a document that hold anything, and what was counted of them; every array has one row a line.

    ``texts`` are the lines as judged, ``low`` the same in small letters, without white space around. ``starts`` and
    ``ends`` delimit the lines in the document as they stand there, and ``rows`` numbers them with the blank lines.
    ``leads`` are the different things that stand before words, and ``which`` of them is a line's; ``lead`` numbers them
    without the numbers of list entries, 0 for nothing. ``signs`` are those of ``char_classes.py``.
    """

    starts: Ints
    ends: Ints
    rows: Ints
    texts: list[str]
    low: list[str]
    leads: list[str]
    which: Ints
    lead: Ints
    indent: Ints
    linked: Bools
    stripped: Bools
    counts: Floats
    length: Floats
    first: NDArray[np.uint32]
    last: NDArray[np.uint32]
    signs: NDArray[np.uint32]
    whole: Ints
    start: Ints
    within: Ints
    form: Ints
    shape: Ints
    words: Words

    #: The lines that hold furniture's own words or are furniture by their form, and those without a letter or digit:
    #: what is left of icons, empty entries of lists, and rules.
    hints: Bools
    bare: Bools

    #: The lines that look like code by themselves.
    code: Bools

    def __len__(self) -> int:
        return len(self.texts)


def read(text: str, seen: Triage | None = None) -> Page:
    """Cut ``text`` at its line feeds and count; blank lines are counted in ``rows`` only.

    ``seen`` is what triage found in the same text, if it was asked.

    >>> page = read("Trang chủ\\n\\n  1. Hôm nay trời nắng.")
    >>> len(page), page.rows.tolist(), page.words.per_line.tolist(), page.texts[1]
    (2, [0, 2], [2.0, 4.0], 'Hôm nay trời nắng.')
    """
    seen = triage(TextState(text)) if seen is None else seen
    raw = text.split("\n")
    smooth = seen.smooth
    changed = smooth is not text
    flat = smooth.split("\n") if changed else raw
    full = [row for row, line in enumerate(raw) if line and not line.isspace()]
    leads = [lead_of(flat[row]) for row in full]
    texts = [words_of(flat[row], lead) for row, lead in zip(full, leads, strict=True)]
    size = len(full)
    rows = np.array(full, np.int64)
    lengths = np.fromiter(map(len, raw), np.int64, len(raw))
    edges = np.cumsum(lengths + 1)
    starts, ends = (edges - lengths - 1)[rows], (edges - 1)[rows]
    linked, stripped = np.zeros((2, size), bool)
    if changed:
        linked[:] = ["](" in raw[row] for row in full]
        stripped[:] = [raw[row] != flat[row] for row in full]
    numbers: dict[str, int] = {"": 0}
    kinds = {each: number for number, each in enumerate(dict.fromkeys(leads))}  # few different ones stand on a page
    which = np.array([kinds[each] for each in leads], np.int64)
    known = [(numbers.setdefault(_lead_key(each), len(numbers)), len(each) - len(each.lstrip())) for each in kinds]
    lead, indent = np.array(known, np.int64).reshape(-1, 2).T[:, which]

    sizes, counts, first, last, signs, words = line_counts(texts)
    low = [line.strip() for line in "\n".join(texts).lower().split("\n")] if size else []
    whole, start = np.full((2, size), -1)
    if seen.rows and size:
        number = np.searchsorted(rows, seen.rows)
        whole[number], start[number] = np.array(seen.kinds).T
    within = _within(texts, words, counts[:, SYMBOL] > 0)
    shape = np.full(size, -1)
    for index in ((counts[:, DIGIT] > 0) & (sizes < SHAPELY)).nonzero()[0].tolist():
        low_line = texts[index].lower()
        found = _NUMBER.search(low_line) or _LINE.fullmatch(low_line)
        if found is not None:
            shape[index] = _SHAPE_NUMBER[found.lastgroup or ""]
    form = np.full(size, -1)
    dressed = np.array([each.lstrip()[:2] in _DRESSED for each in kinds], bool)[which]
    for index in ((whole >= 0) | (start >= 0) | (within >= 0) | (shape >= 0) | dressed).nonzero()[0].tolist():
        form[index] = kind_by_form(flat[full[index]])  # the marks around it may tell: "-- Chọn --", ">> Xem thêm"
        if form[index] < 0 and leads[index]:
            form[index] = kind_by_form(texts[index])
    counted = counts.astype(np.float32)
    return Page(
        starts, ends, rows, texts, low, list(kinds), which, lead, indent, linked, stripped, counted, counted.sum(1),
        first, last, signs, whole, start, within, form, shape, words,
        (whole >= 0) | (start >= 0) | (within >= 0) | (form >= 0), counted[:, : DIGIT + 1].sum(1) == 0,
        code_lines(texts, _may_be_code(sizes, first, signs)),
    )  # fmt: skip


def only(page: Page, lines: Sequence[int]) -> Page:
    """The page that is left where only some of its lines stay, as :func:`read` would read it.

    >>> page = read("Trang chủ\\n\\nMưa to.\\nLiên hệ")
    >>> only(page, [0, 2]).texts, only(page, [0, 2]).rows.tolist(), only(page, [1]).words.lines.tolist()
    (['Trang chủ', 'Liên hệ'], [0, 2], [0, 0])
    """
    kept = np.array(lines, np.int64)
    stays = np.zeros(len(page), bool)
    stays[kept] = True
    words = page.words
    inside = stays[words.lines]
    place = np.cumsum(stays) - 1
    fields: dict[str, Any] = page._asdict()
    rest: dict[str, Any] = {
        name: values[kept] if isinstance(values, np.ndarray) else [values[index] for index in lines]
        for name, values in fields.items()
        if name not in ("leads", "words")
    }
    rest["rows"] = page.rows[kept] - np.cumsum(~stays)[kept]  # a line that goes leaves no blank one
    of_lines = (words.per_line[kept], words.stops[kept], words.capitals[kept], words.head[kept], words.tail[kept])
    left = Words(words.keys[inside], place[words.lines[inside]], words.common[inside], *of_lines)
    return Page(leads=page.leads, words=left, **rest)


def _may_be_code(sizes: Ints, first: NDArray[np.uint32], signs: NDArray[np.uint32]) -> Ints:
    """The lines that have a mark of code, begin as its words do, or are too short to have either."""
    begins: Bools = _CODE_BEGINS[first] > 0
    return (begins | (signs & CODE_SIGN > 0) | (sizes < SHORTEST)).nonzero()[0]


def is_time(page: Page) -> Bools:
    """The lines with a time of day or a date."""
    found: Bools = (page.shape == _CLOCK) | (page.shape == _DATE)
    return found


def rows_of(columns: Sequence[np.ndarray]) -> Floats:
    """Features of lines, given one by one, as a row a line; they lie in memory by feature, as the trees read them."""
    out = np.empty((len(columns), len(columns[0])), np.float32)
    for number, column in enumerate(columns):
        out[number] = column
    rows: Floats = out.T
    return rows


def beside(lines: Bools) -> Bools:
    """The lines right above and right below those that are marked."""
    out = np.zeros(len(lines), bool)
    out[1:] |= lines[:-1]
    out[:-1] |= lines[1:]
    return out


_DIGITS = re.compile(r"\d+|(?<![^\W\d_])[^\W\d_](?=[.)])|[IVX]+(?=[.)])")


def _lead_key(lead: str) -> str:
    """The lead with any list number as one, so that entries of one list have one lead."""
    return _DIGITS.sub("1", lead) if lead and not lead.isspace() else lead


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
