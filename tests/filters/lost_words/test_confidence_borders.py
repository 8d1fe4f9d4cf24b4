"""What bounds the confidence of a lost word, and when a text shows that words were lost, with all asked given."""

from __future__ import annotations

from collections import Counter
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from vntextclean.filters.lost_words import confidence as module
from vntextclean.filters.lost_words.collocates import FUNCTION_WORD
from vntextclean.filters.lost_words.confidence import Insertion, LostWordSearch, _Document
from vntextclean.filters.lost_words.proposals import Proposal
from vntextclean.lm.model import Model
from vntextclean.settings import MIN_CONFIDENCE

TEXT = "Bà con trong bản ra suối bắt cá từ lúc mặt trời chưa lên nên người già cũng đi được"


def proposal(token: int = 5, word: int = 100, **more: Any) -> Proposal:
    given = {
        "gain": 9.0, "wide": 0.0, "lead": 9.0, "share_right": 0.8, "share_left": 0.0, "seen": False,
        "pair_log_prob": -9.0, "log_prob": FUNCTION_WORD, "before_name": False, **more,
    }  # fmt: skip
    return Proposal(token, word, **given)


class Given:
    """A search for which proposals, their shares and all that is asked of them are given."""

    def __init__(
        self, monkeypatch: pytest.MonkeyPatch, found: list[Proposal], shares: list[float], **more: Any
    ) -> None:
        given = {"alone": True, "lossy": False, "usage": False, "needed": True, "doubtful": False, **more}
        monkeypatch.setattr(module, "proposals", lambda model, scan, gaps: found)
        monkeypatch.setattr(_Document, "is_alone", lambda self, one: given["alone"])
        monkeypatch.setattr(_Document, "lost_words", lambda self, fitted: given["lossy"])
        monkeypatch.setattr(_Document, "is_usage", lambda self, one: given["usage"])
        monkeypatch.setattr(LostWordSearch, "_is_needed", lambda self, scan, one: given["needed"])
        monkeypatch.setattr(LostWordSearch, "_is_doubtful", lambda self, scan, one: given["doubtful"])
        self.search = LostWordSearch(Model.open(), SimpleNamespace(shares=lambda rows: shares))  # type: ignore[arg-type]

    def found(self, text: str = TEXT) -> list[Insertion]:
        return self.search.find(Model.open().scan(text), [])


LONG = " ".join([TEXT] * 20)  # 400 words


@pytest.mark.parametrize(
    ("share", "more", "text", "confidence"),
    [
        pytest.param(0.99, {}, TEXT, 0.99, id="nothing bounds it"),
        pytest.param(0.85, {}, TEXT, 0.85, id="just shown"),
        pytest.param(0.84, {}, TEXT, None, id="not shown"),
        pytest.param(0.99, {"alone": False}, TEXT, 0.9, id="its half is not alone"),
        pytest.param(0.89, {"alone": False}, TEXT, 0.89, id="less sure"),
        pytest.param(0.99, {"needed": False}, TEXT, 0.99, id="its half stands without it, in a short text"),
        pytest.param(0.99, {"needed": False}, LONG, 0.97, id="in a long text"),
        pytest.param(0.99, {"needed": False}, LONG.rsplit(" ", 1)[0], 0.99, id="of 399 words"),
        pytest.param(0.99, {"needed": False, "lossy": True}, LONG, 0.99, id="that lost words"),
        pytest.param(0.975, {"needed": False}, LONG, 0.975, id="it would not be made"),
        pytest.param(0.86, {"lossy": True, "usage": True}, TEXT, 0.985, id="the usage of a text that lost words"),
        pytest.param(0.99, {"lossy": True, "usage": True}, TEXT, 0.99, id="surer already"),
        pytest.param(0.86, {"usage": True}, TEXT, 0.86, id="of another text"),
        pytest.param(0.99, {"doubtful": True}, TEXT, 0.97, id="doubtful"),
        pytest.param(0.86, {"doubtful": True}, TEXT, 0.86, id="doubtful and less sure"),
        pytest.param(0.99, {"doubtful": True, "lossy": True, "usage": True}, TEXT, 0.97, id="doubtful usage"),
    ],
)
def test_how_sure_a_lost_word_is(
    monkeypatch: pytest.MonkeyPatch, share: float, more: dict[str, Any], text: str, confidence: float | None
) -> None:
    word = Model.open().word(100)
    expected = [] if confidence is None else [Insertion(5, word, confidence)]
    assert Given(monkeypatch, [proposal()], [share], **more).found(text) == expected


