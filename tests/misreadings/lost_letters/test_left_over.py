"""Which words tell that a text lost letters: those without a vowel, run together with others or not."""

from __future__ import annotations

import pytest

from vntextclean.misreadings.lost_letters.left_over import _is_left, _word_at


@pytest.mark.parametrize(
    ("text", "trace"), [("mời ôngTrng thôn", "rng"), ("bà ngCng vềNhng", "hng"), ("gửi nh nghi", "nh")]
)
def test_a_word_without_a_vowel_is_a_trace(text: str, trace: str) -> None:
    assert _is_left(text, *_word_at(text, text.index(trace)))


@pytest.mark.parametrize(
    ("text", "trace"),
    [("ở Angkor", "ngk"), ("phòng KHTC", "KHT"), ("bạn McAngkorBa", "ngk"), ("thuê AirbnbVui", "rbn")],
)
def test_a_name_and_an_abbreviation_are_none(text: str, trace: str) -> None:
    assert not _is_left(text, *_word_at(text, text.index(trace)))
