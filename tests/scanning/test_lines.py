"""Lines of a text, and what is deleted with one."""

from __future__ import annotations

from itertools import pairwise

import pytest

from vntextclean.scanning.lines import line_cut, line_of


@pytest.mark.parametrize("text", ["một", "một\nhai", "một\nhai\n", "\n\nba", ""])
def test_a_line_begins_and_ends_at_line_ends_or_the_text(text: str) -> None:
    for at in range(len(text) + 1):
        start, end = line_of(text, at)
        assert "\n" not in text[start:end]
        assert start <= at <= end
        assert text[start - 1 : start] in ("", "\n") and text[end : end + 1] in ("", "\n")


def test_lines_that_are_deleted_leave_the_others_as_they_are() -> None:
    lines = ["một", "", "ba", "bốn"]
    text = "\n".join(lines)
    for gone in range(1, 1 << len(lines)):
        left, at, cuts = [line for n, line in enumerate(lines) if not gone >> n & 1], 0, []
        for n, line in enumerate(lines):
            if gone >> n & 1:
                cuts.append(line_cut(len(text), at, at + len(line), follows=n > 0 and bool(gone >> n - 1 & 1)))
            at += len(line) + 1
        kept = text
        for start, end in reversed(cuts):
            kept = kept[:start] + kept[end:]
        assert all(a[1] <= b[0] for a, b in pairwise(cuts))
        assert kept.rstrip("\n") == "\n".join(left).rstrip("\n")
