"""What a document tells of its misreadings: those that made it, and those that could not be read."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import NamedTuple

from vntextclean.cleaned import Cleaned
from vntextclean.misreadings.catalogue import catalogue, chain_title, named
from vntextclean.misreadings.code_pages import CODE_PAGES
from vntextclean.misreadings.reader import guessed
from vntextclean.misreadings.resolve import Line
from vntextclean.misreadings.signature import hurt_lines, may_be_utf8
from vntextclean.text_state import TextState

#: Rules whose chain :func:`named` tells.
_BY_CHAIN = frozenset({"mojibake.utf-8", "mojibake.lossy", "mojibake.chosen"})
#: One rule reads the three kinds of escapes in the catalogue.
_ESCAPES = "escapes of characters or bytes"
_UNKNOWN = "U+FFFD for a letter of text that was right"
#: A word with a letter and a replacement character in it.
_UNKNOWN_WORD = re.compile(r"(?<!\S)(?=\S*[^\W\d_])\S*\ufffd\S*")


class Report(NamedTuple):
    """Words of a document by the name of their misreading.

    ``found`` counts those with a proven reading in the source, ``unread`` those that are still damaged in the text.
    """

    found: Counter[str]
    unread: Counter[str]


def report(cleaned: Cleaned) -> Report:
    """The misreadings of a cleaned document.

    A damaged word that is in the cleaned text too is unread: nothing proved it, or the preset does not choose words.
    It bears the name of the reading that leaves the most Vietnamese. Clean text costs one scan for the signature.
    Threads may call this at the same time.

    >>> report(Cleaned("Viß╗çt Nam", "Việt Nam"))
    Report(found=Counter({'UTF-8 read as code page 437': 1}), unread=Counter())
    >>> report(Cleaned("São Tomé, Việt Nam", "São Tomé, Việt Nam"))
    Report(found=Counter(), unread=Counter())
    """
    found: Counter[str] = Counter()
    unread: Counter[str] = Counter()
    titles = _titles()
    for change in cleaned.changes:
        found.update(dict.fromkeys((titles[rule] for rule in change.rules if rule in titles), 1))
    for suggestion in cleaned.suggestions:
        unread.update({titles[rule]: 1 for rule in suggestion.rules if rule in titles and titles[rule] != _UNKNOWN})
    hurt = _hurt(cleaned.source)
    chains = named(cleaned.source) if hurt else Counter()
    if not chains:  # ftfy read another language
        chains[_LATIN] = sum(not _BY_CHAIN.isdisjoint(change.rules) for change in cleaned.changes)
    lines = _hurt(cleaned.text) if hurt else []  # cleaning makes no signature
    for chain, count in guessed(cleaned.text, lines):
        unread[chain_title(chain)] += count
    if "\ufffd" in cleaned.text:
        unread[_UNKNOWN] += _unknown(cleaned.text, lines)
    return Report(found + chains, +unread)


def _hurt(text: str) -> list[Line]:
    state = TextState(text)
    return [Line(*line) for line in hurt_lines(state, may_be_utf8(state))]


def _unknown(text: str, lines: list[Line]) -> int:
    """How many words hold a replacement character, outside the lines that are counted by their chain."""
    starts = [hit.start() for hit in _UNKNOWN_WORD.finditer(text)]
    return sum(not any(line.start <= start < line.end for line in lines) for start in starts)


@cache
def _titles() -> dict[str, str]:
    """The names of the rules that read one misreading of the catalogue."""
    titles = {row.rule: row.title for row in catalogue() if row.rule not in _BY_CHAIN}
    return titles | {"references.escapes": _ESCAPES, "mojibake.unknown": _UNKNOWN}


_LATIN = next(f"UTF-8 read as {page.title}" for page in CODE_PAGES if page.name == "cp1252")
