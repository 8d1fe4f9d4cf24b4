"""What the net of ``restore`` may tell apart from other words, and where it does, with the net given."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from tests.filters.diacritics.decided import TEXT, page, repair, signs
from tests.filters.diacritics.reading_anew.test_restored_borders import LONG, Net
from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.filters.diacritics.proposing.suspects import Suspect
from vntextclean.filters.diacritics.reading_anew import restored as module
from vntextclean.lm.model import Model
from vntextclean.restoration import rescore

SIGNS = signs()._replace(length=2)


@pytest.mark.parametrize(
    ("change", "nats", "text", "told"),
    [
        pytest.param({}, 0.7, LONG, True, id="all is so"),
        pytest.param({}, 0.69, LONG, False, id="its page shows too little"),
        pytest.param({}, 0.7, TEXT, False, id="a short text"),
        pytest.param({"kind": Damage.SOUND}, 0.7, LONG, False, id="a sound"),
        pytest.param({"usual": 0.994}, 0.7, LONG, False, id="a letter, not sure enough"),
        pytest.param({"kind": Damage.MARKS, "usual": 0.985}, 0.7, LONG, True, id="marks, sure enough"),
        pytest.param({"kind": Damage.TONE, "usual": 0.985}, 0.7, LONG, True, id="a tone, sure enough"),
        pytest.param({"kind": Damage.TONE, "usual": 0.984}, 0.7, LONG, False, id="a tone, not sure enough"),
        pytest.param({"signs": None}, 0.7, LONG, False, id="nothing is told of it"),
        pytest.param({"held": True}, 0.7, LONG, False, id="it is held"),
        pytest.param({"either": True}, 0.7, LONG, False, id="it may be meant"),
        pytest.param({"signs": SIGNS._replace(name=True)}, 0.7, LONG, False, id="a name"),
        pytest.param({"signs": SIGNS._replace(upper=True)}, 0.7, LONG, False, id="capitals"),
        pytest.param({"signs": SIGNS._replace(length=1)}, 0.7, LONG, False, id="one letter"),
    ],
)
def test_what_the_net_may_tell_apart(change: dict[str, Any], nats: float, text: str, told: bool) -> None:
    one = repair(usual=0.995, signs=SIGNS)._replace(**change)
    scan = Model.open().scan(text)
    assert module.told_by_net(scan, page(shift=nats), [one]) == ({5: one} if told else {})


class Apart(Net):
    """A net that scores the readings of a word as they are given."""

    def __init__(self, scores: list[float]) -> None:
        super().__init__(0.0, lambda number: True)
        self.scores = scores

    def compared(self, at: Any, pairs: Any, absent: float) -> Any:
        self.pairs = pairs.tolist()
        return np.array([self.scores])


@pytest.mark.parametrize(
    ("gains", "net", "found"),
    [
        pytest.param([9.0, 7.0, 6.5], -1.0, True, id="both together find it likelier by two and a half"),
        pytest.param([9.0, 7.1, 6.5], -1.0, False, id="by less"),
        pytest.param([9.0, 6.5, 6.5], -0.7, True, id="the net alone by as much as it must"),
        pytest.param([9.0, 6.5, 6.5], -0.6, False, id="by less"),
        pytest.param([9.0, 6.5, 6.6], -0.7, False, id="a word of other letters comes near"),
        pytest.param([9.0, 20.0, 6.5], -30.0, True, id="the net makes good for the n-gram"),
    ],
)
def test_a_word_is_told_apart(monkeypatch: pytest.MonkeyPatch, gains: list[float], net: float, found: bool) -> None:
    """Candidates of "cng": *cùng*, which is meant, *cũng* of the same letters, and one of others."""
    model = Model.open()
    ids = model.ids(["cùng", "cũng", "cáng"])
    asked = Apart([0.0, net, 0.0])
    monkeypatch.setattr(rescore, "Rescorer", asked)
    monkeypatch.setattr(rescore, "WEIGHT", 0.5)
    one = repair(8, "cùng", 0.6)
    each = Suspect(8, ids.astype(np.int64), np.array(gains, np.float32), -20.0, False, False)
    scan = model.scan(TEXT.replace(" từ ", " cng "))
    made = module.told_apart(scan, model, scan.lower, [(one, each)])
    assert made == ([one._replace(confidence=0.985)] if found else [])
    assert asked.pairs == [[int(ids[0]), int(ids[1]), int(ids[0])]]


def test_a_word_without_others_of_its_letters_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    model = Model.open()
    monkeypatch.setattr(rescore, "Rescorer", Apart([0.0, 0.0]))
    scan = model.scan(TEXT.replace(" từ ", " cng "))
    ids = model.ids(["cùng", "cáng"]).astype(np.int64)
    each = Suspect(8, ids, np.array([9.0, 0.0], np.float32), -20.0, False, False)
    assert module.told_apart(scan, model, scan.lower, [(repair(8, "cùng", 0.6), each)]) == []
    assert module.told_apart(scan, model, scan.lower, [(repair(8, "từng", 0.6), each)]) == []


def test_a_surer_one_stays_as_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    model = Model.open()
    monkeypatch.setattr(rescore, "Rescorer", Apart([0.0, -9.0]))
    scan = model.scan(TEXT.replace(" từ ", " cng "))
    ids = model.ids(["cùng", "cũng"]).astype(np.int64)
    each = Suspect(8, ids, np.array([9.0, 0.0], np.float32), -20.0, False, False)
    (found,) = module.told_apart(scan, model, scan.lower, [(repair(8, "cùng", 0.99), each)])
    assert found.confidence == 0.99
