"""The two central values: the edit that a filter proposes, and the change that the user sees.

Applying changes gives the cleaned text; listing them gives the diff, the JSON, the review and the statistics.
"""

from __future__ import annotations

from typing import Any

from vntextclean.json_lines import line
from vntextclean.named_tuple import NamedTuple


class Edit(NamedTuple):
    """One proposed repair: replace [start, end) of the text that the filter got. Offsets count code points.

    ``rule`` is the dotted code of the rule, ``reason`` explains the repair to the user. ``confidence`` is calibrated:
    it is the share of such edits that a careful editor would keep.

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
    """One difference between source and cleaned text: [start, end) of the source, in code points, becomes ``after``.

    ``edits`` are all edits that caused it, oldest first. For example, one filter composes a syllable and another
    repairs its tone. ``before`` is the text that is replaced: the :class:`~vntextclean.Cleaned` that holds a change
    sets it, and in a change made by hand it is empty. Changes never vary, so threads may share them.

    >>> change = Change(0, 3, "Một", (Edit(0, 3, "Một", "diacritics.tone", "lost tone", 0.99),), "Môt")
    >>> change.rules, change.confidence
    (('diacritics.tone',), 0.99)
    >>> change.to_json()[:52]
    '{"start": 0, "end": 3, "before": "Môt", "after": "Mộ'
    """

    start: int
    end: int
    after: str
    edits: tuple[Edit, ...]
    before: str = ""

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules of the edits, oldest first, each once."""
        return tuple(dict.fromkeys(edit.rule for edit in self.edits))

    @property
    def reasons(self) -> tuple[str, ...]:
        """The reasons of the edits, oldest first, each once."""
        return tuple(dict.fromkeys(edit.reason for edit in self.edits))

    @property
    def confidence(self) -> float:
        """The smallest confidence of the edits; 1.0 if there are none."""
        return min((edit.confidence for edit in self.edits), default=1.0)

    def to_dict(self) -> dict[str, Any]:
        """The change as ``diff --format json`` has it: start, end, before, after, rules, confidence and reasons."""
        return {
            "start": self.start,
            "end": self.end,
            "before": self.before,
            "after": self.after,
            "rules": list(self.rules),
            "confidence": round(self.confidence, 4),
            "reasons": list(self.reasons),
        }

    def to_json(self) -> str:
        """:meth:`to_dict` as one line of JSON."""
        return line(self.to_dict())
