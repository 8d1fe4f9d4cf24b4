"""Words that the model has counted in real text, and their numbers in it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from vntextclean.errors import ModelError

if TYPE_CHECKING:
    from vntextclean.lm.model import Model

#: So many ids are kept; a document says the same words again and again.
_MOST_KEPT = 1 << 15


def attested(words: Sequence[str]) -> list[str]:
    """Those of some words that the model has counted in real text; all of them where there is no model.

    >>> attested(["người", "ngườc"])
    ['người']
    """
    return Attested()(words)


class Attested:
    """The same for words asked one after the other: the model is opened once, and only if a word is asked.

    To open it costs a look at its file, which was a tenth of the time of text that lost bytes.
    """

    @cached_property
    def _model(self) -> Model | None:
        return the_model()

    def __call__(self, words: Sequence[str]) -> list[str]:
        """Those of some words that the model has counted."""
        model = self._model if words else None
        return list(words) if model is None else list(_attested(model, tuple(words)))


@lru_cache(maxsize=1 << 12)
def _attested(model: Model, words: tuple[str, ...]) -> tuple[str, ...]:
    from vntextclean.lm.text.scan import UNKNOWN_MARKED

    numbers = numbers_of(model, [word.lower() for word in words])
    return tuple([word for word, number in zip(words, numbers, strict=True) if number > UNKNOWN_MARKED])


def usual_shares(words: Sequence[str]) -> dict[str, float]:
    """The share of each of some words, in small letters, among all of them in real text; nothing without a model.

    >>> shares = usual_shares(["nội", "nổi", "nỗi"])
    >>> shares["nội"] > shares["nỗi"], round(sum(shares.values()), 6)
    (True, 1.0)
    """
    model = the_model()
    if model is None:
        return {}
    numbers = numbers_of(model, words)
    counts = {word: math.exp(float(model.frequency[number])) for word, number in zip(words, numbers, strict=True)}
    whole = sum(counts.values())
    return {word: count / whole for word, count in counts.items()}


def the_model() -> Model | None:
    """The model, or None where it is not there: then a word is never chosen among several."""
    from vntextclean.lm.model import Model  # it loads numpy; only text that lost bytes comes here

    try:
        return Model.open()
    except ModelError:
        return None


@lru_cache(maxsize=4)
def _kept(_: Model) -> dict[str, int]:
    """The ids of words of a model that were asked before."""
    return {}


def numbers_of(model: Model, words: Sequence[str]) -> list[int]:
    """The ids of some words. To look up ten takes no longer than one, and a word that lost bytes may be ten."""
    kept = _kept(model)
    numbers = [kept.get(word, -1) for word in words]
    if -1 in numbers:
        fresh = list(dict.fromkeys(word for word, number in zip(words, numbers, strict=True) if number < 0))
        found = dict(zip(fresh, model.ids(fresh).tolist(), strict=True))
        if len(kept) > _MOST_KEPT:
            kept.clear()
        kept.update(found)
        numbers = [found[word] if number < 0 else number for word, number in zip(words, numbers, strict=True)]
    return numbers


def number_of(model: Model, word: str) -> int:
    """The id of a word."""
    return numbers_of(model, (word,))[0]
