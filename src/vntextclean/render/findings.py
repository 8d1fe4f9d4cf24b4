"""Changes as findings with a place: what a terminal, continuous integration or an editor is told of a file."""

from __future__ import annotations

from collections.abc import Iterator

from vntextclean.cleaned import Cleaned
from vntextclean.named_tuple import NamedTuple
from vntextclean.positions import Positions
from vntextclean.render.visible import clipped, visible
from vntextclean.streams.documents import Document

#: The rule of a file that is only to be made UTF-8.
ENCODING = "encoding"
#: Of a removed block of lines, no more than this is told.
LONGEST = 60


class Place(NamedTuple):
    """Where a finding is: lines and columns from 1, in code points; the end is behind the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


class Finding(NamedTuple):
    """One change of a file: where, what, by which rules and why.

    ``place`` is None where the text does not stand in the file as it is (a page of HTML, an encoding). Of a record of
    JSON only the line is known: its columns are 0.
    """

    file: str
    place: Place | None
    before: str
    after: str
    rules: tuple[str, ...]
    reasons: tuple[str, ...]
    confidence: float

    @property
    def message(self) -> str:
        """What is to be changed and why, on one line without control characters."""
        why = "; ".join(filter(None, self.reasons))
        if not self.before and not self.after:
            return visible(why)
        spaces = not self.before.strip() and not self.after.strip()
        ends = "" if spaces else "\r\n"
        was, now = (visible(clipped(text.strip(ends), LONGEST), spaces) for text in (self.before, self.after))
        told = f"{was} → {now}" if was and now else f"− {was}" if was else f"+ {now}"
        return told + (f"  {visible(why)}" if why else "")


def findings(document: Document, cleaned: Cleaned) -> Iterator[Finding]:
    """The changes of a document, in order.

    >>> from vntextclean.edit import Change
    >>> found = list(findings(Document("Môt\\n", "a.txt"), Cleaned("Môt\\n", "Một\\n", (Change(0, 3, "Một", ()),))))
    >>> found[0].place, found[0].message
    (Place(line=1, column=1, end_line=1, end_column=4), 'Môt → Một')
    """
    places = Positions(cleaned.source)
    for change in cleaned.changes:
        if document.extracted:
            place = None
        elif document.raw is not None:
            place = Place(document.line, 0, document.line, 0)
        else:
            start, end = places.position(change.start), places.position(change.end)
            place = Place(document.line + start.line, start.column + 1, document.line + end.line, end.column + 1)
        before = cleaned.source[change.start : change.end]
        yield Finding(document.name, place, before, change.after, change.rules, change.reasons, change.confidence)
