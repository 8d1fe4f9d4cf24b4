"""Runs of unmarked words: where they begin and end, the same by the kernel and by numpy."""

from __future__ import annotations

from unittest import mock

import pytest

from vntextclean.filters.bare_phrases.detect import BareRuns, has_unmarked_words
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
