"""Ids that are looked up together are those of words that are looked up one by one."""

from __future__ import annotations

import pytest

from vntextclean.lm.model import Model
from vntextclean.misreadings.choosing import known_words

WORDS = ("người", "ngườc", "nội", "hà nội", "", "abc1", "đ", "người", "ôtô")


@pytest.mark.parametrize("known", [(), ("nội", "đ")])
def test_words_asked_together(known: tuple[str, ...]) -> None:
    model = Model.open()
    known_words._kept(model).clear()
    known_words.numbers_of(model, known)
    assert known_words.numbers_of(model, WORDS) == [int(model.ids([word])[0]) for word in WORDS]


def test_what_is_kept_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known_words, "_MOST_KEPT", 3)
    model = Model.open()
    known_words._kept(model).clear()
    for word in WORDS:
        assert known_words.numbers_of(model, (word,)) == [int(model.ids([word])[0])]
        assert len(known_words._kept(model)) <= 4  # it is looked at before a word is added
