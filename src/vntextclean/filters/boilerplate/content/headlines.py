"""The headline of a page, where the text below does not tell it by its words: it stands twice, or above the text."""

from __future__ import annotations

import re

import numpy as np

from vntextclean.filters.boilerplate.features.layout_features import repeats_of, titles_of
from vntextclean.filters.boilerplate.reading.blocks import PROSE, PageBlocks
from vntextclean.filters.boilerplate.reading.line_forms import NUMBER, kind_of
from vntextclean.filters.boilerplate.reading.page import Bools, Floats, Page, lines_that_open
from vntextclean.filters.boilerplate.text.first_words import BYLINE, QUOTE
from vntextclean.filters.boilerplate.text.shapes import SHAPES
from vntextclean.patterns import late

#: The title of a page has so many words. Shorter ones are entries of its menu.
TITLE_WORDS = 4
_SITE = late(
    r"^\W*(?:(?i:trang (?:thông tin|tin|web)|cổng (?:thông tin|ttđt)|cộng (?:hòa|hoà) xã hội|ubnd |ủy ban |uỷ ban )"
    r"|(?:Báo|Tạp chí|Sở|Bộ|Trường|Bệnh viện|Trung tâm|Ngân hàng|Công ty) [A-ZĐ]"
    r"|(?:TẠP CHÍ|SỞ|TRƯỜNG|BỆNH VIỆN|TRUNG TÂM|NGÂN HÀNG|CÔNG TY) )"
)

#: A heading of the first rank is the title of a page if it has so many words: sections and sites have shorter names.
MARKED_WORDS = 4

#: A page whose first line holds words of furniture ("Chính sách bảo mật - …") is headed by it if one of so many lines
#: below the repeated title stays.
BELOW = 3

#: Below the article the program of a newspaper names it: "Bạn đang đọc bài viết … tại chuyên mục …".
_QUOTED = late(
    r"^\W*bạn đang (?:đọc|xem) (?:bài(?: viết)?|tin(?: tức)?)\W+(.{12,}?)\W+"
    r"(?:tại|trong|trên|ở|thuộc) (?:chuyên )?mục\b",
    re.IGNORECASE,
)

#: Where an extractor reads the head of the page, the title stands first, and menus between it and the headline. A title
#: that is the headline word for word may be the headline: then one of so many lines below speaks of furniture.
OPENS = 5

#: Who wrote a text and when, with the name or the date on the same line.
_BYLINE = late(
    r"^\W*(?:tác giả|(?:đăng|viết) bởi|người viết|ngày đăng|đăng ngày|posted (?:by|on))\b\W*\w", re.IGNORECASE
)

#: The headline stands in so many lines above the text; marks, and dates and counters that stay, may stand between.
ABOVE = 4
_BETWEEN = [SHAPES.index(name) for name in ("clock", "date", "count", "number")]
DATED = 45


def repeated_title(page: Page, log_odds: Floats, threshold: float) -> Bools:
    """The first line of a page, and the headline that repeats it, whole or without the name of the site.

    Extractors that read the head of a page put its title there. The name of the site, which menus repeat, is none.
    On 560 annotated pages 36 lines of content, of which twelve would go, and 29 of furniture: the title in breadcrumbs.

    >>> from vntextclean.filters.boilerplate.reading.page import read
    >>> page = read("Bảng giá vé xe khách - Bến xe Sa Hạ\\nTrang chủ\\nBảng giá vé xe khách\\nVé lượt: 12.000 đồng")
    >>> repeated_title(page, np.zeros(4, np.float32), 1.6).tolist()
    [True, False, True, False]
    """
    out = np.zeros(len(page), bool)
    if _SITE.search(page.texts[0]):
        return out
    titles = {title for title in titles_of(page) if title.count(" ") >= TITLE_WORDS - 1}
    found = [index for index in repeats_of(page, titles) if index]
    if page.hints[0]:
        found = [index for index in found if (log_odds[index + 1 : index + 1 + BELOW] < threshold).any()]
    if found:
        out[found] = True
        out[0] = True
    return out


def above_headline(page: Page, blocks: PageBlocks, log_odds: Floats, threshold: float) -> Bools:
    """The lines between the title of a page, which its first line is, and the headline that repeats it.

    Of 560 annotated pages 21 have such a title. All 534 lines there are furniture, of which 79 would stay: menus of
    shops and lessons whose words no other site has. What begins as the title does, as a longer headline, is left alone.

    >>> from vntextclean.filters.boilerplate.reading.blocks import blocks_of
    >>> from vntextclean.filters.boilerplate.reading.page import read
    >>> text = "Bảng giá vé xe khách - Bến xe Sa Hạ\\nTuyến huyện\\nTuyến tỉnh\\nBảng giá vé xe khách\\nVé lượt: "
    >>> page = read(text + "9.000 đồng")
    >>> above_headline(page, blocks_of(page), np.zeros(5, np.float32), 1.6).tolist()
    [False, True, True, False, False]
    """
    out = np.zeros(len(page), bool)
    if _SITE.search(page.texts[0]):
        return out
    titles = {title for title in titles_of(page) if title.count(" ") >= TITLE_WORDS - 1}
    headline = next((index for index in repeats_of(page, titles) if index), 0)
    if headline:
        opens = slice(1, 1 + OPENS)
        parted = page.texts[0].strip().lower() != page.texts[headline].strip().lower()
        menu = bool((page.hints[opens] & (log_odds[opens] >= threshold)).any())
        between = slice(1, headline)
        if (parted or menu) and not (blocks.prose[between] & (log_odds[between] < 0)).any():
            opening = " ".join(page.texts[headline].lower().split()[: TITLE_WORDS - 1])
            out[between] = [not text.lower().startswith(opening) for text in page.texts[between]]
    return out


