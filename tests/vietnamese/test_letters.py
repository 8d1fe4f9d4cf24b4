"""The letters of Vietnamese and the way to bare ones."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vntextclean.vietnamese.letters import MARKED, TONED, VOWELS, bare, tone_of, toneless, tones_in

LETTERS = st.text(alphabet=sorted(MARKED | VOWELS | set("bcdghklmnpqrstvx Dfjwzñüß")), max_size=20)


def test_there_are_134_letters_outside_ascii() -> None:
    assert len(MARKED) == 134
    assert all(normalize("NFC", letter) == letter and len(letter) == 1 for letter in MARKED)


def test_each_of_12_vowels_has_6_tones_in_2_cases() -> None:
    assert len(TONED) == len(VOWELS) == 144


@given(LETTERS)
def test_lengths_are_kept(text: str) -> None:
    assert len(bare(text)) == len(toneless(text)) == len(text)


@given(LETTERS)
def test_bare_letters_are_those_without_a_tone_too(text: str) -> None:
    assert bare(toneless(text)) == bare(text)
    assert tone_of(toneless(text)) == 0


@given(LETTERS)
def test_case_is_kept(text: str) -> None:
    assert bare(text).isupper() == text.isupper()


@pytest.mark.parametrize("letter", sorted(MARKED))
def test_a_bare_letter_is_ascii(letter: str) -> None:
    assert bare(letter).isascii()
    assert bare(letter).isupper() == letter.isupper()


def test_letters_of_other_languages_stay() -> None:
    assert bare("Müller ñ ß ç Ø ť") == "Müller ñ ß ç Ø ť"


def test_two_tones_are_both_found() -> None:
    assert tones_in("đựợc") == [(1, 5), (2, 5)]
