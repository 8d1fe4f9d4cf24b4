"""Which invisible characters the characters around them need: in scripts that join letters, in emoji, in ideographs."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import category

from vntextclean.filters.invisibles.runs import JOINERS, SCRIPT_BOUND
from vntextclean.patterns import late

#: Scripts in which such characters are part of the spelling: Arabic to Myanmar, Khmer, Mongolian, Tai.
_JOINING = "[\u0590-\u061b\u061d-\u109f\u1780-\u18af\u1900-\u1aaf\ua800-\uabff\ufb50-\ufdff\ufe70-\ufefc]"
_FILLERS, _JAMO = "\u115f\u1160", late("[\u1100-\u11ff]")
#: What may have a variant: signs, emoji, ideographs; no Latin letter, space or mark.
_HAS_VARIANTS = "[\u00a9\u00ae\u2010-\u2027\u2030-\u205e\u2100-\U000dffff]"
_SELECTOR = late("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_TAG = late("[\U000e0020-\U000e007f]")
_WITHIN_SCRIPT = late(f"[\u200b{SCRIPT_BOUND}]")
_PICTURE_KINDS = ("So", "Sk", "Sm")


@lru_cache(1 << 10)
def is_needed(char: str, before: str, following: str, behind: str) -> bool:
    """Whether an emoji, a letter of a joining script or an ideograph needs ``char``.

    ``before`` is the last character that stays, ``following`` the next one, ``behind`` the first after the run.
    """
    if char in JOINERS:
        joins_letters = bool(re.match(_JOINING, before) or re.match(_JOINING, behind))
        return joins_letters or (char == JOINERS[1] and _is_pictorial(before) and _is_pictorial(following))
    if _WITHIN_SCRIPT.match(char):
        return bool(re.search(_JOINING, before + behind)) or (char in _FILLERS and bool(_JAMO.search(before + behind)))
    if _TAG.match(char):
        return before == "\N{WAVING BLACK FLAG}" or bool(_TAG.match(before))
    if _SELECTOR.match(char):
        return bool(before) and (before in "0123456789#*" or re.match(_HAS_VARIANTS, before) is not None)
    return False


def _is_pictorial(char: str) -> bool:
    if "\U0001f000" <= char[:1] <= "\U0001faff":
        return True  # also those that this Python does not know yet
    return bool(char) and char >= "\u2190" and (category(char) in _PICTURE_KINDS or bool(_SELECTOR.match(char)))
