"""Characters that clean Vietnamese text does not contain, found once per text for all filters."""

from __future__ import annotations

import re

from vntextclean.lm import kernel
from vntextclean.patterns import late
from vntextclean.scanning.prefilter import ANY, But, Sign
from vntextclean.text_state import TextState
from vntextclean.vietnamese.letters import MARKED

#: Printable ASCII, the line feed, the letters of Vietnamese, and common typographic characters.
USUAL = "\n" + "".join(map(chr, range(0x20, 0x7F))) + "".join(sorted(MARKED)) + "‘’“”–—…•«»°²³×·"
_OTHER = f"[^{re.escape(USUAL)}]"
#: Begins with a class, not with a repeated class: re then skips other characters nearly three times as fast.
_UNUSUAL = late(f"{_OTHER}{_OTHER}*")
#: Any other character.
UNUSUAL = Sign((ANY, But(USUAL), ANY))


def unusual(state: TextState) -> str:
    r"""The unusual characters of a text, in no particular order, perhaps repeated; empty for a clean text.

    A filter that looks for unusual characters only can call this first, instead of its own search.

    >>> unusual(TextState("Đường về quê – “xa lắm…”")), unusual(TextState("Sơn\u00a0La"))
    ('', '\xa0')
    """
    return state.ask(_found_in) if UNUSUAL.may_be_in(state) else ""


def _found_in(state: TextState) -> str:
    return UNUSUAL.characters(state) if kernel.native is not None else "".join({*_UNUSUAL.findall(state.text)})
