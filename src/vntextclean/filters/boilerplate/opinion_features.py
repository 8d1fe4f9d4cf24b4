"""What the second trees look at beside the features of a line: what the first ones think of the lines around it."""

from __future__ import annotations

import numpy as np

from vntextclean.filters.boilerplate.blocks import PageBlocks, span_of
from vntextclean.filters.boilerplate.context_features import Shares
from vntextclean.filters.boilerplate.page import Floats, Page, rows_of


def opinion_features(page: Page, blocks: PageBlocks, opinion: Floats) -> Floats:
    """What the second model reads beside the features of the line: what the first one thinks of the lines around.

    ``opinion`` holds log odds squeezed to between -1 and 1, positive for furniture.
    """
    size = len(opinion)
    padded = np.zeros(size + 12, np.float32)
    padded[6:-6] = opinion
    near = [padded[at : at + size] for at in range(13)]
    shares = Shares(np.stack([opinion, opinion > 0]))
    far = [
        *shares.between(-4, -1, slice(0, 1)),
        *shares.between(1, 4, slice(0, 1)),
        *shares.between(-12, -1, slice(0, 1)),
        *shares.between(1, 12, slice(0, 1)),
        *shares.between(-25, -1, slice(0, 1)),
        *shares.between(1, 25, slice(0, 1)),
    ]
    where = np.arange(size)
    length = np.minimum(page.length, 200)
    content = opinion < 0
    text = np.where(content, length, 0)
    seen = np.cumsum(text) - text
    total = max(float(text.sum()), 1)
    start, end = span_of_content(opinion, length)
    cuts: list[np.ndarray] = []
    three = np.stack([opinion, opinion > 0.5, opinion < -0.5]).astype(np.float32)
    for cut in (blocks.runs, blocks.lists, blocks.gaps, blocks.sections, blocks.paragraphs):
        cuts += [*cut.means(three), cut.most(opinion), cut.least(opinion)]
    columns = [
        *near,
        *far,
        seen / total,
        total - seen,
        np.full(size, content.mean()),
        np.clip(where - start, -60, 60),
        np.clip(where - end, -60, 60),
        (where >= start) & (where < end),
        *cuts,
    ]
    return rows_of(columns)


def span_of_content(opinion: Floats, length: Floats) -> tuple[int, int]:
    """The stretch of lines that holds the most of what is taken for content and the least of what is not."""
    return span_of((-opinion * np.sqrt(length + 1)).astype(np.float32))
