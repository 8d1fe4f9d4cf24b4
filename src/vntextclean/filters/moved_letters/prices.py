"""Gives letters to the places of some lines so that each is used as often as it stands there.

A letter that the likeliest reading takes too often gets dearer, one that it takes too seldom cheaper, until it takes
each as often as it may. Under such prices it is the likeliest of all readings that use up the letters (Lagrange
multipliers).
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from vntextclean.filters.moved_letters.lattice import Floats, Ints, Lattice, Reading
from vntextclean.named_tuple import NamedTuple

#: So often prices are set, the first step (nats), and how soon steps get smaller: of 57 blocks that come out 53 need
#: ten rounds at most, and four large ones up to 23.
_ROUNDS, _STEP, _SLOWER = 25, 2.0, 4.0
#: A letter of another block is no rival by itself: one must come back for it. So much less it must lose (nats).
_OUTSIDE = 2.0
#: The price of a letter that is not there.
_NEVER = 1e6


class Share(NamedTuple):
    """A reading that uses up the letters, and the prices that make it the likeliest."""

    reading: Reading
    prices: Floats


def shared(lattice: Lattice, supply: Ints, least: float) -> Share | None:
    """The likeliest reading that uses each letter as often as ``supply`` says; None where none is found.

    Parameters: the lattice, the number of each of its letters, and the score below which no reading is wanted.
    """
    prices = np.where(supply > 0, 0.0, _NEVER)
    for turn in range(_ROUNDS):
        reading = lattice.best(prices)
        if reading is None or reading.score + float(prices @ supply) < least:
            return None  # no reading that uses up the letters is likelier than this
        used = np.bincount(lattice.letter_of[reading.path], minlength=len(supply) + 1)[:-1]
        over = used - supply
        if not over.any():
            return Share(reading, prices)
        prices = prices + _STEP / (1 + turn / _SLOWER) * over
    return None


def among(lattice: Lattice, share: Share) -> Share | None:
    """The same share in a lattice with further letters, which cost so much that none of them is used."""
    further = len(lattice.letters) - len(share.prices)
    prices = np.concatenate([share.prices, np.full(further, _NEVER)])
    reading = lattice.best(prices)
    return None if reading is None else Share(reading, prices)


def clearness(lattice: Lattice, share: Share, near: Ints) -> list[float]:
    """How much likelier each step of a reading is than any other way: by letters of its block, or of those ``near``.

    Another letter at one place must be given up at a second, which takes one from a third, until the first letter is
    used again: what the whole round costs counts.
    """
    prices = share.prices
    losses = lattice.losses(share.reading, prices)
    letters = len(prices)
    real = np.append(np.where(prices >= _NEVER / 2, 0.0, prices), 0.0)
    known = losses - np.where(np.append(prices, 0.0)[lattice.letter_of] >= _NEVER / 2, _NEVER, 0.0)
    is_near = np.zeros(letters + 1, bool)
    is_near[near] = True
    rivals_of = _rivals(lattice, share.reading.path)
    change = np.full((letters + 1, letters + 1), np.inf)
    np.fill_diagonal(change, 0.0)
    others: list[tuple[int, Ints, float]] = []
    for number, rivals in zip(share.reading.path, rivals_of, strict=True):
        own = int(lattice.letter_of[number])
        taken = lattice.letter_of[rivals]
        np.minimum.at(change[own], taken, losses[rivals])
        outside = is_near[taken] & (taken != own)
        gain = known[rivals[outside]] + real[own] - real[taken[outside]]
        others.append((own, rivals, float(gain.min(initial=np.inf)) if own < letters else np.inf))
    for through in range(letters + 1):
        change = np.minimum(change, change[:, through : through + 1] + change[through : through + 1, :])
    found: list[float] = []
    for number, (own, rivals, outside_loss) in zip(share.reading.path, others, strict=True):
        if lattice.firsts[number] == lattice.lasts[number]:
            other = lattice.best(prices, without=number)
            found.append(np.inf if other is None else share.reading.score - other.score)
            continue
        inside = (losses[rivals] + change[lattice.letter_of[rivals], own]).min(initial=np.inf)
        found.append(min(float(inside), outside_loss + _OUTSIDE))
    return found


def _rivals(lattice: Lattice, path: list[int]) -> Iterator[Ints]:
    """For each step of a path the other words over one of its tokens."""
    for number in path:
        over = (lattice.firsts < lattice.lasts[number]) & (lattice.lasts > lattice.firsts[number])
        yield np.flatnonzero(over & (lattice.ids != lattice.ids[number]))
