"""The search for repeated blocks stays linear on what would make a naive one quadratic."""

from __future__ import annotations

import pytest

from vntextclean.filters import repeats
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

PROSE = "Sáng nay bà con trong xóm rủ nhau ra đồng gặt lúa sớm vì đài báo chiều tối có mưa to."


@pytest.mark.parametrize("end", ["", f"{PROSE}\nChợ phiên.\n{PROSE.upper()}\n"], ids=["short lines", "prose far below"])
def test_thousands_of_equal_lines_are_compared_once(monkeypatch: pytest.MonkeyPatch, end: str) -> None:
    compared = 0
    common = repeats._common

    def counted(lines: list[repeats._Line], above: int, below: int) -> int:
        nonlocal compared
        length = common(lines, above, below)
        compared += length
        return length

    monkeypatch.setattr(repeats, "_common", counted)
    lines = 2000
    assert not list(repeats.Repeats(Settings()).edits(TextState("Chợ phiên.\n" * lines + end)))
    assert compared <= lines
