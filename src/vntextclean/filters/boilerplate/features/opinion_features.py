"""What the second trees look at beside the features of a line: what the first ones think of the lines around it."""

from __future__ import annotations

import numpy as np

from vntextclean.filters.boilerplate.features.context_features import Shares
from vntextclean.filters.boilerplate.reading.blocks import PageBlocks, starts_of
from vntextclean.filters.boilerplate.reading.page import Floats, Ints, Page
from vntextclean.lm import kernel

#: The lines around a line whose opinions are read one by one, above and below; the stretches that are read by their
#: mean.
NEXT = 6
STRETCHES: tuple[tuple[int, int], ...] = ((-4, -1), (1, 4), (-12, -1), (1, 12), (-25, -1), (1, 25))

#: The columns: those lines and stretches, six of the content, five of each kind of blocks.
COLUMNS = 2 * NEXT + 1 + len(STRETCHES) + 6 + 25


def opinion_features(page: Page, blocks: PageBlocks, opinions: Floats) -> Floats:
    """What the second models read beside the features of the line: what the first ones think of the lines around.

    ``opinions`` has a row for each first model: log odds squeezed to between -1 and 1, positive for furniture. The
    answer has for each model a row a feature, all models side by side, because each call of numpy has its price.
    """
    models, size = opinions.shape
    if kernel.native is not None:
        out = np.empty((models, COLUMNS, size), np.float32)
        kernel.native.opinion_features(page.length, starts_of(blocks), np.ascontiguousarray(opinions, np.float32), out)
        return out
    padded = np.zeros((models, size + 2 * NEXT), np.float32)
    padded[:, NEXT:-NEXT] = opinions
    shares = Shares(opinions)
    where = np.arange(size)
    length = np.minimum(page.length, 200)
    content = opinions < 0
    text = np.where(content, length, np.float32(0))
    seen = np.cumsum(text, axis=1) - text
    total = np.maximum(text.sum(1, keepdims=True), 1)
    start, end = spans_of_content(opinions, length)
    columns = [
        *(padded[:, at : at + size] for at in range(2 * NEXT + 1)),
        *(shares.between(first, last, slice(None)) for first, last in STRETCHES),
        seen / total,
        total - seen,
        content.mean(1, keepdims=True),
        np.clip(where - start, -60, 60),
        np.clip(where - end, -60, 60),
        (where >= start) & (where < end),
    ]
    three = np.stack([opinions, opinions > 0.5, opinions < -0.5]).astype(np.float32)
    for cut in (blocks.runs, blocks.lists, blocks.gaps, blocks.sections, blocks.paragraphs):
        columns += [*cut.means(three), cut.most(opinions), cut.least(opinions)]
    out = np.empty((models, len(columns), size), np.float32)
    for number, column in enumerate(columns):
        out[:, number] = column
    return out


def spans_of_content(opinions: Floats, length: Floats) -> tuple[Ints, Ints]:
    """For each model the stretch of lines that holds the most of what it takes for content and the least of the rest.

    It is what ``span_of`` of ``reading.blocks`` gives, for all models at once, as columns.
    """
    total = np.zeros((len(opinions), len(length) + 1))
    total[:, 1:] = np.cumsum(-opinions * np.sqrt(length + 1), axis=1)
    end = np.argmax(total - np.minimum.accumulate(total, axis=1), axis=1)
    start = [int(np.argmin(row[: last + 1])) for row, last in zip(total, end.tolist(), strict=True)]
    return np.array(start)[:, None], end[:, None]
