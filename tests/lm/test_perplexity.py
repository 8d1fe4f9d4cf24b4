"""Lines scored together get the figures that each gets alone."""

from __future__ import annotations

import math

import numpy as np
import pytest

from vntextclean.lm.model import Model
from vntextclean.lm.perplexity import NOTHING, score_lines

TEXT = """\
Hôm nay trời mưa, tôi ở nhà.
Marlowe đi học.

...
3.500 người
nhà. Trường ở gần nhà"""


def test_lines_count_as_they_do_alone(small: Model) -> None:
    together = score_lines(TEXT, small)
    assert len(together) == 6
    for line, found in zip(TEXT.split("\n"), together, strict=True):
        alone = score_lines(line, small)
        assert len(alone) == 1
        assert found[:3] == alone[0][:3]
        assert np.allclose(found[3:], alone[0][3:], atol=1e-3)


def test_a_long_text_is_scored_piece_by_piece(small: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = score_lines(TEXT, small)
    for size in (1, 20, 60):
        monkeypatch.setattr("vntextclean.lm.perplexity._BATCH", size)
        for one, other in zip(score_lines(TEXT, small), whole, strict=True):
            assert one[:3] == other[:3]
            assert np.allclose(one[3:], other[3:], atol=1e-3)


def test_a_text_is_the_sum_of_its_lines(small: Model) -> None:
    total = NOTHING
    for line in score_lines(TEXT, small):
        total = total.with_line(line)
    scores = small.token_scores(TEXT)
    assert total.tokens == len(scores)
    assert total.class_perplexity == pytest.approx(math.exp(-scores.mean()), rel=1e-3)


def test_unknown_words_count_with_their_letters(small: Model) -> None:
    line = score_lines("Marlowe đi học.", small)[0]
    assert (line.words, line.unknown) == (3, 1)
    assert line.perplexity > line.class_perplexity  # type: ignore[operator]


def test_a_text_without_words_has_no_perplexity(small: Model) -> None:
    assert [line.perplexity for line in score_lines("\n!\n", small)] == [None, None, None]
