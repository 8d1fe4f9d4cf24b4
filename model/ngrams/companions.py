"""Which syllable usually stands before or after each one: where lost words are looked for.

The n-gram tables answer "how likely is this sequence", not "what may stand here": they are hashed. These lists are the
few companions of each syllable that make up at least 2 % of its neighbours on one side (rà|soát, nghiêm|túc).
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from vntextclean.lm.text.scan import SPECIALS

#: Shares below this never reached a certain repair; the lists hold 65 000 pairs.
SHARE = 0.02
MOST = 8
#: A pair seen less often says nothing, and might name somebody.
FLOOR = 20

Ints = npt.NDArray[np.int64]


def companions(first: Ints, second: Ints, count: Ints, size: int) -> dict[str, npt.NDArray[np.generic]]:
    """The file's arrays from bigram counts over lower-case ids; ``size`` is the number of ids."""
    total_first = np.bincount(first, count, size)
    total_second = np.bincount(second, count, size)
    words = len(SPECIALS)
    good = (first >= words) & (second >= words) & (count >= FLOOR)
    first, second, count = first[good], second[good], count[good]
    sections: dict[str, npt.NDArray[np.generic]] = {}
    for side, owner, other, total in (
        ("before", second, first, total_second),
        ("after", first, second, total_first),
    ):
        order = np.lexsort((other, -count, owner))
        own, oth = owner[order], other[order]
        share = count[order] / total[own]
        rank = np.arange(len(own)) - np.searchsorted(own, np.arange(size))[own]
        chosen = (share >= SHARE) & (rank < MOST)
        sections[f"{side}_count"] = np.bincount(own[chosen], minlength=size).astype(np.uint8)
        sections[f"{side}_id"] = oth[chosen].astype(np.uint16)
        sections[f"{side}_share"] = np.round(share[chosen] * 255).astype(np.uint8)
    return sections
