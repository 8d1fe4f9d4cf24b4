"""How far words are compared before they are judged as one, and by what, each at its border."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from tests.filters.diacritics.decided import suspect
from vntextclean.filters.diacritics.evidence.same_surroundings import firsts
from vntextclean.lm.model import Model
from vntextclean.lm.proofreader.net import TOPIC

MODEL = Model.open()
#: Words on each side that are compared.
AROUND = TOPIC + 1
WORDS = 8 * AROUND
ONE, TWO = 2 * AROUND, 5 * AROUND


def judged(*tokens: int, words: int = WORDS, other: int | None = None, lower: int | None = None) -> list[int]:
    """For each token the first that is judged by the same, in a text of one word but for one place."""
    scan = MODEL.scan(" ".join("ở" if at == other else "ạ" for at in range(words)))
    ids = scan.lower
    if lower is not None:
        ids = ids.copy()
        ids[lower] += 1
    return firsts(scan, [suspect(token) for token in tokens], ids)


@pytest.mark.parametrize(
    ("token", "words", "same"),
    [
        pytest.param(AROUND - 1, WORDS, [0, 1], id="too near the beginning"),
        pytest.param(AROUND, WORDS, [0, 0], id="far enough from it"),
        pytest.param(WORDS - AROUND - 1, WORDS, [0, 0], id="far enough from the end"),
        pytest.param(WORDS - AROUND, WORDS, [0, 1], id="too near the end"),
        pytest.param(AROUND, 2 * AROUND, [0, 1], id="a short text"),
        pytest.param(AROUND, 2 * AROUND + 1, [0, 0], id="a text that is just long enough"),
    ],
)
def test_words_near_an_end_are_judged_by_themselves(token: int, words: int, same: list[int]) -> None:
    assert judged(token, token, words=words) == same


@pytest.mark.parametrize("place", ["other", "lower"])
@pytest.mark.parametrize(
    ("away", "alike"), [(-AROUND - 1, True), (-AROUND, False), (-1, False), (AROUND, False), (AROUND + 1, True)]
)
def test_how_far_the_words_around_are_compared(place: str, away: int, alike: bool) -> None:
    given: Any = {place: TWO + away}
    assert judged(ONE, TWO, **given) == [0, 0 if alike else 1]


def test_the_first_of_three_is_that_of_all() -> None:
    assert judged(ONE, ONE + 3, ONE + 9) == [0, 0, 0]
    assert judged() == [] and judged(ONE) == [0]


@pytest.mark.parametrize(
    ("change", "alike"),
    [
        pytest.param({}, True, id="nothing"),
        pytest.param({"gains": np.array([3.0, 2.5], np.float32)}, False, id="the gain of another candidate"),
        pytest.param({"gains": np.array([4.0, 3.0], np.float32)}, False, id="the gain of the best"),
        pytest.param({"candidates": np.array([77, 79])}, False, id="another candidate"),
        pytest.param({"log_prob": -21.0}, False, id="how probable the word is"),
        pytest.param({"known_left": True}, False, id="known on the left"),
        pytest.param({"known_right": True}, False, id="known on the right"),
    ],
)
def test_what_is_proposed_must_be_the_same(change: dict[str, Any], alike: bool) -> None:
    scan = MODEL.scan("ạ " * WORDS)
    found = [suspect(ONE, (77, 78)), suspect(TWO, (77, 78))._replace(**change)]
    assert firsts(scan, found, scan.lower) == [0, 0 if alike else 1]


def test_the_place_in_a_word_apart_counts() -> None:
    """Words of other lengths before the word, the same letters in all."""
    scan = MODEL.scan("ạ " * (ONE - 1) + "Ạ " + "ạ " * (WORDS - ONE))
    assert firsts(scan, [suspect(ONE), suspect(TWO)], scan.lower) == [0, 1]
