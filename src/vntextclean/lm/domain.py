"""N-gram tables with those of a domain laid over them: what a user's own text says goes before what the model says.

A domain's tables (``model/mix.py``) hold the gain and the back-off weight that an n-gram has after mixing; they are
asked first. An n-gram the domain lacks is as likely as the model has it, whatever the domain thinks of its ending: its
gain is measured from the ending as the model had it. Only where neither has it does the mixed ending count.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from vntextclean.lm import fuse_table
from vntextclean.lm.ngrams import BITS, Bools, Floats, Keys, NGrams

#: Values of a domain's tables have 16 bits at every order, and as many for the fingerprint: a wrong hit would not only
#: add an n-gram that is not there but hide one of the model's.
VALUE_BITS = 16


class DomainNGrams(NGrams):
    """The tables of a model and, over them, those of a domain.

    ``domain`` holds ``log_prob`` and ``backoff`` of single ids after mixing, ``N/slots``, ``N/gains`` and
    ``N/backoffs`` for every order N from 2, and ``layout``, the seed and the segment length of each order's table.
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
        """Nothing: the kernel knows the tables of one model, and answers through those of the model alone."""

    def find(self, order: int, keys: Keys) -> tuple[Bools, Floats, Floats]:
        """As that of the model, but the domain's where it has the n-gram."""
        hit, gain, backoff = self._alone.find(order, keys)
        over, value = self._over[order - 2][0].find(keys)
        _, gains, backoffs = self._over[order - 2]
        gain = np.where(over, gains.take(value >> 8), self._gain_from_here(order, keys, hit & ~over, gain))
        return hit | over, gain, np.where(over, backoffs.take(value & 255), backoff)

    def gains(self, order: int, keys: Keys) -> tuple[Bools, Floats]:
        """The first two answers of :meth:`find`."""
        return self.find(order, keys)[:2]

    def _gain_from_here(self, order: int, keys: Keys, own: Bools, gain: Floats) -> Floats:
        """The gains of the model's own n-grams, measured from what their endings are after mixing."""
        at = np.flatnonzero(own)
        if len(at):
            some = keys[at].view(np.int64)
            places = range(1, order)  # the ending: all ids but the oldest, which has the lowest bits
            ending = np.stack([(some >> (BITS * place)) & ((1 << BITS) - 1) for place in places], 1)
            gain[at] += self._alone.logp(ending) - self.logp(ending)
        return gain
