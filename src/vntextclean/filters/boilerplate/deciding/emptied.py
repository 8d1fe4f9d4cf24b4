"""A page of which hardly anything would stay keeps the lines that are least like furniture.

Short texts of kinds that the classifier never saw (a song, a list of hours of service) may look like menus to it from
the first line to the last. But a page says something; what it says is where the log-odds are lowest.
"""

from __future__ import annotations

import numpy as np

from vntextclean.filters.boilerplate.reading.blocks import span_of
from vntextclean.filters.boilerplate.reading.page import Bools, Floats, Page

#: Less than this share of a page's characters is hardly anything. A page of so many lines is a front page, which has
#: nothing but furniture.
LEFT, LINES = 0.1, 100

#: A text has so many lines, none of them so surely furniture.
TEXT, SURELY = 5, 4.0

#: How much one line counts at most for a stretch of low log-odds, or against it.
MOST = 4.0


def text_of_emptied(page: Page, log_odds: Floats, goes: Bools) -> Bools:
    """The lines that stay of such a page, given those that would go.

    They are a stretch of low log-odds, without furniture's own words. What is low is told by the page: the log-odds
    are parted in two so that each part differs least within.

    On families left out two of 560 annotated pages, which so keep six lines of furniture.

    >>> from vntextclean.filters.boilerplate.reading.page import read
    >>> page = read("Liên hệ\\nHàng mới\\nĐò ngang\\nĐò dọc\\nBến đợi\\nNước ròng\\nGió bấc\\nTin mới\\nGóp ý")
    >>> odds = np.array([5, 5, 2, 1.8, 2.2, 2, 2, 5, 5], np.float32)
    >>> text_of_emptied(page, odds, odds > 1).nonzero()[0].tolist()
    [2, 3, 4, 5, 6]
    """
    size = len(page)
    out = np.zeros(size, bool)
    left = float(page.length[~goes].sum())
    if not TEXT <= size < LINES or left >= LEFT * float(page.length.sum()):
        return out
    parted = min(_parting(log_odds), SURELY)
    start, end = span_of(np.minimum(np.maximum(np.float32(parted) - log_odds, -MOST), MOST).astype(np.float32))
    if end - start >= TEXT:
        out[start:end] = (log_odds[start:end] < parted) & ~page.hints[start:end]
    return out


def _parting(values: Floats) -> float:
    """Half-way between the means of the two parts that some values fall into."""
    ordered = np.sort(values).astype(np.float64)
    total = np.cumsum(ordered)
    count = np.arange(1, len(ordered))
    low, high = total[:-1] / count, (total[-1] - total[:-1]) / (len(ordered) - count)
    best = int((count * (len(ordered) - count) * (high - low) ** 2).argmax())
    return float(low[best] + high[best]) / 2
