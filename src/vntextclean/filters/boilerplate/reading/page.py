"""A document cut into lines, with what can be seen of each line by itself.

Everything here is counted over the whole document at once, in arrays of one number a character or a word. A line is
judged by its words: residue of extractors, bullets, list numbers and Markdown are taken off first and kept as features.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from vntextclean.filters.boilerplate.reading.line_forms import kind_by_form
from vntextclean.filters.boilerplate.reading.triage import Triage, triage
from vntextclean.filters.boilerplate.text.char_classes import (
    CODE_SIGN,
    DIGIT,
    EDGE_SIGN,
    LOOKS_SIGN,
    SPACE,
    SYMBOL,
    class_table,
    kinds_of,
)
from vntextclean.filters.boilerplate.text.code import FIRST, SHORTEST, WORDS, code_lines
from vntextclean.filters.boilerplate.text.code import first_words as code_words
from vntextclean.filters.boilerplate.text.first_words import opened_by
from vntextclean.filters.boilerplate.text.lead_marks import DRESSED, INDENT, MARKS, marks_of
from vntextclean.filters.boilerplate.text.line_counts import line_counts
from vntextclean.filters.boilerplate.text.own_links import anchored
from vntextclean.filters.boilerplate.text.page_lines import page_lines
from vntextclean.filters.boilerplate.text.phrases_within import kinds_within
from vntextclean.filters.boilerplate.text.shapes import CLOCK, DATE, SHAPELY, shape_of
from vntextclean.filters.boilerplate.text.word_stats import Words
from vntextclean.text_state import TextState

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

_CODE_BEGINS = class_table("".join({word[0] for word in WORDS}))
_CODE_FIRST = class_table(FIRST)


class Page(NamedTuple):
    """The lines of a document that hold anything, and what was counted of them; every array has one row a line.

    ``texts`` are the lines as judged, ``text`` one below the other, ``low`` in small letters and without white space
    around, of which ``same`` numbers the different ones. ``starts`` and ``ends`` delimit the lines in the document as
    they stand there, and ``rows`` numbers them with the blank lines. ``leads`` are the different things that stand
    before words, ``marks`` what can be seen of each (``lead_marks.py``), and ``which`` of them is a line's; ``lead``
    numbers them without the numbers of list entries, 0 for nothing. ``signs`` are those of ``char_classes.py``,
    ``opens`` those of ``first_words.py``, and ``openings`` each line that has any with its own.
    """

    starts: Ints
    ends: Ints
    rows: Ints
    text: str
    texts: list[str]
    low: list[str]
    same: Ints
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
    opens: NDArray[np.uint16]
    openings: list[tuple[int, int]]
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
    kinds, which = different(leads)  # few stand on a page
    found = [marks_of(each) for each in kinds]
    marks = np.array([each.marks for each in found], np.int64).reshape(-1, MARKS)
    numbers: dict[str, int] = {"": 0}
    lead = np.array([numbers.setdefault(each.key, len(numbers)) for each in found], np.int64)[which]

    judged, sizes, counts, first, last, signs, words = line_counts(texts)
    low = judged.lower().split("\n") if size else []
    for index in (signs & EDGE_SIGN > 0).nonzero()[0].tolist():
        low[index] = low[index].strip()
    whole, start = np.full((2, size), -1)
    if seen.rows and size:
        number = np.searchsorted(lines.rows, seen.rows)
        whole[number], start[number] = np.array(seen.kinds).T
    digits = counts[:, DIGIT] > 0
    within = kinds_within(texts, words, counts[:, SYMBOL] > 0)
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
    return Page(
        lines.starts, lines.ends, lines.rows, judged, texts, low, different(low)[1], kinds, marks, which, lead,
        marks[which, INDENT], lines.linked, lines.stripped, counted, digits, sizes.astype(np.float32), first, last,
        first_kind, kinds_of(last), signs, opens, _openings(opens), whole, start, within, form, shape, words,
        (whole >= 0) | (start >= 0) | (within >= 0) | (form >= 0), words.per_line == 0,
        code_lines(texts, _may_be_code(sizes, first, first_kind, signs, words)), anchored(flat, lines.flat_ends),
    )  # fmt: skip


def lines_that_open(page: Page, what: int) -> list[int]:
    """The lines whose first word may open one of those things: see ``first_words.py``."""
    return [line for line, opens in page.openings if opens & what]


def _openings(opens: NDArray[np.uint16]) -> list[tuple[int, int]]:
    """The lines whose first word may open anything, and what: sixteen rules ask for a few of these lines each."""
    lines = opens.nonzero()[0]
    return list(zip(lines.tolist(), opens[lines].tolist(), strict=True))


def different(texts: list[str]) -> tuple[list[str], Ints]:
    """The different ones of some texts, in their order, and for each text which of them it is.

    >>> found, which = different(["Liên hệ", "Tin", "Liên hệ"])
    >>> found, which.tolist()
    (['Liên hệ', 'Tin'], [0, 1, 0])
    """
    number = {each: number for number, each in enumerate(dict.fromkeys(texts))}
    return list(number), np.fromiter(map(number.__getitem__, texts), np.int64, len(texts))


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
        if name not in ("text", "same", "leads", "marks", "openings", "words")
    }
    rest["rows"] = page.rows[kept] - np.cumsum(~stays)[kept]  # a line that goes leaves no blank one
    of_lines = (words.per_line[kept], words.stops[kept], words.capitals[kept], words.head[kept], words.tail[kept])
    left = Words(words.keys[inside], place[words.lines[inside]], words.common[inside], *of_lines)
    rest |= {"text": "\n".join(rest["texts"]), "same": different(rest["low"])[1]}
    rest["openings"] = _openings(rest["opens"])
    return Page(leads=page.leads, marks=page.marks, words=left, **rest)


def _may_be_code(
    sizes: Ints, first: NDArray[np.uint32], kinds: NDArray[np.uint8], signs: NDArray[np.uint32], words: Words
) -> Ints:
    """The lines that may look like code, and have a mark of it, begin as its words do, or are too short for either."""
    begins: Bools = _CODE_BEGINS[first] > 0
    may_be = begins | (signs & CODE_SIGN > 0) | (sizes < SHORTEST)
    looks: Bools = (_CODE_FIRST[first] > 0) | (kinds == SPACE) | (signs & LOOKS_SIGN > 0)
    looks[code_words().places(words.head)] = True
    return (may_be & looks).nonzero()[0]


def small_letters(page: Page, lines: Sequence[int]) -> list[str]:
    """Some lines in small letters, with the white space around."""
    apart = frozenset((page.signs & EDGE_SIGN > 0).nonzero()[0].tolist())
    return [page.texts[index].lower() if index in apart else page.low[index] for index in lines]


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
