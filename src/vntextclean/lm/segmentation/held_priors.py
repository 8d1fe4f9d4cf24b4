"""The prior and cost of paths, held: an article has the same names again and again."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial

from vntextclean.lm.model import Model
from vntextclean.lm.segmentation import priors
from vntextclean.lm.segmentation.glued import Piece
from vntextclean.lm.segmentation.pieces import LONGEST_HELD

#: So many paths of each kind are held, of strings of :data:`LONGEST_HELD` characters at most.
_HELD = 1 << 12
_cost = lru_cache(maxsize=_HELD)(priors.cost)


def cost(text: str, path: tuple[Piece, ...]) -> float:
    """What :func:`priors.cost` says."""
    return (_cost if len(text) <= LONGEST_HELD else priors.cost)(text, path)


def prior(model: Model, text: str, path: tuple[Piece, ...], is_before_number: bool) -> float:
    """What :func:`priors.prior` says; held no longer than the model is."""
    if len(text) > LONGEST_HELD:
        return priors.prior(model, text, path, is_before_number)
    return model.derived(_by)(text, path, is_before_number)


def _by(model: Model) -> Callable[[str, tuple[Piece, ...], bool], float]:
    return lru_cache(maxsize=_HELD)(partial(priors.prior, model))
