"""In which stretches a text is read for runs, and what the policy is asked about a phrase and a word."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from tests.filters.diacritics.decided import repair
from vntextclean.filters.bare_phrases.filter import _CODE, BarePhrases, _Judge
from vntextclean.filters.bare_phrases.phrase import Phrase
from vntextclean.filters.bare_phrases.search import LONG_LINE, _lines
from vntextclean.settings import Settings
from vntextclean.text_state import TextState


def lines(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches that are read for runs of one token each."""
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    scan: Any = SimpleNamespace(text=text, starts=starts, ends=ends)
    return [*_lines(scan, [(at, at + 1) for at in range(len(spans))])]


def test_each_line_comes_once() -> None:
    text = "một hai\nba\nbốn năm sáu"
    assert lines(text, [(0, 3), (4, 7), (15, 18), (19, 22)]) == [(0, 7), (11, 22)]
    assert lines(text, [(8, 10)]) == [(8, 10)]
    assert lines(text, []) == []


WORDS = "abcd " * 2000  # a blank behind each four letters
PART = LONG_LINE // 3


@pytest.mark.parametrize(("length", "whole"), [(LONG_LINE, True), (LONG_LINE + 1, False)])
def test_how_long_a_line_is_read_whole(length: int, whole: bool) -> None:
    text = "ab\n" + WORDS[:length] + "\nab"
    ((begin, end),) = lines(text, [(8, 12)])
    assert begin == 3
    assert (end == 3 + length) is whole


@pytest.mark.parametrize(
    ("spans", "parts"),
    [
        pytest.param([(5000, 5004)], [(5000 - PART + 5, 5004 + PART)], id="one in the middle"),
        pytest.param([(100, 104)], [(0, 104 + PART)], id="near the beginning"),
        pytest.param([(9900, 9904)], [(9900 - PART + 5, 10000)], id="near the end"),
        pytest.param([(PART, PART + 4)], [(0, 2 * PART + 4)], id="just at the beginning"),
        pytest.param([(5000, 5004), (5500, 5504)], [(5000 - PART + 5, 5004 + PART)], id="two in one part"),
        pytest.param([(5000, 5004), (5004 + PART - 4, 5004 + PART)], [(5000 - PART + 5, 5004 + PART)], id="at its end"),
        pytest.param([(5000, 5004), (6000, 6014)], [(5000 - PART + 5, 6014)], id="one that goes beyond"),
        pytest.param([(2000, 2004), (8000, 8004)], [(2000 - PART + 5, 2004 + PART), (8000 - PART + 5, 8004 + PART)],
                     id="two far apart"),
        pytest.param([(2000, 2004), (3500, 3504)], [(2000 - PART + 5, 2004 + PART), (2004 + PART, 3504 + PART)],
                     id="two parts that touch"),
    ],
)  # fmt: skip
def test_parts_of_a_long_line(spans: list[tuple[int, int]], parts: list[tuple[int, int]]) -> None:
    assert lines(WORDS, spans) == parts


@pytest.mark.parametrize(
    ("accepts", "repaired"), [([True, True], True), ([True, False], False), ([False, True], False)]
)
def test_a_phrase_is_repaired_where_all_its_pieces_are(
    monkeypatch: pytest.MonkeyPatch, accepts: list[bool], repaired: bool
) -> None:
    text = "Hai cac 20 con ra"
    state, answers = TextState(text), iter(accepts)
    asked: list[tuple[Any, ...]] = []

    def accepted(self: TextState, edit: Any) -> bool:
        asked.append(edit[:4])
        return next(answers)

    monkeypatch.setattr(TextState, "accepts", accepted)
    judge = _Judge(state, BarePhrases(Settings())._edits)
    assert judge.phrase(Phrase(4, 14, "các 20 còn", 2, 0.9)) is repaired
    assert asked == [(4, 7, "các", _CODE), (11, 14, "còn", _CODE)][: len(asked)]


def test_a_word_is_asked_about_where_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []

    def accepted(self: TextState, edit: Any) -> bool:
        asked.append(edit)
        return True

    monkeypatch.setattr(TextState, "accepts", accepted)
    one = repair(1, "suối", 0.7)
    assert _Judge(TextState("x sui"), BarePhrases(Settings())._edits).word(one, 2)
    assert asked[0][:4] == (2, 5, "suối", f"diacritics.{one.kind.value}")
    assert asked[0].confidence == 0.7
