"""A first letter that was lost comes back as a capital where the model or the lines beside it expect one."""

from __future__ import annotations

import pytest

from tests.filters.diacritics.cleaned import repaired


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Việc này ghi ở điểm a khoản 2 iều 24 của Luật Đất đai.", "khoản 2 Điều 24 của"),
        ("Bộ Giáo dục và ào tạo đã trả lời các trường.", "Giáo dục và Đào tạo đã"),
        ("Ai cũng lo. ời sống của bà con đã khá hơn trước.", "lo. Đời sống"),
    ],
)
def test_a_name_a_title_and_a_sentence_begin_with_one(written: str, meant: str) -> None:
    assert meant in repaired(written)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Huyện mở lớp ào tạo nghề cho thanh niên.", "lớp đào tạo nghề"),
        ("Bố dắt con qua ường lớn.", "qua đường lớn"),
    ],
)
def test_other_words_do_not(written: str, meant: str) -> None:
    assert meant in repaired(written)


def test_a_line_begins_as_the_lines_beside_it() -> None:
    lines = "Giờ mở cửa hằng ngày của nhà văn hóa\n{0} chỉ liên hệ của nhà văn hóa\n{1} thoại của nhà văn hóa"
    assert repaired(lines.format("ịa", "Điện")) == lines.format("Địa", "Điện")
    small = lines.replace("Giờ", "giờ")
    assert repaired(small.format("ịa", "điện")) == small.format("địa", "điện")
