"""Whether a space was lost behind a mark: told by the words on either side of it."""

from __future__ import annotations

import pytest

from tests.filters.spacing.test_narrow_columns import spaced


@pytest.mark.parametrize(
    ("words", "lost"),
    [
        ("Kết quả:Cam", True),  # one word of Vietnamese letters, and a capital
        ("Rao bán:Đồ gỗ", True),
        ("Mua ban:Đồ gỗ", True),
        ("Mua ban:Cam", False),  # neither has a mark
        ("Kết quả:bưởi", True),  # small, but a syllable with a mark
        ("Kết quả:cam", False),
        ("Kết quả:x", False),
        ("Ý:Đồ gỗ", False),  # one letter: a label
        ("http:Đồ gỗ", False),
        ("xyzt:Đồ gỗ", False),
    ],
)
def test_behind_a_colon(words: str, lost: bool) -> None:
    text = f"Bà con ghi vào sổ {words} mỗi sáng."
    assert spaced(text) == (text.replace(":", ": ") if lost else text)


@pytest.mark.parametrize(
    ("words", "lost"),
    [
        ("về.Sáng", True),
        ("về.sáng", True),  # both with marks and small
        ("về.mai", False),
        ("mai.Ông", True),
        ("hai.Ban", True),  # words of three letters
        ("ta.Ban", False),
        ("mai.com", False),
        ("mai.Com", False),
        ("tp.Vinh", False),  # a short form ends no sentence
        ("Sáng.Ông", True),
        ("Sáng.Ban", True),
        ("Mai.Ban", False),  # two names
        ("7.Ông", True),
        ("7.ông", False),
    ],
)
def test_behind_a_full_stop(words: str, lost: bool) -> None:
    text = f"Bà con trong xóm kể lại {words} nghe xong mới ngủ."
    assert spaced(text) == (text.replace(words, words.replace(".", ". ")) if lost else text)


@pytest.mark.parametrize(
    ("words", "lost"),
    [
        ("cam,quýt", True),
        ("cam,ban", True),  # two syllables
        ("bưởi,OCOP", True),  # an abbreviation behind a word of ours
        ("bưởi,Kpa", True),  # a name behind one
        ("cam,x", False),  # a letter without a mark
        ("x,cam", False),
        ("ý,cam", True),
        ("xh,kt", False),
        ("Kpa,Rmah", True),  # two names
        ("12,5", False),
        ("12,cam", True),
        ("12,Kpa", True),
        ("12,kg", False),
        ("5 ha,rộng", True),  # behind a measure
        ("5ha,rộng", True),
        ("5ha,rong", False),
    ],
)
def test_behind_a_comma(words: str, lost: bool) -> None:
    text = f"Bà con trong xóm ghi {words} vào sổ."
    assert spaced(text) == (text.replace(",", ", ") if lost else text)


@pytest.mark.parametrize(
    ("words", "lost"),
    [
        ("chưa?Rồi", True),
        ("xong!Về", True),
        ("xyzt?Rồi", False),
        ("chưa?ok", False),
        ("rồi…Thôi", True),
        ("rồi…thôi", False),
        ("(cũ)mới", True),
        ("(cu)Moi", True),  # a capital behind a syllable
        ("(cu)moi", False),
        ("(cũ)s", False),
    ],
)
def test_behind_other_marks(words: str, lost: bool) -> None:
    text = f"Bà con trong xóm hỏi {words} cả buổi."
    after = words
    for mark in "?!…)":
        after = after.replace(mark, f"{mark} ")
    assert spaced(text) == (text.replace(words, after) if lost else text)
