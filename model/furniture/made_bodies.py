# ruff: noqa: E501 -- lists of phrases read better on one line than on ten
# fmt: off
"""The content of generated pages: articles, lists of articles, tables, verse, notices, threads, goods for sale."""

from __future__ import annotations

import re

from made_furniture import Furniture
from made_words import CONTENT, EITHER, FURNITURE, Lines


class Bodies(Furniture):
    """Generates the body of a page: its content, and furniture inside it."""

    def article(self) -> Lines:
        title, lead = self.subject
        out: Lines = [(self.one("", "", "", "# ") + title, CONTENT)]
        if self.maybe(0.06):
            out = [*self.facts(title), *out]
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
        if self.maybe(0.1):
            out += self.facts(title)
        if self.maybe(0.15):
            out += self.others()[:4]
        if self.maybe(0.12):
            out += self.contents()
        if self.maybe(0.1):
            out += self.rating()
        out += self.prose()
        if self.maybe(0.4):
            out.append((self.one(self.chance.choice(self.found.names), f"Theo {self.phrase(1, 2)}", f"Nguồn: {self.site()}", f"{self.chance.choice(self.found.names)} (tổng hợp)"), EITHER))
        return out

    def prose(self) -> Lines:
        """The paragraphs of an article, sometimes with headings, captions, lists, broken sentences and boxes."""
        out: Lines = []
        kind, wiki = self.number(0, 9), self.maybe(0.06)
        for line in self.paragraphs(1 if self.curt else 2, 24):
            words = line.split()
            if self.maybe(0.12):
                out.append((self.one("", "", "## ", "**", f"{self.number()}. ", "I. ", "== ") + self.heading(words), CONTENT))
                if wiki:
                    out.append(("[sửa | sửa mã nguồn]", FURNITURE))
            if self.maybe(0.05):
                out.append((self.one("Ảnh: ", "Ảnh minh họa", "", "(Ảnh: ") + " ".join(words[: self.number(3, 20)]), CONTENT))
            if self.maybe(0.04):
                out += self.others()[: self.number(2, 5)] if self.maybe(0.5) else []
            if self.maybe(0.015):  # another article, inside this one
                other = self.chance.choice(self.found.news)
                out += [(row, FURNITURE) for row in (self.title() if self.maybe(0.5) else other[0], other[1], self.one("Đọc tiếp", "Xem thêm", "Đọc ngay", "Xem chi tiết"))]
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
        return out

    def heading(self, words: list[str]) -> str:
        """A heading; some have the same words as menus."""
        if self.maybe(0.15):
            return self.one("Giới thiệu", "Nội dung chính", "Tóm tắt", "Kết luận", "Thông tin chung", "Lịch sử", "Dịch vụ", "Hướng dẫn", "Chi tiết", "Nguyên nhân", "Sản phẩm", "Nội dung", "Tài liệu", "Xem thêm", "Liên kết ngoài", "Tham khảo", "Chính sách", "Địa chỉ", "Bình luận")
        return " ".join(words[: self.number(2, 9)]).rstrip(".,:;")

    def facts(self, title: str) -> Lines:
        """A box of facts beside an article: a name, the caption of a picture, then pairs of property and value."""
        head = [self.one(title, self.phrase(1, 4)), *([self.phrase(1, 3)] if self.maybe(0.4) else []), *([self.phrase(5, 16)] if self.maybe(0.4) else []), self.one("Thông tin chung", "Thông tin", "Thông tin cơ bản", "Tóm tắt", "Đặc điểm")]
        labels = ["Tên gốc", "Tác giả", "Quốc gia", "Ngôn ngữ", "Thể loại", "Thời gian", "Ngày phát hành", "Sinh", "Mất", "Quốc tịch", "Nghề nghiệp", "Diện tích", "Dân số", "Thủ phủ", "Chiều dài", "Loại hình", "Thành lập", "Trụ sở", "Đạo diễn", "Vai chính", "Kích thước", "Dung lượng", "Chủng loại"]
        mark, out = self.one("| ", "|", ": ", " | ", "\n", "\n"), [(row, CONTENT) for row in head if self.maybe(0.8)]
        for label in self.chance.sample(labels, self.number(3, 12)):
            value = self.one(self.phrase(1, 5), str(self.number(1, 5000)), self.date(), self.chance.choice(self.found.names), f"({self.phrase(1, 2)})")
            out += [(row, CONTENT) for row in f"{label}{mark}{value}".split("\n")]
            if self.maybe(0.1):
                out.append((f"({self.phrase(1, 2)})", CONTENT))
        return out

    def offer(self) -> Lines:
        """Goods with price and description; the buttons between them are furniture."""
        out: Lines = []
        for _ in range(self.number(1, 3)):
            name = self.goods() if self.maybe(0.4) else self.one(self.phrase(1, 3), f"{self.one('D', 'F', 'MT', 'V', 'Gói ', 'A')}{self.number(1, 900)}{self.one('', 'U', 'K', ' PRO')}")
            out.append((self.one("", "", "## ", "# ") + name, CONTENT))
            out += [(row, CONTENT) for row in self.chance.sample([f"{self.number(1, 990)}.000{self.one('đ', ' VNĐ', ' ₫')}{self.one('', '/tháng', '/kg')}", name, f"Giá: {self.number(1, 90)}.{self.number(100, 999)}.000 đ", f"{self.number(1, 60)}GB", f"Mã sản phẩm: {self.number(1000, 99999)}", "Tình trạng: còn hàng", f"Bảo hành: {self.number(3, 36)} tháng", f"Xuất xứ: {self.phrase(1, 1)}", self.phrase(4, 9)], self.number(2, 6))]
            out += [(row, FURNITURE) for row in (self.one("Thêm vào giỏ hàng", "Mua ngay", "Đặt hàng"), self.one("Đăng ký qua SMS", "Yêu thích", "So sánh")) if self.maybe(0.5)]
            out += [(row, CONTENT) for row in self.paragraphs(1, 6)]
        return out

    def index(self) -> Lines:
        """A page that lists articles: their titles and teasers are its content."""
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
        """A form or a table with one cell per line, as on pages of government offices and shops."""
        out: Lines = [(self.phrase(4, 9), CONTENT)]
        cells = ["Trực tiếp", "Trực tuyến", "Không có", "Không có thông tin", f"{self.number(2, 60)} ngày", "1 bản chính", "Có", "x", "Miễn phí", f"{self.number(10, 900)}.000 đồng", f"{self.number(1, 99)}%", "Cấp tỉnh", "Đạt"]
        glued = self.maybe(0.4)
        for _ in range(self.number(3, 22)):
            label = self.phrase(2, 5) if self.maybe(0.6) else self.one("Tên", "Mã số", "Thời hạn", "Lệ phí", "Đối tượng", "Cơ quan thực hiện", "Kết quả", "Số lượng", "Lĩnh vực", "Ngày ban hành", "Số hiệu", "Trích yếu", "Giá", "Màu sắc", "Xuất xứ", "Kích thước", "Khối lượng", "Bảo hành", "Địa chỉ nộp hồ sơ", "Loại", "Mức lương", "Yêu cầu", "Số tín chỉ", "Họ và tên", "Lớp", "Điểm")
            value = self.one(self.chance.choice(cells), self.phrase(2, 8), self.date(), f"{self.number(1, 900)}/{self.number(2005, 2025)}/QĐ-UBND", str(self.number(1, 5000)), f"{self.number(1, 9)}.{self.number(100, 999)}", self.title())
            out += [(f"{label}: {value}", CONTENT)] if glued else [(label, CONTENT), (value, CONTENT)]
        if self.maybe(0.5):  # rows with repeated cells
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
            if self.maybe(0.2):
                out += self.contact()
            out += [(mark + " ".join(line.split()[: self.number(3, 16)]).rstrip(".,;") + self.one("", ";", ".", ","), CONTENT) for line in self.paragraphs(1, 7)]
        return out

    def thread(self) -> Lines:
        out: Lines = [(self.title(), CONTENT)]
        vietnamese = self.maybe(0.6)
        for post in range(self.number(2, 7)):
            name = self.phrase(1, 2).lower().replace(" ", self.one("", "_", " ")) + self.one("", str(self.number(1, 99)))
            out += [(f"#{post + 1}", FURNITURE), (self.date(), CONTENT), (name, EITHER)]  # the date of a post is content
            if self.maybe(0.5):
                out[-2], out[-3] = out[-3], out[-2]
            meta = [f"Tham gia: {self.number(1, 12)}-{self.number(2006, 2022)}", f"Bài viết: {self.count()}", "Thành viên"] if vietnamese else [f"Join Date: {self.number(1, 12)}-{self.number(2006, 2022)}", f"Posts: {self.count()}", "Senior Member", "Location: " + self.chance.choice(self.found.names)]
            out += [(row, FURNITURE) for row in meta if self.maybe(0.7)]
            out += [(line.lower() if self.maybe(0.4) else line, CONTENT) for line in self.paragraphs(1, 5)]
            if self.maybe(0.2):
                out += [("__________________", FURNITURE), (self.phrase(3, 8), EITHER)]
            out += [(row, FURNITURE) for row in (("Trả lời", "Trích dẫn", "Cảm ơn", "Báo xấu") if vietnamese else ("Reply", "Quote", "View Public Profile", f"Find all posts by {name}")) if self.maybe(0.6)]
        return out

    def goods(self) -> str:
        """An article for sale: make, model and size."""
        def code() -> str:
            return self.one("X", "i", "GT", "A", "Z", "S", "RX") + str(self.number(1, 9990)) + self.one("", "k", "Ti", "GB", "v2", "w")

        def make() -> str:
            return self.one("Dell", "Acer", "Sony", "Casio", "Honda", "Canon", "Asus", "Nokia", "Toshiba", "Combo", "Dàn máy", "Màn", "Ổ cứng", "Loa", "Tai nghe", "Xe", "Tủ", "Bàn phím", "Nguồn", "Main", "Vga", "Pro", "Edition", "Black", self.phrase(1, 2))

        parts = [self.one("Bán", "Cần bán", "Thanh lý", "Tìm", "Cho thuê", "", "", "", "[HN]", "TQ-"), *(self.one(make(), code(), make() + " " + code()) for _ in range(self.number(2, 7))), self.one("", "giá rẻ", "like new", f"{self.number(1, 20)}tr{self.number()}", "full box", "hàng Mỹ", "cần bán gấp")]
        text = self.one(" ", " ", "+", " / ", " - ").join(part for part in parts if part)
        return text.upper() if self.maybe(0.3) else text

    def stalls(self) -> Lines:
        """A list of threads or offers: their titles are content, the counters around them are furniture."""
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

    def contact(self) -> Lines:
        """Contact details as part of a notice."""
        rows = [f"Địa chỉ: {self.address()}", f"Điện thoại: {self.phone()}", f"Liên hệ: {self.chance.choice(self.found.names)} - {self.phone()}", f"Thời gian: {self.date()}", f"Địa điểm: {self.organisation()}", f"Email: lienhe@{self.site()}", f"Mức lương: {self.number(5, 30)} triệu", "Số lượng: " + str(self.number(1, 40)), f"Hạn nộp hồ sơ: {self.date()}", f"Nơi nộp: {self.organisation()}"]
        mark = self.one("- ", "+ ", "", "")
        return [(mark + row, CONTENT) for row in self.chance.sample(rows, self.number(1, 4))]
