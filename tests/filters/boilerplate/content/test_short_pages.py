"""Pages of short lines: what is content there by its place, its own words or its rows, and what only looks so."""

from __future__ import annotations

import numpy as np
import pytest

from vntextclean.filters.boilerplate.content.edges import edges
from vntextclean.filters.boilerplate.content.own_forms import encyclopedia, last_headings, notice, recipients, song
from vntextclean.filters.boilerplate.content.rows_of_cells import rows_of_cells
from vntextclean.filters.boilerplate.reading.page import read

MENU = ["Trang chủ", "Liên hệ", "Đăng nhập"]
ARTICLE = "Đầm Sét là một đầm nước lợ ở phía nam."
SHORT = ["Bến trên", "Bến dưới", "Bến giữa", "Bến gỗ", "Bến đá", "Bến cát", "Bến lau", "Bến sậy", "Bến tre"]


def kept_at_edges(lines: list[str], odds: list[float]) -> list[str]:
    page = read("\n".join(lines))
    found = edges(page, np.array(odds, np.float32), 1.6)
    return [lines[index] for index in found.nonzero()[0]]


def test_the_first_lines_below_a_menu_and_the_last_above_the_foot_stay() -> None:
    lines = [*MENU, "Tên các bến đò", "Kể từ nguồn", *SHORT, "Hết rồi", *MENU]
    odds = [5.0] * 3 + [2.0, 2.5] + [0.0] * 9 + [2.0] + [5.0] * 3
    assert kept_at_edges(lines, odds) == ["Tên các bến đò", "Kể từ nguồn", "Hết rồi"]


@pytest.mark.parametrize("entries", [MENU[:2], [*MENU, "Góc vườn", "Liên hệ"], []])
def test_what_is_no_menu_has_no_edge(entries: list[str]) -> None:
    lines = [*entries, "Chuyện", *SHORT]
    assert kept_at_edges(lines, [5.0] * len(entries) + [2.0] + [0.0] * 9) == []


def test_entries_that_are_surely_furniture_are_no_first_lines() -> None:
    lines = [*MENU, "Góc vườn", "Góc bếp", *SHORT]
    assert kept_at_edges(lines, [5.0] * 3 + [4.0, 4.0] + [0.0] * 9) == []


@pytest.mark.parametrize(
    ("odds", "kept"),
    [
        ([0.0] * 9 + [2.0, 2.0], ["Kể từ nguồn", "Hết rồi"]),  # up to the first line that surely stays
        ([0.0] * 9 + [2.0, 4.0], []),  # the last is surely furniture
        ([0.0] * 9 + [4.0, 2.0], []),
        ([0.0, 0.0, 3.0, 0.0, 0.0, 0.0, 0.0, 2.0, 2.0, 2.0, 1.0], []),  # but for the last line four of nine stay
        ([0.0, 0.0, 3.0, 0.0, 0.0, 0.0, 0.0, 0.0, 2.0, 2.0, 1.0], ["Bến tre", "Kể từ nguồn", "Hết rồi"]),
    ],
)
def test_the_last_lines_above_the_foot_are_looked_at_from_below(odds: list[float], kept: list[str]) -> None:
    lines = [*SHORT, "Kể từ nguồn", "Hết rồi", *MENU]
    assert kept_at_edges(lines, [*odds, 5.0, 5.0, 5.0]) == kept


def test_a_title_of_four_words_stays_over_lines_that_stay_but_no_entry_of_a_list() -> None:
    odds = [5.0] * 3 + [4.0] + [0.0] * 9
    assert kept_at_edges([*MENU, "Tên các bến đò", *SHORT], odds) == ["Tên các bến đò"]
    assert kept_at_edges([*MENU, "* Tên các bến đò", *SHORT], odds) == []


def test_a_page_that_goes_has_no_edge() -> None:
    assert kept_at_edges([*MENU, "Tên các bến đò", *SHORT], [5.0] * 4 + [3.0] * 9) == []


def test_who_gets_a_letter_ends_with_who_files_it() -> None:
    page = read("Nơi nhận:\n- Các thôn\n- Lưu: VP\nTin mới")
    assert recipients(page).tolist() == [True, True, True, False]
    assert recipients(read("Nơi nhận:\nTin mới\nTin ảnh")).tolist() == [True, False, False]
    assert not recipients(read("Nơi nhận hàng của quý khách\nLưu: giữ hóa đơn")).any()


def test_a_notice_is_headed_by_its_kind_only_above_what_it_is_about() -> None:
    assert notice(read("KẾ HOẠCH\nV/v nạo vét mương\nTin mới")).tolist() == [True, True, False]
    assert not notice(read("THÔNG BÁO\nTin mới\nVề việc nạo vét mương")).any()


def test_a_song_has_two_parts_and_may_name_who_made_it_above() -> None:
    text = "Liên hệ\nBến vắng\nSáng tác: Lường Hạ\nLời 1\nĐò ai\nĐiệp khúc\nÀ ơi\nÀ ơi\nTin mới"
    assert song(read(text)).nonzero()[0].tolist() == [1, 2, 3, 4, 5, 6]
    assert not song(read("Điệp khúc\nÀ ơi\nTin mới")).any()


def test_an_article_of_an_encyclopedia_ends_at_its_categories() -> None:
    text = "Đầm Sét\nBách khoa toàn thư mở Wikipedia\nBước tới điều hướng\nTỉnh\nHà Nam\nCá[sửa | sửa mã nguồn]\n"
    assert encyclopedia(read(text + "Thể loại: Đầm\nDài")).nonzero()[0].tolist() == [0, 3, 4, 5]
    assert encyclopedia(read(text + "Dài")).nonzero()[0].tolist() == [5]
    assert not encyclopedia(read("Theo Bách khoa toàn thư mở Wikipedia thì đầm cạn\nThể loại: Đầm")).any()


