"""Whether a word is spelt as a syllable, told by its parts and without a list of all spellings."""

from __future__ import annotations

from functools import cache

from vntextclean.vietnamese.syllables import rimes_behind, toned_rimes

_CONSONANTS = "bcdđghklmnpqrstvx"


@cache
def _parts() -> tuple[dict[str, frozenset[str]], dict[str, str]]:
    """:func:`.syllables.rimes_behind` as sets, and a rime with its tone -> the rime without."""
    rimes = {before: frozenset(behind) for before, behind in rimes_behind().items()}
    return rimes, {end: rime for rime, ends in toned_rimes().items() for end in ends}


def is_form(word: str) -> bool:
    """Whether a word is one of :func:`.syllables.forms`, told by its parts.

    For code that a text of one line reaches: to make all forms takes as long as to ask for 10 000 words.

    >>> is_form("nghiêng"), is_form("hoà"), is_form("nghành")
    (True, True, False)
    """
    behind, toneless_of = _parts()
    rest = word.lstrip(_CONSONANTS)
    if toneless_of.get(rest) in behind.get(word[: len(word) - len(rest)], ()):
        return True
    return word.startswith(("qu", "gi")) and toneless_of.get(word[2:]) in behind[word[:2]]
