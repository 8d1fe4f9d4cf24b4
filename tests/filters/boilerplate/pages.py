"""Pages put together by chance from lines of every kind, so that two ways of reading a page can be compared."""

from __future__ import annotations

import random

LINES = (
    "Trang chủ", "Giới thiệu", "  * [Liên hệ](/lien-he)", "1. Tin tức", "2. Văn bản", "| Tên | Số |", "© 2020 Xã Nà Lo",
    "Lượt xem: 1.204", "Tin liên quan", "Xem thêm", ">> Đọc tiếp: Mùa nước nổi", "12/03/2019 08:45", "Đăng nhập", "***",
    "## Chợ phiên họp lại", "Họ tên:", "Ngày sinh: 12/3/1960", "Giá vé: 12.000 đồng", "1900 6789", "« 1 2 3 4 ... »",
    "def dem(so):", "    return so + 1;", "xa@nalo.vn", "www.nalo.vn", "Chợ phiên họp lại", "CHỦ TỊCH", "Lò Văn Pánh",
    "", "", "   ", "Theo Lò Thị Mận", "a) Hộ có đất ở;", "Điều 3. Hộ nghèo được miễn;", "\ud800 lẻ", "😀 vui", "İ SS ß",
    "(4)", "Làng nghề", "Bản sao học bạ", "STT Tên", "1 Ghế", "2 Bàn", "3 Tủ", "Mưa to  gió lớn", "\u200b", "&&",
    "x = 3", "std::cout", "chay()", "Trái Điều 17 lẫn khoản 9 hương ước Nà Lo", "\u2003Bãi đá\u3000",
)  # fmt: skip
PROSE = (
    "Chợ phiên họp lại sau hai năm vắng, người các bản xuống từ lúc gà chưa gáy, gùi theo măng và mật ong. ",
    "Nước lên chậm hơn mọi năm gần một tháng, ghe hàng ở chợ nổi phải neo lại đợi con nước lớn. ",
    "Theo ông Pánh, cả bản góp được hơn hai trăm ngày công để làm lại con đường ra chợ. ",
    "lũ ống về giữa đêm, cuốn mất chiếc cầu tre mà bà con mới dựng hồi đầu tháng. ",
    "Năm 2019, giá măng khô xuống còn 45.000 đồng một ký, thấp nhất từ trước tới nay! ",
)


def pages(count: int, seed: int = 11) -> list[str]:
    """So many pages, of one line to some hundreds."""
    chance = random.Random(seed)
    made: list[str] = []
    for _ in range(count):
        few = chance.sample(LINES, chance.randint(1, len(LINES)))  # a page repeats some of its lines
        lines = [_line(chance, few) for _ in range(chance.choice((1, 2, 3, 9, 17, 40, 130, 300)))]
        made.append("\n".join(lines))
    return made


def _line(chance: random.Random, few: list[str]) -> str:
    if chance.random() < 0.75:
        return chance.choice(("", "", "", "  ", "    - ")) + chance.choice(few)
    return "".join(chance.choices(PROSE, k=chance.choice((1, 1, 2, 5))))[: chance.choice((60, 400, 400))].rstrip()
