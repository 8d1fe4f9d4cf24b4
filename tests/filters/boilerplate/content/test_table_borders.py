"""Tables end where their rows end, and what is one row, one word or one line too few is none."""

from __future__ import annotations

import pytest

from tests.filters.boilerplate.marked import found_by
from vntextclean.filters.boilerplate.content.tables import columns, keys, measures, numbered_rows

FILLER = ["Gió bấc"] * 20


def all_found(lines: list[str]) -> list[str]:
    return [f"+{line}" for line in lines]


@pytest.mark.parametrize(
    "lines",
    [
        ["+STT Tên", "+1 Ghế", "+2 Bàn"],  # the whole page
        ["STT Tên", "1 Ghế", "Bàn"],
        ["STT Tên", "2 Ghế", "3 Bàn"],
        ["Gió bấc", "+TT Tên", "+1 Ghế", "+2 Bàn", "Gió bấc"],
        ["+Số thứ tự", "+1. Ghế", "+2. Bàn", "Gió bấc"],
        ["+Số TT", "+01 Ghế", "+02 Bàn", "Gió bấc"],
        ["Số nhà", "1 Ghế", "2 Bàn", "Gió bấc"],
        ["+Ghế của trường", "+STT Tên", "+1 Ghế", "+2 Bàn"],  # three words are a title
        ["Ghế trường", "+STT Tên", "+1 Ghế", "+2 Bàn"],
        ["Các tin liên quan", "+STT Tên", "+1 Ghế", "+2 Bàn"],
        ["+STT Tên", "+1 Ghế", "+2 Bàn", "Chợ phiên họp lại"],  # the last line is above no first one
        ["+STT", "+1", "+Ghế", "+2", "+Bàn", "Tủ"],
        ["+STT", "+1", "+Ghế", "+2", "+Bàn", "+gỗ", "+3", "Tủ"],
        ["+STT", "+Tên", "+1", "+Ghế", "+2", "+Bàn"],
        ["+STT Tên", "+1 Ghế", "+2 Bàn", "+3 Tủ", "5 Rương", "+4 Sập", "6 Phản"],
    ],
)
def test_numbered_rows(lines: list[str]) -> None:
    if lines[-1] == "6 Phản":
        lines[4] = "+5 Rương"  # stands between the rows
    assert found_by(numbered_rows, lines) == lines


def test_a_numbered_row_may_stand_fourteen_lines_below_the_last() -> None:
    expected = all_found(["STT", *FILLER[:13], "1", "2"]) + FILLER[:1]
    assert found_by(numbered_rows, expected) == expected
    expected = ["STT", *FILLER[:14], "1", "2"]
    assert found_by(numbered_rows, expected) == expected
    expected = all_found(["STT", "1", *FILLER[:13], "2", *FILLER[:13]]) + FILLER[:1]
    assert found_by(numbered_rows, expected) == expected
    expected = ["STT", "1", *FILLER[:14], "2", *FILLER]
    assert found_by(numbered_rows, expected) == expected
    expected = [*all_found(["STT", "1", "2"]), *FILLER[:14], "3"]
    assert found_by(numbered_rows, expected) == expected


HEAD, ROWS = ["Loại", "Giá lẻ"], ["Men tro", "45.000 đ", "Men lam", "48.000 đ"]


