"""What the classifier looks at in a line by itself, and how a line is related to the others of its page.

A menu is known less by its words (of 1738 furniture lines on 40 sites only 45 stood on three or more) than by standing
in a run of short lines without a full stop, away from prose and near other furniture. What is about the neighbourhood
is in ``context_features.py``.
"""

from __future__ import annotations

import numpy as np

from vntextclean.filters.boilerplate.features.layout_features import LAST
from vntextclean.filters.boilerplate.reading.blocks import PageBlocks
from vntextclean.filters.boilerplate.reading.coherence import shared_words
from vntextclean.filters.boilerplate.reading.page import Bools, Floats, Ints, Page, rows_of
from vntextclean.filters.boilerplate.text.char_classes import (
    ADDRESS_SIGN,
    BRACKET,
    COMMA,
    DASH,
    DIGIT,
    GAP_SIGN,
    LOWER,
    MARKED,
    OTHER,
    SEPARATOR,
    SPACE,
    STOP,
    SYMBOL,
    TWICE_SIGN,
    UPPER,
    class_table,
)
from vntextclean.filters.boilerplate.text.lead_marks import BAR, BOLD, BULLET, HASHES, NUMBERED
from vntextclean.filters.boilerplate.text.word_stats import among
from vntextclean.lm import kernel

#: Paragraphs from this length on are taken to say what the page is about.
LONG = 120

#: What stands before the words: how many hashes; whether bold marks, a bar, a bullet, a number.
_OF_LEADS = [HASHES, BOLD, BAR, BULLET, NUMBERED]

#: How many of the columns that need the texts stand before those of what is known of the line.
OF_TEXT = 7

FIRST = class_table("\"“'‘(«", "[{", ",.;:)")


def lines(page: Page, blocks: PageBlocks) -> Floats:
    """One row a line: the line by itself, and where it is repeated."""
    counts = page.counts
    chars = np.maximum(page.length - counts[:, SPACE], 1)
    lower = counts[:, LOWER] + counts[:, MARKED]
    letters = np.maximum(lower + counts[:, UPPER] + counts[:, OTHER], 1)
    words = np.maximum(page.words.per_line, 1)
    first, last = FIRST[page.first], LAST[page.last]
    first_kind = page.first_kind
    of_text = text_columns(page)
    columns = [
        page.length,
        page.words.per_line,
        chars / words,
        counts[:, MARKED] / letters,
        counts[:, UPPER] / letters,
        counts[:, DIGIT] / chars,
        counts[:, SEPARATOR],
        counts[:, SEPARATOR] / chars,
        counts[:, SYMBOL],
        counts[:, STOP],
        counts[:, COMMA],
        counts[:, BRACKET] / chars,
        counts[:, DASH],
        counts[:, OTHER] / chars,
        (counts[:, UPPER] >= 2) & (lower == 0),
        page.words.capitals / words,
        page.words.stops / words,
        page.words.stops,
        last,
        first,
        (first_kind == LOWER) | (first_kind == MARKED),
        first_kind == DIGIT,
        page.indent,
        page.linked,
        page.stripped,
        *of_text[:OF_TEXT],
        page.code,
        page.whole,
        page.start,
        page.within,
        page.form,
        page.shape,
        page.hints,
        page.bare,
        *of_text[OF_TEXT:],
        *_kinship(page, blocks),
    ]
    return rows_of(columns)


def text_columns(page: Page) -> np.ndarray:
    """What needs the texts of the lines: five columns of what stands before, signs of addresses, gaps; the repeats."""
    signs = page.signs
    columns = np.empty((len(_OF_LEADS) + 7, len(page)), np.float32)
    columns[: len(_OF_LEADS)] = page.marks.T[_OF_LEADS].take(page.which, axis=1)
    columns[-7] = signs & ADDRESS_SIGN > 0
    columns[-6] = signs & GAP_SIGN > 0
    columns[-5:-1] = repeats(page.same)
    columns[-1] = signs & TWICE_SIGN > 0
    return columns


def repeats(same: Ints) -> Floats:
    """Whether a line stands again far away, how often, how long a run of lines does, and the how many-th it is.

    ``same`` numbers the different lines from 0 on.

    >>> repeats(np.array([0, 1, 0, 1])).tolist()
    [[0.0, 0.0, 0.0, 0.0], [2.0, 2.0, 2.0, 2.0], [2.0, 2.0, 2.0, 2.0], [1.0, 1.0, 2.0, 2.0]]
    """
    size = len(same)
    out = np.zeros((4, size), np.float32)
    if not size or int(same.max()) == size - 1:
        return out
    if kernel.native is not None:
        kernel.native.line_repeats(same, out)
        return out
    far, often, copied, order = out
    keys = same.tolist()
    seen: dict[int, list[int]] = {}
    for index, key in enumerate(keys):
        seen.setdefault(key, []).append(index)
    again: list[int] = []
    for places in seen.values():
        if len(places) > 1:
            again += places[1:]
            often[places] = len(places)
            order[places] = np.arange(1, len(places) + 1)
            if places[-1] - places[0] > 4:
                far[places] = 1
    done = 0
    for index in sorted(again):
        if index < done:
            continue
        longest, other = 0, -1
        for above in seen[keys[index]][:4]:
            if above >= index:
                break
            length = 1
            while above + length < index and index + length < size and keys[above + length] == keys[index + length]:
                length += 1
            if length > longest:
                longest, other = length, above
        if longest > 1:
            for at in (index, other):
                copied[at : at + longest] = np.maximum(copied[at : at + longest], longest)
        done = index + max(longest, 1)
    return out


def _kinship(page: Page, blocks: PageBlocks) -> list[Floats]:
    """How a line is related to those beside it and to the prose of the page.

    Entries of a menu or a table begin or end alike; headings, captions and table rows speak of what the prose speaks
    of, and most menus of the site do not.
    """
    size, words = len(page), page.words
    out = np.zeros((6, size), np.float32)
    for column, keys in ((0, words.head), (1, words.tail), (2, page.lead)):
        same = (keys[1:] == keys[:-1]) & (keys[1:] != 0)
        weight = np.float32(0.5)
        out[column, 1:] += weight * same
        out[column, :-1] += weight * same
    long: Bools = blocks.prose & (blocks.length >= LONG)
    own = ~words.common & ~long[words.lines]
    body = np.unique(words.keys[~words.common & long[words.lines]])
    total = np.bincount(words.lines[own], minlength=size)
    shared = np.bincount(words.lines[own], among(words.keys[own], body), minlength=size)
    out[3] = shared / np.maximum(total, 1)
    out[4] = shared
    out[5] = shared_words(page, blocks, long)
    return list(out)
