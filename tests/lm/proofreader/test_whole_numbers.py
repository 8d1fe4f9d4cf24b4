"""The kernel sums words as whole numbers and leaves out what is not above 0: its answers are those of numpy."""

from __future__ import annotations

import numpy as np
import pytest

from tests.lm.proofreader import test_net
from vntextclean.lm import kernel
from vntextclean.lm.proofreader.net import Answers, Proof, Task

#: Widths of words and of rows: those that part into thirty-two, into four, and not even into four.
WIDTHS = [(8, 12), (32, 40), (64, 96), (6, 10)]
#: What is added to the sums of a block's first layer: all are above 0, some are, few, none.
BIASES = [40.0, 0.0, -4.0, -1000.0]


def answers(net: Proof, task: Task) -> Answers:
    word, look = test_net.text(40)
    return test_net.ask(net, word, look, [0, 1, 7, 20, 21, 22, 23, 39], task)


@pytest.mark.parametrize("bias", BIASES)
@pytest.mark.parametrize(("width", "hidden"), WIDTHS)
def test_answers_are_those_of_numpy(monkeypatch: pytest.MonkeyPatch, width: int, hidden: int, bias: float) -> None:
    monkeypatch.setattr(test_net, "WIDTH", width)
    monkeypatch.setattr(test_net, "HIDDEN", hidden)
    arrays = test_net.arrays()
    arrays["wide1.0.bias"] += np.float32(bias)
    net = Proof(arrays)
    for task in Task:
        found = answers(net, task)
        with monkeypatch.context() as without:
            without.setattr(kernel, "native", None)
            wanted = answers(net, task)
        assert np.allclose(found.score, wanted.score, rtol=1e-4, atol=1e-3)
        assert np.allclose(found.gate, wanted.gate, rtol=1e-4, atol=1e-3)


@pytest.mark.parametrize("gain", [0.0, 1e-30, 1e30])
def test_rows_that_cannot_be_rounded_are_reckoned_whole(monkeypatch: pytest.MonkeyPatch, gain: float) -> None:
    arrays = test_net.arrays()
    arrays["gains.0"][:] = gain
    arrays["wide2.0.weight"][:] = 0
    net = Proof(arrays)
    found = answers(net, Task.REPAIR)
    monkeypatch.setattr(kernel, "native", None)
    test_net.same(found, answers(net, Task.REPAIR))
