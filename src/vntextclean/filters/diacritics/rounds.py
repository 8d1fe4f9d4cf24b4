"""Which repairs of a text are settled together, and which words are looked at again because of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable
from typing import Protocol, TypeVar

from vntextclean.lm.proofreader.net import TOPIC

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


def around(tokens: list[int], again: Iterable[int], count: int, without: Container[int]) -> tuple[list[int], list[int]]:
    """The words near some repairs, and the open proposals further away that the net reads together with them.

    What may stand in the place of the latter, and how well it goes with its neighbours, is as it was.
    """
    changed = sorted(tokens)
    near = {token for each in changed for token in range(max(each - REACH, 0), min(each + REACH + 1, count))}
    far = []
    for token in again:
        at = bisect_left(changed, token)
        if (at < len(changed) and changed[at] - token <= TOPIC) or (at and token - changed[at - 1] <= TOPIC):
            far.append(token)
    return (
        [token for token in sorted(near) if token not in without],
        [token for token in sorted(far) if token not in near and token not in without],
    )
