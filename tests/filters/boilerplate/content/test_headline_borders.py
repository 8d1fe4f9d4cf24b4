"""Headlines and bylines: each condition alone, on both sides of its border."""

from __future__ import annotations

import numpy as np
import pytest

from tests.filters.boilerplate.marked import found_by
from vntextclean.filters.boilerplate.content.bylines import bylines, written
from vntextclean.filters.boilerplate.content.headlines import (
    above_headline,
    line_above,
    marked_title,
    over_byline,
    quoted_title,
    repeated_title,
)
from vntextclean.filters.boilerplate.reading.blocks import blocks_of
from vntextclean.filters.boilerplate.reading.page import read

Lines = list[tuple[str, float]]
THRESHOLD = 2.0
STAYS, NEAR, AT, GOES = -1.0, 1.9, 2.0, 3.0


def texts(lines: Lines) -> list[str]:
    return [text for text, _ in lines]


def odds(lines: Lines) -> np.ndarray:
    return np.array([value for _, value in lines], np.float32)


TITLE = "Bảng giá vé đò"
SAID = "Bến Sa Hạ nghỉ từ mùng một tới hết mùng ba Tết, ai cần qua sông xin gọi bác Pọm ở đầu bến."


@pytest.mark.parametrize(
    "lines",
    [
        [("+" + TITLE, GOES), ("Mưa to", GOES), ("+" + TITLE, GOES), ("Gió", GOES)],
        [(f"+{TITLE} - Bến Sa", GOES), ("+" + TITLE.upper(), GOES)],
        [(f"+{TITLE} - Bến Sa", GOES), ("+" + TITLE, GOES), (f"+{TITLE} - Bến Sa", GOES)],
        [("Bảng giá vé", GOES), ("Bảng giá vé", GOES)],  # three words
        [(TITLE, GOES), ("Mưa to", GOES)],
        [(TITLE, GOES), (TITLE + " ngang", GOES)],
        [("Sở Y tế Sa Hạ", GOES), ("Sở Y tế Sa Hạ", GOES)],  # the name of the site
        [("+Các tin liên quan", GOES), ("+Các tin liên quan", GOES), ("Mưa to", NEAR)],
        [("Các tin liên quan", GOES), ("Các tin liên quan", GOES), ("Mưa to", AT)],
        [("+Các tin liên quan", GOES), ("+Các tin liên quan", GOES), *2 * [("Mưa to", GOES)], ("Mưa to", NEAR)],
        [("Các tin liên quan", GOES), ("Các tin liên quan", GOES), *3 * [("Mưa to", GOES)], ("Mưa to", NEAR)],
        [("Các tin liên quan", GOES), ("Các tin liên quan", NEAR)],
    ],
)
def test_a_title_that_stands_again(lines: Lines) -> None:
    assert found_by(lambda page: repeated_title(page, odds(lines), THRESHOLD), texts(lines)) == texts(lines)


@pytest.mark.parametrize(
    "lines",
    [
        [(f"{TITLE} - Bến Sa", 0), ("+Tuyến huyện", 0), ("+Tuyến tỉnh", 0), (TITLE, 0), ("Vé lượt", 0)],
        [(f"{TITLE} - Bến Sa", 0), (TITLE, 0), ("Vé lượt", 0)],
        [("Bảng giá vé - Bến Sa", 0), ("Tuyến huyện", 0), ("Bảng giá vé", 0)],  # three words
        [("Sở Y tế Sa Hạ - Cổng", 0), ("Tuyến huyện", 0), ("Sở Y tế Sa Hạ", 0)],
        [(TITLE, 0), ("Tuyến huyện", 0), (TITLE, 0)],  # the title may be the headline
        [(TITLE, 0), ("+Liên hệ", AT), ("+Tuyến huyện", 0), (TITLE, 0)],  # but not above a menu
        [(TITLE, 0), ("Liên hệ", NEAR), ("Tuyến huyện", 0), (TITLE, 0)],
        [(TITLE, 0), ("Tuyến huyện", GOES), ("Liên hệ", NEAR), (TITLE, 0)],
        [("Các tin liên quan", GOES), ("Tuyến huyện", 0), ("Các tin liên quan", 0)],
        [(TITLE, 0), *4 * [("+Mưa to", 0)], ("+Liên hệ", GOES), (TITLE, 0)],
        [(TITLE, 0), *5 * [("Mưa to", 0)], ("Liên hệ", GOES), (TITLE, 0)],
        [(f"{TITLE} - Bến Sa", 0), ("Tuyến huyện", 0), (SAID, -0.1), (TITLE, 0)],  # prose that stays between
        [(f"{TITLE} - Bến Sa", 0), ("+Tuyến huyện", 0), ("+" + SAID, 0), (TITLE, 0)],
        [(f"{TITLE} - Bến Sa", 0), ("+Tuyến huyện", 0), (TITLE, 0), (SAID, -1)],
        [(f"{TITLE} - Bến Sa", 0), ("+Tuyến huyện", 0), ("Bảng giá vé xe", 0), ("+Bảng giá", 0), (TITLE, 0)],
        [(f"{TITLE} - Bến Sa", 0), ("+Tuyến huyện", 0), (TITLE, 0), ("Tuyến tỉnh", 0), (TITLE, 0)],
    ],
)
def test_lines_between_the_title_and_the_headline(lines: Lines) -> None:
    found = found_by(lambda page: above_headline(page, blocks_of(page), odds(lines), THRESHOLD), texts(lines))
    assert found == texts(lines)


