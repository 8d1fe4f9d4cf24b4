"""Headings with the sign of a link to themselves, which generators of documentation and of blogs put behind them.

``Công cụ#`` (Hugo) and ``Cài đặt¶`` (Sphinx) are headings of an article: entries of a menu have no place of their own
to link to. The lists below them are short lines with bullets, as menus are, and no prose tells that they are content.
"""

from __future__ import annotations

import numpy as np

from vntextclean.filters.boilerplate.reading.page import Bools, Page
from vntextclean.filters.boilerplate.text.lead_marks import BULLET

#: Languages for programs end so too.
_LANGUAGES = (" C", " F", " C#", " F#")  # the sign may be taken for the end of a heading
#: One such line may be anything. Of 605 annotated pages one has more: eleven headings, and twenty lines of their lists
#: went with its site left out of training.
LEAST = 2


def anchored_headings(page: Page) -> Bools:
    """Such headings, where a page has two or more, and the entries of the list right below each.

    >>> from vntextclean.filters.boilerplate.reading.page import read
    >>> page = read("Trang chủ\\nĐồ nghề#\\n• Kéo cắt giấy\\n• Hồ dán\\nLiên hệ\\nCách gấp#\\nGấp đôi tờ giấy.")
    >>> anchored_headings(page).nonzero()[0].tolist()
    [1, 2, 3, 5]
    >>> anchored_headings(read("Trang chủ\\nHọc C#\\nHọc F#\\nLiên hệ")).nonzero()[0].tolist()
    []
    """
    out = np.zeros(len(page), bool)
    heads = [at for at in page.anchored.nonzero()[0].tolist() if not page.texts[at].endswith(_LANGUAGES)]
    if len(heads) < LEAST:
        return out
    bullets = page.marks[page.which, BULLET] > 0
    for head in heads:
        end = head + 1
        while end < len(page) and bullets[end]:
            end += 1
        out[head:end] = True
    return out
