"""The blanks inside brackets and quotation marks go from Vietnamese text, and stay in other lines and in formulas."""

from __future__ import annotations

import pytest

from tests.filters.spacing.test_narrow_columns import spaced


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Bà xem ( bản cũ ) rồi về.", "Bà xem (bản cũ) rồi về."),
        ("Ông đọc “ chuyện cũ ” rồi ngủ.", "Ông đọc “chuyện cũ” rồi ngủ."),
    ],
)
def test_blanks_inside_go(text: str, after: str) -> None:
    assert spaced(text) == after


@pytest.mark.parametrize(
    "text",
    [
        "They read ( the old note ) and left.",
        "Voir la note ( ancienne ) du livre.",
        "He said “ old note ” and left.",
        "f ( x ) = 2",
        "for ( int i ) do",
        "Bà xem ( bản cũ rồi về.",  # it is not closed
    ],
)
def test_blanks_inside_stay(text: str) -> None:
    assert spaced(text) == text
