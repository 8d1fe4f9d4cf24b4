"""A doubtful word with what may have stood there, and which of its rivals are reported."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from vntextclean.filters.diacritics.proposing.detect import Suspects
from vntextclean.named_tuple import NamedTuple

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

#: What is reported: rivals the full model prefers by this much.
GAIN = 2.0
#: Candidates of one word that are reported, at most.
MOST = 4


class Suspect(NamedTuple):
    """One doubtful word and its best rivals: token number, rival ids, gains over what stands there (nats).

    ``log_prob`` is what the model says of the word where it stands (nats), ``known_left`` and
    ``known_right`` tell whether the model has seen the word next to its neighbours.
    """

    token: int
    candidates: Ints
    gains: Floats
    log_prob: float
    known_left: bool
    known_right: bool


def suspects_of(found: list[tuple[Any, ...]], candidates: bytearray, gains: bytearray) -> list[Suspect]:
    """The suspects as the kernel hands them over: token, first and last of its candidates, then the other fields."""
    if not found:
        return []
    ids, gained = np.frombuffer(candidates, np.int64), np.frombuffer(gains, np.float32)
    return [Suspect(token, ids[a:b], gained[a:b], cost, left, right) for token, a, b, cost, left, right in found]


def best_of(doubts: Suspects, owner: Ints, rival: Ints, gain: Floats) -> list[Suspect]:
    """The best rivals of each doubtful word where one gains enough.

    ``owner`` says of each rival which of the ``doubts`` it is one of.
    """
    order = np.lexsort((-gain, owner))
    owner, rival, gain = owner.take(order), rival.take(order), gain.take(order)
    first = [0, *((owner[1:] != owner[:-1]).nonzero()[0] + 1).tolist()]
    found = []
    for begin, end in zip(first, [*first[1:], len(owner)], strict=True):
        if gain[begin] < GAIN:
            continue
        place = int(owner[begin])
        end = min(end, begin + MOST)
        seen = bool(doubts.left[place]), bool(doubts.right[place])
        log_prob = float(doubts.log_prob[place])
        found.append(Suspect(int(doubts.token[place]), rival[begin:end], gain[begin:end], log_prob, *seen))
    return found
