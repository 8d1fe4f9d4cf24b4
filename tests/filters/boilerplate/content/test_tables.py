"""Tables, records and signatures are known by what they are, and what looks like them is not."""

from __future__ import annotations

import numpy as np
import pytest

from vntextclean.filters.boilerplate.content.posts import people_with_posts
from vntextclean.filters.boilerplate.content.records import labelled_records, papers_to_bring, personal_record
from vntextclean.filters.boilerplate.content.tables import columns, keys, measures, numbered_rows
from vntextclean.filters.boilerplate.features.layout_features import layout_features, word_context
from vntextclean.filters.boilerplate.features.word_scores import BUCKETS, word_features
from vntextclean.filters.boilerplate.reading.blocks import blocks_of
from vntextclean.filters.boilerplate.reading.page import read


def test_a_row_may_be_a_cell_a_line() -> None:
    page = read("Trang chủ\nSTT\nHọ tên\nĐiểm\n1\nHà\n8\n2\nLan\n9\nXem thêm")
    assert numbered_rows(page).nonzero()[0].tolist() == list(range(1, 10))
    page = read("Trang chủ\nBảng điểm lớp\nSTT Họ tên\n1 Hà\n2 Lan 9\nvà Mận\n3 Ín\nXem thêm")
    assert numbered_rows(page).nonzero()[0].tolist() == list(range(1, 7))  # below the last number may be a menu


@pytest.mark.parametrize("text", ["STT\n1\nTrang chủ\nLiên hệ", "Trang chủ\n1 Ghế\n2 Bàn\n3 Tủ", "STT\nMột\nHai\n4\n5"])
def test_numbers_alone_and_heads_alone_are_no_table(text: str) -> None:
    assert not numbered_rows(read(text)).any()


@pytest.mark.parametrize(
    ("heads", "is_table"),
    [
        (("Loại", "Giá lẻ"), True),
        (("Loại 1", "Giá lẻ"), True),
        (("Loại 1", "Giá 2"), False),  # a list of classes and prices
        (("Loại", "Giá lẻ của cả một bộ men"), False),  # a sentence heads no column
        (("Loại", "Bát đĩa"), False),  # one heading
    ],
)
def test_columns_have_short_headings(heads: tuple[str, str], is_table: bool) -> None:
    page = read("\n".join(("Liên hệ", *heads, "Men tro", "45.000 đ", "Men lam", "48.000 đ", "Giỏ hàng")))
    assert columns(page).any() == is_table


def test_a_label_that_stands_once_is_no_record() -> None:
    page = read("Điện thoại: 0900\nĐịa chỉ: xóm Hạ\nEmail: a@xa.example\nTổng biên tập: Lò Thị Mận")
    assert not labelled_records(page).any()
    page = read("Lượt xem: 12\nLượt xem: 15\nLượt xem: 9\nSố hiệu: 2\nSố hiệu: 3\nSố hiệu: 4")
    assert not labelled_records(page).any()


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Nơi nhận: Sở Giáo dục\nKT. HIỆU TRƯỞNG\nPhạm Quang Huy\nLiên hệ", [1, 2]),
        ("CHỦ TỊCH\n(chữ ký)\nTrần Hữu Lợi", [0, 1, 2]),
        ("TỔNG BIÊN TẬP\nHoàng Văn Thái", []),
        ("GIÁM ĐỐC\nTIN TỨC\nSỰ KIỆN", []),
    ],
)
def test_who_signs_stands_below_the_post(text: str, kept: list[int]) -> None:
    assert people_with_posts(read(text)).nonzero()[0].tolist() == kept


def test_a_line_is_compared_with_the_title_and_the_indent_of_the_prose() -> None:
    prose = "Sáng nay bà con thôn Hạ cùng nhau dọn sạch con kênh dẫn nước vào đồng, rồi cùng nhau ăn cơm trưa."
    page = read(f"Con kênh thôn Hạ - Báo Xa\nTrang chủ\n  Con kênh thôn Hạ\n  {prose}")
    rows = layout_features(page, blocks_of(page))
    assert rows[:, 2].tolist() == [1, 0, 1, 0]
    assert rows[:, 0].tolist()[:3] == [1, 0, 1]
    assert rows[:, 6].tolist() == [0, 0, 1, 1]
    assert rows[:, 7].tolist() == [-2, -2, 0, 0]


