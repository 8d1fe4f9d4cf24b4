"""The search word by word, with all that it asks given: what is no damage, what is proposed, what is weighed twice."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from tests.filters.diacritics.decided import TEXT, repair, signs, suspect
from vntextclean.filters.diacritics import search as module
from vntextclean.filters.diacritics.evidence.features import Features
from vntextclean.filters.diacritics.evidence.repair import Repair
from vntextclean.filters.diacritics.guards.bounds import Bound
from vntextclean.filters.diacritics.kinds.channel import Likelihood
from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.filters.diacritics.search import RepairSearch
from vntextclean.lm.model import Model

MODEL = Model.open()
FREE = Bound(0.9, held=False, either=True, meant=False)


def search(weigh: Any = None) -> RepairSearch:
    return RepairSearch(MODEL, weigh or (lambda kinds, found: [0.5] * len(kinds)))


@pytest.mark.parametrize(
    ("near", "word", "given", "damaged"),
    [
        pytest.param({}, "sui", {}, True, id="nothing speaks against it"),
        pytest.param({"foreign": 1}, "sui", {}, False, id="foreign text"),
        pytest.param({"foreign": 0.9}, "sui", {}, True, id="not wholly foreign"),
        pytest.param({"may_be_exempt": True}, "sui", {"is_exempt": True}, False, id="exempt"),
        pytest.param({}, "sui", {"is_exempt": True}, True, id="it cannot be exempt"),
        pytest.param({"may_be_exempt": True}, "sui", {}, True, id="it could be and is not"),
        pytest.param({}, "NAMED", {"is_exempt": True}, False, id="a word that is a name"),
        pytest.param({}, "NAMED", {}, True, id="a word that is no name here"),
        pytest.param({"length": 1}, "s", {"is_no_word": True}, False, id="a letter that is no word"),
        pytest.param({"length": 1}, "s", {}, True, id="a letter that may be one"),
        pytest.param({"length": 2}, "sui", {"is_no_word": True}, True, id="no letter"),
        pytest.param({}, "EXCEPTION", {}, False, id="an exception"),
        pytest.param({}, "EXCEPTION", {"is_short_form": True}, True, id="a short form"),
    ],
)
def test_what_is_no_damage(
    monkeypatch: pytest.MonkeyPatch, near: dict[str, Any], word: str, given: dict[str, bool], damaged: bool
) -> None:
    for name in ("is_exempt", "is_no_word", "is_short_form"):
        answer = given.get(name, False)
        monkeypatch.setattr(module, name, lambda *asked, answer=answer: answer)
    monkeypatch.setattr(module, "NAMED", {"NAMED"})
    monkeypatch.setattr(module, "EXCEPTIONS", {"EXCEPTION"})
    one = search()
    one.model = SimpleNamespace(spelled=lambda scan, token: word)  # type: ignore[assignment]
    scan: Any = SimpleNamespace(once=lambda ask, token: ask())
    told: Any = SimpleNamespace(**{"foreign": 0, "may_be_exempt": False, "length": 3, **near})
    lower: Any = None
    assert one._may_be_damaged(scan, 5, told, lower) is damaged


@pytest.mark.parametrize(
    ("kind", "loan", "piece", "made"),
    [
        (Damage.LETTER, False, False, True),
        (None, False, False, False),
        (Damage.LETTER, True, False, False),
        (Damage.LETTER, False, True, False),
    ],
)
def test_what_is_proposed(
    monkeypatch: pytest.MonkeyPatch, kind: Damage | None, loan: bool, piece: bool, made: bool
) -> None:
    monkeypatch.setattr(module, "damage_between", lambda *asked: kind)
    monkeypatch.setattr(module, "is_loan", lambda *asked: loan)
    monkeypatch.setattr(module, "is_piece", lambda *asked: piece)
    scan, channel = MODEL.scan(TEXT), Likelihood(-3.0, -9.0)
    found = search()._proposed(scan, 5, "suối", channel)
    assert (found is not None) is made
    if found is not None:
        assert found.channel is channel
        assert found.repair[:5] == (5, "suối", "suối", Damage.LETTER, 0.0)


class Weighed:
    """Repairs that are weighed, with what holds and bounds them given."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, shares: list[float], *, usages: dict[int, float]) -> None:
        self.asked: list[list[Features]] = []
        self.used: list[list[int]] = []
        self.due: list[int] = []
        self.held: set[int] = set()
        self.questions: list[int] = []
        self.short: set[int] = set()
        self.shares = shares

        def weigh(kinds: list[Damage], found: list[Features]) -> list[float]:
            self.asked.append([*found])
            return self.shares[: len(kinds)] if len(self.asked) == 1 else [0.75] * len(kinds)

        def holds(one: Repair, share: float, sign: Features) -> bool:
            self.questions.append(one.token)
            return one.token in self.held

        def kept(model: object, scan: object, lower: object, repairs: object, shares: object, due: int) -> Any:
            self.due.append(due)
            return SimpleNamespace(is_quiet=True, holds=holds)

        def usages_of(scan: object, tokens: list[int], rivals: object, lower: object) -> list[float]:
            self.used.append(tokens)
            return [usages.get(token, 0.0) for token in tokens]

        monkeypatch.setattr(module, "document_usages", usages_of)
        monkeypatch.setattr(module, "KeptWords", kept)
        monkeypatch.setattr(module, "bounds", lambda *asked, is_quiet: [FREE] * len(self.shares))
        monkeypatch.setattr(module, "is_short_form", lambda scan, token: token in self.short)
        self.search = search(weigh)

    def made(self, page: Any = None, times: dict[int, int] | None = None) -> list[Repair]:
        tokens = [*range(3, 3 + len(self.shares))]
        scan = MODEL.scan(TEXT)
        repairs = [repair(token, confidence=0.0) for token in tokens]
        found = [signs() for _ in tokens]
        many = times or dict.fromkeys(tokens, 1)
        return self.search._weighed(scan, repairs, found, scan.lower, many, page)


