r"""Finds the pieces of lines that an extractor cut before each mark: "Nhà ơ" and "̉ làng bên" on two lines.

Where a PDF file draws the mark of a letter as a sign of its own, pdfminer begins a new line with it, because the mark
stands left of where its letter ended. Then it sorts these pieces by columns and paragraphs.
"""

from __future__ import annotations

from unicodedata import normalize

from vntextclean.misreadings.marks_apart.cut_lines import MARKS
from vntextclean.named_tuple import NamedTuple
from vntextclean.patterns import late

_LETTERS = r"[^\W\d_]+"
_WORD = late(_LETTERS)
_OPENING = late(rf"[{MARKS}]+(?:{_LETTERS})?")
_CLOSING = late(rf"{_LETTERS}\Z")


class Piece(NamedTuple):
    """A piece of a line: its place, and what of it may belong to words of other pieces.

    ``opening`` is the mark it begins with and the letters behind; ``closing`` the letters it ends in, if a word between
    both is none of theirs; ``words`` what stands between. ``parted`` tells of an empty line before it.
    """

    start: int
    end: int
    opening: str
    words: tuple[str, ...]
    closing: str
    parted: bool


def pieces_of(text: str) -> list[Piece]:
    r"""The lines of a text as pieces, without empty ones.

    >>> [(piece.opening, piece.words, piece.closing) for piece in pieces_of("Nhà ơ\n\u0309 làng bê\n")]
    [('', ('Nhà',), 'ơ'), ('̉', ('làng',), 'bê')]
    """
    found: list[Piece] = []
    at, parted = 0, False
    while at < len(text):
        feed = text.find("\n", at)
        stop = len(text) if feed < 0 else feed
        line = text[at:stop].strip()
        if line:
            start = text.index(line, at)
            found.append(_piece(line, start, parted=parted))
        parted = not line
        at = stop + 1
    return found


def _piece(line: str, start: int, *, parted: bool) -> Piece:
    opened = _OPENING.match(line)
    opening = opened[0] if opened else ""
    closed = _CLOSING.search(line, len(opening))
    if closed and opened and closed.start() == len(opening):
        closed = None  # one word with the mark it begins with: nothing else completes it
    stop = closed.start() if closed else len(line)
    words = tuple(_WORD.findall(line, len(opening), stop))
    return Piece(start, start + len(line), opening, words, closed[0] if closed else "", parted)


def put_together(closing: str, opening: str) -> str:
    """The word that the end of one piece makes with the beginning of another.

    >>> put_together("biê", "\u0309n")
    'biển'
    """
    return normalize("NFC", closing + opening)
