"""The proofreader's opinion reaches the right candidates, and nothing changes where it has no say."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from vntextclean.lm.model import Model
from vntextclean.lm.proofreader import proofreader
from vntextclean.lm.proofreader.net import NO_FORM, UNKNOWN_ROW, Answers, Proof, Task
from vntextclean.lm.proofreader.proofreader import Proofreader

WORDS = ["nhúng", "nhưng", "những", "mua"]


class Net(Proof):
    """A net of four words, three of them candidates, that wants những and remembers what it was shown."""

    def __init__(self) -> None:
        self.words, self.forms, self.rows = WORDS, np.array([0, 1, 2]), 4
        self.seen: tuple[Any, ...] = ()

    def answers(self, *shown: Any) -> Answers:
        """The same answer everywhere."""
        self.seen = shown
        form = shown[4]
        return Answers(np.choose(form, [7.0, -1.0, 0.0, 5.0]).astype(np.float32), np.ones(len(form), np.float32))


@pytest.fixture(scope="module")
def model() -> Model:
    return Model.open()


@pytest.fixture
def net(model: Model, monkeypatch: pytest.MonkeyPatch) -> Net:
    net = Net()
    monkeypatch.setattr(proofreader, "_net", lambda model: proofreader._linked(model, net))
    return net


def question(model: Model, text: str, forms: list[str]) -> Answers:
    """What is said of candidates of the third word."""
    scan = model.scan(text)
    ids = np.array([[*model.ids(forms).tolist(), 0]])
    return Proofreader(scan, model)(Task.REPAIR, scan.lower, np.array([2]), ids, np.zeros(ids.shape, np.float32))


def test_each_candidate_gets_its_own_score(model: Model, net: Net) -> None:
    answers = question(model, "Tôi mua nhung thứ cần.", ["nhưng", "những"])
    assert answers.score[0, :2].tolist() == [0.0, 5.0]


def test_a_candidate_the_net_does_not_know_is_as_good_as_the_worst_it_knows(model: Model, net: Net) -> None:
    answers = question(model, "Tôi mua nhung thứ cần.", ["những", "nhung", "nhưng"])
    assert answers.score[0, :3].tolist() == [5.0, 0.0, 0.0]


def test_the_net_reads_the_words_it_knows(model: Model, net: Net) -> None:
    question(model, "Tôi mua nhung thứ cần. Nhưng", ["nhưng"])
    word, look = net.seen[:2]
    assert word.tolist() == [UNKNOWN_ROW, UNKNOWN_ROW + 4, UNKNOWN_ROW, UNKNOWN_ROW, UNKNOWN_ROW, UNKNOWN_ROW + 2]
    assert look[0] == 1 + 8
    assert look[1] == 0
    assert look[-1] == 1 + 8


def test_without_a_net_nothing_is_added(model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proofreader, "_net", lambda model: None)
    answers = question(model, "Tôi mua nhung thứ cần.", ["nhưng", "những"])
    assert not answers.added(np.log(np.array([[0.5, 0.4, 0.1]], np.float32))).any()


def test_a_net_made_for_other_words_is_linked_as_far_as_it_goes(model: Model) -> None:
    net = Net()
    net.words = ["những", "qqqq", "nhưng", "mua"]
    linked = proofreader._linked(model, net)
    assert linked.form_of[model.ids(["những", "nhưng"])].tolist() == [NO_FORM + 1, NO_FORM + 3]
    assert (linked.word_of != UNKNOWN_ROW).sum() == 3
