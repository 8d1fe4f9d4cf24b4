"""From what the model says of a repair to the share of such repairs that are right.

A logistic regression for each kind of damage, apart for words that are syllables and words that are not, fitted by
``model/calibrate.py`` on held-out lines, clean ones and ones damaged at a stated rate; the weights stand in the model
file.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from vntextclean.errors import ModelError
from vntextclean.lm.model import Model
from vntextclean.vietnamese.damage import Damage


class Signs(NamedTuple):
    """What speaks for one repair. Gains and probabilities are natural logarithms.

    ``gain`` is how much likelier the full model finds the rival, ``lead`` how far it is ahead of the next rival (12 at
    most), ``wide`` the wide context scorer's gain (0 where it has no opinion), ``vowelless`` whether what stands there
    has no vowel letter at all: "vn", "ngh"; ``edges`` on how many sides a mark or the end of the line stands,
    ``swap`` whether hỏi and ngã are exchanged, which sound alike in half of the country.
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

    def features(self) -> npt.NDArray[np.float64]:
        """The numbers the regression reads: a constant, then the fields in order."""
        return np.array([1.0, *map(float, self)])


#: One weight for each of :meth:`Signs.features`.
WIDTH = 1 + len(Signs._fields)
KINDS = tuple(Damage)
#: kind, whether the word is no syllable, sign
SHAPE = (len(KINDS), 2, WIDTH)
SECTION = "calibration/repair"


class Confidence:
    """The calibrated confidence of word repairs."""

    def __init__(self, weights: npt.NDArray[np.float32]) -> None:
        if weights.shape != SHAPE or not np.isfinite(weights).all():
            raise ModelError(
                f"the model's calibration has shape {weights.shape}, not {SHAPE}: it was made for another version of "
                "this package. Install the model that came with the package."
            )
        self._weights = dict(zip(KINDS, weights.astype(np.float64), strict=True))

    @classmethod
    def of(cls, model: Model) -> Confidence:
        """The confidence fitted for a model."""
        return cls(np.asarray(model.file.read_section(SECTION)))

    def __call__(self, kind: Damage, signs: Signs) -> float:
        """The share of right ones among repairs of this kind with such signs, at most 0.9999."""
        score = float(self._weights[kind][int(signs.illegal)] @ signs.features())
        return min(0.9999, float(1 / (1 + np.exp(-max(-30.0, score)))))
