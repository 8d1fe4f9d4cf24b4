"""What the classifier looks at around a line: how far prose and other furniture are, and what block the line is in."""

from __future__ import annotations

import numpy as np

from vntextclean.filters.boilerplate.reading.blocks import PageBlocks, headings, main_text, shape_codes
from vntextclean.filters.boilerplate.reading.coherence import coherent_text, title_overlap
from vntextclean.filters.boilerplate.reading.page import Bools, Floats, Ints, Page
from vntextclean.filters.boilerplate.text.char_classes import STOP
from vntextclean.filters.boilerplate.text.lexicon import KINDS
from vntextclean.filters.boilerplate.text.shapes import SHAPES

DATE = SHAPES.index("date")
RELATED = next(number for number, kind in enumerate(KINDS) if kind.code == "related")

#: What a line without prose counts against the main text, in words: a low cost lets lists and tables stand in it.
COSTS = (3.0, 15.0)


class Shares:
    """Means of rows of values over the lines around each line; one running sum serves all distances."""

    REACH = 25

    def __init__(self, values: np.ndarray) -> None:
        count, self.size = values.shape
        reach = self.REACH
        self.total = np.zeros((count, self.size + 2 * reach + 1))
        np.cumsum(values, axis=1, out=self.total[:, reach + 1 : reach + 1 + self.size])
        self.total[:, reach + 1 + self.size :] = self.total[:, reach + self.size, None]
        self._lines = np.clip(np.arange(-reach, self.size + reach + 1), 0, self.size)  # how many stand above

    def within(self, reach: int, rows: slice) -> np.ndarray:
        """The means of those rows over the lines at most ``reach`` away (``REACH`` at most)."""
        return self.between(-reach, reach, rows)

    def between(self, first: int, last: int, rows: slice) -> np.ndarray:
        """The means of those rows over the lines from ``first`` to ``last`` lines below each line."""
        low, high = self.REACH + first, self.REACH + last + 1
        width = self._lines[high : high + self.size] - self._lines[low : low + self.size]
        means: np.ndarray = self.total[rows, high : high + self.size] - self.total[rows, low : low + self.size]
        means /= np.maximum(width, 1)
        return means