def test_the_words_around_say_what_the_scores_of_words_say() -> None:
    page = read("Trang chủ\nLiên hệ\nMưa to")
    blocks = blocks_of(page)
    scores = np.full(BUCKETS, 20, np.int8)
    context = word_context(page, blocks, word_features(page, scores))
    assert context[:, 0].tolist() == [2, 2, 2]
    assert not word_context(page, blocks, word_features(page, np.zeros(BUCKETS, np.int8))).any()


def test_a_form_is_no_record_of_a_person() -> None:
    assert not personal_record(read("Họ và tên\nGiới tính\nNgày sinh\nĐịa chỉ\nEmail\nGửi\nĐặt lại")).any()
    assert not personal_record(read("Chức vụ\nPhó phòng\nTin mới\nMưa to")).any()


def test_what_to_bring_is_a_list_of_papers() -> None:
    page = read("Trang chủ\nHồ sơ gồm:\n- Đơn xin học nghề\n- Sổ đoàn\n- Bản sao giấy khai sinh\n- 2 ảnh 3x4\nLiên hệ")
    assert papers_to_bring(page).nonzero()[0].tolist() == [1, 2, 3, 4, 5]
    assert not papers_to_bring(read("Đơn vị trực thuộc\nĐơn xin học nghề\nTờ khai thuế\nLiên hệ")).any()  # too few
    apart = "\n".join(f"Tờ khai {number}\nMưa\nNắng\nGió\nSương" for number in range(4))
    assert not papers_to_bring(read(apart)).any()


def test_a_heading_may_hold_a_number_and_the_title_of_a_table_stays() -> None:
    rows = "Men tro\n7\n45.000 đ\n41.000 đ\nMen lam\n7\n48.000 đ\n44.000 đ"
    page = read(f"Liên hệ\nBảng giá ấm chén\nLoại\nSố món\nGiá lẻ\nGiá từ 10 bộ\n{rows}\nGiỏ hàng")
    assert columns(page).nonzero()[0].tolist() == list(range(1, 14))


@pytest.mark.parametrize(
    "text",
    [
        "Bình hoa\n45.000 đ\nBát cơm\n48.000 đ\nĐĩa cá\n50.000 đ",  # goods of a shop, without headings
        "Tên\nĐiện thoại\nNội dung\nMã xác nhận\nGửi",  # a form
        "Loại\nGiá lẻ\nMen tro\n45.000 đ\nMen lam\nMen rạn",  # one row
    ],
)
def test_no_columns(text: str) -> None:
    assert not columns(read(text)).any()


def test_measures_stand_below_what_is_measured_or_beside_it() -> None:
    page = read("Liên hệ\nThông số| Giá trị\nCao| 11 cm\nNặng| 780 g\nĐầy| 350 ml\nGiỏ hàng")
    assert measures(page).nonzero()[0].tolist() == [1, 2, 3, 4]
    assert not measures(read("Hôm nay\n41\nTuần\n200\nTháng\n3.000")).any()
    assert not measures(read("Cao\n11 cm\nNặng\n780 g\nGiỏ hàng")).any()


def test_keys_stay_with_what_they_do_and_a_hint_in_a_menu_is_no_key() -> None:
    lines = "Liên hệ\nAlt + F4\nThoát\nCtrl+Shift+S\nLưu thành\nEsc\nBỏ\nGóp ý"
    assert keys(read(lines)).nonzero()[0].tolist() == [1, 2, 3, 4, 5, 6]
    assert not keys(read("Tìm kiếm Ctrl K\nTrang chủ\nCtrl + P\nIn\nHome\nTin\nTin mới\nTin cũ\nEnd")).any()
    assert not keys(read("Home\nTin\nTab\nẢnh\nEnter\nGóp ý")).any()
