"""What a search for repairs asks of each doubtful word, and what it leaves out, with all that it asks given."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from tests.filters.diacritics.decided import TEXT, signs, suspect
from vntextclean.filters.diacritics import search as module
from vntextclean.filters.diacritics.evidence.repair import ASKED, Repair
from vntextclean.filters.diacritics.kinds.channel import Likelihood
from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.filters.diacritics.search import RepairSearch
from vntextclean.lm.model import Model
from vntextclean.settings import LEAST_CONFIDENCE


def around(**more: Any) -> SimpleNamespace:
    return SimpleNamespace(**{"foreign": 0.0, "may_be_exempt": False, "length": 3, **more})


class Given:
    """A search with everything around it given: shares by token, guards by name."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, shares: dict[int, float] | None = None, **more: Any) -> None:
        self.weighed: list[int] = []
        self.kept_asked: list[int] = []
        self.due: list[int] = []
        self.page_asked = 0
        given = {"usage": 0.0, "again": 0.7, "kept": (), "same": None, "kind": Damage.LETTER, **more}
        self.given = given
        shares = shares or {}

        def weigh(kinds: list[Damage], found: list[Any]) -> list[float]:
            self.weighed.append(len(found))
            if any(each.usage for each in found):
                return [given["again"]] * len(found)
            return [shares.get(int(each.gain), 0.5) for each in found]

        self.search = RepairSearch(Model.open(), weigh)
        monkeypatch.setattr(module, "around_words", lambda model, scan, tokens, lower, legal: [
            given.get("near", {}).get(token, around()) for token in tokens
        ])  # fmt: skip
        monkeypatch.setattr(module, "best_rivals", lambda model, scan, asked, lower, recalls: [
            SimpleNamespace(rival=int(model.ids(["suối"])[0]), channel=Likelihood(0.1, 0.1)) for _ in asked
        ])  # fmt: skip
        monkeypatch.setattr(module, "repeated_words", lambda scan, asked, lower: [False] * len(asked))
        monkeypatch.setattr(module, "features_of", lambda model, own, each, near, opinion, repeated: signs()._replace(
            gain=float(each.token)
        ))  # fmt: skip
        monkeypatch.setattr(module, "damage_between", lambda *asked: given["kind"])
        monkeypatch.setattr(module, "cause_of", lambda kind, channel: (kind, channel))
        for guard in ("is_loan", "is_piece", "is_exempt", "is_no_word", "is_short_form"):
            monkeypatch.setattr(module, guard, self.says(guard))
        monkeypatch.setattr(
            module, "document_usages", lambda scan, tokens, rivals, lower: [given["usage"]] * len(tokens)
        )

        def kept(model: Any, scan: Any, lower: Any, repairs: Any, shares: Any, due: int) -> Any:
            self.due.append(due)

            def holds(repair: Repair, share: float, sign: Any) -> bool:
                self.kept_asked.append(repair.token)
                return repair.token in given["kept"]

            return SimpleNamespace(holds=holds, is_quiet=lambda *asked: False)

        monkeypatch.setattr(module, "KeptWords", kept)
        bound = SimpleNamespace(
            most=0.99, held=False, either=False, meant=False,
            of_kept=lambda: SimpleNamespace(most=0.9, held=True, meant=True),
        )  # fmt: skip
        monkeypatch.setattr(
            module, "bounds", lambda model, scan, lower, repairs, shares, signs, due, is_quiet: [bound] * len(repairs)
        )
        if given["same"] is not None:
            monkeypatch.setattr(module, "firsts", lambda scan, found, lower: given["same"])

    def says(self, guard: str) -> Any:
        answers = self.given.get(guard, False)
        return lambda *asked: answers

    def judged(self, *tokens: int, text: str = TEXT, page: Any = None, recalls: bool = False) -> list[Repair]:
        scan = Model.open().scan(text)
        return self.search.judge(scan, [suspect(token) for token in tokens], scan.lower, recalls, page)


def told(found: list[Repair]) -> list[tuple[int, float, float, bool]]:
    return [(each.token, each.confidence, each.most, each.held) for each in found]


