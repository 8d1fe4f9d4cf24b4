"""Which two words belong together, by the shares that each has of the other's neighbours."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from vntextclean.lm.model import Model

PREFIX = "companions/"


class Collocations:
    """Which neighbours belong together; made once for a model (``model.derived(Collocations)``)."""

    def __init__(self, model: Model) -> None:
        self._before, self._after = self._side(model, "before"), self._side(model, "after")

    @staticmethod
    def _side(model: Model, side: str) -> tuple[npt.NDArray[np.int64], npt.NDArray[Any], npt.NDArray[Any]]:
        read = model.file.read_section
        ends = np.cumsum(read(f"{PREFIX}{side}_count").astype(np.int64))
        return np.concatenate(([0], ends)), read(f"{PREFIX}{side}_id"), read(f"{PREFIX}{side}_share")

    def share(self, left: int, right: int) -> float:
        """The larger of two shares: of one id in what stands behind the other, and of the other before the one.

        The neighbours of rare words are not counted: they have no share.
        """
        most = 0
        for (starts, numbers, shares), owner, other in ((self._before, right, left), (self._after, left, right)):
            if owner + 1 >= len(starts):
                continue
            own = slice(int(starts[owner]), int(starts[owner + 1]))
            # A word has some two: as lists they are read in a fifth of the time.
            near: list[int] = numbers[own].tolist()
            if other in near:
                most = max(most, int(shares[own.start + near.index(other)]))
        return most / 255
