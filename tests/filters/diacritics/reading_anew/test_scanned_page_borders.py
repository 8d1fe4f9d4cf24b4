"""A page read at once, each condition at its border: how sure a reading is, what was lost, which readings are kept."""

from __future__ import annotations

import math
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from vntextclean.filters.diacritics.evidence.page_rates import PageRates, Proposal
from vntextclean.filters.diacritics.kinds.causes import Cause
from vntextclean.filters.diacritics.kinds.channel import LEAST
from vntextclean.filters.diacritics.reading_anew import scanned_page as module
from vntextclean.filters.diacritics.reading_anew.scanned_page import PageReader, Reading, is_in_pieces
from vntextclean.filters.diacritics.search import repair_search
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import PAD, SPECIALS

MODEL = Model.open()
TEXT = "Bà con ra suối bắt cá"


def reader() -> PageReader:
    return PageReader(MODEL, MODEL.derived(repair_search).candidates)


def scanned(words: int) -> PageRates:
    return PageRates(words, [Proposal(number, Cause.MISREAD, 0.99) for number in range(0, words, 10)])


def sure(nats: float) -> float:
    return 1 / (1 + math.exp(-nats))


@pytest.mark.parametrize(
    ("odds", "agrees", "illegal", "likely", "nats"),
    [
        pytest.param(2.0, False, False, False, -1.7, id="by itself"),
        pytest.param(2.0, True, False, False, 0.0, id="the search agrees"),
        pytest.param(2.0, False, True, False, -1.4, id="no syllable"),
        pytest.param(2.0, False, False, True, -0.9, id="likely in a usual text"),
        pytest.param(4.0, True, True, True, 3.0, id="all"),
        pytest.param(8.9, False, False, False, 4.855, id="nearly the most odds"),
        pytest.param(9.0, False, False, False, 4.95, id="the most odds"),
        pytest.param(11.0, False, False, False, 4.95, id="more than the most"),
    ],
)
def test_how_sure_a_reading_is(odds: float, agrees: bool, illegal: bool, likely: bool, nats: float) -> None:
    assert Reading(3, 7, sure(odds)).confidence(agrees, illegal, likely) == pytest.approx(sure(nats), rel=1e-9)


def test_a_reading_without_doubt_has_the_most_odds() -> None:
    assert Reading(3, 7, 1.0).confidence(False, False) == pytest.approx(sure(4.95), rel=1e-9)


@pytest.mark.parametrize(
    ("written", "meant", "lost"),
    [
        ("ban", "bàn", 0),
        ("bân", "bần", 0),
        ("ban", "ban", 0),
        ("ban", "bần", 1),
        ("ban", "bat", -1),
        ("bân", "bàn", -1),
        ("an", "ban", 2),
        ("bn", "ban", 2),
        ("ba", "ban", 2),
        ("ba", "bán", -1),
        ("bn", "bàn", 2),
        ("ab", "ban", -1),
        ("be", "ban", -1),
        ("b", "ban", -1),
        ("bann", "ban", -1),
        ("", "b", 2),
    ],
)
def test_what_was_lost(written: str, meant: str, lost: int) -> None:
    assert module._loss(written, meant) == lost


@pytest.mark.parametrize(
    ("letters", "others", "in_pieces"),
    [
        ("n", 15, True),
        ("n", 16, False),  # one in seventeen
        ("n t h", 46, True),
        ("n t h", 47, False),
        ("a ơ i", 3, False),  # vowels
        ("N T H", 3, False),  # capitals
        ("đ n đ", 3, True),
        ("à ứ ị", 3, False),
        ("1 2 3", 3, False),
        ("nh th kh", 3, False),
    ],
)
def test_text_in_pieces(letters: str, others: int, in_pieces: bool) -> None:
    assert is_in_pieces(MODEL.scan(letters + " xã" * others)) is in_pieces


def test_as_many_lone_letters_as_may_be() -> None:
    assert not is_in_pieces(MODEL.scan("n t h" + " xã" * 47))
    assert not is_in_pieces(MODEL.scan("n t h k l m" + " xã" * 94))  # 6 of 100


def likelier(shares: dict[int, list[tuple[str, float]]]) -> list[tuple[int, str, float]]:
    """What is read where the candidates of some tokens have these shares, given by their spelling."""
    scan = MODEL.scan(TEXT)
    ids = np.zeros((len(scan.stream), 4), np.int32)
    posterior = np.zeros(ids.shape, np.float32)
    for token, own in shares.items():
        for column, (word, share) in enumerate(own):
            name = word.istitle()
            number = int(MODEL.ids([word.lower()])[0]) if word else 0
            ids[scan.at[token], column] = MODEL.title_of[number] if name else number
            posterior[scan.at[token], column] = share
    free = np.array(sorted(shares), np.int64)
    found = reader()._likelier(scan, free, ids, posterior)
    return [(each.token, MODEL.word(each.meant), each.posterior) for each in found]


@pytest.mark.parametrize(
    ("own", "found"),
    [
        pytest.param([("suối", 0.25), ("suốt", 0.75)], [(3, "suốt", 0.75)], id="another word has most"),
        pytest.param([("suối", 0.5), ("suốt", 0.5)], [], id="as much as the word itself"),
        pytest.param([("suối", 0.375), ("suốt", 0.5)], [], id="half of it"),
        pytest.param([("suối", 0.375), ("suốt", 0.515625)], [(3, "suốt", 0.515625)], id="more than half"),
        pytest.param([("suối", 0.25), ("suốt", 0.375), ("muối", 0.375)], [], id="two others share it"),
        pytest.param([("suối", 0.25), ("suốt", 0.375), ("Suốt", 0.375)], [(3, "suốt", 0.75)], id="a name and a word"),
        pytest.param([("suối", 0.0), ("suốt", 1.5)], [(3, "suốt", 1.0)], id="no more than all"),
        pytest.param([("", 1.0)], [], id="an unknown word"),
        pytest.param([("suối", 0.625), ("suốt", 0.75)], [], id="the word itself has enough"),
        pytest.param([("suối", 0.59), ("suốt", 0.75)], [(3, "suốt", 0.75)], id="it has a little less"),
        pytest.param([("suối", 0.59), ("suốt", 0.375)], [], id="it has most, but not enough"),
    ],
)
def test_which_readings_are_kept(own: list[tuple[str, float]], found: list[tuple[int, str, float]]) -> None:
    assert likelier({3: own}) == found


