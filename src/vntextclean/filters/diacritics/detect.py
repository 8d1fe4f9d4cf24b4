"""Which syllables are doubted: those that the words beside them make improbable, and what is no syllable."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from vntextclean.lm.bigrams import bigrams, neighbours
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import PAD, TITLE, UPPER, Scan

Ids = npt.NDArray[np.int32]
Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]

#: A legal syllable is doubted when the two bigrams it takes part in cost more than this together (nats). 33 % of sound
#: words do, and 98 % of the damaged ones (held-out lines, 2 % damage; at -12.3, 23 and 97 %, at -10.7, 45 and 99 %);
#: the full model's costs tell them apart no better and are six times as dear.
DOUBT = -11.5
#: Spellings longer than this are names, loans or run-ons.
LONGEST = 7


class Doubts(NamedTuple):
    """Doubtful words, a row each.

    Token, place in the padded ids, id of the lower-case spelling, whether that is a legal syllable, the cost of the two
    bigrams it takes part in (nats), and whether the one on the left and the one on the right are known.
    """

    token: Ints
    position: Ints
    lower: Ids
    legal: Bools
    cost: Floats
    left: Bools
    right: Bools

    def only(self, chosen: Ints) -> Doubts:
        """Some of the rows."""
        return Doubts._make(column.take(chosen) for column in self)


def among_all(model: Model, legal: Bools, scan: Scan, ids: Ints) -> Doubts:
    """The words that cost enough to be doubted or are no syllables."""
    score, seen = neighbours(model, scan)
    changed = (ids != scan.padded).nonzero()[0]
    if len(changed):
        changed = np.concatenate((changed - 1, changed))
        score, seen = score.copy(), seen.copy()
        score[changed], seen[changed] = bigrams(model, ids.take(changed), ids.take(changed + 1))
    before = scan.at + (PAD - 1)
    cost = score.take(before)
    cost += score.take(before + 1)
    syllable = legal.take(scan.lower)
    token = ((cost < DOUBT) | ~syllable).nonzero()[0]
    before = before.take(token)
    return Doubts(
        token, before + 1, scan.lower.take(token), syllable.take(token), cost.take(token), seen.take(before),
        seen.take(before + 1),
    )  # fmt: skip


def among(model: Model, legal: Bools, scan: Scan, ids: Ints, token: Ints) -> Doubts:
    """Some words, and what they cost."""
    position = scan.at.take(token) + PAD
    own = ids.take(position)
    first, second = np.concatenate((ids.take(position - 1), own)), np.concatenate((own, ids.take(position + 1)))
    score, seen = bigrams(model, first, second)
    count, lower = len(token), scan.lower.take(token)
    return Doubts(token, position, lower, legal.take(lower), score[:count] + score[count:], seen[:count], seen[count:])


def doubted(scan: Scan, words: Doubts) -> Doubts:
    """Those that could be damaged syllables and cost too much."""
    token = words.token
    length = scan.ends.take(token) - scan.starts.take(token)
    case = scan.case.take(token)
    odd = scan.marked.take(token) | ((case <= TITLE) & (length > 1))
    word = ~scan.tokens.number.take(token) & (length <= LONGEST) & (case <= UPPER)
    return words.only((word & np.where(words.legal, words.cost < DOUBT, odd)).nonzero()[0])
