"""Words that look damaged and are an ending that is told of, a unit, an initial or typed bare."""

from __future__ import annotations

import pytest

from vntextclean.filters.diacritics.guards.exceptions import is_exempt
from vntextclean.lm.model import Model

MODEL = Model.open()


@pytest.mark.parametrize(
    ("text", "word", "exempt"),
    [
        ("Tiếng ấy có đuôi -o ở cuối.", "o", True),
        ("Nhà ai - o quê hay tỉnh.", "o", False),
        ("Tiếng ấy có đuôi -moi ở cuối.", "moi", False),
        ("Bình chứa 7,5Lt xăng.", "Lt", True),
        ("Bình chứa 7,5 Lt xăng.", "Lt", False),
        ("Lũ về ngày 5thang chín.", "thang", False),
        ("Chị nhớ cô bạn tên Bn. Mai ở Huế.", "Bn", True),
        ("Đoàn xiếc vừa diễn ở nước Php.\nHọ về hôm qua.", "Php", False),
        ("Vườn nhà cho 12 tạ vải; nam 2031 la 15 tạ.", "nam", False),
        ("Vườn nhà cho 12 tạ vải; nam nay 2 ta roi.", "nam", True),
        ("Bà hỏi: gia lua hom nay đắt không.", "gia", True),  # four words of a clause, one with marks behind
        ("Bà hỏi: gia lua hom đắt không.", "gia", False),
        ("Bà hỏi: gia lua hom nay.", "nay", True),
        ("Bà hỏi: gia lua, hom nay ra sao.", "gia", False),  # behind a comma another hand may go on
        ("Bà hỏi ai, gia lua, hom nay ra sao.", "hom", True),
    ],
)
def test_exempt(text: str, word: str, exempt: bool) -> None:
    scan = MODEL.scan(text)
    token = [scan.word(number) for number in range(len(scan))].index(word)
    assert is_exempt(scan, token) is exempt
