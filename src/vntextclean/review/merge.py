"""Two reviewers' decisions become one list; where they differ, both are named and the change stays open."""

from __future__ import annotations

from collections.abc import Sequence

from vntextclean.named_tuple import NamedTuple
from vntextclean.review.decision import Decision
from vntextclean.review.matching import match


class Conflict(NamedTuple):
    """Two decisions about one change that differ."""

    one: Decision
    other: Decision

    def __str__(self) -> str:
        where = self.one.place
        shown = f"at {where.at}, {where.before!r} to {where.after!r}"
        return f"{shown}: {_told(self.one)} by one, {_told(self.other)} by the other"


class Merged(NamedTuple):
    """What two reviewers agree on or one alone decided, in order of the page; and where they differ."""

    decisions: list[Decision]
    conflicts: list[Conflict]


def merge(one: Sequence[Decision], other: Sequence[Decision]) -> Merged:
    """Merge the decisions of two reviewers of the same page.

    >>> from vntextclean.review.place import Place
    >>> there = Place(1, 4, "r", "vn", "vận", "dân ", ", dân chủ")
    >>> print(merge([Decision("accepted", there)], [Decision("refused", there)]).conflicts[0])
    at 4, 'vn' to 'vận': accepted by one, refused by the other
    """
    found = match([made.place for made in other], [made.place for made in one])
    partner = {theirs: mine for mine, theirs in enumerate(found) if theirs is not None}
    kept = [made for index, made in enumerate(other) if found[index] is None]
    conflicts = []
    for index, made in enumerate(one):
        if index in partner and (other[partner[index]].verdict, other[partner[index]].text) != (
            made.verdict,
            made.text,
        ):
            conflicts.append(Conflict(made, other[partner[index]]))
        else:
            kept.append(made)
    return Merged(sorted(kept, key=lambda made: made.place[:2]), conflicts)


def _told(made: Decision) -> str:
    return f"edited to {made.text!r}" if made.verdict == "edited" else made.verdict
