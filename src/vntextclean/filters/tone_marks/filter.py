"""Tone marks on the wrong letter of their syllable, and one placement style where a user asks for it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from vntextclean.edit import Edit
from vntextclean.filter import Phase
from vntextclean.filters.tone_marks.candidates import SIGN
from vntextclean.filters.tone_marks.rules import RULES
from vntextclean.scanning.unusual import unusual
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

if TYPE_CHECKING:
    from vntextclean.filters.tone_marks.search import Search


class ToneMarks:
    """Moves the tone mark of a word that is no syllable, if moving it makes one.

    >>> [edit.replacement for edit in ToneMarks(Settings()).edits(TextState("Ngòai ra, qúa trình này đựơc giao."))]
    ['Ngoài', 'quá', 'được']
    >>> list(ToneMarks(Settings()).edits(TextState("Hoà bình và hòa giải; Sméagol, Raúl")))
    []
    """

    name = "tone-marks"
    phase = Phase.WORDS
    rules = RULES

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._restyles = settings.tone_style != "keep"

    @cached_property
    def _search(self) -> Search:
        from vntextclean.filters.tone_marks.search import Search  # a clean line does not ask for it

        return Search(self._settings)

    def edits(self, state: TextState) -> list[Edit]:
        """The words to respell; clean text costs one scan."""
        text = state.text
        if text.isascii() or not (self._restyles or SIGN.may_be_in(state) or unusual(state)):
            return []
        found = self._search.edits(state)
        if not found:
            return []
        from vntextclean.filters.spacing.beside_repairs import with_lost_spaces

        return list(with_lost_spaces(text, found, state.accepts))
