"""Words without a vowel letter, as "vn" and "ngh": what lost its vowel, or was never a word."""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt

from vntextclean.lm.text.scan import LOWER, Scan
from vntextclean.patterns import late

Bools = npt.NDArray[np.bool_]

#: A letter that can bear a syllable, where no mark stands.
VOWEL = late("[aeiouy]", re.IGNORECASE)


def without_vowel(legal: Bools, scan: Scan) -> list[int]:
    """The words of a text in small letters without a mark that are no syllables and have no vowel letter, by number.

    ``legal`` says by id what is a syllable.
    """
    flat = scan.flat
    odd = legal.take(scan.lower)
    odd |= scan.marked
    odd |= scan.tokens.number
    odd |= scan.case != LOWER
    asked = (~odd).nonzero()[0].tolist()
    return [token for token in asked if not VOWEL.search(scan.text, flat.starts[token], flat.ends[token])]
