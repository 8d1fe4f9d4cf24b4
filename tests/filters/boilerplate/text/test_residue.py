"""What extractors leave is taken off for judging, line for line."""

from __future__ import annotations

import pytest

from vntextclean.filters.boilerplate.text.code import code_blocks, code_lines
from vntextclean.filters.boilerplate.text.residue import TABLE, Residue, flattened, lead_of, words_of


@pytest.mark.parametrize("residue", TABLE, ids=lambda each: f"{each.extractor}: {each.example}")
def test_each_row_of_the_table_does_what_its_example_says(residue: Residue) -> None:
    smooth = flattened(residue.example)
    assert words_of(smooth, lead_of(smooth)) == residue.judged


def test_boxes_are_taken_off_where_a_line_begins() -> None:
    text = "[x] Nhớ tôi\n  * [X] Gửi\nô [x] giữa\n[ ] [x] hai\n:INS] [INS:mới\n[*][_] ba"
    assert flattened(text) == " Nhớ tôi\n Gửi\nô [x] giữa\n [x] hai\n mới\n ba"


def test_lines_keep_their_numbers() -> None:
    text = "[Một](/mot)\n\n  IFRAME: //qc.vn\n[ ]\n[hai\n](ba)\n____\n\n(BUTTON)"
    assert flattened(text).count("\n") == text.count("\n")


@pytest.mark.parametrize(
    "line",
    [
        "Xem [12] và [13]",
        "Giá [chưa gồm thuế]",
        "Hàm f(x) = [x]",
        "#1 thế giới",
        "Số __ trống",
        "[sic] nguyên văn",
        "[1]",
        "[...]",
        "[Hết]",
    ],
)
def test_what_is_no_residue_stays(line: str) -> None:
    assert flattened(line) == line


@pytest.mark.parametrize(
    ("line", "lead"),
    [
        ("    - Trang chủ", "    - "),
        ("12. Điều khoản", "12. "),
        ("IV. Tổ chức", "IV. "),
        ("| Tên | Tuổi |", "| "),
        ("### **Tin mới**", "### **"),
        ("3,5 triệu đồng", ""),
        ("a. b. c", "a. "),
        ("Đ. Lê Lợi", ""),
    ],
)
def test_what_stands_before_the_words(line: str, lead: str) -> None:
    assert lead_of(line) == lead


def test_a_block_of_code_is_whole_though_a_token_stands_on_each_line() -> None:
    tokens = ["$", ".", "ajax", "({", "type", ":", "'GET'", ",", "url", ":", "success", ":", "});"]
    assert code_blocks(code_lines(tokens)).all()


def test_a_menu_is_no_code() -> None:
    menu = ["Trang chủ", "Giới thiệu", "[Liên hệ]", "Tin tức (12)", "Hỏi - Đáp", "© 2020", "» Xem thêm", "A+ A-"]
    assert not code_lines(menu).any()
