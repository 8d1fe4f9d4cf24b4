"""Titles of pages that other pages have in their foot: terms, rules, how to order."""

from __future__ import annotations

import re

import numpy as np

from vntextclean.filters.boilerplate.reading.page import Bools, Page
from vntextclean.patterns import late

#: What such a title begins with. "Giới thiệu" and "Liên hệ" are none: of 27 such lines right above a text on 560
#: annotated pages all are the last entry of a menu.
_TITLE = late(
    r"^\W*(?:(?:các )?(?:điều khoản|chính sách|quy định|quy chế)|hướng dẫn|về chúng tôi|tải về)\b", re.IGNORECASE
)
TITLE = 60

#: The text right below has so many lines that stay, or is an article.
TEXT = 6


def own_titles(page: Page, goes: Bools, article: Bools) -> Bools:
    """The line "Điều khoản sử dụng" and its like right above a text, given the lines that would go and the article.

    In a foot other entries stand below it. On 560 annotated pages, families left out, two lines of content that would
    go, and none of furniture.

    >>> from vntextclean.filters.boilerplate.reading.page import read
    >>> page = read("Liên hệ\\nChính sách đổi trả\\n" + "\\n".join(6 * ["Còn nguyên tem"]))
    >>> goes = np.array([True, True, *(6 * [False])])
    >>> own_titles(page, goes, np.zeros(8, bool)).nonzero()[0].tolist()
    [1]
    """
    out = np.zeros(len(page), bool)
    edge = np.flatnonzero(np.diff(goes, prepend=True, append=True))
    starts, ends = edge[::2], edge[1::2]
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        above = start - 1
        if above > 0 and page.hints[above] and page.length[above] <= TITLE and _TITLE.match(page.texts[above]):
            out[above] = article[start:end].any() or (end - start >= TEXT and end - start == (ends - starts).max())
    return out
