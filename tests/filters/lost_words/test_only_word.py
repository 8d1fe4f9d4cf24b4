"""Whether the words before half of a compound leave it nothing but the missing word."""

from __future__ import annotations

import pytest

from vntextclean.filters.lost_words.only_word import is_only_word
from vntextclean.lm.model import Model

MODEL = Model.open()


@pytest.mark.parametrize(
    ("text", "token", "word", "is_right", "only"),
    [
        ("mọi người đều khẳng như thế", 4, "định", False, True),
        ("ban giám đốc họp khẩn vụ mất điện", 5, "cấp", False, False),  # one meets in haste
        ("ông nội lên ngai năm ấy", 4, "vàng", False, True),
        ("bà ấy là người đáng cậy ở xóm", 5, "tin", True, True),
        ("cả lớp sẽ gắng làm bài", 3, "cố", True, False),  # one tries as well
        ("khẳng nhà này bán", 1, "định", False, True),  # at the beginning of a text
    ],
)
def test_only_word(text: str, token: int, word: str, is_right: bool, only: bool) -> None:
    number = int(MODEL.ids([word])[0])
    assert is_only_word(MODEL, MODEL.scan(text), token, number, is_right) is only
