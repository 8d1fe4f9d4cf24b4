"""Halves of compounds: alone at their place, alone elsewhere, and pairs as a text writes them."""

from __future__ import annotations

import pytest

from vntextclean.filters.lost_words.halves import FEW, Halves
from vntextclean.lm.collocations import Collocations
from vntextclean.lm.model import Model


def _halves(text: str) -> tuple[Halves, list[int]]:
    model = Model.open()
    scan = model.scan(text)
    return Halves(scan, model.derived(Collocations)), scan.lower.tolist()


@pytest.mark.parametrize(
    ("text", "token", "alone"),
    [
        ("Họ nghiêm túc lắm", 1, False),
        ("Họ nghiêm túc lắm", 2, False),
        ("Họ túc lắm", 1, True),
        ("Họ nghiêm, túc lắm", 2, True),  # a comma parts them
    ],
)
def test_alone(text: str, token: int, alone: bool) -> None:
    assert _halves(text)[0].is_alone(token) is alone


def test_what_may_be_missing_takes_its_share_away() -> None:
    halves, _ = _halves("Họ nghiêm túc lắm")
    assert not halves.is_alone(2, 0.0)
    assert halves.is_alone(2, 1.0)


@pytest.mark.parametrize(
    ("text", "count"),
    [("túc lắm", 0), ("túc lắm, túc quá", 1), ("túc lắm, nghiêm túc, túc quá, túc ghê", 2)],
)
def test_elsewhere(text: str, count: int) -> None:
    halves, _ = _halves(text)
    assert halves.elsewhere(0) == count
    assert halves.elsewhere(0) == count  # asked twice


def test_elsewhere_of_a_half_that_is_not_alone() -> None:
    halves, _ = _halves("nghiêm túc lắm, túc quá")
    assert halves.elsewhere(1) == 1


def test_how_often_a_pair_is_written() -> None:
    halves, words = _halves("túc lắm nghiêm túc quá nghiêm")
    assert halves.written(words[2], words[3]) == 1  # the last word is not the one before the first
    assert halves.written(words[1], words[2]) == 1
    assert halves.written(words[0], words[1]) == 1
    assert halves.written(words[3], words[2]) == 0


def test_the_answers_are_the_same_once_many_words_were_asked_about() -> None:
    halves, words = _halves("túc lắm, nghiêm túc, túc quá, túc ghê")
    pairs = [(left, right) for left in words for right in words]
    first = {pair: _halves("túc lắm, nghiêm túc, túc quá, túc ghê")[0].written(*pair) for pair in pairs}
    assert len(pairs) > FEW
    assert {pair: halves.written(*pair) for pair in pairs} == first
    assert halves.elsewhere(0) == 2
