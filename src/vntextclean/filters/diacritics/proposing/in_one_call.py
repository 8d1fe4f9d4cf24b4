"""All that is doubted in a text, by one call of the kernel: most texts have next to nothing of it.

Step by step it took a dozen calls and twice as many arrays, which cost twice what is looked up.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from vntextclean.filters.diacritics.proposing.candidates import CandidateSearch
from vntextclean.filters.diacritics.proposing.detect import USUAL
from vntextclean.filters.diacritics.proposing.exchanged_vowels import ExchangedVowels
from vntextclean.filters.diacritics.proposing.misspelt_pairs import MisspeltPairs, Slip
from vntextclean.filters.diacritics.proposing.no_language import FIRST_LOOK, in_language
from vntextclean.filters.diacritics.proposing.suspects import Suspect, suspects_of
from vntextclean.lm import kernel
from vntextclean.lm.bigrams import Neighbours
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import SPECIALS, Scan

Ints = npt.NDArray[np.int64]

#: What the kernel reads of a word.
_SYLLABLE, _FIRST, _SECOND, _EXCHANGED = 1, 2, 4, 8
kernel.agree(SIGN_SYLLABLE=_SYLLABLE, SIGN_FIRST=_FIRST, SIGN_SECOND=_SECOND, SIGN_EXCHANGED=_EXCHANGED)


class InOneCall:
    """Finds what is doubted with one model and the kernel."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._candidates = model.derived(CandidateSearch)
        self._pairs, self._vowels = model.derived(MisspeltPairs), model.derived(ExchangedVowels)
        signs: npt.NDArray[np.uint8] = self._candidates.legal.astype(np.uint8) * np.uint8(_SYLLABLE)
        tables = (self._pairs.first, _FIRST), (self._pairs.second, _SECOND), (self._vowels.written, _EXCHANGED)
        for table, sign in tables:
            signs[: model.size] |= table.astype(np.uint8) * np.uint8(sign)
        for unknown in range(len(SPECIALS)):  # all unknown words are one to the pairs
            signs[unknown] |= signs[0] & (_FIRST | _SECOND)
        self._held = kernel.handle("proposing", self._candidates.compiled, signs, self._pairs.written, FIRST_LOOK)

    def tables(self, scan: Scan) -> tuple[Any, Any] | None:
        """What the kernel is asked with; None where a text is to be searched step by step."""
        return self._candidates.tables(scan) if len(scan) and self._held is not None else None

    def found(self, scan: Scan, tables: tuple[Any, Any]) -> tuple[Ints, list[Suspect], list[Slip]] | None:
        """The stream of a text, its doubtful words and the misspelt ones; None if it has none."""
        pairs = scan.neighbours
        if is_new := pairs is None:
            size = len(scan.padded) - 1
            pairs = Neighbours(np.empty(size, np.float32), np.empty(size, np.bool_))
        asked = self._held, tables[1], scan.text, scan.compiled
        found = kernel.native.propose(*asked, None, *pairs, (is_new, True), USUAL)
        scan.neighbours = pairs
        if found is False:
            only = in_language(self._model, scan)
            found = kernel.native.propose(*asked, only, *pairs, (False, False), USUAL)
        if found is None:
            return None
        stream, best, ids, gains, met, exchanged, odd = found
        suspects = suspects_of(best, ids, gains)
        slips = self._pairs.slips(scan, met) if met else []
        if exchanged:
            slips += self._vowels.slips(scan, exchanged)
        if odd:
            from vntextclean.filters.diacritics.proposing.told_by_shape import ToldByShape  # clean text has none

            slips += self._model.derived(ToldByShape).slips(scan, suspects, odd)
        return (np.frombuffer(stream, np.int64), suspects, slips) if suspects or slips else None
