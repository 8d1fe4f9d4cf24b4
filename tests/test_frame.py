"""What no edit of a structured document may touch, at its borders: line ends, held spans, and walls of markup."""

from __future__ import annotations

import pytest

from vntextclean.edit import Edit
from vntextclean.frame import Frame


def refuses(frame: Frame, text: str, start: int, end: int, after: str) -> bool:
    return frame.refuses(Edit(start, end, after, "r", ""), text)


@pytest.mark.parametrize(("start", "end", "after"), [(1, 2, " "), (0, 3, "a b"), (1, 1, "\n"), (3, 4, "\n")])
def test_no_line_is_joined_or_cut(start: int, end: int, after: str) -> None:
    assert refuses(Frame(), "a\nb c", start, end, after)
    assert not refuses(Frame(), "a\nb c", 3, 4, "  ")


@pytest.mark.parametrize(
    ("start", "end", "refused"),
    [
        (2, 3, False),  # right before it
        (3, 4, True),
        (4, 5, True),
        (5, 6, False),  # right behind it
        (2, 4, True),
        (4, 6, True),
        (2, 6, True),
        (3, 3, False),  # put in beside it
        (4, 4, True),
        (5, 5, False),
        (8, 9, True),  # the one behind it
        (7, 8, False),
        (6, 8, False),
        (6, 9, True),
        (0, 1, False),
        (9, 10, False),
    ],
)
def test_a_held_span_is_not_changed(start: int, end: int, refused: bool) -> None:
    assert refuses(Frame((), ((3, 5), (8, 9))), "..........", start, end, "x") is refused


#: A wall stands before "hai": "một **hai** ba".
WALL = Frame((4, 7), ())
TEXT = "một hai ba"


@pytest.mark.parametrize(
    ("start", "end", "after", "refused"),
    [
        (0, 3, "mốt", False),
        (4, 7, "hài", False),  # from wall to wall
        (3, 5, " h", True),  # across one
        (6, 8, "i ", True),
        (4, 4, "x", True),  # put in at one
        (7, 7, ",", True),
        (3, 4, "", True),  # the space beside one
        (3, 4, "  ", False),
        (3, 4, "_", True),
        (7, 8, "", True),
        (7, 8, "  ", False),
        (4, 7, " hai", True),  # white space brought to one
        (4, 7, "hai ", True),
        (4, 7, "", True),
        (0, 4, "mốt ", False),
        (0, 4, "mốt", True),
        (8, 10, "bà", False),
        (8, 8, "x", False),
    ],
)
def test_a_wall_is_not_crossed_and_keeps_the_white_space_beside_it(
    start: int, end: int, after: str, refused: bool
) -> None:
    assert refuses(WALL, TEXT, start, end, after) is refused


@pytest.mark.parametrize(
    ("text", "walls", "start", "end", "refused"),
    [
        ("thựchiện xong", (3,), 4, 5, True),  # inside the word that is repaired
        ("thựchiện xong", (3,), 3, 8, True),
        ("thựchiện xong", (3,), 9, 10, False),  # in the word before it
        ("thựchiện xong", (11,), 0, 8, False),
        ("xong thựchiện", (7,), 5, 6, True),  # before the wall in its word
        ("xong thựchiện", (5,), 6, 7, False),  # at the head of the word
        ("xong thựchiện", (13,), 6, 7, False),
        ("a_bc", (1,), 2, 3, True),  # an underscore and a mark on its own are of the word
        ("bo\u0302c", (1,), 3, 4, True),
        ("bo\u0302c", (3,), 0, 1, True),
        ("bo\u0300c", (1,), 3, 4, True),
        ("bo\u036fc", (1,), 3, 4, True),
        ("thựchiện xong", (8,), 2, 3, False),  # the word ends at the wall
        ("thựchiện xong", (8,), 3, 4, False),
        ("a-bc", (1,), 2, 3, False),
        ("x ab", (3,), 0, 2, False),  # what ends with a space is not in the word behind it
        (" xab", (3,), 0, 2, True),
        ("a-bc", (1,), 2, 2, False),  # put in at the head of a word
        ("ab-c", (1,), 2, 2, True),  # put in at the end of one
        ("x" * 200, (100,), 100 + 64, 166, False),  # a word is looked at so far
        ("x" * 200, (101,), 100 + 64, 166, True),
        ("x" * 300, (166 + 63,), 164, 166, True),
        ("x" * 300, (166 + 64,), 164, 166, False),
    ],
)
def test_a_wall_inside_a_word_guards_the_whole_word(
    text: str, walls: tuple[int, ...], start: int, end: int, refused: bool
) -> None:
    assert refuses(Frame(walls, ()), text, start, end, "o") is refused


def test_walls_and_held_spans_move_with_the_text() -> None:
    frame = Frame((2, 4, 9), ((5, 6), (9, 11)))
    edits = [Edit(0, 1, "abc", "r", ""), Edit(4, 5, "", "r", ""), Edit(7, 7, "xy", "r", "")]
    assert frame.after(edits) == Frame((4, 6, 12), ((6, 7), (12, 14)))
    assert frame.after([]) == frame
