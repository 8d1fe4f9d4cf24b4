"""Which pairs of words leave no candidate a chance: ``python -m model.ngrams.settled MODEL.vnlm``.

Four in five doubted syllables have neighbours beside which the model has seen them, and hardly any has a candidate that
comes near: to find that out took ten look-ups of two bigrams for each. Two bits a bigram say it beforehand. The first
says it of the second word of the pair, the second of the first: none of its candidates (the same letters otherwise
marked, or what sounds like it) gains more than half of ``COARSE_GAIN`` beside this neighbour. Where both sides of a
word say so, no candidate gains ``COARSE_GAIN`` by its two bigrams, so what is found stays the same.

The pairs are found by asking for all that could be, so no corpus is needed: the bigrams, and the few false hits of
their table, which get their bits as well. It takes a minute. Run it last, on the finished model; every other array that
is read stays.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from vntextclean.filters.diacritics.proposing.candidates import CandidateSearch
from vntextclean.filters.diacritics.proposing.settled_pairs import HALF, SECTION, meant_for
from vntextclean.lm import fuse_table
from vntextclean.lm.format import open_file, write_file
from vntextclean.lm.model import BITS, Model
from vntextclean.lm.text.scan import SPECIALS

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]

#: Pairs whose candidates are scored at once.
_SOME = 1 << 16
#: What float32 may round away.
_ROUNDING = 1e-3
#: Two bits in a byte of four.
_SHIFTS = np.array([0, 2, 4, 6], np.uint8)
#: What a reader no longer needs: it follows from another array.
_UNREAD = ("vocabulary/lower_of",)


class _Candidates(NamedTuple):
    """The candidates of every id and their prices, one behind the other; ``known`` where they are all of them."""

    start: Ints
    length: Ints
    ids: Ints
    price: Floats
    known: Bools


def pairs_of(model: Model) -> tuple[Ints, Ints]:
    """The first and the second ids of all pairs in the table of bigrams."""
    second = np.arange(len(model.log_prob), dtype=np.int64)
    found = [model.ngrams.gains(2, (second << BITS) | first)[0].nonzero()[0] for first in range(len(second))]
    return np.repeat(second, [len(each) for each in found]), np.concatenate(found)


def candidates_of(model: Model) -> _Candidates:
    """What the search tries for a legal syllable whose neighbours the model knows."""
    search = model.derived(CandidateSearch)
    legal = (search.legal[: model.size].nonzero()[0]).tolist()
    ids, price = [np.zeros(0, np.int64)] * len(model.log_prob), [np.zeros(0, np.float32)] * len(model.log_prob)
    known = np.zeros(len(model.log_prob), np.bool_)
    for own, (found, cost) in zip(legal, search.sounding_or_marked(legal), strict=True):
        title = int(model.title_of[own])
        if own < len(SPECIALS) or found is None:
            continue
        ids[own], price[own], known[own] = found, cost, True
        if title != own:
            ids[title], price[title], known[title] = model.title_of[found].astype(np.int64), cost, True
    length = np.array([len(each) for each in ids], np.int64)
    return _Candidates(length.cumsum() - length, length, np.concatenate(ids), np.concatenate(price), known)


def is_settled(model: Model, beside: Ints, word: Ints, candidates: _Candidates, *, second: bool) -> Bools:
    """Whether none of the candidates of each word gains by half beside its neighbour."""
    out = candidates.known[word]
    for begin in range(0, len(word), _SOME):
        own, near = word[begin : begin + _SOME], beside[begin : begin + _SOME]
        length = candidates.length[own]
        owner = np.repeat(np.arange(len(own)), length)
        where = np.arange(len(owner)) + np.repeat(candidates.start[own] - (length.cumsum() - length), length)
        rival, other = candidates.ids[where], near[owner]
        score, _ = model.ngrams.pairs(*((other, rival) if second else (rival, other)))
        there, _ = model.ngrams.pairs(*((near, own) if second else (own, near)))
        gain = score - there[owner] - candidates.price[where] / 2
        out[begin : begin + _SOME] &= np.bincount(owner[gain > HALF - _ROUNDING], minlength=len(own)) == 0
    return out


def settled(model: Model) -> npt.NDArray[np.uint8]:
    """The bits of all pairs, as a table beside that of the bigrams (``fuse_table.beside``), four slots in a byte."""
    legal = model.derived(CandidateSearch).legal
    first, second = pairs_of(model)
    asked = legal[first] | legal[second]  # no syllable, no candidates: the bits of the others are never read
    first, second = first[asked], second[asked]
    candidates = candidates_of(model)
    values = is_settled(model, first, second, candidates, second=True) + 2 * is_settled(
        model, second, first, candidates, second=False
    ).astype(np.int64)
    print(f"{len(first)} pairs; both bits {np.mean(values == 3):.3f}, one {np.mean((values == 1) | (values == 2)):.3f}")
    slots = fuse_table.beside(model.ngrams.table(2), ((second << BITS) | first).view(np.uint64), values, np.uint8)
    slots = np.append(slots, np.zeros(-len(slots) % 4, np.uint8)).reshape(-1, 4)
    packed: npt.NDArray[np.uint8] = np.bitwise_or.reduce(slots << _SHIFTS, 1)
    return packed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path, help="the model file; it is replaced")
    path = parser.parse_args().model
    file, model = open_file(path), Model.open(path)
    if file.group("domain"):
        raise SystemExit(f"{path}: with a domain these bits are not read. Run this on a model that was not mixed.")
    sections = {name: array for name, array in file.sections.items() if name not in _UNREAD}
    about = {**file.about, "settled": meant_for()}
    print(f"{path}: {write_file(path, about, {**sections, SECTION: settled(model)}):,} bytes")


if __name__ == "__main__":
    main()
