"""The text of a structured document as its filters see it, and the way back to the places of the file.

A reader tells a :class:`Builder`, in order, which stretches of the source are text. The rest stays behind: it is never
part of an edit, so it comes out byte for byte as it was.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from vntextclean.changes import apply
from vntextclean.cleaned import Cleaned
from vntextclean.edit import Change
from vntextclean.frame import OBJECT, Frame
from vntextclean.named_tuple import NamedTuple
from vntextclean.patterns import late
from vntextclean.protected import off_regions

#: Writes a replacement as the format has it, or says with None that it cannot; told the ``kind`` of its stretch.
Encode = Callable[[str, int], "str | None"]
#: Of the changes of a source, those that leave its structure as it is.
Lasting = Callable[[str, "list[Change]"], "list[Change]"]

_LINE = late(r"[^\r\n]*")


def lines(text: str) -> Iterator[tuple[int, int]]:
    r"""The span of each line without its line end, which may be ``\n``, ``\r\n`` or ``\r``.

    >>> list(lines("a\r\nbc\r"))
    [(0, 1), (3, 5), (6, 6)]
    """
    at = 0
    while True:
        end = _LINE.match(text, at).end()  # type: ignore[union-attr]
        yield at, end
        if end == len(text):
            return
        at = end + (2 if text.startswith("\r\n", end) else 1)


def as_it_is(after: str, kind: int) -> str:
    """A replacement of a format that escapes nothing."""
    del kind
    return after


def all_last(source: str, changes: list[Change]) -> list[Change]:
    """The changes of a format whose structure no change of its text can alter."""
    del source
    return changes


class Piece(NamedTuple):
    """[start, end) of the source, and what filters see of it: the same text, or ``shown`` in its place.

    A ``fixed`` piece is seen but not changed. ``kind`` is for the format's own use: how a replacement is escaped there.
    """

    start: int
    end: int
    shown: str | None = None
    fixed: bool = False
    kind: int = 0


@dataclass(frozen=True)
class View:
    """The text of a source, one stretch a line; each piece begins in it at the offset of the same index in ``at``."""

    source: str
    text: str
    frame: Frame
    pieces: tuple[Piece, ...]
    at: tuple[int, ...]
    encode: Encode
    lasting: Lasting

    def carry(self, cleaned: Cleaned) -> Cleaned:
        """What became of the view's text, in the places of the source; what the format cannot hold is left out."""
        changes = self._kept(cleaned.changes)
        suggestions = self._kept(cleaned.suggestions)
        text = apply(self.source, (change[:3] for change in changes))
        return Cleaned(self.source, text, tuple(changes), tuple(suggestions))

    def _kept(self, changes: Iterable[Change]) -> list[Change]:
        carried = [found for change in changes if (found := self._carried(change))]
        return self.lasting(self.source, carried) if carried else carried

    def _carried(self, change: Change) -> Change | None:
        """The change in places of the source; None where markup stands between what it replaces."""
        first = self._index(change.start)
        last = first if change.start == change.end else self._index(change.end - 1)
        if change.start == change.end and change.start == self.at[first]:
            before = self.pieces[first - 1] if first and self._ends(first - 1) == change.start else None
            if before and before.end != self.pieces[first].start:
                return None  # on which side of the markup would it be?
        pieces = self.pieces[first : last + 1]
        start, end = self._place(first, change.start), self._place(last, change.end)
        if start is None or end is None or any(piece.fixed for piece in pieces):
            return None
        if any(a.end != b.start for a, b in pairwise(pieces)):
            return None
        after = self.encode(change.after, pieces[0].kind)
        if after is None or after == self.source[start:end]:
            return None
        return change._replace(start=start, end=end, after=after)

    def _index(self, position: int) -> int:
        """The piece that a position of the text stands in, or the last one before it."""
        return max(0, bisect_right(self.at, position) - 1)

    def _ends(self, index: int) -> int:
        piece = self.pieces[index]
        return self.at[index] + (piece.end - piece.start if piece.shown is None else len(piece.shown))

    def _place(self, index: int, position: int) -> int | None:
        """A position within a piece, or at either of its ends, in the source."""
        piece, begin = self.pieces[index], self.at[index]
        if position == begin:
            return piece.start
        if position == self._ends(index):
            return piece.end
        return piece.start + position - begin if piece.shown is None and begin < position < self._ends(index) else None


