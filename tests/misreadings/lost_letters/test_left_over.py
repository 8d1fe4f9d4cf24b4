"""Which words tell that a text lost letters: those without a vowel, run together with others or not."""

from __future__ import annotations

import pytest
from benchmarks.speed.random_syllables import syllables

from vntextclean.misreadings.lost_letters import left_over
from vntextclean.misreadings.lost_letters.channels import Channel
from vntextclean.misreadings.lost_letters.left_over import _is_left, _word_at, is_left_over
from vntextclean.text_state import TextState


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


def test_a_beginning_that_is_read_otherwise_throughout_tells_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Syllables at random in two pieces each: of each something is left that is none."""
    sizes: list[int] = []
    ask = left_over._otherwise

    def asked(text: str, channel: Channel) -> float | None:
        sizes.append(len(text))
        return ask(text, channel)

    monkeypatch.setattr(left_over, "_otherwise", asked)
    text = " ".join(
        word[:at] + " " + word[at:] for at, word in enumerate(syllables()[:6000].split(), 1) for at in [at % 3]
    )
    assert not is_left_over(TextState(text))
    assert sizes
    assert max(sizes) <= 384
