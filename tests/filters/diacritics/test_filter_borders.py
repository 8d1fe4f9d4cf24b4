"""The edits of repairs: their place as it is told, lost capitals, tone style and reasons, with the repairs given."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from tests.filters.diacritics.decided import repair
from vntextclean.filters.diacritics import decide
from vntextclean.filters.diacritics import filter as module
from vntextclean.filters.diacritics.evidence.repair import Repair
from vntextclean.filters.diacritics.filter import Diacritics
from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.filters.diacritics.proposing.candidates import CandidateSearch
from vntextclean.lm.model import Model
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

MODEL = Model.open()


@pytest.mark.parametrize(
    ("text", "token", "place"),
    [
        ("Bà con ra sui bắt cá", 3, ("after 'ra'", "sau 'ra'")),
        ("Bà con ra, sui bắt cá", 3, ("before 'bắt'", "trước 'bắt'")),
        ("Bà con ra, sui, bắt cá", 3, ("here", "ở đây")),
        ("Sui bắt cá", 0, ("before 'bắt'", "trước 'bắt'")),
        ("Sui, bắt cá", 0, ("here", "ở đây")),
        ("Bà con ra sui", 3, ("after 'ra'", "sau 'ra'")),
        ("Bà con ra. Sui", 3, ("here", "ở đây")),
        ("Sui", 0, ("here", "ở đây")),
        ("Ra sui bắt", 1, ("after 'Ra'", "sau 'Ra'")),
    ],
)
def test_where_a_word_stands(text: str, token: int, place: tuple[str, str]) -> None:
    assert module._place(MODEL.scan(text), token) == {"place": place[0], "place_vi": place[1]}


@pytest.mark.parametrize(
    ("word", "kind", "is_told"),
    [("sxi", Damage.LETTER, True), ("sui", Damage.LETTER, False), ("sxi", Damage.MARKS, False)],
)
def test_what_is_no_syllable_is_told(word: str, kind: Damage, is_told: bool) -> None:
    told = module._fault(repair(kind=kind)._replace(word=word))
    assert told == {
        "no_syllable": "; it is no syllable" if is_told else "",
        "no_syllable_vi": "; không phải âm tiết" if is_told else "",
    }


def edit(one: Repair, text: str, **settings: Any) -> tuple[int, int, str, str, str, float]:
    made = Diacritics(Settings(**settings))._edit(MODEL.scan(text), one)
    return made.start, made.end, made.replacement, made.rule, made.reason, made.confidence


def test_the_edit_of_a_repair() -> None:
    one = repair(3, "suối", 0.75)
    assert edit(one, "Bà con ra sui bắt cá") == (10, 13, "suối", "diacritics.letter", "", 0.75)
    assert edit(one._replace(word="Sui"), "Bà con ra Sui bắt cá")[2] == "Suối"


@pytest.mark.parametrize(("style", "written"), [("old", "hòa"), ("new", "hoà")])
def test_the_tone_stands_as_the_settings_say(style: str, written: str) -> None:
    one = repair(3, "hòa")._replace(word="hoa")
    assert edit(one, "Bà con ra hoa bắt cá", tone_style=style)[2] == written


@pytest.mark.parametrize(
    ("text", "gains", "rival", "written"),
    [
        pytest.param("Bà ở. ắng to", (0.0, 0.0), "nắng", "Nắng", id="a sentence begins"),
        pytest.param("Bà ở bản ắng to", (0.0, 1.99), "nắng", "nắng", id="the model finds a capital little likelier"),
        pytest.param("Bà ở bản ắng to", (0.0, 2.0), "nắng", "Nắng", id="much likelier"),
        pytest.param("Bà ở bản ắng to", (1.0, 2.5), "nắng", "nắng", id="than the small letter"),
        pytest.param("Bà ở. ắng to", (0.0, 9.0), "bắng", "Bắng", id="another letter"),
        pytest.param("Bà ở. ắng to", (0.0, 9.0), "nặng", "nặng", id="not the first letter alone"),
        pytest.param("Bà ở. ắng to", (0.0, 9.0), "ắngn", "ắngn", id="another letter was lost"),
    ],
)
def test_a_capital_is_lost_with_its_letter(
    monkeypatch: pytest.MonkeyPatch, text: str, gains: tuple[float, float], rival: str, written: str
) -> None:
    asked: list[Any] = []

    def gain(self: object, padded: object, place: Any, shift: Any, both: Any) -> Any:
        asked.append((place.tolist(), shift.tolist(), both.tolist()))
        return np.array(gains)

    monkeypatch.setattr(CandidateSearch, "gain", gain)
    scan = MODEL.scan(text)
    token = [scan.word(at) for at in range(len(scan))].index("ắng")
    assert edit(repair(token, rival)._replace(word="ắng"), text)[2] == written
    if asked:
        number = MODEL.derived(CandidateSearch).numbers[rival]
        at = int(scan.at[token]) + module.PAD
        assert asked == [([at], [0, 0], [number, int(MODEL.title_of[number])])]


def edits(monkeypatch: pytest.MonkeyPatch, text: str, found: list[Repair], doubted: Any = ()) -> tuple[Any, list[bool]]:
    """The edits where these repairs are found, and which of them may be made."""
    may: list[bool] = []

    def repairs(model: object, scan: object, doubted: object, accepts: Any) -> list[Repair]:
        may.extend(accepts(one) for one in found)
        return found

    monkeypatch.setattr(module, "doubts", lambda model, scan: doubted)
    monkeypatch.setattr(decide, "repairs", repairs)
    state = TextState(text, least=0.9)
    monkeypatch.setattr(TextState, "accepts", lambda self, edit: edit.replacement != "muối")
    return Diacritics(Settings()).edits(state), may


def test_what_may_be_made(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Bà con ra sui bắt cá"
    given = [("suối", 0.89), ("suối", 0.9), ("suối", 0.95), ("muối", 0.95)]
    made, may = edits(monkeypatch, text, [repair(3, rival, share) for rival, share in given])
    assert may == [False, True, True, False]
    assert [(one.replacement, one.confidence) for one in made] == given
    assert all("after 'ra'" in one.reason for one in made)


@pytest.mark.parametrize(
    ("text", "doubted"), [("Ba con ra sui bat ca", ()), ("Bà con ra sui bắt cá", None)], ids=["no mark", "no doubt"]
)
def test_nothing_is_looked_for(monkeypatch: pytest.MonkeyPatch, text: str, doubted: Any) -> None:
    assert edits(monkeypatch, text, [repair(3)], doubted) == ([], [])


def test_a_text_is_read_again_where_repairs_are_dense() -> None:
    assert (Diacritics.dense, Diacritics.name) == (800, "diacritics")
