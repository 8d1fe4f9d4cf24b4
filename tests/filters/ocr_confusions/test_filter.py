"""Where a word may have been misread, what it may have been, and which numbers are misread ones."""

from __future__ import annotations

import pytest

from vntextclean.filters.ocr_confusions.filter import OcrConfusions, _word_around
from vntextclean.filters.ocr_confusions.readings import readings
from vntextclean.pipeline import Pipeline
from vntextclean.settings import Settings
from vntextclean.text_state import TextState


def _read(text: str) -> list[tuple[str, str, str]]:
    found = OcrConfusions(Settings()).edits(TextState(text))
    return [
        (text[edit.start : edit.end], edit.replacement, edit.rule.removeprefix("ocr-confusions.")) for edit in found
    ]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("rnưa", [("mưa", "rn")]),
        ("đern", [("đem", "rn")]),
        ("Iàm", [("làm", "capital-i")]),
        ("tIàm", []),
        ("1ập", [("lập", "digit")]),
        ("v1ệc", [("việc", "digit")]),
        ("1ệnh", [("lệnh", "digit")]),  # no i at the head of a word
        ("ngh0à", []),
        ("h0à", [("hoà", "digit")]),
        ("clưới", [("dưới", "letter")]),
        ("ncl", []),
        ("tliực", [("thực", "letter")]),
        ("lrường", [("trường", "letter")]),
        ("vlệc", [("việc", "letter")]),
        ("VlỆC", [("VIỆC", "letter")]),
        ("eủa", [("của", "letter")]),
        ("clìm", [("dìm", "letter")]),  # not "cìim": c and l begin foreign words
        ("anli", []),  # no mark
        ("Plông", []),
        ("Lernoult", []),
        ("rna", [("ma", "rn")]),  # m needs no mark
        ("Rnưa", []),
        ("tlIực", []),
    ],
)
def test_what_a_word_may_have_been(word: str, expected: list[tuple[str, str]]) -> None:
    assert list(readings(word)) == expected


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Trời rnưa suốt đêm qua.", [("rnưa", "mưa", "rn")]),
        ("Bà con đi Iàm đồng từ sớm.", [("Iàm", "làm", "capital-i")]),
        ("Ủy ban thành 1ập đoàn kiểm tra.", [("1ập", "lập", "digit")]),
        ("Các đơn vị tliực hiện đúng vlệc được giao.", [("tliực", "thực", "letter"), ("vlệc", "việc", "letter")]),
        ("Trời @rnưa suốt đêm qua.", []),
        ("Trời rnưa@ suốt đêm qua.", []),
        ("Trời #rnưa suốt đêm qua.", []),
        ("Trời /rnưa suốt đêm qua.", []),
        ("Troi rnua suot dem qua.", []),
        ("Trời rnưarnưarnưarnưa suốt đêm.", []),  # too long for a word
    ],
)
def test_words(text: str, read: list[tuple[str, str, str]]) -> None:
    assert _read(text) == read


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("ngày l2 vừa rồi", ["12"]),
        ("ngày 1O vừa rồi", ["10"]),
        ("năm l945 lũ về", ["1945"]),
        ("lũ về l945 ấy", ["1945"]),  # a year by itself
        ("lũ về 2Ol9", ["2019"]),
        ("lũ về 2Ol9 ấy", ["2019"]),
        ("lũ về 3l45 ấy", []),
        ("Điều l4/5 về lúa", ["14/5"]),
        ("ngày l2/l0/2Ol9 ấy", ["12/10/2019"]),
        ("số O2 ấy", []),
        ("số O20 ấy", ["020"]),
        ("số 12 ấy", []),
        ("số lO ấy", []),  # no digit in it
        ("số l2a ấy", []),
        ("số l2/a ấy", []),
        ("khí l2 ấy", []),
        ("/ngày l2 ấy", []),
        ("(l945) lũ về", ["1945"]),
        ("Chương ll về lúa", ["II"]),
        ("Chương Vl về lúa", ["VI"]),
        ("Chương VI về lúa", []),
        ("Chương lllllI về lúa", []),
        ("thế kỷ XlX về lúa", ["XIX"]),
        ("mái ll về lúa", []),
        ("Số 12/IA-CV về lúa", []),  # the letter stands behind the number
        ("Điều 1.IKhoản về lúa", []),
        ("Số 1O.000 đồng ấy", ["10.000"]),  # behind "Số", and an amount
    ],
)
def test_numbers(text: str, numbers: list[str]) -> None:
    assert [after for _, after, kind in _read(text) if kind == "number"] == numbers


@pytest.mark.parametrize(
    ("text", "at", "span"),
    [
        ("đi rnưa về", 3, (3, 7)),
        ("đi rnưa về", 5, (3, 7)),
        ("rnưa", 0, (0, 4)),
        ("a" * 40, 20, (7, 33)),  # far enough to see that it is too long
    ],
)
def test_the_word_around(text: str, at: int, span: tuple[int, int]) -> None:
    assert _word_around(text, at) == span


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("Ông Tư đọc mãi dòng chữ “Tai nüa” trên vỏ hộp thiếc.", None),
        ("Ông Tư đọc mãi dòng chữ khắc trên vỏ hộp cüa bà cụ.", "Ông Tư đọc mãi dòng chữ khắc trên vỏ hộp của bà cụ."),
        ("Ông Tư đáp: “Vỏ hộp thiếc cüa bà cụ đấy”.", "Ông Tư đáp: “Vỏ hộp thiếc của bà cụ đấy”."),
    ],
)
def test_a_diaeresis_in_a_quotation_without_our_letters_stays(text: str, cleaned: str | None) -> None:
    assert Pipeline.from_preset("ocr").run(text).text == (cleaned or text)
