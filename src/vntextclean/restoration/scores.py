"""What the wide-context net says of the candidates of some places."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Scores:
    """Log-probabilities (nats) of the candidates of each queried position, normalised per row.

    The candidates of row i are the forms from ``first[i]`` up to, but not including, ``first[i] + count[i]``.
    ``logp`` is float32[n, largest count], minus infinity behind the last candidate.
    """

    first: Ints
    count: Ints
    logp: Floats

    def of(self, row: Ints, form: Ints, absent: float = -12.0) -> Floats:
        """The log-probability of given forms in given rows, or ``absent`` where a form is no candidate.

        >>> scores = Scores(np.array([7]), np.array([2]), np.log(np.array([[0.25, 0.75]], np.float32)))
        >>> [round(float(logp), 2) for logp in scores.of(np.array([0, 0]), np.array([8, 9]))]
        [-0.29, -12.0]
        """
        column = form - self.first[row]
        inside = (form >= 0) & (column >= 0) & (column < self.count[row])
        return np.where(inside, self.logp[row, np.where(inside, column, 0)], np.float32(absent)).astype(np.float32)