def quoted_title(page: Page, blocks: PageBlocks) -> Bools:
    """The headline that the foot of the page names, and a line as long as prose right below it.

    >>> from vntextclean.filters.boilerplate.reading.blocks import blocks_of
    >>> from vntextclean.filters.boilerplate.reading.page import read
    >>> page = read(
    ...     "Đồ họa\\nBản đồ các bến đò ngang\\nBạn đang đọc bài viết Bản đồ các bến đò ngang tại chuyên mục Đồ họa"
    ... )
    >>> quoted_title(page, blocks_of(page)).tolist()
    [False, True, False]
    """
    out = np.zeros(len(page), bool)
    found = [_QUOTED.search(page.texts[row]) for row in lines_that_open(page, QUOTE)]
    titles = {each[1].strip(" \"'“”:").lower() for each in found if each}
    if titles:
        for index in repeats_of(page, titles):
            out[index] = True
            below = next((row for row in range(index + 1, len(page)) if not page.bare[row]), index)
            out[below] |= blocks.length[below] >= PROSE
    return out


def over_byline(page: Page, log_odds: Floats, threshold: float) -> Bools:
    """The line right above "Tác giả: …" or "Đăng bởi …" that stays, of however few words: poems have short titles.

    On 560 annotated pages 72 lines of content and 13 of furniture, all of which stay anyway.

    >>> from vntextclean.filters.boilerplate.reading.page import read
    >>> page = read("Thơ\\nBến cũ\\nTác giả: Lường Hạ\\nChiều qua bến cũ")
    >>> over_byline(page, np.array([2.0, 2.0, 0.0, -3.0], np.float32), 1.6).tolist()
    [False, True, False, False]
    """
    out = np.zeros(len(page), bool)
    for index in lines_that_open(page, BYLINE):
        above = index - 1
        if index and log_odds[index] < threshold and not (page.bare[above] or page.hints[above]):
            out[above] = bool(_BYLINE.match(page.texts[index]))
    return out


def line_above(page: Page, blocks: PageBlocks, log_odds: Floats, threshold: float) -> Bools:
    """The line of four words and more right above the first prose that stays, if it would go.

    Its words may be an entry of a menu, and none of other furniture ("Xem thêm các bài").

    On 560 annotated pages that is one line of content and four of furniture.

    >>> from vntextclean.filters.boilerplate.reading.blocks import blocks_of
    >>> from vntextclean.filters.boilerplate.reading.page import read
    >>> text = "Đò cũ, bến mới của xóm\\n12/3/2019\\nNăm ấy nước lớn, cả xóm phải dời lên gò, và con đò của bà Tư cũng "
    >>> page = read(text + "được kéo theo về bến mới ở đầu đình.")
    >>> line_above(page, blocks_of(page), np.array([2.0, 0.0, -3.0], np.float32), 1.6).tolist()
    [True, False, False]
    """
    out = np.zeros(len(page), bool)
    goes = log_odds >= threshold
    stays = (blocks.prose & (log_odds < 0)).nonzero()[0]
    first = int(stays[0]) if len(stays) else 0
    for index in range(first - 1, max(first - 1 - ABOVE, -1), -1):
        if page.bare[index] or (page.shape[index] in _BETWEEN and page.length[index] < DATED and not goes[index]):
            continue
        words = page.words.per_line[index]
        kind = kind_of(page, index)
        named = page.form[index] < 0 and kind in (-1, NUMBER["menu"])
        out[index] = goes[index] and named and words >= TITLE_WORDS and not blocks.prose[index]
        break
    return out


def marked_title(page: Page) -> Bools:
    """The only heading of the first rank in Markdown, of so many words and none of furniture.

    On 560 annotated pages 16 lines of content, and one of furniture, the name of a museum.

    >>> from vntextclean.filters.boilerplate.reading.page import read
    >>> marked_title(read("* Liên hệ\\n# Lịch cắt cỏ ven đê\\n## Tổ một\\n6h00")).nonzero()[0].tolist()
    [1]
    """
    out = np.zeros(len(page), bool)
    if "# " in page.leads:
        first = ((page.which == page.leads.index("# ")) & (page.words.per_line > 0)).nonzero()[0]
        if len(first) == 1 and page.words.per_line[first[0]] >= MARKED_WORDS and not page.hints[first[0]]:
            out[first] = True
    return out
