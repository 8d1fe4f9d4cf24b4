"""Perplexity of each line of a text: the higher, the less the line reads like Vietnamese.

All lines are scored in one batch. The letters of unknown words count; otherwise random letters would score like any
other unknown word.
"""

from __future__ import annotations

import math

import numpy as np

from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import code_points
from vntextclean.named_tuple import NamedTuple


class Line(NamedTuple):
    """The score of one line; log-probabilities are sums over its tokens, in nats.

    ``words`` counts words and numbers, ``unknown`` the words that the model does not know, ``tokens`` words, numbers
    and the borders of clauses and sentences. ``of_classes`` gives an unknown word the probability of its class,
    ``log_prob`` also that of its letters.
    """

    words: int
    unknown: int
    tokens: int
    log_prob: float
    of_classes: float

    @property
    def perplexity(self) -> float | None:
        """``exp(-log_prob / tokens)``, or None where there are no words."""
        return _perplexity(self.log_prob, self.tokens)

    @property
    def class_perplexity(self) -> float | None:
        """``exp(-of_classes / tokens)``, or None where there are no words."""
        return _perplexity(self.of_classes, self.tokens)

    def with_line(self, other: Line) -> Line:
        """The score of two lines together."""
        return Line(
            self.words + other.words,
            self.unknown + other.unknown,
            self.tokens + other.tokens,
            self.log_prob + other.log_prob,
            self.of_classes + other.of_classes,
        )


NOTHING = Line(0, 0, 0, 0.0, 0.0)
#: Code points scored at once. A word takes some 200 bytes of memory meanwhile.
_BATCH = 1 << 19


def _perplexity(log_prob: float, tokens: int) -> float | None:
    return math.exp(min(-log_prob / tokens, 700)) if tokens else None


def score_lines(text: str, model: Model) -> list[Line]:
    r"""The score of each line; lines end at "\n" only.

    >>> strange, usual, empty = score_lines("Hôm mưa nay trời.\nHôm nay trời mưa.\n...", Model.open())
    >>> strange.perplexity > usual.perplexity, usual.words, empty.perplexity
    (True, 4, None)
    """
    out: list[Line] = []
    begin = 0
    while (cut := text.find("\n", begin + _BATCH)) >= 0:
        out += _scored(text[begin:cut], model)
        begin = cut + 1
    return out + _scored(text[begin:], model)


def _scored(text: str, model: Model) -> list[Line]:
    count = text.count("\n") + 1
    scan = model.scan(text)
    if not len(scan):
        return [NOTHING] * count
    of_classes = model.token_scores(text).astype(np.float64)
    log_prob = of_classes.copy()
    places, spelled = model.spelling_scores(scan)
    log_prob[places] += spelled
    breaks = np.flatnonzero(code_points(text) == ord("\n"))
    line = np.searchsorted(breaks, scan.starts)
    # A line has its words, the borders before them and the <s> at its end. The first <s> of the text belongs to none.
    first = np.flatnonzero(np.diff(line, prepend=-1))
    begins = scan.at[first] - 1
    begins[0] = 0
    tokens = np.diff(np.append(begins, len(log_prob)))
    known = np.cumsum(np.append(0, ~(scan.known | scan.tokens.number)))
    ends = np.append(first[1:], len(scan))
    out = [NOTHING] * count
    for place, *fields in zip(
        line[first].tolist(),
        (ends - first).tolist(),
        (known[ends] - known[first]).tolist(),
        tokens.tolist(),
        np.add.reduceat(log_prob, begins).tolist(),
        np.add.reduceat(of_classes, begins).tolist(),
        strict=True,
    ):
        out[place] = Line(*fields)
    return out
