"""Which words of a model are syllables of Vietnamese."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import SPECIALS
from vntextclean.vietnamese.syllables import EXCEPTIONS, forms

Bools = npt.NDArray[np.bool_]


def spelt_by_rule(model: Model) -> Bools:
    """By lower-case id, whether a word is spelt as a syllable; ``model.derived(spelt_by_rule)`` is made once."""
    return np.fromiter(map(forms().__contains__, model.words[: model.size]), np.bool_, model.size)


def syllables(model: Model) -> Bools:
    """By id, names too, whether a word is a legal syllable; ``model.derived(syllables)`` is made once."""
    legal = model.derived(spelt_by_rule).copy()
    others = model.ids(sorted(EXCEPTIONS))
    legal[others[others >= len(SPECIALS)]] = True
    whole: Bools = legal[model.lower_of]
    return whole
