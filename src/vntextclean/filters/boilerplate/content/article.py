"""The article of a page, found by what it is, and the lines that belong to it and stay.

The main text is the longest stretch of prose that speaks of one thing and that the classifier does not take for
furniture beyond doubt. Its paragraphs stay, and so do the program code between them and the headline above.
"""

from __future__ import annotations

import numpy as np

from vntextclean.filters.boilerplate.content.bylines import TIME
from vntextclean.filters.boilerplate.reading.blocks import PageBlocks, headings, span_of
from vntextclean.filters.boilerplate.reading.coherence import SHARED, SPREAD, headline, shared_words
from vntextclean.filters.boilerplate.reading.page import Bools, Floats, Page, is_time
from vntextclean.filters.boilerplate.text import first_words
from vntextclean.filters.boilerplate.text.char_classes import CLAUSE_SIGN, LOWER, MARKED, class_table
from vntextclean.filters.boilerplate.text.code import code_blocks
from vntextclean.lm import kernel
from vntextclean.named_tuple import NamedTuple
from vntextclean.patterns import late

#: Less prose than this, in characters, is no article: pages of teasers have as much here and there.
ARTICLE = 600

#: What a paragraph counts for the main text, by its characters, up to so many; what a line that is no prose counts
#: against it; and how much the classifier's log-odds count, up to so many on either side.
PARAGRAPH, LONGEST = 40.0, 400.0
OTHER = 1.5
TRUST, SURE = 1.5, 4.0
#: What a paragraph counts more or less for sharing its rare words with the other prose of the page, as paragraphs of
#: one article do (from a half of them on) and teasers do not (none).
COHERENT = 5.0

_COHERENCE = np.array([SHARED, SPREAD], np.float32)

#: Where more than this share of the main text would go, the page is one the classifier does not know.
MOST = 1 / 3

#: On a page without an article a sentence of so many characters is one, where there are so many at most, and if what
#: the classifier says against it is less than this.
LONE, LONELY, AGAINST = 90, 3, 1.0

#: A line that goes on with the sentence after a link has so many characters, and a link so many words.
GOES_ON, LINK_WORDS = 40, 5

#: Furniture begins with a capital and has more of them in so many words, but for pieces of teasers.
TALK_WORDS = 8

#: A row of a wrapped paragraph has so many characters.
ROW = 60

_ENDS = (".", "!", "?", ":", ";", "…")

#: A clause that ends in a semicolon has so many spaces at least. On 560 annotated pages 1 003 lines named an article or
#: a clause and 913 ended so; of the first none was furniture, of the others 12, most of them addresses.
CLAUSE = 2
_CLAUSE = late(
    r"^(?:Điều|ĐIỀU|Khoản|KHOẢN|Chương|CHƯƠNG|Mục|MỤC|Phần|PHẦN|Phụ lục|PHỤ LỤC) (?:\d|[IVX]+\b)"
    r"|(?:Điều|khoản) \d+[ .,;:]"
)
#: No line without one of these, or that begins otherwise, is searched.
_WITHIN = ("Điều ", "khoản ")
_FIRST = ("Điều", "ĐIỀU", "K", "C", "M", "P")

#: What a sentence goes on with after a link.
_JOINED = class_table(",;)")


class Article(NamedTuple):
    """The lines that stay, and those of them that stay although most of the page's prose would have gone."""

    kept: Bools
    spared: Bools


def find_article(page: Page, blocks: PageBlocks, log_odds: Floats, threshold: float, others: Bools) -> Article:
    """The lines that belong to the article of a page; lines above ``threshold`` are those that would go.

    ``others`` are lines of blocks that list other articles: no prose of this one.

    A page of little prose has no article that could be told from teasers: nothing of it is kept by this rule.
    """
    size = len(page)
    if kernel.native is not None:
        words, exact = page.words, np.ascontiguousarray
        kept, spared = np.empty((2, size), bool)
        numbers = blocks.number, page.length, blocks.length, words.per_line, exact(log_odds, np.float32)
        marks = blocks.prose, page.hints, exact(others), page.code, headings(page)
        asked = numbers, marks, words[:3], tuple(blocks.rare), _COHERENCE, threshold
        kernel.native.article(*asked, kept, spared)
        return Article(kept, spared)
    none = np.zeros(size, bool)
    prose = blocks.prose & ~page.hints & ~others
    coherence = _within(-1, (shared_words(page, blocks, prose) - SHARED) / SPREAD, 1)
    worth = np.where(prose, np.minimum(blocks.length, LONGEST) / PARAGRAPH + COHERENT * coherence, -OTHER)
    start, end = span_of((worth - TRUST * _within(-SURE, log_odds, SURE)).astype(np.float32))
    inside = none.copy()
    inside[start:end] = True
    main = prose & inside
    total = float(page.length[main].sum())
    if total < ARTICLE:
        return Article(none, none)
    kept = main | (code_blocks(page.code) & inside)
    title = headline(page, blocks, int(main.argmax()), end)
    if title >= 0:
        kept[title] = True
    lost = main & (log_odds > threshold)
    return Article(kept, lost if float(page.length[lost].sum()) > MOST * total else none)