def test_each_word_is_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    (one,) = Given(monkeypatch, {5: 0.8}).judged(5)
    assert (one.token, one.word, one.rival, one.kind) == (5, "suối", "suối", Damage.LETTER)
    assert (one.confidence, one.usual, one.most, one.held, one.either, one.meant) == (
        0.8,
        0.8,
        0.99,
        False,
        False,
        False,
    )
    assert one.signs is not None
    assert one.signs.gain == 5
    assert one.cause == (Damage.LETTER, Likelihood(0.1, 0.1))


def test_nothing_is_doubted(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Given(monkeypatch).judged() == []


@pytest.mark.parametrize(
    ("near", "more", "word", "judged"),
    [
        pytest.param({}, {}, "suối", True, id="nothing speaks against it"),
        pytest.param({"foreign": 1}, {}, "suối", False, id="all words around are foreign"),
        pytest.param({"foreign": 0.9}, {}, "suối", True, id="most are"),
        pytest.param({"may_be_exempt": True}, {"is_exempt": True}, "suối", False, id="it is exempt"),
        pytest.param({"may_be_exempt": True}, {}, "suối", True, id="it only may be"),
        pytest.param({}, {"is_exempt": True}, "suối", True, id="it may not be, and is not asked"),
        pytest.param({"length": 1}, {"is_no_word": True}, "suối", False, id="a letter that is no word"),
        pytest.param({"length": 1}, {}, "suối", True, id="a letter that is one"),
        pytest.param({"length": 2}, {"is_no_word": True}, "suối", True, id="two letters are not asked"),
    ],
)
def test_what_may_be_damaged(
    monkeypatch: pytest.MonkeyPatch, near: dict[str, Any], more: dict[str, Any], word: str, judged: bool
) -> None:
    given = Given(monkeypatch, near={5: around(**near)}, **more)
    assert bool(given.judged(5, text=TEXT.replace("suối", word))) == judged


def test_words_that_are_written_so_are_short_forms_or_none(monkeypatch: pytest.MonkeyPatch) -> None:
    word = min(module.EXCEPTIONS)
    text = TEXT.replace("suối", word)
    assert Given(monkeypatch).judged(5, text=text) == []
    assert len(Given(monkeypatch, is_short_form=True).judged(5, text=text)) == 1


@pytest.mark.parametrize("more", [{"kind": None}, {"is_loan": True}, {"is_piece": True}])
def test_what_is_no_repair(monkeypatch: pytest.MonkeyPatch, more: dict[str, Any]) -> None:
    assert Given(monkeypatch, **more).judged(5) == []


def test_words_with_the_same_surroundings_are_judged_once(monkeypatch: pytest.MonkeyPatch) -> None:
    given = Given(monkeypatch, {3: 0.6, 5: 0.8}, same=[0, 1, 0])
    found = given.judged(3, 5, 9)
    assert told(found) == [(3, 0.6, 0.99, False), (5, 0.8, 0.99, False), (9, 0.6, 0.99, False)]
    assert given.weighed == [2]
    assert given.due == [3]  # each stands for so many
    given = Given(monkeypatch, same=[0, 1, 0], near={3: around(foreign=1)})
    assert [each.token for each in given.judged(3, 5, 9)] == [5]


@pytest.mark.parametrize(
    ("share", "usage", "weighed", "confidence"),
    [
        pytest.param(ASKED, 1.0, [1], ASKED, id="too unlikely for the document to be read"),
        pytest.param(ASKED + 1e-6, 1.0, [1, 1], 0.7, id="likely enough"),
        pytest.param(0.5, 0.0, [1], 0.5, id="the document says nothing"),
    ],
)
def test_what_the_document_says(
    monkeypatch: pytest.MonkeyPatch, share: float, usage: float, weighed: list[int], confidence: float
) -> None:
    given = Given(monkeypatch, {5: share}, usage=usage)
    (one,) = given.judged(5)
    assert given.weighed == weighed
    assert one.confidence == confidence
    assert one.signs is not None
    assert one.signs.usage == (usage if len(weighed) == 2 else 0.0)


@pytest.mark.parametrize(
    ("shares", "short", "due"),
    [
        ({3: LEAST_CONFIDENCE, 5: LEAST_CONFIDENCE + 0.01}, False, 1),
        ({3: 0.9, 5: 0.9}, False, 2),
        ({3: 0.9, 5: 0.9}, True, 0),
    ],
)
def test_how_many_are_due(monkeypatch: pytest.MonkeyPatch, shares: dict[int, float], short: bool, due: int) -> None:
    given = Given(monkeypatch, shares, is_short_form=short)
    given.judged(3, 5)
    assert given.due == [due]


def test_a_word_that_is_kept_is_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    given = Given(monkeypatch, {3: 0.95, 5: 0.95}, kept=(5,))
    first, second = given.judged(3, 5)
    assert (first.most, first.held, first.meant) == (0.99, False, False)
    assert (second.most, second.held, second.meant) == (0.9, True, True)
    assert given.kept_asked == [3, 5]


class Page:
    """A page that finds repairs hopeless, or says which of them may be made."""

    def __init__(self, *, hopeless: bool = False, may_make: tuple[bool, ...] = (True, True)) -> None:
        self.hopeless, self.made = hopeless, [*may_make]

    def are_hopeless(self, repairs: list[Repair], shares: list[float]) -> bool:
        assert len(repairs) == len(shares)
        return self.hopeless

    def may_make(self, out: list[Repair]) -> list[bool]:
        return self.made[: len(out)]


def test_the_page_of_a_text_is_asked_first(monkeypatch: pytest.MonkeyPatch) -> None:
    given = Given(monkeypatch, kept=(3, 5))
    assert given.judged(3, 5, page=Page(hopeless=True)) == []
    assert given.due == []
    found = given.judged(3, 5, page=Page(may_make=(False, True)))
    assert [(each.token, each.held) for each in found] == [(3, False), (5, True)]
    assert given.kept_asked == [5]
    # Words that are judged for several have no page.
    given = Given(monkeypatch, same=[0, 0])
    assert len(given.judged(3, 5, page=Page(hopeless=True))) == 2


def test_one_repair_is_proposed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "likelihood", lambda word, rival: Likelihood(0.25, 0.5))
    given = Given(monkeypatch)
    scan = Model.open().scan(TEXT)
    found = given.search.proposed(scan, 5, "suốt", scan.lower)
    assert found is not None
    assert found.channel == Likelihood(0.25, 0.5)
    assert found.repair[:5] == (5, "suối", "suốt", Damage.LETTER, 0.0)
    assert Given(monkeypatch, near={5: around(foreign=1)}).search.proposed(scan, 5, "suốt", scan.lower) is None
    assert Given(monkeypatch, kind=None).search.proposed(scan, 5, "suốt", scan.lower) is None


