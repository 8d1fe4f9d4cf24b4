"""Which stretches are read as broken lines, and which pieces stay."""

from __future__ import annotations

import numpy as np
import pytest

from vntextclean.filters.split_words import broken_lines as module
from vntextclean.filters.split_words.broken_lines import BrokenLines
from vntextclean.filters.split_words.search import SplitSearch
from vntextclean.lm.model import Model


def lines(text: str, *, odd: tuple[int, ...] | None = None, letters: tuple[int, ...] = ()) -> BrokenLines:
    """The broken lines of a text of which some tokens are hardly words, and others single letters."""
    model = Model.open()
    made = BrokenLines(model.derived(SplitSearch), model.scan(text))
    if odd is not None:
        flags = np.zeros(len(made._scan), np.bool_)
        flags[list(odd)] = True
        made.__dict__["_odd"] = flags
        made.__dict__["_doubtful"] = np.array(odd, np.int64)
        pieces = flags.copy()
        pieces[list(letters)] = True
        made.__dict__["_pieces"] = pieces
    return made


@pytest.mark.parametrize(
    ("text", "odd", "letters", "found"),
    [
        pytest.param("th n c nh ện", (0, 3), (1, 2), [(0, 5)], id="four pieces, two of them no words"),
        pytest.param("th n c nh ện", (0,), (1, 2, 3), [], id="one that is no word"),
        pytest.param("th n c nh ện", (0, 3), (1,), [], id="three pieces"),
        pytest.param("th n c nh " + "bà " * 7 + "con", (0, 3), (1, 2), [], id="four of twelve words"),
        pytest.param("th n c nh " + "bà " * 6 + "con", (0, 3), (1, 2), [(0, 11)], id="four of eleven"),
        pytest.param("th n c nh. bà con ta", (0, 3), (1, 2), [(0, 4)], id="a stretch ends at a mark"),
        pytest.param("th n\nc nh bà con ta", (0, 3), (1, 2), [(0, 7)], id="a line may go on"),
        pytest.param("bà con. th n c nh", (2, 5), (3, 4), [(2, 6)], id="behind a mark"),
        pytest.param("th n  c nh bà con ta", (0, 3), (1, 2), [], id="two spaces part as well"),
    ],
)
def test_which_stretches_are_read(
    text: str, odd: tuple[int, ...], letters: tuple[int, ...], found: list[tuple[int, int]]
) -> None:
    assert [*lines(text, odd=odd, letters=letters)._stretches()] == found


@pytest.mark.parametrize(
    ("times", "found"), [(50, [(0, 200)]), (51, [(0, 200), (200, 204)]), (100, [(0, 200), (200, 400)])]
)
def test_long_stretches_are_read_in_parts(times: int, found: list[tuple[int, int]]) -> None:
    made = lines("th ng c nh " * times, odd=tuple(range(4 * times)))
    assert [*made._stretches()] == found


def test_what_stands_in_no_language_is_not_read() -> None:
    made = lines("th ng c nh " * 100, odd=tuple(range(400)))
    made._left_out = np.array([True] * 200 + [False] * 200)
    assert [*made._stretches()] == [(200, 400)]
    made._left_out[0] = False
    assert [*made._stretches()] == [(0, 200), (200, 400)]


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("th ng c hi ra nh", True),
        ("th ng c hi ra ta", False),
        ("th ng c nh" + " ra" * 7, True),
        ("th ng c nh" + " ra" * 8, False),
    ],
)
def test_whether_pieces_are_parts_of_syllables(text: str, broken: bool) -> None:
    made = lines(text, odd=tuple(range(len(text.split()))))
    assert made._is_broken(0, len(text.split())) == broken


@pytest.mark.parametrize(
    ("word", "part"),
    [
        ("ng", True), ("ườ", True), ("xuấ", True), ("a", True), ("ở", False), ("Ở", False), ("ô", False), ("ơ", False),
        ("à", False), ("ý", False), ("ạ", False), ("đ", True), ("hi", False), ("bốc", False), ("đuợc", False),
        ("ti", False), ("tiề", True), ("vn", True), ("KH", True), ("an", True), ("ia", True),
    ],
)  # fmt: skip
def test_parts_of_syllables(word: str, part: bool) -> None:
    assert module._is_part(word) == part


@pytest.mark.parametrize(
    ("spans", "at", "hopeless"),
    [
        ([], 3, False), ([(2, 5)], 1, False), ([(2, 5)], 2, True), ([(2, 5)], 4, True), ([(2, 5)], 5, False),
        ([(2, 5), (8, 9)], 6, False), ([(2, 5), (8, 9)], 8, True), ([(2, 5), (8, 9)], 9, False), ([(0, 5)], 0, True),
    ],
)  # fmt: skip
def test_places_in_stretches_that_cannot_be_read(spans: list[tuple[int, int]], at: int, hopeless: bool) -> None:
    made = lines("bà con ra chợ")
    made._hopeless = spans
    assert made.is_hopeless(at) == hopeless


@pytest.mark.parametrize(
    ("word", "stays"),
    [
        ("n", True), ("ng", True), ("ngh", True), ("đg", True), ("vn", False), ("KH", False), ("xyz", True),
        ("NG", False), ("dc", False), ("ubnd", True),
    ],
)  # fmt: skip
def test_pieces_that_stay(word: str, stays: bool) -> None:
    made = lines(f"{word} bà con")
    assert made._stays(module._Edge(0, 0, 1, 0.0, left_over=True)) == stays
