"""Forms of text that are content by their own words: who gets a letter, a song, an article of an encyclopedia."""

from __future__ import annotations

import re
from itertools import pairwise

import numpy as np

from vntextclean.filters.boilerplate.reading.page import Bools, Page, lines_that_open
from vntextclean.filters.boilerplate.text import first_words
from vntextclean.patterns import late

#: Who gets an official letter stands below its signature, in so many lines, and ends with who files it.
RECIPIENTS = 14
_SENT_TO = late(r"^\W*nơi (?:nhận|gửi)\b\W*$", re.IGNORECASE)
_FILED = late(r"^\W*lưu\W", re.IGNORECASE)

#: The kind of an official letter, above what it is about.
_NOTICE = late(r"^\W*(?:THÔNG BÁO|THÔNG CÁO|GIẤY MỜI|KẾ HOẠCH|TỜ TRÌNH|BÁO CÁO|QUYẾT ĐỊNH|HƯỚNG DẪN)\W*$")
_ABOUT = late(r"^\W*(?:về việc|v/v)\b", re.IGNORECASE)

#: The labels of a song's parts, at least so many of them; the last part has so many lines at most.
PARTS, PART = 2, 24
_PART = late(
    r"^\W*(?:điệp khúc|đk|phiên khúc|tiền điệp khúc|(?:lời|đoạn|verse) ?\d|chorus|bridge|coda)\b\W*(?:\d|x ?\d)?\W*$",
    re.IGNORECASE,
)
#: Who made it stands in so many lines above the first part, below its name.
SONG_HEAD = 3
_MADE_BY = late(
    r"^\W*(?:nhạc(?: và lời)?|sáng tác|lời|thơ|ca sĩ|trình bày|thể hiện|nhạc sĩ|tác giả)\s*[:–-]", re.IGNORECASE
)
_PART_SIGNS = "iệp khúc", "IỆP KHÚC", "iên khúc", "ĐK", "horus"

#: What stands above an article of an encyclopedia, and what below it.
_OPENS_ARTICLE = "Bách khoa toàn thư mở", "Bách khoa toàn thư mở Wikipedia"
_CLOSES_ARTICLE = late(r"^\W*(?:lấy từ\b|thể loại\b|trang này được sửa đổi)", re.IGNORECASE)
#: A heading of it, with the links that change what is below.
_EDITED = late(r"^\W*\w.*\[\s*sửa(?: mã nguồn)?(?:\s*\|\s*sửa mã nguồn)?\s*\]$")
#: Its last headings, of which one has the words of a list of other articles.
_LAST_HEADING = late(r"^\W*(?:xem thêm|tham khảo|chú thích|nguồn|liên kết ngoài|đọc thêm)\W*$", re.IGNORECASE)
#: Headings of the last sections of a wiki, of which buttons of other pages say the first as well. They stand in so many
#: lines, and so many below the last one at most are its own.
_SEE_ALSO = "xem thêm"
_OTHER_HEADINGS = frozenset(("tham khảo", "chú thích", "liên kết ngoài"))
SECTIONS, _ENTRIES = 60, 6
#: Above them stands an article, which has a sentence: a line of so many words.
_SENTENCE = 8
#: The box of tools below an article that has no categories.
_TOOLS = frozenset(("công cụ", "các liên kết đến đây"))
#: The last tab above an article of any wiki of the same program, and the fewest lines of an article below.
_LAST_TAB, _FEWEST = "xem lịch sử", 5
_SKIP_LINK = late(r"^\W*bước tới\b", re.IGNORECASE)


def recipients(page: Page) -> Bools:
    """The lines from "Nơi nhận" to "Lưu: VT": who gets an official letter. Without the last there is no such list.

    On 560 annotated pages 17 lines of content, and none of furniture.

    >>> from vntextclean.filters.boilerplate.reading.page import read
    >>> page = read("Nơi nhận:\\n- Các thôn\\n- Trạm xá\\n- Lưu: VP\\nLiên hệ")
    >>> recipients(page).tolist()
    [True, True, True, True, False]
    """
    out = np.zeros(len(page), bool)
    for start in lines_that_open(page, first_words.SENT_TO):
        if len(page.texts[start]) < PART and _SENT_TO.match(page.texts[start]):
            rest = page.texts[start + 1 : start + 1 + RECIPIENTS]
            last = next((number for number, each in enumerate(rest, start + 1) if _FILED.match(each)), 0)
            out[start : last + 1] = True
    return out


def notice(page: Page) -> Bools:
    """The line "THÔNG BÁO" above "Về việc …", and that line.

    >>> from vntextclean.filters.boilerplate.reading.page import read
    >>> notice(read("Liên hệ\\nTHÔNG BÁO\\nVề việc dời chợ\\nTHÔNG BÁO\\nTin mới")).nonzero()[0].tolist()
    [1, 2]
    """
    out = np.zeros(len(page), bool)
    for index in lines_that_open(page, first_words.ABOUT):
        above = page.texts[index - 1] if index else ""
        if above.isupper() and _NOTICE.match(above) and _ABOUT.match(page.texts[index]):
            out[index - 1 : index + 1] = True
    return out


