"""What becomes of the run-ons that a search finds: which are made, suggested or left, with all that is asked given."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from vntextclean.edit import Edit
from vntextclean.filters.run_ons import confidence as confidences
from vntextclean.filters.run_ons import filter as module
from vntextclean.filters.run_ons import loans, names_of_code, solid_words, surroundings
from vntextclean.filters.run_ons.confidence import DOUBTFUL, ECHO, NUMBER, confidence_of, least_gain
from vntextclean.filters.run_ons.filter import RunOns
from vntextclean.filters.run_ons.run_on import RunOn
from vntextclean.lm.model import Model
from vntextclean.settings import LEAST_CONFIDENCE, Settings
from vntextclean.text_state import TextState

TEXT = "Huyện đang thựchiện dự án ở bảnlàng và 115cuộc họp."


def run_on(
    word: str = "thựchiện", pieces: tuple[str, ...] = ("thực", "hiện"), gain: float = 20.0, **more: Any
) -> RunOn:
    start = TEXT.index(word)
    given = {"runner_up": 9.0, "marked": True, "number": False, **more}
    return RunOn(start, start + len(word), pieces, (" ",) * (len(pieces) - 1), gain, **given)


FIRST = run_on()
SECOND = run_on("bảnlàng", ("bản", "làng"))
NUMBERED = run_on("115cuộc", ("115", "cuộc"), number=True)


class Given:
    """A filter for which run-ons are found as given."""

    def __init__(
        self, monkeypatch: pytest.MonkeyPatch, *found: RunOn, solid: tuple[RunOn, ...] = (),
        names: tuple[RunOn, ...] = (), foreign: tuple[RunOn, ...] = (),
    ) -> None:  # fmt: skip
        self.accepted: list[bool] = []
        self.least = 0.0

        def find(scan: object, accepts: Any, least: float) -> list[RunOn]:
            self.least = least
            self.accepted = [accepts(one) for one in (*found, *found)]
            return [*found]

        model = Model.open()
        fake = SimpleNamespace(scan_of=model.scan_of, derived=lambda kind: SimpleNamespace(find=find))
        self.filter = RunOns(Settings())
        self.filter.__dict__["_model"] = fake
        monkeypatch.setattr(solid_words, "is_loan_said_again", lambda model, one, text: one in solid)
        monkeypatch.setattr(solid_words, "one_words", lambda model, sure: {one for one in sure if one in names})
        told = SimpleNamespace(is_vietnamese=lambda one: one not in foreign)
        monkeypatch.setattr(surroundings, "Surroundings", lambda state, ours: told)

    def edits(self, text: str = TEXT) -> list[tuple[int, str, float]]:
        found = [*self.filter.edits(TextState(text))]
        assert all(edit.reason for edit in found)
        return [(edit.start, edit.replacement, edit.confidence) for edit in found]


def test_run_ons_are_parted(monkeypatch: pytest.MonkeyPatch) -> None:
    given = Given(monkeypatch, FIRST, SECOND, NUMBERED)
    assert given.edits() == [(11, "thực hiện", 1.0), (28, "bản làng", 1.0), (42, " ", 1.0)]
    assert given.least == least_gain(LEAST_CONFIDENCE)
    assert given.accepted == [True] * 6


def test_what_gains_too_little_is_not_asked_about(monkeypatch: pytest.MonkeyPatch) -> None:
    least = least_gain(LEAST_CONFIDENCE)
    low, enough = FIRST._replace(gain=least - 0.01), SECOND._replace(gain=least + 0.05)
    given = Given(monkeypatch, low, enough)
    assert [start for start, _, _ in given.edits()] == [28]
    assert given.accepted[0] is False


def test_a_text_of_ascii_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Given(monkeypatch, FIRST).edits("Thuchien du an") == []


def test_loans_that_are_said_again_are_only_suggested(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Given(monkeypatch, FIRST, SECOND, solid=(FIRST,)).edits() == [(11, "thực hiện", 0.9), (28, "bản làng", 1.0)]


def test_names_that_may_be_one_word_are_suggested_where_no_other_lost_its_space(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert [sure for _, _, sure in Given(monkeypatch, FIRST, names=(FIRST,)).edits()] == [0.9]
    assert [sure for _, _, sure in Given(monkeypatch, FIRST, SECOND, names=(FIRST,)).edits()] == [1.0, 1.0]
    assert [sure for _, _, sure in Given(monkeypatch, FIRST, SECOND, names=(FIRST, SECOND)).edits()] == [0.9, 0.9]


def test_what_stands_among_foreign_words_stays_but_numbers_do_not(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [start for start, _, _ in Given(monkeypatch, FIRST, SECOND, foreign=(FIRST,)).edits()] == [28]
    assert [start for start, _, _ in Given(monkeypatch, FIRST, NUMBERED, foreign=(FIRST, NUMBERED)).edits()] == [42]


@pytest.mark.parametrize(
    ("foreign", "ours", "parted"), [(79, 1, True), (80, 1, False), (300, 101, True), (304, 101, False)]
)
def test_where_hardly_any_stands_among_vietnamese_words(
    monkeypatch: pytest.MonkeyPatch, foreign: int, ours: int, parted: bool
) -> None:
    """Of eighty at least a quarter must."""
    text = "nhàsân " * (foreign + ours)
    ones = [RunOn(7 * at, 7 * at + 6, ("nhà", "sân"), (" ",), 20.0, 9.0, True, False) for at in range(foreign + ours)]
    given = Given(monkeypatch, *ones, foreign=tuple(ones[:foreign]))
    assert len(given.edits(text)) == (ours if parted else 0)


PLAIN = ("thực", "hiện")


@pytest.mark.parametrize(
    ("one", "doubtful"),
    [
        pytest.param(run_on(), None, id="nothing speaks against it"),
        pytest.param(run_on(pieces=("ký", "ý")), True, id="a letter that was struck twice"),
        pytest.param(run_on(pieces=("ký", "ya")), None, id="two letters"),
        pytest.param(run_on(pieces=("cả", "y")), True, id="a letter that makes a syllable with the word before"),
        pytest.param(NUMBERED, None, id="a number"),
        pytest.param(run_on(pieces=("việc",), echo=True), None, id="an echo"),
        pytest.param(run_on(gain=0.0), None, id="sure by a little"),
    ],
)
def test_what_is_doubtful_by_its_letters(one: RunOn, doubtful: bool | None) -> None:
    edit = module._edit(one, TEXT)
    assert (edit.confidence == DOUBTFUL) == (doubtful is True)
    assert edit == (module._by_itself(one)._replace(confidence=DOUBTFUL) if doubtful else module._by_itself(one))


@pytest.mark.parametrize(
    "guard",
    [
        (loans, "is_indian_name"), (loans, "is_name_in_la"), (loans, "is_name_said_again"),
        (names_of_code, "is_name_of_code"), (solid_words, "is_loan"), (solid_words, "is_mention"),
    ],
    ids=lambda guard: guard[1],
)  # fmt: skip
def test_each_guard_makes_it_doubtful(monkeypatch: pytest.MonkeyPatch, guard: tuple[Any, str]) -> None:
    monkeypatch.setattr(*guard, lambda *asked: True)
    assert module._edit(run_on(), TEXT).confidence == DOUBTFUL
    assert module._edit(NUMBERED, TEXT).confidence == NUMBER.confidence(20.0)
    low = run_on(gain=-3.0)
    assert module._edit(low, TEXT).confidence == confidence_of(low) < DOUBTFUL


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("Ông PônMôrăng (Paul Morand) đến", True), ("Ông PônMôrăng(Paul Morand) đến", True),
        ("Ông PônMôrăng (nhà văn) đến", False), ("Ông PônMôrăng đến (Paul)", False), ("Ông PônMôrăng (Paul) đến", True),
    ],
)  # fmt: skip
def test_a_name_that_is_spelt_in_its_own_language_behind(text: str, doubtful: bool) -> None:
    start = text.index("PônMôrăng")
    one = RunOn(start, start + 9, ("Pôn", "Môrăng"), (" ",), 20.0, 9.0, True, False)
    assert (module._edit(one, text).confidence == DOUBTFUL) == doubtful
    small = RunOn(start, start + 9, ("pôn", "môrăng"), (" ",), 20.0, 9.0, True, False)
    assert module._edit(small, text.replace("PônMôrăng", "pônMôrăng")).confidence != DOUBTFUL


@pytest.mark.parametrize(
    ("one", "edit"),
    [
        (run_on(), Edit(11, 19, "thực hiện", "run-ons.words", "", 1.0)),
        (run_on()._replace(gaps=(", ",)), Edit(11, 19, "thực, hiện", "run-ons.list", "", 1.0)),
        (run_on()._replace(gaps=(". ",)), Edit(11, 19, "thực. hiện", "run-ons.sentence", "", 1.0)),
        (
            run_on(pieces=("a", "b", "c"))._replace(gaps=(", ", ". ")),
            Edit(11, 19, "a, b. c", "run-ons.sentence", "", 1.0),
        ),
        (run_on(pieces=("a", "b", "c"))._replace(gaps=(" ", ", ")), Edit(11, 19, "a b, c", "run-ons.list", "", 1.0)),
        (run_on(pieces=("việc",), echo=True), Edit(11, 19, "việc", "run-ons.echo", "", ECHO.confidence(20.0))),
        (NUMBERED, Edit(42, 42, " ", "run-ons.number", "", NUMBER.confidence(20.0))),
    ],
)
def test_the_edit_of_a_run_on(one: RunOn, edit: Edit) -> None:
    assert module._by_itself(one) == edit


def test_the_words_beside_a_number_are_named_in_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    given = Given(monkeypatch)
    lost = RunOn(20, 20, ("", ""), (" ",), 9.0, 9.0, True, True)
    reason = given.filter._reason("Lũ về ngày 30 tháng6năm 2020", lost, Edit(20, 20, " ", "run-ons.number", "", 1.0))
    assert "'tháng6'" in reason or "'6năm'" in reason
    words = run_on(pieces=("", "bị", "buộc", ""))
    said = given.filter._reason(TEXT, words, Edit(11, 19, " bị buộc ", "run-ons.words", "", 1.0))
    assert said == "'thựchiện' is 2 words: 'bị buộc'"


@pytest.mark.parametrize(
    ("one", "scale", "most"),
    [
        pytest.param(run_on(), confidences._MARKED, 1.0, id="marked"),
        pytest.param(run_on(marked=False), confidences._BARE, 1.0, id="without marks"),
        pytest.param(run_on(pieces=("Bac", "ninh"), marked=False), confidences._BARE_NAME, 1.0, id="as names are"),
        pytest.param(run_on(pieces=("Bac", "Ninh"), marked=False), confidences._BARE, 1.0, id="two capitals"),
        pytest.param(run_on(pieces=("THUC", "HIEN"), marked=False), confidences._BARE, 1.0, id="capitals"),
        pytest.param(run_on(loan=True), confidences._LOAN, 1.0, id="the letters of a loan"),
        pytest.param(run_on(pieces=("Thực", "hiện"), loan=True), confidences._LOAN_NAME, 1.0, id="of a name"),
        pytest.param(run_on(pieces=("ha", "ha", "ha"), marked=False), confidences._BARE, 0.4, id="laughter"),
        pytest.param(run_on(pieces=("Ha", "ha", "HA")), confidences._MARKED, 0.4, id="in other capitals"),
        pytest.param(run_on(pieces=("ha", "ha"), marked=False), confidences._BARE, 1.0, id="twice"),
        pytest.param(run_on(pieces=("ha", "ha", "hi"), marked=False), confidences._BARE, 1.0, id="not the same"),
        pytest.param(run_on(runner_up=0.69), confidences._MARKED, 0.9, id="a guess"),
        pytest.param(run_on(runner_up=0.7), confidences._MARKED, 1.0, id="no guess"),
    ],
)
def test_how_sure_a_run_on_is(monkeypatch: pytest.MonkeyPatch, one: RunOn, scale: Any, most: float) -> None:
    monkeypatch.setattr(loans, "is_foreign_name", lambda pieces: False)
    for gain in (-9.0, scale.sure - 1.0, scale.sure, scale.sure + 0.5, 20.0):
        assert confidence_of(one._replace(gain=gain)) == min(scale.confidence(gain), most)
    assert scale.confidence(scale.sure) == pytest.approx(0.98, abs=1e-4)


def test_a_foreign_name_is_doubtful(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loans, "is_foreign_name", lambda pieces: pieces == ("thực", "hiện"))
    assert confidence_of(run_on()) == DOUBTFUL
    assert confidence_of(run_on(gain=-3.0)) == confidences._MARKED.confidence(-3.0)


@pytest.mark.parametrize(
    ("confidence", "gain"), [(0.98, -0.51), (0.5, -0.5 - 3.89 - 0.01), (0.01, -8.995), (0.009, float("-inf"))]
)
def test_the_least_gain_of_a_confidence(confidence: float, gain: float) -> None:
    assert least_gain(confidence) == pytest.approx(gain, abs=5e-3)
