"""Calibration: a probability from the features of a proposal, by logistic regression plus one hidden layer.

``p = sigmoid(w.x + v.tanh(U.x))``, fitted on held-out lines by ``model/calibration/fit.py``. A linear model alone
treats eight nats of the n-gram and none of the proofreader like four nats of each. They are not worth the same, and
the worth of a lead depends on both. A hidden layer of some dozens of tanh units learns this: on held-out proposals it
brings two points of recall at the same share of wrong repairs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from vntextclean.errors import ModelError
from vntextclean.lm import kernel

Row = npt.NDArray[np.float64]
Rows = npt.NDArray[np.float64]

#: The highest confidence that is ever returned, and the bounds of the score that it is reckoned from.
MOST, SCORES = 0.9999, (-30.0, 30.0)


class Calibrator:
    """One fitted classifier, from its named arrays (``ModelFile.group("calibration/…")``).

    With ``n`` features (``width``) and ``h`` hidden units the arrays are: ``low`` and ``high`` [n], the range of each
    feature in fitting, to which features are clipped so that nothing is extrapolated; ``straight`` [n + 1], the linear
    weights (constant first); ``bent`` [n + 1, h], the weights of the hidden layer; ``out`` [h], its output weights.
    Raises :class:`ModelError` if an array is missing, has another shape or holds a value that is not finite. Threads
    may share an instance.

    >>> arrays = {"low": [-1.0], "high": [8.0], "straight": [0.0, 1.0], "bent": [[0.0], [1.0]], "out": [0.5]}
    >>> calibrator = Calibrator({name: np.array(value) for name, value in arrays.items()}, 1)
    >>> round(calibrator(np.array([2.0])), 3), calibrator(np.array([20.0])) == calibrator(np.array([8.0]))
    (0.923, True)
    """

    def __init__(self, arrays: Mapping[str, npt.NDArray[Any]], width: int) -> None:
        try:
            self._low, self._high, self._linear, self._hidden, self._out = (
                np.ascontiguousarray(arrays[name], np.float64) for name in ("low", "high", "straight", "bent", "out")
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
        fitted = self._low, self._high, self._linear, self._hidden, self._out
        self._held = kernel.handle("calibrator", *fitted, (*SCORES, MOST))

    def __call__(self, features: Row) -> float:
        """The estimated share of right repairs among proposals with these ``features`` (float64[n]), at most MOST."""
        return self.shares(features[None])[0]

    def shares(self, rows: Rows) -> list[float]:
        """The same for several proposals, the features of one in each row (float64[m, n])."""
        found: list[float]
        if kernel.native is not None and self._held is not None:
            found = kernel.native.shares(self._held, rows)
            return found
        x = np.concatenate((np.ones((len(rows), 1)), np.minimum(np.maximum(rows, self._low), self._high)), 1)
        score = np.minimum(np.maximum(x @ self._linear + np.tanh(x @ self._hidden) @ self._out, SCORES[0]), SCORES[1])
        found = np.minimum(MOST, 1 / (1 + np.exp(-score))).tolist()
        return found

    def shares_of_signs(self, signs: Sequence[tuple[float, ...]], places: list[int]) -> list[float] | None:
        """The same for proposals whose features are these numbers, zeros behind them, and a one at a place of each.

        None without a kernel: then :meth:`shares` answers for rows that are made of them.
        """
        if kernel.native is None or self._held is None:
            return None
        found: list[float] = kernel.native.shares_of_signs(self._held, signs, places)
        return found


def _unfit(what: str) -> str:
    return (
        f"the model's calibration {what}: it was made for another version of this package. Install the model that came "
        "with the package."
    )
