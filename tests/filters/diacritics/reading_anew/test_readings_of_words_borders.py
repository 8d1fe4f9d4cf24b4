"""The readings of doubted words, with what the net and the page say of each given."""

from __future__ import annotations

import math
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from tests.filters.diacritics.decided import TEXT, repair, signs, suspect
from vntextclean.filters.diacritics.evidence.repair import Repair
from vntextclean.filters.diacritics.kinds.causes import Cause
from vntextclean.filters.diacritics.kinds.channel import Likelihood
from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.filters.diacritics.reading_anew import readings_of_words as module
from vntextclean.filters.diacritics.reading_anew.readings_of_words import Reading, _likeliest, _note, _Readings, _Said
from vntextclean.filters.diacritics.search import Proposed
from vntextclean.lm.model import Model
from vntextclean.restoration import rescore

MODEL = Model.open()
HALF = math.log(0.5)


def noted(words: list[int], alike: list[int], own: int, shares: list[float]) -> _Said:
    """What is written down of candidates where words of the same letters have these shares (0 of those unknown)."""
    score = [math.log(share) if share else -50.0 for share in shares]
    size = len(words)
    said = _Said([0.0] * size, [0.0] * size, [-50.0] * size)
    _note(said, words, alike, own, score)
    return said


def test_a_share_is_one_of_all_words_of_the_letters() -> None:
    said = noted([7, 8, 9], [7, 8, 5], 5, [2.0, 1.0, 1.0])
    assert said.share == pytest.approx([HALF, math.log(0.25), 0.0])
    assert said.over_others == pytest.approx([math.log(2), -math.log(2), 0.0])
    assert said.over_own == pytest.approx([math.log(2), 0.0, -50.0])


@pytest.mark.parametrize(
    ("alike", "own", "shares", "over_others", "over_own"),
    [
        pytest.param([7, 8], 5, [0.75, 0.25], math.log(3), -50.0, id="the word itself has other letters"),
        pytest.param([7, 5], 5, [0.75, 0.0], math.log(0.75 / math.exp(-8)) + math.log(4 / 3), -50.0, id="unknown"),
        pytest.param([5, 7], 5, [0.75, 0.0], -8.0, -50.0, id="it is unknown itself"),
        pytest.param([5, 7], 5, [0.25, 0.75], math.log(3), math.log(3), id="the word itself is first"),
        pytest.param([8, 7, 6], 5, [0.4, 0.4, 0.2], 0.0, -50.0, id="two are best"),
        pytest.param([7], 5, [1.0], 8.0, -50.0, id="alone with its letters"),
        pytest.param([8, 7], 8, [1.0, 1e-9], -8.0, -8.0, id="no less than the least"),
    ],
)
def test_what_is_said_of_one(
    alike: list[int], own: int, shares: list[float], over_others: float, over_own: float
) -> None:
    said = noted([7], alike, own, shares)
    assert (said.over_others[0], said.over_own[0]) == pytest.approx((over_others, over_own))


@pytest.mark.parametrize(
    ("alike", "shares"),
    [
        pytest.param([7, 5], [0.0, 0.0], id="it knows none"),
        pytest.param([7, 5], [0.5, 0.5], id="it tells none from another"),
        pytest.param([7], [0.0], id="the only one is unknown"),
    ],
)
def test_letters_that_the_net_does_not_read(alike: list[int], shares: list[float]) -> None:
    assert noted([7], alike, 5, shares) == ([0.0], [0.0], [-50.0])


def proposed(rival: str, kind: Damage = Damage.LETTER, cause: Cause = Cause.LETTER) -> Proposed:
    return Proposed(repair(rival=rival, kind=kind, confidence=0.0)._replace(cause=cause), Likelihood(-4.0, -6.0))


def likeliest(
    weights: list[float], share: list[float], over_own: list[float] | None = None, letters: list[int] | None = None,
    before: Repair | None = None,
) -> Reading:  # fmt: skip
    words = [10 + number for number in range(len(weights))]
    one = _Readings(
        before or repair(rival="suối", confidence=0.4), [proposed("suối"), proposed("suốt", Damage.TONE, Cause.TONE)],
        words, letters or [3] * len(weights), [5.0, 2.5], weights,
    )  # fmt: skip
    own = over_own or [-50.0] * len(weights)
    settled: Any = SimpleNamespace(search=SimpleNamespace(model=MODEL))
    return _likeliest(settled, one, _Said(share, [0.25, 0.75], own))


def test_the_likeliest_stays() -> None:
    found = likeliest([3.0, 1.0], [0.0, 0.0])
    assert found == Reading(repair(rival="suối", confidence=0.4), False, pytest.approx(2.0), 0.0, False, 0.25, 0.0)


def test_another_becomes_the_likeliest() -> None:
    before = repair(rival="suối", confidence=0.4)._replace(
        signs=signs(lead=3.0)._replace(swap=True, usage=4.0, wide=1.5)
    )
    found = likeliest([1.0, 3.0], [-1.0, -0.5], [-50.0, 1.25], before=before)
    assert before.signs is not None
    changed = before.signs._replace(
        gain=2.5, lead=0.0, swap=False, people=-4.0, scan=-6.0, rival_log_prob=float(MODEL.log_prob[11]), usage=0.0
    )
    assert found.repair == before._replace(rival="suốt", kind=Damage.TONE, cause=Cause.TONE, signs=changed)
    assert found.lead == pytest.approx(2.0 + rescore.WEIGHT * 0.5)
    assert found[3:] == (1.25, True, 0.75, -0.5) and found.changed


