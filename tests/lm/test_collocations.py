"""The shares of neighbours, also where a word is too rare to have any counted."""

from __future__ import annotations

from vntextclean.lm.collocations import Collocations
from vntextclean.lm.model import Model


def test_words_that_belong_together() -> None:
    model = Model.open()
    shares = model.derived(Collocations)
    an, ninh, com = model.ids(["an", "ninh", "cơm"]).tolist()
    assert shares.share(an, ninh) > 0.1
    assert shares.share(com, ninh) < shares.share(an, ninh)


def test_rare_words_have_no_share() -> None:
    model = Model.open()
    shares = model.derived(Collocations)
    counted = len(shares._before[0]) - 1
    rarest, ninh = len(model.log_prob) - 1, int(model.ids(["ninh"])[0])
    assert rarest >= counted  # so there are such words
    for left, right in ((rarest, ninh), (ninh, rarest), (rarest, rarest), (counted, counted)):
        assert shares.share(left, right) == 0
