"""A .docx as text that can be cleaned, and the way back: the changes of the text in the document."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timezone

from vntextclean.edit import Change
from vntextclean.formats.docx.body import body
from vntextclean.formats.docx.comments import Comments
from vntextclean.formats.docx.fonts import fonts
from vntextclean.formats.docx.package import Package
from vntextclean.formats.docx.tracked import Stamp, accepted, tracked


class WordDocument:
    """The text of a .docx, and the document with changes of that text.

    ``text`` has a line for each paragraph of the body, cells of tables too; a line break or a tab in a paragraph is one
    in the text, and U+FFFC stands for what is no text. What somebody has deleted under tracking is not in it, what
    somebody has inserted is. Clean it as format ``docx``. Raises :class:`InputError` for a file that is no .docx, is
    damaged, has a password or a signature, or was made to do harm. Nothing varies once it is made, so threads may
    share an instance.
    """

    def __init__(self, data: bytes) -> None:
        self._package = package = Package(data)
        styles = next((one.part for one in package.relations(package.main) if one.kind == "styles"), "")
        known = fonts(package.read(styles) if styles in package else None, styles)
        self._body = body(package.read(package.main), package.main, known)

    @property
    def text(self) -> str:
        """The text, a paragraph a line, without a line end after the last."""
        return self._body.text

    def tracked(self, changes: Sequence[Change], when: datetime | None = None) -> bytes:
        """The file with these changes under tracking by the author "vntextclean", each with a comment that says why.

        ``changes`` are sorted and disjoint, in code points of :attr:`text`, as a :class:`~vntextclean.Cleaned` of it
        holds them. ``when`` is the date beside them, in UTC; now, if it is not given. Without changes it is the file
        as it was. Raises :class:`InputError` for a change that reaches what is no text.
        """
        if not changes:
            return self._package.data
        date = (when or datetime.now(timezone.utc)).strftime("%Y-%m-%dT%H:%M:%SZ")
        comments = Comments(self._package, self._body.flavour)
        main = tracked(self._body, changes, Stamp(date, comments.next))
        return self._package.written({self._package.main: main, **comments.parts(changes, date)})

    def accepted(self, changes: Sequence[Change]) -> bytes:
        """The file with these changes made, and nothing to tell of them."""
        if not changes:
            return self._package.data
        return self._package.written({self._package.main: accepted(self._body, changes)})
