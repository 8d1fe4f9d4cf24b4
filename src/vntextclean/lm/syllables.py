"""Which words of a model are syllables of Vietnamese."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from vntextclean.lm import kernel
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import SPECIALS
from vntextclean.vietnamese.syllables import EXCEPTIONS, forms, rimes_behind, toned_rimes

Bools = npt.NDArray[np.bool_]


def spelt_by_rule(model: Model) -> Bools:
    """By lower-case id, whether a word is spelt as a syllable; ``model.derived(spelt_by_rule)`` is made once.

    The kernel looks up each onset with each rime: to make strings of all spellings and of all words of the model, and
    to compare these, took a twentieth of the start of the command line.
    """
    if kernel.native is None or model.compiled is None:
        return np.fromiter(map(forms().__contains__, model.words[: model.size]), np.bool_, model.size)
    legal = np.zeros(model.size, np.bool_)
    lines = {rime: "\n".join(toned) for rime, toned in toned_rimes().items()}
    for before, rimes in rimes_behind().items():
        kernel.native.note_parts(model.compiled, before, "\n".join([lines[rime] for rime in rimes]), legal)
    return legal


def syllables(model: Model) -> Bools:
    """By id, names too, whether a word is a legal syllable; ``model.derived(syllables)`` is made once."""
    legal = model.derived(spelt_by_rule).copy()
    others = model.ids(sorted(EXCEPTIONS))
    legal[others[others >= len(SPECIALS)]] = True
    whole: Bools = legal[model.lower_of]
    return whole
