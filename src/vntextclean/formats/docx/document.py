"""A .docx as text that can be cleaned, and the way back: the changes of the text in the document."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timezone
from itertools import count

from vntextclean.edit import Change
from vntextclean.formats.docx.comments import Comments
from vntextclean.formats.docx.fonts import fonts
from vntextclean.formats.docx.package import Package
from vntextclean.formats.docx.pieces import Body
from vntextclean.formats.docx.stories import Make, Story, stories
from vntextclean.formats.docx.tracked import Stamp, accepted, tracked


class WordDocument:
    """The text of a .docx, and the document with changes of that text.

    ``text`` has a line for each paragraph: of the body and its tables, of text boxes, footnotes, endnotes, headers and
    footers, in this order. A line break or a tab in a paragraph is one in the text, and U+FFFC stands for what is no
    text. What somebody has deleted under tracking is not in it, what somebody has inserted is. Clean it as format
    ``docx``. Raises :class:`InputError` for a file that is no .docx, is damaged, has a password or a signature, or was
    made to do harm. Nothing varies once it is made, so threads may share an instance.
    """

    def __init__(self, data: bytes) -> None:
        self._package = package = Package(data)
        styles = next((one.part for one in package.relations(package.main) if one.kind == "styles"), "")
        known = fonts(package.read(styles) if styles in package else None, styles)
        self._stories = stories(package, known)
        self._text = self._stories.text

    @property
    def text(self) -> str:
        """The text, a paragraph a line, without a line end after the last."""
        return self._text

    def tracked(self, changes: Sequence[Change], when: datetime | None = None) -> bytes:
        """The file with these changes under tracking by the author "vntextclean", each of the body with a comment.

        A comment says why; word processors take none in headers and notes. ``changes`` are sorted and disjoint, in code
        points of :attr:`text`, as a :class:`~vntextclean.Cleaned` of it holds them. ``when`` is the date beside each of
        them, in UTC, or now. Without changes it is the file as it was. Raises :class:`InputError` for a change that
        reaches what is no text.
        """
        if not changes:
            return self._package.data
        date = (when or datetime.now(timezone.utc)).strftime("%Y-%m-%dT%H:%M:%SZ")
        numbers = count(self._stories.last_id + 1)
        comments = Comments(self._package, self._stories.all[0].copies[0].body.flavour)
        of_body = [own for story, own in self._stories.parted(changes) if self._is_body(story)]

        def make(story: Story, body: Body, own: Sequence[Change]) -> bytes:
            return tracked(body, own, Stamp(date, numbers, comments.next if self._is_body(story) else None))

        added = comments.parts(of_body[0], date) if of_body else {}
        return self._package.written({**self._made(changes, make), **added})

    def accepted(self, changes: Sequence[Change]) -> bytes:
        """The file with these changes made, and nothing to tell of them."""
        if not changes:
            return self._package.data
        return self._package.written(self._made(changes, lambda _, body, own: accepted(body, own)))

    def _is_body(self, story: Story) -> bool:
        return story.part == self._package.main and not story.is_box

    def _made(self, changes: Sequence[Change], make: Make) -> dict[str, bytes]:
        """The parts that are other with these changes."""
        wanted: dict[str, list[tuple[Story, list[Change]]]] = {}
        for story, own in self._stories.parted(changes):
            wanted.setdefault(story.part, []).append((story, own))
        return {part: self._stories.written(part, own, make) for part, own in wanted.items()}
