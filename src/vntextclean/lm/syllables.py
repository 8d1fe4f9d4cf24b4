"""Which words of a model are syllables of Vietnamese."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from vntextclean.lm.model import Model
from vntextclean.vietnamese.syllables import EXCEPTIONS, forms

Bools = npt.NDArray[np.bool_]


def syllables(model: Model) -> Bools:
    """By id, names too, whether a word is a legal syllable; ``model.derived(syllables)`` is made once."""
    words, size = model.words[: model.size], model.size
    lower = np.fromiter(map(forms().__contains__, words), np.bool_, size)
    lower |= np.fromiter(map(EXCEPTIONS.__contains__, words), np.bool_, size)
    legal: Bools = lower[model.lower_of]
    return legal
