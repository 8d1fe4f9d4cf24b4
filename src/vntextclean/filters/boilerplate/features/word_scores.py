"""How much more often words and pairs of words stand in furniture than in content, over many sites.

A naive Bayes table: a score in tenths of a nat for each bucket of word hashes, and of hashes of two words that follow
each other. It is counted by families of sites, so that no site has more than one voice, and holds no text.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from vntextclean.filters.boilerplate.reading.page import Floats, Page
from vntextclean.filters.boilerplate.text.word_stats import pairs

#: Words fall into so many buckets (as powers of two), and pairs of words into so many more.
WORD_BITS, PAIR_BITS = 15, 17
BUCKETS = (1 << WORD_BITS) + (1 << PAIR_BITS)

#: Scores are kept in these steps, in nats.
STEP = 0.1

Scores = NDArray[np.int8]


def buckets(page: Page) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The bucket of each word and of each pair of words within a line, and the line it stands in."""
    keys, lines = page.words.keys, page.words.lines
    same = lines[1:] == lines[:-1]
    both = pairs(keys)[same] if len(keys) > 1 else keys[:0]
    words = (keys >> np.uint64(64 - WORD_BITS)).astype(np.int64)
    double = (both >> np.uint64(64 - PAIR_BITS)).astype(np.int64) + (1 << WORD_BITS)
    return np.concatenate([words, double]), np.concatenate([lines, lines[1:][same]])


def word_features(page: Page, scores: Scores) -> Floats:
    """One row a line: the mean, least and greatest score of its words, the same of its pairs of words, and the sum."""
    size = len(page)
    out = np.zeros((7, size), np.float32)
    found, lines = buckets(page)
    values = scores[found].astype(np.float32) * np.float32(STEP)
    count = len(page.words.keys)
    for column, part in ((0, slice(0, count)), (3, slice(count, None))):
        line, value = lines[part], values[part]
        if not len(line):
            continue
        starts = np.concatenate(([0], (line[1:] != line[:-1]).nonzero()[0] + 1))
        here = line[starts]
        sizes = np.diff(np.append(starts, len(line)))
        total = np.add.reduceat(value, starts)
        out[column, here] = total / sizes
        out[column + 1, here] = np.minimum.reduceat(value, starts)
        out[column + 2, here] = np.maximum.reduceat(value, starts)
        out[6, here] += total
    rows: Floats = out.T
    return rows
