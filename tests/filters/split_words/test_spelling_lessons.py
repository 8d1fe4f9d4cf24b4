"""Words that a primer spells out, and letters of a crossword, at each border."""

from __future__ import annotations

import pytest

from vntextclean.filters.split_words.spelling_lessons import is_in_puzzle, is_spelt_out


@pytest.mark.parametrize(
    ("text", "spelt"),
    [
        ("h oa| hoa", True),
        ("h oa|hoa", False),  # nothing between them
        ("h oa| Hoa", True),
        ("h oa| hoan", False),  # another word
        ("h oa| hoa2", True),
        ("h oa| ho", False),
        ("h oa|      hoa", True),
        ("h oa|       hoa", False),  # seven spaces
        ("h oa|\thoa", True),
        ("h oa|, hoa", True),
        ("h oa|=hoa", True),
        ("h oa|: hoa", True),
        ("h oa|→hoa", True),
        ("h oa| (hoa)", True),
        ("h oa|–hoa", True),
        ("h oa|-hoa", True),
        ("h oa|; hoa", False),
        ("h oa| là hoa", True),
        ("h oa| thành hoa", True),
        ("h oa| đọc là hoa", True),
        ("h oa| đọc thành hoa", True),
        ("h oa| đọc hoa", False),
        ("h oa| làhoa", False),
        ("h oa|:   “hoa”", True),
        ("h oa|:    “hoa”", False),
        ('h oa| "hoa"', True),
        ("h oa| ‘hoa’", True),
        ("h oa| «hoa»", False),
        ("h oa|", False),
    ],
)
def test_the_whole_stands_behind_its_pieces(text: str, spelt: bool) -> None:
    assert is_spelt_out(text.replace("|", ""), text.index("|"), "hoa") is spelt


@pytest.mark.parametrize(
    ("text", "puzzle"),
    [
        ("Ô chữ: |G Ạ O", True),
        ("ô chữ |G Ạ O", True),
        ("bô chữ |G Ạ O", False),  # the end of another word
        ("Hàng ngang 1: |G Ạ O", True),
        ("hàng dọc số 2: |G Ạ O", True),
        ("hàng xóm: |G Ạ O", False),
        ("cột dọc: |G Ạ O", True),
        ("chữ cái: |G Ạ O", True),
        ("ghép chữ: |G Ạ O", True),
        ("xếp chữ: |G Ạ O", True),
        ("nối chữ: |G Ạ O", True),
        ("viết chữ: |G Ạ O", False),
        ("Ô chữ: N Ế P |G Ạ O", True),
        ("Ô chữ:“|G Ạ O”", True),
        ('Ô chữ:"|G Ạ O"', True),
        ("Ô chữ:|G Ạ O", False),
        ("Ô chữ\n|G Ạ O", False),
        ("Ô chữ hàng thứ hai ấy: |G Ạ O", True),  # sixteen letters of that line
        ("Ô chữ hàng thứ hai kia: |G Ạ O", False),
        ("Ô chữ: |G ẠO", False),
        ("Ô chữ: |GẠ O", False),
    ],
)
def test_letters_of_a_puzzle(text: str, puzzle: bool) -> None:
    plain, start = text.replace("|", ""), text.index("|")
    assert is_in_puzzle(plain, start, len(plain.rstrip('”"'))) is puzzle


@pytest.mark.parametrize(("letters", "puzzle"), [(27, True), (28, False)])
def test_it_is_told_of_no_farther_than_sixty_letters_before(letters: int, puzzle: bool) -> None:
    before = "Ô chữ:" + " " + "N " * (letters - 1)
    assert len(before) == 5 + 2 * letters
    assert is_in_puzzle(before + "G Ạ O", len(before), len(before) + 5) is puzzle
