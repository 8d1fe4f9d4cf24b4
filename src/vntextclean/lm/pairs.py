"""Bigrams in batches: the cheapest question the model answers, asked of every two neighbours of a text."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from vntextclean.lm.model import BITS, Model

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]


def bigrams(model: Model, first: Ints, second: Ints) -> tuple[Floats, Bools]:
    """Log-probabilities of the second words after the first, and whether the model has seen the pairs."""
    keys = (second.astype(np.uint64) << np.uint64(BITS)) | first.astype(np.uint64)
    seen, gain, _ = model.find(2, keys)
    return (model.backoff[first] + model.log_prob[second] + gain).astype(np.float32), seen
