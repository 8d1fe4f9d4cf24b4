"""Puts together the features of a proposed repair (``evidence/features.py`` says what they are)."""

from __future__ import annotations

from functools import lru_cache

from vntextclean.filters.diacritics.around_words import Around
from vntextclean.filters.diacritics.best_rivals import Opinion
from vntextclean.filters.diacritics.evidence.features import Features
from vntextclean.filters.diacritics.proposing.suspects import Suspect
from vntextclean.lm.model import Model
from vntextclean.vietnamese.letters import tone_of

#: The tones that are taken for one another, as :func:`tone_of` numbers them.
HOI_NGA = {3, 4}


def features_of(model: Model, own: int, found: Suspect, told: Around, opinion: Opinion, repeated: bool) -> Features:
    """The features of one repair, but for its usage, which takes a look at the whole document.

    ``own`` is the id of the word as it stands, ``told`` what its text says of it, ``repeated`` whether it has it again.
    """
    foreign, _, illegal, name, upper, vowelless, log_prob, length, edges, behind_number, strange = told
    rival, gain, wide, lead, (people, by_engine) = opinion
    _, _, _, _, known_left, known_right = found
    # In their order: by their names they take twice as long.
    return Features(
        gain, lead, wide, known_left, known_right, illegal, name, upper, repeated, vowelless, log_prob,
        model.log_prob.item(rival), length, edges, _swaps(model.words[own], model.words[rival]), foreign, behind_number,
        people, by_engine, 0.0, strange,
    )  # fmt: skip


@lru_cache(1 << 12)
def _swaps(one: str, other: str) -> bool:
    """Whether two words have the tones that many writers mistake for each other.

    >>> _swaps("nghĩ", "nghỉ"), _swaps("nghĩ", "nghi")
    (True, False)
    """
    return {tone_of(one), tone_of(other)} == HOI_NGA
