"""Bigrams in batches: the cheapest question the model answers, asked of every two neighbours of a text."""

from __future__ import annotations

import weakref
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from vntextclean.lm.model import Model
from vntextclean.lm.text.batch import Together
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


_held: weakref.WeakKeyDictionary[Scan, tuple[Model, Neighbours]] = weakref.WeakKeyDictionary()


def bigrams(model: Model, first: Ints, second: Ints) -> tuple[Floats, Bools]:
    """Log-probabilities of the second words after the first, and whether the model has seen the pairs."""
    return model.ngrams.pairs(first, second)


def neighbours(model: Model, scan: Scan) -> Neighbours:
    """What the model says of every two neighbours of a scan; kept as long as the scan is, so that filters share it."""
    held = _held.get(scan)
    if held is not None and held[0] is model:
        return held[1]
    result = Neighbours(*bigrams(model, scan.padded[:-1], scan.padded[1:]))
    _held[scan] = (model, result)
    return result


def share_neighbours(model: Model, several: Together) -> None:
    """Ask about the neighbours in several texts at once, for :func:`neighbours` to find them."""
    score, seen = neighbours(model, several.scan)
    for part, place in zip(several.parts, several.places, strict=False):
        own = slice(place, place + len(part.padded) - 1)
        _held[part] = (model, Neighbours(score[own], seen[own]))
