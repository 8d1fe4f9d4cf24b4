"""The position of the tone mark in a syllable.

Two styles are correct. They differ in three open rimes only: hòa, khỏe, thủy (old) and hoà, khoẻ, thuỷ (new). A tone
on any other letter is a typing error (tòan, đựơc, qúa), which can be corrected without knowing the word.
"""

from __future__ import annotations

from functools import lru_cache

from vntextclean.vietnamese.letters import toneless, tones_in
from vntextclean.vietnamese.syllables import Style, Syllable, analyse, is_syllable, parse, spell


def to_old(word: str) -> str:
    """The word in the old style; a word that is no syllable is returned unchanged.

    >>> to_old("Thuỷ"), to_old("quý"), to_old("toà"), to_old("video")
    ('Thủy', 'quý', 'tòa', 'video')
    """
    return _restyled(word, "old")


def to_new(word: str) -> str:
    """The word in the new style; a word that is no syllable is returned unchanged.

    >>> to_new("Thủy"), to_new("HÒA"), to_new("hoàn")
    ('Thuỷ', 'HOÀ', 'hoàn')
    """
    return _restyled(word, "new")


def to_standard(word: str, style: Style = "old") -> str:
    """Move a misplaced tone mark to its correct letter.

    A legal spelling, and a word that no move makes legal, are returned unchanged. Two equal tone marks (``đựợc``) are
    one tone typed twice. A word with two different tones is no syllable.

    >>> to_standard("Tòan"), to_standard("đựơc"), to_standard("qúa"), to_standard("hoà"), to_standard("Sméagol")
    ('Toàn', 'được', 'quá', 'hoà', 'Sméagol')
    """
    if is_syllable(word) or len({tone for _, tone in tones_in(word)}) != 1:
        return word
    syllable = analyse(word)
    return word if syllable is None else _in_case_of(word, syllable, style)


@lru_cache(maxsize=1 << 14)
def _restyled(word: str, style: Style) -> str:
    syllable = parse(word)
    return word if syllable is None else _in_case_of(word, syllable, style)


def _in_case_of(word: str, syllable: Syllable, style: Style) -> str:
    """The spelling of the syllable in the case of ``word``; both have the same letters except for the tone."""
    spelled = spell(syllable, style)
    return "".join(new.upper() if old.isupper() else new for old, new in zip(toneless(word), spelled, strict=True))
