"""From signs to a confidence: a logistic regression with a few bent units beside it, fitted on held-out lines.

A straight sum of signs says that eight nats of the n-gram and none of the proofreader are worth as much as four of
each. They are not, and what a lead is worth depends on both. Some dozens of units that bend (hyperbolic tangents) learn
that: on held-out proposals, two points of recall at the same share of wrong repairs.
``model/calibration/fit.py`` fits them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from vntextclean.errors import ModelError

Row = npt.NDArray[np.float64]
Rows = npt.NDArray[np.float64]

#: No repair is ever claimed to be surer than this.
MOST = 0.9999


class Calibrator:
    """The fitted numbers of one question, from its named arrays (``ModelFile.group("calibration/…")``).

    ``low`` and ``high`` bound each sign by what was seen when it was fitted, so that nothing is inferred from beyond;
    ``straight`` weighs a constant and the signs, ``bent`` leads from them to the bending units, which ``out`` weighs.

    >>> arrays = {"low": [-1.0], "high": [8.0], "straight": [0.0, 1.0], "bent": [[0.0], [1.0]], "out": [0.5]}
    >>> odds = Calibrator({name: np.array(value) for name, value in arrays.items()}, 1)
    >>> round(odds(np.array([2.0])), 3), odds(np.array([20.0])) == odds(np.array([8.0]))
    (0.923, True)
    """

    def __init__(self, arrays: Mapping[str, npt.NDArray[Any]], width: int) -> None:
        try:
            self._low, self._high, self._linear, self._hidden, self._out = (
                np.asarray(arrays[name], np.float64) for name in ("low", "high", "straight", "bent", "out")
            )
        except KeyError as error:
            raise ModelError(_unfit(f"has no part {error}")) from error
        units = len(self._out)
        shapes = [a.shape for a in (self._low, self._high, self._linear, self._hidden, self._out)]
        wanted = [(width,), (width,), (width + 1,), (width + 1, units), (units,)]
        if shapes != wanted:
            raise ModelError(_unfit(f"has parts of the shapes {shapes}, not {wanted}"))
        if not all(np.isfinite(a).all() for a in (self._low, self._high, self._linear, self._hidden, self._out)):
            raise ModelError(_unfit("holds something that is no number"))

    def __call__(self, signs: Row) -> float:
        """The share of right ones among proposals with such signs."""
        return self.shares(signs[None])[0]

    def shares(self, rows: Rows) -> list[float]:
        """The same for several proposals, a row each."""
        x = np.concatenate((np.ones((len(rows), 1)), np.clip(rows, self._low, self._high)), 1)
        score = np.clip(x @ self._linear + np.tanh(x @ self._hidden) @ self._out, -30.0, 30.0)
        found: list[float] = np.minimum(MOST, 1 / (1 + np.exp(-score))).tolist()
        return found


def _unfit(what: str) -> str:
    return (
        f"the model's calibration {what}: it was made for another version of this package. Install the model that came "
        "with the package."
    )
