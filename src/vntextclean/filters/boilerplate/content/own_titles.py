"""Titles of pages that other pages have in their foot: terms, rules, how to order."""

from __future__ import annotations

import re

import numpy as np

from vntextclean.filters.boilerplate.reading.page import Bools, Page, lines_that_open
from vntextclean.filters.boilerplate.text.first_words import TERMS
from vntextclean.patterns import late

#: What such a title begins with. "Giới thiệu" and "Liên hệ" are none: of 25 such lines right above a text on 560
#: annotated pages all are entries of a menu.
_TITLE = late(
    r"^\W*(?:(?:các )?(?:điều khoản|chính sách|quy định|quy chế) \w|hướng dẫn\b|về chúng tôi\b|tải về\b)", re.IGNORECASE
)
TITLE = 60

#: The text right below is the article; where a page has none, the longest run of lines that stay, of so many. A title
#: of so few words heads no article: "Tải về" above one is a button.
TEXT, WORDS = 6, 2


def own_titles(page: Page, goes: Bools, article: Bools) -> Bools:
    """The line "Điều khoản sử dụng" and its like right above a text, given the lines that would go and the article.

    In a foot other entries stand below it. On 560 annotated pages, families left out, one line of content that would
    go, and none of furniture.

    >>> from vntextclean.filters.boilerplate.reading.page import read
    >>> page = read("Liên hệ\\nChính sách đổi trả\\n" + "\\n".join(6 * ["Còn nguyên tem"]))
    >>> goes = np.array([True, True, *(6 * [False])])
    >>> own_titles(page, goes, np.zeros(8, bool)).nonzero()[0].tolist()
    [1]
    """
    out = np.zeros(len(page), bool)
    last = len(page) - 1
    titles = [
        line
        for line in lines_that_open(page, TERMS)
        if 0 < line < last and goes[line] and not goes[line + 1]
        if page.hints[line] and page.length[line] <= TITLE and _TITLE.match(page.texts[line])
    ]
    if not titles:
        return out
    edge = np.flatnonzero(np.diff(goes, prepend=True, append=True))
    starts, ends = edge[::2], edge[1::2]  # of the runs of lines that stay
    headed = bool(article.any())
    longest = max(int((ends - starts).max()), TEXT)
    run_ends = dict(zip(starts.tolist(), ends.tolist(), strict=True))
    for title in titles:
        start, end = title + 1, run_ends[title + 1]
        if headed:
            out[title] = article[start:end].any() and page.words.per_line[title] > WORDS
        else:
            out[title] = end - start == longest
    return out
