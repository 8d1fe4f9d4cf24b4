"""The texts of a .docx: the body, text boxes, notes, headers and footers, each with its place in the text of all.

What becomes of one is written here too: a text box is XML inside of the XML of its part.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from vntextclean.edit import Change
from vntextclean.errors import InputError
from vntextclean.formats.docx.body import body
from vntextclean.formats.docx.fonts import Fonts
from vntextclean.formats.docx.package import Package
from vntextclean.formats.docx.pieces import Body, Box
from vntextclean.named_tuple import NamedTuple

#: The parts with text beside the main one, by the kind of the relation that leads to them, as they are read.
_KINDS = ("footnotes", "endnotes", "header", "footer")

#: Makes the XML of a part or of a text box with changes of its text.
Make: TypeAlias = Callable[["Story", Body, Sequence[Change]], bytes]


class Copy(NamedTuple):
    """A text where it stands in the XML of its part: [start, end), and what was read there."""

    start: int
    end: int
    body: Body


class Story(NamedTuple):
    """One of the texts of a document, and where it begins in the text of all; a text box may have two copies."""

    part: str
    at: int
    copies: tuple[Copy, ...]
    is_box: bool

    @property
    def text(self) -> str:
        """Its own text."""
        return self.copies[0].body.text


class Stories(NamedTuple):
    """All texts of a document, in order; ``last_id`` is the largest number of an annotation in any of its parts."""

    all: tuple[Story, ...]
    fonts: Fonts
    last_id: int

    @property
    def text(self) -> str:
        """The text of all, a paragraph a line."""
        return "\n".join(story.text for story in self.all)

    def parted(self, changes: Sequence[Change]) -> Iterator[tuple[Story, list[Change]]]:
        """The texts that sorted changes reach, each with its own, counted from its beginning.

        Raises :class:`InputError` for a change that reaches out of one.
        """
        left = list(reversed(changes))
        for story in self.all:
            end = story.at + len(story.text)
            own: list[Change] = []
            while left and left[-1].start <= end:
                change = left.pop()
                if change.end > end:
                    break
                own.append(change._replace(start=change.start - story.at, end=change.end - story.at))
            else:
                if own:
                    yield story, own
                continue
            raise InputError(f"the change at {change.start} reaches what is no text of the document; leave it out")

    def written(self, part: str, wanted: Sequence[tuple[Story, list[Change]]], make: Make) -> bytes:
        """The XML of a part with the changes of its texts: of the boxes, from the last on, and then of the rest."""
        whole = next(story for story in self.all if story.part == part and not story.is_box).copies[0].body
        xml = whole.xml
        boxes = [(copy, story, own) for story, own in wanted if story.is_box for copy in story.copies]
        for copy, story, own in sorted(boxes, key=lambda one: one[0].start, reverse=True):
            xml = xml[: copy.start] + make(story, copy.body, own) + xml[copy.end :]
        for story, own in (one for one in wanted if not one[0].is_box):
            xml = make(story, body(xml, part, self.fonts) if boxes else whole, own)
        return xml


def stories(package: Package, fonts: Fonts) -> Stories:
    """Read all texts of a document; of the parts beside the main one only those that hold any."""
    parts = [package.main]
    for kind in _KINDS:
        named = (one.part for one in package.relations(package.main) if one.kind == kind and one.part in package)
        parts += [part for part in dict.fromkeys(named) if part not in parts]
    found: list[Story] = []
    last_id = at = 0
    for part in parts:
        whole = body(package.read(part), part, fonts)
        last_id = max(last_id, whole.last_id)
        boxes = list(_boxes(whole, part, fonts))
        if part != package.main and not whole.texts and not boxes:
            continue
        for copies, is_box in [((Copy(0, len(whole.xml), whole),), False), *((box, True) for box in boxes)]:
            found.append(Story(part, at, copies, is_box))
            at += len(found[-1].text) + 1
    return Stories(tuple(found), fonts, last_id)


def _boxes(whole: Body, part: str, fonts: Fonts) -> Iterator[tuple[Copy, ...]]:
    """The text boxes that hold text; the copy for older word processors goes along if it says the same."""

    def read(box: Box) -> Copy:
        return Copy(box.start, box.end, body(whole.xml[box.start : box.end], part, fonts, whole))

    older: dict[int, list[Copy]] = {}
    for box in whole.boxes:
        if box.alternate and box.fallback:
            older.setdefault(box.alternate, []).append(read(box))
    for box in whole.boxes:
        if box.fallback:
            continue
        copy = read(box)
        if not copy.body.texts:
            continue
        twins = older.get(box.alternate, []) if box.alternate else []
        twin = next((one for one in twins if one.body.text == copy.body.text), None)
        if twin:
            twins.remove(twin)
        yield (copy, twin) if twin else (copy,)
