"""Words behind their own first letters: each condition at its border."""

from __future__ import annotations

import pytest

from vntextclean.filters.run_ons.echoes import echoed_word


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("khôkhông", "không"),
        ("khokhông", "không"),
        ("KHÔKHÔNG", "KHÔNG"),
        ("Khôkhông", "Không"),
        ("khôKhông", None),
        ("viviệc", "việc"),
        ("đưđược", "được"),
        ("duđược", "được"),
        ("khkhông", None),  # no vowel
        ("khỏkhông", None),  # another mark
        ("khekhông", None),
        ("khôngkhông", None),  # twice the same
        ("khônkhông", "không"),
        ("làlà", None),
        ("lalà", None),
        ("lala", None),
        ("toto", None),
        ("totto", None),
        ("ởxởx", None),
        ("", None),
    ],
)
def test_echoes(text: str, word: str | None) -> None:
    assert echoed_word(text) == word
