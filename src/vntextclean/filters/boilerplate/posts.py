"""People and the posts they hold, as a page of an office lists them and a law is signed: content, however short."""

from __future__ import annotations

import re
from itertools import pairwise

import numpy as np

from vntextclean.filters.boilerplate.page import Bools, Page, beside
from vntextclean.patterns import late

#: A post stands in so few words, a name in so many and so few characters.
POST_WORDS, NAME_WORDS, NAME = 10, (2, 5), 40

#: So many posts beside a name are a list of people. A footer names one or two: the editor, the one who answers for it.
PEOPLE = 3

#: What stands between two people of a list, in so many lines, belongs to them: their office, their telephone.
APART = 6

_POST = late(
    r"^\W*(?:đ/c |đồng chí |ông |bà )?(?:nguyên |quyền |q\. ?|phó |p\. ?)?"
    r"(?:bộ trưởng|thứ trưởng|thủ tướng|chủ tịch|bí thư|ủy viên|uỷ viên|(?:tổng )?giám đốc|hiệu trưởng|viện trưởng"
    r"|(?:chi )?cục trưởng|vụ trưởng|trưởng (?:phòng|ban|khoa|bộ môn|đoàn|trạm)|tổ (?:trưởng|phó)"
    r"|chánh (?:thanh tra|văn phòng|án)|tổng biên tập|thư ký|chuyên viên|giáo viên|kế toán)\b",
    re.IGNORECASE,
)
_SIGNED = late(r"^\W*đã k[ýí]\W*$", re.IGNORECASE)


def people_with_posts(page: Page) -> Bools:
    """The lines of people with their posts, and of a signature: post, "(Đã ký)", name.

    On 559 annotated pages 132 lines of content, and 30 of furniture between them: the links "Chi tiết" of one list of
    people, as six tools read it. So much is missed.
    """
    size = len(page)
    out = np.zeros(size, bool)
    posts = np.array([text.count(" ") < POST_WORDS and bool(_POST.search(text)) for text in page.texts], bool)
    signed = np.array([bool(_SIGNED.search(text)) for text in page.texts], bool)
    if int(posts.sum()) < PEOPLE and not signed.any():
        return out
    words = page.words
    fewest, most = NAME_WORDS
    names: Bools = (words.per_line >= fewest) & (words.per_line <= most) & (words.capitals == words.per_line)
    names &= ~page.hints & (page.length < NAME) & ~posts
    listed = posts & beside(names)
    if int(listed.sum()) >= PEOPLE:
        out |= listed | (names & beside(listed))
        rows = out.nonzero()[0]
        for above, below in pairwise(rows.tolist()):
            if below - above <= APART:
                out[above:below] = True
    out |= signed
    out[1:] |= names[1:] & signed[:-1]
    out[:-1] |= posts[:-1] & signed[1:]
    return out
