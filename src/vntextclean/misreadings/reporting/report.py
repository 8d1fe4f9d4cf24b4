"""What a document tells of its misreadings: those that made it, and those that could not be read.

What names them is loaded where there is one: with it a tenth of `check` of a clean line went into tables of encodings.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from vntextclean.cleaned import Cleaned
from vntextclean.edit import Change
from vntextclean.misreadings.before_decoding.signature import hurt_lines, may_be_utf8
from vntextclean.named_tuple import NamedTuple
from vntextclean.patterns import late
from vntextclean.text_state import TextState

if TYPE_CHECKING:
    from vntextclean.misreadings.reading.tokens import Line
    from vntextclean.misreadings.reporting.naming import Repaired

#: Rules whose chain :func:`named` tells.
_BY_CHAIN = frozenset({"mojibake.utf-8", "mojibake.lossy", "mojibake.chosen"})
_UNKNOWN = "U+FFFD for a letter of text that was right"
#: A word with a letter and a replacement character in it.
_UNKNOWN_WORD = late(r"(?<!\S)(?=\S*[^\W\d_])\S*\ufffd\S*")
#: One rule reads the three kinds of escapes in the catalogue; what was seen tells which it was.
_ESCAPES = {"json": late(r"[\\%]u[0-9a-fA-F{]|%[0-9a-fA-F]{2}"), "bytes": late(r"\\(?:x[0-9a-fA-F]|[0-3][0-7]{2})")}


class Report(NamedTuple):
    """Words of a document by the name of their misreading.

    ``found`` counts those that were read, ``unread`` those that are still damaged in the cleaned text.
    """

    found: Counter[str]
    unread: Counter[str]


def report(cleaned: Cleaned) -> Report:
    """The misreadings of a cleaned document.

    What was read is told from the changes; only lines that still have the signature of a misreading are looked at
    again. A damaged word in them is unread: nothing proved it, or the preset does not choose words. It bears the name
    of what made the other words of the document, else of the reading that leaves the most Vietnamese. Threads may call
    this at the same time.

    >>> from vntextclean.pipeline import Pipeline
    >>> report(Pipeline.from_preset().run("Viß╗çt Nam"))
    Report(found=Counter({'UTF-8 read as code page 437': 1}), unread=Counter())
    >>> report(Cleaned("São Tomé, Việt Nam", "São Tomé, Việt Nam"))
    Report(found=Counter(), unread=Counter())
    """
    found: Counter[str] = Counter()
    unread: Counter[str] = Counter()
    for change in cleaned.changes:
        found.update(dict.fromkeys(_names(cleaned.source, change), 1))
    for suggestion in cleaned.suggestions:
        unread.update(name for name in _names(cleaned.source, suggestion) if name != _UNKNOWN)
    words = [word for change in cleaned.changes for word in _repaired(cleaned.source, change)]
    lines = _hurt(cleaned.text)
    if words or lines:
        from vntextclean.misreadings.reading.reader import guessed
        from vntextclean.misreadings.reporting.naming import LOST, chain_title, named

        chains = named(words)
        found.update(chains)
        for chain, count in guessed(cleaned.text, lines) if lines else ():
            unread[max(chains, key=chains.__getitem__).removesuffix(LOST) if chains else chain_title(chain)] += count
    if "\ufffd" in cleaned.text:
        unread[_UNKNOWN] += _unknown(cleaned.text, lines)
    return Report(found, +unread)


def _names(source: str, change: Change) -> list[str]:
    """What is called what made a changed stretch, for rules that read one misreading of the catalogue."""
    names = []
    for rule in change.rules:
        if rule == "references.escapes":
            seen = source[change.start : change.end]
            names.append(_titles_of_escapes()[next((k for k, v in _ESCAPES.items() if v.search(seen)), _QUOTED)])
        elif rule in _titles():
            names.append(_titles()[rule])
    return names


def _repaired(source: str, change: Change) -> list[Repaired]:
    """The words of a change that were UTF-8, one for each edit; they are told apart where each is a token."""
    edits = [edit for edit in change.edits if edit.rule in _BY_CHAIN]
    if not edits:
        return []
    from vntextclean.misreadings.reporting.naming import Repaired

    seen = source[change.start : change.end]
    if len(edits) == 1:
        return [Repaired(seen, change.after, edits[0].rule != "mojibake.utf-8")]
    before, after = seen.split(" "), change.after.split(" ")
    if not len(before) == len(after) == len(edits):
        before, after = [seen] * len(edits), [change.after] * len(edits)
    return [Repaired(b, a, e.rule != "mojibake.utf-8") for b, a, e in zip(before, after, edits, strict=True)]


def _hurt(text: str) -> list[Line]:
    state = TextState(text)
    if not (hurt := hurt_lines(state, may_be_utf8(state))):
        return []
    from vntextclean.misreadings.reading.tokens import Line

    return [Line(*line) for line in hurt]


def _unknown(text: str, lines: list[Line]) -> int:
    """How many words hold a replacement character, outside the lines that are counted by their chain."""
    starts = [hit.start() for hit in _UNKNOWN_WORD.finditer(text)]
    return sum(not any(line.start <= start < line.end for line in lines) for start in starts)


_QUOTED = "quoted-printable"


@cache
def _titles() -> dict[str, str]:
    """The names of the rules that read one misreading of the catalogue."""
    from vntextclean.misreadings.reporting.catalogue import catalogue

    titles = {row.rule: row.title for row in catalogue() if row.rule not in _BY_CHAIN}
    return titles | {"mojibake.unknown": _UNKNOWN}


@cache
def _titles_of_escapes() -> dict[str, str]:
    from vntextclean.misreadings.reporting.catalogue import catalogue

    return {row.name: row.title for row in catalogue() if row.rule == "references.escapes"}
