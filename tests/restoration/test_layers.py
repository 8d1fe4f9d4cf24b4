"""A layer of the wide-context net gives the same by the kernel and by numpy, and does not read outside its rows."""

from __future__ import annotations

import numpy as np
import pytest

from vntextclean.lm import kernel
from vntextclean.restoration.layers import Layer, normal

WIDTH = 24
RNG = np.random.default_rng(3)
X = RNG.normal(size=(31, WIDTH)).astype(np.float32)


def layer(reads: int, outputs: int = 40) -> Layer:
    return layer_of(reads * WIDTH, outputs)


def layer_of(inputs: int, outputs: int) -> Layer:
    weights = RNG.integers(-127, 128, (outputs, inputs)).astype(np.int8)
    scale = RNG.uniform(0.001, 0.002, outputs).astype(np.float32)
    return Layer(weights, scale, RNG.normal(size=outputs).astype(np.float32))


@pytest.mark.parametrize("positive", [False, True])
@pytest.mark.parametrize(("reads", "step"), [(1, 1), (5, 1), (3, 4)])
@pytest.mark.parametrize("places", [None, [0], [3, 4, 5], [0, 7, 8, 20, 30], []])
def test_the_kernel_multiplies_as_numpy_does(
    places: list[int] | None, reads: int, step: int, positive: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = layer(reads)
    at = None if places is None else np.array(places, np.int64)
    compiled = made(X, at, step, positive=positive)
    assert compiled.shape == (len(X) if places is None else len(places), 40)
    monkeypatch.setattr(kernel, "native", None)
    np.testing.assert_allclose(made(X, at, step, positive=positive), compiled, atol=2e-5)


def test_rows_that_are_not_there_count_as_zero() -> None:
    made, bordered = layer(3), np.pad(X, ((8, 8), (0, 0)))
    places = np.array([0, 15, 30], np.int64)
    np.testing.assert_allclose(made(X, places, 8), made(bordered, places + 8, 8), atol=2e-5)


def test_a_row_comes_out_the_same_whatever_is_asked_beside() -> None:
    """To the last bit by the kernel; the library under numpy adds one row in another order than many."""
    made, places = layer(3), np.arange(len(X))
    together = made(X, places, 2)
    off = 0.0 if kernel.native is not None else 2e-5
    for place in places:
        np.testing.assert_allclose(made(X, places[place : place + 1], 2)[0], together[place], rtol=0, atol=off)


@pytest.mark.parametrize("real", [True, False])
def test_the_kernel_normalises_as_numpy_does(real: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    gains = RNG.uniform(0.5, 1.5, WIDTH).astype(np.float32)
    which = (np.arange(len(X))[:, None] % 3 > 0).astype(np.float32) if real else None
    compiled = normal(X, gains, which)
    if which is not None:
        assert not compiled[::3].any()
    monkeypatch.setattr(kernel, "native", None)
    np.testing.assert_allclose(normal(X, gains, which), compiled, atol=2e-6)


def test_parts_that_do_not_fit_are_refused() -> None:
    ones = np.ones(4, np.float32)
    with pytest.raises(ValueError, match="unequal"):
        Layer(np.ones((4, 8), np.int8), ones, ones[:3])


@pytest.mark.skipif(kernel.native is None, reason="it is the kernel that refuses")
@pytest.mark.parametrize("place", [-1, len(X)])
def test_the_kernel_refuses_a_place_that_is_not_there(place: int) -> None:
    with pytest.raises(ValueError, match="not there"):
        layer(3)(X, np.array([place], np.int64))


@pytest.mark.parametrize("step", [1, 4])
@pytest.mark.parametrize("places", [[0], [3, 4, 5, 6, 7], [0, 7, 8, 20, 30], []])
def test_two_layers_at_once_add_what_one_after_the_other_makes(places: list[int], step: int) -> None:
    first, last, at = layer(3), layer_of(40, WIDTH), np.array(places, np.int64)
    ours = np.pad(X, ((2, 0), (0, 0)))
    theirs = ours.copy()
    first.add_to(ours, last, X, 2, at + 2, step)
    theirs[at + 2] += last(first(X, at, step, positive=True))
    np.testing.assert_array_equal(ours, theirs)


@pytest.mark.skipif(kernel.native is None, reason="it is the kernel that refuses")
def test_the_kernel_refuses_two_layers_that_do_not_fit() -> None:
    first, last, x = layer(3), layer_of(40, WIDTH), X.copy()
    for begin, place in ((-1, 0), (len(X), len(X)), (2, 2), (0, -1), (0, len(X))):
        with pytest.raises(ValueError, match="not there"):
            first.add_to(x, last, X, begin, np.array([place], np.int64), 1)
    with pytest.raises(ValueError, match="another length"):
        first.add_to(x, layer_of(39, WIDTH), X, 0, np.array([3], np.int64), 1)
    np.testing.assert_array_equal(x, X)


@pytest.mark.skipif(kernel.native is None, reason="it is the kernel that is compared")
def test_means_are_those_of_numpy_to_the_last_bit() -> None:
    low, high, out = np.array([0, 3, 30]), np.array([31, 20, 31]), np.empty((3, WIDTH), np.float32)
    kernel.native.wide_net_means(X, WIDTH, low, high, out)
    for first, last, mean in zip(low, high, out, strict=True):
        np.testing.assert_array_equal(mean, X[first:last].sum(0) / np.float32(last - first))


@pytest.mark.skipif(kernel.native is None, reason="it is the kernel that refuses")
@pytest.mark.parametrize(("low", "high"), [(-1, 2), (3, 3), (4, 3), (0, len(X) + 1), (np.iinfo(np.int64).max, 0)])
def test_the_kernel_refuses_means_of_rows_that_are_not_there(low: int, high: int) -> None:
    with pytest.raises(IndexError, match="not there"):
        kernel.native.wide_net_means(X, WIDTH, np.array([low]), np.array([high]), np.empty((1, WIDTH), np.float32))
