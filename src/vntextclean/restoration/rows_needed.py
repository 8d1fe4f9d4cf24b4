"""Which rows each layer of the wide-context net must make, so that those asked about come out as if all were made."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]


def rows_needed(
    wanted: Ints, real: npt.NDArray[np.bool_], layers: list[tuple[int, int]], pool_after: int
) -> tuple[list[Ints], Ints]:
    """The rows that each layer must make (rising), and all that the layers behind the mean read.

    ``wanted`` are the rows asked about, ``real`` says which rows are words, ``layers`` how many rows each reads and how
    far apart; before the first word and behind the last are as many other rows as all of them read. The mean over the
    rows, behind the layer ``pool_after``, reads every word (-1: there is none).

    >>> needed, late = rows_needed(np.array([4]), np.ones(9, np.bool_), [(3, 1), (3, 2)], 0)
    >>> [rows.tolist() for rows in needed], late.tolist()
    ([[0, 1, 2, 3, 4, 5, 6, 7, 8], [4]], [2, 4, 6])
    >>> [rows.tolist() for rows in rows_needed(np.array([4]), np.ones(9, np.bool_), [(3, 1), (3, 2)], -1)[0]]
    [[2, 4, 6], [4]]
    """
    needed: list[Ints] = []
    mask = np.zeros(len(real), np.bool_)
    mask[wanted] = True
    rows = mask.nonzero()[0]
    for reach, dilation in reversed(layers[pool_after + 1 :]):
        needed.append(rows)
        mask[rows[:, None] + (np.arange(reach) - reach // 2) * dilation] = True
        mask &= real
        rows = mask.nonzero()[0]
    late = rows
    if pool_after >= 0:
        rows = real.nonzero()[0]
    needed += [rows] * (len(layers) - len(needed))
    needed.reverse()
    return needed, late
