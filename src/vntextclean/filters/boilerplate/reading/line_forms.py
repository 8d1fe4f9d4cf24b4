"""Lines that are furniture on any page, by their form alone, and the words for the reasons.

A pattern stands here only if a whole line of that form is no sentence, heading, caption or table row anywhere; all else
is left to the classifier, which sees the neighbours. Patterns see the line in lower case, without white space around.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from vntextclean.filters.boilerplate.text.lexicon import KINDS

if TYPE_CHECKING:
    from vntextclean.filters.boilerplate.reading.page import Page

NUMBER = {kind.code: number for number, kind in enumerate(KINDS)}

_SOCIAL = (
    r"facebook|fb|twitter(?: / x)?|zalo|linkedin|pinterest|whatsapp|telegram|messenger|reddit|tumblr|viber|google ?\+"
    r"|email|e-mail|mail|gmail|print|in|share|share via email|chia sẻ|copy link|sao chép liên kết|youtube|instagram"
    r"|tiktok"
)
#: What is pressed, and no sentence is made of: three of them and more on one line are a bar of buttons.
_BUTTON = r"in bài viết|in trang|gửi bài viết|gửi email|lưu bài viết|thích|trả lời|trích dẫn|cảm ơn|báo xấu"
_FIELD = (
    r"họ (?:và )?tên|tên|tên của bạn|email|e-mail|thư điện tử|tiêu đề|nội dung|bình luận"
    r"|mã (?:kiểm tra|xác nhận|bảo mật)"
    r"|số điện thoại|điện thoại|địa chỉ|năm sinh|captcha|website|trang web"
)

#: (kind, a pattern for the whole line). The kinds are those of the lexicon.
PATTERNS: tuple[tuple[str, str], ...] = (
    ("counter", r"(?:số )?(?:lượt|lần) (?:xem|đọc|truy cập)(?: bài viết| tin)?\s*[:=]?\s*\d[\d.,\s]*(?:lượt|lần)?"),
    (
        "counter",
        r"[•*+\-\s]*(?:đang (?:online|truy cập|trực tuyến)|hôm (?:nay|qua)|trong (?:tuần|tháng|năm)"
        r"|tổng (?:số )?(?:lượt )?truy cập)\s*:\s*\d[\d.,\s]*",
    ),
    (
        "counter",
        r"[•*+\-\s]*(?:đang (?:online|truy cập|trực tuyến)|hôm (?:nay|qua)"
        r"|(?:trong )?(?:tuần|tháng|năm)(?: này| trước)?|tổng (?:số )?(?:lượt )?truy cập"
        r"|tất cả)\s+\d{1,3}(?:[.,]\d{3})+",
    ),
    ("counter", r"(?:.{0,40}\|\s*)?view count:\s*\d[\d.,]*"),
    ("counter", r"(?:thông tin tra cứu)?\s*thống kê (?:truy cập|website|lượt truy cập)"),
    (  # © alone is what a bullet was read as, on paper: a year, a host or rights make it an imprint
        "imprint",
        r"(?:©(?=\s*(?:copyright|bản quyền)|.{0,120}(?:\b(?:19|20)\d\d\b|reserved|\.(?:vn|com|net|org)\b))|\(c\) \d{4}"
        r"|copyright\s*(?:©|\(c\)|\d{4}|by\b)|bản quyền\s*(?:©|\d{4})).{0,200}",
    ),
    ("imprint", r".{0,120}\ball rights reserved\b.{0,160}"),
    (
        "imprint",
        r"(?:\W*|.{0,80}(?:©|\b(?:19|20)\d\d\b).{0,60})(?:tất cả (?:các )?|mọi )quyền (?:đều )?được bảo lưu\W*"
        r"(?:(?:trang (?:web|tin) |website |web )?(?:được )?thiết\b.{0,60})?",
    ),
    ("imprint", r"(?:powered by|designed by|developed by|thiết kế bởi|phát triển bởi)\b.{1,60}"),
    ("imprint", r"giấy phép (?:số|hoạt động|thiết lập)\b.{0,60}/gp-.{0,80}"),
    ("form", r"(?:[•*\-\s]*(?:no image|no title)[\s.]*)+"),
    ("form", rf"(?:{_FIELD})\s*:?\s*(?:\(\*\)|\*|no image|\(bắt buộc\))\s*:?"),
    ("form", r"(?:#+ )?để lại (?:một )?(?:bình luận|phản hồi|câu trả lời)\s*(?:hủy|huỷ)?"),
    ("form", r"email của bạn sẽ không được hiển thị công khai\..{0,80}"),
    ("form", r"các trường bắt buộc được đánh dấu.{0,4}"),
    ("form", r"lưu tên của tôi, email,? và trang web trong trình duyệt này.{0,60}"),
    (
        "form",
        r"(?:gửi bình luận|gửi phản hồi|viết bình luận|post comment|leave a (?:comment|reply)|quên mật khẩu\??"
        r"|refresh captcha|ghi nhớ đăng nhập|bạn cần đăng nhập để (?:bình luận|trả lời).{0,30})",
    ),
    ("form", r"-+ ?chọn .{1,40} ?-+"),
    ("pager", r"[«‹<]*\s*(?:\d{1,4}[\s|,]+){3,}(?:\.\.\.|…|»|›|>|trang|sau|cuối|tiếp|next|\s|\d{1,4}|\|)+"),
    ("pager", r"(?:trang|page)\s*\d{1,4}\s*(?:/|of|trên)\s*\d{1,4}"),
    ("share", rf"(?:chia sẻ|share)\s*:?\s*(?:\W*\b(?:{_SOCIAL})\b\W*)*"),
    ("share", rf"(?:\W*\b(?:{_SOCIAL}|{_BUTTON})\b\W*){{3,}}"),
    ("share", rf"cỡ chữ\s*:?(?:\W*\b(?:a|{_BUTTON})\b\W*)*"),
    ("pager", r"\W*bài trước\W+bài (?:sau|tiếp theo)\W*"),
    (
        "share",
        r"copy link thành công|sao chép liên kết|copy link|in bài viết"
        r"|(?:nhấn|nhấp|bấm) .{0,14}chia sẻ (?:trên|lên) .{1,60}",
    ),
    ("menu", r"[•*>|\s]*(?:1\.\s*)?(?:trang chủ|trang nhất|home)\s*(?:[›»>/|→].{0,160})?"),
    (
        "menu",
        r"skip to (?:main )?content|toggle navigation"
        r"|(?:chuyển|đi) (?:đến|tới) nội dung(?: chính)?"
        r"|bỏ qua nội dung|truy cập nội dung luôn"
        r"|[|\s]*(?:lên|về) đầu trang[|\s]*(?:đăng nhập[|\s]*)?|back to top",
    ),
    ("menu", r"\W*(?:quay|trở) (?:về|lại) trang (?:chủ|nhất)\W*"),
    ("menu", r"(?:##* )?\[?\s*sửa\s*\|\s*sửa mã nguồn\s*\]?"),
    ("menu", r"(?:chỉnh )?sửa trang này(?: trên github)?|edit this page(?: on github)?"),
    ("form", r"(?:(?:trang|bài viết) này có (?:hữu ích|giúp ích)(?: cho bạn)? không|was this page helpful) ?\??"),
    ("imprint", r"trang này được sửa đổi (?:lần cuối|gần đây nhất)\b.{5,60}\d{4}\.?"),
    ("related", r"[>»#*\-\s]*(?:xem thêm|đọc tiếp|đọc thêm|xem chi tiết|xem tất cả|xem tiếp|read more)\s*[.:>»…*]*"),
    (
        "related",
        r"[>»#*\s]*(?:tin|bài|bài viết|tin bài|tin tức|các tin|các bài|các bài viết) (?:liên quan"
        r"|cùng chuyên mục|cùng chủ đề|cùng danh mục|đọc nhiều|xem nhiều|xem nhiều nhất"
        r"|đọc nhiều nhất|đã đưa)\s*[:*]*",
    ),
    (
        "related",
        r"[>»#*\s]*(?:(?:các|những) (?:tin|bài|bài viết) (?:khác|mới hơn|cũ hơn|cũ|mới)(?: cùng chuyên mục)?"
        r"|(?:có thể )?bạn (?:có thể )?(?:quan tâm|thích)|bài viết mới(?: nhất)?)\s*[:*]*",
    ),
    ("related", r">>+\s*(?:xem thêm|đọc thêm|xem tiếp|xem ngay|đọc tiếp|tin liên quan)\s*:?\s.{3,160}"),
    ("shop", r"(?:số lượng\W*)?thêm vào giỏ(?: hàng)?(?:\W*\b(?:mua ngay|yêu thích|so sánh|đặt hàng)\b\W*)+"),
    ("shop", r"thêm vào giỏ(?: hàng)?|mua ngay|add to cart|buy now|đặt hàng ngay"),
    (
        "forum",
        r"view public profile|(?:find (?:all|more) posts by|send a private message to) .{1,40}"
        r"|add .{1,40} to your contacts|join date:? .{3,12}|mark forums? read|go to page\W*"
        r"|originally posted by.{0,40}",
    ),
)

#: No pattern reaches further.
LONGEST = 300

#: Lines of so few characters are mostly entries of menus, which are the same on many pages; so many are remembered.
SHORT, KEPT = 40, 4096


#: What a pattern holds that anything may stand before: such a pattern is tried at each place of a line, and only where
#: the line holds that.
_ANYWHERE = ("view count:", "all rights reserved", "được bảo lưu")


_KINDS = {f"p{index}": NUMBER[kind] for index, (kind, _) in enumerate(PATTERNS)}


@cache
def _form(*, anywhere: bool) -> re.Pattern[str]:
    """The patterns as one with a group for each, those that anything may stand before only where they are asked for.

    It is compiled when the first line is tried, which takes some 10 ms.
    """
    # The group that tells which stands at the end: a pattern that begins with a letter is passed over at once where
    # the line begins with another.
    every = [f"(?:{each})(?P<p{index}>)" for index, (_, each) in enumerate(PATTERNS)]
    return re.compile("|".join(each for each in every if anywhere or not any(piece in each for piece in _ANYWHERE)))


def kind_by_form(line: str) -> int:
    """The kind a line is by its form alone, -1 if it is none.

    >>> [kind_by_form(line) >= 0 for line in ("Lượt xem: 443", "Lượt xem tăng nhanh.", "Trang 2/5")]
    [True, False, True]
    """
    if len(line) <= SHORT:
        return _kind_of_short(line)
    return -1 if len(line) > LONGEST else _kind_of(line.strip().lower())


@lru_cache(KEPT)
def _kind_of_short(line: str) -> int:
    return _kind_of(line.strip().lower())


def _kind_of(low: str) -> int:
    """The kind that a line in small letters is by its form alone, -1 if it is none."""
    first, second, third = _ANYWHERE
    found = _form(anywhere=first in low or second in low or third in low).fullmatch(low)
    return -1 if found is None else _KINDS[found.lastgroup or ""]


def certain(page: Page) -> dict[int, int]:
    """The lines of a page that are furniture by their form: line -> number of the kind."""
    return {index: kind for index, kind in enumerate(page.form.tolist()) if kind >= 0}


def kind_of(page: Page, line: int) -> int:
    """The kind that one line's form or phrases point to, -1 where they point to none."""
    kinds = (int(of_lines[line]) for of_lines in (page.form, page.whole, page.start))
    return next((kind for kind in kinds if kind >= 0), int(page.within[line]))