def test_times_are_a_table_from_four_on() -> None:
    assert rows_of_cells(read("Giờ đò\n5h\n6:30\n7 giờ 10\n20h45")).all()
    assert not rows_of_cells(read("Giờ đò\n5h\n6h\n7h\nBến lau\n12\n14\n16\n18")).any()


@pytest.mark.parametrize(
    "rows",
    [
        ["Lò Sen", "12", "Hà Ún", "9", "Cà Hợi", "7", "Vì Tủa", "5"],  # one figure: counts below entries
        ["Sao vàng", "12", "0%", "Sao vàng", "9", "0%", "Sao vàng", "7", "0%"],
        ["Ngày", "0", "2", "Giờ", "1", "8", "Phút", "3", "0"],
        ["Lò Sen", "12", "8", "Hà Ún", "9", "7"],
    ],
)
def test_counters_are_no_rows(rows: list[str]) -> None:
    assert not rows_of_cells(read("\n".join(["Thống kê", *rows, "Bến lau"]))).any()


def test_the_last_headings_of_an_encyclopedia_stay_and_its_tools_go() -> None:
    text = "Đầm Sét\nBách khoa toàn thư mở\nTỉnh\nHà Nam\nXem thêm\nĐầm Vạc\nLiên kết ngoài\nCông cụ\n"
    assert encyclopedia(read(text + "Trang này được sửa đổi")).nonzero()[0].tolist() == [0, 2, 3, 4, 5, 6]


def test_an_article_of_another_wiki_stands_between_the_tabs_and_the_tools() -> None:
    body = "Bún đỏ\nNồi nhỏ\nXem thêm\nBún mắm\nBánh hỏi\nRau răm"
    page = read(f"Đọc\nXem lịch sử\n{body}\nCông cụ\nCác liên kết đến đây")
    assert encyclopedia(page).nonzero()[0].tolist() == [2, 3, 4, 5, 6, 7]
    among_the_tabs = read(f"Xem lịch sử\nCông cụ\n{body}\nCác liên kết đến đây")
    assert not encyclopedia(among_the_tabs).any()
    assert not encyclopedia(read(f"Xem lịch sử\n{body}")).any()


TABLE = ["Lò", "Trận", "Thắng", "Thua", "Rèn", "7", "6", "1", "Mộc", "7", "5", "2", "Chài", "7", "3", "4"]


def test_rows_of_one_word_need_four_figures_and_bring_their_headings() -> None:
    wide = ["Bảng vật năm nay", "Lò", "T", "H", "B", "Đ"]
    for name in ("Rèn", "Mộc", "Chài"):
        wide += [name, "7", "6", "1", "19"]
    assert rows_of_cells(read("\n".join(["Liên hệ", *wide, "Tin mới"]))).nonzero()[0].tolist() == [*range(1, 22)]
    assert not rows_of_cells(read("\n".join(TABLE))).any()


def test_the_first_cell_may_be_a_number_and_others_may_come_again() -> None:
    rows = [["1", "Hang Dơi", "Pu Nhi", "9"], ["2", "Hang Sói", "Pu Nhi", "3"], ["3", "Hang Khến", "Lả Sẳng", "5"]]
    page = read("\n".join(["Liên hệ", *(cell for row in rows for cell in row), "Tin mới"]))
    assert rows_of_cells(page).nonzero()[0].tolist() == [*range(1, 13)]
    assert not rows_of_cells(read("\n".join(3 * ["Đang xem", "12", "40"]))).any()  # the same label again


def test_the_last_sections_of_a_wiki_stay_up_to_its_foot() -> None:
    lines = [ARTICLE, "Xem thêm", "Đầm Sét", "Chú thích", "Sổ đo", "Công cụ", "Đăng nhập"]
    assert last_headings(read("\n".join(lines))).nonzero()[0].tolist() == [1, 2, 3, 4]


@pytest.mark.parametrize(
    "lines",
    [
        [ARTICLE, "Tham khảo", "Sổ đo", "Bài viết liên quan", "Xem thêm", "Về chúng tôi"],
        [ARTICLE, "Xem thêm", "Đầm Sét", "Xem thêm", "Bến Sét", "Tham khảo"],
        [ARTICLE, "Xem thêm", "Đầm Sét", "Bến Sét"],
        ["Xe cũ", "Giá: 2 triệu", "Xem thêm", "Ghe tam bản", "Tham khảo"],
    ],
    ids=["beside furniture", "more than one", "no other heading", "no sentence above"],
)
def test_a_button_is_no_heading_of_a_wiki(lines: list[str]) -> None:
    assert not last_headings(read("\n".join(lines))).any()


@pytest.mark.parametrize(
    "lines",
    [
        [ARTICLE, "Tham khảo", "Xem thêm", "Giá phân bón", "Lịch cắt nước", "Góp ý"],
        [ARTICLE, "Xem thêm", "Giống lúa", "Đăng nhập", "Tham khảo", "Lịch cắt nước", "Góp ý"],
    ],
    ids=["headings with nothing between them", "an entry of a menu below another"],
)
def test_entries_of_a_menu_are_no_last_headings(lines: list[str]) -> None:
    assert not last_headings(read("\n".join(lines))).any()


def test_the_categories_below_the_last_heading_go() -> None:
    lines = [ARTICLE, "Chú thích", "Sổ đo lũ", "Liên kết ngoài", "Bản vẽ đê", "Thể loại: Đầm", "Góp ý"]
    assert last_headings(read("\n".join(lines))).nonzero()[0].tolist() == [1, 2, 3, 4]
