"""Columns of names that begin alike."""

from __future__ import annotations

import pytest

from vntextclean.filters.diacritics.guards.columns_of_names import is_in_column_of_names


@pytest.mark.parametrize("text", ["Quang Trị\nQuang Vũ", "Quang Vũ\nQuang Trị", "Lan\nQuang Trị\nQuang Vũ\n"])
def test_a_name_above_or_below_begins_alike(text: str) -> None:
    start = text.index("Quang Trị")
    assert is_in_column_of_names(text, start, start + 5)


@pytest.mark.parametrize(
    "text",
    [
        "Quang Trị",
        "Quang Trị\nQuảng Nam",
        "Quang Trị là một tỉnh\nQuang Vũ",
        "Quang Trị\nQuang Vũ hát hay",
        "Quang Trị\n\nQuang Vũ",
        "Quang\nQuang Vũ",
    ],
)
def test_other_lines_are_no_column(text: str) -> None:
    assert not is_in_column_of_names(text, 0, 5)


def test_a_word_inside_its_line_is_no_first_one() -> None:
    assert not is_in_column_of_names("Lê Quang\nLê Quang", 3, 8)
    assert not is_in_column_of_names("Lê Quang\nQuang Vũ", 3, 8)
    assert not is_in_column_of_names("Lê Vũ\nVũ Quang\nQuang Vũ", 9, 14)


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("Quang Văn Đình Thế Trị\nQuang Vũ", True),  # five words
        ("Quang Văn Đình Thế Bá Trị\nQuang Vũ", False),
        ("Quang Vũ\nQuang Văn Đình Thế Trị", True),
        ("Quang Vũ\nQuang Văn Đình Thế Bá Trị", False),
        ("Quang Nghiêng Nghiêng Nghiêng Nghiênggggg\nQuang Vũ", False),  # longer than a name
        ("Quang Nghiêng Nghiêng Nghiêng Nghiêngggg\nQuang Vũ", True),  # forty letters
        ("Quang trị\nQuang Vũ", False),
        ("Quang T7\nQuang Vũ", False),
        ("Quang Trị\nQuangs Vũ", False),
    ],
)
def test_what_is_a_name_in_a_column(text: str, column: bool) -> None:
    assert is_in_column_of_names(text, 0, 5) is column
