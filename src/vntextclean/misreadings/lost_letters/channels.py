"""What a text becomes on a way that has no place for some letters: a table of such ways, as data.

A database column in Latin-1 writes "?" for each letter that it lacks, a font without them draws nothing, and bytes of
Latin-1 that are read as UTF-8 become U+FFFD. What such a page shows is known for each word; which word stood there is
not, for several show the same.
"""

from __future__ import annotations

from functools import cached_property

from vntextclean.named_tuple import NamedTuple
from vntextclean.vietnamese.letters import MARKED

#: The letters of Vietnamese that Latin-1 has, and those that the block behind it adds.
LATIN_1 = frozenset(char for char in MARKED if char <= "\u00ff")
_EXTENDED = LATIN_1 | frozenset(char for char in MARKED if "\u0100" <= char <= "\u017f")


class _Way(NamedTuple):
    """The letters that a way has, what it shows for one that it lacks, and what it makes of one with a mark."""

    name: str
    kept: frozenset[str]
    lost: str
    replaced: str = ""


class Channel(_Way):
    """A way that loses letters. Letters without marks come through all of them.

    >>> [channel.shown("Đường về nhà") for channel in CHANNELS]
    ['???ng v? nhà', 'ng v nh\\ufffd', 'ng v nhà', 'Đng v nhà']
    """

    @cached_property
    def _shows(self) -> dict[int, str]:
        kept = dict.fromkeys(map(ord, self.kept), self.replaced) if self.replaced else {}
        return dict.fromkeys(map(ord, MARKED - self.kept), self.lost) | kept

    def shown(self, word: str) -> str:
        """What becomes of a word."""
        return word.translate(self._shows)

    @property
    def sign(self) -> str:
        """The character that stands for a letter, "" where letters leave no trace."""
        return self.lost or self.replaced


#: Those with a sign first; of those without one the most frequent.
CHANNELS = (
    Channel("question-marks", LATIN_1, "?"),
    Channel("replaced", LATIN_1, "", "\ufffd"),
    Channel("dropped", LATIN_1, ""),
    Channel("dropped", _EXTENDED, ""),
)
