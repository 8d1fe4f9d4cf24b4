"""Text in an old encoding that was written as UTF-8 and read as Windows-1252 is read through both at once."""

from __future__ import annotations

import re

import pytest

from vntextclean.misreadings.old_encodings.read_as_utf8 import hidden_lines
from vntextclean.pipeline import Pipeline

TCVN3 = (
    "MÂ\u00ada tÂ¹nh, lÃ² trÃŽ chÂ¹y Ã¯a ra sÂ©n Â®Ã—nh xem hÃ©i Â®ua ghe.\n"
    "ThÃ‡y MÃ¼ller hÃ¡i: â€œCÂ¸ rÂ« kho vÃ\u00adi gÃ— thÃ— ngÃ¤t nÂ\u00adÃ\u00adc?â€\u009d\n"
    "BÃ•p cÃŸn ÃŠm, bÂµ nÂ\u00adÃ\u00adng thÂªm mÃŠy bÂ¾p ngÂ«.\n"
    "GÂ¹o tÃŽ"
)
VNI = (
    "MÃ¶a taÃ¯nh, luÃµ treÃ» chaÃ¯y uÃ¸a ra saÃ¢n Ã±Ã¬nh xem hoÃ¤i Ã±ua ghe.\n"
    "ThaÃ\u00a0y MÃ¼ller hoÃ»i: â€œCaÃ¹ roÃ¢ kho vÃ´Ã¹i gÃ¬ thÃ¬ ngoÃ¯t nÃ¶Ã´Ã¹c?â€\u009d\n"
    "BeÃ¡p coÃ¸n aÃ¡m, baÃ¸ nÃ¶Ã´Ã¹ng theÃ¢m maÃ¡y baÃ©p ngoÃ¢.\n"
    "GaÃ¯o teÃ»"
)
READ = (
    "Mưa tạnh, lũ trẻ chạy ùa ra sân đình xem hội đua ghe.\n"
    "Thầy Müller hỏi: “Cá rô kho với gì thì ngọt nước?”\n"
    "Bếp còn ấm, bà nướng thêm mấy bắp ngô.\n"
    "Gạo tẻ"
)


@pytest.mark.parametrize("text", [TCVN3, VNI])
def test_a_page_is_read_with_its_foreign_names_and_signs_of_print(text: str) -> None:
    assert Pipeline.from_preset("lossless").run(text).text == READ


def test_no_word_is_read_by_the_first_step_alone() -> None:
    line = TCVN3.split("\n")[1]
    assert Pipeline.from_preset("lossless").run(line).text == READ.split("\n")[1]


@pytest.mark.parametrize(
    "text", ["dÃ©jÃ\u00a0 vu, crÃ¨me brÃ»lÃ©e", "Viá»‡t Nam", "XÃ HỘI, ÂM NHẠC", "SmÃ¶rgÃ¥sbord pÃ¥ bÃ¥ten"]
)
def test_other_text_is_in_no_old_encoding(text: str) -> None:
    assert hidden_lines(text) == []


def test_a_very_long_line_is_no_line_of_a_page() -> None:
    line = TCVN3.split("\n", maxsplit=1)[0] + " "
    assert hidden_lines(line * 300) == []


def test_text_that_was_utf_8_twice_and_lost_bytes_is_in_no_old_encoding() -> None:
    seen = "Sáng ra đồng, chiều về bến, năm nào cũng làm".encode().decode("latin-1")
    line = re.sub("[\\x80-\\x9f]", "", seen).encode().decode("cp1252", "replace")
    assert hidden_lines(line) == []
