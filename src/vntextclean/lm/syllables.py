"""Which words of a model are syllables of Vietnamese."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import SPECIALS
from vntextclean.vietnamese.syllables import EXCEPTIONS, forms

Bools = npt.NDArray[np.bool_]


def spelt_by_rule(model: Model) -> Bools:
    """By lower-case id, whether a word is spelt as a syllable; ``model.derived(spelt_by_rule)`` is made once.

    The syllables are looked up in the model, as the words of one text: to spell all words of the model and ask which
    are syllables takes three times as long, a twentieth of a run on one line.
    """
    known = np.zeros(model.size, np.bool_)
    known[model.scan("\n".join(forms())).lower] = True
    known[: len(SPECIALS)] = False
    return known


def syllables(model: Model) -> Bools:
    """By id, names too, whether a word is a legal syllable; ``model.derived(syllables)`` is made once."""
    legal = model.derived(spelt_by_rule).copy()
    others = model.ids(sorted(EXCEPTIONS))
    legal[others[others >= len(SPECIALS)]] = True
    whole: Bools = legal[model.lower_of]
    return whole
