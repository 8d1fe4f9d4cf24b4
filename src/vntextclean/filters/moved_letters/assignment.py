"""Gives each row of a table of costs a column of its own so that all together cost least, and tells how clear that is.

The shortest augmenting path for each row in turn (Jonker and Volgenant); the time is that of n³ at worst.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


class Assignment:
    """The cheapest assignment of rows to columns, of which there must not be fewer.

    >>> found = Assignment(np.array([[1.0, 2.0], [1.0, 5.0]]))
    >>> found.columns.tolist(), found.margin(0, most=9.0)
    ([1, 0], 3.0)
    """

    def __init__(self, costs: Floats) -> None:
        rows, width = costs.shape
        self.columns = np.full(rows, -1, np.int64)
        self._rows = np.full(width, -1, np.int64)
        self._of_columns = np.zeros(width)
        self._costs = costs
        of_rows = costs.min(axis=1)
        for row, column in enumerate(costs.argmin(axis=1).tolist()):
            if self._rows[column] < 0:  # most rows get their cheapest column
                self._rows[column], self.columns[row] = row, column
        for row in np.flatnonzero(self.columns < 0).tolist():
            self._add(row, of_rows)
        self._reduced = costs - of_rows[:, None] - self._of_columns

    def _add(self, row: int, of_rows: Floats) -> None:
        """Find the cheapest way to give a further row a column, others changing theirs."""
        far = np.full(len(self._rows), np.inf)
        came = np.full(len(self._rows), -1, np.int64)
        open_ = np.ones(len(self._rows), bool)
        now, least = row, 0.0
        while True:
            cost = least + self._costs[now] - of_rows[now] - self._of_columns
            better = open_ & (cost < far)
            far[better] = cost[better]
            came[better] = now
            column = int(np.where(open_, far, np.inf).argmin())
            least = float(far[column])
            if self._rows[column] < 0:
                break
            open_[column] = False
            now = int(self._rows[column])
        done = ~open_
        of_rows[row] += least
        of_rows[self._rows[done]] += least - far[done]
        self._of_columns[done] -= least - far[done]
        while True:
            now = int(came[column])
            self._rows[column] = now
            self.columns[now], column = column, int(self.columns[now])
            if now == row:
                return

    def margin(self, row: int, most: float) -> float:
        """How much dearer the cheapest assignment is that gives a row another column; ``most`` if that much or more."""
        own = int(self.columns[row])
        free = self._rows < 0
        far = self._reduced[row].copy()
        far[own] = np.inf
        open_ = np.ones(len(far), bool)
        while True:
            column = int(np.where(open_, far, np.inf).argmin())
            least = float(far[column])
            if not open_[column] or least >= most:
                return most
            if far[own] <= least:
                return float(far[own])
            open_[column] = False
            if free[column]:  # then one that was not may be free in its place
                further = np.where(free, np.inf, least - self._of_columns)
                open_ &= ~free
            else:
                further = least + self._reduced[self._rows[column]]
            np.minimum(far, further, out=far, where=open_)
