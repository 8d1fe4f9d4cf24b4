"""Which of several spellings stands at each place: exact posteriors of the n-gram model over a lattice.

From coarse to fine. Every position starts with up to a dozen candidates. Bigram messages, passed between all
neighbours at once, leave the few that matter; over those, the full order of the model decides by forward-backward.
Where neighbours are certain the lattice falls apart into short pieces, which are worked through in step, so that numpy
does the work and no loop runs over syllables.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

import numpy as np

from vntextclean.lm import kernel
from vntextclean.lm.model import Model
from vntextclean.restoration.forward_backward import Chains, chains, compiled_chains
from vntextclean.restoration.prune import NEVER, Floats, Ids, Ints, prune

KEEP = 6  # candidates left to the fine pass: 5 costs 0.03 points of accuracy on dialogue, 4 another 0.03, 3 0.12
MARGIN = 9.0  # nats below the best at which the coarse pass drops a candidate: 6 loses 2 words in 5 700 of news
SURE = 0.96  # posterior above which no further evidence is asked for: 0.99 changed nothing but the speed

Extra = Callable[[Ints, Ids, Floats], Floats]


class Decoded(NamedTuple):
    """For each position the candidates that survived, likeliest first, with their posterior; 0 is no candidate.

    ``column`` tells which of the original candidates each is.
    """

    ids: Ids
    posterior: Floats
    column: Ints


class Lattice:
    """The pieces of a text in doubt, ready to be weighed again as further evidence comes in.

    ``ids`` are the candidates that the coarse pass left, ``column`` tells which of the original ones each is.
    """

    def __init__(self, model: Model, ids: Ids, weight: Floats, *, keep: int = KEEP, margin: float = MARGIN) -> None:
        pruned = prune(model, ids, np.where(ids > 0, weight, NEVER).astype(np.float32), keep, margin)
        self.ids, self.column, self._weight = pruned.ids, pruned.column, pruned.weight
        #: Pieces as the kernel lays them out, or as numpy works through them.
        self._pieces = compiled_chains(model, pruned)
        self._chains = chains(model, pruned) if self._pieces is None else []

    def posterior(self, at: Ints | None = None, added: Floats | None = None) -> Floats:
        """The posterior of every candidate, with ``added`` log-weights at positions ``at``."""
        out: Floats = self._plain.copy()
        if at is not None and added is not None:
            weight = self._weight.copy()
            weight[at] += added
            pooled = np.zeros(len(out), np.bool_)
            pooled[at] = True
            if self._pieces is not None:
                kernel.native.posterior(self._pieces, weight, len(out[0]), pooled, out)
            _work_through([part.holding(pooled) for part in self._chains], weight, out)
        return out

    @cached_property
    def _plain(self) -> Floats:
        """The posterior without further evidence; only pieces that hear some are worked through again."""
        out = np.zeros(self.ids.shape, np.float32)
        out[:, 0] = 1
        if self._pieces is not None:
            kernel.native.posterior(self._pieces, self._weight, self.ids.shape[1], None, out)
        _work_through(self._chains, self._weight, out)
        return out

    def decoded(self, posterior: Floats) -> Decoded:
        """Candidates in the order of their posterior."""
        order = np.argsort(-posterior, axis=1, kind="stable")
        return Decoded(
            np.take_along_axis(self.ids, order, 1),
            np.take_along_axis(posterior, order, 1),
            np.take_along_axis(self.column, order, 1),
        )


def _work_through(parts: list[Chains], weight: Floats, out: Floats) -> None:
    for part in filter(lambda part: len(part.length), parts):
        out[part.position, : part.potential.shape[-1]] = part.posterior(weight)


def unsure(posterior: Floats, sure: float = SURE) -> Ints:
    """The positions at which further evidence is worth its cost."""
    return np.flatnonzero(posterior.max(1) < sure)


def decode(
    model: Model, ids: Ids, weight: Floats, extra: Extra | None = None, *, keep: int = KEEP, margin: float = MARGIN
) -> Decoded:
    """Posteriors of the candidates ``ids[position, candidate]`` (0: none) with log-weights ``weight``.

    Positions are those of a stream: <s> and <p> are positions with one candidate. ``extra`` is asked for further
    log-weights at uncertain positions: it gets their indices, candidates and posteriors.
    """
    lattice = Lattice(model, ids, weight, keep=keep, margin=margin)
    posterior = lattice.posterior()
    if extra is not None and len(at := unsure(posterior)):
        posterior = lattice.posterior(at, extra(at, lattice.ids[at], posterior[at]))
    return lattice.decoded(posterior)
