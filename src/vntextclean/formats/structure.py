"""A second look at a document after its changes: those that would alter its structure are taken back.

Taking away a space may make a list of a sentence, or a tag of a "<". What an edit does to the markup around it is known
for sure only when the result is parsed again.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from vntextclean.changes import apply
from vntextclean.edit import Change
from vntextclean.formats.view import Lasting
from vntextclean.named_tuple import NamedTuple

#: A document whose structure is not found again so often keeps none of its changes.
MOST_ROUNDS = 64


class Part(NamedTuple):
    """One part of a structure, equal where it is the same, and its span in the text it was read from."""

    key: Hashable
    start: int
    end: int


def lasting(outline: Callable[[str], Sequence[Part]]) -> Lasting:
    """Of the changes of a source, those after which ``outline`` finds the parts that it found before.

    >>> def headings(text):
    ...     return [Part(line, 0, len(text)) for line in text.split("\\n") if line.startswith("# ")]
    >>> lasting(headings)("## Một\\n", [Change(0, 1, "", ())])
    []
    """

    def kept(source: str, changes: list[Change]) -> list[Change]:
        before = outline(source)

        def difference(made: Sequence[Change]) -> int | None:
            return _first_difference(before, outline(apply(source, (change[:3] for change in made))))

        for _ in range(MOST_ROUNDS):
            place = difference(changes) if changes else None
            if place is None:
                return changes
            first, last = _around(changes, before, place)
            low, high = first, last  # of the changes up to `high` one is the cause, of those up to `low` none
            while high - low > 1:
                middle = (low + high) // 2
                found = difference(changes[:middle])
                low, high = (low, middle) if found is not None and found <= place else (middle, high)
            changes = changes[: high - 1] + changes[high:]
        return []

    return kept


def _first_difference(before: Sequence[Part], after: Sequence[Part]) -> int | None:
    for place, (a, b) in enumerate(zip(before, after, strict=False)):
        if a.key != b.key:
            return place
    return None if len(before) == len(after) else min(len(before), len(after))


def _around(changes: Sequence[Change], parts: Sequence[Part], place: int) -> tuple[int, int]:
    """The changes at the part that became another, as a range of indices; else the last one before it."""
    low = parts[place - 1].start if 0 < place <= len(parts) else 0
    high = parts[place].end if place < len(parts) else max((part.end for part in parts), default=0)
    first = next((index for index, change in enumerate(changes) if change.end >= low), len(changes))
    last = next((index for index, change in enumerate(changes) if change.start > high), len(changes))
    return (first, last) if first < last else (max(0, last - 1), max(1, last))
