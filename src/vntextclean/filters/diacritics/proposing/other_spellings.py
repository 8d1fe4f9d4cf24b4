"""Which syllables of the model a word may have been, other letters and all, for many words at once."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from threading import Lock
from typing import Any

import numpy as np
import numpy.typing as npt

from vntextclean.filters.diacritics.kinds.damage import MOST_HELD, Damage, slips, sounding_alike, with_letter_back
from vntextclean.lm import kernel
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import SPECIALS
from vntextclean.named_tuple import NamedTuple
from vntextclean.vietnamese.tones import to_new

Ids = npt.NDArray[np.int32]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float32]

#: Candidates that there is room for at first; a word has some thirty.
_ROOM = 1 << 12
#: The scanner takes hoà for hòa, but what lost the n of hoàn is only hoà: such words are asked by their spelling.
_FOLDED = re.compile("[òóỏõọ][ae]|[ùúủũụ]y")
_UNASKED, _BY_SPELLING = -1, -2
#: So many words are asked about one by one before tables of all syllables are made, for the kernel too: that takes 10
#: ms, as long as some twenty words do, and a run on one line asks about three.
_FEW = 12
#: A text of so many words has that many and more.
_SEVERAL = 100


#: What a candidate must gain beyond those that lost letters or marks (nats): its kind of damage is that much rarer.
COST = {Damage.SOUND: 2.0, Damage.EXTRA_LETTER: 3.0, Damage.EXCHANGED: 3.0, Damage.OTHER_LETTER: 4.0}


class Known(NamedTuple):
    """What was found so far: the syllables of word i are ``held[start[i] : start[i] + length[i]]`` (ids, int64).

    The first ``alike[i]`` of them sound like the word, and are looked at wherever it is doubted; the others only where
    one of its bigrams is new to the model as well. ``cost`` is what each must gain beyond others (nats). A
    negative start is that of a word never asked, or to be asked by its spelling. New answers are written behind the
    old ones, and into new arrays where there is no room: what :meth:`OtherSpellings.ask` gave last has the answers for
    all words that it was asked about.
    """

    start: Ints
    length: Ints
    held: Ints
    alike: Ints
    cost: Floats


class Found(NamedTuple):
    """The syllables that one word may have been, their costs, and how many of them sound like it."""

    ids: Ints
    cost: Floats
    alike: int


class Answers(NamedTuple):
    """The same for several words, one behind the other: ``length`` and ``alike`` by word."""

    ids: Ints
    cost: Floats
    length: Ints
    alike: Ints


class OtherSpellings:
    """Answers are kept: by id in one table for words that the model knows, by spelling for the others.

    They follow from the model alone; threads may share them. ``numbers`` gives the ids of legal syllables by spelling,
    in one tone style; it is called when the first word is asked about.
    """

    def __init__(self, model: Model, numbers: Callable[[], dict[str, int]]) -> None:
        self._model, self._numbers_of_old = model, numbers
        start = np.full(model.size, _UNASKED, np.int64)
        start[: len(SPECIALS)] = _BY_SPELLING
        self.known = Known(
            start, np.zeros(model.size, np.int64), np.zeros(_ROOM, np.int64), np.zeros(model.size, np.int64),
            np.zeros(_ROOM, np.float32),
        )  # fmt: skip
        self._size = 0
        self._asked = 0
        self._by_spelling: dict[str, Found] = {}
        self._lock = Lock()

    @cached_property
    def _number(self) -> dict[str, int]:
        """The ids of both tone styles: "hoá" loses its last letter, and "hóa" the one before."""
        old = self._numbers_of_old()
        return {to_new(word): each for word, each in old.items() if _FOLDED.search(word)} | old

    def of(self, lower: Ids, deep: Bools) -> tuple[Ints, Ints, Floats, Ints]:
        """Pairs (place in ``lower``, id of a syllable) with their costs, and the places to be asked by their spelling.

        Of words that are not ``deep`` only what sounds like them.
        """
        known = self.ask({*lower[self.known.start.take(lower) == _UNASKED].tolist()})
        start, length = known.start.take(lower), np.where(deep, known.length.take(lower), known.alike.take(lower))
        place = np.repeat(np.arange(len(lower)), length)
        shift = start - length.cumsum()
        shift += length
        where = np.arange(len(place)) + shift.take(place)
        return place, known.held.take(where), known.cost.take(where), (start < 0).nonzero()[0]

    def ask(self, numbers: set[int]) -> Known:
        """What is known once these words (ids) were asked about."""
        first = self.known.start.data  # an element of it takes a third of the time of one of the array
        if not any(first[number] == _UNASKED for number in numbers):
            return self.known
        with self._lock:
            start = self.known.start
            new = sorted(number for number in numbers if first[number] == _UNASKED)
            spelled = {number: self._model.word(number) for number in new}
            folded = [number for number, word in spelled.items() if _FOLDED.search(word)]
            start[folded] = _BY_SPELLING
            words = [number for number in new if start[number] == _UNASKED]
            if words:
                self._keep(words, self._find([spelled[number] for number in words]))
            return self.known

    def _keep(self, numbers: list[int], found: Answers) -> None:
        """Put answers behind those that are held; the start of a word comes last, for other threads read it first."""
        known, size = self.known, self._size
        end = size + len(found.ids)
        if end > len(known.held):
            more = np.zeros(max(end, 2 * len(known.held)) - size, np.int64)
            held = np.concatenate((known.held[:size], more))
            known = known._replace(held=held, cost=np.concatenate((known.cost[:size], more.astype(np.float32))))
        known.held[size:end], known.cost[size:end] = found.ids, found.cost
        known.length[numbers], known.alike[numbers] = found.length, found.alike
        self.known, self._size = known, end
        known.start[numbers] = size + found.length.cumsum() - found.length

    def of_spelling(self, word: str, deep: bool) -> tuple[Ints, Floats]:
        """The ids of the syllables that a word in lower case may have been, and their costs."""
        found = self._by_spelling.get(word)
        if found is None:
            found = self.of_spellings([word])[0]
        return (found.ids, found.cost) if deep else (found.ids[: found.alike], found.cost[: found.alike])

    def of_spellings(self, words: list[str]) -> list[Found]:
        """What each of several words in lower case may have been; the new ones are asked about in one call."""
        held = self._by_spelling
        if len(held) > MOST_HELD:
            held.clear()
        own = {word: held.get(word) for word in words}
        new = [word for word, found in own.items() if found is None]
        if new:
            for word, answer in zip(new, _parted(self._find(new)), strict=True):
                own[word] = held[word] = answer
        return [found for word in words if (found := own[word]) is not None]

    def _find(self, words: list[str]) -> Answers:
        """What each of some words may have been; the kernel is not asked about the few that are too long for it."""
        self._asked += len(words)
        is_worth = kernel.native is not None and self._asked > _FEW
        if not is_worth or self._kernel is None:
            return _joined([self._found(word) for word in words])
        from vntextclean.filters.diacritics.proposing.spelling_tables import LONGEST, found_by_kernel

        short = [word for word in words if len(word) <= LONGEST]
        if len(short) == len(words):
            return Answers(*found_by_kernel(self._kernel, words))
        answers = iter(_parted(Answers(*found_by_kernel(self._kernel, short))) if short else ())
        return _joined([next(answers) if len(word) <= LONGEST else self._found(word) for word in words])

    def tables(self, words: int) -> Any:
        """The kernel's tables, if they are worth making for a text of so many words; else None."""
        return self._kernel if self._asked > _FEW or words > _SEVERAL or "_kernel" in self.__dict__ else None

    @cached_property
    def _kernel(self) -> Any:
        """The kernel's tables, where there is one."""
        from vntextclean.filters.diacritics.proposing.spelling_tables import spelling_tables

        return spelling_tables(self._number, tuple(COST.values()))

    def _found(self, word: str) -> Found:
        """What the kernel answers, where there is none."""
        alike, back, slipped = sounding_alike(word), with_letter_back(word), slips(word)
        number = self._ids_of([*alike, *back, *(whole for whole, _ in slipped)])
        sounding = [number[whole] for whole in alike if whole in number]
        rows = dict.fromkeys(sounding, COST[Damage.SOUND])
        rows |= dict.fromkeys((number[whole] for whole in back if whole in number), 0.0)
        for whole, kind in slipped:
            if whole in number:
                rows.setdefault(number[whole], COST[kind])
        return Found(np.array([*rows], np.int64), np.array([*rows.values()], np.float32), len(sounding))

    def _ids_of(self, words: list[str]) -> dict[str, int]:
        """The ids of the syllables that the model knows; the table of all is made where many words are asked about."""
        if self._asked > _FEW:
            return self._number
        ids = self._model.ids(words).tolist()
        return {word: number for word, number in zip(words, ids, strict=True) if number >= len(SPECIALS)}


def _parted(answers: Answers) -> list[Found]:
    """The answers by word."""
    ids, cost, length, alike = answers
    ends = length.cumsum().tolist()
    parts = zip([0, *ends], ends, alike.tolist(), strict=False)
    return [Found(ids[start:end], cost[start:end], sounding) for start, end, sounding in parts]


def _joined(found: list[Found]) -> Answers:
    """The answers about several words, one behind the other."""
    length = np.array([len(one.ids) for one in found], np.int64)
    alike = np.array([one.alike for one in found], np.int64)
    return Answers(
        np.concatenate([one.ids for one in found]), np.concatenate([one.cost for one in found]), length, alike
    )
