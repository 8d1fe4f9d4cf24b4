"""The weights of the net: made when they are asked for, and all of them where numpy multiplies."""

from __future__ import annotations

import numpy as np
import pytest

from vntextclean.lm import kernel
from vntextclean.lm.model import Model
from vntextclean.lm.proofreader.net import Proof
from vntextclean.lm.proofreader.weights import Weights


def test_matrices_are_transposed_and_tables_keep_their_rows() -> None:
    numbers, scale = np.array([[1, -2, 3], [4, 5, -6]], np.int8), np.array([0.5, 2], np.float32)
    arrays = {
        "own.weight": numbers, "own.weight.scale": scale, "look.weight": numbers, "look.weight.scale": scale,
        "own.bias": np.array([1, 2], np.float16), "words": np.zeros(3, np.uint8),
    }  # fmt: skip
    weights = Weights(arrays)
    assert weights["own.weight"].tolist() == [[0.5, 8], [-1, 10], [1.5, -12]]
    assert weights["look.weight"].tolist() == [[0.5, -1, 1.5], [8, 10, -12]]
    assert (weights.rows("own.weight"), weights.rows("look.weight"), weights.rows("own.bias")) == (3, 2, 2)
    weights.make_all()
    assert set(weights) == {"own.weight", "look.weight", "own.bias"}
    assert all(each.dtype == np.float32 and each.flags.c_contiguous for each in weights.values())


@pytest.mark.parametrize(("missing", "error"), [("own.weight.scale", KeyError), (None, ValueError)])
def test_weights_that_do_not_fit_are_refused_when_all_are_made(missing: str | None, error: type[Exception]) -> None:
    arrays = {"own.weight": np.zeros((2, 3), np.int8), "own.weight.scale": np.zeros(5, np.float32)}
    with pytest.raises(error):
        Weights({name: each for name, each in arrays.items() if name != missing}).make_all()


@pytest.mark.skipif(kernel.native is None, reason="numpy multiplies, and needs them all")
def test_the_kernel_needs_no_large_matrix() -> None:
    made = Proof(Model.open().file.group("proof"))._full
    assert "look.weight" in made
    assert not {"local.weight", "own.weight", "query.weight", "wide1.0.weight"} & set(made)
