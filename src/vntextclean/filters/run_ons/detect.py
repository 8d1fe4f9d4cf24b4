"""Which tokens of a text may be several words: unknown strings that can be parted into syllables and names."""

from __future__ import annotations

import re

from vntextclean.lm.segmentation.pieces import CACHE_SIZE, Pieces
from vntextclean.lm.text.scan import Scan
from vntextclean.named_tuple import NamedTuple
from vntextclean.patterns import late
from vntextclean.vietnamese.units import COMMON_UNITS

#: Characters that make one word of what stands on both sides; a marked string beside a slash or hyphen is still asked.
_JOINERS = "'’_@/\\&-+~"
_WORD_JOINERS = ("'", "’", "_", "@", "\\")
_TAGS = "#@"
_POSSESSIVE = ("'s", "’s")
#: A name is looked for in other words of its document from this length on.
_NAME = 4
_DOMAIN = late(r"\.(?:com|net|vn|org|info)\b", re.IGNORECASE)


class Suspects(NamedTuple):
    """The tokens to weigh, and for each unknown word the names of its text that it begins or ends with."""

    tokens: list[int]
    names: dict[str, frozenset[str]]


class SuspectFinder:
    """Finds suspects by the pieces of one model; ``keep`` are strings in lower case that stay whole."""

    def __init__(self, pieces: Pieces, keep: frozenset[str]) -> None:
        self._pieces = pieces
        self._keep = keep
        self._partable: dict[str, bool] = {}

    def __call__(self, scan: Scan) -> Suspects:
        """Those of one text."""
        if not scan.unknown:
            return Suspects([], {})
        text, starts, ends = scan.text, scan.flat.starts, scan.flat.ends
        spans = [(token, start, end) for token in scan.unknown if (end := ends[token]) - (start := starts[token]) > 2]
        names = _names_within({text[start:end] for _, start, end in spans})
        return Suspects([token for token, start, end in spans if self._is_suspect(text, start, end, names)], names)

    def _is_suspect(self, text: str, start: int, end: int, within: dict[str, frozenset[str]]) -> bool:
        word = text[start:end]
        known = self._partable.get(word)
        if known is None:
            if len(self._partable) > CACHE_SIZE:
                self._partable.clear()
            from vntextclean.filters.run_ons.loans import is_spelling_of_loan

            known = self._partable[word] = (
                self._pieces.can_part(word) and word.lower() not in self._keep and not is_spelling_of_loan(word)
            )
        names = within.get(word)
        if not known and not (names and self._pieces.can_part(word, names)):
            return False
        if start and (text[start - 1] in _TAGS or (text[start - 1].isdigit() and word[:2] in COMMON_UNITS)):
            return False
        before, after = text[max(0, start - 2) : start], text[end : end + 2]
        bound = (len(before) == 2 and before[1] in _JOINERS and before[0].isalnum()) or (
            len(after) == 2 and after[0] in _JOINERS and after[1].isalnum()
        )
        if _DOMAIN.match(text, end):
            return False
        if after in _POSSESSIVE and not text[end + 2 : end + 3].isalnum():
            after, bound = "", False
        if word.isascii():
            return not (bound or before[-1:].isdigit() or after[:1].isdigit())
        return not bound or not (before[-1:] in _WORD_JOINERS or after[:1] in _WORD_JOINERS)


def _names_within(words: set[str]) -> dict[str, frozenset[str]]:
    """For each unknown word, the names among the others that it begins or ends with, two letters shorter at least."""
    names = [word for word in words if len(word) >= _NAME and word.isascii() and word.istitle()]
    heads: dict[str, list[str]] = {}
    tails: dict[str, list[str]] = {}
    for name in names:
        heads.setdefault(name[:_NAME], []).append(name)
        tails.setdefault(name[-_NAME:], []).append(name)
    found = {}
    for word in words if names else ():
        most = len(word) - 2
        if most < _NAME:
            continue
        begins = heads.get(word[:_NAME], ())
        ends = tails.get(word[-_NAME:], ())
        if len(begins) + len(ends) > 2 * (word in begins):
            within = {name for name in begins if word.startswith(name)}
            within.update(name for name in ends if word.endswith(name))
            within = {name for name in within if len(name) <= most}
            if within:
                found[word] = frozenset(within)
    return found
