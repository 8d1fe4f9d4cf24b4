"""Where tone marks stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vntextclean.vietnamese.syllables import forms, is_syllable
from vntextclean.vietnamese.tones import to_new, to_old, to_standard

SYLLABLES = st.sampled_from(sorted(forms()))


@given(SYLLABLES)
def test_a_legal_spelling_is_left_alone(word: str) -> None:
    assert to_standard(word) == word


@given(SYLLABLES)
def test_the_styles_are_each_others_inverse(word: str) -> None:
    assert to_old(to_new(word)) == to_old(word)
    assert to_new(to_old(word)) == to_new(word)
    assert is_syllable(to_old(word))
    assert is_syllable(to_new(word))


@pytest.mark.parametrize(
    ("old", "new"),
    [("hòa", "hoà"), ("KHỎE", "KHOẺ"), ("Thủy", "Thuỷ"), ("quý", "quý"), ("của", "của"), ("toàn", "toàn")],
)
def test_the_styles_differ_in_open_oa_oe_uy(old: str, new: str) -> None:
    assert to_new(old) == new
    assert to_old(new) == old


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("tòan", "toàn"), ("QÚY", "QUÝ"), ("Gỉai", "Giải"), ("đựơc", "được"), ("nghiã", "nghĩa"), ("đựợc", "được"),
     ("nóí", "nói"), ("thuyềt", "thuyềt"), ("môt", "môt"), ("ngã̀", "ngã̀"), ("tỏàn", "tỏàn"), ("Raúl", "Raúl")],
)  # fmt: skip
def test_a_misplaced_tone_moves_if_that_makes_a_syllable(wrong: str, right: str) -> None:
    assert to_standard(wrong) == right
