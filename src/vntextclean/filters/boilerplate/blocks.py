"""The blocks of a page: wrapped paragraphs, runs of short lines, lists, stretches between blank lines, sections."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from vntextclean.filters.boilerplate.char_classes import COMMA, STOP, UPPER, class_table, kinds_of
from vntextclean.filters.boilerplate.line_forms import NUMBER
from vntextclean.filters.boilerplate.page import Bools, Floats, Ints, Page
from vntextclean.filters.boilerplate.word_stats import RareWords, rare_words

#: A paragraph of so many characters with common words in it is prose.
PROSE = 90
#: The share of common words from which a line reads like a sentence.
WORDED = 0.08

#: Cards of other articles: a headline of so many words stands twice, so many lines apart at most, as the text of its
#: picture and again over or below its teaser. So many cards follow each other, each with another headline, and so many
#: lines or one paragraph apart.
CARD_WORDS, CARD, CARDS, CARDS_APART = 5, 6, 4, 3

#: A list of teasers: so many headlines of so many words and characters, each with a paragraph of so many characters
#: below; it begins so near below the heading ("Tin liên quan"), and half of the paragraphs are cut off.
TEASERS, TEASER_WORDS, HEADLINE, TEASER, NEAR = 4, 4, 130, 70, 2
_WHOLE = (".", "!", "?", ":", ";", "”", '"', ")")

#: So many labels in a row, each with a number in brackets below, are a list of categories.
COUNTED = 4

_OPEN_END = class_table(".!?\N{HORIZONTAL ELLIPSIS}", ":;")
_CONTINUES = class_table(",.;:)!?\N{RIGHT DOUBLE QUOTATION MARK}]}")


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

    >>> from vntextclean.filters.boilerplate.page import read
    >>> page = read("Nước lên chậm hơn mọi năm gần một tháng,\\nghe hàng ở chợ nổi phải neo lại.\\nTrang chủ")
    >>> blocks_of(page).paragraphs.sizes.tolist()
    [2, 1]
    """
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
    heads = np.array(["#" in lead for lead in page.leads], bool)
    heads[0] = True
    number = paragraphs.spread(np.arange(1, len(paragraphs.starts) + 1))
    return PageBlocks(
        paragraphs, length, prose, short, Blocks(change), Blocks(listed), Blocks(apart), Blocks(heads), number,
        rare_words(page.words, number),
    )  # fmt: skip


def _continues(page: Page, apart: Bools) -> Bools:
    """Which lines go on with the paragraph of the line before: wrapped ones, and pieces of a sentence."""
    size = len(page)
    out = np.zeros(size, bool)
    if size < 2:
        return out
    width = page.length + page.indent
    wide = width[(width >= 50) & (width <= 240)]
    small = (page.first != 0) & ~((kinds_of(page.first) == UPPER) | (page.first < 65))
    begins = (_CONTINUES[page.first] > 0) | (
        small & np.array([not lead or lead.isspace() for lead in page.leads], bool)
    )
    open_end = _OPEN_END[page.last] == 0
    joined = begins[1:] & open_end[:-1]
    if len(wide) >= 6:
        edge = np.sort(wide)[int(len(wide) * 0.97)]
        if np.count_nonzero((wide > edge - 16) & (wide <= edge + 2)) >= 0.3 * len(wide):
            heads = np.array([len(text.split(" ", 1)[0]) for text in page.texts])
            full = width[:-1] + 1 + heads[1:] > edge - 1
            bare_lead = np.array([not lead or lead.isspace() for lead in page.leads], bool)
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
    ended = _OPEN_END[page.last].astype(np.int64)
    upper = (page.counts[:, UPPER] >= 2) & (page.counts[:, :2].sum(1) == 0)
    codes: Ints = ((length * 3 + ended) * 2 + upper) * 8 + np.minimum(page.shape + 1, 7)
    return codes * 2 + blocks.prose


