"""Which syllables of the model a word may have been before it lost a letter, for many words at once."""

from __future__ import annotations

import re
from threading import Lock
from typing import NamedTuple

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


class Known(NamedTuple):
    """What was found so far: the syllables of word i are ``held[start[i] : start[i] + length[i]]`` (ids, int64).

    A negative start is that of a word never asked, or to be asked by its spelling. The arrays are never written to:
    new answers make new arrays, so that a thread may go on with those it has.
    """

    start: Ints
    length: Ints
    held: Ints


class DroppedLetters:
    """Answers are kept: by id in one table for words that the model knows, by spelling for the others.

    They follow from the model alone; threads may share them.
    """

    def __init__(self, model: Model, legal: Bools) -> None:
        self._words = model.words
        numbers = np.flatnonzero(legal[: model.size]).tolist()
        self._number = {self._words[number]: number for number in numbers}
        start = np.full(model.size, _UNASKED, np.int64)
        start[: len(SPECIALS)] = _BY_SPELLING
        self.known = Known(start, np.zeros(model.size, np.int64), np.zeros(0, np.int64))
        self._by_spelling: dict[str, Ints] = {}
        self._lock = Lock()

    def of(self, lower: Ids) -> tuple[Ints, Ints, Ints]:
        """Pairs (place in ``lower``, id of a syllable), and the places of the words to be asked by their spelling."""
        known = self.ask({*lower[self.known.start.take(lower) == _UNASKED].tolist()})
        start, length = known.start.take(lower), known.length.take(lower)
        place = np.repeat(np.arange(len(lower)), length)
        shift = start - length.cumsum()
        shift += length
        return place, known.held.take(np.arange(len(place)) + shift.take(place)), (start < 0).nonzero()[0]

    def ask(self, numbers: set[int]) -> Known:
        """What is known once these words (ids) were asked about."""
        if not any(self.known.start[number] == _UNASKED for number in numbers):
            return self.known
        with self._lock:
            start, length, held = self.known.start.copy(), self.known.length.copy(), [self.known.held]
            size = len(self.known.held)
            for number in sorted(number for number in numbers if start[number] == _UNASKED):
                word = self._words[number]
                if _FOLDED.search(word):
                    start[number] = _BY_SPELLING
                    continue
                found = self._find(word)
                start[number], length[number] = size, len(found)
                size += len(found)
                held.append(found)
            self.known = Known(start, length, np.concatenate(held))
            return self.known

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
