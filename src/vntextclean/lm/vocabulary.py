"""The words of a model file: their other capitals, their letters without marks, and the tables that find them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from vntextclean.lm.format import ModelFile, not_usable
from vntextclean.lm.text import scan as scanning
from vntextclean.lm.text.scan import Lexicon
from vntextclean.named_tuple import NamedTuple

Ids = npt.NDArray[np.int32]


class Vocabulary(NamedTuple):
    """The arrays of the words of a model, by id.

    ``title_of`` has the id of a word as a title, ``lower_of`` that in small letters, ``bare_of`` the number of its
    spelling without marks (-1 for none). The words of the bare spelling i are ``bare_ids[bare_starts[i]:bare_starts[i +
    1]]``.
    """

    title_of: Ids
    lower_of: Ids
    bare_of: Ids
    lexicon: Lexicon
    bare_starts: npt.NDArray[np.int64]
    bare_ids: Ids
    bare_lexicon: Lexicon

    def fits(self, size: int, count: int) -> bool:
        """Whether no array holds an index outside another; ``size`` of the ``count`` words are in small letters."""
        starts = self.bare_starts
        return (
            len(self.title_of) == len(self.lower_of) == len(self.bare_of) == count
            and 0 < size <= count
            and _within(self.title_of, 0, count)
            and _within(self.lower_of, 0, size)
            and _within(self.bare_of, -1, len(starts) - 1)
            and _within(self.bare_ids, 0, size)
            and len(starts) > 0
            and int(starts[0]) == 0
            and int(starts[-1]) == len(self.bare_ids)
            and bool((np.diff(starts) >= 0).all())
        )

    def ids(self, words: Sequence[str], found: scanning.Scan) -> Ids:
        """The ids of words, which were ``found`` in a text with a line for each; see :meth:`.model.Model.ids`."""
        if not words:
            return np.zeros(0, np.int32)
        ids = np.where(found.case == scanning.TITLE, self.title_of.take(found.lower), found.lower)
        ends = np.cumsum([len(word) + 1 for word in words]) - 1
        own = ends.searchsorted(found.starts, side="right")  # the word of each token
        alone = np.bincount(own, minlength=len(words)).take(own) == 1
        out = np.full(len(words), scanning.UNKNOWN_LOWER, np.int32)
        out[own[alone]] = ids[alone]
        return out

    def bare_numbers(self, words: Sequence[str]) -> Ids:
        """The numbers of bare spellings, -1 where no known word has this bare spelling."""
        if not words:
            return np.zeros(0, np.int32)
        joined = scanning.BARED[scanning.folded(scanning.code_points(" ".join(words)))]
        ends = np.cumsum([len(word) + 1 for word in words]) - 1
        return self.bare_lexicon.find(scanning.hashes(joined, np.concatenate(([0], ends[:-1] + 1)), ends))


class Spellings:
    """The ``count`` words of a file by id. Threads may share them."""

    def __init__(self, file: ModelFile, count: int) -> None:
        self._file, self._count = file, count

    @cached_property
    def all(self) -> list[str]:
        """All of them; where the file has fewer, the others are empty."""
        words = self._lines.tobytes().decode("utf-8", "replace").split("\n")[: self._count]
        return words + [""] * (self._count - len(words))

    def of(self, number: int) -> str:
        """One of them, read from the file until something asks for all: that takes as long as to read a thousand."""
        if "all" in self.__dict__ or not 0 < number < len(self._ends):
            return self.all[number]
        line = self._lines[self._ends[number - 1] + 1 : self._ends[number]]
        return line.tobytes().decode("utf-8", "replace")

    @property
    def _lines(self) -> npt.NDArray[np.uint8]:
        return self._file.read_section("vocabulary/words")

    @cached_property
    def _ends(self) -> npt.NDArray[np.int64]:
        """Where the lines end; the last may have no end."""
        ends: npt.NDArray[np.int64] = (self._lines == ord("\n")).nonzero()[0]
        return ends


def read_vocabulary(file: ModelFile, size: int, count: int) -> Vocabulary:
    """The vocabulary of a file; :meth:`Vocabulary.fits` is not asked yet.

    Raises :class:`ModelError` where a table that finds words is damaged, and what numpy raises for other arrays.
    """
    read = file.read_section
    title_of: Ids = read("vocabulary/title_of").astype(np.int32)
    starts = read("bare/starts").astype(np.int64)
    return Vocabulary(
        title_of,
        _lower_of(title_of, size),
        read("vocabulary/bare_of").astype(np.int32),
        _lexicon(file, "vocabulary/", count),
        starts,
        read("bare/ids").astype(np.int32),
        _lexicon(file, "bare/", len(starts) - 1),
    )


def _lexicon(file: ModelFile, prefix: str, count: int) -> Lexicon:
    keys, values = file.read_section(prefix + "keys"), file.read_section(prefix + "values").astype(np.int32)
    size = len(keys)
    if (
        keys.dtype != np.uint32
        or size < 2
        or size & (size - 1)
        or len(values) != size
        or not _within(values, -1, count)
    ):
        raise not_usable(file.path, "its word table is damaged")
    return Lexicon(keys, values)


def _lower_of(title_of: Ids, size: int) -> Ids:
    """By id that of the spelling in small letters; ``title_of`` has it the other way round."""
    lower_of: Ids = np.arange(len(title_of), dtype=np.int32)
    if _within(title_of, 0, len(title_of)):  # else the model is refused soon
        lower_of[title_of[:size]] = lower_of[:size].copy()
    return lower_of


def _within(array: npt.NDArray[Any], low: int, high: int) -> bool:
    """Whether all numbers lie in [low, high)."""
    return not len(array) or (int(array.min()) >= low and int(array.max()) < high)
