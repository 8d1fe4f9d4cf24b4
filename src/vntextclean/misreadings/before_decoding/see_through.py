"""Reading text as if characters without a shape were not there: ``vÒ\u2060 hÖ`` must be read in the run that finds it.

Such characters leave only after decoding, since some of them hide letters; a decoder that stopped at them would find
more in a second run.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from vntextclean.edit import Edit
from vntextclean.patterns import late
from vntextclean.scanning.unusual import UNUSUAL, unusual
from vntextclean.text_state import TextState

#: Controls but tab and line ends, zero-width characters, directions. Soft hyphens and U+0080 to U+009F may be letters.
_SHAPELESS = late("[\x00-\x08\x0e-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")


def see_through(state: TextState, edits: Callable[[TextState], Iterable[Edit]]) -> Iterable[Edit]:
    """The edits of a decoder, in the offsets of the text; clean text is handed on as it is.

    >>> def decoder(state):
    ...     return [Edit(0, 2, "c", "x.y", "why")] if state.text == "ab" else []
    >>> [edit[:3] for edit in see_through(TextState("a\\u2060b"), decoder)]
    [(0, 3, 'c')]
    """
    if not _SHAPELESS.search(unusual(state)):
        return edits(state)
    return _carried(state, edits)


def _carried(state: TextState, edits: Callable[[TextState], Iterable[Edit]]) -> Iterator[Edit]:
    text = state.text
    bare, behind = state.ask(_without_shapeless)
    for edit in edits(bare):
        if edit.start < edit.end:
            start = edit.start + bisect_right(behind, edit.start)
            end = edit.end + bisect_right(behind, edit.end - 1)
            if text[start:end] != edit.replacement:
                yield edit._replace(start=start, end=end)


def _without_shapeless(state: TextState) -> tuple[TextState, list[int]]:
    """The text without such characters, and for each of them how many stand before it and stay.

    All decoders read the one state, and its characters are looked at once.
    """
    text = state.text
    # They are unusual: the pattern by itself would take a third of a millisecond for a page.
    left_out = [at for at in UNUSUAL.places(state) if _SHAPELESS.match(text, at)]
    kept = [text[low:high] for low, high in pairwise([0, *(end for at in left_out for end in (at, at + 1)), len(text)])]
    return TextState("".join(kept[::2])), [at - number for number, at in enumerate(left_out)]
