"""How sure it is that a string is several words, by the nats that parting it gains.

Each kind of string has a scale of its own: what has no marks, a capital or the letters of a loan looks more like a
foreign word.
"""

from __future__ import annotations

from functools import lru_cache
from math import exp, inf, log
from typing import TYPE_CHECKING

from vntextclean.named_tuple import NamedTuple

if TYPE_CHECKING:
    from vntextclean.filters.run_ons.run_on import RunOn

#: The log-odds of 98 in 100; more nats than rounding changes a confidence by, from so small a one on.
_SURE, _ROUNDED, _LEAST = 3.89, 0.01, 0.01


class _Scale(NamedTuple):
    """How nats of gain become a confidence: ``sure`` is where 98 of 100 are right."""

    sure: float
    step: float

    def confidence(self, gain: float) -> float:
        """A logistic curve through 0.98 at ``sure``."""
        return round(1 / (1 + exp(-_SURE - max(-30.0, min(30.0, (gain - self.sure) / self.step)))), 4)


#: Measured on 300 000 syllables of clean text and the same with 3 % of their spaces taken out: above -0.5 nats, one of
#: 4 170 marked strings was parted wrongly; strings without marks look more like foreign words.
_MARKED = _Scale(-0.5, 1.0)
_BARE = _Scale(4.0, 1.0)
#: A name written as names are (Myra, Cheoreo) is likelier a name: on 7 500 000 syllables of clean text ten such gained
#: more than 2 nats and none 6, but for real run-ons.
_BARE_NAME = _Scale(6.0, 1.0)
#: A string with the letters of a loan: in 1 300 000 syllables of clean text the loans among them gained up to 6.4 nats
#: (Lêningrát), 340 of 400 made run-ons of the same letters more than 8.
_LOAN = _Scale(8.0, 1.0)
#: Written as names are; "Lêningrát" gains 9 nats in some sentences.
_LOAN_NAME = _Scale(11.0, 1.0)
NUMBER = _Scale(-0.5, 1.0)
#: Of 850 pairs of real text (32 000 lines) that look like an echo when they are glued ("các cách"), 4 lead by so much;
#: of 1 264 made echoes 1 176.
ECHO = _Scale(10.5, 1.0)
#: Two ways nearly as good as each other are a guess.
_AMBIGUOUS = 0.7
#: The most that is claimed of what may be one word.
DOUBTFUL = 0.9


@lru_cache(maxsize=1 << 4)
def least_gain(confidence: float) -> float:
    """The gain below which nothing is so sure, whatever it is: of the scales none gives more than that of marked words.

    In sound text nine suspects in ten gain less, and nothing more need be asked about them.

    >>> gain = least_gain(0.5)
    >>> _MARKED.confidence(gain - 0.01) < 0.5 <= _MARKED.confidence(gain + 0.02)
    True
    """
    if confidence < _LEAST:
        return -inf
    return _MARKED.sure + _MARKED.step * (log(confidence / (1 - confidence)) - _SURE) - _ROUNDED


def confidence_of(found: RunOn) -> float:
    """The confidence of a run-on that is neither a number nor an echo, by its words alone."""
    if not found.marked and found.pieces[0][0].isupper() and "".join(found.pieces)[1:].islower():
        sure = _BARE_NAME.confidence(found.gain)
    elif found.loan:
        sure = (_LOAN_NAME if found.pieces[0][0].isupper() else _LOAN).confidence(found.gain)
    else:
        sure = (_MARKED if found.marked else _BARE).confidence(found.gain)
    if len(found.pieces) > 2 and len({piece.lower() for piece in found.pieces}) == 1:
        # Laughter and the like: hahaha.
        return min(sure, 0.4)
    from vntextclean.filters.run_ons.loans import is_foreign_name

    if is_foreign_name(tuple(filter(None, found.pieces))):
        return min(sure, DOUBTFUL)
    return min(sure, DOUBTFUL) if found.runner_up < _AMBIGUOUS else sure
