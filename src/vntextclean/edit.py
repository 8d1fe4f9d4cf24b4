"""What a filter says, and what the user sees of it.

Everything else in the project is a reading of these two values: applying them gives the cleaned text, listing them
gives the diff, the JSON, the review and the statistics.
"""

from __future__ import annotations

from typing import NamedTuple


class Edit(NamedTuple):
    """One proposed repair, in the offsets of the text a filter was given.

    Offsets count code points. ``confidence`` is calibrated: the share of such edits that a careful editor would keep.

    >>> Edit(0, 3, "Một", "diacritics.tone", "'môt' is no syllable").confidence
    1.0
    """

    start: int
    end: int
    replacement: str
    rule: str
    reason: str
    confidence: float = 1.0


class Change(NamedTuple):
    """One difference between source and cleaned text, in the offsets of the source.

    ``edits`` holds every cause, oldest first: a syllable may be composed by one filter and get its tone from another.

    >>> change = Change(0, 3, "Một", (Edit(0, 3, "Một", "diacritics.tone", "lost tone", 0.99),))
    >>> change.rules, change.confidence
    (('diacritics.tone',), 0.99)
    """

    start: int
    end: int
    after: str
    edits: tuple[Edit, ...]

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that caused the change, oldest first, each once."""
        return tuple(dict.fromkeys(edit.rule for edit in self.edits))

    @property
    def reasons(self) -> tuple[str, ...]:
        """The reasons of the causes, oldest first, each once."""
        return tuple(dict.fromkeys(edit.reason for edit in self.edits))

    @property
    def confidence(self) -> float:
        """The smallest confidence among the causes: a change is as sure as its least sure part."""
        return min((edit.confidence for edit in self.edits), default=1.0)
