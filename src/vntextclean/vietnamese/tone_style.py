"""The tone style of restored words: hòa and thủy (old), or hoà and thuỷ (new).

The model knows only the old spelling. Restored words follow the style of the other words on their page.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from vntextclean.patterns import late

#: ``keep`` is the style of the page, and the old style where the page has no such word.
Style = Literal["keep", "old", "new"]

_TONES = "\u0300\u0301\u0303\u0309\u0323"


def _pairs() -> dict[str, str]:
    """The letters of each open rime with two styles, from old to new style, in all combinations of case."""
    found = {}
    for first, last in ("oa", "oe", "uy"):
        for one in (first, first.upper()):
            for two in (last, last.upper()):
                for tone in _TONES:
                    old = unicodedata.normalize("NFC", one + tone) + two
                    found[old] = one + unicodedata.normalize("NFC", two + tone)
    return found


_NEW_OF = _pairs()
#: The letters of which a rime of the new style has one.
_TONED = sorted({letter for rime in _NEW_OF.values() for letter in rime if not letter.isascii()})
_ENDS = r"(?<![qQ])(?:{})(?![^\W\d_])"  # the u of qu is no part of the rime: quý is quý in both
_OLD = late(_ENDS.format("|".join(_NEW_OF)))
_NEW = late(_ENDS.format("|".join(_NEW_OF.values())))


def style_of(text: str) -> Literal["old", "new"]:
    """The style of most words of a text; old if both are equally frequent or there are none.

    >>> style_of("hoà bình, thuỷ lợi, hòa giải"), style_of("Hòa thuận, quý hoá, Quý"), style_of("hoa binh")
    ('new', 'old', 'old')
    """
    if text.isascii() or not any(letter in text for letter in _TONED):  # as in text typed without marks
        return "old"
    new = len(_NEW.findall(text))
    return "new" if new and new > len(_OLD.findall(text)) else "old"


def in_style(text: str, restored: str, style: Style = "keep") -> str:
    """The restored text with its restored words in ``style``, by default that of the original ``text``.

    Both texts have the same length. Words that had their tone in ``text`` stay as they are.

    >>> in_style("Thuỷ, hoa binh va hòa giai", "Thuỷ, hòa bình và hòa giải", "new")
    'Thuỷ, hoà bình và hòa giải'
    >>> in_style("hoa binh", "hòa bình")
    'hòa bình'
    """
    if (style_of(text) if style == "keep" else style) == "old":
        return restored

    def moved(rime: re.Match[str]) -> str:
        start, end = rime.span()
        return rime[0] if text[start:end] == rime[0] else _NEW_OF[rime[0]]

    return _OLD.sub(moved, restored)
