"""Which lines lose the blanks before them: prose does, a short line in two blanks and more does not."""

from __future__ import annotations

import pytest

from vntextclean.filters.spacing.filter import Spacing
from vntextclean.filters.spacing.indents import _LONG, _PROSE, _SPARSE
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

#: Prose by its letters; a line as long that is short of them, though not sparse; and one that lost every other word.
PROSE = "Bà con trong bản gặt xong lúa nương thì trời đổ mưa to, nước suối lên rất nhanh."
SHORT = "Ở xã ta có ba bà cụ đi ra bờ ao để vớt cá về ăn; mẹ ta thì ở nhà vá áo, nấu cơm."
SPARSE = "Ở xã    có    bà cụ    ra    ao để    cá về   ; mẹ ta    ở nhà    áo, nấu cơm  mưa."


def letters(line: str) -> int:
    return sum(map(len, line.split()))


@pytest.mark.parametrize(
    ("line", "blanks", "loses"),
    [
        (PROSE, " ", True),
        (PROSE, "    ", True),
        (SHORT, " ", True),  # one blank is no indent
        (SHORT, "  ", False),
        (SPARSE, "    ", True),
        ("Mưa to.", " ", True),
        ("Mưa to.", "  ", False),
        (PROSE, "\t", False),
        (f"“{PROSE}”", "  ", True),
        (f"- {PROSE}", "  ", False),  # an item of a list
    ],
)
def test_indents(line: str, blanks: str, loses: bool) -> None:
    edits = Spacing(Settings()).edits(TextState(f"Mưa to.\n{blanks}{line}\n"))
    at = len("Mưa to.\n")
    assert ((at, at + len(blanks), "") in [edit[:3] for edit in edits]) is loses


def test_the_lines_are_what_they_are_meant_to_be() -> None:
    assert letters(PROSE) >= _PROSE
    assert len(SHORT) >= _LONG
    assert _SPARSE * len(SHORT) <= letters(SHORT) < _PROSE
    assert len(SPARSE) >= _LONG
    assert letters(SPARSE) < _SPARSE * len(SPARSE)
