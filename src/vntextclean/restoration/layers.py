"""The layers of the wide-context net, multiplied by the compiled kernel or by numpy.

The weights stay 8-bit integers for the kernel, as the file has them. It multiplies on the thread that asks. The library
under numpy starts a thread for each core, and those of several processes on one machine wait for one another: a
question of 3 ms took 100 ms of processor time then.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from vntextclean.lm import kernel

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


class Layer:
    """A matrix of 8-bit numbers with a bias.

    ``weights`` is int8[outputs, inputs], ``scale`` and ``bias`` are float32[outputs]. Raises ValueError if they do not
    fit together. Threads may share a layer.

    >>> layer = Layer(np.array([[2, 1]], np.int8), np.ones(1, np.float32), np.array([0.5], np.float32))
    >>> rows = np.array([[3, 4], [-1, 0]], np.float32)
    >>> layer(rows).tolist(), layer(rows, positive=True).tolist()
    ([[10.5], [-1.5]], [[10.5], [0.0]])
    """

    def __init__(self, weights: npt.NDArray[Any], scale: npt.NDArray[Any], bias: npt.NDArray[Any]) -> None:
        if weights.ndim != 2 or not scale.shape == bias.shape == weights.shape[:1]:
            raise ValueError("a layer of unequal width")
        self.outputs, self.inputs = weights.shape
        self._weights, self._scale, self.bias = weights, scale, bias
        self._held = kernel.handle("wide_net_layer", weights, scale, bias)

    def __call__(self, x: Floats, places: Ints | None = None, step: int = 1, *, positive: bool = False) -> Floats:
        """What the layer makes of the rows of ``x`` (float32[n, width]) at these places (int64, rising), or of all.

        Of a layer with more inputs than a row has, the rows around a place are read, ``step`` apart; those that are not
        there count as 0. ``positive``: what is below 0 becomes 0 (ReLU).
        """
        if kernel.native is not None and self._held is not None:
            out = np.empty((len(x) if places is None else len(places), self.outputs), np.float32)
            kernel.native.wide_net_multiply(self._held, x, x.shape[1], places, step, positive, out)
            return out
        return self._by_numpy(x, np.arange(len(x)) if places is None else places, step, positive=positive)

    def add_to(self, x: Floats, last: Layer, near: Floats, first: int, places: Ints, step: int) -> None:
        """Add to the rows of ``x`` at these places what ``last`` makes of the positive part of what this layer makes.

        This layer reads ``near``, whose first row stands for the row ``first`` of ``x``.
        """
        if kernel.native is not None and self._held is not None and last._held is not None:
            kernel.native.wide_net_block(self._held, last._held, near, first, places, step, x)
        else:
            x[places] += last(self(near, places - first, step, positive=True))

    @property
    def compiled(self) -> Any:
        """The layer as a kernel handle, or None."""
        return None if kernel.native is None else self._held

    def apart(self, width: int) -> Layer:
        """The layer that makes of one row, ``width`` long, what it adds to each place around it, one behind the other.

        The sums of what rows add, and the bias, are what this layer makes of them.
        """
        reads = self.inputs // width
        weights = self._weights.reshape(self.outputs, reads, width).transpose(1, 0, 2).reshape(-1, width)
        scale = np.tile(self._scale, reads)
        return Layer(np.ascontiguousarray(weights), scale, np.zeros_like(scale))

    def _by_numpy(self, x: Floats, places: Ints, step: int, *, positive: bool) -> Floats:
        """What the kernel answers, where there is none."""
        reads = self.inputs // x.shape[1]
        reach = reads // 2 * step
        padded = np.pad(x, ((reach, reach), (0, 0))) if reach else x
        count, width = len(places), x.shape[1]
        out: Floats = np.repeat(self.bias[None], count, 0)
        if count and places[-1] - places[0] == count - 1:  # rows in a row need not be copied
            for read in range(reads):
                first = int(places[0]) + read * step
                out += padded[first : first + count] @ self._full[read * width : (read + 1) * width]
        else:
            out += np.concatenate([padded[places + read * step] for read in range(reads)], 1) @ self._full
        return np.maximum(out, 0, out=out) if positive else out

    @cached_property
    def _full(self) -> Floats:
        return np.ascontiguousarray((self._weights * self._scale[:, None]).T)


def normal(
    x: Floats,
    gains: Floats,
    real: Floats | None = None,
    first: int = 0,
    last: int | None = None,
    room: Floats | None = None,
) -> Floats:
    """Layer normalisation of rows; those that are not ``real`` (float32[n, 1], 0 or 1) become 0.

    Given are the rows from ``first`` up to, but not including, ``last``; they may lie in ``room``, which is as large as
    ``x``: new memory for each layer took a tenth of the time. numpy reckons all: the last bit of a row
    depends on how many are multiplied with it.
    """
    if kernel.native is not None:
        x, real = x[first:last], None if real is None else real[first:last]
        out = np.empty_like(x) if room is None else room[: len(x)]
        kernel.native.wide_net_normalise(x, gains, real, out)
        return out
    h = x - (x @ np.full((x.shape[1], 1), 1 / x.shape[1], np.float32))
    h *= (1 if real is None else real) / np.sqrt(
        np.einsum("ij,ij->i", h, h)[:, None] / np.float32(x.shape[1]) + np.float32(1e-5)
    )
    h *= gains
    return h[first:last]
