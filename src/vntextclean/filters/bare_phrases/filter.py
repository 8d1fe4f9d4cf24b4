"""Phrases that lost every mark inside marked text: read by the language model between their marked neighbours."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from vntextclean.edit import Edit
from vntextclean.filter import Phase, Rule
from vntextclean.filters.bare_phrases.detect import has_unmarked_words
from vntextclean.lm.model import Model
from vntextclean.patterns import late
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

if TYPE_CHECKING:
    from vntextclean.filters.bare_phrases.phrase import Phrase
    from vntextclean.filters.diacritics.evidence.repair import Repair

_WORD = late(r"\w+")
_CODE = "bare-phrases.marks"
RULES = {
    _CODE: Rule(
        "A phrase that lost every mark inside marked text gets them back",
        "Three words or more in a row, in a line that is otherwise marked, that only make sense with their marks. Many "
        "sound phrases bear none, and names, quotations and words of another language stay as they are.",
        (
            "Ông cho biết chung toi se tiep tuc ho tro bà con vùng lũ.",
            "Ông cho biết chúng tôi sẽ tiếp tục hỗ trợ bà con vùng lũ.",
        ),
        "Hai ba con ra sân cho em xem đàn gà.",
        "{words} words in a row lost their marks; between these neighbours they read so (p = {p:.3f})",
        "{words} chữ liền nhau bị mất dấu; giữa các chữ bên cạnh phải đọc như vậy (p = {p:.3f})",
    )
}


class BarePhrases:
    """Puts the marks back where a whole phrase lacks them and the text around it does not.

    One edit a phrase, from its first changed word to its last, cut at numbers; a word of it whose reading is not sure
    stays for the filter of single words. Lines without marks are left to ``restore``.

    >>> [
    ...     edit.replacement
    ...     for edit in BarePhrases(Settings()).edits(TextState("Sáng nay, cac em hoc sinh đã trở lại trường."))
    ... ]
    ['các em học']
    >>> list(BarePhrases(Settings()).edits(TextState("Sáng nay hai ba con ra sân cho em xem đàn gà.")))
    []
    """

    name = "bare-phrases"
    phase = Phase.WORDS
    rules = RULES

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @cached_property
    def _model(self) -> Model:
        return Model.open(self._settings.model)

    def edits(self, state: TextState) -> list[Edit]:
        """One edit for each phrase, the doubtful ones included as suggestions."""
        text = state.text
        if text.isascii():
            return []
        scan = self._model.scan_of(state)
        if not has_unmarked_words(scan):
            return []
        # Only now: it brings what restores marks, which a short text seldom needs.
        from vntextclean.filters.bare_phrases.search import PhraseSearch

        search = self._model.derived(PhraseSearch)
        found = search.phrases(scan, _Judge(state, self._edits), self._settings.tone_style)
        return [edit for phrase in found for edit in self._edits(text, phrase)]

    def _edits(self, text: str, phrase: Phrase) -> list[Edit]:
        reason = RULES[_CODE].say(self._settings.lang, words=phrase.words, p=phrase.confidence)
        return [
            Edit(
                start,
                end,
                phrase.replacement[start - phrase.start : end - phrase.start],
                _CODE,
                reason,
                phrase.confidence,
            )
            for start, end in _pieces(text, phrase)
        ]


class _Judge:
    """Asks the policy about phrases, and about the words that the filter of single words would repair beside them."""

    def __init__(self, state: TextState, edits: Callable[[str, Phrase], list[Edit]]) -> None:
        self._state = state
        self._edits = edits

    def phrase(self, phrase: Phrase) -> bool:
        """Whether a phrase would be repaired."""
        return all(map(self._state.accepts, self._edits(self._state.text, phrase)))

    def word(self, repair: Repair, at: int) -> bool:
        """Whether a word that begins at ``at`` would be repaired by the filter of single words."""
        code = f"diacritics.{repair.kind.value}"
        return self._state.accepts(Edit(at, at + len(repair.word), repair.rival, code, "", repair.confidence))


def _pieces(text: str, phrase: Phrase) -> Iterator[tuple[int, int]]:
    """From the first changed word to the last, cut at numbers: those are not to be touched."""
    changed: list[tuple[int, int]] = []
    for word in _WORD.finditer(text, phrase.start, phrase.end):
        start, end = word.span()
        if changed and any(map(str.isdigit, word[0])):
            yield changed[0][0], changed[-1][1]
            changed = []
        elif word[0] != phrase.replacement[start - phrase.start : end - phrase.start]:
            changed.append((start, end))
    if changed:
        yield changed[0][0], changed[-1][1]
