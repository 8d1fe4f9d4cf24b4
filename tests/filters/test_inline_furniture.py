"""Where a piece of furniture inside a line begins and ends, with the spaces beside it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from vntextclean.changes import apply
from vntextclean.filters.inline_furniture import InlineFurniture
from vntextclean.settings import Settings
from vntextclean.text_state import TextState


def _cleaned(text: str) -> str:
    return apply(text, [edit[:3] for edit in InlineFurniture(Settings()).edits(TextState(text))])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("no image Nước đã rút.", "Nước đã rút."),  # at the head of the text the space behind goes
        ("no image \N{NO-BREAK SPACE} Nước đã rút.", "Nước đã rút."),
        ("Sáng nay.\nno image  Nước đã rút.", "Sáng nay.\nNước đã rút."),  # ... and at the head of a line
        ("Nước đã rút. no image", "Nước đã rút."),  # elsewhere the space before
        ("Nước đã rút. >> Miền Trung lại mưa\nMai nắng.", "Nước đã rút.\nMai nắng."),
        ("Nước đã rút. >> Miền Trung lại mưa", "Nước đã rút."),
    ],
)
def test_one_space_goes_with_a_piece(before: str, after: str) -> None:
    assert _cleaned(before) == after


@pytest.mark.parametrize(
    "text",
    [
        "no image",  # nothing else is on the line: other filters judge whole lines
        "no image 12.",
        "Nước đã rút.\nno image\nMai nắng.",
        ">> Miền Trung lại mưa lớn",
    ],
)
def test_a_whole_line_is_left_to_others(text: str) -> None:
    assert _cleaned(text) == text


def test_pieces_that_overlap_go_once() -> None:
    text = "Nước đã rút. >> Xem thêm: Miền Trung lại mưa lớn"
    edits = sorted(edit[:2] for edit in InlineFurniture(Settings()).edits(TextState(text)))
    assert all(one[1] <= other[0] for one, other in pairwise(edits))
    assert _cleaned(text) == "Nước đã rút."
