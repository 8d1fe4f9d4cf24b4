"""Posteriors of the n-gram model over a lattice of candidate spellings, coarse to fine.

Each position starts with up to some dozens of candidates. A coarse pass with bigram messages between adjacent positions
prunes them to a few (``prune.py``). Over these, forward-backward computes posteriors under the full order of the model
(``forward_backward.py``).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

import numpy as np

from vntextclean.lm import kernel
from vntextclean.lm.model import Model
from vntextclean.named_tuple import NamedTuple
from vntextclean.restoration.forward_backward import Chains, chains, compiled_chains
from vntextclean.restoration.prune import Floats, Ids, Ints, prune

KEEP = 6  # candidates left for the fine pass: 5 costs 0.03 points of accuracy on dialogue, 4 another 0.03, 3 0.12
MARGIN = 9.0  # the coarse pass drops candidates this far below the best (nats): 6 loses 2 words in 5 700 of news
SURE = 0.96  # positions with a larger posterior are not rescored: 0.99 changed nothing but the speed

Extra = Callable[[Ints, Ids, Floats], Floats]


class Decoded(NamedTuple):
    """The remaining candidates of each position, likeliest first; all arrays are [position, candidate].

    ``ids`` (0: no candidate), ``posterior`` (float32), ``column`` (the index among the original candidates).
    """

    ids: Ids
    posterior: Floats
    column: Ints


class Lattice:
    """The pruned lattice of one stream; its posteriors can be computed again with further log-weights.

    ``ids`` are the candidates left by the coarse pass, ``column`` their indices among the original ones.
    """

    def __init__(self, model: Model, ids: Ids, weight: Floats, *, keep: int = KEEP, margin: float = MARGIN) -> None:
        pruned = prune(model, ids, weight, keep, margin)
        self.ids, self.column, self._weight = pruned.ids, pruned.column, pruned.weight
        # Either the kernel's chains or those of numpy.
        self._pieces = compiled_chains(model, pruned)
        self._chains = chains(model, pruned) if self._pieces is None else []

    def posterior(self, at: Ints | None = None, added: Floats | None = None) -> Floats:
        """The posteriors (float32[position, candidate]), with log-weights ``added`` at the positions ``at``."""
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
        """The posteriors without added log-weights. Only chains that get some are computed again."""
        out = np.zeros(self.ids.shape, np.float32)
        out[:, 0] = 1
        if self._pieces is not None:
            kernel.native.posterior(self._pieces, self._weight, self.ids.shape[1], None, out)
        _work_through(self._chains, self._weight, out)
        return out

    def decoded(self, posterior: Floats) -> Decoded:
        """The candidates sorted by posterior."""
        order = np.argsort(-posterior, axis=1, kind="stable")
        order += np.arange(len(order))[:, None] * order.shape[1]  # as places in the whole, for one look-up in each
        return Decoded(self.ids.take(order), posterior.take(order), self.column.take(order))


def _work_through(parts: list[Chains], weight: Floats, out: Floats) -> None:
    for part in filter(lambda part: len(part.length), parts):
        out[part.position, : part.potential.shape[-1]] = part.posterior(weight)


def unsure(posterior: Floats, sure: float = SURE) -> Ints:
    """The uncertain positions, which are worth the cost of rescoring."""
    return np.flatnonzero(posterior.max(1) < sure)


def decode(
    model: Model, ids: Ids, weight: Floats, extra: Extra | None = None, *, keep: int = KEEP, margin: float = MARGIN
) -> Decoded:
    """Posteriors of the candidates ``ids[position, candidate]`` (int32, 0: none) with log-weights ``weight`` (nats).

    Positions are those of a stream: ``<s>`` and ``<p>`` are positions with one candidate. ``extra`` is called with the
    uncertain positions, their candidates and posteriors, and returns log-weights to add there.
    """
    lattice = Lattice(model, ids, weight, keep=keep, margin=margin)
    posterior = lattice.posterior()
    if extra is not None and len(at := unsure(posterior)):
        posterior = lattice.posterior(at, extra(at, lattice.ids[at], posterior[at]))
    return lattice.decoded(posterior)
