"""Whether a run-on stands in Vietnamese text: other languages have strings that two syllables would spell.

One letter that only Vietnamese has is not enough: Igbo writes "mmadụ", Czech "standardní". A share of the words around
must be Vietnamese syllables with marks; of Vietnamese prose, nearly all are that or legal syllables without marks.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from vntextclean.filters.run_ons.run_on import RunOn
from vntextclean.patterns import late
from vntextclean.vietnamese.letters import bare
from vntextclean.vietnamese.lines import line_around
from vntextclean.vietnamese.syllables import is_bare_syllable, is_syllable

_WORD = late(r"[^\W\d_]+")
#: Of the marked syllables and the words that are no syllables beside a run-on, this share must be marked syllables.
_SHARE = 0.3
#: Fewer words say nothing.
_FEWEST = 3


class Surroundings:
    """The text around the run-ons of one text."""

    def __init__(self, text: str, found: Sequence[RunOn]) -> None:
        self._text = text
        spans = sorted((one.start, one.end) for one in found if not one.number)
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]
        self._seen: dict[tuple[int, int], tuple[int, int]] = {}

    def is_vietnamese(self, found: RunOn) -> bool:
        """Whether the words beside a run-on are Vietnamese; where there are none, whether its pieces are."""
        marked, words = self._count(*line_around(self._text, found.start))
        if words < _FEWEST:
            return found.marked and (marked > 0 or all(map(is_syllable, filter(None, found.pieces))))
        return marked > 0 and marked >= _SHARE * words

    def _count(self, low: int, high: int) -> tuple[int, int]:
        """How many words between two places are marked syllables, and how many are that or no syllables at all.

        Run-ons do not count, nor syllables without marks, which every language has, nor what may be a syllable with
        wrong marks or an abbreviation: a line must say the same once its words are repaired.
        """
        if (low, high) not in self._seen:
            marked = words = 0
            for match in _WORD.finditer(self._text, low, high):
                before = bisect_right(self._starts, match.start())
                if before and match.start() < self._ends[before - 1]:
                    continue
                word = match[0]
                if is_syllable(word):
                    marked += not word.isascii()
                    words += not word.isascii()
                elif not word.isupper() and not is_bare_syllable(bare(word)):
                    words += 1
            self._seen[low, high] = marked, words
        return self._seen[low, high]
