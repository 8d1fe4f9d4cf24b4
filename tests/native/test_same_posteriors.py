"""The lattice's posteriors are the same with and without the kernel, on any processor: to the last bit."""

from __future__ import annotations

from unittest import mock

import numpy as np
import pytest

from vntextclean.lm import kernel
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import SENTENCE
from vntextclean.restoration.forward_backward import exponential
from vntextclean.restoration.lattice import Lattice


def test_the_exponential_is_that_of_mathematics_but_for_the_last_bit() -> None:
    x = np.append(np.linspace(-86.9, 0, 40_001), [-0.0, -1e-30]).astype(np.float32)
    exact = np.exp(x.astype(np.float64))
    np.testing.assert_allclose(exponential(x), exact, rtol=1.2e-7, atol=0)
    assert exponential(np.array([-87, -500, -np.inf], np.float32)).tolist() == [0, 0, 0]


@pytest.mark.skipif(kernel.native is None, reason="the kernel was not compiled here, or is turned off")
@pytest.mark.parametrize("keep", [2, 3, 6, 9, 16])
@pytest.mark.parametrize("spread", [0.5, 6.0, 30.0])
def test_kernel_and_numpy_have_the_same_posteriors(keep: int, spread: float) -> None:
    model, rng = Model.open(), np.random.default_rng(keep)
    length = 160
    ids = rng.integers(8, 900, (length, keep)).astype(np.int32)
    ids[np.arange(keep) >= rng.integers(1, keep + 1, length)[:, None]] = 0
    ids[:: length // 4] = 0
    ids[:: length // 4, 0] = SENTENCE
    weight = rng.normal(0, spread, ids.shape).astype(np.float32)
    at = np.arange(5, length - 1, 40)
    added = rng.normal(0, spread, (len(at), keep)).astype(np.float32)

    def both() -> tuple[np.ndarray, np.ndarray]:
        lattice = Lattice(model, ids, weight, keep=keep, margin=60.0)
        return lattice.posterior(), lattice.posterior(at, added[:, : lattice.ids.shape[1]])

    ours = both()
    with mock.patch.object(kernel, "native", None):
        theirs = both()
    assert (ours[0].max(1) < 0.999).any()
    for one, other in zip(ours, theirs, strict=True):
        np.testing.assert_array_equal(one, other)
