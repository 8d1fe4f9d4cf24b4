"""Phrases that lost every mark inside marked text: read by the language model between their marked neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from vntextclean.edit import Edit
from vntextclean.filter import Phase, Rule
from vntextclean.filters.bare_phrases.detect import has_unmarked_words
from vntextclean.lm.model import Model
from vntextclean.lm.text.batch import scan_all
from vntextclean.settings import Settings

if TYPE_CHECKING:
    from vntextclean.filters.bare_phrases.search import BarePhrases as Finder
    from vntextclean.filters.bare_phrases.search import Phrase

_WORD = re.compile(r"\w+")
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

    >>> [edit.replacement for edit in BarePhrases(Settings()).edits("Sáng nay, cac em hoc sinh đã trở lại trường.")]
    ['các em học']
    >>> list(BarePhrases(Settings()).edits("Sáng nay hai ba con ra sân cho em xem đàn gà."))
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

    @cached_property
    def _finder(self) -> Finder:
        # Only now: it brings what restores marks, which a short text seldom needs.
        from vntextclean.filters.bare_phrases.search import bare_phrases

        return bare_phrases(self._model)

    def foresee(self, texts: Sequence[str]) -> None:
        """Look for runs of words without marks in all texts at once."""
        self._finder.runs.foresee(scan_all(texts, self._model))

    def edits(self, text: str) -> list[Edit]:
        """One edit for each phrase, those below ``min_confidence`` included as suggestions."""
        if text.isascii():
            return []
        model, settings = self._model, self._settings
        scan = model.scan(text)
        if not has_unmarked_words(scan):
            return []
        found = self._finder.phrases(scan, settings.min_confidence, settings.tone_style)
        return [
            Edit(start, end, one.replacement[start - one.start : end - one.start], _CODE, reason, one.confidence)
            for one in found
            for reason in [RULES[_CODE].say(settings.lang, words=one.words, p=one.confidence)]
            for start, end in _pieces(text, one)
        ]


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
