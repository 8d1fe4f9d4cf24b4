"""What a gap held: each lead at its border, with scores as the test gives them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import pytest

from vntextclean.filters.run_ons.lost_punctuation import (
    _CAPITAL,
    _COMMA,
    _COMMA_BEFORE_CAPITAL,
    _STOP,
    Gap,
    read_gaps,
)
from vntextclean.lm.segmentation.segmenter import Segmenter
from vntextclean.lm.text.scan import CLAUSE, SENTENCE


class _Scores:
    """A segmenter that gives a space, a comma and a full stop these scores, and keeps what it was asked."""

    def __init__(self, *scores: float) -> None:
        self._scores = list(scores)
        self.asked: list[tuple[list[int], int]] = []

    def score(self, sequences: Sequence[list[int]], begins: Sequence[int]) -> list[float]:
        self.asked += zip(sequences, begins, strict=True)
        return self._scores * (len(sequences) // 3)


def _read(scores: tuple[float, float, float], *, capital: bool = False, named: bool = True) -> str:
    gap = Gap((7, 8), 100, 101 if named else 100, capital, (9,))
    return read_gaps(cast("Segmenter", _Scores(*scores)), [gap])[0]


@pytest.mark.parametrize(
    ("scores", "capital", "mark"),
    [
        ((0.0, 0.0, 0.0), False, " "),
        ((0.0, _COMMA + 0.1, 0.0), False, ", "),
        ((0.0, _COMMA, 0.0), False, " "),
        ((0.0, _COMMA_BEFORE_CAPITAL + 0.1, 0.0), False, " "),
        ((0.0, _COMMA_BEFORE_CAPITAL + 0.1, 0.0), True, ", "),
        ((0.0, _COMMA_BEFORE_CAPITAL, 0.0), True, " "),
        ((0.0, 0.0, _STOP + 0.1), True, ". "),
        ((0.0, 0.0, _STOP), True, " "),
        ((0.0, 0.0, 20.0), False, " "),  # a small letter begins no sentence
        ((0.0, 9.0, 9.0), True, ". "),
        ((0.0, 9.0, 9.0), False, " "),  # no better than a full stop
        ((0.0, 9.1, 9.0), True, ", "),
    ],
)
def test_leads(scores: tuple[float, float, float], capital: bool, mark: str) -> None:
    assert _read(scores, capital=capital) == mark


def test_a_capital_that_is_no_name_costs_the_space_and_the_comma() -> None:
    assert _read((0.0, 0.0, _STOP - _CAPITAL + 0.1), capital=True, named=False) == ". "
    assert _read((0.0, 0.0, _STOP - _CAPITAL + 0.1), capital=True, named=True) == " "
    assert _read((0.0, 0.0, _STOP - _CAPITAL + 0.1), capital=False, named=False) == " "
    assert _read((0.0, 9.0, 9.0 - _CAPITAL), capital=True, named=False) == ". "
    assert _read((0.0, 9.0, 8.9 - _CAPITAL), capital=True, named=False) == ", "


def test_what_is_scored() -> None:
    segmenter = _Scores(0.0, 0.0, 0.0)
    gap = Gap((7, 8), 100, 101, True, (9,))
    assert read_gaps(cast("Segmenter", segmenter), [gap, gap, gap]) == [" "] * 3
    assert segmenter.asked == [([7, 8, 101, 9], 2), ([7, 8, CLAUSE, 101, 9], 2), ([7, 8, SENTENCE, 100, 9], 2)]