def test_all_candidates_are_proposed(monkeypatch: pytest.MonkeyPatch) -> None:
    given = Given(monkeypatch, near={9: around(foreign=1)})
    model = Model.open()
    scan = model.scan(TEXT)
    ids = model.ids(["suốt", "bắt", "cá"]).tolist()

    def by_channel(model: Any, scan: Any, found: Any, sizes: list[int], asked: Any) -> Any:
        assert sizes == [2, 1]
        assert asked.tolist() == ids
        return np.array([1.0, 2.0, 3.0], np.float32), np.array([[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]])

    monkeypatch.setattr(module, "by_channel", by_channel)
    found = given.search.all_proposed(
        scan, [suspect(3, tuple(ids[:2])), suspect(5, tuple(ids[2:])), suspect(9)], scan.lower
    )
    assert {
        token: [(number, gain, made.repair.rival, made.channel) for number, gain, made in own]
        for token, own in found.items()
    } == {
        3: [(ids[0], 4.0, "suốt", Likelihood(0.1, 0.2)), (ids[1], 5.0, "bắt", Likelihood(0.3, 0.4))],
        5: [(ids[2], 6.0, "cá", Likelihood(0.5, 0.6))],
    }
    assert given.search.all_proposed(scan, [suspect(9)], scan.lower) == {}
