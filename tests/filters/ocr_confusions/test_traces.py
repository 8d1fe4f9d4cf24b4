"""The traces that one pass looks for are never narrower than what the filter looks for at their places."""

from __future__ import annotations

import random
import re

import pytest

from vntextclean.filters.ocr_confusions import filter as searched
from vntextclean.filters.ocr_confusions.filter import OcrConfusions
from vntextclean.filters.ocr_confusions.traces import AMONG_DIGITS, FIRST, ROMAN, WORDS
from vntextclean.scanning.prefilter import Hint
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

#: Pieces of misread words and numbers, and what may stand between them: digits of Arabic are digits too.
PIECES = "rn I 1 l 0 o O e lr L n 9 ạ ơ đ h V X 2 Điều Chương khóa năm ngày số Q Đ đồng 000 ä ٣ \u2488 z".split()
BETWEEN = ["", "", "", " ", "\n", ".", "/", "-", ", ", "(", "\u00a0"]


def texts(count: int) -> list[str]:
    draw = random.Random(17)
    return [
        "".join(draw.choice(PIECES) + draw.choice(BETWEEN) for _ in range(draw.randint(1, 12))) for _ in range(count)
    ]


def test_every_misread_word_is_found() -> None:
    found = 0
    for text in texts(4000):
        starts = [match.start() for match in searched._SPOT.finditer(text)]
        assert set(starts) <= set(WORDS.places(TextState(text))), text
        found += len(starts)
    assert found > 2000


@pytest.mark.parametrize(
    ("hint", "patterns"),
    [
        (AMONG_DIGITS, (searched._NUMBER, searched._AMOUNT, searched._DECISION)),
        (FIRST, (searched._FIRST,)),
        (ROMAN, (searched._ROMAN,)),
    ],
)
def test_every_misread_number_is_found(hint: Hint, patterns: tuple[re.Pattern[str], ...]) -> None:
    own = ["năm l945", "Điều l.\n", "Chương ll", "khóa Vl,", "số 1O/QĐ", "2.OOO đồng", "ngày ٣l", "(l9"]
    found = 0
    for text in [*own, *texts(4000)]:
        if any(pattern.search(text) for pattern in patterns):
            assert hint.may_be_in(TextState(text)), text
            found += 1
    assert found


def test_clean_text_has_none() -> None:
    text = "Ngày 12 tháng 9 năm 1945, xã Tân Lập có 14 thôn và 3.200 dân; em nhỏ đến lớp từ sáng."
    state = TextState(text)
    assert not WORDS.places(state)
    assert not any(hint.may_be_in(state) for hint in (AMONG_DIGITS, FIRST, ROMAN))
    assert not list(OcrConfusions(Settings()).edits(state))
