"""The wide scorer's weights reach the right candidates, and nothing changes where it has no say."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from vntextclean.lm.model import Model
from vntextclean.lm.text import scan
from vntextclean.restoration import rescore
from vntextclean.restoration.rescore import ABSENT, WEIGHT, Rescorer
from vntextclean.restoration.wide_net import Scores, Wide

FORMS = ["nhúng", "nhưng", "những"]


class Net(Wide):
    """A net of one key that remembers what it was shown."""

    def __init__(self) -> None:
        self.keys, self.forms = ["<pad>", "<unknown>", "<number>", "nhung"], FORMS
        self.starts = np.array([0, 0, 0, 0, len(FORMS)])
        self.seen: tuple[Any, ...] = ()

    def scores(self, *shown: Any) -> Scores:
        """The same answer everywhere: những, by far."""
        self.seen = shown
        count = len(shown[2])
        logp = np.log(np.array([[0.01, 0.09, 0.9]], np.float32)).repeat(count, 0)
        return Scores(np.zeros(count, np.int64), np.full(count, 3), logp)


@pytest.fixture(scope="module")
def model() -> Model:
    return Model.open()


@pytest.fixture
def net(model: Model, monkeypatch: pytest.MonkeyPatch) -> Net:
    net = Net()
    monkeypatch.setattr(rescore, "_net", lambda model: rescore._linked(model, net))
    return net


def question(model: Model, found: scan.Scan, word: int, forms: list[str]) -> tuple[Any, Any]:
    return found.at[word : word + 1], np.array([[*model.ids(forms), 0]], np.int32)


def test_the_net_weighs_the_candidates_of_the_right_word(model: Model, net: Net) -> None:
    found = model.scan("Tôi mua nhung thứ cần.")
    at, ids = question(model, found, 2, ["nhưng", "những"])
    weights = Rescorer(found, model)(at, ids)
    assert weights[0, 1] - weights[0, 0] == pytest.approx(WEIGHT * np.log(10), abs=1e-4)


def test_the_net_reads_letters_case_and_marks(model: Model, net: Net) -> None:
    found = model.scan("Nhưng, 20 nhung.")
    at, ids = question(model, found, 2, FORMS)
    Rescorer(found, model)(at, ids)
    key, look, asked, ends = net.seen
    assert key.tolist() == [3, 2, 3]
    assert look.tolist() == [scan.TITLE + 8, 4, 0]
    assert (asked.tolist(), ends.tolist()) == ([2], [3])


def test_a_form_the_net_does_not_know_is_unlikely_not_impossible(model: Model, net: Net) -> None:
    found = model.scan("nhung")
    at, ids = question(model, found, 0, ["những", "nhửng" if model.ids(["nhửng"])[0] >= 8 else "nhùng"])
    weights = Rescorer(found, model)(at, ids)
    assert weights[0, 1] - weights[0, 0] == pytest.approx(WEIGHT * (ABSENT - np.log(0.9)), abs=1e-3)


def test_without_a_net_nothing_weighs(model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rescore, "_net", lambda model: None)
    found = model.scan("nhung")
    at, ids = question(model, found, 0, FORMS)
    assert not Rescorer(found, model)(at, ids).any()


def test_the_net_compares_only_words_of_the_same_letters(model: Model, net: Net) -> None:
    found = model.scan("Tôi mua nhung thứ cần.")
    pairs = np.stack([model.ids(["nhưng", "những"]), model.ids(["nhưng", "nhang"])]).astype(np.int32)
    assert Rescorer(found, model).compares(found.at[[2, 2]], pairs).tolist() == [True, False]
    assert not Rescorer(found, model).compares(found.at[[1]], pairs[:1]).any()
    assert net.seen == ()  # told without reading the words around


def test_without_a_net_nothing_is_compared(model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rescore, "_net", lambda model: None)
    found = model.scan("nhung")
    at, ids = question(model, found, 0, FORMS)
    assert Rescorer(found, model).compares(at, ids).tolist() == [False]
