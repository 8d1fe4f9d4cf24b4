"""Words that look damaged and are an ending that is told of, a unit, an initial or typed bare."""

from __future__ import annotations

import pytest

from vntextclean.filters.diacritics.guards.exceptions import foreign_share
from vntextclean.filters.diacritics.guards.exempt import is_exempt
from vntextclean.lm.model import Model
from vntextclean.lm.syllables import syllables

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


@pytest.mark.parametrize(
    ("text", "word", "share"),
    [
        ("Cả nhà ra vườn nhan sớm.", "vườn", 0.0),
        ("Ông Brennan gặp Kovacs nhan sớm.", "gặp", 0.5),
        ("Gặp Kovacs Novak nhan.", "nhan", 1.0),
        ("Năm 1987 Kovacs về 12 lần.", "Kovacs", 0.0),  # numbers are of no language, nor is the word itself
        ("Kovacs 12 lần.", "Kovacs", 0.0),
        ("Kovacs lần.", "Kovacs", 0.0),
        ("Kovacs 12.", "Kovacs", 1.0),  # alone, as among foreign words
    ],
)
def test_foreign_words_around_a_word_are_counted(text: str, word: str, share: float) -> None:
    scan = MODEL.scan(text)
    token = next(token for token in range(len(scan)) if scan.word(token) == word)
    assert foreign_share(scan, token, scan.lower, MODEL.derived(syllables)) == share
