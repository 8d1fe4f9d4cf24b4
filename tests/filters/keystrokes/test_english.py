"""English words that an input method marked."""

from __future__ import annotations

import pytest

from vntextclean.filters.keystrokes.english import marked_english
from vntextclean.text_state import TextState


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Tặng vôucher và côupon", ["voucher", "coupon"]),
        ("GÂME OVER", ["GAME"]),
        ("Êmail", ["Email"]),
        ("dôwnload", ["download"]),
    ],
)
def test_words_of_daily_use(text: str, words: list[str]) -> None:
    assert [found.word for found in marked_english(TextState(text))] == words


@pytest.mark.parametrize(
    "text",
    ["mánager", "cámping", "márketing", "ránking", "càmping", "tòpic", "móbile", "levél", "póst", "ícon", "lôgo"],
)
def test_words_that_other_languages_mark_stay(text: str) -> None:
    assert not [*marked_english(TextState(text))]


@pytest.mark.parametrize("text", ["émail", "filé", "pagé", "Málaga", "ôtô", "êm ái", "email", "", "vídeo", "sốc"])
def test_words_of_others_stay(text: str) -> None:
    assert not [*marked_english(TextState(text))]
