"""Words around the places where keys of an input method may stand."""

from __future__ import annotations

import pytest

from vntextclean.filters.keystrokes.search import _word_at


@pytest.mark.parametrize(
    ("text", "at", "word"),
    [
        ("quas to6i roofi", 2, "quas"),
        ("quas to6i roofi", 7, "to6i"),
        ("quas to6i roofi", 11, "roofi"),
        ("đêmjaf", 4, "mjaf"),  # marked letters are no keys
        ("n_ofw.", 3, "ofw"),
        ("s", 0, "s"),
    ],
)
def test_a_word_is_what_letters_and_digits_of_keys_stand_together(text: str, at: int, word: str) -> None:
    assert _word_at(text, at) == word


def test_a_long_run_is_followed_far_enough_to_be_none() -> None:
    assert _word_at("w" * 100, 50) == "w" * 24
