"""Words that a primer spells out, and letters of a crossword: each condition at its border."""

from __future__ import annotations

import pytest

from vntextclean.filters.split_words.spelling_lessons import is_in_puzzle, is_spelt_out


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hàng dọc: T Ậ P", True),
        ("hàng ngang số 2: T Ậ P", True),
        ("Cột dọc T Ậ P", True),
        ("ô chữ “T Ậ P”", True),
        ("ghép chữ: T Ậ P", True),
        ("Mục lục: T Ậ P", False),
        ("Hàng dọc:\nT Ậ P", False),
        ("Hàng dọc có mười sáu ô của nó: T Ậ P", False),
        ("ô chữ TẬ P", False),
        ("ô chữ T ẬP", False),
    ],
)
def test_letters_of_a_crossword(text: str, found: bool) -> None:
    start = text.index("T")
    assert is_in_puzzle(text, start, text.index("P") + 1) == found


@pytest.mark.parametrize(("letters", "found"), [(26, True), (27, False)])
def test_how_far_a_crossword_is_told_before(letters: int, found: bool) -> None:
    text = "ô chữ: " + "A " * letters + "T Ậ P"
    assert is_in_puzzle(text, len(text) - 5, len(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("h oa hoa", True), ("h oa HOA", True), ("h oa, hoa", True), ("h oa → hoa", True), ("h oa là hoa", True),
        ("h oa đọc là hoa", True), ("h oa thành “hoa", True), ("h oahoa", False), ("h oa hoan", False),
        ("h oa hoa.", True), ("h oa    hoa", True), ("h oa" + " " * 7 + "hoa", False), ("h oa xem hoa", False),
        ("h oa", False), ("h oa\nhoa", False),
    ],
)  # fmt: skip
def test_words_that_are_spelt_out(text: str, found: bool) -> None:
    assert is_spelt_out(text, 4, "hoa") == found
