"""Where the text of a page without an article ends: right above the first line of its foot.

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

#: A heading that says that others follow ends them: "Món mới", "Câu hỏi khác".
_OTHERS = late(
    r"^\W*(?:\w+ ){1,4}(?:mới(?: nhất)?|khác|liên quan|nổi bật|gần đây|tương tự|cùng loại)\W*$", re.IGNORECASE
)

#: A label in furniture's own words inside the text ("Liên hệ", "Kết quả") has so many lines above and below that stay,
#: and is less sure than this.
BESIDE, LABEL = 3, 2.0


def text_ends(page: Page, log_odds: Floats, goes: Bools) -> Bools:
    """The lines between the text of a page and the first line of its foot, and single labels inside the text.

    ``log_odds`` are the classifier's, ``goes`` the lines that would go. Only for pages without an article.

    On families left out of 560 annotated pages that keeps three lines of content more, and ten of furniture. Of 55
    pages of other kinds, in ten extractions, 258 lines of content go instead of 322; of 44 others, in six, 33 instead
    of 64.

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
    speaks = page.hints | (page.form >= 0)
    longest = int((ends - starts).argmax())
    start, end = int(starts[longest]), int(ends[longest])
    if end - start >= TEXT:
        foot = end
        while foot < min(len(page), end + LAST + 1) and not speaks[foot] and log_odds[foot] < SURELY:
            foot += 1
        if foot < len(page) and foot - end <= LAST and speaks[foot] and log_odds[foot] >= FOOT:
            last = next((index for index in range(end, foot) if _OTHERS.match(page.texts[index])), foot)
            out[end:last] = True
    single = (starts[1:] - ends[:-1] == 1) & (ends - starts >= BESIDE)[1:] & (ends - starts >= BESIDE)[:-1]
    labels = ends[:-1][single]
    out[labels] = page.hints[labels] & (page.form[labels] < 0) & (log_odds[labels] < LABEL)
    return out
