"""Spaces: of the wrong kind, too many, at line ends, before a punctuation mark, and lost behind one."""

from __future__ import annotations

from vntextclean.edit import Edit
from vntextclean.filter import Phase
from vntextclean.filters.spacing.rules import RULES
from vntextclean.filters.spacing.signs import BESIDE, GLUED_SIGN
from vntextclean.scanning.unusual import UNUSUAL
from vntextclean.settings import Settings
from vntextclean.text_state import TextState


class Spacing:
    r"""Puts one plain space where words part and none where they do not.

    Runs first of the boundary filters, because all later ones read words by their spaces.

    >>> [edit.rule for edit in Spacing(Settings()).edits(TextState("Khu vực\u00a0này , bà con"))]
    ['spacing.odd', 'spacing.before-punctuation']
    >>> list(Spacing(Settings()).edits(TextState("TP.HCM có 1.500 hộ; xem vnexpress.net :)")))
    []
    """

    name = "spacing"
    phase = Phase.BOUNDARIES
    rules = RULES
    sign = GLUED_SIGN | BESIDE | UNUSUAL

    def __init__(self, settings: Settings) -> None:
        self._lang = settings.lang

    def edits(self, state: TextState) -> list[Edit]:
        """White space to change and spaces to put in; both kinds never touch the same character."""
        # Only now, for a clean line never comes here.
        from vntextclean.filters.spacing.search import SpacingSearch

        return SpacingSearch(self._lang).edits(state)
