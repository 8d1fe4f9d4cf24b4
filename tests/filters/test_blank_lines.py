"""Gaps between lines and at the edges: what goes, and how many lines the reason names."""

from __future__ import annotations

import pytest

from vntextclean.filters.blank_lines import BlankLines
from vntextclean.settings import Settings
from vntextclean.text_state import TextState


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Mưa.", []),
        (" \n\n", []),  # white space only
        ("\nMưa.", [("\n", "1 blank line at the edge of the text")]),
        ("\n \nMưa.", [("\n \n", "2 blank lines at the edge of the text")]),
        ("Mưa.\n", []),
        ("Mưa.\n ", [(" ", "1 blank line at the edge of the text")]),
        ("Mưa.\n\n", [("\n", "1 blank line at the edge of the text")]),
        ("Mưa.\n\n\n", [("\n\n", "2 blank lines at the edge of the text")]),
        ("Mưa.\n\n\nGió.", []),
        ("Mưa.\n\n\n\nGió.", [("\n\n", "3 blank lines")]),
        ("Mưa.\n\t\n\n \nGió.", [("\t\n\n ", "3 blank lines")]),
        (" Mưa.\n\n\n\nGió.\n", [("\n\n", "3 blank lines")]),  # an indented first line
    ],
)
def test_gaps(text: str, cut: list[tuple[str, str]]) -> None:
    found = list(BlankLines(Settings()).edits(TextState(text)))
    assert [(text[edit.start : edit.end], edit.reason) for edit in found] == cut
