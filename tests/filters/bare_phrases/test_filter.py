"""One edit a phrase, cut at numbers, and what the policy is asked."""

from __future__ import annotations

import pytest

from vntextclean.filters.bare_phrases.filter import _pieces
from vntextclean.filters.bare_phrases.phrase import (
    DELIBERATE,
    MOST_GAIN,
    MOST_SURE,
    Phrase,
    Reading,
    apart,
    joined,
    moved,
)
from vntextclean.filters.bare_phrases.readings import _held


def _phrase(start: int, end: int, words: int = 3, confidence: float = 0.99) -> Phrase:
    return Phrase(start, end, "", words, confidence)


@pytest.mark.parametrize(
    ("text", "replacement", "pieces"),
    [
        ("cac em hoc sinh", "các em học sinh", ["cac em hoc"]),
        ("em hoc sinh", "em học sinh", ["hoc"]),
        ("cac 20 em hoc sinh", "các 20 em học sinh", ["cac", "hoc"]),
        ("20 cac em hoc", "20 các em học", ["cac em hoc"]),
        ("cac em 20", "các em 20", ["cac"]),
        ("em 20 sinh", "em 20 sinh", []),
    ],
)
def test_the_pieces_of_a_phrase(text: str, replacement: str, pieces: list[str]) -> None:
    phrase = Phrase(0, len(text), replacement, 3, 0.99)
    assert [text[start:end] for start, end in _pieces(text, phrase)] == pieces
    within = f"Hai {text}."
    later = phrase._replace(start=4, end=4 + len(text))
    assert [within[start:end] for start, end in _pieces(within, later)] == pieces


@pytest.mark.parametrize(
    ("one", "other", "are_apart"),
    [((0, 3), (3, 5), True), ((0, 4), (3, 5), False), ((3, 5), (0, 3), True), ((3, 5), (0, 4), False)],
)
def test_apart(one: tuple[int, int], other: tuple[int, int], are_apart: bool) -> None:
    assert apart(_phrase(*one), _phrase(*other)) is are_apart


def test_phrases_that_overlap_are_one() -> None:
    assert joined([_phrase(5, 9), _phrase(0, 5)]) == [_phrase(0, 5), _phrase(5, 9)]
    assert joined([_phrase(0, 6, 2, 0.9), _phrase(5, 9, 4, 0.8)]) == [_phrase(0, 9, 6, 0.8)]
    assert joined([_phrase(0, 9), _phrase(2, 4)]) == [_phrase(0, 9, 6)]


def test_a_phrase_of_a_line_in_the_text() -> None:
    assert moved(_phrase(2, 5), 10) == _phrase(12, 15)


@pytest.mark.parametrize(
    ("certain", "held"),
    [
        ([1.0, 1.0, 1.0, 1.0], set()),
        ([1.0, 0.5, 1.0, 1.0], {1}),
        ([0.5, 0.4, 1.0, 1.0], {0, 1}),
        ([0.5, 0.4, 0.3, 1.0], {1, 2}),  # half of them at most
        ([0.995, 1.0, 1.0, 1.0], set()),  # sure enough together
        ([0.0, 1.0, 1.0], {0}),
    ],
)
def test_the_least_sure_words_are_held_back(certain: list[float], held: set[int]) -> None:
    import numpy as np

    assert _held(list(range(len(certain))), np.array(certain, np.float32)) == held


def test_the_confidence_of_a_reading() -> None:
    sure = Reading(0, 9, "", 3, MOST_GAIN, -1e-4, False)
    assert sure.confidence() == MOST_SURE
    assert sure._replace(deliberate=True).confidence() == DELIBERATE
    doubtful = sure._replace(sure=-1.0, gain=2.0)
    assert 0.3 < doubtful.confidence() < 0.6
    assert doubtful._replace(gain=4.0).confidence() > doubtful.confidence()
    assert doubtful._replace(sure=-2.0).confidence() < doubtful.confidence()
    most = doubtful._replace(gain=MOST_GAIN)
    assert most._replace(gain=MOST_GAIN + 5).confidence() == most.confidence()
    assert sure._replace(sure=0.0).confidence() == sure.confidence()
