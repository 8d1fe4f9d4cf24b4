"""How sure a lost word is: a logistic regression over the signs of its gap, and the habit of the document."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from vntextclean.errors import ModelError
from vntextclean.lm.gaps import FUNCTION_WORD, Gap, Gaps
from vntextclean.lm.model import Model
from vntextclean.lm.scan import Scan

SECTION = "calibration/gap"
#: A document that writes a pair this often, and the right half alone nowhere else, has lost the left half.
HABIT = 5
HABIT_GAIN = 3.0
HABIT_SHARE = 0.2
HABIT_CONFIDENCE = 0.985
#: Below this a lost word is not even suggested.
LEAST = 0.5

Row = npt.NDArray[np.float64]


class Insertion(NamedTuple):
    """A word to put before a token, and the confidence."""

    token: int
    word: str
    confidence: float
    gain: float


def signs(gap: Gap, before_name: bool) -> Row:
    """The numbers the regression reads; a gain counts for more where the word is a fixed companion."""
    share = float(np.log(max(gap.share_right, gap.share_left) + 0.01))
    return np.array(
        [1.0, gap.gain, min(gap.gain, 8.0), gap.lead, share, share * gap.gain / 8, gap.share_right > gap.share_left,
         gap.seen, gap.pair_cost, gap.log_prob, before_name, gap.log_prob > FUNCTION_WORD],
        np.float64,
    )  # fmt: skip


WIDTH = 12


class Insertions:
    """Lost words of a text with their confidence."""

    def __init__(self, model: Model, weights: npt.NDArray[np.floating]) -> None:
        if weights.shape != (WIDTH,) or not np.isfinite(weights).all():
            raise ModelError(
                f"the model's calibration of lost words has shape {weights.shape}, not {(WIDTH,)}: it was made for "
                "another version of this package. Install the model that came with the package."
            )
        self._model = model
        self._gaps = Gaps(model)
        self._weights = weights.astype(np.float64)

    def find(self, scan: Scan) -> list[Insertion]:
        """Every lost word that is at least worth a suggestion, in order; two never stand side by side."""
        found: list[Insertion] = []
        for gap in self._gaps.search(scan):
            confidence = self._confidence(scan, gap)
            if confidence < LEAST:
                continue
            insertion = Insertion(gap.token, self._model.word(gap.word), confidence, gap.gain)
            if found and insertion.token - found[-1].token < 2:
                if insertion.confidence <= found[-1].confidence:
                    continue
                found.pop()
            found.append(insertion)
        return found

    def _confidence(self, scan: Scan, gap: Gap) -> float:
        score = float(self._weights @ signs(gap, is_name(scan, gap.token)))
        fitted = float(1 / (1 + np.exp(-np.clip(score, -30, 30))))
        habit = (
            gap.written >= HABIT
            and gap.gain >= HABIT_GAIN
            and gap.share_right >= HABIT_SHARE
            and gap.lead >= HABIT_GAIN
            and gap.log_prob <= FUNCTION_WORD
        )
        return max(fitted, HABIT_CONFIDENCE) if habit else min(fitted, 0.9999)


def is_name(scan: Scan, token: int) -> bool:
    """Whether a word is written as a name or abbreviation."""
    return bool(scan.case[token] != 0)


@lru_cache(maxsize=4)
def insertions(model: Model) -> Insertions:
    """The finder of a model, made once."""
    return Insertions(model, np.asarray(model.file.read_section(SECTION)))
