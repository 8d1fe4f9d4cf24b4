"""Names of other languages that bear a mark where Vietnamese has none, and become a syllable when it moves."""

from __future__ import annotations

from vntextclean.patterns import late
from vntextclean.scanning.lines import line_of
from vntextclean.vietnamese.letters import OWN
from vntextclean.vietnamese.syllables import is_syllable
from vntextclean.vietnamese.tones import to_standard

_OWN = late(f"[{OWN}]")
_BEFORE, _BEHIND = late(r"\b([A-ZÀ-Þ][^\W\d_]+) \Z"), late(r" ([A-ZÀ-Þ][^\W\d_]+)")
#: So far before a name the one beside it begins.
_NEAR = 30


def is_in_foreign_name(text: str, start: int, end: int) -> bool:
    """Whether a name without letters of our own stands beside one with marks that is no syllable: "Leó Bánky".

    A neighbour that bears its mark on the wrong letter as well is Vietnamese.

    >>> is_in_foreign_name("Ông Jaó Örkény mở tiệm", 4, 7), is_in_foreign_name("Ông Tòan Hùynh mở tiệm", 4, 8)
    (True, False)
    """
    name = text[start:end]
    if not name.istitle() or _OWN.search(name):
        return False
    low, high = line_of(text, start, end)
    beside = (_BEFORE.search(text, max(low, start - _NEAR), start), _BEHIND.match(text, end, high))
    return any(found is not None and _is_foreign(found.group(1)) for found in beside)


def _is_foreign(name: str) -> bool:
    """Whether a name has marks, none of our own, and is no syllable wherever its tone may stand."""
    return not name.isascii() and not _OWN.search(name) and not is_syllable(to_standard(name))