@pytest.mark.parametrize(
    ("tokens", "shares", "kept"),
    [
        ((5, 6), (0.9, 0.95), [6]), ((5, 6), (0.95, 0.9), [5]), ((5, 6), (0.9, 0.9), [5]),
        ((5, 7), (0.9, 0.95), [5, 7]),
        ((5, 6, 7), (0.9, 0.95, 0.99), [7]), ((), (), []), ((5, 9), (0.9, 0.5), [5]),
    ],
)  # fmt: skip
def test_two_never_stand_side_by_side(
    monkeypatch: pytest.MonkeyPatch, tokens: tuple[int, ...], shares: tuple[float, ...], kept: list[int]
) -> None:
    given = Given(monkeypatch, [proposal(token) for token in tokens], [*shares])
    assert [one.token for one in given.found()] == kept


class Halves:
    """Halves of compounds: which stand alone, how often elsewhere, how often a pair is written."""

    def __init__(self, alone: bool = True, elsewhere: int = 0, written: int = 5) -> None:
        self.answers = alone, elsewhere, written
        self.shares: list[float] = []

    def is_alone(self, half: int, share: float) -> bool:
        self.shares.append(share)
        return self.answers[0]

    def elsewhere(self, half: int) -> int:
        return self.answers[1]

    def written(self, word: int, half: int) -> int:
        return self.answers[2]


def document(found: list[Proposal], halves: Halves | None = None, text: str = TEXT) -> _Document:
    return _Document(Model.open().scan(text), halves or Halves(), found)  # type: ignore[arg-type]


@pytest.mark.parametrize(("alone", "elsewhere", "expected"), [(True, 0, True), (False, 0, False), (True, 1, False)])
def test_a_half_that_is_alone(alone: bool, elsewhere: int, expected: bool) -> None:
    halves = Halves(alone, elsewhere)
    assert document([proposal()], halves).is_alone(proposal(share_left=0.3)) == expected
    assert halves.shares == [0.8]


@pytest.mark.parametrize(
    ("change", "halves", "usage"),
    [
        pytest.param({}, Halves(), True, id="all is so"),
        pytest.param({"gain": 3.0, "lead": 3.0, "share_right": 0.25}, Halves(), True, id="each bound is met"),
        pytest.param({"gain": 2.9}, Halves(), False, id="it gains too little"),
        pytest.param({"lead": 2.9}, Halves(), False, id="another word comes near"),
        pytest.param({"share_right": 0.24}, Halves(), False, id="the pair is not usual"),
        pytest.param({"log_prob": FUNCTION_WORD + 0.1}, Halves(), False, id="a function word"),
        pytest.param({}, Halves(written=4), False, id="the text has the pair too seldom"),
        pytest.param({}, Halves(elsewhere=1), False, id="the half is alone elsewhere"),
        pytest.param({}, Halves(alone=False), False, id="the half is not alone here"),
    ],
)
def test_the_usage_of_a_text(change: dict[str, Any], halves: Halves, usage: bool) -> None:
    one = proposal()._replace(**change)
    assert document([one], halves).is_usage(one) == usage


def test_a_half_that_is_alone_elsewhere_where_the_word_may_be_missing_too() -> None:
    text = TEXT + " ra suối"
    scan = Model.open().scan(text)
    again = proposal(len(scan) - 1)
    found = [proposal(), again]
    assert document(found, Halves(elsewhere=1), text).is_usage(proposal())
    assert not document(found, Halves(elsewhere=2), text).is_usage(proposal())
    assert document(found, Halves(), text)._missing == Counter({(100, int(scan.lower[5])): 2})


THREE = [proposal(3, 100), proposal(5, 101), proposal(9, 102)]


