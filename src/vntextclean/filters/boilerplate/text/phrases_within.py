"""The phrases that give a line away as furniture wherever in it they stand."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from vntextclean.filters.boilerplate.text.lexicon import KINDS
from vntextclean.filters.boilerplate.text.word_stats import Known, Words, keys_of, pair, pairs
from vntextclean.named_tuple import NamedTuple

if TYPE_CHECKING:
    from numpy.typing import NDArray


class _Telling(NamedTuple):
    """The phrases that give a line away wherever they stand: by their first two words, by their only one, without."""

    openings: Known
    words: Known
    opened: dict[int, list[tuple[str, int]]]
    marks: list[tuple[str, int]]


@cache
def _telling() -> _Telling:
    opened: dict[int, list[tuple[str, int]]] = {}
    marks: list[tuple[str, int]] = []
    single: set[int] = set()
    double: set[int] = set()
    phrases = ((phrase, number) for number, kind in enumerate(KINDS) for phrase in kind.within.split("|") if phrase)
    for phrase, kind in phrases:
        keys = keys_of(phrase)
        if len(keys):
            key = int((pairs(keys) if len(keys) > 1 else keys)[0])
            (double if len(keys) > 1 else single).add(key)
            opened.setdefault(key, []).append((phrase, kind))
        else:
            marks.append((phrase, kind))
    first, second = (Known(np.array(list(keys), np.uint64)) for keys in (double, single))
    return _Telling(first, second, opened, marks)


def kinds_within(texts: list[str], low: list[str], words: Words, symbols: NDArray[np.bool_]) -> NDArray[np.int64]:
    """The kind of furniture that a phrase in each line tells, -1 for none.

    ``low`` are the lines in small letters, ``symbols`` those that hold any.
    """
    within = [-1] * len(texts)  # an array takes a number ten times as slowly
    telling = _telling()
    for known, with_next in ((telling.openings, True), (telling.words, False)):
        found = known.places(words.keys, with_next=with_next)
        keys = words.keys[found]
        if with_next:
            keys = pair(keys, words.keys[found + 1])
        for index, key in zip(words.lines[found].tolist(), keys.tolist(), strict=True):
            for phrase, kind in telling.opened[key]:
                if within[index] < 0 and phrase in low[index]:
                    within[index] = kind
    for index in symbols.nonzero()[0].tolist():
        for mark, kind in telling.marks:
            if within[index] < 0 and mark in texts[index]:
                within[index] = kind
    return np.array(within, np.int64)
