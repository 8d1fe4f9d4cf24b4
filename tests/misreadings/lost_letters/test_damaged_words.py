"""Capitals are the case of a place by the words that stand near, and by none that stand farther off."""

from __future__ import annotations

import pytest

from vntextclean.misreadings.lost_letters import damaged_words
from vntextclean.misreadings.lost_letters.channels import CHANNELS
from vntextclean.misreadings.lost_letters.damaged_words import words_of


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("C?U TREO qua su?i", "CẦU"),
        ("NH? SÀN c?a b?n", "NHỎ"),
        ("M?T C?Y C?U", "MỘT"),
    ],
)
def test_a_word_among_capitals_is_read_in_capitals(text: str, option: str) -> None:
    assert option in words_of(text, CHANNELS[0])[0].way.options


def test_a_look_at_the_words_beside_it_is_spared_where_no_capitals_are_near(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [
        "C?U TREO v?a b?c qua su?i n?m ngoái nay ?ã m?c và b?n b? ?i c? hai b?",
        "?i qua s?n, b?n GÒ M?I, r?i r? ph?i ? ngã ba ch? x?ã c? thêm m?t ?o?n",
        "B?n ?? x?ã CHƯA v?\nNGÀY m?a",
    ]
    for text in texts:
        sparing = words_of(text, CHANNELS[0])
        with monkeypatch.context() as patch:
            patch.setattr(damaged_words, "_FARTHEST", 1 << 10)
            patch.setattr(damaged_words, "_NEAR", 2)
            assert sparing == words_of(text, CHANNELS[0])


def test_a_text_that_a_channel_does_not_explain_is_left_at_once() -> None:
    explained, other = "nhà m?i c?a b?n", " Hµ Néi hßa nay"
    words = words_of(explained + other, CHANNELS[0])
    share = sum(bool(word.way.options) for word in words) / len(words)  # each has two letters and more
    assert 0.4 < share < 0.9
    assert words_of(explained + other, CHANNELS[0], share) == words
    assert words_of(explained + other, CHANNELS[0], share + 0.01) == []