def test_readings_of_a_page_are_in_order() -> None:
    own = {5: [("cá", 0.25), ("cả", 0.75)], 1: [("con", 0.125), ("còn", 0.875)], 2: [("ra", 1.0), ("rã", 0.0)]}
    assert likelier(own) == [(1, "còn", 0.875), (5, "cả", 0.75)]


def test_the_net_is_asked_where_the_lattice_leaves_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = np.zeros((3, 2), np.float32), np.ones((3, 2), np.float32)
    asked: list[Any] = []

    class Lattice:
        def __init__(self, model: Model, ids: Any, weight: Any, *, keep: int, margin: float) -> None:
            self.ids = np.array([[1, 2], [3, 4], [5, 6]])
            asked.append((keep, margin))

        def posterior(self, *more: Any) -> Any:
            asked.append([np.asarray(each).tolist() for each in more])
            return second if more else first

    doubted = [1]
    bounds: list[float] = []

    def unsure(posterior: Any, bound: float) -> Any:
        bounds.append(bound)
        return np.array(doubted, np.int64)

    class Rescorer:
        def __init__(self, scan: object, model: Model) -> None:
            pass

        def compared(self, at: Any, ids: Any, absent: float) -> Any:
            asked.append((at.tolist(), ids.tolist(), absent))
            return np.full((1, 2), -2.0)

    monkeypatch.setattr(module, "Lattice", Lattice)
    monkeypatch.setattr(module, "unsure", unsure)
    monkeypatch.setattr(module, "Rescorer", Rescorer)
    kept: list[Any] = []
    one = reader()
    monkeypatch.setattr(one, "_columns", lambda *asked: (0, 1, 2))
    monkeypatch.setattr(one, "_likelier", lambda scan, free, ids, posterior: kept.append(posterior) or [free])
    scan: Any = MODEL.scan(TEXT)
    assert one.readings(scan, scanned(300)) == [2]
    assert asked == [(8, 14.0), [], ([1], [[3, 4]], -1.5), [[1], [[-1.4, -1.4]]]]
    doubted.clear()
    assert one.readings(scan, scanned(300)) == [2]
    assert asked[4:] == [(8, 14.0), []]
    assert kept[0] is second and kept[1] is first and bounds == [0.9999] * 2


def test_what_stands_there_costs_something_where_it_is_no_syllable() -> None:
    scan = MODEL.scan("Bà xyzq ở kgb Hoa 12 nghiêng nghiênhh")
    ids, weight, free = reader()._columns(scan, scanned(300))
    words = [scan.word(token) for token in free.tolist()]
    assert words == ["Bà", "xyzq", "ở", "kgb", "Hoa", "nghiêng"]
    for token in free.tolist():
        own = int(scan.lower[token])
        legal = bool(MODEL.derived(repair_search).candidates.legal[own])
        cost = 0.0 if legal else -6.0 if own < len(SPECIALS) else -1.5
        assert weight[scan.at[token], 0] == cost, scan.word(token)
    assert {*weight[scan.at[free], 0].tolist()} >= {0.0, -6.0}
    padded = MODEL.derived(repair_search).candidates.padded(scan)
    assert ids[:, 0].tolist() == padded[PAD : PAD + len(ids)].tolist()


def test_ways_are_kept_by_their_losses() -> None:
    one = reader()
    asked = ("ban", int(MODEL.ids(["ban"])[0]), int(MODEL.bare_of[MODEL.ids(["ban"])[0]]))
    (ways,) = one._ways([asked])
    assert one._ways([asked])[0] is ways
    told = {MODEL.word(number): at for at, number in enumerate(ways.numbers.tolist())}
    for word, lost in (("bàn", 0), ("bần", 1)):
        assert (ways.lost[told[word]], ways.costs[2, told[word]]) == (lost, -6.0)
    others = [at for word, at in told.items() if module._loss("ban", word) < 0]
    assert others and {*ways.costs[2, others].tolist()} == {LEAST} and {*ways.lost[others].tolist()} == {0}


def test_how_the_page_counts_in_the_costs() -> None:
    shifts = {Cause.SLIP: 2.0, Cause.MISREAD: 4.0, Cause.TONE: 6.0, Cause.MARKS: 8.0, Cause.LETTER: 30.0}
    page: Any = SimpleNamespace(shift=lambda cause: shifts[cause])
    number = np.array([*MODEL.ids(["bàn", "bán", "bạn", "bản", "bận"])], np.int64)
    costs = np.array([[-9.0, -20, -20, -20, -20], [-20, -9, -20, -20, -20], [-20, -20, -9, -9, -9]])
    lost = np.array([0, 0, 0, 1, 2])
    owner, found, cost = reader()._likeliest([module._Ways(number, costs.copy(), lost)], page)
    assert owner.tolist() == [0] * 5
    told = dict(zip(found.tolist(), cost.tolist(), strict=True))
    assert [told[each] for each in number.tolist()] == [-8.0, -7.0, -6.0, -5.0, -1.0]
