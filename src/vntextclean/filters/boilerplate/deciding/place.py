"""What the page of a line, and the lines around it, add to its log-odds or take from them.

The classifier is unsure of short lines of kinds it never saw: a poem, a list of what to cook with, who sits where.
What stands around them tells: a menu is a row of lines that are surely furniture, a short text one of doubtful lines.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from vntextclean.filters.boilerplate.reading.page import Bools, Floats, Ints, Page
from vntextclean.lm import kernel

#: Between the first and the last line of the main text a line has less by so much: of lines with log-odds of 1.6 to 2,
#: on families of sites left out, 87 % are furniture there.
INSIDE = 1.0

#: Of so many lines above and as many below at least half are so likely to be furniture, on a page without a main text
#: and outside the main text of another.
AROUND, AMONG, AMONG_OUTSIDE = 8, 2.0, 2.5

#: What a line of fewer words than a sentence has more among furniture, on pages without a main text and outside the
#: text of others. Among other lines, on pages without a main text, it has less by so much where the classifier is
#: unsure of what the page says: unless so many times as many lines are surely content as are doubtful. There, and where
#: a line has furniture's own words, it has more. A sentence of such a page is taken as one inside a main text is: a
#: forum has little else. With one credit for all short lines of such pages F1, on families left out, was .9409, and 44
#: pages of other kinds in six extractions lost 327 lines of 5 786; with these, and what else keeps content, it is
#: .9417, and they lose 63.
SENTENCE, CREDIT, OUTSIDE = 8, 1.2, 0.8
#: A line of so many words that ends in a full stop is a sentence all the same. On families left out that changes
#: nothing; a notice or a short answer at the end of a page stood among its foot.
ENDED = 3
DOUBTED, FIRM, SURELY_SAID = 0.8, 2, 0.8

#: Where the classifier is unsure of so many lines, log-odds between these, each has less; hardly less among furniture.
#: And where hardly any line speaks of furniture: 79 % of lines with log-odds of 1.6 to 2 are some there.
CONTENT, UNSURE, UNSURE_SHARE, DOUBT, DOUBT_AMONG = -1.0, 2.0, 0.35, 1.0, 0.5
HINTED, UNHINTED = 0.05, 0.8

#: A front page: so many lines, so likely on average to be furniture, and hardly any of its characters in lines that the
#: classifier takes for content. There each line needs less by so much. On families left out that finds 600 more lines
#: of furniture of 44 800 and loses 13 more of content of 23 100.
FRONT_LINES, FRONT_MEAN, FRONT_CONTENT, FRONT_CREDIT = 100, 2.0, 0.1, 1.1

#: As the kernel reads them: ``native/line_places.c``.
_NUMBERS = np.array(
    [
        INSIDE, AMONG, AMONG_OUTSIDE, SENTENCE, CREDIT, OUTSIDE, DOUBTED, SURELY_SAID, CONTENT, UNSURE, DOUBT,
        DOUBT_AMONG, UNHINTED, FRONT_CREDIT,
    ],
    np.float32,
)  # fmt: skip
_SHARES = np.array([UNSURE_SHARE, HINTED])


def by_place(page: Page, odds: Floats, article: Bools) -> Floats:
    """What the page of a line and its place there add to its log-odds; ``article`` is the main text.

    >>> from vntextclean.filters.boilerplate.reading.page import read
    >>> page = read("\\n".join(9 * ["Hàng mới"] + 9 * ["Gió qua"]))
    >>> odds = np.array(9 * [3.0] + 9 * [1.0], np.float32)
    >>> shift = by_place(page, odds, np.zeros(18, bool))
    >>> round(float(shift[0]), 1), round(float(shift[-1]), 1)
    (-0.1, -2.6)
    """
    if kernel.native is None:
        return _by_numpy(page, odds, article)
    text = np.count_nonzero(article) > 0
    front = not text and _is_front_page(page, odds)
    ended = page.bare if text or front else _ended(page)  # asked for on pages of neither kind alone
    shift: Floats = np.empty(len(page), np.float32)
    numbers = np.ascontiguousarray(odds, np.float32), page.words.per_line
    marks = article, page.hints, page.linked, ended
    kernel.native.line_places(numbers, marks, _NUMBERS, _SHARES, front, shift)
    return shift


def _by_numpy(page: Page, odds: Floats, article: Bools) -> Floats:
    """The reference implementation."""
    size = len(page)
    shift: Floats = np.zeros(size, np.float32)
    kept = article.nonzero()[0]
    doubtful = np.count_nonzero((odds > CONTENT) & (odds < UNSURE))
    if len(kept):
        among = _among(odds, AMONG_OUTSIDE)
        if among.any():
            shift[among & ((page.words.per_line < SENTENCE) | page.linked) & ~page.hints] = OUTSIDE
        shift[kept[0] : kept[-1] + 1] = -INSIDE
    elif _is_front_page(page, odds):
        shift[:] = FRONT_CREDIT
    else:
        ended = _ended(page)
        short = ((page.words.per_line < SENTENCE) & ~ended) | page.hints | page.linked
        if np.count_nonzero(odds < CONTENT) >= FIRM * doubtful:
            shift[short] = SURELY_SAID
        else:
            shift[short] = -DOUBTED
            shift[page.hints] = SURELY_SAID
        shift[short & _among(odds, AMONG)] = CREDIT
        shift[ended & ~short] = -INSIDE
    if doubtful > UNSURE_SHARE * size:
        shift -= np.where(_among(odds, AMONG), np.float32(DOUBT_AMONG), np.float32(DOUBT))
    if np.count_nonzero(page.hints) < HINTED * size:
        shift -= np.float32(UNHINTED)
    return shift


def _ended(page: Page) -> Bools:
    """The lines that are a sentence, of however few words, by the mark they end in."""
    last = page.last
    ended: Bools = ((last == ord(".")) | (last == ord("!")) | (last == ord("?"))) & (page.words.per_line >= ENDED)
    for index in ended.nonzero()[0].tolist():
        ended[index] = not page.texts[index].endswith("..")
    return ended


def _among(odds: Floats, least: float) -> Bools:
    """The lines of whose neighbours at least half are at least so likely to be furniture."""
    total = np.zeros(len(odds) + 2 * AROUND + 1, np.int64)
    likely = odds >= least
    np.cumsum(likely, out=total[AROUND + 1 : AROUND + 1 + len(odds)])
    total[AROUND + 1 + len(odds) :] = total[AROUND + len(odds)]
    lines = _neighbours(len(odds))
    found: Bools = 2 * (total[2 * AROUND + 1 :] - total[: -2 * AROUND - 1]) >= lines
    return found


@lru_cache(maxsize=1 << 6)
def _neighbours(size: int) -> Ints:
    """How many lines each line of a page of so many is judged by, itself among them."""
    where = np.arange(size)
    lines: Ints = np.minimum(where + AROUND + 1, size) - np.maximum(where - AROUND, 0)
    return lines


def _is_front_page(page: Page, odds: Floats) -> bool:
    """Whether a page has nothing but furniture and lists of articles."""
    if len(page) < FRONT_LINES:
        return False
    content = float(page.length[odds < CONTENT].sum())
    mostly = content < FRONT_CONTENT * float(page.length.sum())
    return mostly and float(odds.mean()) > FRONT_MEAN
