# ruff: noqa: E501 -- lists of phrases read better on one line than on ten
# fmt: off
"""Content that looks like furniture, made up: code, people, tables, schedules, documents, specifications, offers."""

from __future__ import annotations

import re

from made_words import CONTENT, FURNITURE, Chooser, Lines


class MoreBodies(Chooser):
    """Bodies whose content looks like furniture: code, people, tables, schedules, documents, what a company offers."""

    def heading(self, words: list[str]) -> str:
        """The first words of a text."""
        return " ".join(words[: self.number(2, 9)]).rstrip(".,:;")

    def tutorial(self) -> Lines:
        """Lessons on programs: prose with blocks of code, a line or a token a line."""
        out: Lines = [(self.one("# ", "") + self.title(), CONTENT)]
        names = ["data", "user", "item", "total", "url", "node", "result", "index", "config", "title", "list", "key"]
        for paragraph in self.paragraphs(2, 8):
            out.append((paragraph, CONTENT))
            if self.maybe(0.3):
                out.append((self.one("### ", "", "Bước 1: ", "1. ") + self.phrase(2, 5), CONTENT))
            if self.maybe(0.5):
                continue
            code: list[str] = []
            for _ in range(self.number(2, 14)):
                a, b, n = self.chance.choice(names), self.chance.choice(names), self.number(0, 90)
                code.append(self.one(
                    f"var {a} = {b};", f"const {a} = {b}.{a}({n});", f"def {a}({b}):", f"    return {a} + {n}", f"if ({a} > {n}) {{", "}", "});",
                    f"print({a})", f"import {a}", f"npm install {a}", f"$ git clone {a}", f"sudo apt install {a}", f'<div class="{a}">', "</div>", f"for {a} in {b}:",
                    f'{a}.{b} = "{a}"', f"// {a} {b}", f"SELECT {a} FROM {b};", f"let {a} = &mut {b};", f'"{a}": "{b}",', f"{a}: {n},", f"console.log({a});"))
            if self.maybe(0.4):
                code = [token for row in code for token in re.findall(r"\w+|\"[^\"]*\"|[^\w\s]+", row)]
            indent = self.one("", "", "    ")
            out += [(indent + row, CONTENT) for row in code]
        return out

    def people(self) -> Lines:
        """Who works where, with telephones: the whole of what such a page says."""
        out: Lines = [(self.one("", "# ") + self.one("Ban lãnh đạo", "Cơ cấu tổ chức", "Danh bạ", "Đội ngũ giáo viên", "Lãnh đạo qua các thời kỳ", "Liên hệ", self.phrase(3, 6)), CONTENT)]
        posts = ["Giám đốc", "Phó Giám đốc", "Bộ trưởng", "Thứ trưởng", "Chủ tịch", "Phó Chủ tịch", "Hiệu trưởng", "Phó Hiệu trưởng", "Trưởng phòng", "Chánh Văn phòng", "Kế toán", "Tổ trưởng", "Bí thư", "Chuyên viên"]
        for _ in range(self.number(3, 14)):
            rows = [self.chance.choice(posts), self.chance.choice(self.found.names), f"Điện thoại: {self.phone()}", f"Email: canbo@{self.site()}", f"Họ và tên: {self.chance.choice(self.found.names)}", f"Sinh năm: {self.number(1958, 1990)}", "Trình độ: " + self.one("Cử nhân", "Thạc sĩ", "Đại học"), f"Địa chỉ: {self.address()}", f"Thư ký: {self.chance.choice(self.found.names)}"]
            kept = rows[:2] + [row for row in rows[2:] if self.maybe(0.4)]
            out += [(row, CONTENT) for row in kept]
        return out

    def columns(self) -> Lines:
        """A table whose columns are set apart by spaces or bars, a row a line."""
        out: Lines = [(self.phrase(3, 8), CONTENT)]
        apart, width = self.one("   ", " | ", "\t", "     "), self.number(2, 5)
        for row in range(self.number(3, 25)):
            cells = [self.one(self.phrase(1, 6), str(self.number(1, 90000)), self.date(), f"{self.number(1, 99)}%") for _ in range(width - 1)]
            out.append((apart.join([str(row + 1), *cells]), CONTENT))
        return [*out, *((line, CONTENT) for line in self.paragraphs(1, 4))]

    def landing(self) -> Lines:
        """What a company says of itself: a heading and a sentence or two, over and over."""
        out: Lines = []
        for paragraph in self.paragraphs(3, 12):
            words = paragraph.split()
            out.append((self.one("", "", "## ") + self.one(self.phrase(2, 5), self.heading(words), self.phrase(1, 3).upper()), CONTENT))
            out.append((" ".join(words[: self.number(8, 30)]).rstrip(".,;:") + self.one(".", ".", ""), CONTENT))
            if self.maybe(0.3):
                out += [(self.one("- ", "", "✓ ") + self.phrase(3, 9), CONTENT) for _ in range(self.number(2, 6))]
            if self.maybe(0.25):
                out.append((self.one("Xem thêm", "Tìm hiểu thêm", "Liên hệ ngay", "Đăng ký ngay", "Xem chi tiết"), FURNITURE))
        return out

    def schedule(self) -> Lines:
        """Who does what when, a cell a line, under a heading for each month or week."""
        out: Lines = [(self.one("Lịch tiếp công dân", "Lịch công tác", "Lịch thi đấu", "Lịch khai giảng", "Thời khóa biểu", "Lịch trực") + " " + self.phrase(1, 3), CONTENT)]
        out += [(self.phrase(1, 4), CONTENT) for _ in range(self.number(0, 6))]
        who, days = self.phrase(2, 5), ["Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Chủ nhật"]
        for number in range(self.number(3, 13)):
            if self.maybe(0.8):
                out.append((self.one(f"{number + 1:02}. ", "", "Tuần ") + self.one("Tháng ", "Đợt ", "Vòng ") + str(number + 1), CONTENT))
            out += [(self.one("1", str(number + 1)), CONTENT)] if self.maybe(0.5) else []
            out += [(self.one(who, self.chance.choice(self.found.names), self.phrase(2, 4)), CONTENT)]
            out += [(f"{self.chance.choice(days)}, ngày {self.number(1, 28):02}/{self.number(1, 12):02}/{self.number(2015, 2025)}", CONTENT) for _ in range(self.number(1, 3))]
        return out

    def document(self) -> Lines:
        """An official document with its head, its numbered parts and its foot."""
        out: Lines = [(row, CONTENT) for row in (self.one("ỦY BAN NHÂN DÂN", "QUỐC HỘI", "BỘ TÀI CHÍNH", "SỞ Y TẾ"), f"Số: {self.number(1, 900)}/{self.number(2008, 2024)}/QĐ-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", f"{self.phrase(1, 2)}, ngày {self.number(1, 28)} tháng {self.number(1, 12)} năm {self.number(2008, 2024)}", self.one("QUYẾT ĐỊNH", "NGHỊ QUYẾT", "THÔNG BÁO", "KẾ HOẠCH")) if self.maybe(0.85)]
        out.append((self.title(), CONTENT))
        for number, paragraph in enumerate(self.paragraphs(2, 12)):
            if self.maybe(0.5):
                out.append((self.one(f"Điều {number + 1}. ", f"Điều {number + 1}", f"{number + 1}. ", "Chương I ") + self.one("", self.phrase(2, 6)), CONTENT))
            out.append((self.one("", "", f"{number + 1}. ", "a) ", "- ") + paragraph, CONTENT))
        foot = ["Nơi nhận:", "- Như trên;", "- Lưu: VT.", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "(Đã ký)", self.chance.choice(self.found.names)]
        return [*out, *((row, CONTENT) for row in foot if self.maybe(0.7))]

    def specifications(self) -> Lines:
        """What a product is, label and value on lines of their own or together, with a price."""
        out: Lines = [(self.phrase(2, 6), CONTENT)]
        labels = ["Mã SP", "Bảo hành", "Xuất xứ", "Tình trạng", "Thương hiệu", "Hãng sản xuất", "Kích thước", "Màu sắc", "Trọng lượng", "Công suất", "Chất liệu", "Dung tích", "Điện áp", "Quy cách"]
        mark = self.one(":\n", ": ", "\n", " : ", "   ")
        for label in self.chance.sample(labels, self.number(3, 10)):
            value = self.one(self.phrase(1, 4), f"{self.number(3, 36)} tháng", f"{self.number(1, 900)} {self.one('mm', 'kg', 'W', 'ml')}", "Chính hãng", "Hết hàng")
            out += [(row, CONTENT) for row in f"{label}{mark}{value}".split("\n")]
        out += [(row, CONTENT) for row in (f"{self.number(1, 9)}.{self.number(100, 999)}.000 đ", f"Giá cũ: {self.number(1, 9)}.{self.number(100, 999)}.000 đ", f"{self.number(100, 999)},000", "₫") if self.maybe(0.5)]
        out += [(row, FURNITURE) for row in ("Thêm vào giỏ hàng", "Mua ngay", "Chat Zalo") if self.maybe(0.4)]
        return [*out, *((line, CONTENT) for line in self.paragraphs(1, 6))]

    def requirements(self) -> Lines:
        """Who may apply, what to bring and where to: lists under headings, as schools and offices have them."""
        out: Lines = [(self.title(), CONTENT)]
        for _ in range(self.number(2, 6)):
            out.append((self.one("Điều kiện", "Hồ sơ bao gồm:", "Đối tượng", "Quyền lợi", "Nơi nộp hồ sơ", "Thời gian", "Ngành đào tạo", self.phrase(2, 5)), CONTENT))
            mark = self.one("* ", "- ", "", "  * ", "✓ ", "1")
            for number in range(self.number(2, 8)):
                row = self.one(self.phrase(3, 9), self.phrase(2, 6) + " (có công chứng)", "Bản sao " + self.phrase(1, 3), f"Điện thoại: {self.phone()}", f"Địa chỉ: {self.address()}", "Từ thứ 2 đến thứ 6 (7:00 - 17:00)")
                out.append(((f"{number + 1}. " if mark == "1" else mark) + row, CONTENT))
        return [*out, *((line, CONTENT) for line in self.paragraphs(1, 3))]
