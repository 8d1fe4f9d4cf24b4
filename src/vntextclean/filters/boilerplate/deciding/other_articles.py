"""Blocks that list other articles or categories, known by their shape: cards, teasers, labels with their numbers."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from vntextclean.filters.boilerplate.reading.blocks import PageBlocks
from vntextclean.filters.boilerplate.reading.line_forms import NUMBER
from vntextclean.filters.boilerplate.reading.page import Bools, Page
from vntextclean.patterns import late

#: Cards of other articles: a headline of so many words stands twice, so many lines apart at most, as the text of its
#: picture and again over or below its teaser. So many cards follow each other, each with another headline, and so many
#: lines or one paragraph apart.
CARD_WORDS, CARD, CARDS, CARDS_APART = 5, 6, 4, 3

#: A list of teasers: so many headlines of so many words and characters, each with a paragraph of so many characters
#: below; it begins so near below the heading ("Tin liên quan"), and half of the paragraphs are cut off.
TEASERS, TEASER_WORDS, HEADLINE, TEASER, NEAR = 4, 4, 130, 70, 2
_WHOLE = (".", "!", "?", ":", ";", "”", '"', ")")

#: Below the question whether a page helped, the foot of a documentation site: buttons, the next page, what stands on
#: this one. It has no more lines than this share of the page.
FOOT = 0.5
_HELPED = late(r"^\W*(?:(?:trang|bài viết) này có (?:hữu|giúp) ích|was this page helpful)\b", re.IGNORECASE)

#: So many labels in a row, each with a number in brackets below, are a list of categories.
COUNTED = 4


def other_articles(page: Page, blocks: PageBlocks) -> Bools:
    """The lines of blocks that list other articles or categories, known by their shape.

    That is cards whose headline stands twice, teasers below a heading that says that they are others, labels with
    their numbers, and the foot of a documentation site. On 560 annotated pages 647 lines of furniture, of which 519
    would stay, and none of content.

    >>> from vntextclean.filters.boilerplate.reading.blocks import blocks_of
    >>> from vntextclean.filters.boilerplate.reading.page import read
    >>> page = read("Mưa to\\nĐặc sản\\n(4)\\nLàng nghề\\n(12)\\nChợ phiên\\n(7)\\nBến đò\\n(2)")
    >>> other_articles(page, blocks_of(page)).astype(int).tolist()
    [0, 1, 1, 1, 1, 1, 1, 1, 1]
    """
    out = np.zeros(len(page), bool)
    for start, end in (*_cards(page, blocks), *_teasers(page, blocks), *_counted(page)):
        out[start:end] = True
    for start in _foot(page, blocks):
        out[start:] = True
    return out


def _foot(page: Page, blocks: PageBlocks) -> Iterator[int]:
    """Where the foot of a documentation site begins: below the only question whether the page helped, without prose.

    On 560 annotated pages there is none.
    """
    forms = (page.form == NUMBER["form"]).nonzero()[0].tolist()
    found = [index for index in forms if _HELPED.match(page.texts[index])]
    if len(found) == 1 and len(page) - found[0] <= FOOT * len(page) and not blocks.prose[found[0] :].any():
        yield found[0]


def _cards(page: Page, blocks: PageBlocks) -> Iterator[tuple[int, int]]:
    """Runs of cards whose headline stands twice."""
    if len(page.lows) > len(page) - CARDS:
        return
    worded = (page.words.per_line >= CARD_WORDS).nonzero()[0]
    if len(worded) - len(set(page.same[worded].tolist())) < CARDS:
        return
    keys = page.same.tolist()
    times = Counter(keys[index] for index in worded.tolist())
    twice = [index for index in worded.tolist() if times[keys[index]] > 1]
    if len(twice) < 2 * CARDS:
        return
    seen: dict[int, int] = {}
    runs: list[list[tuple[int, int]]] = [[]]
    for index in twice:
        first = seen.pop(keys[index], -CARD - 1)
        if index - first > CARD:
            seen[keys[index]] = index
            continue
        last = runs[-1][-1][1] if runs[-1] else -1
        if last >= 0 and first - last > CARDS_APART and blocks.number[first] - blocks.number[last] > 2:
            runs.append([])
        if first > last:
            runs[-1].append((first, index))
    for run in runs:
        if CARDS <= len(run) == len({keys[first] for first, _ in run}):  # rows of a table say the same again
            end = run[-1][1] + 1
            if end < len(page) and all(below[0] - above[1] > 1 for above, below in pairwise(run)):
                end += int((blocks.number == blocks.number[end]).sum())  # as each, the last has its teaser below
            yield run[0][0], end


def _teasers(page: Page, blocks: PageBlocks) -> Iterator[tuple[int, int]]:
    """Lists of headlines and cut-off teasers right below a heading that says what they are.

    A list goes on below another heading of one line, and there teasers need not be cut off.
    """
    related = NUMBER["related"]
    heads = ((page.whole == related) | (page.form == related)).nonzero()[0].tolist()
    if not heads:
        return
    starts = blocks.paragraphs.starts.tolist()
    lengths = blocks.length[blocks.paragraphs.starts].tolist()
    ends = [*starts[1:], len(page)]
    count = len(starts)

    def a_teaser(at: int, length: int = TEASER) -> bool:
        if at + 1 >= count or lengths[at] >= HEADLINE or lengths[at + 1] < length:
            return False
        if sum(page.words.per_line[starts[at] : ends[at]].tolist()) < TEASER_WORDS:
            return False
        return not page.texts[ends[at] - 1].endswith((".", ";", ":", ","))  # it may be a headline

    for head in heads:
        number = bisect_right(starts, head)
        for first in range(number, min(number + NEAR, count)):
            last, cut = first, 0
            while a_teaser(last):
                cut += not page.texts[ends[last + 1] - 1].rstrip().endswith(_WHOLE)
                last += 2
            if last - first >= 2 * TEASERS and 4 * cut >= last - first:
                while (step := next((step for step in (0, 1) if a_teaser(last + step, HEADLINE // 2)), -1)) >= 0:
                    last += 2 + step
                yield starts[first], ends[last - 1]
                break


def _counted(page: Page) -> Iterator[tuple[int, int]]:
    """Runs of labels with a number in brackets below each."""
    opened = (page.first == ord("(")).nonzero()[0].tolist()
    if len(opened) < COUNTED:
        return
    texts = page.texts
    counts = {index for index in opened if texts[index][-1] == ")" and texts[index][1:-1].isdigit()}
    run: list[int] = []
    for index in [index for index in opened if index in counts and index and index - 1 not in counts]:
        if run and index - run[-1] != 2:
            if len(run) >= COUNTED:
                yield run[0] - 1, run[-1] + 1
            run.clear()
        run.append(index)
    if len(run) >= COUNTED:
        yield run[0] - 1, run[-1] + 1
