"""Restores documents as a pipeline cleans them: the cleaner behind the verb ``restore``."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import compress

from vntextclean.changes import apply
from vntextclean.cleaned import Cleaned
from vntextclean.edit import Change, Edit
from vntextclean.formats import catalogue
from vntextclean.restoration import RULE
from vntextclean.settings import Settings


class Restorer:
    """Restores a document the way a pipeline cleans it, so that the verbs can share their loop.

    A change for each word, with how sure it is, costs more than the text alone: ``words`` asks for it. Words less sure
    than ``least`` are only suggested.
    """

    def __init__(self, settings: Settings, words: bool = False, least: float = 0.0) -> None:
        self._settings = settings
        self._words = words or least > 0
        self._least = least

    def run(self, text: str, form: str = "text") -> Cleaned:
        """The text with its marks; of a structured document, the sentences in it."""
        if form != "text":
            view = catalogue.view(text, form)
            return view.carry(self._restored(view.text, words=True))
        return self._restored(text, self._words)

    def _restored(self, text: str, words: bool) -> Cleaned:
        from vntextclean.lm.model import Model
        from vntextclean.restoration.restore import restore, restore_spans

        model, style = Model.open(self._settings.model), self._settings.tone_style
        if words:
            found = [_change(text, *span) for span in restore_spans(text, model, style)]
            sure = [change.edits[0].confidence >= self._least for change in found]
            changes = tuple(compress(found, sure))
            suggestions = tuple(change for change, made in zip(found, sure, strict=True) if not made)
            return Cleaned(text, apply(text, (change[:3] for change in changes)), changes, suggestions)
        restored = restore(text, model, style)
        if restored == text:
            return Cleaned(text, text)
        edit = Edit(0, len(text), restored, RULE, "marks put back")
        return Cleaned(text, restored, (Change(0, len(text), restored, (edit,)),))

    def run_many(self, texts: Iterable[str]) -> list[Cleaned]:
        """Several texts, each with its marks."""
        return [self.run(text) for text in texts]


def _change(text: str, start: int, end: int, after: str, posterior: float) -> Change:
    confidence = min(0.9999, posterior)
    reason = f"'{text[start:end]}' is '{after}' here"
    return Change(start, end, after, (Edit(start, end, after, RULE, reason, confidence),))
