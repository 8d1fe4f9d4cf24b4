"""What the document, the net and the reading of a page say of a text, and in which order they are asked; all given."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.filters.diacritics.decided import TEXT, Text, let_nothing_else_speak, page, repair, signs, suspect, told
from vntextclean.filters.diacritics import decide
from vntextclean.filters.diacritics.decide import _Decision
from vntextclean.filters.diacritics.evidence.repair import Repair
from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.filters.diacritics.proposing.detect import USUAL
from vntextclean.filters.diacritics.proposing.misspelt_pairs import Slip


@pytest.fixture(autouse=True)
def nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    let_nothing_else_speak(monkeypatch)


@pytest.mark.parametrize(
    ("change", "shift", "asked"),
    [
        pytest.param({}, 0.7, True, id="all is so"),
        pytest.param({}, 0.69, False, id="its page shows too little"),
        pytest.param({"confidence": 0.1}, 0.7, True, id="as unlikely as that"),
        pytest.param({"confidence": 0.09}, 0.7, False, id="too unlikely"),
        pytest.param({"kind": Damage.SOUND}, 0.7, False, id="another kind of damage"),
        pytest.param({"signs": None}, 0.7, False, id="nothing is told of it"),
        pytest.param({"signs": signs(illegal=False)}, 0.7, False, id="a syllable"),
    ],
)
def test_what_is_judged_once_more_by_its_document(change: dict[str, Any], shift: float, asked: bool) -> None:
    one = repair(confidence=0.4)._replace(**change)
    text = Text([one], given=page(shift=shift), found={5: suspect(5)}, judged={5: [one._replace(confidence=0.9)]})
    text.made._recall()
    assert text.search.asked == ([([5], True)] if asked else [])
    assert text.made._open[5].confidence == (0.9 if asked else one.confidence)


@pytest.mark.parametrize(
    ("confidence", "lead", "kept"), [(0.41, 2.0, 0.41), (0.4, 2.0, 0.4), (0.3, 2.0, 0.4), (0.9, 1.9, 0.4)]
)
def test_what_its_document_says_counts_where_it_is_surer_and_plain(confidence: float, lead: float, kept: float) -> None:
    one = repair(confidence=0.4)
    again = one._replace(confidence=confidence, signs=signs(lead=lead))
    text = Text([one], found={5: suspect(5)}, judged={5: [again]})
    text.made._recall()
    assert text.made._open[5].confidence == kept


def test_what_its_document_makes_sure_is_made() -> None:
    one = repair(confidence=0.4)
    text = Text([one], found={5: suspect(5)}, judged={5: [one._replace(confidence=0.99)]})
    text.made._recall()
    assert text.made._made[5].confidence == 0.99


@pytest.mark.parametrize(
    ("confidence", "shift", "said", "expected"),
    [
        pytest.param(0.6, 0.7, True, [0.985], id="it is said elsewhere"),
        pytest.param(0.6, 0.69, True, [], id="its page shows too little"),
        pytest.param(0.6, 0.7, False, [], id="it is not said elsewhere"),
        pytest.param(0.49, 0.7, True, [], id="it is not nearly sure"),
        pytest.param(0.99, 0.7, True, [0.99], id="it is surer already"),
    ],
)
def test_what_is_said_elsewhere(
    monkeypatch: pytest.MonkeyPatch, confidence: float, shift: float, said: bool, expected: list[float]
) -> None:
    monkeypatch.setattr(decide, "is_said_elsewhere", lambda *asked: said)
    text = Text([repair(confidence=confidence)], given=page(shift=shift))
    assert [each.confidence for each in text.made._said_elsewhere()] == expected


def test_only_what_the_net_may_tell_apart_is_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    text = Text([repair()], found={5: suspect(5)})
    assert text.made._told_apart() == []
    assert text.candidates.asked == []
    monkeypatch.setattr(decide, "told_by_net", lambda *asked: {5: repair(), 2: repair(2)})
    monkeypatch.setattr(decide, "weighed", lambda model, scan, each: each)
    monkeypatch.setattr(decide, "told_apart", lambda scan, model, lower, found: [one for one, _ in found])
    assert told(text.made._told_apart()) == [(5, 0.5)]
    assert text.candidates.asked == [([2, 5], USUAL, None)]
    text.candidates.found = {}
    assert text.made._told_apart() == []


@pytest.mark.parametrize(
    ("before", "surer", "open_", "made"),
    [
        pytest.param(0.5, 0.6, 0.6, False, id="surer"),
        pytest.param(0.5, 0.5, 0.5, False, id="as sure"),
        pytest.param(0.5, 0.4, 0.5, False, id="less sure"),
        pytest.param(0.5, 0.98, None, True, id="sure enough to be made"),
    ],
)
def test_what_something_else_is_sure_of(before: float, surer: float, open_: float | None, made: bool) -> None:
    text = Text([repair(confidence=before)])
    text.made._put([repair(confidence=surer), repair(9, confidence=0.3)])
    assert getattr(text.made._open.get(5), "confidence", None) == open_
    assert (5 in text.made._made) == made
    assert text.made._open[9].confidence == 0.3  # nothing was known of it


@pytest.mark.parametrize(
    ("gain", "no_slip", "proposed", "sure"),
    [(4.0, False, True, True), (3.99, False, True, False), (4.0, True, True, False), (4.0, False, False, False)],
)
def test_slips_that_the_sentence_has_as_slips(
    monkeypatch: pytest.MonkeyPatch, gain: float, no_slip: bool, proposed: bool, sure: bool
) -> None:
    monkeypatch.setattr(decide, "is_no_slip", lambda *asked: no_slip)
    text = Text([repair()], gain=gain)
    if not proposed:
        text.search.proposal = lambda *asked: None
    found = text.made._misspelt([Slip(3, "bạn", 4.0, Damage.TONE)])
    assert [(each.token, each.rival, each.confidence) for each in found] == ([(3, "bạn", decide.SURE)] if sure else [])


class Read:
    """What reading the page says of a word; how sure that is tells what was asked."""

    def __init__(self, token: int, meant: int) -> None:
        self.token, self.meant = token, meant

    def confidence(self, agrees: bool, illegal: bool, likely: bool) -> float:
        return agrees + 10 * illegal + 100 * likely


@pytest.mark.parametrize(
    ("word", "open_", "elsewhere", "expected"),
    [
        pytest.param("từ", None, "", [0], id="a syllable of which nothing was proposed"),
        pytest.param("tx", None, "", [10], id="no syllable"),
        pytest.param("từ", {"usual": 0.1}, "", [101], id="the search agrees, and finds it likely"),
        pytest.param("từ", {"usual": 0.09}, "", [1], id="it agrees"),
        pytest.param("từ", {"rival": "tù", "usual": 0.9}, "", [0], id="it means another word"),
        pytest.param("từ", {"either": True, "held": True}, "", [], id="what stands there may be meant"),
        pytest.param("từ", {"either": True}, "", [101], id="it may be meant, and is not held"),
        pytest.param("từ", {"held": True}, "", [101], id="it is held"),
        pytest.param("từ", {"rival": "tù", "either": True, "held": True}, "", [0], id="of another word"),
        pytest.param("từ", None, "is_verse", [], id="a syllable in verse"),
        pytest.param("từ", None, "is_sino_vietnamese", [], id="a syllable in Sino-Vietnamese"),
        pytest.param("tx", None, "is_verse", [10], id="no syllable, in verse"),
        pytest.param("từ", None, "made", [], id="it is repaired already"),
        pytest.param("từ", None, "not proposed", [], id="no such repair is proposed"),
    ],
)
def test_what_reading_the_page_says(
    monkeypatch: pytest.MonkeyPatch, word: str, open_: dict[str, Any] | None, elsewhere: str, expected: list[int]
) -> None:
    text = Text([repair()], text=TEXT.replace(" từ ", f" {word} "))
    for guard in ("is_verse", "is_sino_vietnamese"):
        monkeypatch.setattr(decide, guard, lambda *asked, so=elsewhere == guard: so)
    meant = text.candidates.numbers["tử"]
    text.search.reader.readings = lambda scan, page: [Read(8, meant)]
    if open_ is not None:
        text.made._open[8] = repair(8, "tử")._replace(**open_)
    if elsewhere == "made":
        text.made._made[8] = repair(8)
    if elsewhere == "not proposed":
        text.search.proposal = lambda *asked: None
    assert [each.confidence for each in text.made._as_read()] == expected


@pytest.mark.parametrize(
    ("damaged", "scanned", "wrecked", "steps"),
    [
        (False, False, False, ["restored", "anew"]),
        (True, False, False, ["recall", "restored", "anew", "apart", "elsewhere"]),
        (True, False, True, ["restored", "anew", "elsewhere"]),
        (False, True, False, ["restored", "anew", "read"]),
        (True, True, False, ["recall", "restored", "anew", "apart", "elsewhere", "read"]),
    ],
)
def test_what_is_asked_in_which_order(
    monkeypatch: pytest.MonkeyPatch, damaged: bool, scanned: bool, wrecked: bool, steps: list[str]
) -> None:
    done: list[str] = []

    def step(name: str) -> Callable[..., list[Repair]]:
        return lambda *asked: done.append(name) or []  # type: ignore[func-returns-value]

    monkeypatch.setattr(decide, "strange_share", lambda *asked: decide.WRECKED + (0.01 if wrecked else 0.0))
    monkeypatch.setattr(decide, "restored", step("restored"))
    monkeypatch.setattr(decide, "weighed_anew", step("anew"))
    methods = {"recall": "_recall", "apart": "_told_apart", "elsewhere": "_said_elsewhere", "read": "_as_read"}
    for name, method in methods.items():
        monkeypatch.setattr(_Decision, method, step(name))
    Text([repair()], given=page(damaged=damaged, scanned=scanned)).made.all([])
    assert done == steps


def test_what_each_of_them_finds_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decide, "restored", lambda *asked: [repair(1, "con", 0.98)])
    monkeypatch.setattr(decide, "weighed_anew", lambda *asked: [repair(6, "bắt", 0.98)])
    monkeypatch.setattr(_Decision, "_told_apart", lambda self: [repair(10, "mặt", 0.98)])
    monkeypatch.setattr(_Decision, "_said_elsewhere", lambda self: [repair(13, "lên", 0.98)])
    monkeypatch.setattr(_Decision, "_as_read", lambda self: [repair(16, "già", 0.98)])
    text = Text([repair()], given=page(damaged=True, scanned=True))
    assert [each.token for each in text.made.all([])] == [1, 6, 10, 13, 16]
    assert sorted(text.made._made) == [1, 6, 10, 13, 16]
