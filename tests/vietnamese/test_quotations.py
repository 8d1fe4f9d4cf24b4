"""The quotations of a line, found by their signs."""

from __future__ import annotations

import pytest

from vntextclean.vietnamese.quotations import quotations


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Anh nói “đi” rồi về.", ["“đi”"]),
        ('Anh nói "đi" rồi về.', ['"đi"']),
        ("Anh nói ‘đi’ rồi về.", ["‘đi’"]),
        ("Anh nói «đi» rồi về.", ["«đi»"]),
        ('Anh nói “đi rồi «về»”, "ở" lại ‘đây’.', ['"ở"', "«về»", "‘đây’", "“đi rồi «về»”"]),
        ("Anh nói “đi rồi về.", []),
        ('Anh nói đi” rồi về» 5" lại.', []),
        ("Anh nói đi rồi về.", []),
    ],
)
def test_quotations(text: str, found: list[str]) -> None:
    assert sorted(text[start:end] for start, end in quotations(text, 0, len(text))) == sorted(found)


def test_signs_outside_the_part_do_not_count() -> None:
    text = "Anh nói “đi” rồi «về»."
    assert quotations(text, 9, 18) == []
    assert quotations(text, 8, 12) == [(8, 12)]
