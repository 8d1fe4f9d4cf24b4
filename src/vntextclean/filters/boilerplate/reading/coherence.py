"""Which prose of a page speaks of one thing: paragraphs that share their rare words, and their headline.

Teasers of other articles are prose too, but each speaks of something else.
"""

from __future__ import annotations

import numpy as np

from vntextclean.filters.boilerplate.reading.blocks import PageBlocks, span_of
from vntextclean.filters.boilerplate.reading.page import Bools, Floats, Page
from vntextclean.filters.boilerplate.text.lead_marks import HASHES
from vntextclean.filters.boilerplate.text.word_stats import among

#: Of a paragraph of one article a fifth of the rare words and more stand in its other paragraphs too: from there on it
#: counts for the span, below against it.
SHARED, SPREAD = 0.2, 0.3

#: What a line that is no prose counts against the span, in words.
COST = 4.0

#: The headline is looked for in so many lines above the text, and has so many words.
ABOVE, HEADLINE_WORDS = 16, 4


def shared_words(page: Page, blocks: PageBlocks, long: Bools) -> Floats:
    """For each line of the paragraphs ``long``: how many of its paragraph's rare words stand in others of them."""
    size, number = len(page), blocks.number
    asked = long[blocks.rare.lines].nonzero()[0]
    if not len(asked):
        return np.zeros(size, np.float32)
    keys, paragraph = blocks.rare.keys[asked], blocks.rare.paragraphs[asked]
    fresh = np.ones(len(keys), bool)
    fresh[1:] = (keys[1:] != keys[:-1]) | (paragraph[1:] != paragraph[:-1])
    word = np.concatenate(([0], np.cumsum(keys[1:] != keys[:-1])))
    elsewhere = np.bincount(word, fresh)[word] > 1
    count = np.maximum(np.bincount(paragraph, minlength=size + 1), 1)
    share = np.bincount(paragraph, elsewhere, minlength=size + 1) / count
    return np.where(long, share[number], 0).astype(np.float32)


def coherent_text(page: Page, blocks: PageBlocks) -> tuple[int, int]:
    """The lines from the first to the last paragraph of the longest prose that speaks of one thing."""
    shared = shared_words(page, blocks, blocks.prose)
    worth = np.clip((shared - SHARED) / SPREAD, -1, 1) * np.minimum(page.words.per_line, 40)
    return span_of(np.where(blocks.prose, worth, -COST).astype(np.float32))


def headline(page: Page, blocks: PageBlocks, start: int, end: int) -> int:
    """The line above those of the text that is its headline, -1 if none is: it shares most of its words with the text.

    >>> from vntextclean.filters.boilerplate.reading.blocks import blocks_of
    >>> from vntextclean.filters.boilerplate.reading.page import read
    >>> text = "Tin địa phương xã ta\\nChợ nổi neo ghe đợi nước\\nNước lên chậm, ghe hàng ở chợ nổi phải neo lại đợi."
    >>> page = read(text)
    >>> headline(page, blocks_of(page), 2, 3)
    1
    """
    words = page.words
    here = _words_of(page, start, end)
    rare = ~words.common[here]
    text = rare & blocks.prose[words.lines[here]]
    if end - start == 1 and not text.any():
        text = rare
    first = max(start - ABOVE, 0)
    lines = slice(first, start)
    may_be = (words.per_line[lines] >= HEADLINE_WORDS) & ~page.hints[lines] & ~blocks.prose[lines]
    if not may_be.any():
        return -1
    body = np.sort(words.keys[here][text])
    above = _words_of(page, first, start)
    rare = ~words.common[above]
    own = words.lines[above][rare] - first
    count = np.bincount(own, minlength=start - first)
    known = np.bincount(own, among(words.keys[above][rare], body), minlength=start - first)
    share = known / np.maximum(count, 1) + 0.3 * (page.marks[page.which[lines], HASHES] > 0)
    best, found = 0.5, -1
    for index in may_be.nonzero()[0].tolist()[::-1]:
        if share[index] > best:
            best, found = share[index], first + index
    return found


def _words_of(page: Page, start: int, end: int) -> slice:
    """Where the words of some lines stand among those of the page."""
    first, last = np.searchsorted(page.words.lines, (start, end)).tolist()
    return slice(first, last)


def title_overlap(page: Page, start: int, end: int) -> Floats:
    """For each line how many of its rare words stand in the first lines of the text or right above it."""
    words = page.words
    top = (words.lines >= start - 3) & (words.lines < min(start + 3, end)) & ~words.common
    body = np.unique(words.keys[top])
    rare = ~words.common
    size = len(page)
    lines = words.lines[rare]
    hits = np.bincount(lines, among(words.keys[rare], body), minlength=size)
    return (hits / np.maximum(np.bincount(lines, minlength=size), 1)).astype(np.float32)