def song(page: Page) -> Bools:
    """The lines of a song between the labels of its parts, and as many below the last as its longest part has.

    Its refrain stands there more than once, as entries of a menu do. On 560 annotated pages there is none.

    >>> from vntextclean.filters.boilerplate.reading.page import read
    >>> page = read("Lời 1\\nGió về\\nTrăng mọc\\nĐiệp khúc\\nÀ ơi\\nLời 2\\nMưa về\\nÀ ơi\\nLiên hệ")
    >>> song(page).tolist()
    [True, True, True, True, True, True, True, True, False]
    """
    out = np.zeros(len(page), bool)
    named = lines_that_open(page, first_words.PART)
    labels = [index for index in named if len(page.texts[index]) < PART and _PART.match(page.texts[index])]
    if len(labels) < PARTS or not any(sign in page.text for sign in _PART_SIGNS):
        return out
    gaps = [below - above for above, below in pairwise(labels)]
    if max(gaps) > PART:
        return out
    end = labels[-1] + max(gaps)
    head = range(max(labels[0] - SONG_HEAD, 1), labels[0])
    first = next((index - 1 for index in head if _MADE_BY.match(page.texts[index])), labels[0])
    out[first:end] = True
    out[labels[-1] : end] &= ~page.hints[labels[-1] : end]
    return out


def encyclopedia(page: Page) -> Bools:
    """The lines of an article of Wikipedia, from the line that says so, with the title above, to its categories.

    Other wikis of the same program do not say so: an article of theirs stands below the tabs ("Đọc", "Sửa đổi", "Xem
    lịch sử") and above the box of tools.

    Headings with the links that change what is below are its lines on any page.

    Its boxes of labels and values and its lists of links are short lines like those of menus.

    >>> from vntextclean.filters.boilerplate.reading.page import read
    >>> page = read("Đầm Sét\\nBách khoa toàn thư mở Wikipedia\\nTỉnh\\nHà Nam\\nThể loại: Đầm\\nLiên hệ")
    >>> encyclopedia(page).tolist()
    [True, False, True, True, False, False]
    """
    out = np.zeros(len(page), bool)
    if "[sửa" in page.text:
        out[[index for index, text in enumerate(page.texts) if _EDITED.match(text)]] = True
    start = -1
    if _OPENS_ARTICLE[0] in page.text:
        start = next((index for index, text in enumerate(page.texts) if text.strip() in _OPENS_ARTICLE), -1)
    elif _LAST_TAB in page.lows and not page.lows.keys().isdisjoint(_TOOLS):
        start = page.low.index(_LAST_TAB)
        if not _TOOLS.isdisjoint(page.low[: start + 1 + _FEWEST]):  # the tools stand above, among the tabs
            start = -1
    if start < 0:
        return out
    below = range(start + 1, len(page))
    last = len(page) if page.low[start] == _LAST_TAB else -1  # the tools are below, as was seen
    end = next((index for index in below if _CLOSES_ARTICLE.match(page.texts[index])), last)
    if end < 0:
        return out
    end = next((index for index in range(start + 1, end) if page.low[index] in _TOOLS), end)
    out[start + 1 : end] |= ~page.hints[start + 1 : end]
    out[[index for index in range(start + 1, end) if _LAST_HEADING.match(page.texts[index])]] = True
    out[[index for index in below if index < end and _SKIP_LINK.match(page.texts[index])]] = False
    if start and page.low[start] != _LAST_TAB and not page.hints[start - 1]:
        out[start - 1] = True
    return out


def last_headings(page: Page) -> Bools:
    """The last sections of an article of any wiki, from the first of their headings on.

    That is two and more of "Xem thêm", "Chú thích", "Tham khảo", "Liên kết ngoài", with what stands between them and
    some lines below the last. "Xem thêm" is a heading only where no furniture stands beside it, the others where none
    stands above; headings with nothing between any of them are entries of a menu.

    On 560 annotated pages two lines of content, which stay anyway, and 53 buttons "Xem thêm", none of them a heading.

    >>> from vntextclean.filters.boilerplate.reading.page import read
    >>> article = "Đò là một thứ thuyền chở khách qua sông."
    >>> last_headings(read(article + "\\nXem thêm\\nĐầm\\nTham khảo\\nSổ đo\\nĐăng nhập")).nonzero()[0].tolist()
    [1, 2, 3, 4]
    """
    out = np.zeros(len(page), bool)
    if page.lows.keys().isdisjoint(_OTHER_HEADINGS) or page.low.count(_SEE_ALSO) > 1:
        return out
    named = {
        text: index
        for index, text in enumerate(page.low)
        if text in _OTHER_HEADINGS and not (index and page.hints[index - 1] and page.low[index - 1] != _SEE_ALSO)
    }
    if named and _SEE_ALSO in page.low:
        at = page.low.index(_SEE_ALSO)
        if not page.hints[max(at - 1, 0) : at].any() and not page.hints[at + 1 : at + 2].any():
            named[_SEE_ALSO] = at
    first = min(named.values(), default=0)
    if not (page.words.per_line[:first] >= _SENTENCE).any():
        return out
    if len(named) > 1 and len(named) <= max(named.values()) - first <= SECTIONS:
        end = max(named.values()) + 1
        foot = (
            page.hints[index] or page.low[index] in _TOOLS or _CLOSES_ARTICLE.match(page.texts[index]) is not None
            for index in range(end, min(end + _ENTRIES, len(page)))
        )
        end += next((number for number, found in enumerate(foot) if found), 0)
        out[first:end] = True
        out &= ~page.hints
        out[list(named.values())] = True
    return out
