"""The characters of a text that clean Vietnamese does not hold, found in one scan for all filters that ask."""

from __future__ import annotations

import re

from vntextclean.patterns import late
from vntextclean.scanning.prefilter import ANY, But, Sign
from vntextclean.text_state import TextState
from vntextclean.vietnamese.letters import MARKED

#: ASCII but for its control characters, the line feed, the letters of Vietnamese, and common signs of print.
USUAL = "\n" + "".join(map(chr, range(0x20, 0x7F))) + "".join(sorted(MARKED)) + "‘’“”–—…•«»°²³×·"
_OTHER = f"[^{re.escape(USUAL)}]"
#: A class in front and not a repeat of one: re passes what does not fit nearly three times as fast.
_UNUSUAL = late(f"{_OTHER}{_OTHER}*")
_SIGN = Sign((ANY, But(USUAL), ANY))


def unusual(state: TextState) -> str:
    r"""Each unusual character of a text, in no order and perhaps more than once; nothing for a clean one.

    A filter whose signs are all among them asks here first, in place of a scan of its own.

    >>> unusual(TextState("Đường về quê – “xa lắm…”")), unusual(TextState("Sơn\u00a0La"))
    ('', '\xa0')
    """
    return state.once(_found_in) if _SIGN.may_be_in(state) else ""


def _found_in(text: str) -> str:
    return "".join({*_UNUSUAL.findall(text)})
