"""spaCy: texts are cleaned before the tokenizer sees them.

Needs spacy: ``pip install 'vntextclean[spacy]'``. A component of a pipeline gets tokens, whose text cannot change;
so the tokenizer is wrapped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vntextclean.integrations.cleaner import Cleaner

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from typing_extensions import Unpack

    from vntextclean.settings import SettingsOptions


class CleaningTokenizer:
    """A tokenizer that gets cleaned text; ``doc.user_data["vntextclean"]`` holds the source and its changes."""

    def __init__(self, tokenizer: Any, cleaner: Cleaner) -> None:
        self.tokenizer = tokenizer
        self.cleaner = cleaner

    def __call__(self, text: str) -> Doc:
        """The tokens of the cleaned text."""
        cleaned = self.cleaner.pipeline.run(text)
        doc: Doc = self.tokenizer(cleaned.text)
        doc.user_data["vntextclean"] = cleaned
        return doc

    def __getattr__(self, name: str) -> Any:
        """All else is the wrapped tokenizer's: rules, serialisation."""
        if name in ("tokenizer", "cleaner"):
            raise AttributeError(name)
        return getattr(self.tokenizer, name)


def clean_before(nlp: Language, preset: str = "web", **settings: Unpack[SettingsOptions]) -> Language:
    """Make a pipeline of spaCy clean each text first; the same pipeline is returned.

    >>> import spacy
    >>> [token.text for token in clean_before(spacy.blank("xx"))("Hà  Nội")]
    ['Hà', 'Nội']
    """
    nlp.tokenizer = CleaningTokenizer(nlp.tokenizer, Cleaner(preset, **settings))
    return nlp
