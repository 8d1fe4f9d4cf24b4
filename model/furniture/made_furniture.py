# ruff: noqa: E501 -- lists of phrases read better on one line than on ten
# fmt: off
"""The furniture of generated pages: menus, breadcrumbs, share bars, boxes of other articles, forms, counters, imprints."""

from __future__ import annotations

from made_words import FURNITURE, Chooser, Lines, bare


class Furniture(Chooser):
    """Generates the parts around the content of a page."""

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
        if self.maybe(0.3):  # a catalogue: entries with the same first words, in one or two levels
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
        if self.maybe(0.4):
            return [(self.one(" › ", " » ", " > ", " / ", "/").join(steps), FURNITURE)]
        if self.maybe(0.2):
            return [(f"  {number + 1}. {step}", FURNITURE) for number, step in enumerate(steps)]
        if self.maybe(0.35):  # the separators on separate lines
            mark = self.one(" / ", "/", "»", "›", ">", "|")
            return [(piece, FURNITURE) for step in steps for piece in (step, mark)][: 2 * len(steps) - self.number(0, 1)]
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
        if self.maybe(0.2):  # search queries
            items = [bare(item).lower() for item in items]
        head = self.one("Tags:", "Từ khóa:", "Tag:", "Chủ đề:", "Tags", "Thẻ:", "Từ khóa liên quan:", "#")
        if self.maybe(0.5):
            return [(head + " " + self.one(", ", " ", " # ").join(items), FURNITURE)]
        if self.maybe(0.3):
            return [(head, FURNITURE), (self.one("", "#### ") + items[0], FURNITURE), (", " + ", ".join(items[1:]) + ",", FURNITURE)]
        return [(line, FURNITURE) for line in [head, *items]]

    def contents(self) -> Lines:
        """The heading of a table of contents, without its entries: these are the headings of the page."""
        return [(row, FURNITURE) for row in self.one("Mục lục|[Ẩn]", "Nội dung bài viết|Toggle", "Nội dung chính", "Mục lục bài viết|Hiện", "Mục lục [Hiện]", "Table of Contents|Toggle", "Nội dung|[hide]").split("|")]

    def rating(self) -> Lines:
        rows = [f"Điểm: {self.number(1, 5)}/5 ({self.number(0, 40)} đánh giá)", f"{self.number(1, 5)}/5 - ({self.number(1, 90)} bình chọn)", "Đánh giá bài viết", "Bấm sao để đánh giá", "1 2 3 4 5", self.count(), f"__{self.date()} __{self.count()}", "Gửi đánh giá", "Xếp hạng", f"https://{self.site()}/{bare(self.phrase(3, 6)).lower().replace(' ', '-')}.html"]
        return [(row, FURNITURE) for row in self.chance.sample(rows, self.number(1, 3))]

    def others(self) -> Lines:
        """A box of other articles: headlines with dates, teasers and the like."""
        out: Lines = []
        if self.maybe(0.85):
            head = self.known("related") if self.maybe(0.7) else self.phrase(2, 4)
            out.append((self.one("", "", "", "## ", "### ", "**") + self.cased()(head) + self.one("", "", ":", " »"), FURNITURE))
        mark = self.one("", "", "", "  * ", "- ", "• ", "» ", ">> ", "### ", "+ ")
        teasers, dates, more, numbered = self.maybe(0.35), self.chance.random() * 1.6 - 0.8, self.maybe(0.22), self.maybe(0.1)
        last = self.one("Xem thêm", "Chi tiết", "Đọc tiếp", "Xem chi tiết", "Tham khảo thêm", "Đọc thêm", "Xem ngay", "[...]")
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
                out.append((last, FURNITURE))
        if self.maybe(0.2):
            out.append((self.one("Xem tất cả", "Xem thêm", ">> Xem thêm", "Xem thêm »"), FURNITURE))
        return out

    def messages(self) -> Lines:
        """Messages that a page shows after a click: confirmations, refusals, errors."""
        thing = self.phrase(1, 3).lower()
        rows = self.chance.sample(["Đã có lỗi xảy ra, vui lòng thử lại sau", f"Gửi {thing} thành công", f"Gửi {thing} không thành công", f"Không tìm thấy {thing} bạn cần. Vui lòng thử lại.", "Vui lòng nhập đúng địa chỉ email", "Hai mật khẩu không khớp nhau.", "Cảm ơn bạn đã đăng ký nhận tin!", f"Bạn đã thích {thing} này", "Phiên làm việc đã hết hạn", "Đang tải dữ liệu", f"Bạn có chắc muốn xóa {thing}?", f"Tặng {thing}", "Nạp thêm", f"Số {thing} không đủ.", "Hoàn thành", "Đồng ý", "Hủy bỏ", "Đóng", "Thử lại", "Lỗi", "Thông báo", "Quay lại", "0", "x1", "x5", "(", ")", "*", "Chọn ảnh", "Content not available", "Please try again", "Continue", f"Hãy là người đầu tiên {thing}", f"Chuyển {thing} cho thành viên", "Chức năng đang được hoàn thiện."], self.number(3, 9))
        return [(row, FURNITURE) for row in rows]

    def offices(self) -> Lines:
        """A list of subjects with the office in charge of each, often repeated."""
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
            if self.maybe(0.35):  # places, as in a selection box
                head, rows = self.one("Tỉnh / Thành phố", "Chọn tỉnh", "Địa phương", "Thời tiết", "Khu vực"), sorted({self.chance.choice(self.found.names) for _ in range(self.number(5, 50))})
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
