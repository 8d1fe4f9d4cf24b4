"""Words that touch a number: which are parted, which are units, codes and footnotes."""

from __future__ import annotations

import pytest

from vntextclean.filters.run_ons.filter import RunOns
from vntextclean.filters.run_ons.numbers import is_footnote
from vntextclean.settings import MIN_CONFIDENCE, Settings
from vntextclean.text_state import TextState


def parted(text: str) -> str:
    left, at = "", 0
    for edit in RunOns(Settings()).edits(TextState(text)):
        if edit.confidence >= MIN_CONFIDENCE:
            left, at = left + text[at : edit.start] + edit.replacement, edit.end
    return left + text[at:]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Toàn tỉnh tổ chức 115cuộc đối thoại.", "Toàn tỉnh tổ chức 115 cuộc đối thoại."),
        ("Cả xã có1 tỷ đồng.", "Cả xã có 1 tỷ đồng."),
        ("Họp lúc 15hchiều nay ở đình.", "Họp lúc 15h chiều nay ở đình."),
        ("Bao lúa 5kgthoc của bà.", "Bao lúa 5kgthoc của bà."),  # no word with marks behind the unit
        ("Có 15tìên lẻ.", "Có 15 tìên lẻ."),  # its tone is put right later
        ("Bà mua 2aó mới.", "Bà mua 2aó mới."),  # two letters are too few for that
        ("Lũ về ngày30tháng6năm2020 ở huyện.", "Lũ về ngày 30 tháng 6 năm 2020 ở huyện."),
        ("Lúa nặng 5kg, chạy 20km/h, giá 500đ.", "Lúa nặng 5kg, chạy 20km/h, giá 500đ."),
        ("Xã đã thành 1ập đoàn kiểm tra.", "Xã đã thành 1ập đoàn kiểm tra."),
        ("Bà con đã gặt lúa1.", "Bà con đã gặt lúa1."),  # a footnote
        ("Bài đăng trên Zing.vnTheo lời kể của bà con.", "Bài đăng trên Zing.vn Theo lời kể của bà con."),
        ("Bài đăng trên a.vnTheo lời kể của bà con.", "Bài đăng trên a.vnTheo lời kể của bà con."),
        ("Bài đăng trên Zing.vntheo lời kể của bà con.", "Bài đăng trên Zing.vntheo lời kể của bà con."),
        ("Bài đăng trên Zing.vnĐọc lời kể của bà con.", "Bài đăng trên Zing.vn Đọc lời kể của bà con."),
    ],
)
def test_numbers(text: str, expected: str) -> None:
    assert parted(text) == expected


@pytest.mark.parametrize(
    ("text", "start", "footnote"),
    [
        ("lúa1", 3, True),
        ("lúa12.", 3, True),
        ("lúa123.", 3, False),
        ("lúa1 vụ", 3, False),
        ("lúa1\n", 3, True),
        ("lúa1)", 3, True),
    ],
)
def test_footnotes(text: str, start: int, footnote: bool) -> None:
    end = start
    while text[end : end + 1].isdigit():
        end += 1
    assert is_footnote(text, start, end) is footnote
