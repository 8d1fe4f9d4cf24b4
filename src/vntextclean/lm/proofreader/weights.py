"""The weights of the proofreading net as numpy multiplies them, each made when it is first asked for.

The kernel reads the matrices in 8 bits, as the file has them. To make float32 of all took a twentieth of a run on one
damaged line, and 4 MB.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

#: Arrays of the net that are no weights, or that are unpacked by row.
_OTHERS = ("words", "forms", "form.bias", "word.weight", "form.weight")


class Weights(dict[str, npt.NDArray[np.float32]]):
    """The weights by name, from the arrays of the file.

    Tables keep their rows; matrices of whole numbers are transposed, for x @ matrix. Threads may share them.
    """

    def __init__(self, arrays: Mapping[str, npt.NDArray[Any]]) -> None:
        super().__init__()
        self._arrays = arrays

    def __missing__(self, name: str) -> npt.NDArray[np.float32]:
        array = self._arrays[name]
        if array.dtype == np.int8:
            array = array.astype(np.float32) * self._arrays[name + ".scale"][:, None]
        made = np.ascontiguousarray(array.T if self._is_turned(name) else array, np.float32)
        self[name] = made
        return made

    def rows(self, name: str) -> int:
        """How many rows one of them has."""
        return int(self._arrays[name].shape[1 if self._is_turned(name) else 0])

    def make_all(self) -> None:
        """Make all of them; raises KeyError or ValueError where an array is missing or does not fit its scales."""
        for name in self._arrays:
            if not name.endswith(".scale") and name not in _OTHERS:
                self[name]

    def _is_turned(self, name: str) -> bool:
        return self._arrays[name].dtype == np.int8 and not name.startswith("look")
