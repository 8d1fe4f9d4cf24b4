"""4-bit quantised embedding tables: two numbers in a byte, one scale per row.

Compared with 8 bits the vectors have a random error of 11 %. It averages out in a sum over a hundred numbers: accuracy
of restored text was the same (docs/model-wide.md), with half of the bytes.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
#: A stored number is its quantised value (-7 to 7) plus 8.
_OFFSET, _LARGEST = 8, 7
#: Clipping thresholds that are tried, as shares of the largest number of a row.
_CLIPPING = (1.0, 0.85, 0.7, 0.6)


class Nibbles:
    """A 4-bit table: ``packed`` uint8[rows, width / 2] and ``scale`` float[rows]. Rows are unpacked on demand.

    Raises ValueError if the two arrays do not fit together. Threads may share a table.

    >>> packed, scale = pack(np.array([[0.7, -0.1, 0.3, 0.0]], np.float32))
    >>> Nibbles(packed, scale).rows(np.array([0])).round(2)
    array([[ 0.7, -0.1,  0.3,  0. ]], dtype=float32)
    """

    def __init__(self, packed: npt.NDArray[Any], scale: npt.NDArray[Any]) -> None:
        if packed.ndim != 2 or packed.dtype != np.uint8 or scale.shape != packed.shape[:1]:
            raise ValueError("a table of four-bit numbers and its scales do not fit together")
        self.packed = packed
        self.scale = scale
        #: (rows, width)
        self.shape = len(packed), 2 * packed.shape[1]

    def rows(self, number: npt.NDArray[np.integer[Any]]) -> Floats:
        """The rows with these numbers: float32[*number.shape, width]."""
        pairs = self.packed[number]
        out = np.empty((*pairs.shape, 2), np.float32)
        np.bitwise_and(pairs, 15, out=out[..., 0], casting="unsafe")
        np.right_shift(pairs, 4, out=out[..., 1], casting="unsafe")
        out -= _OFFSET
        flat = out.reshape(*number.shape, self.shape[1])
        flat *= self.scale[number][..., None]
        return flat


class Mixed:
    """A table whose most frequent rows have 8 bits and all others 4 bits.

    ``place[row]`` is an index into ``fine`` (int8[fine rows, width], with ``fine_scale``) followed by ``coarse``. 1 800
    of 7 900 rows are nine tenths of running text. Raises ValueError if the arrays do not fit together. Threads may
    share a table.
    """

    def __init__(
        self, place: npt.NDArray[Any], fine: npt.NDArray[Any], fine_scale: npt.NDArray[Any], coarse: Nibbles
    ) -> None:
        self.shape = len(fine) + coarse.shape[0], coarse.shape[1]
        if (
            fine.dtype != np.int8
            or fine.shape[1:] != self.shape[1:]
            or fine_scale.shape != fine.shape[:1]
            or place.shape != self.shape[:1]
            or (len(place) and int(place.max()) >= self.shape[0])
        ):
            raise ValueError("the fine and the coarse rows of a table do not fit together")
        self._place, self._fine, self._scale, self._coarse = place.astype(np.int64), fine, fine_scale, coarse

    def tables(self) -> tuple[npt.NDArray[Any], ...] | None:
        """The arrays as the kernel reads them: places, fine rows, their scales, coarse rows, their scales.

        None where numbers of another size would be rounded otherwise than by numpy.
        """
        scales = self._scale, self._coarse.scale
        if any(scale.dtype != np.float32 for scale in scales):
            return None
        return self._place, self._fine, scales[0], self._coarse.packed, scales[1]

    def rows(self, number: npt.NDArray[np.integer[Any]]) -> Floats:
        """The rows with these numbers: float32[len(number), width]."""
        place = self._place[number]
        out = np.empty((len(place), self.shape[1]), np.float32)
        fine = place < len(self._fine)
        out[fine] = self._fine[place[fine]] * self._scale[place[fine], None]
        out[~fine] = self._coarse.rows(place[~fine] - len(self._fine))
        return out


def pack(values: Floats) -> tuple[npt.NDArray[np.uint8], Floats]:
    """Quantise rows of even width to 4 bits: uint8[rows, width / 2] and the scale of each row with the least error."""
    top = np.abs(values).max(1, keepdims=True)
    best = np.full(len(values), np.inf)
    numbers, scale = np.zeros(values.shape, np.int64), np.zeros(len(values), np.float32)
    for share in _CLIPPING:
        step = top * share / _LARGEST + 1e-12
        tried = np.clip(np.round(values / step), -_LARGEST, _LARGEST)
        loss = ((tried * step - values) ** 2).sum(1)
        better = loss < best
        best = np.where(better, loss, best)
        numbers[better] = tried[better]
        scale[better] = step[better, 0]
    shifted = (numbers + _OFFSET).astype(np.uint8)
    return (shifted[:, 0::2] | (shifted[:, 1::2] << 4)).astype(np.uint8), scale
