"""All features of the lines of a page that the first trees read: by the compiled kernel, or by numpy part by part.

A page has some hundred lines and a line some three hundred features, so that by numpy nearly all time goes into the
fixed cost of hundreds of calls.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from vntextclean.filters.boilerplate.features.context_features import COSTS, DATE, RELATED, around
from vntextclean.filters.boilerplate.features.layout_features import (
    LAST,
    labelled,
    layout_features,
    title_marks,
    word_context,
)
from vntextclean.filters.boilerplate.features.line_features import FIRST, LONG, lines, text_columns
from vntextclean.filters.boilerplate.features.word_scores import Scores, word_features
from vntextclean.filters.boilerplate.reading.blocks import OPEN_END, PageBlocks, headings, starts_of
from vntextclean.filters.boilerplate.reading.coherence import COST, SHARED, SPREAD
from vntextclean.filters.boilerplate.reading.page import Floats, Page
from vntextclean.filters.boilerplate.text.char_classes import flag_table
from vntextclean.filters.boilerplate.text.lexicon import KINDS
from vntextclean.lm import kernel

_TABLES = flag_table(), FIRST, LAST, OPEN_END
_COSTS = np.array([*COSTS, COST, SHARED, SPREAD], np.float32)

#: The columns of a page: of its words, of the lines by themselves, of what is around them, of the layout.
COLUMNS = 7 + 51 + 107 + 16 + 9 + 2 * len(KINDS) + 22 + 20


def page_features(page: Page, blocks: PageBlocks, scores: Scores) -> Floats:
    """The features of each line, a row a line; they lie in memory by feature."""
    if kernel.native is None:
        return with_words(page, blocks, scores, shape_features(page, blocks))
    out = np.empty((COLUMNS, len(page)), np.float32)
    same, parts = title_marks(page)
    heads = headings(page)
    heading = int(heads.argmax()) if np.count_nonzero(heads) else -1
    numbers = np.array([DATE, RELATED, LONG, heading, parts])
    middle = float(np.sort(page.length)[len(page) // 2])
    asked = view(page, blocks), _TABLES, scores, _COSTS, numbers, text_columns(page), labelled(page), same, middle, out
    kernel.native.page_features(*asked)
    rows: Floats = out.T
    return rows


def view(page: Page, blocks: PageBlocks) -> tuple[Any, ...]:
    """The arrays of a page as the kernel reads them: ``native/page_view.c``."""
    words, rare, line = page.words, blocks.rare, np.ascontiguousarray
    return (
        page.length, page.counts, words.per_line, words.stops, words.capitals, np.log1p(page.length), blocks.length,
        page.rows, line(page.indent), line(page.lead), page.shape, page.form, line(page.whole), line(page.start),
        page.within, blocks.number, page.first, page.last, words.head, words.tail, page.hints, page.bare, page.linked,
        page.stripped, page.code, blocks.prose, blocks.short, words.keys, words.lines, words.common, rare.keys,
        rare.lines, rare.paragraphs, *starts_of(blocks), len(KINDS),
    )  # fmt: skip


def with_words(page: Page, blocks: PageBlocks, scores: Scores, shape: Floats) -> Floats:
    """All features of each line, given those of its shape: what its words and the words around say besides."""
    words = word_features(page, scores)
    return side_by_side(words, shape, word_context(page, blocks, words))


def shape_features(page: Page, blocks: PageBlocks) -> Floats:
    """The features of each line that no scores of words are needed for, by numpy."""
    return side_by_side(lines(page, blocks), around(page, blocks), layout_features(page, blocks))


def side_by_side(*parts: Floats) -> Floats:
    """The features of each part in one row a line, by feature in memory."""
    rows: Floats = np.concatenate([part.T for part in parts]).T
    return rows
