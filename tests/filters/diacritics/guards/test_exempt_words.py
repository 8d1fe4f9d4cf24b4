"""What looks damaged and is an initial or typed bare, and what only stands beside a full stop or a number."""

from __future__ import annotations

import pytest

from vntextclean.filters.diacritics.guards.exceptions import is_exempt
from vntextclean.lm.model import Model


def exempt(text: str, word: str) -> bool:
    scan = Model.open().scan(text)
    return is_exempt(scan, next(token for token in range(len(scan)) if scan.word(token) == word))


@pytest.mark.parametrize(
    ("text", "word", "is_so"),
    [
        ("Chị nhớ cô bạn tên Bn. Mai ở Huế.", "Bn", True),
        ("Đoàn xiếc vừa diễn ở nước Php.\nHọ về hôm qua.", "Php", False),
        ("Vườn nhà cho 12 tạ vải; nam 2031 la 15 tạ.", "nam", False),
        ("Vườn nhà cho 12 tạ vải; nam nay 2 ta roi.", "nam", True),
    ],
)
def test_initials_and_words_typed_bare(text: str, word: str, is_so: bool) -> None:
    assert exempt(text, word) is is_so
