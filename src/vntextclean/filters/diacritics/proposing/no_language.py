"""Stretches that are no language: each syllable is sound, and next to no two of them ever stand side by side.

The model has counted next to none of the pairs that syllables drawn at random make. No damaged page is like that: what
is still whole stands beside other whole words, in pairs that are usual. Where no word tells of its neighbour nothing
can be repaired by its context. Each word of such a stretch would be weighed against its rivals, at fifty times the
cost of sound text, and some were changed that a rival fitted by chance. So the search leaves them out, and asks before
anything else.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from vntextclean.lm.bigrams import bigrams, neighbours
from vntextclean.lm.model import Model
from vntextclean.lm.syllables import syllables
from vntextclean.lm.text.scan import PAD, Scan

Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]

#: So many pairs of neighbours are looked at together, both of them syllables and one with a mark, and so many of them
#: may be known. Of random syllables 9 of 96 are at most; of corpus pages with nine words in ten damaged, of words in
#: any order, and of 344 texts off paper or of converters 37 are at least.
_TOGETHER, _KNOWN = 96, 12
#: Looked at closer are texts where of so many pairs of any kind in a row so few are known. A pair with a mark is known
#: in any text: of these such a share counts as known besides. Of 986 pages 93 are looked at, 11 would be without it.
_IN_A_ROW, _KNOWN_IN_A_ROW, _WITH_MARKS = 128, 44, 0.8
#: And those where so many words stand behind a mark: there words are neighbours across it. Of 344 texts .44 do at most.
_BEHIND_MARKS = 0.5
#: All that the first look takes, for the kernel, which has a look at its own (``native/propose.c``).
FIRST_LOOK = _TOGETHER, _IN_A_ROW, _KNOWN_IN_A_ROW, _WITH_MARKS, _BEHIND_MARKS


def in_language(model: Model, scan: Scan) -> Ints | None:
    """The words that stand outside such stretches, by number; None if all words do, as in nearly every text.

    A stretch that is shorter than some hundred words is not told. Safe to call from several threads.
    """
    if len(scan) <= _TOGETHER:
        return None
    marks = int(scan.at[-1]) / len(scan) - 1  # for each word
    are_behind_marks = marks > _BEHIND_MARKS
    if not are_behind_marks and not _has_rare_pairs(neighbours(model, scan).seen, 2 * marks / (1 + marks)):
        return None
    unconnected = _unconnected(model, scan, 2 if are_behind_marks else 1)
    return None if unconnected is None else (~unconnected).nonzero()[0]


def _has_rare_pairs(seen: Bools, with_marks: float) -> bool:
    """Whether few pairs of a part of the stream are known; asked of every text, and that costs next to nothing.

    ``with_marks`` is the share of the pairs that have a mark in them.
    """
    rows = len(seen) // _IN_A_ROW
    if not rows:
        return True
    known = np.count_nonzero(seen[: rows * _IN_A_ROW].reshape(rows, _IN_A_ROW), axis=1)
    return int(known.min()) <= _KNOWN_IN_A_ROW + _WITH_MARKS * with_marks * _IN_A_ROW


def _unconnected(model: Model, scan: Scan, apart: int) -> Bools | None:
    """Which words stand in such stretches; None if none do. Neighbours are at most so far ``apart``."""
    legal, marked = model.derived(syllables).take(scan.lower), scan.marked
    pair = (np.diff(scan.at) <= apart) & legal[:-1] & legal[1:] & (marked[:-1] | marked[1:])
    first = pair.nonzero()[0]
    if len(first) < _TOGETHER:
        return None
    ids = scan.padded.take(scan.at + PAD)
    known = np.concatenate(([0], np.cumsum(bigrams(model, ids.take(first), ids.take(first + 1))[1])))
    begins = (known[_TOGETHER:] - known[:-_TOGETHER] <= _KNOWN).nonzero()[0]
    if not len(begins):
        return None
    edges = np.zeros(len(scan) + 1, np.int64)
    np.add.at(edges, first.take(begins), 1)
    np.add.at(edges, first.take(begins + _TOGETHER - 1) + 2, -1)
    return np.cumsum(edges)[:-1] > 0