def around(page: Page, blocks: PageBlocks) -> Floats:
    """One row a line: how far it stands from prose and from other furniture, and what page it is on."""
    size, length = len(page), page.length
    prose, hint, short = blocks.prose, page.hints, blocks.short
    ended = page.counts[:, STOP] > 0
    where = np.arange(size)
    weight = np.where(prose, np.minimum(length, 600), 0).astype(np.float64)
    before = np.cumsum(weight) - weight
    total = max(float(weight.sum()), 1)
    dated = page.shape == DATE
    both = np.stack([prose, hint, page.form >= 0, dated])
    behind, ahead = _since(both), _since(both[:, ::-1])[:, ::-1]
    bare, linked = page.bare, page.linked
    marks = np.stack(
        [hint, page.words.stops > 0, ended, page.shape >= 0, bare, linked, dated, page.words.per_line]
    ).astype(np.float32)
    above = np.zeros((2, size), np.float32)
    for row, cut in enumerate((blocks.runs, blocks.lists)):  # what stands over the block, or opens it
        above[row] = cut.spread(np.maximum(hint[cut.starts], hint[np.maximum(cut.starts - 1, 0)]))
    logs = np.log1p(length)
    near = Shares(
        np.stack(
            [
                hint,
                prose,
                bare,
                length < 30,
                ended & (length > 40),
                logs,
                logs * logs,
                linked,
                page.code,
                page.form >= 0,
            ]
        )
    )
    mean, square = near.within(4, slice(5, 7))
    opens, run_size = blocks.runs.spread(blocks.runs.starts), blocks.runs.spread(blocks.runs.sizes)
    paragraphs = blocks.paragraphs
    gaps = np.zeros(size + 1)
    gaps[1:-1] = np.minimum(page.rows[1:] - page.rows[:-1] - 1, 4)
    columns = [
        where / max(size, 1),
        where,
        size - 1 - where,
        before / total,
        before,
        total - before - weight,
        *behind,
        *ahead,
        *near.within(3, slice(0, 3)),
        *near.within(8, slice(0, 2)),
        *near.within(8, slice(7, 10)),
        *near.between(-12, -1, slice(0, 2)),
        *near.between(1, 12, slice(0, 2)),
        *near.within(6, slice(3, 5)),
        *near.within(25, slice(0, 3)),
        np.where(short, run_size, 0),
        np.where(short, where - opens, 0),
        blocks.lists.spread(blocks.lists.sizes),
        blocks.gaps.spread(blocks.gaps.sizes),
        *(blocks.runs.means(marks) * short),
        *blocks.lists.means(marks),
        *blocks.gaps.means(marks),
        *blocks.sections.means(marks),
        *above,
        short & (opens == 0),
        short & (opens + run_size == size),
        np.sqrt(np.maximum(square - mean * mean, 0)),
        gaps[:-1],
        gaps[1:],
        blocks.length,
        paragraphs.spread(paragraphs.sizes),
        where - paragraphs.spread(paragraphs.starts),
        paragraphs.sums(page.words.stops) / np.maximum(paragraphs.sums(page.words.per_line), 1),
        paragraphs.sums(page.counts[:, STOP]),
        prose,
        *_neighbours(page, blocks),
        *_rhythm(page, blocks),
        *_main(page, blocks),
    ]
    hints = int(np.count_nonzero(hint))
    whole = [
        size,
        hints / size,
        hints,
        np.count_nonzero(prose) / size,
        total,
        np.sort(length)[size // 2],
        np.count_nonzero(bare) / size,
        np.count_nonzero(linked) / size,
        np.count_nonzero(page.lead) / size,
    ]
    kinds = _nearest(page)
    out = np.empty((len(columns) + len(whole) + len(kinds), size), np.float32)
    for number, column in enumerate(columns):
        out[number] = column
    out[len(columns) : len(columns) + len(whole)] = np.array(whole, np.float32)[:, None]
    out[len(columns) + len(whole) :] = kinds
    rows: Floats = out.T
    return rows


def _neighbours(page: Page, blocks: PageBlocks) -> list[np.ndarray]:
    """The lengths, ends and kinds of the two lines on either side."""
    rows: list[np.ndarray] = [page.length, page.words.stops, page.form, page.shape, blocks.prose, page.indent]
    padded = np.full((len(rows), len(page) + 4), -9, np.float32)
    for row, values in zip(padded, rows, strict=True):
        row[2:-2] = values
    return [row[at : at + len(page)] for row in padded for at in (0, 1, 3, 4)]


def _rhythm(page: Page, blocks: PageBlocks) -> list[np.ndarray]:
    """How regularly the shapes of the lines around return: after how many lines, and how many of them."""
    size = len(page)
    codes = shape_codes(page, blocks)
    lags = range(1, 7)
    same = np.zeros((6, size), np.float32)
    for lag in lags:
        if lag < size:
            equal = codes[lag:] == codes[:-lag]
            same[lag - 1, lag:] += equal
            same[lag - 1, :-lag] += equal
    shares = Shares(same / 2).within(8, slice(0, 6))
    return [shares[0], shares[1:].max(0), shares.argmax(0)]


def _main(page: Page, blocks: PageBlocks) -> list[np.ndarray]:
    """Where a line stands to the main text, by two measures of it, and how it stands to the lists of other articles."""
    size = len(page)
    where = np.arange(size)
    out: list[np.ndarray] = []
    words = np.where(blocks.prose, page.words.per_line, 0)
    for cost in COSTS:
        start, end = main_text(page, blocks, cost)
        inside = (where >= start) & (where < end)
        out += [np.minimum(where - start, 60), np.minimum(where - end, 60), inside]
        out.append(np.full(size, words[start:end].sum() / max(words.sum(), 1)))
        out.append(np.full(size, words[start:end].sum()))
    start, end = coherent_text(page, blocks)
    out += [np.minimum(where - start, 60), np.minimum(where - end, 60), (where >= start) & (where < end)]
    out.append(title_overlap(page, start, end))
    related = (page.whole == RELATED) | (page.start == RELATED) | (page.form == RELATED)
    out += list(_since(related[None]))
    head = headings(page)
    first = int(head.argmax()) if head.any() else -1
    out.append(np.where(first >= 0, np.clip(where - first, -60, 60), -99))
    return out


def _nearest(page: Page) -> Floats:
    """One row a feature: of what kind the last furniture above is and the first below, fading with the distance."""
    size, kinds = len(page), len(KINDS)
    out = np.zeros((2 * kinds, size), np.float32)
    kind = np.where(page.form >= 0, page.form, np.where(page.whole >= 0, page.whole, page.start))
    where = np.arange(size)
    for offset, order in ((0, slice(None)), (kinds, slice(None, None, -1))):
        seen = np.maximum.accumulate(np.where(kind[order] >= 0, where, -1))
        seen[1:], seen[:1] = seen[:-1].copy(), -1  # the line itself does not count
        found = seen >= 0
        rows = where[order][found]
        out[offset + kind[order][seen[found]], rows] = 1 / (1 + (where[found] - seen[found] - 1) / 6)
    return out


def _since(marks: Bools) -> Ints:
    """For each row of marks, the lines since the last marked one, 99 where there is none before."""
    where = np.arange(marks.shape[1])
    last = np.maximum.accumulate(np.where(marks, where, -99), axis=1)
    return np.minimum(where - last, 99)
