"""Gaps of several blanks that part columns, or stand in code: each condition at its border."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from vntextclean.filters.spacing import meant_gaps as module
from vntextclean.filters.spacing.meant_gaps import is_code, is_column


@pytest.mark.parametrize(
    ("before", "blanks", "after", "column"),
    [
        ("bà", 5, "con", True),
        ("bà", 4, "con", False),
        ("bà", 4, "Con", True),
        ("bà", 4, "5", True),
        ("bà", 3, "Con", False),
        ("|", 2, "con", True),
        ("bà", 2, "|", True),
        ("(", 2, ")", True),
        ("[", 2, ")", True),
        ("(", 2, "con", False),
        ("bà", 2, ")", False),
        ("bà.", 11, "Con", False),
        ("bà.", 12, "Con", True),
        ("bà;", 11, "Con", False),
        ("bà:", 5, "Con", True),
    ],
)
def test_columns(before: str, blanks: int, after: str, column: bool) -> None:
    text = before + " " * blanks + after
    assert is_column(text, len(before), len(before) + blanks) == column


@pytest.mark.parametrize(("blanks", "column"), [(7, False), (8, True)])
def test_odd_blanks_must_be_twice_as_many(blanks: int, column: bool) -> None:
    assert is_column("bà" + "\u00a0" + " " * (blanks - 1) + "Con", 2, 2 + blanks) == column


@pytest.mark.parametrize(
    ("line", "ours", "alien", "code"),
    [
        pytest.param("x = {1}  y", False, 0, True, id="signs of code"),
        pytest.param("x = {1}  y", True, 0, False, id="on a line of Vietnamese"),
        pytest.param("12:30:05.1  ok", False, 0, True, id="a time to the second"),
        pytest.param("foo;  bar;", False, 0, True, id="a semicolon at the end"),
        pytest.param("foo;  bar", False, 0, False, id="a semicolon inside"),
        pytest.param("foo  bar", False, 1, True, id="words that are no Vietnamese"),
        pytest.param("foo  bar", False, 0, False, id="other words"),
        pytest.param("foo  bär", False, 1, False, id="letters beyond ASCII"),
        pytest.param("12  34", False, 0, True, id="no letter"),
        pytest.param("foo  bar\n{}", False, 0, False, id="signs on the next line"),
    ],
)
def test_code(monkeypatch: pytest.MonkeyPatch, line: str, ours: bool, alien: int, code: bool) -> None:
    monkeypatch.setattr(module, "is_vietnamese_or_damaged", lambda text, at: ours)
    stretches = SimpleNamespace(evidence=lambda start, end: SimpleNamespace(alien=alien))
    state: Any = SimpleNamespace(text=line, ask=lambda what: stretches)
    at = line.index("  ")
    assert is_code(state, at, at + 2) == code
