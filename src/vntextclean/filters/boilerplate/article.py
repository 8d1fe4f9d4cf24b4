"""The article of a page, found by what it is, and the lines that belong to it and stay.

The main text is the longest coherent prose: paragraphs with ends of sentences that share their rare words with each
other. What stands in it stays too: program code, the headline above it, lists and tables between its paragraphs.
"""

from __future__ import annotations

import numpy as np

from vntextclean.filters.boilerplate.blocks import PageBlocks, span_of
from vntextclean.filters.boilerplate.code import code_blocks, code_lines
from vntextclean.filters.boilerplate.lexicon import KINDS
from vntextclean.filters.boilerplate.page import Bools, Floats, Page
from vntextclean.filters.boilerplate.word_stats import among

#: A paragraph of prose belongs to the main text where so much of its rare words is found in the rest of it.
COHERENT = 0.25

#: Less prose than this, in characters, is no article: pages of teasers have as much here and there.
ARTICLE = 600

#: The headline is looked for in so many lines above the main text, and has so many words.
ABOVE, HEADLINE_WORDS = 14, 4

_RELATED = next(number for number, kind in enumerate(KINDS) if kind.code == "related")


def protected(page: Page, blocks: PageBlocks, log_odds: Floats) -> tuple[Bools, bool]:
    """The lines that belong to the article, and whether its prose had to be saved from the classifier as a whole."""
    size = len(page)
    kept = np.zeros(size, bool)
    prose = blocks.prose & ~page.hints
    opinion = np.clip(log_odds, -4, 4)
    weights = np.where(prose, np.minimum(blocks.length, 400) / 40, -1.5) - opinion * 1.5
    start, end = span_of(weights.astype(np.float32))
    inside = np.zeros(size, bool)
    inside[start:end] = True
    main = prose & inside
    total = float(page.length[main].sum())
    code = code_blocks(code_lines(page.texts))
    if total < ARTICLE:
        return kept, False
    lost = main & (log_odds > 1.5)
    spared = float(page.length[lost].sum()) > total / 3
    kept |= main
    kept |= code & inside
    first = int(main.argmax())
    title = _headline(page, blocks, first, main)
    if title >= 0:
        kept[title] = True
    return kept, spared


def _headline(page: Page, blocks: PageBlocks, first: int, main: Bools) -> int:
    """The line above the main text that is its headline, -1 if none is: it shares most of its words with the text."""
    rare = main[page.words.lines] & ~page.words.common
    body = np.unique(page.words.keys[rare])
    best, found = 0.5, -1
    for index in range(first - 1, max(first - 1 - ABOVE, -1), -1):
        if page.words.per_line[index] < HEADLINE_WORDS or page.hints[index] or blocks.prose[index]:
            continue
        own = (page.words.lines == index) & ~page.words.common
        keys = page.words.keys[own]
        share = float(among(keys, body).mean()) if len(keys) else 0.0
        share += 0.3 * ("#" in page.leads[index])
        if share > best:
            best, found = share, index
    return found


__all__ = ["COHERENT", "_RELATED", "protected"]
