"""What decisions make of a document: the text they lead to, and what is still open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vntextclean.changes import apply
from vntextclean.cleaned import Cleaned
from vntextclean.edit import Change, Edit
from vntextclean.named_tuple import NamedTuple
from vntextclean.review.decision import Decision
from vntextclean.review.matching import match
from vntextclean.review.place import place

#: The rule of a change whose text a person wrote.
BY_HAND = "review.edited"


class Judged(NamedTuple):
    """A document and the decision about each of its changes and suggestions, None where it is open.

    ``left_over`` are decisions that fit no change: their place was edited away, or cleaned already.
    """

    cleaned: Cleaned
    changes: tuple[Decision | None, ...]
    suggestions: tuple[Decision | None, ...]
    left_over: tuple[Decision, ...] = ()

    def settled(self) -> Cleaned:
        """The document with what was decided; what is open is made or suggested, as without decisions.

        What a person accepted goes before what nobody judged, where the two overlap. Of two accepted changes that
        overlap the first one counts.
        """
        pairs = [
            *zip(self.cleaned.changes, self.changes, strict=True),
            *zip(self.cleaned.suggestions, self.suggestions, strict=True),
        ]
        wanted = [_as_decided(one, made) for one, made in pairs if made and made.verdict != "refused"]
        chosen = _beside(sorted(wanted, key=lambda one: one[:2]), ())
        undecided = [one for one, made in zip(self.cleaned.changes, self.changes, strict=True) if made is None]
        changes = tuple(sorted([*chosen, *_beside(undecided, chosen)], key=lambda one: one[:2]))
        source = self.cleaned.source
        offered = [one for one, made in zip(self.cleaned.suggestions, self.suggestions, strict=True) if made is None]
        effective = tuple(one for one in changes if one.after != source[one.start : one.end])
        return Cleaned(source, apply(source, (c[:3] for c in effective)), effective, tuple(_beside(offered, chosen)))

    def open(self) -> Cleaned:
        """The document with the changes and suggestions alone that nobody has judged."""
        taken = [
            one
            for one, made in zip(
                [*self.cleaned.changes, *self.cleaned.suggestions], [*self.changes, *self.suggestions], strict=True
            )
            if made and made.verdict != "refused"
        ]
        taken.sort(key=lambda one: one[:2])
        source = self.cleaned.source
        changes, suggestions = (
            tuple(_beside([one for one, made in zip(all_, made_, strict=True) if made is None], taken))
            for all_, made_ in (
                (self.cleaned.changes, self.changes),
                (self.cleaned.suggestions, self.suggestions),
            )
        )
        return Cleaned(source, apply(source, (c[:3] for c in changes)), changes, suggestions)


def judge(cleaned: Cleaned, decisions: Sequence[Decision], document: int = 1) -> Judged:
    """Find the decision about each change and suggestion of a document.

    ``document`` is the line of its file on which the document begins.

    >>> cleaned = Cleaned("dân vn", "dân vận", (Change(4, 6, "vận", ()),))
    >>> no = Decision("refused", place("dân vn", cleaned.changes[0]))
    >>> judge(cleaned, [no]).settled().text
    'dân vn'
    """
    if not decisions:
        return Judged(cleaned, (None,) * len(cleaned.changes), (None,) * len(cleaned.suggestions))
    items = [*cleaned.changes, *cleaned.suggestions]
    places = [place(cleaned.source, one, document) for one in items]
    found = match(places, [made.place for made in decisions])
    made = tuple(None if index is None else decisions[index] for index in found)
    used = set(found)
    left = tuple(one for index, one in enumerate(decisions) if index not in used)
    return Judged(cleaned, made[: len(cleaned.changes)], made[len(cleaned.changes) :], left)


def _as_decided(change: Change, made: Decision) -> Change:
    """The change as it was accepted, or with the text of the person who edited it."""
    if made.verdict != "edited":
        return change
    edit = Edit(change.start, change.end, made.text, BY_HAND, "written by a person", 1.0)
    return change._replace(after=made.text, edits=(*change.edits, edit))


def _beside(changes: Iterable[Change], taken: Sequence[Change]) -> list[Change]:
    """Of sorted changes those that overlap neither an earlier one of them nor any of ``taken`` (sorted, disjoint)."""
    kept: list[Change] = []
    first = 0
    for one in changes:
        while first < len(taken) and taken[first].end < one.start:
            first += 1
        last = first
        while last < len(taken) and taken[last].start <= one.end:
            last += 1
        if not any(overlap(one, other) for other in (*taken[first:last], *kept[-1:])):
            kept.append(one)
    return kept


def overlap(a: Change, b: Change) -> bool:
    """Whether two changes of one text cannot both be made: they share text, or insert at one position."""
    return (a.start < b.end and b.start < a.end) or (a.start, a.end) == (b.start, b.end)
