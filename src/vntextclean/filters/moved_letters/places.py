"""The words that the tokens of a line make with one of many letters put in, and what the blanks say of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from vntextclean.filters.moved_letters.words import (
    ALONE,
    JOIN,
    Token,
    Word,
    joinable_from,
    plain,
    spelled,
)
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import SPECIALS
from vntextclean.named_tuple import NamedTuple

#: The letters that a font may lack and that are words in use by themselves.
_WORDS = frozenset("ơ ư ạ ế ỉ ố ồ ổ ở ợ ủ ứ ừ ỷ".split())

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

#: What it costs where the blanks speak against a word, and what it gains where they speak for it (nats).
_BLANKS = 4.0


class Place(NamedTuple):
    """A word of a line, and the letter put in: None if there is none."""

    word: Word
    letter: str | None


class Table(NamedTuple):
    """Words in columns: the tokens where each begins and behind which it ends, its number in the model and its cost."""

    places: list[Place]
    firsts: Ints
    lasts: Ints
    ids: Ints
    costs: Floats


class Places:
    """The words that can stand in a line: each token alone, joined with others, and with each of many letters.

    An extractor gives one blank for a letter between two halves, two for one at the end of a word and its space, and
    three for a letter that is a word by itself. What a letter makes of the line is found once. For one call.

    >>> from vntextclean.filters.moved_letters.words import Token
    >>> line = Places(Model.open(), [Token(0, 1, "t", True, True), Token(2, 4, "ng", True, True)], 0, told=True)
    >>> [(place.word.word, place.word.last) for place in line.tables(["ướ"])[0].places if place.word.first == 0]
    [('ướt', 1), ('tướng', 2)]
    """

    def __init__(self, model: Model, tokens: list[Token], behind: int, *, told: bool) -> None:
        """``behind`` are the blanks behind the last token; they count where blanks tell anything in the text."""
        self.tokens = tokens
        gaps = [0, *(after.start - before.end for before, after in pairwise(tokens)), behind * (behind > 1)]
        self._gaps = gaps if told else [0] * len(gaps)
        self._joinable = [joinable_from(tokens, first) for first in range(len(tokens))]
        self._model = model
        self._tables: dict[str | None, Table] = {}

    def tables(self, letters: Sequence[str | None]) -> list[Table]:
        """The words that each letter makes, and the letter by itself; for None the tokens, alone and joined.

        The model is asked once for the words of all letters: asked for each letter it took a quarter of the whole time.
        """
        new = [letter for letter in letters if letter not in self._tables]
        made = [[*(self._plain() if letter is None else self._with(letter))] for letter in new]
        ids = self._model.ids([place.word.word.lower() for places in made for place in places])
        at = 0
        for letter, places in zip(new, made, strict=True):
            self._tables[letter] = _table(places, ids[at : at + len(places)])
            at += len(places)
        return [self._tables[letter] for letter in letters]

    def _plain(self) -> Iterator[Place]:
        """The words without a letter put in."""
        for first in range(len(self.tokens)):
            for word in plain(self.tokens, first, self._joinable[first]):
                yield Place(word._replace(cost=word.cost + self._wide(first, word.last)), None)

    def _with(self, letter: str) -> Iterator[Place]:
        if letter.lower() in _WORDS:
            for first, gap in enumerate(self._gaps):
                cost = ALONE + (0.0 if gap == 2 else _cost(gap, 3))
                yield Place(Word(first, first, 1, letter, cost, False), letter)
        for first, token in enumerate(self.tokens):
            for last, cores in self._joinable[first]:
                for word, place, joins in spelled(cores, letter, token.opens, self.tokens[last - 1].closes):
                    inside = 0 < place < len(cores)
                    blanks = 0.0 if inside else _cost(self._gaps[last if place else first], 2)
                    cost = JOIN * joins + blanks + self._wide(first, last)
                    yield Place(Word(first, last, 1, word, cost, False), letter)

    def _wide(self, first: int, last: int) -> float:
        """What it costs that a word goes over the blanks between words."""
        if last - first == 1:
            return 0.0
        return _BLANKS * sum([gap > 1 for gap in self._gaps[first + 1 : last]])


def _table(places: list[Place], ids: npt.NDArray[np.int32]) -> Table:
    """Words in columns, without those put together that the model has never met."""
    kept = [
        number
        for number, (place, own) in enumerate(zip(places, ids.tolist(), strict=True))
        if own >= len(SPECIALS) or not (place.letter or place.word.last > place.word.first + 1)
    ]
    places = [places[number] for number in kept]
    firsts = np.array([place.word.first for place in places], np.int64)
    lasts = np.array([place.word.last for place in places], np.int64)
    costs = np.array([place.word.cost for place in places], np.float64)
    return Table(places, firsts, lasts, ids[kept].astype(np.int64), costs)


def _cost(gap: int, least: int) -> float:
    """What so many blanks say of a letter that leaves at least some."""
    if not gap:
        return 0.0
    return -_BLANKS if gap >= least else _BLANKS