def other_articles(page: Page, blocks: PageBlocks) -> Bools:
    """The lines of blocks that list other articles or categories, known by their shape.

    That is cards whose headline stands twice, teasers below a heading that says that they are others, and labels with
    their numbers. On 560 annotated pages 647 lines of furniture, of which 519 would stay, and none of content.

    >>> from vntextclean.filters.boilerplate.page import read
    >>> page = read("Mưa to\\nĐặc sản\\n(4)\\nLàng nghề\\n(12)\\nChợ phiên\\n(7)\\nBến đò\\n(2)")
    >>> other_articles(page, blocks_of(page)).astype(int).tolist()
    [0, 1, 1, 1, 1, 1, 1, 1, 1]
    """
    out = np.zeros(len(page), bool)
    for start, end in (*_cards(page, blocks), *_teasers(page, blocks), *_counted(page)):
        out[start:end] = True
    return out


def _cards(page: Page, blocks: PageBlocks) -> Iterator[tuple[int, int]]:
    """Runs of cards whose headline stands twice."""
    keys = [text.strip().lower() for text in page.texts]
    if len(set(keys)) > len(keys) - CARDS:
        return
    paragraph = np.repeat(np.arange(len(blocks.paragraphs.starts)), blocks.paragraphs.sizes)
    seen: dict[str, int] = {}
    runs: list[list[tuple[int, int]]] = [[]]
    for index in (page.words.per_line >= CARD_WORDS).nonzero()[0].tolist():
        first = seen.pop(keys[index], -CARD - 1)
        if index - first > CARD:
            seen[keys[index]] = index
            continue
        last = runs[-1][-1][1] if runs[-1] else -1
        if last >= 0 and first - last > CARDS_APART and paragraph[first] - paragraph[last] > 2:
            runs.append([])
        if first > last:
            runs[-1].append((first, index))
    for run in runs:
        if CARDS <= len(run) == len({keys[first] for first, _ in run}):  # rows of a table say the same again
            end = run[-1][1] + 1
            if end < len(page) and all(below[0] - above[1] > 1 for above, below in pairwise(run)):
                end += int((paragraph == paragraph[end]).sum())  # each has its teaser below, and so has the last
            yield run[0][0], end


def _teasers(page: Page, blocks: PageBlocks) -> Iterator[tuple[int, int]]:
    """Lists of headlines and cut-off teasers right below a heading that says what they are.

    A list goes on below another heading of one line, and there teasers need not be cut off.
    """
    related = NUMBER["related"]
    heads = ((page.whole == related) | (page.form == related)).nonzero()[0].tolist()
    if not heads:
        return
    starts = blocks.paragraphs.starts
    ends = starts + blocks.paragraphs.sizes
    count = len(starts)

    def a_teaser(at: int, length: int = TEASER) -> bool:
        return at + 1 < count and _is_headline(page, blocks, at, ends) and blocks.length[starts[at + 1]] >= length

    for head in heads:
        number = int(np.searchsorted(starts, head, "right"))
        for first in range(number, min(number + NEAR, count)):
            last, cut = first, 0
            while a_teaser(last):
                cut += not page.texts[ends[last + 1] - 1].rstrip().endswith(_WHOLE)
                last += 2
            if last - first >= 2 * TEASERS and 4 * cut >= last - first:
                while (step := next((step for step in (0, 1) if a_teaser(last + step, HEADLINE // 2)), -1)) >= 0:
                    last += 2 + step
                yield int(starts[first]), int(ends[last - 1])
                break


def _is_headline(page: Page, blocks: PageBlocks, paragraph: int, ends: Ints) -> bool:
    """Whether a paragraph may be the headline of a teaser."""
    start, end = int(blocks.paragraphs.starts[paragraph]), int(ends[paragraph])
    words = int(page.words.per_line[start:end].sum())
    last = page.texts[end - 1]
    return words >= TEASER_WORDS and blocks.length[start] < HEADLINE and not last.endswith((".", ";", ":", ","))


def _counted(page: Page) -> Iterator[tuple[int, int]]:
    """Runs of labels with a number in brackets below each."""
    is_count = [text[:1] == "(" and text[-1:] == ")" and text[1:-1].isdigit() for text in page.texts]
    run: list[int] = []
    for index in [index for index, count in enumerate(is_count) if count and index and not is_count[index - 1]]:
        if run and index - run[-1] != 2:
            if len(run) >= COUNTED:
                yield run[0] - 1, run[-1] + 1
            run.clear()
        run.append(index)
    if len(run) >= COUNTED:
        yield run[0] - 1, run[-1] + 1
