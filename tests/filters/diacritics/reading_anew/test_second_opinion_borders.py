"""Which repairs are weighed anew, what becomes of them, and the numbers that are weighed: each at its border."""

from __future__ import annotations

import math
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from tests.filters.diacritics.decided import TEXT, page, repair, signs
from vntextclean.filters.diacritics.evidence.features import Features
from vntextclean.filters.diacritics.evidence.repair import ASKED as LEAST
from vntextclean.filters.diacritics.evidence.repair import Repair
from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.filters.diacritics.proposing.candidates import CandidateSearch
from vntextclean.filters.diacritics.reading_anew import scanned_page
from vntextclean.filters.diacritics.reading_anew import second_opinion as module
from vntextclean.filters.diacritics.reading_anew.readings_of_words import Reading
from vntextclean.lm.bigrams import bigrams
from vntextclean.lm.model import Model

LONG = " ".join([TEXT] * 2)  # 40 words
SIGNS = signs()


def settled(*repairs: Repair, text: str = LONG, shift: float = 1.0, made: dict[int, Repair] | None = None) -> Any:
    model = Model.open()
    scan = model.scan(text)
    candidates = model.derived(CandidateSearch)
    told = page(shift=shift)
    told.shift_of_losses = lambda token: shift
    told.all_share = 0.25
    return SimpleNamespace(
        search=SimpleNamespace(model=model, candidates=candidates), scan=scan, page=told, lower=scan.lower,
        ids=candidates.padded(scan), made=made or {}, open={each.token: each for each in repairs},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("change", "shift", "asked"),
    [
        pytest.param({}, 0.7, True, id="a tone on a page that shows losses"),
        pytest.param({}, 0.69, False, id="that shows too few"),
        pytest.param({"kind": Damage.LETTER}, 0.0, True, id="a letter where any are shown"),
        pytest.param({"kind": Damage.LETTER}, -0.01, False, id="where fewer are"),
        pytest.param({"kind": Damage.MARKS}, 0.0, True, id="marks"),
        pytest.param({"kind": Damage.SHAPE}, 0.5, False, id="another kind"),
        pytest.param({"confidence": 0.59}, 0.7, False, id="not sure enough"),
        pytest.param({"usual": LEAST}, 0.7, False, id="too unlikely in a usual text"),
        pytest.param({"meant": True}, 0.7, False, id="it says that it is meant"),
        pytest.param({"either": True}, 0.7, False, id="it may be meant"),
        pytest.param({"signs": None}, 0.7, False, id="nothing is told of it"),
        pytest.param({"signs": SIGNS._replace(upper=True)}, 0.7, False, id="capitals"),
        pytest.param({"signs": SIGNS._replace(length=1)}, 0.7, False, id="a lone letter"),
        pytest.param({"signs": SIGNS._replace(length=2)}, 0.7, True, id="two letters"),
        pytest.param({"signs": SIGNS._replace(name=True)}, 0.7, False, id="the tone of a name"),
        pytest.param({"signs": SIGNS._replace(name=True), "kind": Damage.LETTER}, 0.7, True, id="a letter of a name"),
    ],
)
def test_what_is_weighed_anew(change: dict[str, Any], shift: float, asked: bool) -> None:
    one = repair(kind=Damage.TONE, confidence=0.6, usual=LEAST + 0.001)._replace(**change)
    assert module.is_weighed(settled(shift=shift), one) == asked


def test_other_bounds_may_be_asked() -> None:
    one = repair(kind=Damage.TONE, confidence=0.3)
    assert not module.is_weighed(settled(shift=0.1), one)
    assert module.is_weighed(settled(shift=0.1), one, asked=0.3, shown=0.1)
    assert not module.is_weighed(settled(shift=0.1), one, asked=0.31, shown=0.1)
    assert not module.is_weighed(settled(shift=0.1), one, asked=0.3, shown=0.2)


def reading(one: Repair, *, knows: bool = True) -> Reading:
    return Reading(one, True, 1.5, 2.0, knows, 3.0, 0.5)


def weighed(
    monkeypatch: pytest.MonkeyPatch, one: Repair, *, share: float = 0.99, knows: bool = True, text: str = LONG,
    wrecked: float = 0.0, in_pieces: bool = False, accepted: float = 0.98, read: Repair | None = None,
) -> list[float]:  # fmt: skip
    monkeypatch.setattr(
        module, "readings", lambda settled, asked: [reading(read or each, knows=knows) for each in asked]
    )
    monkeypatch.setattr(module, "as_rows", lambda settled, read: np.zeros((len(read), 1)))
    monkeypatch.setattr(module, "_fitted", lambda: SimpleNamespace(shares=lambda rows: [share] * len(rows)))
    monkeypatch.setattr(module, "strange_share", lambda *asked: wrecked)
    monkeypatch.setattr(scanned_page, "is_in_pieces", lambda scan: in_pieces)
    found = module.weighed_anew(settled(one, text=text), lambda each: each.confidence >= accepted)
    assert all(each == (read or one)._replace(confidence=share) for each in found)
    return [each.confidence for each in found]


TONE = repair(kind=Damage.TONE, confidence=0.8)
LETTER = repair(kind=Damage.LETTER, confidence=0.8)