@pytest.mark.parametrize(
    ("found", "shares", "halves", "words", "lost"),
    [
        pytest.param(THREE, (0.85, 0.85, MIN_CONFIDENCE), Halves(), 1, True, id="three words, one surely"),
        pytest.param(THREE, (0.84, 0.85, MIN_CONFIDENCE), Halves(), 1, False, id="two words"),
        pytest.param(THREE, (0.97, 0.97, MIN_CONFIDENCE - 0.001), Halves(), 1, False, id="none surely"),
        pytest.param([*THREE[:2], proposal(9, 101)], (0.85, 0.85, 0.99), Halves(), 1, False, id="one of them twice"),
        pytest.param(THREE, (0.85, 0.85, 0.99), Halves(alone=False), 1, False, id="no half is alone"),
        pytest.param(THREE, (0.85, 0.85, 0.99), Halves(elsewhere=1), 1, False, id="each is alone elsewhere"),
        pytest.param(THREE, (0.85, 0.85, 0.99), Halves(), 75, True, id="one in five hundred words"),
        pytest.param(THREE, (0.85, 0.85, 0.99), Halves(), 76, False, id="fewer"),
    ],
)
def test_a_text_that_lost_words(
    found: list[Proposal], shares: tuple[float, ...], halves: Halves, words: int, lost: bool
) -> None:
    assert document(found, halves, " ".join([TEXT] * words)).lost_words([*shares]) == lost


@pytest.mark.parametrize(
    ("change", "more", "doubtful"),
    [
        pytest.param({}, {}, False, id="nothing speaks against it"),
        pytest.param({}, {"may_go_on": True}, True, id="its half may go on"),
        pytest.param({}, {"is_spoken_against": True}, False, id="tied: its sentence is not asked"),
        pytest.param({"share_right": 0.6}, {"is_spoken_against": True}, True, id="its sentence speaks against it"),
        pytest.param({}, {"is_complete": True}, True, id="the words around are complete"),
    ],
)
def test_what_is_doubtful(
    monkeypatch: pytest.MonkeyPatch, change: dict[str, Any], more: dict[str, bool], doubtful: bool
) -> None:
    asked: dict[str, Any] = {}
    for guard in ("may_go_on", "is_spoken_against", "is_complete"):
        monkeypatch.setattr(
            module, guard, lambda *got, guard=guard: asked.update({guard: got}) or more.get(guard, False)
        )
    search = LostWordSearch(Model.open(), None)  # type: ignore[arg-type]
    scan = Model.open().scan(TEXT)
    one = proposal()._replace(**change)
    assert search._is_doubtful(scan, one) == doubtful
    assert asked["may_go_on"] == (scan, 5, 5, one.share_right)
    if "is_spoken_against" in asked:
        assert asked["is_spoken_against"][2:] == (5, 100, 0.0, one.share_right)


def test_a_share_on_the_left_says_nothing_of_the_right(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []
    monkeypatch.setattr(module, "may_go_on", lambda *got: False)
    monkeypatch.setattr(module, "is_spoken_against", lambda *got: asked.append(got) or True)  # type: ignore[func-returns-value]
    search = LostWordSearch(Model.open(), None)  # type: ignore[arg-type]
    assert search._is_doubtful(Model.open().scan(TEXT), proposal(share_right=0.1, share_left=0.2))
    assert asked[0][-1] == 0.0


def test_a_word_that_is_common_needs_no_other_half(monkeypatch: pytest.MonkeyPatch) -> None:
    for guard in ("may_go_on", "is_spoken_against", "is_complete"):
        monkeypatch.setattr(module, guard, lambda *got: False)
    search = LostWordSearch(Model.open(), None)  # type: ignore[arg-type]
    model = Model.open()
    common = int(np.argmax(model.log_prob[: model.size]))
    scan = model.scan(f"Bà con {model.word(common)} bản")
    assert not search._is_doubtful(model.scan(TEXT), proposal())
    assert search._stands_alone(scan, 2) == bool(model.log_prob[scan.lower[2]] > FUNCTION_WORD)


@pytest.mark.parametrize(
    ("change", "only", "needed"),
    [({}, True, True), ({}, False, False), ({"share_right": 0.6}, True, False)],
)
def test_what_is_needed(monkeypatch: pytest.MonkeyPatch, change: dict[str, Any], only: bool, needed: bool) -> None:
    asked: list[Any] = []
    monkeypatch.setattr(module, "is_only_word", lambda *got: asked.append(got[2:]) or only)  # type: ignore[func-returns-value]
    search = LostWordSearch(Model.open(), None)  # type: ignore[arg-type]
    scan = Model.open().scan(TEXT)
    assert search._is_needed(scan, proposal()._replace(**change)) == needed
    assert asked == ([] if change else [(5, 100, True)])
    search._is_needed(scan, proposal(share_right=0.0, share_left=0.3))
    assert asked[-1] == (5, 100, False)