@pytest.mark.parametrize(
    "lines",
    [
        all_found([*HEAD, *ROWS]),  # the whole page
        [*all_found([*HEAD, *ROWS]), "Bát cơm của nhà", "Gió bấc"],
        [*all_found([*HEAD, *ROWS]), "Bát cơm của nhà"],  # the last line is above no first one
        [*HEAD, *ROWS[:2]],  # one row
        [*all_found([*HEAD, *ROWS]), "Gió bấc", "Mưa to"],
        [*all_found([*HEAD, *ROWS]), "Gió bấc"],
        all_found([*HEAD, *ROWS, "Men rạn", "51.000 đ"]),
        [*all_found([*HEAD, *ROWS]), "50.000 đ", "Men rạn"],
        ["Gió bấc", *all_found([*HEAD, *ROWS])],
        ["Bát cơm nhà", "Gió bấc", *all_found([*HEAD, *ROWS])],
        all_found(["Bát cơm nhà", *HEAD, *ROWS]),  # a title of three words
        all_found(["Bảng bát", *HEAD, *ROWS]),  # or one that says what stands below
        ["Các tin liên quan", *all_found([*HEAD, *ROWS])],
        all_found(["Bảng tin liên quan", *HEAD, *ROWS]),
        [*HEAD, *(ROWS[index] for index in (1, 0, 3, 2))],  # of two columns the first has names
        [*HEAD, "2 bát", "45.000 đ", "3 bát", "48.000 đ"],
        all_found([*HEAD, "Mã", "2", "Men tro", "45.000 đ", "3", "Men lam", "48.000 đ"]),
        [*HEAD, "Mã", "2", "Men tro", "xám", "3", "Men lam", "xanh"],  # figures in the first column alone
        all_found([*HEAD, "Màu", "Men tro", "45.000 đ", "xám", "Men lam", "48.000 đ", "xanh"]),
        all_found([*HEAD, "Bát đĩa của nhà máy gốm", *ROWS[:2], "2", *ROWS[2:], "3"]),  # six words
        [*HEAD, "Bát đĩa của nhà máy gốm xa", *ROWS[:2], "2", *ROWS[2:], "3"],
        all_found([*HEAD, "Men tro của lò xóm Hạ", "45.000 đ", *ROWS[2:]]),
        [*HEAD, "Men tro của lò xóm Hạ cũ", "45.000 đ", *ROWS[2:]],
        [*HEAD, *ROWS[:2], "Men lam của lò xóm Hạ cũ", "48.000 đ"],
        [*all_found([*HEAD, *ROWS]), "Men rạn của lò xóm Hạ cũ", "48.000 đ"],
        all_found(["Loại", "Bát đĩa", "Giá lẻ", *ROWS[:2], "2", *ROWS[2:], "3"]),  # no matter which are known
        ["Bát đĩa", *all_found(["Loại", "Giá lẻ", *ROWS]), "2"],
        ["Loại", "Bát đĩa", *ROWS],  # one heading
        ["Loại", "Gió bấc", *ROWS, "Giá lẻ"],
        [*all_found([*HEAD, *ROWS]), "Gió bấc", *all_found([*HEAD, *ROWS]), "Mưa to"],  # two tables
    ],
)
def test_columns(lines: list[str]) -> None:
    assert found_by(columns, lines) == lines


@pytest.mark.parametrize(("width", "is_table"), [(2, True), (3, True), (7, True), (8, True), (9, False)])
def test_a_table_has_eight_columns_at_most(width: int, is_table: bool) -> None:
    heads = ["Loại", *["Bát đĩa"] * (width - 2), "Giá lẻ"]
    lines = heads + 2 * (["Men tro"] * (width - 1) + ["45.000 đ"])
    expected = all_found(lines) if is_table else lines
    assert found_by(columns, expected) == expected
    lines = [*heads[:1], *heads[-1:], *heads[1:-1], *lines[width:]]
    expected = all_found(lines) if is_table else lines
    assert found_by(columns, expected) == expected


@pytest.mark.parametrize(("size", "is_table"), [(60, True), (61, False)])
def test_a_cell_has_sixty_characters_at_most(size: int, is_table: bool) -> None:
    lines = [*HEAD, "x" * size, "45.000 đ", *ROWS[2:]]
    expected = all_found(lines) if is_table else lines
    assert found_by(columns, expected) == expected
    lines = ["Cao", "11 cm", "Nặng", "7 g", "Sâu", f"5{' ' * (size - 3)}cm"]
    expected = all_found(lines) if is_table else lines
    assert found_by(measures, expected) == expected


