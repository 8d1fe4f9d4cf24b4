"""From corpora to streams of ids: the tables of the vocabulary, and one array of ids per source."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from model.ngrams.corpus import Forms, Source, chunks
from vntextclean.lm.text import scan
from vntextclean.vietnamese.syllables import is_syllable

MOST_WORDS = 20_000
MOST_TITLES = 32_767 - MOST_WORDS - 64


class Vocabulary(NamedTuple):
    """The spellings (the index is the id), and the tables of the model file."""

    words: list[str]  # by id, title ids included
    size: int  # ids below are lower-case or special
    lexicon: scan.Lexicon
    bare_lexicon: scan.Lexicon
    bare_of: npt.NDArray[np.int32]  # id -> number of its bare spelling
    title_of: npt.NDArray[np.int32]  # id -> id of its Title spelling, or itself
    lower_of: npt.NDArray[np.int32]  # id -> id of its lower-case spelling
    bare_words: list[str]


def choose(
    found: Forms,
    most_words: int = MOST_WORDS,
    most_titles: int = MOST_TITLES,
    title_floor: int = 60,
) -> Vocabulary:
    """Choose the syllables found in two sources, the most frequent other spellings, and Title ids of common names.

    A spelling with diacritics that is no syllable and is at least 20 times rarer than a syllable with the same bare
    letters is a frequent typing error ("nguời", "gía"). It is left out, so that it never becomes a candidate.
    """
    base = len(scan.SPECIALS)
    valid = np.array([is_syllable(word) for word in found.words])
    best: dict[str, int] = {}
    keys = [bare_of(word) for word in found.words]
    for key, count, ok in zip(keys, found.count.tolist(), valid.tolist(), strict=True):
        if ok:
            best[key] = max(best.get(key, 0), count)
    typo = np.array(
        [
            not ok and key != word and best.get(key, 0) >= 20 * count
            for word, key, count, ok in zip(found.words, keys, found.count.tolist(), valid.tolist(), strict=True)
        ]
    )
    spread = (found.sources >= 2) | (found.count >= 100)
    first = np.flatnonzero(valid & spread)
    other = np.flatnonzero(~valid & spread & ~typo)[: max(0, most_words - base - len(first))]
    good = np.sort(np.concatenate((first, other)))[: most_words - base]
    lower = [*scan.SPECIALS, *(found.words[i] for i in good.tolist())]
    titles = found.title[good]
    rank = np.argsort(-titles, kind="stable")[:most_titles]
    named = np.sort(rank[titles[rank] >= title_floor]) + base
    size = len(lower)
    words = lower + [lower[i][0].upper() + lower[i][1:] for i in named.tolist()]
    title_of = np.arange(len(words), dtype=np.int32)
    title_of[named] = size + np.arange(len(named))
    lower_of = np.arange(len(words), dtype=np.int32)
    lower_of[size:] = named
    bare = ["" if i < base else bare_of(word) for i, word in enumerate(lower)]
    numbers: dict[str, int] = {}
    bare_index = np.full(len(words), -1, np.int32)
    for i in range(base, size):
        bare_index[i] = numbers.setdefault(bare[i], len(numbers))
    bare_index[size:] = bare_index[named]
    lexicon = scan.Lexicon.build(hashes_of(lower[base:]), np.arange(base, size, dtype=np.int32))
    bare_lexicon = scan.Lexicon.build(hashes_of(list(numbers)), np.arange(len(numbers), dtype=np.int32))
    return Vocabulary(words, size, lexicon, bare_lexicon, bare_index, title_of, lower_of, list(numbers))


def bare_of(word: str) -> str:
    """A folded word without its diacritics."""
    return "".join(map(chr, scan.BARED[scan.folded(scan.code_points(word))].tolist()))


def hashes_of(words: list[str]) -> npt.NDArray[np.uint64]:
    """The hashes of many words."""
    joined = scan.folded(scan.code_points(" ".join(words)))
    ends = np.cumsum([len(word) + 1 for word in words]) - 1
    return scan.hashes(joined, np.concatenate(([0], ends[:-1] + 1)), ends)


class Stream(NamedTuple):
    """A piece of corpus: case-aware ids, lower-case ids and case, with ``<s>`` and ``<p>`` in the sequence."""

    ids: npt.NDArray[np.uint16]
    lower: npt.NDArray[np.uint16]
    case: npt.NDArray[np.uint8]


def streams(path: Path, source: Source, vocabulary: Vocabulary, held_out: bool = False) -> Iterator[Stream]:
    """The ids of one source, piece by piece."""
    for text in chunks(path, source.keep, held_out):
        yield encode(text, vocabulary)


def encode(text: str, vocabulary: Vocabulary) -> Stream:
    """The ids of one text."""
    found = scan.tokens(text)
    lower, _ = scan.look_up(found, vocabulary.lexicon, vocabulary.bare_lexicon, vocabulary.bare_of)
    ids, at = scan.stream_of(found.mark, scan.cased(lower, found, vocabulary.title_of))
    low = ids.copy()
    low[at] = lower
    case = np.zeros(len(ids), np.uint8)
    case[at] = found.case
    return Stream(ids.astype(np.uint16), low.astype(np.uint16), case)
