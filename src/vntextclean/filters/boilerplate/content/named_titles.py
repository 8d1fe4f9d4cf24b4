"""Titles in the words of furniture: "Giới thiệu" heads the page that the entry "Giới thiệu" of all menus leads to.

Their words do not tell them, so the page must: breadcrumbs end in the title, and Markdown marks it.
"""

from __future__ import annotations

import numpy as np

from vntextclean.filters.boilerplate.reading.line_forms import NUMBER
from vntextclean.filters.boilerplate.reading.page import Bools, Floats, Page
from vntextclean.patterns import late

#: Breadcrumbs begin at one of these, and are parted by marks: on one line, or each on its own.
_HOME = frozenset(("trang chủ", "trang nhất", "trang đầu", "home"))
_PARTED = late(r"\s*[›»>|→]\s*|\s+/\s+|/(?=\w)")

#: What may stand around a title.
_MARKS = " .:*"

#: Breadcrumbs have so many lines where each piece has its own, and the title stands in so many lines below.
ROW, BELOW = 8, 3


def named_titles(page: Page, log_odds: Floats, threshold: float) -> Bools:
    """The lines with furniture's own words that breadcrumbs right above end in, or that are the only first heading.

    Below such a heading stands a line that stays. Headings of lists of other articles, and the name of the first page,
    are none.

    >>> from vntextclean.filters.boilerplate.reading.page import read
    >>> page = read("Liên hệ\\nTuyển dụng\\nTrang chủ › Tuyển dụng\\nTuyển dụng\\nCần hai thợ gốm\\nNhận cả thợ nữ")
    >>> named_titles(page, np.zeros(6, np.float32), 1.6).nonzero()[0].tolist()
    [3]
    """
    out = np.zeros(len(page), bool)
    hints = page.hints & (page.whole >= 0)
    if not np.count_nonzero(hints):
        return out
    lows = page.low
    tail = page.words.tail
    for above in range(1, BELOW + 1):  # what ends in a title ends in its last word
        for index in (hints[above:] & (tail[above:] == tail[:-above])).nonzero()[0].tolist():
            row, index = index, index + above
            title = lows[index].strip(_MARKS)
            if lows[row].endswith(title) and title not in _HOME and _ends_in(page, row, title):
                out[index] = True
    if "# " in page.leads:
        heads = ((page.which == page.leads.index("# ")) & (page.words.per_line > 0)).nonzero()[0].tolist()
        if len(heads) == 1 and hints[heads[0]]:
            head = heads[0]
            below = next((index for index in range(head + 1, len(page)) if not page.bare[index]), head)
            stays = below > head and log_odds[below] < threshold and not page.hints[below]
            other = page.whole[head] == NUMBER["related"] or lows[head].strip(_MARKS) in _HOME
            out[head] |= bool(stays and not other)
    return out


def _ends_in(page: Page, row: int, title: str) -> bool:
    """Whether a line that ends in a title is breadcrumbs, or the last piece of them."""
    low = page.low[row]
    if low == title:  # a piece of its own, below a mark
        above = page.low[max(row - ROW, 0) : max(row - 1, 0)]
        return row > 1 and bool(page.bare[row - 1]) and not _HOME.isdisjoint(above)
    parts = [part.strip(_MARKS) for part in _PARTED.split(low) if part]
    home = parts[0].rpartition(":")[2].strip()  # "Bạn đang ở: Trang chủ"
    return len(parts) > 1 and home in _HOME and parts[-1] == title
