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
