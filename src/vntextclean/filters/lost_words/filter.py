"""Words that extraction lost: put back where half of a compound was left alone and the model knows the other half."""

from __future__ import annotations

from functools import cached_property

from vntextclean.edit import Edit
from vntextclean.filter import Phase, Rule
from vntextclean.filters.lost_words.search import GapSearch
from vntextclean.lm.model import Model
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

RULES = {
    "lost-words.word": Rule(
        "A word that was lost before half of its compound is put back",
        "Extraction drops whole syllables without a trace. Most cannot be known; half of a compound tells the other.",
        ("Các đơn vị thực hiện túc việc tiếp công dân.", "Các đơn vị thực hiện nghiêm túc việc tiếp công dân."),
        "Anh ấy túc trực bên giường bệnh.",
        "'{word}' is missing between '{left}' and '{right}' (p = {p:.3f})",
        "thiếu '{word}' giữa '{left}' và '{right}' (p = {p:.3f})",
    )
}


class LostWords:
    """Inserts a lost word where it is all but certain, and suggests the likely ones.

    The insertion stands immediately before the word it belongs to and carries its trailing space.

    >>> [
    ...     edit.replacement
    ...     for edit in LostWords(Settings()).edits(TextState("Các đơn vị thực hiện túc việc tiếp công dân."))
    ... ]
    ['nghiêm ']
    >>> list(LostWords(Settings()).edits(TextState("Các đơn vị thực hiện nghiêm túc việc tiếp công dân.")))
    []
    """

    name = "lost-words"
    phase = Phase.WORDS
    rules = RULES

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @cached_property
    def _model(self) -> Model:
        return Model.open(self._settings.model)

    def edits(self, state: TextState) -> list[Edit]:
        """One insertion for each lost word, the doubtful ones included as suggestions."""
        text = state.text
        if text.isascii():
            return []
        model = self._model
        scan = model.scan_of(state)
        gaps = model.derived(GapSearch).search(scan)
        if not gaps:
            return []
        from vntextclean.filters.lost_words.confidence import lost_word_search  # what judges gaps, with its nets

        code = "lost-words.word"
        edits = []
        for found in model.derived(lost_word_search).find(scan, gaps):
            at = int(scan.starts[found.token])
            left = text[scan.starts[found.token - 1] : scan.ends[found.token - 1]]
            right = text[at : scan.ends[found.token]]
            word = found.word.upper() if left.isupper() and right.isupper() and len(right) > 1 else found.word
            reason = RULES[code].say(self._settings.lang, word=word, left=left, right=right, p=found.confidence)
            edits.append(Edit(at, at, word + " ", code, reason, found.confidence))
        return edits
