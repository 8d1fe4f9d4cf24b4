"""The characters of a text that clean Vietnamese does not hold, found in one scan for all filters that ask."""

from __future__ import annotations

import re

from vntextclean.patterns import late
from vntextclean.scanning.prefilter import ANY, But, Sign
from vntextclean.vietnamese.letters import MARKED

#: ASCII but for its control characters, the line feed, the letters of Vietnamese, and common signs of print.
USUAL = "\n" + "".join(map(chr, range(0x20, 0x7F))) + "".join(sorted(MARKED)) + "‘’“”–—…•«»°²³×·"
_OTHER = f"[^{re.escape(USUAL)}]"
#: A class in front and not a repeat of one: re passes what does not fit nearly three times as fast.
_UNUSUAL = late(f"{_OTHER}{_OTHER}*")
_SIGN = Sign((ANY, But(USUAL), ANY))

#: The last text and what was found: five filters ask of the same one. A pair, so that threads see both or neither.
_kept = [("", "")]


def unusual(text: str) -> str:
    r"""Each unusual character of a text, in no order and perhaps more than once; nothing for a clean one.

    A filter whose signs are all among them asks here first, in place of a scan of its own.

    >>> unusual("Đường về quê – “xa lắm…”"), unusual("Sơn\u00a0La")
    ('', '\xa0')
    """
    held, found = _kept[0]
    if held is not text:
        found = "".join({*_UNUSUAL.findall(text)}) if _SIGN.may_be_in(text) else ""
        _kept[0] = text, found
    return found