FOOT = f"Bạn đang đọc bài viết {TITLE} tại chuyên mục Xóm làng"


@pytest.mark.parametrize(
    "lines",
    [
        ["+" + TITLE, FOOT],
        ["+" + TITLE, "+" + SAID, FOOT],
        ["+" + TITLE, "+Bến " + SAID[4:], FOOT],  # ninety characters
        ["+" + TITLE, "X" + SAID[2:], FOOT],
        ["+" + TITLE, "---", "+" + SAID, FOOT],
        ["+" + TITLE, "Mưa to", SAID, FOOT],
        [FOOT, "Mưa to", "+" + TITLE],
        [TITLE, FOOT.replace(TITLE, "Bến đò ngang")],
        [TITLE, FOOT.replace("đang", "hay")],
        ["Giá vé đò", FOOT.replace(TITLE, "Giá vé đò")],  # too short a name
        ["+" + TITLE, FOOT.replace(TITLE, f"“{TITLE.upper()}”")],
    ],
)
def test_the_title_that_the_foot_names(lines: list[str]) -> None:
    assert found_by(lambda page: quoted_title(page, blocks_of(page)), lines) == lines


@pytest.mark.parametrize(
    "lines",
    [
        [("+Bến cũ", GOES), ("Tác giả: Lường Hạ", NEAR)],
        [("Bến cũ", GOES), ("Tác giả: Lường Hạ", AT)],
        [("Tác giả: Lường Hạ", NEAR), ("Bến cũ", GOES)],
        [("---", GOES), ("Tác giả: Lường Hạ", NEAR)],
        [("Liên hệ", GOES), ("Tác giả: Lường Hạ", NEAR)],
        [("Bến cũ", GOES), ("Tác giả", NEAR)],
        [("Bến cũ", GOES), ("Viết thư cho bạn", NEAR)],
        [("Mưa", GOES), ("+Bến cũ", GOES), ("Đăng bởi Lường Hạ", NEAR), ("Mưa", GOES)],
    ],
)
def test_the_line_over_a_byline(lines: Lines) -> None:
    assert found_by(lambda page: over_byline(page, odds(lines), THRESHOLD), texts(lines)) == texts(lines)


@pytest.mark.parametrize(
    "lines",
    [
        [("+Đò cũ, bến mới", GOES), (SAID, -0.1)],
        [("Đò cũ, bến mới", GOES), (SAID, 0)],
        [("+Đò cũ, bến mới", AT), (SAID, -1)],
        [("Đò cũ, bến mới", NEAR), (SAID, -1)],
        [("Đò cũ, bến", GOES), (SAID, -1)],  # three words
        [("Mưa bên kia núi", GOES), ("Đò cũ", GOES), (SAID, -1)],  # right above
        [("Liên hệ", GOES), ("Các tin liên quan", GOES), (SAID, -1)],
        [("Đò cũ, bến mới", GOES), ("Mưa to", -1)],  # no prose
        [("Đò cũ, bến mới", GOES)],
        [("+Đò cũ, bến mới", GOES), ("---", GOES), (SAID, -1)],
        [("+Đò cũ, bến mới", GOES), *3 * [("---", GOES)], (SAID, -1)],
        [("Đò cũ, bến mới", GOES), *4 * [("---", GOES)], (SAID, -1)],
        [("+Đò cũ, bến mới", GOES), ("12/3/2019", NEAR), (SAID, -1)],
        [("Đò cũ, bến mới", GOES), ("12/3/2019", AT), (SAID, -1)],
        [("+Đò cũ, bến mới", GOES), ("Nước sông lên tới mép kè hồi 08:45 buổi sáng", 0), (SAID, -1)],
        [("Đò cũ, bến mới", GOES), ("Nước sông lên tới mép kè hồi 08:45 buổi chiều", 0), (SAID, -1)],
        [(SAID, GOES), (SAID, -1)],
        [("Mưa to bên sông", GOES), (SAID, 1), ("+Đò cũ, bến mới", GOES), (SAID, -1), ("Gió về bên núi", GOES)],
    ],
)
def test_the_line_above_the_first_prose(lines: Lines) -> None:
    found = found_by(lambda page: line_above(page, blocks_of(page), odds(lines), THRESHOLD), texts(lines))
    assert found == texts(lines)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["# Lịch cắt cỏ đê"], [0]),
        (["# Lịch cắt cỏ"], []),  # three words
        (["Mưa", "# Lịch cắt cỏ đê", "## Tổ một", "# ---"], [1]),
        (["# Lịch cắt cỏ đê", "# Lịch cắt cỏ ven"], []),
        (["# Các tin liên quan"], []),
        (["## Lịch cắt cỏ đê"], []),
    ],
)
def test_a_title_that_markdown_marks(lines: list[str], found: list[int]) -> None:
    assert marked_title(read("\n".join(lines))).nonzero()[0].tolist() == found


