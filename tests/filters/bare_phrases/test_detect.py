"""Runs of unmarked words: where they begin and end, the same by the kernel and by numpy, and which are doubtful."""

from __future__ import annotations

import copy
from types import SimpleNamespace
from typing import Any
from unittest import mock

import numpy as np
import pytest

from vntextclean.filters.bare_phrases.detect import UNKNOWN, BareRuns, has_unmarked_words, stands_out
from vntextclean.lm import kernel
from vntextclean.lm.model import Model

#: A text, and its runs that are long enough and hold enough words that are usually marked.
RUNS = [
    ("", []),
    ("nhung", []),
    ("nhung nguoi", []),
    ("nhung nguoi duoc", ["nhung nguoi duoc"]),
    ("Hôm ấy nhung nguoi duoc mời đã đến.", ["nhung nguoi duoc"]),
    ("Hôm ấy nhung 20 nguoi mời đã đến.", []),
    ("Hôm ấy nhung 20 nguoi duoc mời đã đến.", ["nhung 20 nguoi duoc"]),
    ("Có 20 nhung nguoi duoc 30, đã đến.", ["20 nhung nguoi duoc 30"]),
    ("Họ nói nhung nguoi. Duoc mời đã đến.", []),
    ("Họ nói nhung nguoi, duoc mời đã đến.", ["nhung nguoi, duoc"]),
    ("Họ nói nhung nguoi\nduoc mời đã đến.", []),
    ("Anh cho em xem tranh.", []),
    ("Câu lạc bộ Manchester United Football gặp nhung nguoi duoc yêu.", ["nhung nguoi duoc"]),
]


@pytest.fixture(scope="module")
def runs() -> BareRuns:
    return Model.open().derived(BareRuns)


@pytest.mark.parametrize("native", [True, False])
@pytest.mark.parametrize(("text", "expected"), RUNS)
def test_runs(runs: BareRuns, text: str, expected: list[str], native: bool) -> None:
    if native and kernel.native is None:
        pytest.skip("the kernel was not compiled here, or is turned off")
    scan = runs.model.scan(text)
    with mock.patch.object(kernel, "native", kernel.native if native else None):
        found = runs._long(scan)
    assert [text[scan.starts[first] : scan.ends[last - 1]] for first, last in found] == expected
    assert has_unmarked_words(scan) or not found


def test_three_unmarked_words_in_a_row_are_enough_to_look() -> None:
    model = Model.open()
    assert has_unmarked_words(model.scan("Tôi cho em xem."))
    assert not has_unmarked_words(model.scan("Tôi cho em mượn, em xem."))


@pytest.mark.parametrize(
    ("word", "doubt", "marked", "syllable"),
    [
        ("nguoi", 4.0, True, True),  # as far as one word can be doubted
        ("nay", 1.27, True, True),
        ("nghi", 0.8, False, True),
        ("cho", 0.0, False, True),  # commoner without marks
        ("manchester", 0.0, False, False),
        ("xyzq", 0.0, False, False),  # no spelling that the model knows
    ],
)
def test_what_is_known_of_a_spelling(runs: BareRuns, word: str, doubt: float, marked: bool, syllable: bool) -> None:
    (number,) = runs.model.scan(word).bare
    assert runs._doubt[number] == pytest.approx(doubt, abs=0.05)
    assert (bool(runs._usually_marked[number]), bool(runs._syllable[number])) == (marked, syllable)


@pytest.mark.parametrize(
    ("doubts", "names", "numbers", "typed", "doubtful"),
    [
        ([1.0, 1.0, 1.0], [], [], -7.0, True),  # each just enough
        ([1.0, 1.0, 0.9], [], [], -7.0, False),
        ([1.0, 1.0, 1.0], [], [], -6.9, False),
        ([1.0, 1.0, 1.0], [2], [], -7.0, True),
        ([1.0, 1.0, 1.0], [1, 2], [], -7.0, False),  # a name of two words, and one beside it
        ([1.0, 1.0, 1.0], [], [2], -7.0, False),  # a number is no word that lost its marks
        ([1.0, 2.0, 0.0, 0.0], [1], [3], -7.0, True),
        ([1.0, 2.0, 0.0], [1], [2], -7.0, False),  # nor is it beside a name
    ],
)
def test_what_makes_a_run_doubtful(
    runs: BareRuns, doubts: list[float], names: list[int], numbers: list[int], typed: float, doubtful: bool
) -> None:
    made = copy.copy(runs)
    made._doubt = np.array([9.0, *doubts, 9.0], np.float32)
    places = np.arange(len(doubts) + 2)
    # The tokens on either side are no part of the run.
    scan: Any = SimpleNamespace(
        bare=places,
        names=np.isin(places - 1, names),
        tokens=SimpleNamespace(number=np.isin(places - 1, numbers)),
    )
    with mock.patch.object(BareRuns, "_typed", return_value=typed):
        assert made._is_doubtful(scan, slice(1, len(doubts) + 1)) is doubtful


def test_words_are_weighed_each_after_the_one_before_it(runs: BareRuns) -> None:
    """As they stand in the whole text, the first behind what is no part of the run; numbers by themselves are none."""

    def typed(text: str, first: int = 0) -> float:
        scan = runs.model.scan(text)
        run = slice(first, len(scan))
        return runs._typed(scan, run, ~scan.tokens.number[run])

    assert typed("trung gia đình", 1) < typed("trung gia đình", 2)
    assert typed("gia đình") > typed("đình gia") + 2
    assert typed("bà gia đình", 2) > typed("bà cháu đình", 2) + 2
    assert typed("gia đình 20") == pytest.approx(typed("gia đình"), abs=1e-6)
    assert typed("nguoi") <= UNKNOWN < typed("cho")


@pytest.mark.parametrize(
    ("marked", "bare", "run", "out"),
    [
        (3, 0, 3, True),
        (2, 0, 3, False),  # three words with marks at least
        (4, 4, 3, True),  # half of the others
        (4, 5, 3, False),
        (4, 0, 12, True),  # one for every three of the run
        (4, 0, 13, False),
    ],
)
@pytest.mark.parametrize("number", ["", " 20"])
def test_a_run_stands_out_in_a_marked_line(marked: int, bare: int, run: int, out: bool, number: str) -> None:
    scan = Model.open().scan("bà " * marked + "cho " * bare + "nhung " * run + number)
    first = marked + bare
    assert stands_out(scan, first, first + run) is out
