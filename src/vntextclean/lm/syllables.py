"""Which words of a model are syllables of Vietnamese."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from vntextclean.lm.model import Model
from vntextclean.vietnamese.syllables import EXCEPTIONS, forms

Bools = npt.NDArray[np.bool_]


def spelt_by_rule(model: Model) -> Bools:
    """By lower-case id, whether a word is spelt as a syllable; ``model.derived(spelt_by_rule)`` is made once."""
    return np.fromiter(map(forms().__contains__, model.words[: model.size]), np.bool_, model.size)


def syllables(model: Model) -> Bools:
    """By id, names too, whether a word is a legal syllable; ``model.derived(syllables)`` is made once."""
    other = np.fromiter(map(EXCEPTIONS.__contains__, model.words[: model.size]), np.bool_, model.size)
    legal: Bools = (model.derived(spelt_by_rule) | other)[model.lower_of]
    return legal
