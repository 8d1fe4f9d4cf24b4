"""How strange the model finds each line of a text: the higher its perplexity, the less it reads like Vietnamese.

Lines are scored all together, so that a corpus is read at the speed of the look-ups. The letters of unknown words
count: without them every jumble of letters would be one unknown word like any other.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import code_points


class Line(NamedTuple):
    """What the model says of one line: log-probabilities are sums over its words and borders, natural logarithms.

    ``tokens`` counts words, numbers and the borders of clauses and sentences, ``unknown`` the words the model does not
    know; ``of_classes`` takes each of them for one of a class, ``log_prob`` for the word it is.
    """

    words: int
    unknown: int
    tokens: int
    log_prob: float
    of_classes: float

    @property
    def perplexity(self) -> float | None:
        """Between how many words the model hesitates, on average; None where there are no words."""
        return _perplexity(self.log_prob, self.tokens)

    @property
    def class_perplexity(self) -> float | None:
        """The same, with every unknown word taken for one of a class."""
        return _perplexity(self.of_classes, self.tokens)

    def with_line(self, other: Line) -> Line:
        """Two lines as one."""
        return Line(
            self.words + other.words,
            self.unknown + other.unknown,
            self.tokens + other.tokens,
            self.log_prob + other.log_prob,
            self.of_classes + other.of_classes,
        )


NOTHING = Line(0, 0, 0, 0.0, 0.0)
#: Characters scored at once: a word takes some 200 bytes on the way.
_TOGETHER = 1 << 19


def _perplexity(log_prob: float, tokens: int) -> float | None:
    return math.exp(min(-log_prob / tokens, 700)) if tokens else None


def score_lines(text: str, model: Model) -> list[Line]:
    r"""What the model says of each line; lines end at "\n".

    >>> strange, usual, empty = score_lines("Hôm mưa nay trời.\nHôm nay trời mưa.\n...", Model.open())
    >>> strange.perplexity > usual.perplexity, usual.words, empty.perplexity
    (True, 4, None)
    """
    out: list[Line] = []
    begin = 0
    while (cut := text.find("\n", begin + _TOGETHER)) >= 0:
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
    # A line owns its words, the borders before them, and the <s> that ends it; the first <s> of the text is no one's.
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
