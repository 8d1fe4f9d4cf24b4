"""Tables of four-bit numbers give back what was packed, as near as four bits can."""

from __future__ import annotations

import numpy as np
import pytest

from vntextclean.lm.int4 import Mixed, Nibbles, pack


def test_whole_numbers_come_back_as_they_were() -> None:
    values = np.array([[-7, 7, 0, 1], [7, -1, -2, 3]], np.float32)
    table = Nibbles(*pack(values))
    assert table.shape == (2, 4)
    assert table.rows(np.array([1, 0])) == pytest.approx(values[::-1], abs=1e-5)


def test_rows_of_many_indices_keep_their_shape() -> None:
    table = Nibbles(*pack(np.arange(12, dtype=np.float32).reshape(3, 4)))
    assert table.rows(np.zeros((2, 5), np.int64)).shape == (2, 5, 4)
    assert table.rows(np.zeros(0, np.int64)).shape == (0, 4)


def test_ordinary_rows_lose_an_eighth_at_most() -> None:
    values = np.random.default_rng(1).normal(size=(200, 96)).astype(np.float32)
    table = Nibbles(*pack(values))
    loss = np.linalg.norm(table.rows(np.arange(200)) - values) / np.linalg.norm(values)
    assert 0 < loss < 0.125


def test_a_row_of_zeros_stays_one() -> None:
    assert not Nibbles(*pack(np.zeros((1, 4), np.float32))).rows(np.array([0])).any()


def test_scales_that_do_not_fit_are_refused() -> None:
    packed, scale = pack(np.ones((2, 4), np.float32))
    with pytest.raises(ValueError, match="do not fit together"):
        Nibbles(packed, scale[:1])


def test_common_rows_are_kept_finer() -> None:
    values = np.random.default_rng(2).normal(size=(6, 8)).astype(np.float32)
    scale = np.abs(values[:2]).max(1) / 127
    fine = np.round(values[:2] / scale[:, None]).astype(np.int8)
    table = Mixed(np.array([0, 2, 1, 3, 4, 5], np.uint16), fine, scale, Nibbles(*pack(values[2:])))
    rows = table.rows(np.array([2, 0, 5]))
    assert rows[:2] == pytest.approx(values[[1, 0]], abs=0.02)
    assert rows[2] == pytest.approx(values[5], abs=0.3)
    with pytest.raises(ValueError, match="do not fit together"):
        Mixed(np.array([0, 6, 1, 3, 4, 5], np.uint16), fine, scale, Nibbles(*pack(values[2:])))