def test_nothing_to_weigh() -> None:
    scan = MODEL.scan(TEXT)
    assert search(lambda kinds, found: pytest.fail("asked"))._weighed(scan, [], [], scan.lower, {}, None) == []


def test_only_what_the_document_uses_is_weighed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    given = Weighed(monkeypatch, [0.005, 0.0051, 0.6, 0.8], usages={3: 9.0, 5: 2.0, 6: 0.0})
    made = given.made()
    assert given.used == [[4, 5, 6]]
    assert [[one.usage for one in found] for found in given.asked[1:]] == [[2.0]]
    assert [one.confidence for one in made] == [0.005, 0.0051, 0.75, 0.8]
    assert [one.usual for one in made] == [0.005, 0.0051, 0.75, 0.8]
    assert [one.signs.usage for one in made if one.signs] == [0.0, 0.0, 2.0, 0.0]
    assert [(one.most, one.held, one.either, one.meant) for one in made] == [(0.9, False, True, False)] * 4


def test_what_may_be_shown_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    least = module.LEAST_CONFIDENCE
    given = Weighed(monkeypatch, [least, least + 0.01, 0.9, 0.95], usages={})
    given.short = {6}
    given.made(times={3: 100, 4: 20, 5: 3, 6: 1000})
    assert given.due == [23]


def test_kept_words_are_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    given = Weighed(monkeypatch, [0.5, 0.5], usages={})
    given.held = {4}
    first, second = given.made()
    bound = FREE.of_kept()
    assert (first.most, first.held, first.meant) == (0.9, False, False)
    assert (second.most, second.held, second.meant) == (bound.most, bound.held, bound.meant)
    assert given.questions == [3, 4]


@pytest.mark.parametrize("hopeless", [True, False])
def test_of_a_first_page_only_what_may_be_made_is_asked(monkeypatch: pytest.MonkeyPatch, hopeless: bool) -> None:
    given = Weighed(monkeypatch, [0.5, 0.5], usages={})
    given.held = {3, 4}
    page = SimpleNamespace(are_hopeless=lambda repairs, shares: hopeless, may_make=lambda out: [False, True])
    made = given.made(page)
    assert [one.token for one in made] == ([] if hopeless else [3, 4])
    assert given.questions == ([] if hopeless else [4])


def test_words_in_the_same_surroundings_are_judged_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []
    one, scan, page = search(), MODEL.scan(TEXT), object()

    def judged(scan: object, found: list[Any], lower: object, recalls: bool, times: Any, page: object) -> list[Repair]:
        asked.append(([each.token for each in found], dict(times), recalls, page))
        return [repair(each.token) for each in found if each.token != 9]

    monkeypatch.setattr(one, "_judged", judged)
    found = [suspect(token) for token in (3, 5, 7, 9, 11)]
    given: Any = page
    monkeypatch.setattr(module, "firsts", lambda *asked: [0, 0, 2, 3, 3])
    assert one.judge(scan, found, scan.lower, page=given) == [repair(3), repair(5), repair(7)]
    monkeypatch.setattr(module, "firsts", lambda *asked: [0, 1, 2, 3, 4])
    assert [each.token for each in one.judge(scan, found, scan.lower, True, given)] == [3, 5, 7, 11]
    assert asked == [
        ([3, 7, 9], {3: 2, 7: 1, 9: 2}, False, None),
        ([3, 5, 7, 9, 11], dict.fromkeys((3, 5, 7, 9, 11), 1), True, page),
    ]


def test_all_candidates_that_are_proposed(monkeypatch: pytest.MonkeyPatch) -> None:
    one, scan = search(), MODEL.scan(TEXT)
    ids = [int(number) for number in MODEL.ids(["suốt", "muối", "sau"])]
    found = [suspect(3, (ids[0], ids[1])), suspect(5, (ids[2],)), suspect(7, (ids[0], ids[2]))]
    monkeypatch.setattr(one, "_may_be_damaged", lambda scan, token, near, lower: token != 5)
    monkeypatch.setattr(
        module, "by_channel", lambda model, scan, found, sizes, ids: (np.arange(4.0), np.arange(8.0).reshape(4, 2))
    )
    made: list[Any] = []

    def proposed(scan: object, token: int, rival: str, channel: Likelihood) -> Any:
        made.append((token, rival, channel))
        return None if rival == "muối" else rival

    monkeypatch.setattr(one, "_proposed", proposed)
    told = one.all_proposed(scan, found, scan.lower)
    assert told == {3: [(ids[0], 3.0, "suốt")], 7: [(ids[0], 5.0, "suốt"), (ids[2], 6.0, "sau")]}
    assert made[1] == (3, "muối", Likelihood(2.0, 3.0)) and len(made) == 4
    monkeypatch.setattr(one, "_may_be_damaged", lambda *asked: False)
    assert one.all_proposed(scan, found, scan.lower) == {}
    assert one._judged(scan, found, scan.lower, recalls=False, times={}, page=None) == []
    assert one.proposed(scan, 3, "suốt", scan.lower) is None
