"""A change cut at the borders of the pieces of text that it reaches, so that each part keeps the look of its run."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from vntextclean.edit import Change
from vntextclean.errors import InputError
from vntextclean.formats.docx.lines import can_hold
from vntextclean.formats.docx.pieces import Body
from vntextclean.named_tuple import NamedTuple

#: Changes of more characters are not aligned letter by letter, which takes quadratic time: their first piece takes all.
_ALIGNED = 400


class Fragment(NamedTuple):
    """What a change does to one piece of text: [start, end) of the document's text becomes ``after``.

    ``number`` is the index of the change, ``first`` and ``last`` say whether it begins and ends with this fragment.
    """

    start: int
    end: int
    after: str
    number: int
    first: bool
    last: bool


def fragments(body: Body, changes: Sequence[Change]) -> list[tuple[int, Fragment]]:
    """The fragments of sorted, disjoint changes, each with the index of its piece of text.

    Raises :class:`InputError` for a change that reaches what is no text, which only a change made by hand does.
    """
    starts = [text.at for text in body.texts]
    found: list[tuple[int, Fragment]] = []
    for number, change in enumerate(changes):
        if not can_hold(change.after):
            raise InputError(f"the change at {change.start} brings what no run of text can hold; leave it out")
        pieces = list(_pieces(body, starts, change))
        parts = [
            (place, start, end, after)
            for (place, start, end), after in zip(pieces, _parts(body.text, change, pieces), strict=True)
            if after != body.text[start:end]
        ]
        for index, (place, start, end, after) in enumerate(parts):
            found.append((place, Fragment(start, end, after, number, index == 0, index == len(parts) - 1)))
    return found


def _pieces(body: Body, starts: list[int], change: Change) -> Iterator[tuple[int, int, int]]:
    """The pieces of text that a change reaches, and its part in each; an insertion between two goes to the first."""
    at, end = change.start, change.end
    place = bisect_right(starts, at) - 1
    if at == end and place > 0 and body.texts[place - 1].until == at:
        place -= 1
    while 0 <= place < len(starts) and starts[place] <= at <= body.texts[place].until:
        high = min(end, body.texts[place].until)
        if high > at or change.start == end:
            yield place, at, high
        at = high
        if at == end:
            return
        place += 1
    raise InputError(f"the change at {change.start} reaches what is no text of the document; leave it out")


def _parts(text: str, change: Change, pieces: list[tuple[int, int, int]]) -> list[str]:
    """What becomes of the part of each piece."""
    before = text[change.start : change.end]
    cuts = [end - change.start for _, _, end in pieces[:-1]]
    places = [0, *(_moved(before, change.after, cuts) if cuts else []), len(change.after)]
    return [change.after[low:high] for low, high in pairwise(places)]


def _moved(before: str, after: str, cuts: list[int]) -> list[int]:
    """Where borders inside a text are in what replaces it; what is inserted at a border belongs to the left.

    >>> _moved("môt buổi", "một buổi", [2, 4]), _moved("hiệntổ", "hiện tổ", [4])
    ([2, 4], [5])
    """
    if len(before) + len(after) > _ALIGNED:
        return [len(after)] * len(cuts)
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    found = []
    for cut in cuts:
        place = 0
        for _, low, high, start, end in codes:
            if low <= cut:
                place = end if high <= cut else start + min(cut - low, end - start)
        found.append(place)
    return found
