"""Which way the best rivals are asked for, and what the channel and the document add, with all answers given."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from tests.filters.diacritics.decided import TEXT, suspect
from vntextclean.filters.diacritics import best_rivals as module
from vntextclean.filters.diacritics.best_rivals import Opinion, best_rivals, weighed
from vntextclean.filters.diacritics.kinds.channel import Likelihood
from vntextclean.lm.model import Model

MODEL = Model.open()
FOUND = [suspect(3, (70, 71)), suspect(5, (80,))]


@pytest.mark.parametrize(
    ("net", "channel", "recalls", "by_kernel"),
    [
        pytest.param((1, 2), 3, False, True, id="the kernel has all"),
        pytest.param(None, 3, False, False, id="no net"),
        pytest.param((1, 2), None, False, False, id="no channel"),
        pytest.param((1, 2), 3, True, False, id="the document is asked too"),
    ],
)
def test_who_is_asked(monkeypatch: pytest.MonkeyPatch, net: Any, channel: Any, recalls: bool, by_kernel: bool) -> None:
    scan, asked = MODEL.scan(TEXT), []
    monkeypatch.setattr(module, "compiled_net", lambda model: net)
    monkeypatch.setattr(module, "compiled_channel", lambda spelled: channel)
    monkeypatch.setattr(module, "_step_by_step", lambda *given, recalls: asked.append(recalls) or ["step by step"])
    native = SimpleNamespace(best_rivals=lambda *given: [(70, 3.0, 2.0, 1.0, -4.0, -5.0)])
    monkeypatch.setattr(module, "kernel", SimpleNamespace(native=native))
    found: Any = best_rivals(MODEL, scan, FOUND, scan.lower, recalls=recalls)
    assert found == ([Opinion(70, 3.0, 2.0, 1.0, Likelihood(-4.0, -5.0))] if by_kernel else ["step by step"])
    assert asked == [] if by_kernel else [recalls]


@pytest.mark.parametrize(("recalls", "gains"), [(False, [3.0, 5.0, 2.0]), (True, [13.0, 5.0, 2.0])])
def test_what_the_document_has_elsewhere_counts_where_the_channel_says_nothing(
    monkeypatch: pytest.MonkeyPatch, recalls: bool, gains: list[float]
) -> None:
    scan, asked = MODEL.scan(TEXT), []
    added = np.array([0.0, 2.0, -1.0], np.float32), np.arange(6.0).reshape(3, 2)
    monkeypatch.setattr(module, "by_channel", lambda *given: added)

    def recalled(model: object, scan: object, each: Any, uses: Any) -> Any:
        assert uses.tolist() == np.bincount(MODEL.scan(TEXT).lower, minlength=MODEL.size).tolist()
        return np.full(len(each.candidates), 10.0, np.float32)

    def opinions(reader: object, task: object, lower: object, tokens: Any, written: Any, rivals: Any) -> Any:
        asked.append((tokens, written, rivals.gains.tolist()))
        return [SimpleOpinion((1, 4.0, 3.0, 2.0)), SimpleOpinion((0, 1.0, 0.5, 0.25))]

    class SimpleOpinion(tuple[float, ...]):
        __slots__ = ()

        @property
        def column(self) -> int:
            return int(self[0])

    monkeypatch.setattr(module, "recalled", recalled)
    monkeypatch.setattr(module, "opinions", opinions)
    found = module._step_by_step(MODEL, scan, FOUND, scan.lower, recalls=recalls)
    own = scan.lower.tolist()
    assert asked == [([3, 5], [own[3], own[5]], gains)]
    assert found == [
        Opinion(71, 4.0, 3.0, 2.0, Likelihood(2.0, 3.0)), Opinion(80, 1.0, 0.5, 0.25, Likelihood(4.0, 5.0)),
    ]  # fmt: skip


def test_what_the_channel_says_is_added(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "by_channel", lambda *given: (np.array([1.0, -2.0], np.float32), None))
    assert weighed(MODEL, MODEL.scan(TEXT), FOUND[0]).gains.tolist() == [4.0, 1.0]
