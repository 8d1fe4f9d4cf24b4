"""What the classifier looks at in a line by itself, and how a line is related to the others of its page.

A menu is known less by its words (of 1738 furniture lines on 40 sites only 45 stood on three or more) than by standing
in a run of short lines without a full stop, away from prose and near other furniture. What is about the neighbourhood
is in ``surroundings.py``.
"""

from __future__ import annotations

import numpy as np

from vntextclean.filters.boilerplate.char_classes import (
    BRACKET,
    COMMA,
    DASH,
    DIGIT,
    LOWER,
    MARKED,
    OTHER,
    SEPARATOR,
    SPACE,
    STOP,
    SYMBOL,
    UPPER,
    marks,
)
from vntextclean.filters.boilerplate.lexicon import KINDS
from vntextclean.filters.boilerplate.page import SHAPES, Floats, Page
from vntextclean.filters.boilerplate.word_stats import among

#: Lines from this length on are taken to say what the page is about.
LONG = 120


_FIRST = marks("*-•+–·>»|", "#", "\"“'‘([«_")
_LAST = marks(".!?…", ":", ",;")
_LENGTHS = np.array([14, 30, 60, 99, 199], np.float32)


def lines(page: Page) -> Floats:
    """One row a line: the line by itself, and where it is blank or repeated."""
    counts, size = page.counts, len(page)
    chars = np.maximum(page.length - counts[:, SPACE], 1)
    small = counts[:, LOWER] + counts[:, MARKED]
    letters = np.maximum(small + counts[:, UPPER] + counts[:, OTHER], 1)
    words = np.maximum(page.words.per_line, 1)
    length = chars + page.words.per_line
    first, last = _FIRST[page.first], _LAST[page.last]
    gaps = np.ones(size + 1, bool)
    gaps[1:-1] = page.rows[1:] - page.rows[:-1] > 1
    columns = [
        np.log1p(length) / 5,
        np.log1p(page.words.per_line) / 4,
        chars <= 3,
        *(length[:, None] <= _LENGTHS).T,
        counts[:, MARKED] / letters,
        counts[:, UPPER] / letters,
        counts[:, DIGIT] / chars,
        np.log1p(counts[:, SEPARATOR]) / 2,
        counts[:, SEPARATOR] / chars,
        counts[:, SYMBOL] > 0,
        np.log1p(counts[:, STOP] + counts[:, COMMA]) / 2,
        counts[:, BRACKET] / chars,
        counts[:, DASH] / chars,
        letters <= 1,
        (counts[:, UPPER] >= 2) & (small == 0),
        page.words.capitals / words,
        page.words.stops / words,
        page.words.stops > 0,
        counts[:, MARKED] == 0,
        *(last[:, None] == np.arange(1, 4)).T,
        *(first[:, None] == np.arange(1, 4)).T,
        (page.first >= 48) & (page.first < 58),
        np.minimum(page.lead >> 16, 12) / 6,
        gaps[:-1],
        gaps[1:],
        page.form >= 0,
        *_repeats(page.texts),
        *_kinship(page),
    ]
    kinds = len(KINDS)
    out = np.zeros((size, len(columns) + 2 * kinds + len(SHAPES)), np.float32)
    for number, column in enumerate(columns):
        out[:, number] = column
    where, at = np.arange(size), len(columns)
    part = np.where(page.start >= 0, page.start, page.within)
    for found, width in ((page.whole, kinds), (part, kinds), (page.shape, len(SHAPES))):
        is_any = found >= 0
        out[where[is_any], at + found[is_any]] = 1
        at += width
    return out


def _repeats(texts: list[str]) -> list[Floats]:
    """Whether a line stands again far away, how often it stands, and how long a run of lines stands again with it."""
    size = len(texts)
    far, often, copied, long = np.zeros((4, size), np.float32)
    seen: dict[str, list[int]] = {}
    keys = [text.strip() for text in texts]
    for index, key in enumerate(keys):
        seen.setdefault(key, []).append(index)
    if len(seen) == size:
        return [far, often, copied, long]
    again: list[int] = []
    for places in seen.values():
        if len(places) > 1:
            again += places[1:]
            often[places] = 0.5 * np.log(len(places))
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
    return [far, often, np.log1p(copied) / np.float32(3), (copied >= 5).astype(np.float32)]


def _kinship(page: Page) -> list[Floats]:
    """How a line is related to those beside it and to the prose of the page.

    Entries of a menu or a table begin or end alike; headings, captions and table rows speak of what the prose speaks
    of, and most menus of the site do not.
    """
    size, words = len(page), page.words
    out = np.zeros((5, size), np.float32)
    for column, keys in ((0, words.head), (1, words.tail), (2, page.lead)):
        same = (keys[1:] == keys[:-1]) & (keys[1:] != 0)
        weight = np.float32(0.5)
        out[column, 1:] += weight * same
        out[column, :-1] += weight * same
    long = page.length >= LONG
    own = ~words.common & ~long[words.lines]
    body = np.unique(words.keys[~words.common & long[words.lines]])
    total = np.bincount(words.lines[own], minlength=size)
    shared = np.bincount(words.lines[own], among(words.keys[own], body), minlength=size)
    out[3] = shared / np.maximum(total, 1)
    out[4] = np.minimum(shared, 6) / 6
    return list(out)
