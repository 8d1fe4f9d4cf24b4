"""What the classifier looks at around a line: how far prose and other furniture are, and what block the line is in."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from vntextclean.filters.boilerplate.char_classes import COMMA, STOP
from vntextclean.filters.boilerplate.lexicon import KINDS
from vntextclean.filters.boilerplate.page import Floats, Ints, Page

Bools = NDArray[np.bool_]


class Blocks:
    """A page cut into consecutive stretches of lines, each line belonging to one."""

    def __init__(self, opens: Bools) -> None:
        """``opens`` is true where a stretch begins; the first line always opens one."""
        self.starts = opens.nonzero()[0]
        if not len(self.starts) or self.starts[0]:
            self.starts = np.concatenate(([0], self.starts))
        self.sizes = np.append(self.starts[1:], len(opens)) - self.starts

    def spread(self, values: np.ndarray) -> np.ndarray:
        """For each line the value of its stretch."""
        return np.repeat(values, self.sizes, axis=-1)

    def means(self, values: np.ndarray) -> np.ndarray:
        """The mean of each row of ``values`` over each stretch, for each line."""
        return self.spread(np.add.reduceat(values, self.starts, axis=-1) / self.sizes)

    def most(self, values: np.ndarray) -> np.ndarray:
        """The largest value of each stretch, for each line."""
        return self.spread(np.maximum.reduceat(values, self.starts, axis=-1))

    def least(self, values: np.ndarray) -> np.ndarray:
        """The smallest value of each stretch, for each line."""
        return self.spread(np.minimum.reduceat(values, self.starts, axis=-1))


class Setting:
    """What the lines of a page stand among: prose, short lines, lists; computed once for both networks."""

    def __init__(self, page: Page) -> None:
        counts, size = page.counts, len(page)
        self.length = page.length
        stops = page.words.stops / np.maximum(page.words.per_line, 1)
        worded = stops > 0.08
        long = self.length >= 90
        self.prose: Bools = long & worded & (counts[:, STOP] + counts[:, COMMA] > 0)
        self.short: Bools = (self.length < 70) & ~(long & worded)
        self.hint: Bools = page.hints
        change = np.ones(size, bool)
        change[1:] = self.short[1:] != self.short[:-1]
        #: Runs of short lines, and what stands between them.
        self.runs = Blocks(change)
        opens = change.copy()
        opens[1:] |= page.lead[1:] != page.lead[:-1]
        #: Runs of lines with the same bullet and indentation.
        self.lists = Blocks(opens)


class Shares:
    """Means of rows of values over the lines around each line; one running sum serves all distances."""

    REACH = 25

    def __init__(self, values: np.ndarray) -> None:
        count, self.size = values.shape
        reach = self.REACH
        self.total = np.zeros((count, self.size + 2 * reach + 1))
        np.cumsum(values, axis=1, out=self.total[:, reach + 1 : reach + 1 + self.size])
        self.total[:, reach + 1 + self.size :] = self.total[:, reach + self.size, None]

    def within(self, reach: int, rows: slice) -> np.ndarray:
        """The means of those rows over the lines at most ``reach`` away (``REACH`` at most)."""
        low, high = self.REACH - reach, self.REACH + reach + 1
        where = np.arange(self.size)
        width = np.minimum(where, reach) + np.minimum(self.size - 1 - where, reach) + 1
        means: np.ndarray = (
            self.total[rows, high : high + self.size] - self.total[rows, low : low + self.size]
        ) / width
        return means


def place(page: Page, setting: Setting) -> Floats:
    """One row a line: how far it stands from prose and from other furniture, and what page it is on."""
    size, length = len(page), setting.length
    prose, hint, short = setting.prose, setting.hint, setting.short
    ended = page.counts[:, STOP] > 0
    where = np.arange(size)
    weight = np.where(prose, np.minimum(length, 600), 0).astype(np.float64)
    before = np.cumsum(weight) - weight
    total = max(float(weight.sum()), 1)
    both = np.stack([prose, hint])
    behind, ahead = _since(both), _since(both[:, ::-1])[:, ::-1]
    bare = page.bare
    marks = np.stack([hint, page.words.stops > 0, ended, page.shape >= 0, bare]).astype(np.float32)
    above = np.zeros((2, size), np.float32)
    for row, blocks in enumerate((setting.runs, setting.lists)):  # what stands over the block, or opens it
        opening = np.maximum(hint[blocks.starts], hint[np.maximum(blocks.starts - 1, 0)])
        above[row] = blocks.spread(opening)
    logs = np.log1p(length)
    near = Shares(np.stack([hint, prose, bare, length < 30, ended & (length > 40), logs, logs * logs]))
    opens, size_of = setting.runs.spread(setting.runs.starts), setting.runs.spread(setting.runs.sizes)
    mean, square = near.within(4, slice(5, 7))
    columns = [
        where / max(size, 1),
        np.log1p(where) / 5,
        np.log1p(size - 1 - where) / 5,
        before / total,
        before == 0,
        before + weight >= total,
        *(np.log1p(np.concatenate([behind, ahead, np.minimum(behind[:1], ahead[:1])])) / 4),
        *near.within(3, slice(0, 3)),
        *near.within(8, slice(0, 2)),
        *near.within(6, slice(3, 5)),
        *near.within(25, slice(0, 3)),
        np.where(short, np.log1p(size_of) / 4, 0),
        np.log1p(setting.lists.spread(setting.lists.sizes)) / 4,
        *(setting.runs.means(marks) * short),
        *setting.lists.means(marks),
        *above,
        short & (opens == 0),
        short & (opens + size_of == size),
        np.sqrt(np.maximum(square - mean * mean, 0)),
    ]
    hints = int(np.count_nonzero(hint))
    whole = [
        np.log1p(size) / 6,
        hints / size,
        np.log1p(hints) / 4,
        np.count_nonzero(prose) / size,
        np.log1p(total) / 9,
        np.log1p(np.sort(length)[size // 2]) / 5,
        np.count_nonzero(bare) / size,
    ]
    kinds = _nearest(page)
    out = np.empty((size, len(columns) + len(whole) + kinds.shape[1]), np.float32)
    for number, column in enumerate(columns):
        out[:, number] = column
    out[:, len(columns) : len(columns) + len(whole)] = np.array(whole, np.float32)
    out[:, len(columns) + len(whole) :] = kinds
    return out


def _nearest(page: Page) -> Floats:
    """Of what kind the last furniture above is and the first below, fading with the distance."""
    size, kinds = len(page), len(KINDS)
    out = np.zeros((size, 2 * kinds), np.float32)
    kind = np.where(page.form >= 0, page.form, np.where(page.whole >= 0, page.whole, page.start))
    where = np.arange(size)
    for offset, order in ((0, slice(None)), (kinds, slice(None, None, -1))):
        seen = np.maximum.accumulate(np.where(kind[order] >= 0, where, -1))
        seen[1:], seen[:1] = seen[:-1].copy(), -1  # the line itself does not count
        found = seen >= 0
        rows = where[order][found]
        out[rows, offset + kind[order][seen[found]]] = 1 / (1 + (where[found] - seen[found] - 1) / 6)
    return out


def _since(marks: Bools) -> Ints:
    """For each row of marks, the lines since the last marked one, 99 where there is none before."""
    where = np.arange(marks.shape[1])
    last = np.maximum.accumulate(np.where(marks, where, -99), axis=1)
    return np.minimum(where - last, 99)
