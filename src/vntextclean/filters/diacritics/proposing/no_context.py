"""Stretches in which a quarter of the words is doubted and next to none of them has a rival that fits.

A damaged word is repaired by the words around it. Where words stand in no order, or where so many are damaged that none
tells of its neighbour, every other word is improbable, and so is whatever is tried for it. Each repair that is made by
chance makes others likelier, so that such a text was judged again for dozens of rounds, at a hundred times the cost of
prose. So these stretches are left alone once the first search has shown what they are.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from vntextclean.filters.diacritics.proposing.no_language import in_language
from vntextclean.filters.diacritics.proposing.suspects import Suspect
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import Scan

Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]

#: So many words in a row are looked at together. Fewer are not told: half of one sentence may well be damaged.
_TOGETHER = 256
#: A stretch is left alone where more than such a share of its words is doubted, and of these not more than such a share
#: has a rival that fits so much better than what stands there (nats). Of damaged words in no order, half of them bare
#: or in tables, .23 to .48 are doubted, and at most .01 of these has such a rival. Of 344 texts off paper or of
#: converters nine have more than .25 doubted somewhere; of prose with each word damaged .38 to .46 are, and .09 to .15
#: of these have such a rival.
_DOUBTED, _FITTING, _FITS = 0.25, 0.03, 10.0
#: Of its words not more than such a share is one letter. Those nine lost letters throughout, which leaves .24 to .57,
#: and what is still whole there tells of its neighbours; of damaged words in no order .07 are.
_LETTERS = 0.15


def without_context(scan: Scan, suspects: list[Suspect]) -> Bools | None:
    """Which words of a text stand in such stretches; None if none do, as in nearly every text.

    ``suspects`` are all words that are doubted, in order. Safe to call from several threads.
    """
    if len(scan) < _TOGETHER or len(suspects) <= _DOUBTED * _TOGETHER:
        return None
    tokens = np.array([each.token for each in suspects], np.int64)
    fits = np.array([each.gains[0] >= _FITS for each in suspects], np.bool_)
    doubted, fitting = _in_each(scan, tokens), _in_each(scan, tokens[fits])
    hopeless = (doubted > _DOUBTED * _TOGETHER) & (fitting <= _FITTING * doubted)
    if not hopeless.any():
        return None
    letters = _in_each(scan, (scan.ends - scan.starts == 1).nonzero()[0])
    begins = (hopeless & (letters <= _LETTERS * _TOGETHER)).nonzero()[0]
    if not len(begins):
        return None
    edges = np.zeros(len(scan) + 1, np.int64)
    edges[begins] += 1
    edges[begins + _TOGETHER] -= 1
    left_out: Bools = np.cumsum(edges)[:-1] > 0
    return left_out


def in_context(model: Model, scan: Scan, left_out: Bools | None) -> Ints | None:
    """The words that stand neither in such stretches, of which ``left_out`` tells, nor in no language; None for all."""
    if left_out is None:
        return None  # of no language the search asks itself
    told: Ints = (~left_out).nonzero()[0]
    language = in_language(model, scan)
    return told if language is None else np.intersect1d(told, language, assume_unique=True)


def _in_each(scan: Scan, tokens: Ints) -> Ints:
    """How many of the tokens stand in each stretch, by its first word."""
    count = np.zeros(len(scan) + 1, np.int64)
    count[tokens + 1] = 1
    count = np.cumsum(count)
    found: Ints = count[_TOGETHER:] - count[:-_TOGETHER]
    return found
