"""What is decided for a whole text: which proposals are judged again, made, left open, and by whose word; all given."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from vntextclean.filters.diacritics import decide
from vntextclean.filters.diacritics.decide import _Decision
from vntextclean.filters.diacritics.evidence.features import Features
from vntextclean.filters.diacritics.evidence.repair import Repair
from vntextclean.filters.diacritics.kinds.causes import Cause
from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.filters.diacritics.proposing.candidates import CandidateSearch
from vntextclean.filters.diacritics.proposing.detect import DOUBT, DOUBT_OF_DAMAGED, USUAL, Reach
from vntextclean.filters.diacritics.proposing.doubts import Doubts
from vntextclean.filters.diacritics.proposing.misspelt_pairs import Slip
from vntextclean.filters.diacritics.proposing.suspects import Suspect
from vntextclean.lm.model import Model
from vntextclean.settings import LEAST_CONFIDENCE

TEXT = "Bà con trong bản ra suối bắt cá từ lúc mặt trời chưa lên nên người già cũng đi được"
CAUSE = next(iter(Cause))


def signs(*, illegal: bool = True, lead: float = 3.0) -> Features:
    made = Features(*[0.0] * len(Features._fields))
    return made._replace(illegal=illegal, lead=lead, length=3)


def repair(
    token: int = 5, rival: str = "suối", confidence: float = 0.5, kind: Damage = Damage.LETTER, **more: Any
) -> Repair:
    given = {"usual": 0.9, "signs": signs(), **more}
    return Repair(token, "sui", rival, kind, confidence, CAUSE, **given)


def suspect(token: int, candidates: tuple[int, ...] = (77,), log_prob: float = -20.0) -> Suspect:
    ids = np.array(candidates, np.int64)
    return Suspect(token, ids, np.full(len(ids), 3.0, np.float32), log_prob, False, False)


class Candidates:
    """Stands for the search for candidates: keeps what is asked, and answers what is given by token."""

    def __init__(self, found: dict[int, Suspect], gain: float) -> None:
        real = Model.open().derived(CandidateSearch)
        self.legal, self.numbers = real.legal, real.numbers
        self.found, self.gained = found, gain
        self.asked: list[tuple[list[int] | None, Reach, Reach | None]] = []

    def search(
        self, scan: object, ids: object, only: Any = None, reach: Reach = USUAL, before: Reach | None = None
    ) -> list[Suspect]:
        tokens = None if only is None else only.tolist()
        self.asked.append((tokens, reach, before))
        return [each for token, each in sorted(self.found.items()) if tokens is None or token in tokens]

    def gain(self, *asked: object) -> Any:
        return np.array([self.gained])


class Search:
    """Stands for the search for repairs: judges a word as is given by token, each judgement after another."""

    def __init__(self, judged: dict[int, list[Repair]], candidates: Candidates) -> None:
        self.model, self.candidates, self.judged = Model.open(), candidates, judged
        self.asked: list[tuple[list[int], bool]] = []
        self.reader = SimpleNamespace(readings=lambda scan, page: [])
        self.proposal: Callable[..., Any] = lambda *asked: SimpleNamespace(repair=repair(asked[1], asked[2], 0.0))

    def judge(
        self, scan: object, found: list[Suspect], lower: object, recalls: bool = False, page: object = None
    ) -> list[Repair]:
        self.asked.append(([each.token for each in found], recalls))
        out = []
        for each in found:
            if left := self.judged.get(each.token):
                out.append(left.pop(0) if len(left) > 1 else left[0])
        return out

    def proposed(self, scan: object, token: int, rival: str, lower: object, otherwise: object = None) -> Any:
        return self.proposal(scan, token, rival)


def page(*, damaged: bool = False, scanned: bool = False, loses: bool = False, shift: float = 1.0) -> Any:
    return SimpleNamespace(
        is_damaged=damaged, is_scanned=scanned, loses_letters=loses,
        shift_beside=lambda token, cause: shift, own_count=lambda token, cause: 0,
        confidences=lambda proposals: [each.confidence for each in proposals],
        confidence=lambda proposal: proposal.confidence,
    )  # fmt: skip


class Text:
    """A decision over a text with everything around it given."""

    def __init__(
        self, first: list[Repair], *, given: Any = None, found: dict[int, Suspect] | None = None,
        judged: dict[int, list[Repair]] | None = None, suspects: list[Suspect] | None = None, gain: float = 9.0,
        accepts: float = 0.97, text: str = TEXT, left_out: Any = None,
    ) -> None:  # fmt: skip
        self.scan = Model.open().scan(text)
        self.candidates = Candidates(found or {}, gain)
        self.search: Any = Search(judged or {}, self.candidates)
        ids = Model.open().derived(CandidateSearch).padded(self.scan)
        self.made: Any = _Decision(
            self.search, self.scan, Doubts(ids, suspects or [], [], left_out), first, given or page(),
            lambda each: each.confidence >= accepts,
        )  # fmt: skip


@pytest.fixture(autouse=True)
def nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    """What reads the text as a whole says nothing, unless a test lets it."""
    monkeypatch.setattr(decide, "restored", lambda *asked: [])
    monkeypatch.setattr(decide, "weighed_anew", lambda *asked: [])
    monkeypatch.setattr(decide, "told_by_net", lambda *asked: {})
    monkeypatch.setattr(decide, "told_apart", lambda *asked: [])
    monkeypatch.setattr(decide, "is_said_elsewhere", lambda *asked: False)
    monkeypatch.setattr(decide, "strange_share", lambda *asked: 0.0)
    monkeypatch.setattr(decide, "is_no_slip", lambda *asked: False)


def told(found: list[Repair]) -> list[tuple[int, float]]:
    return [(each.token, each.confidence) for each in found]


def test_what_is_sure_is_made_and_what_is_likely_is_shown() -> None:
    low, shown = repair(15, confidence=LEAST_CONFIDENCE - 0.01), repair(9, confidence=LEAST_CONFIDENCE)
    text = Text(
        [low, shown, repair(1, "con", 0.98)], suspects=[suspect(9), suspect(15)],
        found={9: suspect(9), 15: suspect(15)}, judged={9: [shown], 15: [low]},
    )  # fmt: skip
    assert told(text.made.all([])) == [(1, 0.98), (9, LEAST_CONFIDENCE)]
    number = text.candidates.numbers["con"]
    assert text.made._lower[1] == number
    assert text.made._lower[9] == text.scan.lower[9]
    assert text.made._ids[text.scan.at[1] + decide.PAD] == number


def test_a_name_gets_the_number_of_a_name() -> None:
    text = Text([repair(2, "hà", 0.98)], text="Ông ở Ha Nam")
    assert text.scan.names[2]
    text.made.all([])
    model = Model.open()
    number = text.candidates.numbers["hà"]
    assert text.made._ids[text.scan.at[2] + decide.PAD] == model.title_of[number] != number


def test_hopeless_repairs_are_none_but_beside_a_slip() -> None:
    text = Text([repair(confidence=0.01)])
    assert text.made.all([]) == []
    assert text.search.asked == []
    slip = Slip(3, "bạn", 4.0, Damage.TONE)
    assert [each.token for each in Text([repair(confidence=0.01)]).made.all([slip])] == [3]


@pytest.mark.parametrize(("damaged", "loses"), [(False, False), (True, False), (True, True)])
def test_a_damaged_page_is_searched_further(damaged: bool, loses: bool) -> None:
    known, same = suspect(4, (70, 71)), suspect(6, (80,))
    found = {4: suspect(4, (70, 71, 72)), 6: suspect(6, (80,)), 8: suspect(8, (90,))}
    text = Text([repair()], given=page(damaged=damaged, loses=loses), found=found, suspects=[known, same])
    reach = Reach(DOUBT_OF_DAMAGED, loses)
    assert text.candidates.asked == ([(None, reach, USUAL)] if damaged else [])
    assert text.search.asked == ([([4, 8], False)] if damaged else [])
    assert text.made._reach == (reach if damaged else USUAL)


def test_what_stands_in_no_context_is_not_searched() -> None:
    left_out = np.zeros(19, np.bool_)
    left_out[:9] = True
    text = Text([repair(9, "lúc", 0.98)], given=page(damaged=True), left_out=left_out)
    assert text.candidates.asked[0][0] == [*range(9, 19)]
    text.made.all([])
    assert text.candidates.asked[1][0] == [10, 11, 12, 13]


def test_the_words_near_a_repair_are_judged_again() -> None:
    near, far = repair(12, confidence=0.4), repair(17, confidence=0.4, usual=0.0)
    text = Text(
        [repair(9, "lúc", 0.98), near, far], suspects=[suspect(12), suspect(17)], found={12: suspect(12)},
        judged={12: [near._replace(confidence=0.99)], 17: [far]},
    )  # fmt: skip
    assert told(text.made.all([])) == [(9, 0.98), (12, 0.99)]
    assert text.candidates.asked[0] == ([5, 6, 7, 8, 10, 11, 12, 13], USUAL, None)
    assert text.search.asked[0] == ([12, 17], False)
    assert 12 in text.made._made


@pytest.mark.parametrize(("was_wrecked", "word", "kept"), [(True, "c", False), (True, "cc", True), (False, "c", True)])
def test_where_words_are_wrecked_a_lone_letter_is_none(was_wrecked: bool, word: str, kept: bool) -> None:
    text = Text([repair()])
    text.made._was_wrecked = was_wrecked
    text.search.judged = {8: [repair(8, "từ", 0.6)._replace(word=word)]}
    text.made._propose([suspect(8)])
    assert (8 in text.made._open) == kept


@pytest.mark.parametrize(
    ("log_prob", "word", "usual", "kept"),
    [
        pytest.param(DOUBT, "từ", 0.74, False, id="probable where it stands, and not sure enough"),
        pytest.param(DOUBT, "từ", 0.75, True, id="sure enough"),
        pytest.param(DOUBT - 0.1, "từ", 0.1, True, id="improbable"),
        pytest.param(DOUBT, "xyz", 0.1, True, id="no syllable"),
    ],
)
def test_a_probable_syllable_must_be_surer(log_prob: float, word: str, usual: float, kept: bool) -> None:
    text = Text([repair()], text=TEXT.replace(" từ ", f" {word} "))
    text.search.judged = {8: [repair(8, "tử", 0.6, usual=usual)]}
    text.made._propose([suspect(8, log_prob=log_prob)])
    assert (8 in text.made._open) == kept


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
