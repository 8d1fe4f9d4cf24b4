"""How a lost word is written, and what the reason says."""

from __future__ import annotations

from unittest import mock

import pytest

from vntextclean.filters.lost_words.confidence import Insertion, LostWordSearch
from vntextclean.filters.lost_words.filter import LostWords
from vntextclean.settings import Settings
from vntextclean.text_state import TextState


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("họ thực hiện túc việc", "nghiêm"),
        ("HỌ THỰC HIỆN TÚC VIỆC", "NGHIÊM"),
        ("HỌ THỰC HIỆN túc việc", "nghiêm"),
        ("họ thực hiện TÚC việc", "nghiêm"),
    ],
)
def test_capitals_among_capitals(text: str, word: str) -> None:
    found = [Insertion(3, "nghiêm", 0.99)]
    with mock.patch.object(LostWordSearch, "find", return_value=found):
        (edit,) = LostWords(Settings()).edits(TextState(text))
    left, right = text.split()[2:4]
    assert edit[:3] == (13, 13, f"{word} ")
    assert edit.reason == f"'{word}' is missing between '{left}' and '{right}' (p = 0.990)"


def test_one_letter_is_no_line_in_capitals() -> None:
    for text, word in (("HỌ THỰC HIỆN TÚC Ý KIẾN", "các"), ("HỌ THỰC HIỆN TÚC ÍT KIẾN", "CÁC")):
        with mock.patch.object(LostWordSearch, "find", return_value=[Insertion(4, "các", 0.99)]):
            (edit,) = LostWords(Settings()).edits(TextState(text))
        assert edit[:3] == (17, 17, f"{word} ")


@pytest.mark.parametrize("text", ["Ho thuc hien tuc viec", "", "Họ thực hiện nghiêm túc mọi việc."])
def test_nothing_is_asked_where_there_is_no_gap(text: str) -> None:
    with mock.patch.object(LostWordSearch, "find", return_value=[]) as find:
        assert LostWords(Settings()).edits(TextState(text)) == []
    assert not find.called