def test_without_signs_the_repair_stays_as_it_was() -> None:
    before = repair(rival="suối", confidence=0.4)._replace(signs=None)
    found = likeliest([1.0, 3.0], [0.0, 0.0], before=before)
    assert found.repair is before and found.changed


@pytest.mark.parametrize(("weight", "lead"), [(11.5, 11.5), (12.5, 12.0), (40.0, 12.0)])
def test_the_lead_has_an_end(weight: float, lead: float) -> None:
    assert likeliest([weight, 0.0], [0.0, 0.0]).lead == pytest.approx(lead)
    assert likeliest([0.0, weight], [0.0, 0.0]).lead == pytest.approx(lead)
    one = _Readings(repair(), [proposed("suối")], [10], [3], [5.0], [weight])
    settled: Any = SimpleNamespace(search=SimpleNamespace(model=MODEL))
    assert _likeliest(settled, one, _Said([0.0], [0.0], [-50.0])).lead == pytest.approx(12.0)


class Asked:
    """A settled text whose search and net are given; it keeps what they were asked."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, candidates: dict[int, list[tuple[int, float]]]) -> None:
        self.scan = MODEL.scan(TEXT)
        self.net: list[tuple[list[int], list[list[int]], float]] = []
        self.heres: list[list[int]] = []
        self.searched: list[Any] = []
        self.alike = {1: [10, 11], 2: [20], 3: [30, 31, 32]}
        asked = self

        class Rescorer:
            def __init__(self, scan: object, model: object, here: Any) -> None:
                asked.heres.append(here.tolist())

            def compared(self, at: Any, ids: Any, absent: float) -> Any:
                asked.net.append((at.tolist(), ids.tolist(), absent))
                return -np.arange(ids.size, dtype=np.float64).reshape(ids.shape)

        monkeypatch.setattr(rescore, "Rescorer", Rescorer)
        bare = {10: 1, 11: 1, 20: 2, 30: 3, 31: 3, 32: 3}
        model = SimpleNamespace(bare_of=SimpleNamespace(data=bare), log_prob=MODEL.log_prob)
        given = {
            token: [
                (number, gain, proposed(rival))
                for (number, gain), rival in zip(own, ("suối", "suốt", "suôi"), strict=False)
            ]
            for token, own in candidates.items()
        }  # fmt: skip

        class Bare:
            data = bare

            def __getitem__(self, ids: Any) -> Any:
                return np.full(len(ids), 77)

        model.bare_of = Bare()

        def search(scan: object, ids: object, tokens: Any, reach: object) -> list[Any]:
            self.searched.append(tokens.tolist())
            return [suspect(token) for token in tokens.tolist()]

        self.settled: Any = SimpleNamespace(
            scan=self.scan, ids=None, reach=None, lower=self.scan.lower,
            page=SimpleNamespace(shift_beside=lambda token, cause: 0.5 * token),
            search=SimpleNamespace(
                model=model, all_proposed=lambda scan, found, lower: given,
                candidates=SimpleNamespace(search=search, same_letters=lambda each: np.array(self.alike[each])),
            ),
        )  # fmt: skip

    def read(self) -> list[Reading]:
        return module.readings(self.settled, [repair(9), repair(4)])


def test_the_net_is_asked_once_for_the_first_letters_of_all(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Asked(monkeypatch, {4: [(10, 3.0), (11, 2.0)], 9: [(30, 3.0)], 6: []})
    found = asked.read()
    assert asked.searched == [[4, 9]]
    assert [one.repair.token for one in found] == [4, 9]
    at = asked.scan.at.tolist()
    assert asked.net == [([at[4], at[9]], [[10, 11, 10], [30, 31, 32]], -50.0)]
    bare = asked.scan.bare.tolist()
    bare[4], bare[9] = 1, 3
    assert asked.heres == [bare]
    assert found[0].share == pytest.approx(-math.log(1 + math.exp(-1)))
    assert found[1].share == pytest.approx(-math.log(1 + math.exp(-1) + math.exp(-2)))


def test_other_letters_are_read_only_if_they_can_be_the_likeliest(monkeypatch: pytest.MonkeyPatch) -> None:
    near = Asked(monkeypatch, {4: [(10, 3.0), (30, 2.5), (31, 2.9)], 9: [(20, 3.0)]})
    near.read()
    at = near.scan.at.tolist()
    assert [net[0] for net in near.net] == [[at[4], at[9]], [at[4]]]
    far = Asked(monkeypatch, {4: [(10, 30.0), (30, 2.5)], 9: [(20, 3.0)]})
    far.read()
    assert len(far.net) == 1


def test_the_page_counts_beside_the_gain(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Asked(monkeypatch, {})
    one = module._readings(asked.settled, repair(4), [(10, 3.0, proposed("suối")), (30, 1.0, proposed("suốt"))])
    assert (one.words, one.letters, one.gains, one.weights) == ([10, 30], [1, 3], [3.0, 1.0], [5.0, 3.0])
    assert asked.read() == []


def test_repaired_words_stand_with_their_own_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Asked(monkeypatch, {4: [(10, 3.0)]})
    lower = asked.scan.lower.copy()
    lower[7] += 1
    asked.settled.lower = lower
    asked.read()
    bare = asked.scan.bare.tolist()
    bare[4], bare[7] = 1, 77
    assert asked.heres == [bare]
