"""Who wrote a text and when: the names, sources and dates beside it, which look like entries of a menu."""

from __future__ import annotations

import re

import numpy as np

from vntextclean.filters.boilerplate.reading.blocks import PageBlocks
from vntextclean.filters.boilerplate.reading.page import Bools, Floats, Page, is_time, lines_that_open
from vntextclean.filters.boilerplate.text import first_words
from vntextclean.patterns import late

#: A name has so many words at most.
NAME_WORDS = 5

#: Who said or wrote it first is named in so many characters.
SOURCE = 40
_SOURCE = late(r"^\W*(?:Theo|THEO|Nguồn|NGUỒN|Tác giả|TÁC GIẢ)\b[ :]+\S")

#: When and by whom it was written: a label a line, and what it says below. "Bởi" and "Tác giả" are none of them: of
#: nine on 560 annotated pages seven are furniture.
_WRITTEN = late(
    r"^\W*(?:(?:đăng|viết) bởi|ngày đăng|đăng (?:ngày|lúc)|by|posted(?: by| on)?|nguồn)\W*$",
    re.IGNORECASE,
)
_WRITTEN_WORDS = 2
_HOST = late(r"^(?:https?://)?(?:[\w-]+\.)+[a-z]{2,4}/?$")

#: When something was written is said in so many characters. Of the dates right above a line that stays, on families of
#: sites left out, 18 were furniture that would have gone, of 486 such dates in all.
TIME = 40


def bylines(page: Page, blocks: PageBlocks, log_odds: Floats, threshold: float) -> Bools:
    """The name or the source right under a paragraph that stays, though a menu may begin right below.

    On 560 annotated pages 43 lines that begin as a source stand so and are content, none of which would go.
    """
    words = page.words
    names: Bools = (words.per_line >= 2) & (words.per_line <= NAME_WORDS) & (words.capitals == words.per_line)
    names &= ~page.hints & (page.shape < 0) & (page.lead == 0)
    for index in lines_that_open(page, first_words.SOURCE):
        names[index] |= page.length[index] <= SOURCE and _SOURCE.search(page.texts[index]) is not None
    names[1:] &= (blocks.prose & (log_odds < threshold))[:-1]
    names[0] = False
    return names


def written(page: Page) -> Bools:
    """The labels of a byline that stand alone, with the dates, the name or the host right below.

    On 560 annotated pages 22 lines of content, of which twelve would go, and two of furniture.

    >>> from vntextclean.filters.boilerplate.reading.page import read
    >>> page = read("Trang chủ\\nĐăng bởi\\n12/3/2019\\nLiên hệ\\nNguồn:\\nbansimuoi.example.vn\\nTin mới")
    >>> written(page).nonzero()[0].tolist()
    [1, 2, 4, 5]
    """
    words = page.words
    out = np.zeros(len(page), bool)
    labels = [
        index
        for index in lines_that_open(page, first_words.WRITTEN)
        if words.per_line[index] <= _WRITTEN_WORDS and index + 1 < len(page) and _WRITTEN.match(page.texts[index])
    ]
    if not labels:
        return out
    name = (words.capitals == words.per_line) & (words.per_line > 0) & (words.per_line <= NAME_WORDS) & ~page.hints
    dates = is_time(page) & (page.length <= TIME) & ~page.hints
    for index in labels:
        end = index + 1
        while end < len(page) and dates[end]:
            end += 1
        if end == index + 1 and (name[end] or _HOST.match(page.texts[end])):
            end += 1
        if end > index + 1:
            out[index:end] = True
    return out