class Builder:
    """Takes the pieces of a source in order, line by line, and makes the view of them.

    >>> made = Builder("**Hà**  Nội `x`")
    >>> made.text(2, 4), made.text(6, 12), made.held(12, 15), made.cut()
    (None, None, None, None)
    >>> made.view().text, made.view().frame
    ('Hà  Nội ￼', Frame(walls=(2, 8, 9), held=((8, 9),)))
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self._off = off_regions(source)
        self._line: list[Piece] = []
        self._pieces: list[Piece] = []
        self._at: list[int] = []
        self._parts: list[str] = []
        self._length = 0
        self._walls: list[int] = []
        self._held: list[tuple[int, int]] = []

    def text(self, start: int, end: int, kind: int = 0) -> None:
        """[start, end) is text, character for character."""
        for low, high in self._off:
            if start < high and low < end:  # switched off by its author
                self.text(start, low, kind)
                self.text(max(start, high), end, kind)
                return
        if start < end:
            last = self._line[-1] if self._line else None
            if last and last.end == start and last.shown is None and last.kind == kind:
                self._line[-1] = last._replace(end=end)
            else:
                self._line.append(Piece(start, end, kind=kind))

    def shown(self, start: int, end: int, shown: str, kind: int = 0, fixed: bool = False) -> None:
        """[start, end) is an escape that stands for ``shown``; a ``fixed`` one is not changed."""
        off = any(start < high and low < end for low, high in self._off)
        if not off:
            self._line.append(Piece(start, end, shown, fixed or len(shown) != 1, kind))

    def held(self, start: int, end: int) -> None:
        """[start, end) is no text, but a part of the sentence: inline code, a picture, an address."""
        self.shown(start, end, OBJECT, fixed=True)

    def cut(self) -> None:
        """The stretch ends here; white space at its ends is not text, and a stretch without words is left out."""
        line = _trimmed(self.source, self._line)
        self._line = []
        if not any(map(self._has_words, line)):
            return
        if self._pieces:
            self._put("\n")
        before: Piece | None = None
        for piece in line:
            begin = self._length
            if before and (before.end != piece.start or before.fixed or piece.fixed):
                self._walls.append(begin)
            self._pieces.append(piece)
            self._at.append(begin)
            self._put(self.source[piece.start : piece.end] if piece.shown is None else piece.shown)
            if piece.fixed:
                self._held.append((begin, self._length))
            before = piece
        if before and before.fixed:
            self._walls.append(self._length)

    def _has_words(self, piece: Piece) -> bool:
        """Whether a piece holds anything to repair; what has no letter or digit could be cleaned away as a whole."""
        text = self.source[piece.start : piece.end] if piece.shown is None else piece.shown
        return not piece.fixed and any(map(str.isalnum, text))

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def view(self, encode: Encode = as_it_is, lasting: Lasting = all_last) -> View:
        """The view of all pieces so far."""
        self.cut()
        return View(
            self.source,
            "".join(self._parts),
            Frame(tuple(self._walls), tuple(self._held)),
            tuple(self._pieces),
            tuple(self._at),
            encode,
            lasting,
        )


def _trimmed(source: str, line: list[Piece]) -> list[Piece]:
    while line and (rest := _cut_space(source, line[0], at_end=False)) != line[0]:
        line[:1] = [rest] if rest else []
    while line and (rest := _cut_space(source, line[-1], at_end=True)) != line[-1]:
        line[-1:] = [rest] if rest else []
    return line


def _cut_space(source: str, piece: Piece, at_end: bool) -> Piece | None:
    """A piece without the white space at one end; None if it is nothing else."""
    if piece.shown is not None:
        return None if piece.shown.isspace() else piece
    text = source[piece.start : piece.end]
    if not text.strip():
        return None
    if at_end:
        return piece._replace(end=piece.start + len(text.rstrip()))
    return piece._replace(start=piece.end - len(text.lstrip()))
