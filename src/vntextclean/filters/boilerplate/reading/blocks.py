"""The blocks of a page: wrapped paragraphs, runs of short lines, lists, stretches between blank lines, sections."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from vntextclean.filters.boilerplate.reading.page import Bools, Floats, Ints, Page
from vntextclean.filters.boilerplate.text.char_classes import COMMA, STOP, UPPER, class_table, flag_table
from vntextclean.filters.boilerplate.text.lead_marks import BLANK, HASHES
from vntextclean.filters.boilerplate.text.word_stats import RareWords, rare_words
from vntextclean.lm import kernel
from vntextclean.named_tuple import NamedTuple

#: A paragraph of so many characters with common words in it is prose.
PROSE = 90
#: The share of common words from which a line reads like a sentence.
WORDED = 0.08

OPEN_END = class_table(".!?\N{HORIZONTAL ELLIPSIS}", ":;")
#: Paragraphs, runs, lists, stretches between blank lines, sections.
_CUTS = 5
_CONTINUES = class_table(",.;:)!?\N{RIGHT DOUBLE QUOTATION MARK}]}")


class Blocks:
    """A page cut into consecutive stretches of lines, each line belonging to one."""

    def __init__(self, opens: Bools) -> None:
        """``opens`` is true where a stretch begins; the first line always opens one."""
        self.starts: Ints = opens.nonzero()[0]
        if not len(self.starts) or self.starts[0]:
            self.starts = np.concatenate(([0], self.starts))
        self.lines = len(opens)

    @classmethod
    def starting_at(cls, starts: Ints, lines: int) -> Blocks:
        """The stretches of so many lines that begin there."""
        made = cls.__new__(cls)
        made.starts, made.lines = starts, lines
        return made

    @cached_property
    def sizes(self) -> Ints:
        """How many lines each stretch has."""
        sizes: Ints = np.append(self.starts[1:], self.lines) - self.starts
        return sizes

    def spread(self, values: np.ndarray) -> np.ndarray:
        """For each line the value of its stretch."""
        return np.repeat(values, self.sizes, axis=-1)

    def sums(self, values: np.ndarray) -> np.ndarray:
        """The sum of each row of ``values`` over each stretch, for each line."""
        return self.spread(np.add.reduceat(values, self.starts, axis=-1))

    def means(self, values: np.ndarray) -> np.ndarray:
        """The mean of each row of ``values`` over each stretch, for each line."""
        return self.spread(np.add.reduceat(values, self.starts, axis=-1) / self.sizes)

    def most(self, values: np.ndarray) -> np.ndarray:
        """The largest value of each stretch, for each line."""
        return self.spread(np.maximum.reduceat(values, self.starts, axis=-1))

    def least(self, values: np.ndarray) -> np.ndarray:
        """The smallest value of each stretch, for each line."""
        return self.spread(np.minimum.reduceat(values, self.starts, axis=-1))


class PageBlocks(NamedTuple):
    """The blocks of one page, and for each line what its paragraph is: its length, and whether it is prose.

    ``number`` numbers the paragraphs; ``rare`` are sorted once, because three questions are asked of them.
    """

    paragraphs: Blocks
    length: Floats
    prose: Bools
    short: Bools
    runs: Blocks
    lists: Blocks
    gaps: Blocks
    sections: Blocks
    number: Ints
    rare: RareWords


def blocks_of(page: Page) -> PageBlocks:
    """Cut a page of one line or more into blocks.

    >>> from vntextclean.filters.boilerplate.reading.page import read
    >>> page = read("Nước lên chậm hơn mọi năm gần một tháng,\\nghe hàng ở chợ nổi phải neo lại.\\nTrang chủ")
    >>> blocks_of(page).paragraphs.sizes.tolist()
    [2, 1]
    """
    if kernel.native is not None:
        return _by_kernel(page)
    size = len(page)
    apart = np.ones(size, bool)
    apart[1:] = page.rows[1:] - page.rows[:-1] > 1
    paragraphs = Blocks(~_continues(page, apart))
    length = paragraphs.sums(page.length).astype(np.float32)
    words = np.maximum(paragraphs.sums(page.words.per_line), 1)
    worded = paragraphs.sums(page.words.stops) / words > WORDED
    ended = paragraphs.sums(page.counts[:, STOP] + page.counts[:, COMMA]) > 0
    prose = (length >= PROSE) & worded & ended
    short = (length < 70) & ~((length >= PROSE) & worded)
    change = np.ones(size, bool)
    change[1:] = short[1:] != short[:-1]
    listed = change.copy()
    listed[1:] |= page.lead[1:] != page.lead[:-1]
    heads = headings(page)
    heads[0] = True
    number = paragraphs.spread(np.arange(1, len(paragraphs.starts) + 1))
    return PageBlocks(
        paragraphs, length, prose, short, Blocks(change), Blocks(listed), Blocks(apart), Blocks(heads), number,
        rare_words(page.words, number),
    )  # fmt: skip


def _by_kernel(page: Page) -> PageBlocks:
    """The same by the compiled kernel: ``native/page_blocks.c``."""
    size, words, line = len(page), page.words, np.ascontiguousarray
    asked = (
        page.rows, line(page.indent), line(page.lead), page.which, page.marks, page.length, page.counts,
        words.per_line, words.stops, page.first, page.last,
    )  # fmt: skip
    length, number = np.empty(size, np.float32), np.empty(size, np.int64)
    prose, short = np.empty((2, size), bool)
    starts, counts = np.empty((_CUTS, size), np.int64), np.empty(_CUTS, np.int64)
    tables = flag_table(), _CONTINUES, OPEN_END
    kernel.native.page_blocks(asked, page.text, tables, (length, prose, short, number), starts, counts)
    paragraphs, runs, lists, gaps, sections = (
        Blocks.starting_at(own[:count], size) for own, count in zip(starts, counts.tolist(), strict=True)
    )
    rare = rare_words(words, number)
    return PageBlocks(paragraphs, length, prose, short, runs, lists, gaps, sections, number, rare)


def headings(page: Page) -> Bools:
    """The lines that Markdown marks as headings."""
    found: Bools = page.marks[page.which, HASHES] > 0
    return found


def starts_of(blocks: PageBlocks) -> tuple[Ints, ...]:
    """Where the paragraphs, runs, lists, stretches between blank lines and sections begin, as the kernel reads them."""
    cuts = blocks.paragraphs, blocks.runs, blocks.lists, blocks.gaps, blocks.sections
    return tuple(cut.starts for cut in cuts)


def _continues(page: Page, apart: Bools) -> Bools:
    """Which lines go on with the paragraph of the line before: wrapped ones, and pieces of a sentence."""
    size = len(page)
    out = np.zeros(size, bool)
    if size < 2:
        return out
    width = page.length + page.indent
    wide = width[(width >= 50) & (width <= 240)]
    small = (page.first != 0) & ~((page.first_kind == UPPER) | (page.first < 65))
    bare_lead = page.marks[page.which, BLANK] > 0
    begins = (_CONTINUES[page.first] > 0) | (small & bare_lead)
    open_end = OPEN_END[page.last] == 0
    joined = begins[1:] & open_end[:-1]
    if len(wide) >= 6:
        edge = np.sort(wide)[int(len(wide) * 0.97)]
        if np.count_nonzero((wide > edge - 16) & (wide <= edge + 2)) >= 0.3 * len(wide):
            heads = np.array([len(text.split(" ", 1)[0]) for text in page.texts])
            full = width[:-1] + 1 + heads[1:] > edge - 1
            joined |= full & bare_lead[1:] & (width[:-1] >= 50)
    out[1:] = joined & ~apart[1:]
    return out


def span_of(weights: Floats) -> tuple[int, int]:
    """The consecutive lines whose weights add up to most: their first one, and the one after the last.

    >>> span_of(np.array([-1, 5, -2, 4, -9, 3], np.float32))
    (1, 4)
    """
    total = np.concatenate(([0.0], np.cumsum(weights)))
    low = np.minimum.accumulate(total)
    end = int(np.argmax(total - low))
    start = int(np.argmin(total[: end + 1]))
    return start, end


def main_text(page: Page, blocks: PageBlocks, cost: float) -> tuple[int, int]:
    """The lines from the first to the last paragraph of the page's longest prose: see :func:`span_of`.

    Each word of prose counts for it, up to 40 a line; a line that is no prose counts as ``cost`` words against it.
    """
    return span_of(np.where(blocks.prose, np.minimum(page.words.per_line, 40), -cost).astype(np.float32))


def shape_codes(page: Page, blocks: PageBlocks) -> Ints:
    """A number for the shape of each line: how long, how ended, how marked, with what digits.

    Entries of a list of articles repeat the same shapes in the same order: headline, date, teaser.
    """
    length = np.searchsorted(np.array([12, 30, 60, 110, 200]), page.length)
    ended = OPEN_END[page.last].astype(np.int64)
    upper = (page.counts[:, UPPER] >= 2) & (page.counts[:, :2].sum(1) == 0)
    codes: Ints = ((length * 3 + ended) * 2 + upper) * 8 + np.minimum(page.shape + 1, 7)
    return codes * 2 + blocks.prose
