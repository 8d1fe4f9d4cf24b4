"""Words that are what they say because of what stands beside them."""

from __future__ import annotations

import pytest

from vntextclean.filters.diacritics.guards.said_together import is_in_its_field, is_in_pair
from vntextclean.filters.diacritics.guards.sound_words import is_meant
from vntextclean.lm.model import Model

MODEL = Model.open()


@pytest.mark.parametrize(
    ("before", "word", "after", "is_meant_so"),
    [
        ("nến", "sáp", "xếp", True),
        ("cần", "sáp", "xếp", False),
        ("không", "co", "lưng", True),
        ("không", "co", "tiền", False),
        ("chổi", "cùn", "tôi", True),
        ("đi", "cùn", "tôi", False),
        ("dám", "báo", "quan", True),
        ("đến", "báo", "cáo", False),
    ],
)
def test_pairs(before: str, word: str, after: str, is_meant_so: bool) -> None:
    assert is_in_pair(word, before, after) is is_meant_so


@pytest.mark.parametrize(
    ("text", "word", "is_meant_so"),
    [
        ("Người khôn sợ kẻ dại", "khôn", True),
        ("Thợ bảo khôn biết lối nào mà đi", "khôn", False),
        ("Buộc thép cho giằng, cột và sàn", "giằng", True),
        ("Bà bảo giằng mai mưa", "giằng", False),
        ("Bị ai ẩy mạnh nên ngã", "ẩy", True),
        ("Lúc ẩy trời đã tối", "ẩy", False),
    ],
)
def test_fields(text: str, word: str, is_meant_so: bool) -> None:
    scan = MODEL.scan(text)
    token = next(i for i in range(len(scan)) if scan.word(i) == word)
    assert is_in_its_field(scan, token) is is_meant_so


@pytest.mark.parametrize(
    ("text", "word", "rival", "is_meant_so"),
    [
        ("Nay vị này xin đi", "Nay", "này", True),
        ("Nay tôi xin đi, vị này ở lại", "Nay", "này", False),
        ("Sang 2019 mới xong", "Sang", "sáng", True),
        ("Sang thứ hai mới xong", "Sang", "sáng", False),
    ],
)
def test_what_follows(text: str, word: str, rival: str, is_meant_so: bool) -> None:
    scan = MODEL.scan(text)
    token = next(i for i in range(len(scan)) if scan.word(i) == word)
    assert is_meant(scan, token, rival) is is_meant_so
