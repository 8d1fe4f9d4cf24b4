"""What is found in a word between two spaces: its cells, the words in it, and what is counted over a line."""

from __future__ import annotations

from collections.abc import Sequence

from vntextclean.misreadings.parsing.cells import SHAPELESS, Cell, Read
from vntextclean.misreadings.parsing.words import Word, words_of
from vntextclean.named_tuple import NamedTuple
from vntextclean.patterns import late
from vntextclean.scanning.unusual import USUAL

_USUAL = frozenset(USUAL)
#: What is no byte behind the first one under any table; a question mark may stand for one.
_PLAIN_LETTER = late(r"[\x20-\x3e\x40-\x7e]")


class Parsed(NamedTuple):
    """What a chain makes of a part: its cells, its words, and what is counted over a line; places are in the part.

    ``unread`` counts the characters that no clean text holds, ``seen`` are those beyond ASCII.
    """

    cells: Sequence[Cell]
    whole: int = 0
    cut: int = 0
    stray: tuple[int, ...] = ()
    words: tuple[Word, ...] = ()
    unread: int = 0
    has_quotes: bool = False

    def reach(self) -> float:
        """The most characters of the text that further tables may make letters of: those that are put together.

        One that lost a byte counts by half, as in a word. A further sequence begins with what was put together, and
        takes in no more than three characters behind it, beside those without a shape.
        """
        found, more = 0.0, 0
        for start, end, options, is_read, is_cut, _ in self.cells:
            if is_read:
                found += (end - start) * (0.5 if is_cut else 1.0)
                more = 3
            elif more and not _PLAIN_LETTER.match(options[0]):
                found += end - start
                more -= options[0] not in SHAPELESS
            else:
                more = 0
        return found


def parsed_of(found: Read) -> Parsed:
    """What was found in a part, with its words and what is counted over a line."""
    words = tuple(words_of(found.cells))
    return Parsed(
        found.cells, found.whole, found.cut, found.stray, words, unread_in(found.cells), has_quotes_in(found.cells)
    )


def unread_in(cells: Sequence[Cell]) -> int:
    """How many characters no clean text holds, and no table put together."""
    blank = bool(cells) and cells[0][2][0] == "\u00a0" and not cells[0][3]  # behind a space it is one more, and no byte
    given = [cell[2][0] for cell in cells if not cell[3]]
    return len(given) - sum(map(_USUAL.__contains__, given)) - blank


def has_quotes_in(cells: Sequence[Cell]) -> bool:
    """Whether a quotation mark stands in some cells that is the last byte of a letter as well."""
    return "«" in [cell[2][0] for cell in cells]
