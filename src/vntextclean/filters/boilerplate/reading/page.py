"""A document cut into lines, with what can be seen of each line by itself.

Everything here is counted over the whole document at once, in arrays of one number a character or a word. A line is
judged by its words: residue of extractors, bullets, list numbers and Markdown are taken off first and kept as features.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, count
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vntextclean.filters.boilerplate.reading.line_forms import kind_by_form
from vntextclean.filters.boilerplate.reading.triage import Triage, triage
from vntextclean.filters.boilerplate.text.char_classes import (
    DIGIT,
    EDGE_SIGN,
    SYMBOL,
    kinds_of,
)
from vntextclean.filters.boilerplate.text.code import code_lines, may_be_code
from vntextclean.filters.boilerplate.text.first_words import by_what_they_open, opened_by
from vntextclean.filters.boilerplate.text.lead_marks import DRESSED, INDENT, MARKS, marks_of
from vntextclean.filters.boilerplate.text.line_counts import line_counts
from vntextclean.filters.boilerplate.text.own_links import anchored
from vntextclean.filters.boilerplate.text.page_lines import page_lines
from vntextclean.filters.boilerplate.text.phrases_within import kinds_within
from vntextclean.filters.boilerplate.text.shapes import CLOCK, DATE, SHAPELY, shape_of
from vntextclean.filters.boilerplate.text.word_stats import Words
from vntextclean.named_tuple import NamedTuple
from vntextclean.text_state import TextState

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


class Page(NamedTuple):
    """The lines of a document that hold anything, and what was counted of them; every array has one row a line.

    ``texts`` are the lines as judged, ``text`` one below the other, ``low`` in small letters and without white space
    around, of which ``same`` numbers the different ones and ``lows`` gives each its number. ``starts`` and ``ends``
    delimit the lines in the document as they stand there, and ``rows`` numbers them with the blank lines. ``leads`` are
    the different things that stand before words, ``marks`` what can be seen of each (``lead_marks.py``), and ``which``
    of them is a line's; ``lead`` numbers them without the numbers of list entries, 0 for nothing. ``signs`` are those
    of ``char_classes.py``, ``opens`` those of ``first_words.py``, and ``openings`` gives for each of these the lines
    that have it.
    """

    starts: Ints
    ends: Ints
    rows: Ints
    text: str
    texts: list[str]
    low: list[str]
    same: Ints
    lows: dict[str, int]
    leads: list[str]
    marks: Ints
    which: Ints
    lead: Ints
    indent: Ints
    linked: Bools
    stripped: Bools
    counts: Floats
    digits: Bools
    length: Floats
    first: NDArray[np.uint32]
    last: NDArray[np.uint32]
    first_kind: NDArray[np.uint8]
    last_kind: NDArray[np.uint8]
    signs: NDArray[np.uint32]
    opens: NDArray[np.uint32]
    openings: dict[int, list[int]]
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

    #: The lines that look like code by themselves, and those that end in the sign of a link to themselves.
    code: Bools
    anchored: Bools

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
    flat = seen.smooth
    lines = page_lines(text, flat)
    leads, texts, size = lines.leads, lines.texts, len(lines.texts)
    numbered, which = different(leads)  # few stand on a page
    kinds = list(numbered)
    found = [marks_of(each) for each in kinds]
    marks = np.array(list(chain.from_iterable(each.marks for each in found)), np.int64).reshape(-1, MARKS)
    numbers: dict[str, int] = {"": 0}
    lead = np.array([numbers.setdefault(each.key, len(numbers)) for each in found], np.int64)[which]

    judged, sizes, counts, first, last, signs, words = line_counts(texts)
    low = judged.lower().split("\n") if size else []
    for index in (signs & EDGE_SIGN > 0).nonzero()[0].tolist():
        low[index] = low[index].strip()
    whole, start = phrases = np.empty((2, size), np.int64)
    phrases.fill(-1)
    if seen.rows and size:
        number = np.searchsorted(lines.rows, seen.rows)
        phrases[:, number] = np.array(list(chain.from_iterable(seen.kinds))).reshape(-1, 2).T
    digits = counts[:, DIGIT] > 0
    within = kinds_within(texts, low, words, counts[:, SYMBOL] > 0)
    shapes, forms = [-1] * size, [-1] * size  # an array takes a number ten times as slowly as a list does
    for index in (digits & (sizes < SHAPELY)).nonzero()[0].tolist():
        shapes[index] = shape_of(texts[index])
    shape = np.array(shapes, np.int64)
    dressed = marks[which, DRESSED] > 0
    flat_starts, flat_ends = lines.flat_starts.tolist(), lines.flat_ends.tolist()
    for index in ((whole >= 0) | (start >= 0) | (within >= 0) | (shape >= 0) | dressed).nonzero()[0].tolist():
        # The marks around a line may tell: "-- Chọn --", ">> Xem thêm".
        kind = kind_by_form(flat[flat_starts[index] : flat_ends[index]])
        if kind < 0 and leads[index]:
            kind = kind_by_form(texts[index])
        forms[index] = kind
    form = np.array(forms, np.int64)
    counted = counts.astype(np.float32)
    opens, first_kind = opened_by(words.head), kinds_of(first)
    lows, same = different(low)
    return Page(
        lines.starts, lines.ends, lines.rows, judged, texts, low, same, lows, kinds, marks, which, lead,
        marks[which, INDENT], lines.linked, lines.stripped, counted, digits, sizes.astype(np.float32), first, last,
        first_kind, kinds_of(last), signs, opens, by_what_they_open(opens), whole, start, within, form, shape, words,
        (whole >= 0) | (start >= 0) | (within >= 0) | (form >= 0), words.per_line == 0,
        code_lines(texts, may_be_code(sizes, first, signs, opens)), anchored(flat, lines.flat_ends),
    )  # fmt: skip


def lines_that_open(page: Page, what: int) -> list[int]:
    """The lines whose first word may open that: see ``first_words.py``."""
    return page.openings.get(what, [])


def different(texts: list[str]) -> tuple[dict[str, int], Ints]:
    """The different ones of some texts with their numbers, in their order, and for each text the number it has.

    >>> found, which = different(["Liên hệ", "Tin", "Liên hệ"])
    >>> found, which.tolist()
    ({'Liên hệ': 0, 'Tin': 1}, [0, 1, 0])
    """
    numbers = dict(zip(dict.fromkeys(texts), count(), strict=False))
    return numbers, np.fromiter(map(numbers.__getitem__, texts), np.int64, len(texts))


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
        if name not in ("text", "same", "lows", "leads", "marks", "openings", "words")
    }
    rest["rows"] = page.rows[kept] - np.cumsum(~stays)[kept]  # a line that goes leaves no blank one
    of_lines = (words.per_line[kept], words.stops[kept], words.capitals[kept], words.head[kept], words.tail[kept])
    left = Words(words.keys[inside], place[words.lines[inside]], words.common[inside], *of_lines)
    lows, same = different(rest["low"])
    rest |= {"text": "\n".join(rest["texts"]), "same": same, "lows": lows}
    rest["openings"] = by_what_they_open(rest["opens"])
    return Page(leads=page.leads, marks=page.marks, words=left, **rest)


def different_ones(page: Page, lines: Ints) -> int:
    """How many of some lines are different in small letters, with the white space around.

    >>> page = read("Tin mới\\nTIN MỚI\\nTin mới\\u3000\\nLiên hệ")
    >>> different_ones(page, np.arange(4)), different_ones(page, np.array([0, 3])), different_ones(page, np.arange(2))
    (3, 2, 1)
    """
    if np.count_nonzero(page.signs[lines] & EDGE_SIGN):
        return len({page.texts[line].lower() for line in lines.tolist()})
    return len(set(page.same[lines].tolist()))


def kinds_told(page: Page) -> Ints:
    """The kind that each line's form or phrases point to, -1 where they point to none."""
    kinds = page.within
    for stronger in (page.start, page.whole, page.form):
        kinds = np.where(stronger >= 0, stronger, kinds)
    return kinds


def is_time(page: Page) -> Bools:
    """The lines with a time of day or a date."""
    found: Bools = (page.shape == CLOCK) | (page.shape == DATE)
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
