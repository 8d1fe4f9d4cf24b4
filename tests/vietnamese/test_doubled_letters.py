"""A vowel that is there twice, first without its mark, makes no run-on of a word."""

from __future__ import annotations

import pytest

from vntextclean import Pipeline
from vntextclean.vietnamese.doubled_letters import without_doubled_letter, without_key_twice


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("thaấy", "thấy"),
        ("CHUỨNG", "CHỨNG"),
        ("CHUUỨNG", None),
        ("CHUƯƠNG", "CHƯƠNG"),
        ("Baánh", "Bánh"),
        ("choơi", "chơi"),
        ("muaáo", None),
        ("dđường", None),
        ("thấya", None),
        ("à", None),
        ("", None),
    ],
)
def test_what_is_left_must_be_a_syllable(written: str, meant: str | None) -> None:
    assert without_doubled_letter(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Xe chở phaáo giấy đã tới đình.", "Xe chở pháo giấy đã tới đình."),
        ("Nghe xong chuyện ấy ai cũng thaấy vui.", "Nghe xong chuyện ấy ai cũng thấy vui."),
        ("Cái ao rộng xaấp xỉ trăm mét vuông.", "Cái ao rộng xấp xỉ trăm mét vuông."),
        ("Họ vào nhà raăn cơm.", "Họ vào nhà ra ăn cơm."),
        ("Tôi đưa taăn cái bánh.", "Tôi đưa ta ăn cái bánh."),
    ],
)
def test_its_sentence_tells_it_from_two_words(written: str, meant: str) -> None:
    assert Pipeline.from_preset("web").run(written).text == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [("dđi", "đi"), ("ddã", "đã"), ("Ddường", "Đường"), ("aăn", "ăn"), ("chchơi", "chơi"), ("ngngười", "người")],
)
def test_what_else_stands_twice(written: str, meant: str) -> None:
    assert without_key_twice(written) == meant


@pytest.mark.parametrize("word", ["đi", "di", "dd", "vâââng", "thththế", "", "chch"])
def test_what_is_no_syllable_without_it_stays(word: str) -> None:
    assert without_key_twice(word) is None
