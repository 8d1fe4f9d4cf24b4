"""Which proposals the net of ``restore`` is asked about, and how sure its answer makes them, with the net given."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from tests.filters.diacritics.decided import TEXT, repair
from vntextclean.filters.diacritics.evidence.repair import LED, Repair
from vntextclean.filters.diacritics.kinds.causes import Cause
from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.filters.diacritics.proposing.candidates import CandidateSearch
from vntextclean.filters.diacritics.reading_anew import restored as module
from vntextclean.filters.diacritics.reading_anew import scanned_page
from vntextclean.lm.model import Model
from vntextclean.restoration import rescore

LONG = " ".join([TEXT] * 3)  # 60 words
Shift = Callable[[int, Cause], float]


def shift(nats: float) -> Shift:
    return lambda token, cause: nats


def odds(share: float) -> float:
    return math.log(share / (1 - share))


def share(nats: float) -> float:
    return 1 / (1 + math.exp(-nats))


@pytest.mark.parametrize(
    ("change", "nats", "lossy"),
    [
        pytest.param({}, 0.7, True, id="all is so"),
        pytest.param({}, 0.69, False, id="its page shows too little"),
        pytest.param({"usual": 0.39}, 0.7, False, id="unlikely in a usual text"),
        pytest.param({"most": LED - 0.001}, 0.7, False, id="another candidate comes near"),
        pytest.param({"kind": Damage.MARKS}, 0.7, True, id="marks"),
        pytest.param({"kind": Damage.SHAPE}, 0.7, False, id="a shape"),
        pytest.param({"kind": Damage.LETTER}, 0.7, False, id="a letter"),
    ],
)
def test_losses_of_a_page_that_shows_them(change: dict[str, Any], nats: float, lossy: bool) -> None:
    one = repair(kind=Damage.TONE, usual=0.4, most=LED)._replace(**change)
    assert module._is_of_lossy_page(one, shift(nats)) == lossy


@pytest.mark.parametrize(
    ("usual", "here", "nats", "expected"),
    [
        pytest.param(0.9, 0.5, 0.0, odds(0.9), id="less likely on its page"),
        pytest.param(0.9, 0.95, 0.0, odds(0.95), id="a little more likely"),
        pytest.param(0.9, 0.999, 0.0, odds(0.9) + 1.6, id="much more likely"),
        pytest.param(0.9, 0.999, 0.7, odds(0.999), id="as likely as its page makes it where that shows such losses"),
        pytest.param(0.9, 0.5, 0.7, odds(0.5), id="there less likely too"),
    ],
)
def test_the_odds_by_itself(usual: float, here: float, nats: float, expected: float) -> None:
    one = repair(kind=Damage.TONE, confidence=here, usual=usual, most=1.0)
    assert module._odds(one, shift(nats)) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("change", "nats", "asked"),
    [
        pytest.param({}, 0.0, True, id="all is so"),
        pytest.param({"confidence": 0.19}, 0.0, False, id="unlikely on its page"),
        pytest.param(
            {"kind": Damage.TONE, "usual": 0.79}, 0.0, False, id="a lost tone, not sure enough in a usual text"
        ),
        pytest.param({"kind": Damage.TONE, "usual": 0.8}, 0.0, True, id="a lost tone that is"),
        pytest.param({"kind": Damage.SHAPE, "usual": 0.79}, 0.0, False, id="a lost shape"),
        pytest.param({"kind": Damage.MARKS, "usual": 0.79}, 0.0, False, id="lost marks"),
        pytest.param(
            {"kind": Damage.MARKS, "usual": 0.4, "confidence": share(0.9) + 1e-9}, 0.7, True, id="on such a page"
        ),
        pytest.param({"kind": Damage.MARKS, "usual": 0.4, "confidence": share(0.89)}, 0.7, False, id="too low on it"),
        pytest.param({"kind": Damage.SOUND, "usual": share(0.9) + 1e-9}, 0.0, True, id="just likely enough"),
        pytest.param({"kind": Damage.SOUND, "usual": share(0.89)}, 0.0, False, id="just not"),
    ],
)
def test_what_the_net_is_asked_about(change: dict[str, Any], nats: float, asked: bool) -> None:
    one = repair(kind=Damage.SOUND, confidence=0.2, usual=0.9, most=1.0)._replace(**change)
    assert module._is_asked(one, shift(nats)) == asked


class Net:
    """Stands for the net: compares all pairs but some, and finds each rival likelier by so much."""

    def __init__(self, lead: float, compares: Callable[[int], bool]) -> None:
        self.lead, self._compares = lead, compares
        self.pairs: list[list[int]] = []

    def __call__(self, *asked: object) -> Net:
        return self

    def compares(self, at: Any, pairs: Any) -> Any:
        return np.array([self._compares(number) for number in range(len(pairs))])

    def compared(self, at: Any, pairs: Any, absent: float) -> Any:
        assert absent == -50.0
        self.pairs = pairs.tolist()
        return np.array([[1.0, 1.0 + self.lead]] * len(pairs))


def restored(
    monkeypatch: pytest.MonkeyPatch, repairs: list[Repair], *, lead: float = 2.2, nats: float = 0.0, text: str = LONG,
    collocation: bool = False, in_pieces: bool = False, accepted: float = 0.97, compares: Any = lambda number: True,
) -> list[tuple[int, float]]:  # fmt: skip
    net = Net(lead, compares)
    monkeypatch.setattr(rescore, "Rescorer", net)
    monkeypatch.setattr(scanned_page, "is_in_pieces", lambda scan: in_pieces)
    monkeypatch.setattr(module, "is_collocation", lambda *asked: collocation)
    model = Model.open()
    scan = model.scan(text)
    found = module.restored(scan, model, repairs, shift(nats), lambda one: one.confidence >= accepted)
    numbers = model.derived(CandidateSearch).numbers
    kept = [one for number, one in enumerate(sorted(repairs)) if compares(number)]
    if net.pairs and len(net.pairs) == len(kept):
        assert net.pairs == [[int(scan.lower[one.token]), numbers[one.rival]] for one in kept]
    return [(one.token, one.confidence) for one in found]


SOUND = repair(kind=Damage.SOUND, confidence=0.9, usual=0.9)


@pytest.mark.parametrize(
    ("lead", "found"),
    [(2.2, share(odds(0.9) + 2.2)), (2.19, None), (3.0, share(odds(0.9) + 3.0)), (9.0, share(odds(0.9) + 3.0))],
)
def test_how_much_the_net_must_find_and_counts(
    monkeypatch: pytest.MonkeyPatch, lead: float, found: float | None
) -> None:
    expected = [] if found is None else [(5, pytest.approx(found))]
    assert restored(monkeypatch, [SOUND], lead=lead) == expected


def test_on_a_page_that_shows_losses_the_net_need_find_less(monkeypatch: pytest.MonkeyPatch) -> None:
    tone = repair(kind=Damage.TONE, confidence=0.9, usual=0.5)
    assert restored(monkeypatch, [tone], lead=1.0, nats=0.7) == [(5, pytest.approx(share(odds(0.9) + 1.0)))]
    assert restored(monkeypatch, [tone], lead=0.99, nats=0.7) == []
    assert restored(monkeypatch, [tone], lead=2.1) == []


def test_none_is_surer_than_it_can_be(monkeypatch: pytest.MonkeyPatch) -> None:
    assert restored(monkeypatch, [SOUND._replace(most=0.95)]) == [(5, 0.95)]
    assert restored(monkeypatch, [SOUND._replace(most=0.9)]) == []  # it is as sure already
    both = [SOUND._replace(most=0.9), SOUND._replace(token=9)]
    assert [token for token, _ in restored(monkeypatch, both)] == [5, 9]  # beside another it is asked about


def test_none_gets_less_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    sure = SOUND._replace(confidence=0.999, usual=0.5)
    assert restored(monkeypatch, [sure], accepted=2.0) == []


@pytest.mark.parametrize(
    ("more", "found"),
    [
        pytest.param({}, True, id="nothing speaks against it"),
        pytest.param({"text": LONG.rsplit(" ", 20)[0]}, True, id="forty words"),
        pytest.param({"text": LONG.rsplit(" ", 21)[0]}, False, id="39 words"),
        pytest.param({"in_pieces": True}, False, id="a page in pieces"),
        pytest.param({"accepted": 0.9}, False, id="it is made already"),
        pytest.param({"collocation": True}, True, id="a sound that goes with its neighbour"),
        pytest.param({"compares": lambda number: False}, False, id="letters that the net knows nothing of"),
    ],
)
def test_where_the_net_is_asked(monkeypatch: pytest.MonkeyPatch, more: dict[str, Any], found: bool) -> None:
    assert bool(restored(monkeypatch, [SOUND], **more)) == found


def test_marks_that_go_with_their_neighbour_were_not_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    marks = SOUND._replace(kind=Damage.MARKS)
    assert restored(monkeypatch, [marks]) != []
    assert restored(monkeypatch, [marks], collocation=True) == []


def test_what_the_net_does_not_compare_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    both = [SOUND._replace(token=9), SOUND]
    assert [token for token, _ in restored(monkeypatch, both, compares=lambda number: number == 1)] == [9]


def test_log_odds_of_what_is_certain() -> None:
    assert module._log_odds(0.5) == 0
    assert module._log_odds(1.0) == pytest.approx(math.log(1e9))
    assert module._log_odds(0.0) == pytest.approx(math.log(1e-9))
