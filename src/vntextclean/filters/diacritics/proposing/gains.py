"""How likely the model finds rivals in the place of what stands there, by bigrams and by whole windows."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from vntextclean.lm.bigrams import bigrams
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import SPECIALS, UNKNOWN_LOWER

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

#: What the letters of an unknown word cost beyond the class of unknown words (nats): its spelling is one of thousands.
SPELLING = 6.0


def bigram_log_prob(model: Model, ids: Ints, position: Ints, owner: Ints, rival: Ints) -> Floats:
    """What the two bigrams of each rival cost where it would stand."""
    before, after = ids.take(position - 1).take(owner), ids.take(position + 1).take(owner)
    scores, _ = bigrams(model, np.concatenate((before, rival)), np.concatenate((rival, after)))
    return scores[: len(rival)] + scores[len(rival) :]


def gains(model: Model, ids: Ints, position: Ints, owner: Ints, rival: Ints) -> Floats:
    """How much likelier the full model finds each rival than what stands in its place."""
    asked = np.zeros(len(position), np.bool_)
    asked[owner] = True
    there = position[asked]
    own_ids = ids.take(there)
    scores = _windows(model, ids, np.concatenate((position.take(owner), there)), np.concatenate((rival, own_ids)))
    unknown = (own_ids >= UNKNOWN_LOWER) & (own_ids < len(SPECIALS))
    own = scores[len(rival) :] - np.where(unknown, SPELLING, 0).astype(np.float32)
    gained: Floats = scores[: len(rival)] - own.take(asked.cumsum().take(owner) - 1)
    return gained


def _windows(model: Model, ids: Ints, position: Ints, centre: Ints) -> Floats:
    """The log-probability of all windows that hold ``position``, with ``centre`` put there."""
    order = model.order
    reach = order - 1  # no more than the padding
    around = ids.take(position[:, None] + np.arange(-reach, reach + 1))
    around[:, reach] = centre
    rows = around.take(np.arange(order)[:, None] + np.arange(order), 1)
    scores = model.logp(rows.reshape(-1, order)).reshape(len(position), order)
    scores[around[:, reach:] == 0] = 0
    total: Floats = scores.sum(1)
    return total
