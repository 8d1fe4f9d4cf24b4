"""Which repairs of a text are settled together, and which words are looked at again because of them."""

from __future__ import annotations

from typing import Protocol, TypeVar

import numpy as np
import numpy.typing as npt

from vntextclean.lm.proofreader.net import TOPIC

Ints = npt.NDArray[np.int64]

#: How far a repair changes what the model says of its neighbours, in words.
REACH = 4
#: Chains of damaged words longer than this are no prose. On two of 344 real texts, which lost letters throughout, five
#: rounds did not do: a second run went on where the first had stopped.
ROUNDS = 30


class Ranked(Protocol):
    """A repair of one word, as far as its place and its confidence go."""

    @property
    def token(self) -> int:
        """The number of the word."""

    @property
    def confidence(self) -> float:
        """How sure the repair is."""


_R = TypeVar("_R", bound=Ranked)


def surest(repairs: list[_R]) -> list[_R]:
    """The repairs that are the surest within their reach: they cannot depend on one another."""
    chosen: list[_R] = []
    taken: set[int] = set()
    for repair in sorted(repairs, key=lambda r: (-r.confidence, r.token)):
        if not any(token in taken for token in range(repair.token - REACH, repair.token + REACH + 1)):
            chosen.append(repair)
            taken.add(repair.token)
    return chosen


def around(tokens: list[int], again: list[int], count: int, without: set[int]) -> Ints:
    """The words near some repairs, and the open proposals that the net reads together with them."""
    changed, near = np.sort(np.array(tokens, np.int64)), np.zeros(count, np.bool_)
    for step in range(-REACH, REACH + 1):
        beside = changed + step
        near[beside[(beside >= 0) & (beside < count)]] = True
    if again:
        proposed = np.array(again, np.int64)
        at = np.searchsorted(changed, proposed)
        before, after = changed[np.maximum(at - 1, 0)], changed[np.minimum(at, len(changed) - 1)]
        near[proposed[np.minimum(np.abs(proposed - before), np.abs(after - proposed)) <= TOPIC]] = True
    near[list(without)] = False
    return near.nonzero()[0]
