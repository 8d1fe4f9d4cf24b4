"""Which runs of a text are asked about, and what the rounds over one line come to; all given."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from tests.filters.diacritics.decided import repair
from vntextclean.filters.bare_phrases import search as module
from vntextclean.filters.bare_phrases.phrase import Phrase
from vntextclean.filters.bare_phrases.search import MANY_RUNS, ROUNDS, PhraseSearch
from vntextclean.filters.diacritics.evidence.repair import Repair
from vntextclean.lm.model import Model

MODEL = Model.open()
LINE = "Mẹ bảo cac con ăn com roi đi học"


class Given:
    """A search over the phrases that are given for each state of a line, and the repairs of single words beside them.

    ``seen`` keeps the texts that were read, ``asked`` the phrases that the judge was asked about.
    """

    def __init__(
        self, phrases: dict[str, list[Phrase]] | Callable[[str], list[Phrase]], *,
        repaired: dict[str, str] | None = None, runs: list[tuple[int, int]] | None = None, least: float = 0.98,
    ) -> None:  # fmt: skip
        self.seen: list[str] = []
        self.asked: list[Phrase] = []
        self.beside: list[str] = []
        find = phrases if callable(phrases) else lambda text: phrases.get(text, [])

        def readings(scan: Any, style: str) -> list[Any]:
            assert style == "new"
            self.seen.append(scan.text)
            return [SimpleNamespace(phrase=lambda one=one: one) for one in find(scan.text)]

        def judged(phrase: Phrase) -> bool:
            self.asked.append(phrase)
            return phrase.confidence >= least

        def words_repaired(scan: Any, offset: int, judge: Any) -> str:
            self.beside.append(scan.text)
            return (repaired or {}).get(scan.text, scan.text)

        self.search = PhraseSearch.__new__(PhraseSearch)
        self.search.model = MODEL
        self.search.runs = lambda scan: [(0, 3)] if runs is None else runs  # type: ignore[assignment, method-assign]
        self.search._reader = SimpleNamespace(readings=readings)  # type: ignore[assignment]
        self.search._repaired = words_repaired  # type: ignore[method-assign]
        self.judge: Any = SimpleNamespace(phrase=judged)

    def of_line(self, line: str = LINE, offset: int = 0) -> list[Phrase]:
        return self.search._of_line(line, offset, self.judge, "new")


def phrase(text: str, old: str, new: str, confidence: float = 0.99) -> Phrase:
    start = text.index(old)
    return Phrase(start, start + len(old), new, 2, confidence)


MADE = LINE.replace("cac con", "các con")
ALL = MADE.replace("com roi", "cơm rồi")


def test_a_line_is_read_until_nothing_is_sure() -> None:
    first, second = phrase(LINE, "cac con", "các con"), phrase(LINE, "com roi", "cơm rồi", 0.5)
    given = Given({LINE: [first, second], MADE: [second._replace(confidence=0.98)], ALL: []})
    assert given.of_line(offset=10) == [first, second._replace(confidence=0.98)]
    assert given.seen == [LINE, MADE, ALL]
    assert given.beside == [ALL]
    assert [one.start for one in given.asked] == [first.start + 10, second.start + 10, second.start + 10]


def test_what_is_not_sure_is_shown_unless_it_was_made() -> None:
    first, second = phrase(LINE, "cac con", "các con"), phrase(LINE, "com roi", "cơm rồi", 0.5)
    assert Given({LINE: [second]}).of_line() == [second]
    beside = phrase(LINE, "con ăn", "còn ăn", 0.5)
    given = Given({LINE: [first], MADE: [second, beside]})
    assert given.of_line() == [first, second]  # the other shares letters with what was made
    before = phrase(LINE, "Mẹ", "Mè", 0.5)
    assert Given({LINE: [first], MADE: [before]}).of_line() == [before, first]


def test_a_phrase_that_is_read_twice_is_one() -> None:
    first, second = phrase(LINE, "cac con", "các con"), phrase(LINE, "con ăn com", "còn ăn cơm")
    given = Given({LINE: [first], MADE: [second]})
    (one,) = given.of_line()
    assert (one.start, one.end, one.replacement, one.words) == (first.start, second.end, "các còn ăn cơm", 4)


@pytest.mark.parametrize(("runs", "asked"), [([(0, 3)], True), ([], False)])
def test_words_beside_a_run_are_asked_about_where_one_is_left(runs: list[tuple[int, int]], asked: bool) -> None:
    given = Given({}, runs=runs)
    assert given.of_line() == []
    assert given.beside == [LINE] * asked


def test_a_line_whose_words_were_repaired_is_read_again_but_not_asked_about_again() -> None:
    found = phrase(LINE, "cac con", "các con", 0.5)
    other = LINE.replace("Mẹ", "Mè")
    given = Given({LINE: [found], other: []}, repaired={LINE: other, other: LINE})
    assert given.of_line() == []
    assert given.seen == [LINE, other]
    assert given.beside == [LINE]
    sure = found._replace(confidence=0.99)
    given = Given({other: [sure]}, repaired={LINE: other})
    assert given.of_line() == [sure]
    assert given.beside == [LINE, other.replace("cac con", "các con")]  # a phrase was made in between


def test_a_line_is_read_so_often_and_no_more() -> None:
    def endless(text: str) -> list[Phrase]:
        return [Phrase(0, 2, "Bà" if text.startswith("Mẹ") else "Mẹ", 1, 0.99)]

    given = Given(endless)
    assert len(given.of_line()) == 1
    assert len(given.seen) == ROUNDS
    assert given.beside == []


def test_phrases_of_each_line_in_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"Bà ơi\n{LINE}\n{LINE}"
    found = phrase(LINE, "cac con", "các con", 0.5)
    given = Given({LINE: [found]})
    begin = text.index(LINE)
    spans = [(begin, begin + len(LINE)), (begin + len(LINE) + 1, len(text))]
    monkeypatch.setattr(module, "_lines", lambda scan, runs: spans)
    monkeypatch.setattr(PhraseSearch, "_runs", lambda self, scan: [])
    result = given.search.phrases(MODEL.scan(text), given.judge, "new")
    assert [text[one.start : one.end] for one in result] == ["cac con", "cac con"]
    assert [one.start - begin for one, begin in zip(given.asked, [b for b, _ in spans], strict=True)] == [
        found.start
    ] * 2
    with pytest.raises(AssertionError):  # what is in the text is kept where no style is named
        given.search.phrases(MODEL.scan(text), given.judge)


RUNS = [(0, 2), (2, 4), (5, 8)]


@pytest.mark.parametrize(
    ("language", "kept"),
    [
        pytest.param(None, RUNS, id="all is Vietnamese"),
        pytest.param([0, 1, 2, 3, 5, 7], RUNS, id="the ends of each run are told"),
        pytest.param([0, 2, 3, 6, 7], [(2, 4)], id="one of the ends is not"),
        pytest.param([], [], id="none is Vietnamese"),
    ],
)
def test_runs_outside_the_language(
    monkeypatch: pytest.MonkeyPatch, language: list[int] | None, kept: list[tuple[int, int]]
) -> None:
    words = None if language is None else np.array(language, np.int64)
    monkeypatch.setattr(module, "in_language", lambda model, scan: words)
    assert Given({}, runs=RUNS).search._runs(MODEL.scan("bà")) == kept


def test_without_runs_nothing_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(module, "in_language")
    assert Given({}, runs=[]).search._runs(MODEL.scan("bà")) == []


@pytest.mark.parametrize(
    ("count", "doubts", "kept"),
    [
        pytest.param(MANY_RUNS, SimpleNamespace(left_out="x"), [0], id="many"),
        pytest.param(MANY_RUNS - 1, SimpleNamespace(left_out="x"), None, id="few"),
        pytest.param(MANY_RUNS, SimpleNamespace(left_out=None), None, id="the words tell of all"),
        pytest.param(MANY_RUNS, None, None, id="the text is not judged"),
    ],
)
def test_many_runs_are_asked_about_only_where_words_tell_of_them(
    monkeypatch: pytest.MonkeyPatch, count: int, doubts: Any, kept: list[int] | None
) -> None:
    runs = [(at, at + 1) for at in range(count)]
    monkeypatch.setattr(module, "in_language", lambda model, scan: None)
    monkeypatch.setattr(module, "doubts", lambda model, scan: doubts)
    monkeypatch.setattr(module, "in_context", lambda model, scan, left_out: np.array([0]))
    assert Given({}, runs=runs).search._runs(MODEL.scan("bà")) == (runs if kept is None else [runs[at] for at in kept])


@pytest.mark.parametrize(
    ("rival", "accepted", "becomes"),
    [
        ("bảy", True, "Bảy bao nhiêu"), ("bảy", False, "Bày bao nhiêu"), ("bảyy", True, "Bày bao nhiêu"),
        ("bả", True, "Bày bao nhiêu"),
    ],
)  # fmt: skip
def test_single_words_that_keep_their_length(
    monkeypatch: pytest.MonkeyPatch, rival: str, accepted: bool, becomes: str
) -> None:
    asked: list[tuple[int, int]] = []

    def word(one: Repair, at: int) -> bool:
        asked.append((one.token, at))
        return accepted

    monkeypatch.setattr(module, "doubts", lambda model, scan: "doubted")
    monkeypatch.setattr(module, "repairs", lambda *asked: [repair(1, rival)._replace(word="Bày")])
    search = Given({}).search
    scan = MODEL.scan("x Bày bao nhiêu")
    judge: Any = SimpleNamespace(word=word)
    assert PhraseSearch._repaired(search, scan, 10, judge) == "x " + becomes
    assert {*asked} <= {(1, 12)}
    assert bool(asked) is (len(rival) == 3)
    monkeypatch.setattr(module, "doubts", lambda model, scan: None)
    assert PhraseSearch._repaired(search, scan, 10, judge) == scan.text
