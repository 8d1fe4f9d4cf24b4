"""Domain adaptation: n-gram tables of a user's own text, which take precedence over those of the model.

``model/mix.py`` makes the tables of a domain. They hold the gain and the back-off weight of an n-gram after mixing, and
are looked up first. An n-gram that only the model has keeps its probability in the model. Its gain is therefore
corrected by the change of its lower-order probability through mixing. An n-gram that neither has backs off to the mixed
lower order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from vntextclean.lm import fuse_table
from vntextclean.lm.ngrams import BITS, Bools, Floats, Keys, NGrams

#: Bits of a value at every order; the fingerprint has 16 bits too. A false hit would not only add an n-gram that does
#: not exist, it would also hide an n-gram of the model.
VALUE_BITS = 16


class DomainNGrams(NGrams):
    """The tables of a model together with those of a domain.

    ``domain`` holds ``log_prob`` and ``backoff`` of single ids after mixing (float32[ids], nats), ``N/slots``,
    ``N/gains`` and ``N/backoffs`` for every order N from 2, and ``layout``: seed and segment length of each order's
    table. Raises ValueError if the tables do not fit together, KeyError if one is missing. Threads may share it.
    """

    def __init__(
        self,
        log_prob: Floats,
        backoff: Floats,
        arrays: Mapping[str, npt.NDArray[Any]],
        layout: Sequence[tuple[int, int]],
        domain: Mapping[str, npt.NDArray[Any]],
    ) -> None:
        self._alone = NGrams(log_prob, backoff, arrays, layout)
        super().__init__(domain["log_prob"], domain["backoff"], arrays, layout)
        self._over = [
            (
                fuse_table.Table(domain[f"{n}/slots"], int(seed), VALUE_BITS, int(segment)),
                domain[f"{n}/gains"],
                domain[f"{n}/backoffs"],
            )
            for n, (seed, segment) in enumerate(domain["layout"], 2)
        ]
        fits = (
            len(self.log_prob) == len(log_prob)
            and len(self._over) == self.order - 1
            and all(
                table.slots.dtype == np.uint32
                and table.fits()
                and len(gains) == len(backoffs) == 256
                and bool(np.isfinite(gains).all() and np.isfinite(backoffs).all())
                for table, gains, backoffs in self._over
            )
        )
        if not fits:
            raise ValueError("the tables of the domain do not fit together")

    def _compiled(self) -> None:
        """None: the kernel supports the tables of a model alone. They are used through ``self._alone``."""

    def find(self, order: int, keys: Keys) -> tuple[Bools, Floats, Floats]:
        """As :meth:`NGrams.find`, with the domain's values where the domain has the n-gram."""
        hit, gain, backoff = self._alone.find(order, keys)
        over, value = self._over[order - 2][0].find(keys)
        _, gains, backoffs = self._over[order - 2]
        gain = np.where(over, gains.take(value >> 8), self._gain_from_here(order, keys, hit & ~over, gain))
        return hit | over, gain, np.where(over, backoffs.take(value & 255), backoff)

    def gains(self, order: int, keys: Keys) -> tuple[Bools, Floats]:
        """The first two arrays of :meth:`find`."""
        return self.find(order, keys)[:2]

    def _gain_from_here(self, order: int, keys: Keys, own: Bools, gain: Floats) -> Floats:
        """Gains of n-grams that only the model has, relative to their lower-order probability after mixing."""
        at = np.flatnonzero(own)
        if len(at):
            some = keys[at].view(np.int64)
            places = range(1, order)  # the lower order: all ids but the oldest, which has the lowest bits
            ending = np.stack([(some >> (BITS * place)) & ((1 << BITS) - 1) for place in places], 1)
            gain[at] += self._alone.logp(ending) - self.logp(ending)
        return gain
