"""Bigrams in batches: the cheapest question the model answers, asked of every two neighbours of a text."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import Scan

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]


class Neighbours(NamedTuple):
    """The log-probability of each id of a padded stream after the one before it, and whether the pair is known.

    The pair at index i is that of the ids i and i + 1.
    """

    score: Floats
    seen: Bools


def bigrams(model: Model, first: Ints, second: Ints) -> tuple[Floats, Bools]:
    """Log-probabilities of the second words after the first, and whether the model has seen the pairs."""
    return model.ngrams.pairs(first, second)


def neighbours(model: Model, scan: Scan) -> Neighbours:
    """The bigram scores of every two neighbours of a scan; the scan keeps them, so that filters share them."""
    if scan.neighbours is None:
        scan.neighbours = Neighbours(*bigrams(model, scan.padded[:-1], scan.padded[1:]))
    found: Neighbours = scan.neighbours
    return found