@pytest.mark.parametrize(
    "lines",
    [
        all_found(["Cao", "11 cm", "Nặng", "780 g", "Đầy", "350 ml"]),  # the whole page
        ["Gió bấc", *all_found(["Cao", "11 cm", "Nặng", "780 g", "Đầy", "350 ml"]), "Gió bấc"],
        ["Cao", "11 cm", "Nặng", "780 g"],  # two
        ["11 cm", "780 g", "350 ml"],  # of what?
        ["Cao", "11 cm", "780 g", "Đầy", "350 ml"],
        ["11 cm", "Nặng", "780 g", "Đầy", "350 ml"],
        all_found(["Cao: 11 cm", "Nặng: 780 g", "Đầy: 350 ml"]),
        ["Cao: 11 cm", "Nặng: 780 g", "Đầy: 35 lần"],
        ["Cao: 11 cm", "Nặng: 780 g", "Đầy: 350 mlz"],
        all_found(["Kích thước", "Cao: 11 cm", "Nặng: 780 g", "Đầy: 350 ml"]),  # a heading above
        all_found(["Bề cao của cái ấm men", "11 cm", "Nặng", "780 g", "Đầy", "350 ml"]),  # six words
        ["Bề cao của cái ấm men tro", "11 cm", "Nặng", "780 g", "Đầy", "350 ml"],
        [*all_found(["Cao: 11 cm", "Nặng: 780 g", "Đầy: 350 ml"]), "Kích thước"],
        all_found(["Cao: 11 cm", "Gió", "Bấc", "Nặng: 780 g", "Gió", "Bấc", "Đầy: 350 ml"]),  # three lines on
        ["Cao: 11 cm", "Gió", "Bấc", "Về", "Nặng: 780 g", "Gió", "Bấc", "Đầy: 350 ml"],
        ["Dài: 11 cm", *FILLER[:4], *all_found(["Cao: 11 cm", "Nặng: 780 g", "Đầy: 350 ml"]), *FILLER[:4], "Dài: 3 m"],
        [
            *all_found(["Cao: 11 cm", "Nặng: 780 g", "Đầy: 350 ml"]),
            *FILLER[:4],
            *all_found(["Cao: 12 cm", "Nặng: 790 g", "Đầy: 360 ml", "Sâu: 3 cm"]),
            *FILLER[:2],
        ],
    ],
)
def test_measures(lines: list[str]) -> None:
    assert found_by(measures, lines) == lines


@pytest.mark.parametrize(
    "lines",
    [
        all_found(["Ctrl + P", "In", "Ctrl + F", "Tìm kiếm", "F1", "Trợ giúp"]),
        all_found(["Ctrl + P", "In", "Ctrl + F", "Tìm kiếm", "F1"]),  # cut off
        ["Ctrl + P", "In", "Ctrl + F", "Tìm kiếm"],
        ["Home", "Tin", "F2", "Tìm kiếm", "F1", "Trợ giúp"],  # no key that is held
        all_found(["Ctrl + P", "In", "hai mặt", "Ctrl + F", "Tìm kiếm", "chữ", "F1", "Trợ giúp"]) + ["Gió bấc"],
        ["Ctrl + P", "In", "hai mặt", "giấy", "Ctrl + F", "Tìm kiếm", "chữ", "F1", "Trợ giúp", "Gió bấc"],
        ["F5", *FILLER[:4], *all_found(["Ctrl + P", "In", "Ctrl + F", "Tìm", "F1", "Xem"]), *FILLER[:4], "Esc", "Gió"],
        [
            *all_found(["Ctrl + P", "In", "Ctrl + F", "Tìm", "F1", "Xem"]),
            *FILLER[:3],
            *all_found(["Alt + P", "In", "Alt + F", "Tìm", "F2", "Xem"]),
            *FILLER[:3],
        ],
    ],
)
def test_keys(lines: list[str]) -> None:
    assert found_by(keys, lines) == lines
