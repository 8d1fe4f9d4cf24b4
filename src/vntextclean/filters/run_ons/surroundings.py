"""Whether a run-on stands in Vietnamese text: other languages have strings that two syllables would spell.

One letter that only Vietnamese has is not enough: Igbo writes "mmadụ", Czech "standardní".
"""

from __future__ import annotations

from collections.abc import Sequence

from vntextclean.filters.run_ons.run_on import RunOn
from vntextclean.text_state import TextState
from vntextclean.vietnamese.letters import OWN_LETTERS
from vntextclean.vietnamese.stretches import stretches_of
from vntextclean.vietnamese.syllables import is_syllable

#: Croatian has đ as well, Romanian ă, Kikuyu ĩ and ũ.
_OURS_ALONE = OWN_LETTERS - frozenset("ĂăĐđĨĩŨũ")


class Surroundings:
    """The text around the run-ons of one text, which themselves say nothing of it."""

    def __init__(self, state: TextState, found: Sequence[RunOn]) -> None:
        self._stretches = stretches_of(state, sorted((one.start, one.end) for one in found if not one.number))

    def is_vietnamese(self, found: RunOn) -> bool:
        """Whether the words beside a run-on are Vietnamese, or its own pieces beyond doubt.

        Pieces that are syllables count with the words beside them if letters that only Vietnamese has mark them:
        "lạtại" twice, "tạiđây" once, "Chèche", which is Haitian, not at all. A run-on without such pieces must stand
        among more Vietnamese words than others.
        """
        pieces = [piece for piece in found.pieces if piece]
        syllables = all(map(is_syllable, pieces))
        own = sum(not _OURS_ALONE.isdisjoint(piece) for piece in pieces) if syllables else 0
        if own:
            return not self._stretches.is_foreign(found.start, found.end, own)
        beside = self._stretches.evidence(found.start, found.end, closest=True)
        return beside.own > beside.alien
