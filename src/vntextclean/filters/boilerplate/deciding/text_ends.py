"""Where the text of a page without an article begins and ends: right below a menu, right above the foot.

A short text of a kind that the classifier never saw (a record of a trade mark, a family tree) is told by what stands
around, and its last lines stand beside the foot. But the foot begins with a line that speaks of furniture.
"""

from __future__ import annotations

import re

import numpy as np

from vntextclean.filters.boilerplate.reading.page import Bools, Floats, Page
from vntextclean.patterns import late

#: The text is the longest run of lines that stay, and has so many.
TEXT = 6

#: So many lines below it at most belong to it, none of them so surely furniture.
LAST, SURELY = 6, 3.0

#: The line of the foot right below them is at least so likely to be furniture.
FOOT = 2.5

#: A heading that says that others follow ends them: "Món mới", "Câu hỏi khác", "Đọc nhiều". So does a button.
_OTHERS = late(
    r"^\W*(?:(?:\w+ ){1,4}(?:mới(?: nhất)?|khác|liên quan|nổi bật|gần đây|tương tự|cùng loại)"
    r"|(?:đọc|xem|nghe|tải|bán) nhiều(?: nhất)?|thích[ \d]*)\W*$",
    re.IGNORECASE,
)

#: The title right above the text has so many words, and the entry of the menu above it is surer furniture by so much.
#: Breadcrumbs, of which the text may repeat the last piece, and entries of lists are none.
TITLE_WORDS, LESS, _HOME = 4, 0.7, ("trang chủ", "trang nhất", "home")

#: A label in furniture's own words inside the text ("Liên hệ", "Kết quả") has so many lines above and below that stay,
#: and is less sure than this.
BESIDE, LABEL = 3, 2.0


def text_ends(page: Page, log_odds: Floats, goes: Bools) -> Bools:
    """The lines between the text of a page and the first line of its foot, its title, and single labels inside it.

    ``log_odds`` are the classifier's, ``goes`` the lines that would go. Only for pages without an article.

    On families left out of 560 annotated pages that keeps three lines of content more, and some fifteen of furniture.
    44 pages of other kinds, in the furniture of three sites each and four extractions, lose 108 lines of content
    instead of 172 by the end alone, and sixteen fewer again with the title.

    >>> from vntextclean.filters.boilerplate.reading.page import read
    >>> page = read("\\n".join(["Đò ngang"] * 6 + ["Gió bấc", "Liên hệ", "Góp ý"]))
    >>> odds = np.array([*(6 * [-1]), 2.0, 4, 4], np.float32)
    >>> text_ends(page, odds, odds > 1.6).nonzero()[0].tolist()
    [6]
    """
    out = np.zeros(len(page), bool)
    edge = np.flatnonzero(np.diff(goes, prepend=True, append=True))
    starts, ends = edge[::2], edge[1::2]  # of the runs of lines that stay
    if not len(starts):
        return out
    longest = int((ends - starts).argmax())
    start, end = int(starts[longest]), int(ends[longest])
    if end - start >= TEXT:
        out[end : _last_end(page, log_odds, end)] = True
        if goes[max(start - 2, 0)] and _has_title(page, log_odds, start):
            out[start - 1] = True
    single = (starts[1:] - ends[:-1] == 1) & (ends - starts >= BESIDE)[1:] & (ends - starts >= BESIDE)[:-1]
    labels = np.array([label for label in ends[:-1][single].tolist() if not _OTHERS.match(page.texts[label])], np.int64)
    out[labels] = page.hints[labels] & (page.form[labels] < 0) & (log_odds[labels] < LABEL)
    return out


def _speaks_of_furniture(page: Page, index: int) -> bool:
    return bool(page.hints[index] or page.form[index] >= 0)


def _last_end(page: Page, log_odds: Floats, end: int) -> int:
    """Where the last lines of a text end that stands up to ``end``: at the foot, or there where no foot is near."""
    foot = end
    while foot < min(len(page), end + LAST + 1) and not _speaks_of_furniture(page, foot) and log_odds[foot] < SURELY:
        foot += 1
    if foot == len(page) or foot - end > LAST or not _speaks_of_furniture(page, foot) or log_odds[foot] < FOOT:
        return end
    return next((index for index in range(end, foot) if _OTHERS.match(page.texts[index])), foot)


def _has_title(page: Page, log_odds: Floats, start: int) -> bool:
    """Whether the line above the first of a text is its title, and the line above that an entry of a menu."""
    title = start - 1
    if title < 1 or page.words.per_line[title] < TITLE_WORDS:
        return False
    if _speaks_of_furniture(page, title) or not _speaks_of_furniture(page, title - 1):
        return False
    if log_odds[title] >= min(SURELY, log_odds[title - 1] - LESS):
        return False
    listed = page.leads[page.which[title]].strip() or page.low[title].startswith((*_HOME, page.low[start]))
    return not listed
