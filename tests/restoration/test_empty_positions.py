"""Positions of a lattice without candidates: numpy and the kernel answer alike, and neither fails."""

from __future__ import annotations

import numpy as np
import pytest

from vntextclean.lm import kernel
from vntextclean.lm.model import Model
from vntextclean.restoration.prune import LOG_ZERO, prune


@pytest.mark.parametrize("seed", range(40))
def test_a_position_without_candidates(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(seed)
    ids = rng.integers(8, 400, (rng.integers(2, 9), 4)).astype(np.int32)
    ids[rng.random(ids.shape) < 0.6] = 0
    ids[0, 0] = 9
    weight = np.where(ids > 0, rng.normal(size=ids.shape), LOG_ZERO).astype(np.float32)
    one = prune(Model.open(), ids, weight, 3, 12.0)
    monkeypatch.setattr(kernel, "native", None)
    other = prune(Model.open(), ids, weight, 3, 12.0)
    assert np.array_equal(one.ids, other.ids)
    assert np.array_equal(one.hit, other.hit)
    assert np.allclose(one.pair, other.pair, atol=1e-3)
