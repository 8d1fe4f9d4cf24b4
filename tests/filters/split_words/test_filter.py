"""What becomes of the broken words that a search finds: which are joined, and how surely."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from tests.filters.split_words.given import SURE, TEXT, Given, broken
from vntextclean.edit import Edit
from vntextclean.filters.split_words import filter as module
from vntextclean.filters.split_words.filter import SplitWords
from vntextclean.filters.split_words.survey import Survey
from vntextclean.settings import LEAST_CONFIDENCE, Settings
from vntextclean.text_state import TextState


def shown(edits: list[Edit]) -> list[tuple[int, str, float]]:
    assert all(edit.reason for edit in edits)
    return [(edit.start, edit.replacement, edit.confidence) for edit in edits]


@pytest.mark.parametrize(
    ("gain", "confidence"), [(6.0, 0.98), (7.0, 0.9925), (40.0, 1.0), (36.0, 1.0), (-24.0, 0.0), (5.0, 0.9473)]
)
def test_how_sure_a_gain_is(gain: float, confidence: float) -> None:
    assert module._confidence_of(gain) == pytest.approx(confidence, abs=2e-4)


@pytest.mark.parametrize(
    ("survey", "nothing"),
    [
        (Survey([], broken=False, spaced=False), True),
        (Survey([(0, 1)], broken=False, spaced=False), False),
        (Survey([], broken=True, spaced=False), False),
        (Survey([], broken=False, spaced=True), False),
    ],
)
def test_a_text_in_which_nothing_is_met(monkeypatch: pytest.MonkeyPatch, survey: Survey, nothing: bool) -> None:
    made = Given(monkeypatch, survey=survey, found=(broken(),))
    assert (made.edits() == []) == nothing


def test_a_text_of_ascii() -> None:
    assert [*SplitWords(Settings()).edits(TextState("th uc hi en"))] == []


@pytest.mark.parametrize(("least", "kept"), [(LEAST_CONFIDENCE, True), (LEAST_CONFIDENCE - 0.01, False)])
def test_what_is_shown(monkeypatch: pytest.MonkeyPatch, least: float, kept: bool) -> None:
    monkeypatch.setattr(module, "_confidence", lambda one: least)
    found = Given(monkeypatch, found=(broken(),)).edits()
    assert [edit.confidence for edit in found] == ([least] if kept else [])
    assert all(edit.rule == "split-words.syllable" for edit in found)


@pytest.mark.parametrize(
    ("more", "sure"),
    [
        pytest.param({}, 0.98, id="nothing speaks against it"),
        pytest.param({"hopeless": True}, 0.9, id="a line full of pieces"),
        pytest.param({"lost": True}, 0.9, id="a text that lost letters"),
        pytest.param({"lost": True, "in_pieces": True}, 0.98, id="a page in pieces"),
        pytest.param({"hopeless": True, "in_pieces": True}, 0.9, id="a line full of pieces on one"),
    ],
)
def test_what_is_only_suggested(monkeypatch: pytest.MonkeyPatch, more: dict[str, Any], sure: float) -> None:
    found = Given(monkeypatch, found=(broken(gain=SURE),), **more).edits()
    assert [edit.confidence for edit in found] == pytest.approx([sure], abs=1e-3)


def test_what_is_no_surer_stays_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_confidence", lambda one: 0.85)
    assert [edit.confidence for edit in Given(monkeypatch, found=(broken(),), hopeless=True).edits()] == [0.85]


@pytest.mark.parametrize(("lesson", "puzzle", "ours", "kept"), [
    (False, False, True, True), (True, False, True, False), (False, True, True, False), (False, False, False, False),
])  # fmt: skip
@pytest.mark.parametrize("where", ["found", "joined"])
def test_what_is_no_broken_word(
    monkeypatch: pytest.MonkeyPatch, where: str, lesson: bool, puzzle: bool, ours: bool, kept: bool
) -> None:
    monkeypatch.setattr(module, "is_spelt_out", lambda *asked: lesson)
    monkeypatch.setattr(module, "is_in_puzzle", lambda *asked: puzzle)
    monkeypatch.setattr(module, "is_vietnamese", lambda *asked: ours)
    given: Any = {where: (broken(),)}
    made = Given(monkeypatch, **given)
    assert [edit.replacement for edit in made.edits()] == (["nước"] if kept else [])
    if where == "found":
        assert made.accepted == [not lesson and not puzzle]


def test_lines_in_pieces_come_before_single_words(monkeypatch: pytest.MonkeyPatch) -> None:
    other = broken("ch ức", "chức")
    made = Given(monkeypatch, joined=(broken(),), found=(broken(joined="nươc"), other))
    assert [(start, word) for start, word, _ in shown(made.edits())] == [
        (TEXT.index("n ước"), "nước"), (TEXT.index("ch ức"), "chức"),
    ]  # fmt: skip
    assert Given(monkeypatch, joined=(broken(),), survey=Survey([], broken=False, spaced=False)).edits() == []
    assert Given(monkeypatch, joined=(broken(),), survey=Survey([(0, 1)], broken=False, spaced=False)).edits() == []


def test_stretches_of_no_language_are_not_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    survey = Survey([(0, 1), (2, 3)], broken=False, spaced=False)
    made = Given(monkeypatch, survey=survey, left_out=[True, False, False, False])
    made.edits()
    assert [one.first for one in made.tries] == [2]
    made = Given(monkeypatch, survey=survey)
    made.edits()
    assert [one.first for one in made.tries] == [0, 2]


@pytest.mark.parametrize(
    ("stretches", "around"),
    [
        ([], []), ([(1, 2)], [(0, 6)]), ([(1, 2), (4, 5)], [(0, 6)]), ([(1, 2), (8, 9)], [(0, 6), (7, 13)]),
        ([(1, 2), (8, 9), (10, 11)], [(0, 6), (7, 13)]), ([(1, 9)], [(0, 13)]), ([(8, 9)], [(7, 13)]),
        ([(1, 9), (10, 11)], [(0, 13)]),
    ],
)  # fmt: skip
def test_what_stands_around_stretches(stretches: list[tuple[int, int]], around: list[tuple[int, int]]) -> None:
    assert [*module._around("một hai\nba bốn năm"[1:7] + "\nbốnnăm", stretches)] == [
        (low, min(high, 13)) for low, high in around
    ]


@pytest.mark.parametrize(
    ("low", "high", "start", "end", "cut"),
    [
        (0, 10, 0, 8, False), (0, 10, 0, 9, True), (5, 15, 5, 12, True), (5, 15, 6, 12, True), (5, 15, 7, 12, False),
        (5, 15, 7, 13, False), (5, 15, 7, 14, True), (0, 20, 0, 20, False),
    ],
)  # fmt: skip
def test_a_heading_that_may_go_on(low: int, high: int, start: int, end: int, cut: bool) -> None:
    assert module._is_cut("x" * 20, low, high, start, end) == cut
    assert not module._is_cut("x" * (low - 1) + "\n" * (low > 0) + "x" * (high - low) + "\nx", low, high, start, end)


def edit(start: int, end: int) -> Edit:
    return Edit(start, end, "x", "split-words.syllable", "", 1.0)


@pytest.mark.parametrize(
    ("first", "others", "kept"),
    [
        ([], [(0, 2)], [(0, 2)]), ([(0, 2)], [], [(0, 2)]), ([(2, 4)], [(0, 2)], [(0, 2), (2, 4)]),
        ([(2, 4)], [(4, 6)], [(2, 4), (4, 6)]), ([(2, 4)], [(3, 5)], [(2, 4)]), ([(2, 4)], [(1, 3)], [(2, 4)]),
        ([(2, 4), (6, 8)], [(0, 1), (4, 6), (7, 9), (9, 10)], [(0, 1), (2, 4), (4, 6), (6, 8), (9, 10)]),
    ],
)  # fmt: skip
def test_what_touches_none_of_the_first(
    first: list[tuple[int, int]], others: list[tuple[int, int]], kept: list[tuple[int, int]]
) -> None:
    found = module._disjoint([edit(*one) for one in first], [edit(*one) for one in others])
    assert [(one.start, one.end) for one in found] == kept


@pytest.mark.parametrize(
    ("piece", "joined", "lost", "may", "expected"),
    [
        pytest.param("n ước", "nước", False, True, False, id="a lone letter of a word with marks"),
        pytest.param("n ước", "nuoc", False, True, True, id="of a word without marks"),
        pytest.param("n uo c", "nước", False, True, True, id="three pieces"),
        pytest.param("nu oc", "nuoc", False, True, False, id="no letter is alone"),
        pytest.param("nu o", "nuo", False, True, True, id="the last letter is alone"),
        pytest.param("n ước", "nuoc", False, False, False, id="the text did not lose letters"),
        pytest.param("nu oc", "nước", True, False, True, id="it surely did"),
    ],
)
def test_whether_letters_were_lost(
    monkeypatch: pytest.MonkeyPatch, piece: str, joined: str, lost: bool, may: bool, expected: bool
) -> None:
    told = SimpleNamespace(lost_letters=lost, may_have_lost_letters=may)
    text = f"Bà con {piece} ở xã"
    state: Any = SimpleNamespace(text=text, ask=lambda what: told, first=None)
    one = broken(piece, joined, text=text)
    assert module._lost_letters(state, one) == expected
    before = SimpleNamespace(may_have_lost_letters=not may)
    state.first = before
    assert not module._lost_letters(state, one) or lost or not may
