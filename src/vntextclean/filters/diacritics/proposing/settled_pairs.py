"""The bits of a model that say of a pair of words that no candidate comes near: ``model/ngrams/settled.py`` makes them.

They save look-ups and change nothing, so a search without a kernel does not read them.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.filters.diacritics.proposing.other_spellings import COST
from vntextclean.lm.model import Model

SECTION = "2/settled"
#: Candidates that bigrams do not find at least this much likelier (nats) are not looked at again.
COARSE_GAIN = 1.0
#: What no candidate gains on a side that is settled: two such sides do not make ``COARSE_GAIN``.
HALF = COARSE_GAIN / 2
_NONE = np.zeros(0, np.uint8)


def meant_for() -> dict[str, Any]:
    """What the bits rest on, as a model's description has it: bits made for other numbers are not read."""
    return {"gain": COARSE_GAIN, "sound": COST[Damage.SOUND]}


def settled_pairs(model: Model) -> npt.NDArray[np.uint8]:
    """The bits of a model, four slots in a byte; none if it has none that fit its bigrams and this search."""
    found = model.file.sections.get(SECTION, _NONE)
    slots = len(model.ngrams.table(2).slots)
    fits = found.dtype == np.uint8 and found.shape == (-(-slots // 4),)
    is_meant = model.file.about.get("settled") == meant_for() and model.ngrams.compiled is not None
    return found if fits and is_meant else _NONE
