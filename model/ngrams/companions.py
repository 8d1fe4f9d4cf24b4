"""Collocates: the syllables that often stand before or after each syllable, for the search of lost words.

The n-gram tables are hashed: they give the probability of a sequence, but cannot list what may stand at a position.
These lists are the few collocates of each syllable that make up at least 2 % of its neighbours on one side (rà|soát,
nghiêm|túc).
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from vntextclean.lm.text.scan import SPECIALS

#: Smaller shares never led to a confident repair; the lists have 65 000 pairs.
SHARE = 0.02
MOST = 8
#: A pair seen less often is no evidence, and may name a person.
FLOOR = 20

Ints = npt.NDArray[np.int64]


def companions(first: Ints, second: Ints, count: Ints, size: int) -> dict[str, npt.NDArray[np.generic]]:
    """The arrays of the model file from bigram counts over lower-case ids; ``size`` is the number of ids."""
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
