"""How many changes and suggestions a document has, in words."""

from __future__ import annotations

from vntextclean.cleaned import Cleaned
from vntextclean.wording import counted, told


def tally(cleaned: Cleaned, lang: str) -> str:
    """What the heading of a document says.

    >>> tally(Cleaned("a", "a"), "en")
    '0 changes'
    """
    said = counted(len(cleaned.changes), "{count} change", "{count} changes", lang)
    if cleaned.suggestions:
        said += ", " + told("{count} suggested", lang, count=len(cleaned.suggestions))
    return said
