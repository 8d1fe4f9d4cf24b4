"""Choose one of a few given words by its context, or weigh one, where the text itself has lost the word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from vntextclean.errors import ModelError

if TYPE_CHECKING:
    from vntextclean.lm.model import Model

#: The best word must be likelier than the second best by this much (nats); else :func:`most_likely` gives None.
_MARGIN = 3.0


def most_likely(words: Sequence[str], before: Sequence[str], after: Sequence[str]) -> str | None:
    """The word that fits the context best by a margin of 3 nats, or None. None as well where no model can be opened.

    ``before`` and ``after`` are the words on both sides, in text order.

    >>> most_likely(["khỏi", "khời", "khọi"], ["rời", "đi"], ["nhà"])
    'khỏi'
    >>> most_likely(["bàn", "bản"], ["một"], [])
    """
    # The model loads numpy; only text that lost bytes comes here.
    from vntextclean.lm.model import Model

    try:
        model = Model.open()
    except ModelError:
        return None
    known = [word for word in words if _is_known(model, word)]
    scored = sorted((float(model.token_scores(" ".join([*before, word, *after])).sum()), word) for word in known)
    if not scored or (len(scored) > 1 and scored[-1][0] - scored[-2][0] < _MARGIN):
        return None
    return scored[-1][1]


def gain(word: str, before: Sequence[str], after: Sequence[str]) -> float | None:
    """By how much (nats) the words on both sides are likelier with a word between them; None where no model is.

    >>> gain("ở", ["sống"], ["Huế"]) > gain("ồ", ["sống"], ["Huế"])
    True
    """
    from vntextclean.lm.model import Model

    try:
        model = Model.open()
    except ModelError:
        return None
    with_it, without = ([*before, word, *after], [*before, *after])
    return float(model.token_scores(" ".join(with_it)).sum() - model.token_scores(" ".join(without)).sum())


def _is_known(model: Model, word: str) -> bool:
    """Whether the model has the word. An unknown word would get the score of the whole class of unknown words."""
    from vntextclean.lm.text.scan import UNKNOWN_MARKED

    core = word.strip(".,;:!?()\"'“”‘’…")
    return core == "" or int(model.ids([core.lower()])[0]) > UNKNOWN_MARKED
