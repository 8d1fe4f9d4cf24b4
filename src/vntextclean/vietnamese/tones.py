"""Where the tone mark stands in a syllable.

Two styles are both correct and differ in three open rimes only: hòa, khỏe, thủy (old) and hoà, khoẻ, thuỷ (new). Any
other place is a slip of the keyboard (tòan, đựơc, qúa), which can be put right without knowing the word.
"""

from __future__ import annotations

from vntextclean.vietnamese.letters import toneless, tones_in
from vntextclean.vietnamese.syllables import Style, Syllable, analyse, is_syllable, parse, spell


def to_old(word: str) -> str:
    """The word in the old style; what is no syllable comes back as it is.

    >>> to_old("Thuỷ"), to_old("quý"), to_old("toà"), to_old("video")
    ('Thủy', 'quý', 'tòa', 'video')
    """
    return _restyled(word, "old")


def to_new(word: str) -> str:
    """The word in the new style; what is no syllable comes back as it is.

    >>> to_new("Thủy"), to_new("HÒA"), to_new("hoàn")
    ('Thuỷ', 'HOÀ', 'hoàn')
    """
    return _restyled(word, "new")


def to_standard(word: str, style: Style = "old") -> str:
    """Put a misplaced tone mark where it belongs; a legal spelling, or a word no move makes legal, comes back as it is.

    Two marks of one tone (``đựợc``) are one tone typed twice. Two different tones are no syllable at all.

    >>> to_standard("Tòan"), to_standard("đựơc"), to_standard("qúa"), to_standard("hoà"), to_standard("Sméagol")
    ('Toàn', 'được', 'quá', 'hoà', 'Sméagol')
    """
    if is_syllable(word) or len({tone for _, tone in tones_in(word)}) != 1:
        return word
    syllable = analyse(word)
    return word if syllable is None else _in_case_of(word, syllable, style)


def _restyled(word: str, style: Style) -> str:
    syllable = parse(word)
    return word if syllable is None else _in_case_of(word, syllable, style)


def _in_case_of(word: str, syllable: Syllable, style: Style) -> str:
    """The syllable spelled with the capitals of ``word``; both have the same letters but for the tone."""
    spelled = spell(syllable, style)
    return "".join(new.upper() if old.isupper() else new for old, new in zip(toneless(word), spelled, strict=True))
