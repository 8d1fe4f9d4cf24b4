"""Telex and VNI keys left in the text because the input method was off: "tieesng Vieejt"."""

from __future__ import annotations

from vntextclean.edit import Edit
from vntextclean.filter import Phase
from vntextclean.filters.keystrokes.rules import RULES
from vntextclean.filters.keystrokes.signs import ENGLISH, KEYS
from vntextclean.settings import Settings
from vntextclean.text_state import TextState


class Keystrokes:
    """Spells out clauses of Telex or VNI keys, and single unmistakable words among Vietnamese ones.

    >>> [edit.replacement for edit in Keystrokes(Settings()).edits(TextState("hocj tieesng Vieejt"))]
    ['học', 'tiếng', 'Việt']
    >>> list(Keystrokes(Settings()).edits(TextState("The queen took off her boots. Bản beta của iOS 6s và CO2")))
    []
    """

    name = "keystrokes"
    phase = Phase.CHARACTERS
    rules = RULES
    sign = KEYS | ENGLISH

    def __init__(self, settings: Settings) -> None:
        self._lang = settings.lang

    def edits(self, state: TextState) -> list[Edit]:
        """The words to spell out; text without a sign of keys costs one scan."""
        # Only now, for a clean line never comes here.
        from vntextclean.filters.keystrokes.search import KeySearch

        return KeySearch(self._lang).edits(state)
