"""Fitted odds bound what they are asked about and what they claim, and refuse numbers that are not theirs."""

from __future__ import annotations

from typing import Any
from unittest import mock

import numpy as np
import pytest

from vntextclean.errors import ModelError
from vntextclean.filters.diacritics.evidence.features import KINDS, WIDTH, Confidence, Features, as_rows
from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.lm import kernel
from vntextclean.lm.calibration import MOST, Calibrator

ARRAYS = {
    "low": np.array([-2.0, 0.0]),
    "high": np.array([9.0, 1.0]),
    "straight": np.array([-1.0, 1.0, 0.5]),
    "bent": np.array([[0.0], [0.3], [-0.2]]),
    "out": np.array([2.0]),
}


def without(name: str, **changed: Any) -> dict[str, Any]:
    return {key: array for key, array in {**ARRAYS, **changed}.items() if key != name}


def test_nothing_is_inferred_from_beyond_what_was_seen() -> None:
    odds = Calibrator(ARRAYS, 2)
    assert odds(np.array([9.0, 1.0])) == odds(np.array([500.0, 7.0]))
    assert odds(np.array([-2.0, 0.0])) == odds(np.array([-500.0, -7.0]))


def test_nothing_is_ever_quite_certain() -> None:
    certain = Calibrator({**ARRAYS, "straight": np.array([90.0, 0.0, 0.0])}, 2)
    assert certain(np.array([0.0, 0.0])) == MOST < 1


def test_more_gain_is_never_worth_less_here() -> None:
    odds = Calibrator(ARRAYS, 2)
    claimed = [odds(np.array([gain, 0.5])) for gain in range(-2, 10)]
    assert claimed == sorted(claimed)


@pytest.mark.parametrize(
    ("arrays", "said"),
    [
        pytest.param(without("bent"), "has no part 'bent'", id="a part is missing"),
        pytest.param(without("", out=np.zeros(3)), "has parts of the shapes", id="parts do not fit together"),
        pytest.param(without("", straight=np.array([np.nan, 1, 1])), "no number", id="a part holds no number"),
    ],
)
def test_numbers_of_another_version_are_refused(arrays: dict[str, Any], said: str) -> None:
    with pytest.raises(ModelError, match=said):
        Calibrator(arrays, 2)


def test_a_lost_letter_is_claimed_by_its_gain() -> None:
    confidence = Confidence.shipped()
    signs = Features(
        gain=12.0, lead=9.0, wide=1.0, known_left=False, known_right=False, illegal=True, name=False, upper=False,
        repeated=False, vowelless=True, log_prob=-9.0, rival_log_prob=-7.0, length=2, edges=0, swap=False, foreign=0.0,
        behind_number=False, people=-8.0, scan=-7.0, usage=0.0, strange=0.0,
    )  # fmt: skip
    faint = signs._replace(gain=3.0, lead=0.5, wide=-4.0)
    sure, unsure = confidence([Damage.LETTER, Damage.LETTER], [signs, faint])
    assert sure > 0.98
    assert unsure < 0.5


def test_several_are_weighed_as_each_by_itself() -> None:
    odds = Calibrator(ARRAYS, 2)
    rows = np.array([[1.0, 0.2], [7.0, 0.9], [-5.0, 3.0]])
    assert odds.shares(rows) == pytest.approx([odds(row) for row in rows])


def test_each_kind_has_a_place_of_its_own() -> None:
    signs = Features(*np.zeros(len(Features._fields)).tolist())
    places = {
        int(as_rows([kind], [signs._replace(illegal=illegal)])[0, len(Features._fields) :].argmax())
        for kind in KINDS
        for illegal in (False, True)
    }
    assert len(places) == 2 * len(KINDS) == WIDTH - len(Features._fields)


def test_the_kernel_and_numpy_agree() -> None:
    if kernel.native is None:
        pytest.skip("the kernel was not compiled here, or is turned off")
    odds = Confidence.shipped()._calibrator
    rows = np.random.default_rng(3).normal(0, 6, (200, WIDTH))
    rows[:20] = np.inf
    rows[20:40] = -np.inf
    rows[40:60, 5] = np.nan
    compiled = odds.shares(rows)
    with mock.patch.object(kernel, "native", None):
        reference = odds.shares(rows)
    assert compiled == pytest.approx(reference, abs=1e-12, nan_ok=True)
    assert odds.shares(rows[:0]) == []


def test_rows_of_another_width_are_refused() -> None:
    with pytest.raises(ValueError, match=r"width|shape|operands"):
        Calibrator(ARRAYS, 2).shares(np.zeros((1, 3)))


def test_signs_are_weighed_as_the_rows_that_are_made_of_them() -> None:
    confidence = Confidence.shipped()
    numbers = np.random.default_rng(5).normal(0, 4, (40, len(Features._fields))).tolist()
    signs = [Features(*row)._replace(illegal=number % 2 > 0) for number, row in enumerate(numbers)]
    kinds = [KINDS[number % len(KINDS)] for number in range(40)]
    assert confidence(kinds, signs) == confidence._calibrator.shares(as_rows(kinds, signs))


def test_signs_that_are_no_numbers_or_too_many_are_refused() -> None:
    calibrator = Calibrator(ARRAYS, 2)
    if kernel.native is None:
        pytest.skip("the kernel was not compiled here, or is turned off")
    for signs, places in (((1.0, 2.0, 3.0), [0]), ((1.0,), [2]), ((1.0,), [-1]), ((1.0,), [])):
        with pytest.raises(ValueError, match="width"):
            calibrator.shares_of_signs([signs], places)
    with pytest.raises(TypeError):
        calibrator.shares_of_signs([("one",)], [0])  # type: ignore[list-item]