@pytest.mark.parametrize(
    ("one", "more", "found"),
    [
        pytest.param(TONE, {}, True, id="surer"),
        pytest.param(TONE, {"share": 0.8}, False, id="as sure"),
        pytest.param(TONE, {"knows": False}, False, id="a tone of a word that the net does not know"),
        pytest.param(LETTER, {"knows": False}, True, id="a letter"),
        pytest.param(LETTER, {"knows": False, "share": 0.7}, False, id="a letter, less sure"),
        pytest.param(TONE, {"accepted": 0.8}, False, id="it is made already"),
        pytest.param(TONE, {"text": LONG.rsplit(" ", 1)[0]}, False, id="39 words"),
        pytest.param(TONE, {"in_pieces": True}, False, id="a page in pieces"),
        pytest.param(TONE, {"wrecked": module.WRECKED}, True, id="words are nearly wrecked"),
        pytest.param(TONE, {"wrecked": module.WRECKED + 0.01}, True, id="they are, and it is no syllable"),
        pytest.param(
            TONE._replace(signs=signs(illegal=False)), {"wrecked": module.WRECKED + 0.01}, False, id="a syllable"
        ),
        pytest.param(TONE._replace(signs=signs(illegal=False)), {}, True, id="a syllable elsewhere"),
        pytest.param(TONE, {"read": TONE._replace(kind=Damage.SOUND)}, False, id="read as another kind of damage"),
        pytest.param(TONE, {"read": TONE._replace(confidence=0.5)}, False, id="read as what is not sure enough"),
        pytest.param(TONE, {"read": LETTER}, True, id="read as a lost letter"),
        pytest.param(TONE._replace(confidence=0.5), {}, False, id="not asked"),
    ],
)
def test_what_comes_of_it(monkeypatch: pytest.MonkeyPatch, one: Repair, more: dict[str, Any], found: bool) -> None:
    assert bool(weighed(monkeypatch, one, **more)) == found


def test_words_near_by_that_are_damaged() -> None:
    one, low = repair(7, confidence=0.51), repair(9, confidence=0.5)
    assert module._damaged(settled(one, low, made={3: repair(3)})) == {3, 7}


def test_how_much_oftener_a_document_has_a_word() -> None:
    model = Model.open()
    text = settled(text="suối sui suối cá sui " + TEXT)
    numbers = text.search.candidates.numbers
    asked = np.array([numbers["suối"], numbers["bản"]], np.int64)
    found = module._uses(text, np.array([1, 8], np.int64), asked)
    own = text.scan.lower[[1, 8]]
    words = len(text.scan) + 200
    counts = {"suối": 3, "bản": 1}
    for row, rival, tokens in ((0, "suối", own[0]), (1, "bản", own[1])):
        usual = words * math.exp(model.log_prob[numbers[rival]])
        assert found[row, 0] == pytest.approx(min(math.log1p(counts[rival] / usual), 4.0))
        times = int((text.lower == tokens).sum()) - 1
        assert found[row, 1] == pytest.approx(min(math.log1p(times / (words * math.exp(model.log_prob[tokens]))), 4.0))


def test_how_much_readings_go_with_their_neighbours() -> None:
    model = Model.open()
    text = settled(text="Bà con ra suối bắt cá Hà Nam")
    number = text.search.candidates.numbers["suốt"]
    ids = dict(zip(words := ("ra", "suối", "bắt"), model.ids([*words]).tolist(), strict=True))
    found = module._beside(text, np.array([3], np.int64), np.array([number], np.int64))

    def pair(first: int, second: int) -> tuple[float, bool]:
        score, seen = bigrams(model, np.array([first]), np.array([second]))
        return float(score[0] - model.log_prob[second]), bool(seen[0])

    pairs = [
        pair(ids["ra"], number),
        pair(ids["ra"], ids["suối"]),
        pair(number, ids["bắt"]),
        pair(ids["suối"], ids["bắt"]),
    ]
    assert found[0].tolist() == pytest.approx(
        [*(score for score, _ in pairs), float(pairs[0][1]), float(pairs[2][1])], abs=1e-5
    )


def test_the_numbers_of_a_row() -> None:
    one = repair(
        5, "suối", kind=Damage.TONE, confidence=0.9, usual=1e-9, most=0.97, held=True,
        signs=Features(*range(len(Features._fields))),
    )  # fmt: skip
    near = {4: repair(4), 7: repair(7), 8: repair(8)}
    text = settled(one, made=near, shift=0.5)
    row = module.as_rows(text, [Reading(one, True, 1.5, 9.0, False, -9.0, 0.25)])[0]
    count = len(Features._fields)
    assert row[:count].tolist() == [float(at) for at in range(count)]
    odds = [-7.0, math.log(9.0), math.log(0.97 / 0.03)]
    assert row[count : count + 12].tolist() == pytest.approx([*odds, 0.5, 0.5, 6.0, 0.0, -6.0, 0.25, 1.5, 1.0, 1.0])
    assert row[count + 12] == 0.0  # marks
    assert row[-4:].tolist() == pytest.approx([2.0, math.log(40), 0.25, 1.0])
    marks = one._replace(kind=Damage.MARKS, confidence=0.9999999, held=False)
    row = module.as_rows(text, [Reading(marks, False, 1.5, 9.0, True, -9.0, 0.25)])[0]
    assert row[count + 1] == 7.0
    assert row[count + 10 : count + 13].tolist() == [0.0, 0.0, 1.0]
    assert row[-1] == 0.0


@pytest.mark.parametrize(
    ("share", "odds"), [(0.5, 0.0), (0.0, math.log(1e-6 / (1 - 1e-6))), (1.0, math.log(0.9999 / 0.0001))]
)
def test_log_odds_are_bounded(share: float, odds: float) -> None:
    assert module._log_odds(share) == pytest.approx(odds)