@pytest.mark.parametrize(
    "lines",
    [
        [(SAID, NEAR), ("+Lường Hạ", GOES)],
        [(SAID, AT), ("Lường Hạ", GOES)],
        [("Mưa to", STAYS), ("Lường Hạ", GOES)],
        [("Lường Hạ", GOES), (SAID, STAYS)],
        [(SAID, STAYS), ("Hạ", GOES)],
        [(SAID, STAYS), ("+Lường Thị Hạ Sa Nà", GOES)],  # five words
        [(SAID, STAYS), ("Lường Thị Hạ Sa Nà Lo", GOES)],
        [(SAID, STAYS), ("Lường hạ", GOES)],
        [(SAID, STAYS), ("Liên Hệ", GOES)],
        [(SAID, STAYS), ("* Lường Hạ", GOES)],
        [(SAID, STAYS), ("+Theo báo Sông", GOES)],
        [(SAID, STAYS), ("+Nguồn: báo của xóm bên sông", GOES), ("Lường Hạ", GOES)],
        [(SAID, STAYS), ("+Theo lời bà con ở xóm bên sông hôm kiaaa", GOES)],  # forty characters
        [(SAID, STAYS), ("Theo lời bà con ở xóm bên sông hôm kiaaaa", GOES)],
        [("Theo báo Sông", GOES), (SAID, GOES)],
        [(SAID, STAYS), ("Tác phẩm", GOES)],
    ],
)
def test_who_wrote_it_stands_below_the_text(lines: Lines) -> None:
    found = found_by(lambda page: bylines(page, blocks_of(page), odds(lines), THRESHOLD), texts(lines))
    assert found == texts(lines)


@pytest.mark.parametrize(
    "lines",
    [
        ["+Đăng bởi", "+12/3/2019", "Mưa"],
        ["+Ngày đăng:", "+12/3/2019", "+08:45", "Lường Hạ"],
        ["Mưa", "+Đăng bởi", "+Lường Hạ"],
        ["+Đăng bởi", "+Lường Hạ", "Lường Hạ"],
        ["+Đăng bởi", "+Hạ", "Mưa"],
        ["+Đăng bởi", "+Lường Thị Hạ Sa Nà", "Mưa"],  # five words
        ["Đăng bởi", "Lường Thị Hạ Sa Nà Lo", "Mưa"],
        ["Đăng bởi", "lường hạ", "Mưa"],
        ["Đăng bởi", "---", "Mưa"],
        ["Đăng bởi", "Liên Hệ", "Mưa"],
        ["+Nguồn:", "+bansimuoi.example.vn", "Mưa"],
        ["Đăng bởi"],
        ["Mưa", "Nguồn"],
        ["Đăng bởi ai đó", "Lường Hạ"],
        ["Đăng ký", "Lường Hạ"],
        ["+Đăng lúc", "+Nước lên tới mép kè hồi 08:45 sáng hôm k", "Mưa"],  # forty characters
        ["Đăng lúc", "Nước lên tới mép kè hồi 08:45 sáng hôm kk", "Mưa"],
        ["+Đăng lúc", "+12/3/2019"],  # the end of the page
    ],
)
def test_labels_of_a_byline(lines: list[str]) -> None:
    assert found_by(written, lines) == lines
