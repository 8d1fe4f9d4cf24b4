"""Words of the same letters and what they have together: the net says how they share it, and of no other words more.

So a word that is alone with its letters is as likely behind the net as before it, and of several none is likelier than
they are together: whether the net must read them at all is often known before.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

#: A reading leads another by no more than this (nats).
MOST_LEAD = 12.0
#: Two sums of the same numbers differ by less than this.
_ROUNDING = 1e-9


def shared_out(letters: Sequence[int], weights: Sequence[float], shares: Sequence[float]) -> list[float]:
    """How likely words are with what the net says of each added, and with the sum that those of some letters had.

    >>> [round(total, 1) for total in shared_out([7, 7, 8], [1.0, 1.0, 3.0], [0.0, -50.0, -2.0])]
    [1.7, -48.3, 3.0]
    """
    total = [weight + share for weight, share in zip(weights, shares, strict=True)]
    for each in set(letters):
        alike = [at for at, own in enumerate(letters) if own == each]
        added = log_of_sum([weights[at] for at in alike]) - log_of_sum([total[at] for at in alike])
        for at in alike:
            total[at] += added
    return total


def may_change(letters: Sequence[int], weights: Sequence[float], shares: Sequence[float], number: int) -> bool:
    """Whether the net can make a word of some letters the likeliest of all, or the next to it.

    ``number`` counts the letters in the order in which they are first met; of those before it the net was asked.

    >>> [may_change([7, 8, 8], [5.0, *weights], [0.0, 0.0, 0.0], 1) for weights in ((4.0, 1.0), (-9.0, -8.0))]
    [True, False]
    >>> may_change([7, 8, 9], [5.0, 4.0, 1.0], [0.0, 0.0, 0.0], 1)
    False
    """
    order = [*dict.fromkeys(letters)]
    asked, before = order[number], order[:number]
    together = log_of_sum([weight for weight, own in zip(weights, letters, strict=True) if own == asked])
    told = [
        total
        for total, own in zip(shared_out(letters, weights, shares), letters, strict=True)
        if own in before or (own != asked and _is_alone(letters, own))
    ]
    told.sort(reverse=True)
    least = told[0] if _is_alone(letters, asked) else max([*told[1:2], told[0] - MOST_LEAD])
    return together >= least - _ROUNDING


def _is_alone(letters: Sequence[int], own: int) -> bool:
    return letters.count(own) == 1


def log_of_sum(nats: Iterable[float]) -> float:
    """The logarithm of the sum of some numbers by their logarithms.

    A word has two to six candidates: an array takes five times as long.

    >>> round(log_of_sum([math.log(0.25), math.log(0.5)]), 3) == round(math.log(0.75), 3)
    True
    """
    whole = -math.inf
    for each in nats:
        high, low = (whole, each) if whole > each else (each, whole)
        whole = high + math.log1p(math.exp(low - high))
    return whole