def _within(least: float, values: Floats, most: float) -> Floats:
    """Values with what is below or above two of them made equal to these: a third of the time of ``np.clip``."""
    kept: Floats = np.minimum(np.maximum(values, np.float32(least)), np.float32(most))
    return kept


def lone_sentence(page: Page, blocks: PageBlocks, log_odds: Floats, article: Bools) -> Bools:
    """The sentence that is all a page says, on a page without an article: a notice, the words to a picture.

    Pages of teasers have more of them. On 560 annotated pages that is 61 lines of content and three of furniture.
    """
    out = np.zeros(len(page), bool)
    if article.any():
        return out
    found: list[tuple[float, int, int]] = []
    starts, sizes = blocks.paragraphs.starts, blocks.paragraphs.sizes
    for paragraph in (blocks.length[starts] >= LONE).nonzero()[0].tolist():
        start, size = int(starts[paragraph]), int(sizes[paragraph])
        here = slice(start, start + size)
        last = page.texts[start + size - 1]
        ended = last.endswith((".", "!", "?", "…")) and not last.endswith("..")
        if ended and max(page.whole[here].max(), page.form[here].max()) < 0:
            if len(found) == LONELY:
                return out
            found.append((float(log_odds[here].mean()), start, start + size))
    if found:
        odds, start, end = min(found)
        out[start:end] = odds < AGAINST
    return out


def around_links(page: Page, log_odds: Floats, threshold: float) -> Bools:
    """The pieces of a sentence around a link, in front of the piece that stays: extractors part a sentence there.

    The piece after the link begins with a comma, a semicolon or a bracket.

    >>> from vntextclean.filters.boilerplate.reading.page import read
    >>> page = read("Theo dự tính của\\nTrạm Bơm\\n, nước về tới ruộng cuối bản trước rằm tháng bảy.")
    >>> around_links(page, np.array([2.0, 2.0, -1.0], np.float32), 1.6).tolist()
    [True, True, False]
    """
    out = np.zeros(len(page), bool)
    for index in (_JOINED[page.first] > 0).nonzero()[0].tolist():
        if not index or page.length[index] < GOES_ON or log_odds[index] >= threshold:
            continue
        link, before = index - 1, max(index - 2, 0)
        if page.form[link] < 0 and not page.texts[link].endswith(_ENDS):
            out[link] = True
            linked = page.words.per_line[link] <= LINK_WORDS and page.words.per_line[before] >= LINK_WORDS - 2
            out[before] |= bool(linked and page.form[before] < 0 and not page.texts[before].endswith(_ENDS))
    return out


def talk(page: Page, blocks: PageBlocks, log_odds: Floats, threshold: float) -> Bools:
    """What people write in posts, and when they wrote it.

    That is long lines that begin small and hold no capital but of a face (":D") and no word of furniture, and dates
    right above a line that stays. The second row of a wrapped paragraph begins small as well: where the first goes,
    it is no talk.
    """
    words = page.words
    dates = is_time(page) & (page.length <= TIME) & ~page.hints
    if kernel.native is not None:
        found: Bools = np.empty(len(page), bool)
        exact = np.ascontiguousarray
        numbers = (
            blocks.number, exact(page.lead), page.first_kind, words.capitals, words.per_line, page.length,
            exact(log_odds, np.float32),
        )  # fmt: skip
        kernel.native.line_talk(numbers, (page.hints, page.linked, dates), threshold, ROW, found)
        return found
    kinds = page.first_kind
    small = ((kinds == LOWER) | (kinds == MARKED)) & (page.lead == 0) & (words.capitals <= 1)
    out: Bools = small & (words.per_line >= TALK_WORDS) & ~page.hints & ~page.linked
    wrapped = np.ones(len(page), bool)
    wrapped[blocks.paragraphs.starts] = False
    out[1:] &= ~(wrapped[1:] & (page.length[:-1] >= ROW) & (log_odds[:-1] >= threshold))
    stays = (log_odds < threshold) | out
    out[:-1] |= dates[:-1] & stays[1:]
    out[:-1] |= dates[:-1] & out[1:] & dates[1:]  # when it was written, and when it was changed
    return out


def legal_text(page: Page) -> Bools:
    """Clauses of laws and contracts: lines that name an article or a clause, and entries that end in a semicolon."""
    out = np.zeros(len(page), bool)
    may_be = (page.last == ord(";")) | (page.opens & np.uint32(first_words.CLAUSE) > 0) | (page.signs & CLAUSE_SIGN > 0)
    for index in may_be.nonzero()[0].tolist():
        text = page.texts[index]
        out[index] = (text.endswith(";") and text.count(" ") >= CLAUSE and not page.hints[index]) or (
            (text.startswith(_FIRST) and _CLAUSE.match(text) is not None)
            or ((_WITHIN[0] in text or _WITHIN[1] in text) and _CLAUSE.search(text) is not None)
        )
    return out
