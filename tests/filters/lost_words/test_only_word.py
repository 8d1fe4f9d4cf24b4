"""Whether the words before half of a compound leave it nothing but the missing word."""

from __future__ import annotations

import pytest

from vntextclean.filters.lost_words.only_word import AGAINST, ASKED_FOR, is_only_word, is_spoken_against
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


RIGHT_HALF, NO_RIGHT_HALF = ("bà ấy là người đáng cậy ở xóm", 5, "tin"), ("cả lớp sẽ gắng làm bài", 3, "cố")


@pytest.mark.parametrize(
    ("where", "wide", "share", "against"),
    [
        (RIGHT_HALF, AGAINST, ASKED_FOR, False),  # its sentence asks for it, and half of what stands there does
        (RIGHT_HALF, AGAINST, ASKED_FOR - 0.01, True),
        (NO_RIGHT_HALF, AGAINST, ASKED_FOR, True),
        (NO_RIGHT_HALF, AGAINST + 0.01, 0.0, False),  # nothing speaks against it
    ],
)
def test_what_the_wide_context_speaks_against(
    where: tuple[str, int, str], wide: float, share: float, against: bool
) -> None:
    text, token, word = where
    number = int(MODEL.ids([word])[0])
    assert is_spoken_against(MODEL, MODEL.scan(text), token, number, wide, share) is against
