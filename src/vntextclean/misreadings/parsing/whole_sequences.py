"""How many whole sequences of UTF-8 each table shows in some characters, before any of them is read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, partial
from types import MappingProxyType

from vntextclean.misreadings.tables.code_pages import NAMES, views

_NO_COUNTS: Mapping[str, int] = MappingProxyType({})


def whole_sequences(seen: str) -> Mapping[str, int]:
    """By table, how many whole sequences it shows in some characters; only tables that show any.

    >>> dict(whole_sequences("Viá»‡t")).get("cp1252"), dict(whole_sequences("Việt"))
    (1, {})
    """
    if seen.isascii() or not _any_whole().search(seen):
        return _NO_COUNTS
    return {page: count for page in NAMES if (count := len(_whole(page).findall(seen)))}


@cache
def _any_whole() -> re.Pattern[str]:
    """Two characters that begin a whole sequence under some table. Sound words have none, and ten tables to ask."""
    pairs = [f"{_any_of(page, 0xC2, 0xF5)}{_any_of(page, 0x80, 0xC0)}" for page in NAMES]
    return re.compile("|".join(pairs))


def _any_of(page: str, first: int, last: int) -> str:
    """A class of the characters that a table shows for some bytes."""
    sight = views(page)
    seen = {char for byte in range(first, last) for char in (sight[byte], *((chr(byte),) if byte < 0xA0 else ()))}
    return "[" + re.escape("".join(sorted(seen))) + "]"


@cache
def _whole(page: str) -> re.Pattern[str]:
    """Whole sequences of two to four bytes as a table shows them."""
    any_of = partial(_any_of, page)
    follow = any_of(0x80, 0xC0)
    return re.compile(
        f"{any_of(0xC2, 0xE0)}{follow}|{any_of(0xE0, 0xF0)}{follow}{{2}}|{any_of(0xF0, 0xF5)}{follow}{{3}}"
    )
