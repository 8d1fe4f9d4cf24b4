"""Windows line ends: what filters read has none of them, and every place leads back to the given text."""

from __future__ import annotations

import pytest

from vntextclean.edit import Change, Edit
from vntextclean.engine.line_endings import LineEndings

GIVEN = "ab\r\nc\r\n\r\nđ\ne\r\nf"


def test_pairs_alone_become_one_character() -> None:
    assert LineEndings(GIVEN).unix == "ab\nc\n\nđ\ne\nf"
    assert LineEndings("a\rb\n\rc").unix == "a\rb\n\rc"


def test_every_place_leads_back() -> None:
    """A place in front of a line end is in front of the pair, one behind it behind the pair; none is between."""
    ends = LineEndings(GIVEN)
    for place in range(len(ends.unix) + 1):
        (carried,) = ends.carry([Change(place, place, "x", ())])
        assert carried.start == carried.end
        assert GIVEN[: carried.start].replace("\r\n", "\n") == ends.unix[:place]
        assert GIVEN[carried.start :].replace("\r\n", "\n") == ends.unix[place:]


@pytest.mark.parametrize(
    ("word", "after", "span", "written"),
    [
        ("ab", "b", (0, 2), "b"),
        ("đ", "d", (9, 10), "d"),  # behind three pairs
        ("f", "ph", (14, 15), "ph"),  # and behind a single line feed
        ("b\nc", "b c", (1, 5), "b c"),
        ("c\n\n", "c\n", (4, 9), "c\r\n"),  # what is put in has the ends of the file
    ],
)
def test_changes_are_told_in_the_given_text(word: str, after: str, span: tuple[int, int], written: str) -> None:
    ends = LineEndings(GIVEN)
    start = ends.unix.index(word)
    cause = Edit(start, start + len(word), after, "r", "")
    (carried,) = ends.carry([Change(start, start + len(word), after, (cause,))])
    assert carried == Change(*span, written, (cause,))
