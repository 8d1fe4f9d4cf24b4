"""Bigram log-probabilities of all adjacent ids of a text, in one call."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import Scan
from vntextclean.named_tuple import NamedTuple

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]


class Neighbours(NamedTuple):
    """Bigram scores of a padded stream: ``score`` float32[n - 1] in nats, ``seen`` bool[n - 1].

    Index i belongs to the pair of ids i and i + 1. ``seen`` is true where the model has counted the pair.
    """

    score: Floats
    seen: Bools


def bigrams(model: Model, first: Ints, second: Ints) -> tuple[Floats, Bools]:
    """``log p(second[i] | first[i])`` (float32[n], nats), and whether the model has counted each pair (bool[n])."""
    return model.ngrams.pairs(first, second)


def neighbours(model: Model, scan: Scan) -> Neighbours:
    """The bigram scores of all adjacent ids of a scan. The scan keeps them for all filters of the text."""
    if scan.neighbours is None:
        scan.neighbours = Neighbours(*bigrams(model, scan.padded[:-1], scan.padded[1:]))
    found: Neighbours = scan.neighbours
    return found
