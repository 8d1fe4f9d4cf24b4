# ruff: noqa: E501 -- lists of phrases read better on one line than on ten
# fmt: off
"""Pages made up for training: furniture written here around texts of the corpus.

The annotated pages are few, and a classifier trained on them learns their sites. These pages have what all sites have:
menus of short phrases, boxes of other articles, forms, counters, imprints, in any order, any case and any bullet, around
articles, lists of articles, forms of government offices, goods, threads and verse. The phrases between quotes were
written for this purpose; everything else comes from the corpus by chance.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from vntextclean.boilerplate.lexicon import KINDS

CONTENT, FURNITURE, EITHER = 0, 1, -1
Lines = list[tuple[str, int]]

_NAME = re.compile(r"(?:[A-ZĐÂÊÔƠƯĂÁÀẢÃẠ][^\W\d_]{1,6} ){1,3}[A-ZĐÂÊÔƠƯĂÁÀẢÃẠ][^\W\d_]{1,6}")
LEXICON = {kind.code: [phrase for phrase in kind.whole.split("|") if len(phrase) > 2] for kind in KINDS}
STARTS = {kind.code: [phrase for phrase in kind.start.split("|") if phrase] for kind in KINDS}


class Sources(NamedTuple):
    """What pages are filled with: stretches of paragraphs, (headline, teaser) pairs, and names of people and places."""

    stretches: list[list[str]]
    news: list[tuple[str, str]]
    names: list[str]


def headlines(path: str, chance: random.Random, count: int = 4000) -> list[tuple[str, str]]:
    """Pairs of a headline and its teaser from a file that has them in turn."""
    pairs = []
    size = Path(path).stat().st_size
    with Path(path).open("rb") as file:
        for _ in range(count // 40):
            file.seek(chance.randrange(max(size - 40_000, 1)))
            file.readline()
            lines = [file.readline().decode("utf-8", "ignore").strip() for _ in range(81)]
            pairs += [(a, b) for a, b in pairwise(lines)
                      if 20 < len(a) < 120 and a[-1:] not in ".,;" and len(b) > 90 and len(b) > len(a)]
    return pairs


def sources(stretches: list[list[str]], news: list[tuple[str, str]], chance: random.Random) -> Sources:
    names = [name for lines in chance.sample(stretches, min(200, len(stretches))) for line in lines[:10]
             for name in _NAME.findall(line)]
    return Sources(stretches, news, names or ["Nguyễn Văn An"])


class Maker:
    """Makes one page after another; each choice is the random generator's."""

    def __init__(self, found: Sources, chance: random.Random) -> None:
        self.found = found
        self.chance = chance

    # -- small things ----------------------------------------------------------------------------------------------

    def one(self, *options: str) -> str:
        return self.chance.choice(options)

    def maybe(self, share: float) -> bool:
        return self.chance.random() < share

    def number(self, low: int = 1, high: int = 9) -> int:
        return self.chance.randint(low, high)

    def title(self) -> str:
        return self.chance.choice(self.found.news)[0]

    def paragraphs(self, low: int, high: int) -> list[str]:
        stretch = self.chance.choice(self.found.stretches)
        at = self.chance.randrange(max(len(stretch) - low, 1))
        lines = stretch[at : at + self.number(low, high)]
        if self.maybe(0.5):  # sentences joined into longer paragraphs
            lines = [" ".join(lines[i : i + 3]) for i in range(0, len(lines), 3)]
        return lines or [self.title()]

    def phrase(self, low: int = 1, high: int = 5) -> str:
        """A few words from somewhere, as menus name their entries."""
        if self.maybe(0.2):
            return self.chance.choice(self.found.names)
        words = re.findall(r"[^\W_]+", self.chance.choice(self.found.news)[self.number(0, 1)])
        size = self.number(low, high)
        at = self.chance.randrange(max(len(words) - size, 1))
        text = " ".join(words[at : at + size]) or "Tin"
        return text[0].upper() + text[1:]

    def known(self, *codes: str) -> str:
        text = self.chance.choice(LEXICON[self.chance.choice(codes)])
        return text[0].upper() + text[1:]

    def cased(self) -> Callable[[str], str]:
        return self.chance.choice([str, str, str, str.upper, str.title, str.lower])

    def date(self) -> str:
        d, m, y, h, s = self.number(1, 28), self.number(1, 12), self.number(2008, 2025), self.number(0, 23), self.number(0, 59)
        return self.one(f"{d:02}/{m:02}/{y}", f"{d}/{m}/{y} {h:02}:{s:02}", f"{h:02}:{s:02} {d:02}-{m:02}-{y}",
                        f"Thứ {self.one('hai', 'ba', 'tư', 'năm', 'sáu', 'bảy')}, {d}/{m}/{y}", f"{d:02}.{m:02}.{y}",
                        f"{d} Tháng {m}, {y}", f"{h}:{s:02} | {d:02}/{m:02}/{y}", f"{y}-{m:02}-{d:02}", f"{self.number()} giờ trước")

    def count(self) -> str:
        n = int(10 ** (self.chance.random() * 6.5))
        return self.one(str(n), f"{n:,}", f"{n:,}".replace(",", "."), f"{n // 1000}K" if n > 999 else str(n))

    def phone(self) -> str:
        d = "".join(str(self.number(0, 9)) for _ in range(9))
        return self.one(f"0{d}", f"0{d[:3]}.{d[3:6]}.{d[6:]}", f"(0{d[:2]}) {d[2:]}", f"0{d[:3]} {d[3:6]} {d[6:]}", f"1900 {d[:4]}", f"+84 {d}")

    def site(self) -> str:
        return self.one("tin", "bao", "thpt", "cty", "shop", "blog", "so") + self.one("ngaymoi", "hoabinh", "xanh", "vietsao", "minhan", "phuloc") + self.one(".vn", ".com", ".gov.vn", ".edu.vn", ".com.vn", ".net")

    def organisation(self) -> str:
        head = self.one("Công ty TNHH", "Công ty Cổ phần", "Sở Nội vụ tỉnh", "UBND xã", "Trường THPT", "Báo", "Bệnh viện", "Phòng Giáo dục", "Ủy ban nhân dân huyện", "Trung tâm", "Hội Nông dân tỉnh", "Cục")
        return f"{head} {self.chance.choice(self.found.names)}"

    def address(self) -> str:
        return f"{self.one('Số ', '', 'Lô ', 'Tầng ')}{self.number(1, 300)} {self.one('đường', 'phố', 'ngõ', '')} {self.chance.choice(self.found.names)}, {self.one('phường', 'quận', 'huyện', 'TP')} {self.chance.choice(self.found.names)}"

    # -- furniture -------------------------------------------------------------------------------------------------

    def menu(self) -> Lines:
        size = self.number(3, 28)
        own = self.chance.random()
        items = [self.known("menu", "menu", "related", "shop") if self.chance.random() < own else self.phrase()
                 for _ in range(size)]
        if self.maybe(0.6):
            items.insert(0, self.one("Trang chủ", "Trang nhất", "Home", "TRANG CHỦ", "Menu", "Giới thiệu"))
        case, mark = self.cased(), self.one("", "", "", "  * ", "* ", "- ", "• ", " ", "+ ", "    * ")
        items = [case(item) for item in items]
        if self.maybe(0.15):
            return [(self.one(" ", " | ", "  ", " - ", " » ").join(items), FURNITURE)]
        tail = self.one("", "", "", " ", "|", " +")
        if self.maybe(0.3):  # a catalogue: entries that begin alike, in one or two levels
            heads = self.chance.sample(["Trung tâm", "Khoa", "Phòng", "Viện", "Tài liệu", "Soạn bài", "Bài", "Tuần", "Lớp", "Xã", "Huyện", "Sở", "Dịch vụ", "Máy", "Bệnh", "Gói", "Khóa học", "Đề thi", "Văn mẫu", "Tin", "Góc", "Chuyên mục", "Toán", "Tỉnh", "Quận", "Vận chuyển", "Thiết kế", "Sách", "Hỏi đáp"], self.number(1, 4))
            items = [(f"{self.chance.choice(heads)} {self.phrase(1, 7) if self.maybe(0.8) else self.number(1, 40)}" if self.maybe(0.75) else item) for item in items]
            if self.maybe(0.25):  # entries as long as headlines
                items = [f"{item} {self.phrase(3, 9).lower()}" for item in items]
            if self.maybe(0.4):
                mark, deep = self.one("  * ", "", "* ", "- "), self.one("    *  ", "    ", "  ", "  - ")
                return [((mark if index % 4 == 0 else deep) + item, FURNITURE) for index, item in enumerate(items)]
        if self.maybe(0.15):  # a catalogue of codes: the same word in every entry
            word = self.phrase(1, 1)
            items = [f"{self.one('Gói', 'Mẫu', 'Lớp', 'Phòng', word)} {self.number(1, 99)}{self.one('', 'A', 'K', 'GB')} {word}" for _ in items]
        return [(mark + item + tail, FURNITURE) for item in items]

    def crumbs(self) -> Lines:
        steps = [self.one("Trang chủ", "Home", "Trang nhất"), *(self.phrase() for _ in range(self.number(1, 3)))]
        if self.maybe(0.5):
            return [(self.one(" › ", " » ", " > ", " / ", "/").join(steps), FURNITURE)]
        mark = self.one("", "  * > ", "", "/ ", "» ")
        return [(mark + step, FURNITURE) for step in steps]

    def account(self) -> Lines:
        items = self.chance.sample(["Đăng nhập", "Đăng ký", "Tìm kiếm", "Quên mật khẩu?", "English", "Tiếng Việt", "Giỏ hàng (0)", "Hotline: " + self.phone(), self.phone(), "Liên hệ quảng cáo", self.date(), "Tất cả chuyên mục", "Đóng", "×", "Skip to content", "Toggle navigation", "Thông báo", "Xin chào,", "Tài khoản", "0", "☰", "RSS"], self.number(1, 7))
        return [(item, FURNITURE) for item in items]

    def share(self) -> Lines:
        items = [self.known("share") for _ in range(self.number(2, 7))]
        if self.maybe(0.3):
            return [(self.one("Chia sẻ: ", "", "Share ") + " ".join(items), FURNITURE)]
        return [(self.one("", "", "  * ") + item, FURNITURE) for item in [self.one("Chia sẻ", "Chia sẻ bài viết", "0", "Bình luận", "Lưu tin", "Cỡ chữ"), *items]]

    def tags(self) -> Lines:
        items = [self.phrase().lower() if self.maybe(0.5) else self.phrase() for _ in range(self.number(2, 8))]
        head = self.one("Tags:", "Từ khóa:", "Tag:", "Chủ đề:", "Tags", "Thẻ:")
        if self.maybe(0.5):
            return [(head + " " + self.one(", ", " ", " # ").join(items), FURNITURE)]
        return [(line, FURNITURE) for line in [head, *items]]

    def others(self) -> Lines:
        """A box of other articles: headlines with what is around them."""
        out: Lines = []
        if self.maybe(0.85):
            head = self.known("related") if self.maybe(0.7) else self.phrase(2, 4)
            out.append((self.one("", "", "", "## ", "### ", "**") + self.cased()(head) + self.one("", "", ":", " »"), FURNITURE))
        mark = self.one("", "", "", "  * ", "- ", "• ", "» ", ">> ", "### ", "+ ")
        teasers, dates, more, numbered = self.maybe(0.35), self.chance.random() * 1.6 - 0.8, self.maybe(0.15), self.maybe(0.1)
        where = self.number(0, 2)
        for index in range(self.number(2, 11)):
            title, teaser = self.chance.choice(self.found.news)
            date = self.date() if dates > 0.2 else ""
            if date and where == 0:
                out.append((date, FURNITURE))
            suffix = f" ({date})" if date and where == 1 else ""
            out.append((mark + (f"{index + 1} " if numbered else "") + title + suffix, FURNITURE))
            if date and where == 2:
                out.append((date + self.one("", f" | {self.count()} lượt xem", f" - {self.phrase(1, 2)}"), FURNITURE))
            if teasers and (index == 0 or self.maybe(0.6)):
                out.append((teaser[: self.number(80, 250)] + self.one("", "...", ""), FURNITURE))
            if self.maybe(0.05):
                out.append((self.phrase(1, 3), FURNITURE))
            if more:
                out.append((self.one("Xem thêm", "Chi tiết", "Đọc tiếp", "Xem chi tiết"), FURNITURE))
        if self.maybe(0.2):
            out.append((self.one("Xem tất cả", "Xem thêm", ">> Xem thêm", "Xem thêm »"), FURNITURE))
        return out

    def messages(self) -> Lines:
        """What the page would say to who clicks: confirmations, refusals, errors."""
        thing = self.phrase(1, 3).lower()
        rows = self.chance.sample(["Đã có lỗi xảy ra, vui lòng thử lại sau", f"Gửi {thing} thành công", f"Gửi {thing} không thành công", f"Không tìm thấy {thing} bạn cần. Vui lòng thử lại.", "Vui lòng nhập đúng địa chỉ email", "Hai mật khẩu không khớp nhau.", "Cảm ơn bạn đã đăng ký nhận tin!", f"Bạn đã thích {thing} này", "Phiên làm việc đã hết hạn", "Đang tải dữ liệu", f"Bạn có chắc muốn xóa {thing}?", f"Tặng {thing}", "Nạp thêm", f"Số {thing} không đủ.", "Hoàn thành", "Đồng ý", "Hủy bỏ", "Đóng", "Thử lại", "Lỗi", "Thông báo", "Quay lại", "0", "x1", "x5", "(", ")", "*", "Chọn ảnh", "Content not available", "Please try again", "Continue", f"Hãy là người đầu tiên {thing}", f"Chuyển {thing} cho thành viên", "Chức năng đang được hoàn thiện."], self.number(3, 9))
        return [(row, FURNITURE) for row in rows]

    def offices(self) -> Lines:
        """A list of things with who is in charge of each, often given twice."""
        rows = [piece for _ in range(self.number(3, 12)) for piece in (self.title() if self.maybe(0.6) else self.phrase(4, 12), self.organisation() if self.maybe(0.5) else self.phrase(2, 4))]
        head = [self.one("Tìm kiếm nhiều nhất", "Dịch vụ nổi bật", "Được quan tâm", "Thông báo", "thông báo", "Nổi bật")]
        return [(row, FURNITURE) for row in (head + rows) * self.number(1, 2)]

    def categories(self) -> Lines:
        rows = [self.one("Thể loại:", "Thể loại ẩn:", "Cổng thông tin:", "Nhãn:", "Chuyên mục:"), *("  * " + self.phrase(1, 6) for _ in range(self.number(1, 8)))]
        return [(row, FURNITURE) for row in rows]

    def comments(self) -> Lines:
        head = [self.one("Bình luận", "Để lại một bình luận", "Gửi bình luận", "Ý kiến bạn đọc", "Bình luận (0)", "0 bình luận"), *self.chance.sample(["Hủy", "Email của bạn sẽ không được hiển thị công khai.", "Các trường bắt buộc được đánh dấu", "Bạn cần đăng nhập để thực hiện chức năng này!", "Hãy là người đầu tiên bình luận", "Tối đa 1000 ký tự", "Mới nhất", "Quan tâm nhất", "Chưa có bình luận nào"], self.number(0, 3))]
        star = self.one("", " *", " (*)", ":", ": (*)", " no image")
        fields = self.chance.sample(["Họ tên", "Tên", "Email", "Điện thoại", "Số điện thoại", "Nội dung", "Tiêu đề", "Mã xác nhận", "Địa chỉ", "Trang web", "Bình luận"], self.number(0, 6))
        tail = self.chance.sample(["Gửi", "Gửi bình luận", "Gửi đi", "Lưu tên của tôi, email, và trang web trong trình duyệt này cho lần bình luận kế tiếp của tôi.", "Nhập lại", "Xem thêm bình luận", "Hoàn thành"], self.number(0, 2))
        split = star == " *" and self.maybe(0.4)
        rows = [piece for field in fields for piece in ((field, "*") if split else (field + star,))]
        return [(line, FURNITURE) for line in [*head, *rows, *tail]]

    def counters(self) -> Lines:
        names = self.chance.sample(["Đang online", "Đang truy cập", "Hôm nay", "Hôm qua", "Trong tuần", "Trong tháng", "Tuần này", "Tháng này", "Tháng trước", "Tổng cộng", "Tổng lượt truy cập", "Tất cả", "Khách", "Thành viên", "Năm nay"], self.number(2, 6))
        head = [self.one("Thống kê", "Thống kê truy cập", "THỐNG KÊ TRUY CẬP", "Lượt truy cập", "Thống kê website")] if self.maybe(0.8) else []
        apart, mark = self.maybe(0.35), self.one("", "  • ", "- ", "* ")
        rows = [piece for name in names for piece in ((name, self.count()) if apart else (f"{mark}{name}: {self.count()}",))]
        return [(line, FURNITURE) for line in [*head, *rows]]

    def pager(self) -> Lines:
        last, kind = self.number(3, 25), self.number(0, 3)
        numbers = [str(n) for n in range(1, last)]
        if kind == 0:
            return [(" ".join(numbers[:9]) + self.one(" ...", " »", " Trang cuối", ""), FURNITURE)]
        ends = self.chance.sample(["Trước", "Sau", "Tiếp", "«", "»", "…", "Trang cuối", "Next", "Prev", "Đầu", "Cuối", "Trang"], self.number(0, 3))
        return [(line, FURNITURE) for line in [*ends[:1], *numbers, *ends[1:]]]

    def sidebar(self) -> Lines:
        kind = self.number(0, 7)
        head, rows = "", []
        if kind == 0:
            head, rows = self.one("Liên kết website", "LIÊN KẾT WEB", "Website liên kết", "Đối tác"), [self.organisation() if self.maybe(0.7) else self.phrase(2, 6) for _ in range(self.number(3, 12))]
        elif kind == 1:
            head, rows = self.one("Thăm dò ý kiến", "Bình chọn", "THĂM DÒ Ý KIẾN"), ["Bạn thấy giao diện mới thế nào?", "Rất tốt", *(self.chance.choice([["Rất tốt", "Tốt", "Bình thường", "Xấu"], ["a.", "Rất đẹp", "b.", "Đẹp", "c.", "Chưa đẹp"], ["Hài lòng", "Chưa hài lòng"]])), "Biểu quyết", "Xem kết quả"]
        elif kind == 2:
            head, rows = self.one("Thời tiết", "Tỷ giá", "Giá vàng", "Chứng khoán"), [piece for _ in range(self.number(2, 6)) for piece in (self.chance.choice(self.found.names), self.count() + self.one("", "°C", "%"))]
        elif kind == 3:
            head, rows = self.one("Hỗ trợ trực tuyến", "Hotline", "HỖ TRỢ KHÁCH HÀNG", "Liên hệ"), [piece for _ in range(self.number(1, 4)) for piece in (self.one("Mr ", "Ms ", "Kinh doanh: ", "Kỹ thuật: ", "") + self.chance.choice(self.found.names), self.phone())]
        elif kind == 4:
            head, rows = self.one("Quảng cáo", "Fanpage", "Fanpage Facebook", "Đăng ký nhận tin"), self.chance.sample(["Quảng cáo 1", "Đăng ký", "Nhập email của bạn", "Nhận tin mới nhất mỗi ngày", "Theo dõi chúng tôi", "Đóng", "no image", "Gửi"], self.number(1, 4))
        elif kind == 5:
            head, rows = self.one("Danh mục sản phẩm", "Danh mục", "Chuyên mục", "Lĩnh vực", "Chọn lĩnh vực"), [self.phrase() for _ in range(self.number(3, 14))]
        elif kind == 6:
            head, rows = self.one("Video", "Video clip", "Thư viện ảnh", "Podcast", "Multimedia"), [self.title() if self.maybe(0.6) else self.phrase(3, 6) for _ in range(self.number(1, 6))]
        else:
            head, rows = self.one("Sản phẩm tương tự", "Sản phẩm bán chạy", "Sản phẩm nổi bật"), [piece for _ in range(self.number(2, 6)) for piece in (self.phrase(2, 6), f"{self.number(1, 990)}.000{self.one('đ', ' VNĐ', ' ₫')}", self.one("Mua ngay", "Thêm vào giỏ hàng", "Chi tiết", "-10%"))]
        return [(self.cased()(head), FURNITURE), *((row, FURNITURE) for row in rows)]

    def imprint(self) -> Lines:
        company, person, site = self.organisation(), self.chance.choice(self.found.names), self.site()
        rows = [company.upper() if self.maybe(0.5) else company, f"Địa chỉ: {self.address()}", f"Điện thoại: {self.phone()}", f"{self.one('Email', 'E-mail')}: {self.one('lienhe', 'info', 'toasoan')}@{site}", f"Hotline: {self.phone()}", f"Fax: {self.phone()}", f"Website: {site}", f"Tổng Biên tập: {person}", f"Chịu trách nhiệm nội dung: {person}", f"Giấy phép số {self.number(10, 900)}/GP-{self.one('BTTTT', 'TTĐT', 'STTTT')} do {self.one('Bộ Thông tin và Truyền thông', 'Sở TT&TT')} cấp ngày {self.date()}", f"Giấy ĐKKD số {self.number(10**8, 10**9)} do Sở KH&ĐT cấp", f"Cơ quan chủ quản: {self.organisation()}", f"© {self.number(2009, 2025)} {company}", f"Copyright © {self.number(2009, 2025)} {site}. All rights reserved.", f"Bản quyền thuộc về {company}.", f'Ghi rõ nguồn "{site}" khi phát hành lại thông tin từ website này.', f"Không sao chép khi chưa có sự đồng ý bằng văn bản của {company}.", f"Thiết kế bởi {self.phrase(1, 2)}", f"Powered by {self.phrase(1, 1)}", "Chính sách bảo mật", "Điều khoản sử dụng", "RSS", "Liên hệ quảng cáo", "Lên đầu trang", "Tòa soạn", "Về chúng tôi", f"MST: {self.number(10**9, 10**10)}", f"Phó Tổng Biên tập: {person}; {self.chance.choice(self.found.names)}", f"Trụ sở: {self.address()}", f"Đường dây nóng: {self.phone()}"]
        kept = [row for row in rows if self.maybe(0.4)] or rows[:4]
        if self.maybe(0.2):
            self.chance.shuffle(kept)
        if self.maybe(0.15):
            kept = [piece for row in kept for piece in (row.split(": ", 1) if ": " in row else [row])]
        return [(row, FURNITURE) for row in kept]

    def forum_chrome(self) -> Lines:
        return [(self.known("forum") if self.maybe(0.7) else self.phrase(1, 3), FURNITURE) for _ in range(self.number(4, 25))]

    def bio(self) -> Lines:
        name = self.chance.choice(self.found.names)
        return [(name, FURNITURE), (f"{name} là {self.one('biên tập viên', 'tác giả', 'chuyên gia nội dung', 'giáo viên')} của {self.site()} với {self.number(3, 15)} năm kinh nghiệm. {self.chance.choice(self.found.news)[1][:120]}", FURNITURE)]

    # -- bodies ----------------------------------------------------------------------------------------------------

    def article(self) -> Lines:
        title, lead = self.chance.choice(self.found.news)
        out: Lines = [(self.one("", "", "", "# ") + title, CONTENT)]
        if self.maybe(0.15):
            out.append((title, CONTENT))
        if self.maybe(0.5):
            out += [(piece, EITHER) for piece in self.chance.sample([self.date(), self.chance.choice(self.found.names), f"Ngày đăng: {self.date()}"], self.number(1, 2))]
        if self.maybe(0.3):
            out += self.share()
        if self.maybe(0.2):
            out.append((f"Lượt xem: {self.count()}", FURNITURE))
        if self.maybe(0.6):
            out.append((self.one("", "", "(Site) - ", "**") + lead, CONTENT))
        if self.maybe(0.15):
            out += self.others()[:4]
        kind, wiki = self.number(0, 9), self.maybe(0.06)
        for line in self.paragraphs(2, 24):
            words = line.split()
            if self.maybe(0.12):
                out.append((self.one("", "", "## ", "**", f"{self.number()}. ", "I. ", "== ") + " ".join(words[: self.number(2, 9)]).rstrip(".,:;"), CONTENT))
                if wiki:
                    out.append(("[sửa | sửa mã nguồn]", FURNITURE))
            if self.maybe(0.05):
                out.append((self.one("Ảnh: ", "Ảnh minh họa", "", "(Ảnh: ") + " ".join(words[: self.number(3, 20)]), CONTENT))
            if self.maybe(0.04):
                out += self.others()[: self.number(2, 5)] if self.maybe(0.5) else []
            if self.maybe(0.05):
                out += [(self.one("- ", "+ ", "• ", "") + " ".join(piece.split()[:14]), CONTENT) for piece in line.split(",") if piece.strip()]
            elif kind == 0 and len(words) > 14:
                at = self.number(4, len(words) - 6)
                end = at + self.number(1, 4)
                out += [(" ".join(piece), CONTENT) for piece in (words[:at], words[at:end], words[end:])]
            elif kind == 1 and self.maybe(0.5):
                out += [(f"“{' '.join(words[:6])},", CONTENT), (f"{' '.join(words[6:14])}”", CONTENT)]
            else:
                out.append((line, CONTENT))
        if self.maybe(0.4):
            out.append((self.one(self.chance.choice(self.found.names), f"Theo {self.phrase(1, 2)}", f"Nguồn: {self.site()}", f"{self.chance.choice(self.found.names)} (tổng hợp)"), EITHER))
        return out

    def index(self) -> Lines:
        """A page that lists articles: their titles and teasers are what it says."""
        out: Lines = [(self.phrase(2, 5), CONTENT)] if self.maybe(0.5) else []
        dates, more, views = self.maybe(0.6), self.maybe(0.4), self.maybe(0.2)
        for _ in range(self.number(4, 18)):
            title, teaser = self.chance.choice(self.found.news)
            out.append((title, CONTENT))
            if dates:
                date = self.date()
                out.append((f"Ngày đăng {date} | View count: {self.count()}", FURNITURE) if views else (self.one("", "Ngày đăng ") + date, EITHER))
            out.append((teaser[: self.number(90, 400)], CONTENT))
            if more:
                out.append((self.one("Xem thêm", "Chi tiết", "Đọc tiếp »", "Xem chi tiết"), FURNITURE))
        return out

    def table(self) -> Lines:
        """A form or a table one cell a line, as government offices and shops have them."""
        out: Lines = [(self.phrase(4, 9), CONTENT)]
        cells = ["Trực tiếp", "Trực tuyến", "Không có", "Không có thông tin", f"{self.number(2, 60)} ngày", "1 bản chính", "Có", "x", "Miễn phí", f"{self.number(10, 900)}.000 đồng", f"{self.number(1, 99)}%", "Cấp tỉnh", "Đạt"]
        glued = self.maybe(0.4)
        for _ in range(self.number(3, 22)):
            label = self.phrase(2, 5) if self.maybe(0.6) else self.one("Tên", "Mã số", "Thời hạn", "Lệ phí", "Đối tượng", "Cơ quan thực hiện", "Kết quả", "Số lượng", "Lĩnh vực", "Ngày ban hành", "Số hiệu", "Trích yếu", "Giá", "Màu sắc", "Xuất xứ", "Kích thước", "Khối lượng", "Bảo hành", "Địa chỉ nộp hồ sơ", "Loại", "Mức lương", "Yêu cầu", "Số tín chỉ", "Họ và tên", "Lớp", "Điểm")
            value = self.one(self.chance.choice(cells), self.phrase(2, 8), self.date(), f"{self.number(1, 900)}/{self.number(2005, 2025)}/QĐ-UBND", str(self.number(1, 5000)), f"{self.number(1, 9)}.{self.number(100, 999)}", self.title())
            out += [(f"{label}: {value}", CONTENT)] if glued else [(label, CONTENT), (value, CONTENT)]
        if self.maybe(0.5):  # rows whose cells say the same again
            same = [self.chance.choice(cells) for _ in range(self.number(1, 3))] + ([self.title()] if self.maybe(0.5) else [])
            out += [(head, CONTENT) for head in (self.phrase(1, 3) for _ in range(self.number(0, 4)))]
            for _ in range(self.number(2, 6)):
                out += [(cell, CONTENT) for cell in [self.one(self.phrase(1, 4), "Trực tiếp", "Trực tuyến", "Dịch vụ bưu chính", self.title(), f"Mau {self.number()}.docx"), *same]]
        if self.maybe(0.6):
            out += [(f"{n + 1}. {line}", CONTENT) for n, line in enumerate(self.paragraphs(1, 6))]
        return out

    def verse(self) -> Lines:
        words = re.findall(r"[^\W\d_]+", " ".join(self.paragraphs(4, 12)))
        out: Lines = [(self.phrase(2, 5), CONTENT)]
        width, mark = self.number(5, 8), self.one("", "", "_", "- ")
        for at in range(0, min(len(words), width * self.number(4, 40)), width):
            line = " ".join(words[at : at + width])
            out.append((mark + line[0].upper() + line[1:] + self.one("", "", ",", ".") + (mark if mark == "_" else ""), CONTENT))
        return [*out, (f"({self.chance.choice(self.found.names)})", CONTENT)]

    def notice(self) -> Lines:
        out: Lines = [(self.one("THÔNG BÁO", "TUYỂN DỤNG", "Công thức", "LỊCH THI ĐẤU", "KẾT QUẢ", self.title()), CONTENT)]
        for _ in range(self.number(2, 5)):
            out.append((self.one("1. ", "I. ", "* ", "", "") + self.phrase(2, 5) + self.one("", ":"), CONTENT))
            mark = self.one("- ", "+ ", "", "• ")
            out += [(mark + " ".join(line.split()[: self.number(3, 16)]).rstrip(".,;") + self.one("", ";", ".", ","), CONTENT) for line in self.paragraphs(1, 7)]
        return out

    def thread(self) -> Lines:
        out: Lines = [(self.title(), CONTENT)]
        vietnamese = self.maybe(0.6)
        for post in range(self.number(2, 7)):
            name = self.phrase(1, 2).lower().replace(" ", self.one("", "_", " ")) + self.one("", str(self.number(1, 99)))
            out += [(f"#{post + 1}", FURNITURE), (self.date(), EITHER), (name, EITHER)]
            meta = [f"Tham gia: {self.number(1, 12)}-{self.number(2006, 2022)}", f"Bài viết: {self.count()}", "Thành viên"] if vietnamese else [f"Join Date: {self.number(1, 12)}-{self.number(2006, 2022)}", f"Posts: {self.count()}", "Senior Member", "Location: " + self.chance.choice(self.found.names)]
            out += [(row, FURNITURE) for row in meta if self.maybe(0.7)]
            out += [(line.lower() if self.maybe(0.4) else line, CONTENT) for line in self.paragraphs(1, 5)]
            if self.maybe(0.2):
                out += [("__________________", FURNITURE), (self.phrase(3, 8), EITHER)]
            out += [(row, FURNITURE) for row in (("Trả lời", "Trích dẫn", "Cảm ơn", "Báo xấu") if vietnamese else ("Reply", "Quote", "View Public Profile", f"Find all posts by {name}")) if self.maybe(0.6)]
        return out

    def goods(self) -> str:
        """What somebody sells: makes, models and sizes."""
        def code() -> str:
            return self.one("X", "i", "GT", "A", "Z", "S", "RX") + str(self.number(1, 9990)) + self.one("", "k", "Ti", "GB", "v2", "w")

        def make() -> str:
            return self.one("Dell", "Acer", "Sony", "Casio", "Honda", "Canon", "Asus", "Nokia", "Toshiba", "Combo", "Dàn máy", "Màn", "Ổ cứng", "Loa", "Tai nghe", "Xe", "Tủ", "Bàn phím", "Nguồn", "Main", "Vga", "Pro", "Edition", "Black", self.phrase(1, 2))

        parts = [self.one("Bán", "Cần bán", "Thanh lý", "Tìm", "Cho thuê", "", "", "", "[HN]", "TQ-"), *(self.one(make(), code(), make() + " " + code()) for _ in range(self.number(2, 7))), self.one("", "giá rẻ", "like new", f"{self.number(1, 20)}tr{self.number()}", "full box", "hàng Mỹ", "cần bán gấp")]
        text = self.one(" ", " ", "+", " / ", " - ").join(part for part in parts if part)
        return text.upper() if self.maybe(0.1) else text

    def stalls(self) -> Lines:
        """A list of threads or offers: their titles are what it says, all around them are counters."""
        out: Lines = []
        english = self.maybe(0.6)
        replies, views = ("Replies", "Views") if english else ("Trả lời", "Lượt xem")
        for _ in range(self.number(5, 25)):
            title = self.title() if self.maybe(0.5) else self.goods()
            author = self.phrase(1, 1).lower() + str(self.number(1, 99))
            if self.maybe(0.4):
                out.append((self.one("HN", "SG", "TQ", "Toàn quốc"), EITHER))
            out += [(title, CONTENT), (author, EITHER), (self.date(), FURNITURE)]
            out += [(str(n), FURNITURE) for n in range(1, self.number(1, 4))]
            out += [(replies, FURNITURE), (self.count(), FURNITURE), (views, FURNITURE), (self.count(), FURNITURE)]
            if self.maybe(0.5):
                out += [(self.one("Today at 10:25 AM", "Hôm qua, lúc 8:04", self.date()), FURNITURE), (author, EITHER)]
        return out

    # -- pages -----------------------------------------------------------------------------------------------------

    def page(self) -> Lines:
        """One page: what stands above, the body, what stands below."""
        body = self.chance.choices([self.article, self.index, self.table, self.verse, self.notice, self.thread, self.stalls],
                                   [10, 2, 3, 1.5, 2, 1.5, 1])[0]
        forum = body in (self.thread, self.stalls)
        above = [self.menu, self.menu, self.account, self.crumbs, self.sidebar, self.others, self.counters, self.messages, self.offices]
        below = [self.others, self.others, self.share, self.tags, self.comments, self.sidebar, self.counters, self.menu,
                 self.imprint, self.imprint, self.pager, self.bio, self.account, self.categories, self.messages, self.messages, self.offices]
        if forum:
            above += [self.forum_chrome] * 4
            below += [self.forum_chrome] * 2
        out: Lines = []
        if self.maybe(0.85):
            for make in self.chance.sample(above, self.number(1, 4)):
                out += make()
        if self.maybe(0.3):
            out += self.crumbs()
        out += body()
        if self.maybe(0.2):
            out += self.pager() if self.maybe(0.5) else self.share()
        if self.maybe(0.85):
            for make in self.chance.sample(below, self.number(1, 6)):
                out += make()
        if self.maybe(0.15):  # the same menu or box for small screens
            again = self.menu() if self.maybe(0.5) else self.others()
            at = 0 if self.maybe(0.5) else len(out)
            out = out[:at] + again + out[at:] + again
        return self.spaced(out)

    def spaced(self, lines: Lines) -> Lines:
        """Blank lines between some, all or none of the lines."""
        kind = self.chance.random()
        share = 0.0 if kind < 0.55 else 1.0 if kind < 0.7 else self.chance.random()
        out: Lines = []
        for line in lines:
            out.append(line)
            if self.chance.random() < share:
                out.append((self.one("", "", " "), EITHER))
        return out


def pages(found: Sources, count: int, chance: random.Random) -> Iterator[Lines]:
    """So many made-up pages."""
    maker = Maker(found, chance)
    for _ in range(count):
        yield maker.page()
