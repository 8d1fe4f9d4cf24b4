"""What surrounds the text of a structured document: the places that no edit may reach.

A reader of a format (Markdown, CSV, subtitles …) hands the pipeline the text alone, one stretch a line. Markup inside a
line leaves no character behind, only a wall; what must stand as it is (inline code, a picture) is one held character.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from vntextclean.edit import Edit
from vntextclean.named_tuple import NamedTuple

#: Stands for inline code, a picture or an address inside a sentence: U+FFFC, the object replacement character.
OBJECT = "\ufffc"
#: A word is looked at so far from an edit; longer ones are not words.
_REACH = 64


class Frame(NamedTuple):
    """The walls and the held spans of a text, sorted, in its code points; immutable, so threads may share one.

    A wall stands between two characters, where the file has markup: no edit goes across it, none is inserted at it,
    and none brings white space to it or takes it away. A held span is not changed at all, and no line is joined or cut.

    >>> frame = Frame((3,), ())  # "**môt** buổi": the markup before "buổi"
    >>> frame.refuses(Edit(0, 3, "một", "r", ""), "môt buổi"), frame.refuses(Edit(0, 4, "một", "r", ""), "môt buổi")
    (False, True)
    """

    walls: Sequence[int] = ()
    held: Sequence[tuple[int, int]] = ()

    def refuses(self, edit: Edit, text: str) -> bool:
        """Whether an edit of ``text`` would touch what is not its text."""
        start, end, after = edit.start, edit.end, edit.replacement
        if "\n" in after or "\n" in text[start:end]:
            return True
        if self.held:
            place = bisect_right(self.held, (start, len(text))) - 1
            for low, high in self.held[max(0, place) : place + 2]:
                if low < end and start < high:
                    return True
        if not self.walls:
            return False
        low, high = _word_around(text, start, end)
        if bisect_right(self.walls, low) < bisect_left(self.walls, high):
            return True  # a wall inside the edit, or inside the word that it repairs
        if self._stands_at(start) and (start == end or not after or text[start].isspace() != after[0].isspace()):
            return True
        return self._stands_at(end) and (start == end or not after or text[end - 1].isspace() != after[-1].isspace())

    def _stands_at(self, position: int) -> bool:
        place = bisect_left(self.walls, position)
        return place < len(self.walls) and self.walls[place] == position

    def after(self, edits: Iterable[Edit]) -> Frame:
        """The frame of the text after sorted, disjoint edits that it does not refuse.

        >>> Frame((3, 8), ((9, 10),)).after([Edit(3, 4, "  ", "r", "")])
        Frame(walls=(3, 9), held=((10, 11),))
        """
        edits = list(edits)
        ends = [edit.end for edit in edits]
        shifts = [0, *accumulate(len(edit.replacement) - (edit.end - edit.start) for edit in edits)]

        def moved(position: int) -> int:
            return position + shifts[bisect_right(ends, position)]

        return Frame(tuple(map(moved, self.walls)), tuple((moved(low), moved(high)) for low, high in self.held))


def _word_around(text: str, start: int, end: int) -> tuple[int, int]:
    """[start, end) and the rest of the words that it begins and ends in."""
    low = max(0, start - _REACH)
    if start < len(text) and (start == end or _in_word(text[start])):
        while start > low and _in_word(text[start - 1]):
            start -= 1
    high = min(len(text), end + _REACH)
    if end > 0 and _in_word(text[end - 1]):
        while end < high and _in_word(text[end]):
            end += 1
    return start, end


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_" or "\u0300" <= character <= "\u036f"
