"""The trees of the classifier: read back as stored, and summed by the kernel as by numpy."""

from __future__ import annotations

import numpy as np
import pytest

from vntextclean.filters.boilerplate.deciding.classifier import Trees
from vntextclean.lm import kernel


def test_trees_are_read_back_as_they_were_stored() -> None:
    chance = np.random.default_rng(3)
    made = Trees(chance.integers(0, 9, (5, 3)), chance.normal(size=(5, 3)), chance.normal(size=(5, 8)), 0.5)
    rows = chance.normal(size=(1300, 9)).astype(np.float32)
    assert np.array_equal(made.log_odds(rows), Trees(**made.arrays()).log_odds(rows))


@pytest.mark.skipif(kernel.native is None, reason="no kernel was compiled here")
def test_the_kernel_adds_up_trees_as_numpy_does(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = np.random.default_rng(5)
    for depth, trees, features, rows in ((1, 1, 1, 1), (3, 7, 4, 16), (7, 40, 30, 45), (7, 19, 5, 514), (2, 9, 3, 31)):
        made = Trees(
            chance.integers(0, features, (trees, depth)),
            chance.normal(size=(trees, depth)),
            chance.normal(size=(trees, 2**depth)),
            0.25,
        )
        page = chance.normal(size=(rows, features)).astype(np.float32)
        compiled = made.log_odds(page)
        with monkeypatch.context() as patch:
            patch.setattr(kernel, "native", None)
            assert made.log_odds(page).tolist() == compiled.tolist()
        half = features // 2
        assert made.log_odds(page[:, half:], page[:, :half]).tolist() == compiled.tolist()


@pytest.mark.skipif(kernel.native is None, reason="no kernel was compiled here")
def test_the_kernel_refuses_trees_and_rows_that_do_not_fit() -> None:
    features, borders, leaves = np.array([0, 2]), np.zeros(2, np.float32), np.zeros(4, np.float32)
    own = kernel.native.trees(features, borders, leaves, 1)
    for arguments in (
        (features, borders, leaves, 3),
        (features, borders, leaves[:2], 1),
        (-features, borders, leaves, 1),
    ):
        with pytest.raises(ValueError, match="do not fit"):
            kernel.native.trees(*arguments)
    none, some = np.zeros(0, np.float32), np.zeros((3, 2), np.float32)
    for halves, count in (((none, some), 4), ((some, none), 4), ((none, some), 3), ((some, none), 3)):
        with pytest.raises(ValueError, match="do not fit"):
            kernel.native.tree_sums((own,), *halves, np.zeros(count, np.float32))
    for ensembles in ((), (own, own)):
        with pytest.raises(ValueError, match="do not fit"):
            kernel.native.tree_sums(ensembles, none, some, np.zeros(3, np.float32))


@pytest.mark.skipif(kernel.native is None, reason="no kernel was compiled here")
def test_the_kernel_ranks_any_borders_and_any_features_as_numpy_compares_them(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = np.random.default_rng(7)
    odd = np.array([np.nan, np.inf, -np.inf, 0.0, -0.0, 1e-45], np.float32)
    trees, rows = 100, 1100  # of one feature more borders than a byte counts; more rows than are summed at once
    for depth in (7, 8):
        borders = chance.normal(size=(trees, depth)).astype(np.float32)
        borders[: len(odd), 0] = odd
        made = Trees(chance.integers(0, 2, (trees, depth)), borders, chance.normal(size=(trees, 2**depth)), 0.0)
        page = chance.normal(size=(rows, 2)).astype(np.float32)
        page[: len(odd), 0] = page[-len(odd) :, 1] = odd
        page[100:150, 0] = borders[:50, 1]  # as great as a border is not above it
        compiled = made.log_odds(page)
        with monkeypatch.context() as patch:
            patch.setattr(kernel, "native", None)
            assert made.log_odds(page).tolist() == compiled.tolist()
