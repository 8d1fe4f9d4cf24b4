"""The signs of a misreading: which lines of a text may hold one, in one pass that clean text costs next to nothing."""

from __future__ import annotations

import re
from functools import cache
from string import ascii_lowercase

from vntextclean.misreadings.code_pages import NAMES, views
from vntextclean.scanning.prefilter import ANY, Sign
from vntextclean.scanning.unusual import USUAL, unusual

#: The first bytes of Vietnamese letters in UTF-8: of two bytes, and of three.
_SHORT, _LONG, _MIDDLE = (0xC3, 0xC4, 0xC5, 0xC6), 0xE1, (0xBA, 0xBB)
#: Characters for 80 to BF that prose holds behind a letter that may be a leading byte (``Â…``): no sign by themselves.
_PRINT = frozenset("‘’“”–—…•€™«»°²³·´`'\u00a0")
#: What the bytes 80 to BF look like in Latin-1 and Windows-1252.
FOLLOWING = "".join(map(chr, range(0x80, 0xC0))) + "".join(views("cp1252")[0x80:0xA0])
#: UTF-8 as Latin-1 or Windows-1252, Vietnamese or not; the signs of other tables hold an unusual character.
SIGN = Sign(("ÂÃÄÅÆÌÎÏÐÑâð", FOLLOWING + "ÃÆ", ANY), ("áÁ", "º»", ANY), (ascii_lowercase, "ÃÆ", ANY))


@cache
def _patterns() -> tuple[re.Pattern[str], frozenset[str]]:
    """What a damaged line holds, and the unusual characters among it."""
    ways, rare = [], set()
    for name in NAMES:
        sight = views(name)
        middle = "".join(sight[byte] for byte in _MIDDLE)
        ways.append(f"{re.escape(sight[_LONG])}[{re.escape(middle)}]")
        follow = {char for byte in range(0x80, 0xC0) for char in (sight[byte], chr(byte))} - _PRINT - {"\u00ad"}
        leads = "".join(sight[byte] for byte in _SHORT)
        ways.append(f"[{re.escape(leads)}][{re.escape(''.join(sorted(follow)))}\u00ad]")
        ways.append(f"(?<=[a-z])[{re.escape(sight[0xC3])}](?=[a-z\u00ad\ufffd\u00a0])")
        rare |= {*leads, *middle, sight[_LONG]} | follow
    ways += [r"æ[°¡]|ä‘", r"(?<=[a-z])Ã", "Ä(?=[ \ufffd?]?[a-zàáâãäåæ])"]
    return re.compile("|".join(dict.fromkeys(ways))), frozenset(rare) - frozenset(USUAL)


def hurt_lines(text: str) -> list[tuple[int, int]]:
    """Start and end of each line of a text that may hold a misreading.

    >>> hurt_lines("Chợ quê\\nViß╗çt"), hurt_lines("São Tomé, «quá»")
    ([(8, 14)], [(0, 15)])
    """
    rare = unusual(text)
    pattern, signs = _patterns()
    if signs.isdisjoint(rare) and not SIGN.may_be_in(text):
        return []
    found, position = [], 0
    while hit := pattern.search(text, position):
        start = text.rfind("\n", 0, hit.start()) + 1
        end = text.find("\n", hit.end())
        end = len(text) if end < 0 else end
        found.append((start, end))
        position = end
    return found
