"""Words without a vowel letter, as "vn" and "ngh": what lost its vowel, or was never a word."""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt

from vntextclean.lm import kernel
from vntextclean.lm.text.scan import LOWER, Scan

Bools = npt.NDArray[np.bool_]

#: A letter that can bear a syllable, where no mark stands.
VOWEL = re.compile("[aeiouy]", re.IGNORECASE)


def without_vowel(legal: Bools, scan: Scan) -> list[int]:
    """The words of a text in small letters without a mark that are no syllables and have no vowel letter, by number.

    ``legal`` says by id what is a syllable.
    """
    flat = scan.flat
    return [
        token for token in _odd_words(legal, scan) if not VOWEL.search(scan.text, flat.starts[token], flat.ends[token])
    ]


def _odd_words(legal: Bools, scan: Scan) -> list[int]:
    """Words in small letters without a mark that are no syllables."""
    found: list[int]
    if kernel.native is not None:
        found = kernel.native.odd_words(legal, scan.lower, scan.case, scan.marked, scan.tokens.number)
        return found
    odd = legal.take(scan.lower)
    odd |= scan.marked
    odd |= scan.tokens.number
    odd |= scan.case != LOWER
    found = (~odd).nonzero()[0].tolist()
    return found
