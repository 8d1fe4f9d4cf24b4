"""What the program says of its own, in English and in Vietnamese; the reasons of repairs stand with their rules.

The English sentence is the key of the Vietnamese one, as in gettext, so the code shows what is said.
"""

from __future__ import annotations

from typing import Any


def told(english: str, lang: str = "en", **fields: Any) -> str:
    """A sentence with its fields filled in; in English where there is no Vietnamese one.

    >>> told("{count} places", "vi", count=3)
    '3 chỗ'
    """
    return sentence(english, lang).format(**fields)


def counted(count: int, one: str, more: str, lang: str = "en", **fields: Any) -> str:
    """A sentence in the singular or the plural, with ``count`` filled in; Vietnamese has one form for both.

    >>> counted(1, "{count} place", "{count} places"), counted(1, "{count} place", "{count} places", "vi")
    ('1 place', '1 chỗ')
    """
    found = sentence(more, "vi") if lang == "vi" else one if count == 1 else more
    return found.format(count=count, **fields)


def sentence(english: str, lang: str) -> str:
    """A sentence with its fields not filled in, for a face that fills them itself."""
    if lang != "vi":
        return english
    from vntextclean.wording.vietnamese.sentences import SENTENCES

    return SENTENCES.get(english, english)
