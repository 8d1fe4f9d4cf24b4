"""From what the model says of a repair to the share of such repairs that are right.

The kind of damage, whether the word is a syllable, and some twenty signs go into :mod:`vntextclean.lm.calibration`,
fitted by ``model/calibration/diacritics.py`` on held-out lines, clean and damaged at a stated rate.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt

from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.lm.calibration import Calibrator
from vntextclean.named_tuple import NamedTuple


class Features(NamedTuple):
    """What speaks for one repair. Gains and probabilities are natural logarithms.

    ``gain`` is how much likelier the full model finds the rival, ``lead`` how far it is ahead of the next rival (12 at
    most), ``wide`` the wide context scorer's gain (0 where it has no opinion), ``vowelless`` whether what stands there
    has no vowel letter at all: "vn", "ngh"; ``edges`` on how many sides a mark or the end of the line stands,
    ``swap`` whether hỏi and ngã are exchanged, which sound alike in half of the country; ``foreign`` the share of the
    words around that are no Vietnamese syllables, ``behind_number`` whether a number stands before it. ``people`` and
    ``scan`` are how likely people and OCR engines write what stands there for the rival (``channel.py``), ``usage`` how
    much oftener the document has the rival beside the same neighbours than what stands there; ``strange`` the share of
    the pairs of words around, its own two left out, that the model has never seen: in old prose and in Sino-Vietnamese
    lines any word looks damaged.
    """

    gain: float
    lead: float
    wide: float
    known_left: bool
    known_right: bool
    illegal: bool
    name: bool
    upper: bool
    repeated: bool
    vowelless: bool
    log_prob: float
    rival_log_prob: float
    length: int
    edges: int
    swap: bool
    foreign: float
    behind_number: bool
    people: float
    scan: float
    usage: float
    strange: float


KINDS = tuple(Damage)
#: How many numbers :func:`as_rows` gives, and where the one of each kind stands.
WIDTH = len(Features._fields) + 2 * len(KINDS)
_PLACE = {kind: len(Features._fields) + 2 * number for number, kind in enumerate(KINDS)}
#: The fitted numbers: 10 KB, beside the code because they belong to its features.
FITTED = Path(__file__).parents[1] / "data" / "confidence.npz"


def as_rows(kinds: list[Damage], signs: list[Features]) -> npt.NDArray[np.float64]:
    """The numbers that are weighed: the signs, then a one for the kind, apart for words that are no syllables."""
    x = np.zeros((len(kinds), WIDTH))
    if signs:
        x[:, : len(Features._fields)] = signs
    x[range(len(kinds)), _ones(kinds, signs)] = 1
    return x


def _ones(kinds: list[Damage], signs: list[Features]) -> list[int]:
    """Where the one of each kind stands."""
    return [_PLACE[kind] + each.illegal for kind, each in zip(kinds, signs, strict=True)]


class Confidence:
    """The calibrated confidence of word repairs."""

    def __init__(self, calibrator: Calibrator) -> None:
        self._calibrator = calibrator

    @classmethod
    def shipped(cls) -> Confidence:
        """The confidence fitted for the shipped model."""
        with np.load(FITTED) as arrays:
            return cls(Calibrator(dict(arrays), WIDTH))

    def __call__(self, kinds: list[Damage], signs: list[Features]) -> list[float]:
        """The share of right ones among repairs of these kinds with such signs."""
        found = self._calibrator.shares_of_signs(signs, _ones(kinds, signs))
        return self._calibrator.shares(as_rows(kinds, signs)) if found is None else found
