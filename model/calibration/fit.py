"""Fit ``vntextclean.lm.calibration``: the average of several small nets, trained by Adam on all rows in one batch."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

UNITS, NETS, STEPS, RATE = 16, 3, 500, 0.02
#: Weight decay, the same for linear and hidden weights.
DECAY = 1e-4
FOLDS = 5


def fit(x: Array, y: Array, w: Array, nets: int = NETS) -> dict[str, npt.NDArray[np.float32]]:
    """The arrays of a ``Calibrator`` from features ``x`` [rows, features], outcomes ``y`` (0, 1), weights ``w``.

    It is the average of so many ``nets``.
    """
    low, high = x.min(0), x.max(0)
    middle, spread = x.mean(0), x.std(0) + 1e-3
    z = np.concatenate((np.ones((len(x), 1)), (x - middle) / spread), 1).astype(np.float32)
    found = [_one(z, y.astype(np.float32), (w / w.sum()).astype(np.float32), seed) for seed in range(nets)]
    linear = _unscaled(np.mean([net[0] for net in found], 0), middle, spread)
    hidden = np.concatenate([_unscaled(net[1], middle, spread) for net in found], 1)
    out = np.concatenate([net[2] for net in found]) / nets
    arrays = {"low": low, "high": high, "straight": linear, "bent": hidden, "out": out}
    return {name: array.astype(np.float32) for name, array in arrays.items()}


def _unscaled(weights: Array, middle: Array, spread: Array) -> Array:
    """Weights for raw features, from weights for features with mean 0 and variance 1."""
    across = (slice(None), *(None,) * (weights.ndim - 1))
    out: Array = weights.copy().astype(np.float64)
    out[1:] /= spread[across]
    out[0] -= (out[1:] * middle[across]).sum(0)
    return out


def _one(z: Array, y: Array, w: Array, seed: int) -> list[Array]:
    """Linear, hidden and output weights of one net."""
    rng = np.random.default_rng(seed)
    width = z.shape[1]
    weights = [
        np.zeros(width, np.float32),
        rng.normal(0, 1 / np.sqrt(width), (width, UNITS)).astype(np.float32),
        rng.normal(0, 0.3, UNITS).astype(np.float32),
    ]
    first = [np.zeros_like(a) for a in weights]
    second = [np.zeros_like(a) for a in weights]
    for step in range(STEPS):
        linear, hidden, out = weights
        unit = np.tanh(z @ hidden)
        error = w * (1 / (1 + np.exp(-np.clip(z @ linear + unit @ out, -30, 30))) - y)
        slopes = [z.T @ error, z.T @ (error[:, None] * out * (1 - unit * unit)), unit.T @ error]
        rate = RATE * (1 - step / STEPS)
        for a, slope, mean, square in zip(weights, slopes, first, second, strict=True):
            slope += 2 * DECAY * a
            mean += 0.1 * (slope - mean)
            square += 0.001 * (slope * slope - square)
            a -= rate * (mean / (1 - 0.9 ** (step + 1))) / (np.sqrt(square / (1 - 0.999 ** (step + 1))) + 1e-10)
    return weights
