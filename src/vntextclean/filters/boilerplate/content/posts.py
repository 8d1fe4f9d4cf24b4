"""People and the posts they hold, as a page of an office lists them and a law is signed: content, however short."""

from __future__ import annotations

import re
from itertools import pairwise

import numpy as np

from vntextclean.filters.boilerplate.reading.page import Bools, Page, beside, lines_that_open
from vntextclean.filters.boilerplate.reading.runs import runs_of
from vntextclean.filters.boilerplate.text.first_words import POST, SIGNS
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
    r"|chánh (?:thanh tra|văn phòng|án)|tổng biên tập|thư ký|chuyên viên|giáo viên|kế toán"
    r"|đạo diễn|biên (?:kịch|đạo)|quay phim|dựng phim|diễn viên|nhạc sĩ|ca sĩ|họa sĩ|âm nhạc|người dịch"
    r"|huấn luyện viên|trọng tài|điều dưỡng)\b",
    re.IGNORECASE,
)
#: Who signs, in capitals above the name: no editor, whose name stands in every imprint.
_SIGNS = late(
    r"^\W*(?:(?:KT|TL|TM|TUQ|Q)\. ?)?(?:PHÓ |TỔNG )?(?:BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TƯỚNG|CHỦ TỊCH|BÍ THƯ|GIÁM ĐỐC"
    r"|HIỆU TRƯỞNG|VIỆN TRƯỞNG|CHI CỤC TRƯỞNG|CỤC TRƯỞNG|VỤ TRƯỞNG|TRƯỞNG (?:PHÒNG|BAN|KHOA)"
    r"|CHÁNH (?:THANH TRA|VĂN PHÒNG|ÁN)|THẨM PHÁN|CHỦ (?:TỌA|TOẠ))(?: - CHỦ (?:TỌA|TOẠ))?"
    r"(?: PHIÊN (?:TÒA|TOÀ|HỌP))?\W*$"
)
#: For whom, in capitals above who signs.
_FOR = ("TM.", "T/M", "TL.", "KT.", "TUQ.")
_UNIT = late(r"^\W*(?:Phòng|Ban|Văn phòng|Vụ|Cục|Chi cục|Viện|Trung tâm|Tổ|Khoa|Thanh tra|Đội|Hạt|Trạm|Kho bạc)\b")
_SIGNED = late(r"^\W*đã k[ýí]\W*$", re.IGNORECASE)


def people_with_posts(page: Page) -> Bools:
    """The lines of people with their posts, and of a signature: post, "(Đã ký)", name.

    On 559 annotated pages 132 lines of content, and 30 of furniture between them: the links "Chi tiết" of one list of
    people, as six tools read it. So much is missed.
    """
    out = _signatures(page)
    named, texts = lines_that_open(page, POST), page.texts
    with_post = [index for index in named if texts[index].count(" ") < POST_WORDS and _POST.search(texts[index])]
    with_sign = [index for index in named if _SIGNED.search(texts[index])]
    if len(with_post) < PEOPLE and not with_sign:
        return out
    posts, signed = np.zeros((2, len(page)), bool)
    posts[with_post] = True
    signed[with_sign] = True
    names = _names(page) & ~posts
    listed = posts & beside(names)
    if np.count_nonzero(listed) >= PEOPLE:
        people = listed | (names & beside(listed))
        out |= people
        rows = out.nonzero()[0]
        for above, below in pairwise(rows.tolist()):
            if below - above <= APART:
                out[above:below] = True
        out |= _units_below(page, people)
    out |= signed
    out[1:] |= names[1:] & signed[:-1]
    out[:-1] |= posts[:-1] & signed[1:]
    return out


def _units_below(page: Page, people: Bools) -> Bools:
    """The units of an office, listed right below its people.

    On 560 annotated pages 24 lines of content, of which ten would go, and none of furniture.
    """
    out = np.zeros(len(page), bool)
    units = {index for index, text in enumerate(page.texts) if _UNIT.search(text)}
    for start, end in runs_of(units):
        out[start:end] = end - start >= PEOPLE and people[max(start - APART, 0) : start].any()
    return out


def _names(page: Page) -> Bools:
    """The lines that may be the name of a person."""
    words = page.words
    fewest, most = NAME_WORDS
    names: Bools = (words.per_line >= fewest) & (words.per_line <= most) & (words.capitals == words.per_line)
    return names & ~page.hints & (page.length < NAME)


def _signatures(page: Page) -> Bools:
    """A post in capitals and the name right below, or below one more line, as letters and notices end."""
    out = np.zeros(len(page), bool)
    texts = page.texts
    posts = [index for index in lines_that_open(page, SIGNS) if texts[index].isupper() and _SIGNS.search(texts[index])]
    if posts:
        names = _names(page) & np.array([not text.isupper() for text in texts])
        for post in posts:
            below = names[post + 1 : post + 3]
            if below.any():
                out[post : post + 2 + int(below.argmax())] = True
                above = texts[post - 1].strip() if post else ""
                out[post - int(above.startswith(_FOR) and above.isupper())] = True
    return out
