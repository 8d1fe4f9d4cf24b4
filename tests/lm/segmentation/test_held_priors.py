"""What is held of paths: the answers of ``priors.py``, and nothing of long strings."""

from __future__ import annotations

import pytest

from vntextclean.lm.model import Model
from vntextclean.lm.segmentation import held_priors, priors
from vntextclean.lm.segmentation.glued import Piece
from vntextclean.lm.segmentation.pieces import LONGEST_HELD


def path(model: Model, *words: str) -> tuple[Piece, ...]:
    ends = [sum(map(len, words[: count + 1])) for count in range(len(words))]
    ids = model.ids(list(words)).tolist()
    return tuple(Piece(end - len(word), end, number, 0.5) for word, end, number in zip(words, ends, ids, strict=True))


@pytest.mark.parametrize("words", [("Thành", "Long"), ("bến", "xe"), ("Guardiola", "sẽ"), ("đường", "sá") * 12])
@pytest.mark.parametrize("is_before_number", [False, True])
def test_what_is_held_is_what_was_said(words: tuple[str, ...], is_before_number: bool) -> None:
    model, text = Model.open(), "".join(words)
    asked = text, path(model, *words)
    for _ in range(2):
        assert held_priors.cost(*asked) == priors.cost(*asked)
        assert held_priors.prior(model, *asked, is_before_number) == priors.prior(model, *asked, is_before_number)


def test_long_strings_are_not_held() -> None:
    model = Model.open()
    words = ("nước", "mắm") * (LONGEST_HELD // 7 + 1)
    asked = "".join(words), path(model, *words)
    before = held_priors._cost.cache_info().misses
    assert held_priors.cost(*asked) == priors.cost(*asked)
    assert held_priors.prior(model, *asked, False) == priors.prior(model, *asked, False)
    assert held_priors._cost.cache_info().misses == before
