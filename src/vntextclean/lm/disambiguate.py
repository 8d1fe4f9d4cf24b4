"""Which of a few words stands in a context, when the text itself has lost it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from vntextclean.errors import ModelError

if TYPE_CHECKING:
    from vntextclean.lm.model import Model

#: How much likelier (in nats) the best must be than the next; see :func:`most_likely`.
_MARGIN = 3.0


def most_likely(words: Sequence[str], before: Sequence[str], after: Sequence[str]) -> str | None:
    """The word that the context asks for by a wide margin, or None; None as well where there is no model.

    >>> most_likely(["khỏi", "khời", "khọi"], ["rời", "đi"], ["nhà"])
    'khỏi'
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


def _is_known(model: Model, word: str) -> bool:
    """Whether the model has counted the word; what it has not may be scored as some rare name."""
    from vntextclean.lm.text.scan import UNKNOWN_MARKED

    core = word.strip(".,;:!?()\"'“”‘’…")
    return core == "" or int(model.ids([core.lower()])[0]) > UNKNOWN_MARKED
