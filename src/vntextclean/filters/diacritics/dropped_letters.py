"""Which syllables of the model a word may have been before it lost a letter, for many words at once."""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt

from vntextclean.filters.diacritics.damage import with_letter_back
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import SPECIALS

Ids = npt.NDArray[np.int32]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

#: Spellings remembered that the model does not know.
_MOST_HELD = 50_000
#: The scanner takes hoà for hòa, but what lost the n of hoàn is only hoà: such words are asked by their spelling.
_FOLDED = re.compile("[òóỏõọ][ae]|[ùúủũụ]y")
_UNASKED, _BY_SPELLING = -1, -2


class LettersBack:
    """Answers are kept: by id in one array for words that the model knows, by spelling for the others.

    Of a word that was asked ``start`` and ``length`` tell where its syllables stand in ``held``; a negative start is
    that of a word never asked, or to be asked by its spelling.
    """

    def __init__(self, model: Model, legal: Bools) -> None:
        self._words = model.words
        numbers = np.flatnonzero(legal[: model.size]).tolist()
        self._number = {self._words[number]: number for number in numbers}
        self.start = np.full(model.size, _UNASKED, np.int64)
        self.start[: len(SPECIALS)] = _BY_SPELLING
        self.length = np.zeros(model.size, np.int64)
        self.held = np.zeros(0, np.int64)
        self._by_spelling: dict[str, Ints] = {}

    def of(self, lower: Ids) -> tuple[Ints, Ints, Ints]:
        """Pairs (place in ``lower``, id of a syllable), and the places of the words to be asked by their spelling."""
        start = self.start.take(lower)
        unasked = (start == _UNASKED).nonzero()[0]
        if len(unasked):
            self.ask({*lower.take(unasked).tolist()})
            start = self.start.take(lower)
        length = self.length.take(lower)
        place = np.repeat(np.arange(len(lower)), length)
        shift = start - length.cumsum()
        shift += length
        return place, self.held.take(np.arange(len(place)) + shift.take(place)), (start < 0).nonzero()[0]

    def ask(self, numbers: set[int]) -> None:
        """Find what these words may have been, those of them that were never asked about."""
        held = [self.held]
        size = len(self.held)
        for number in sorted(number for number in numbers if self.start[number] == _UNASKED):
            word = self._words[number]
            if _FOLDED.search(word):
                self.start[number] = _BY_SPELLING
                continue
            found = self._find(word)
            self.start[number], self.length[number] = size, len(found)
            size += len(found)
            held.append(found)
        self.held = np.concatenate(held)

    def of_spelling(self, word: str) -> Ints:
        """The ids of the syllables that a word in lower case may have been."""
        found = self._by_spelling.get(word)
        if found is None:
            if len(self._by_spelling) > _MOST_HELD:
                self._by_spelling.clear()
            found = self._by_spelling[word] = self._find(word)
        return found

    def _find(self, word: str) -> Ints:
        known = (self._number.get(whole) for whole in with_letter_back(word))
        return np.array([number for number in known if number is not None], np.int64)
