"""What stands before the words of a line: which marks are seen in it, and which lists are one."""

from __future__ import annotations

import pytest

from vntextclean.filters.boilerplate.text.lead_marks import (
    BAR,
    BLANK,
    BOLD,
    BULLET,
    DRESSED,
    HASHES,
    INDENT,
    NUMBERED,
    marks_of,
)

MARKS = {"bold": BOLD, "bar": BAR, "bullet": BULLET, "numbered": NUMBERED, "dressed": DRESSED, "blank": BLANK}


@pytest.mark.parametrize(
    ("lead", "seen"),
    [
        ("", "blank"),
        ("   ", "blank"),
        ("* ", "bullet"),
        ("– ", "bullet"),
        ("**", "bold bullet"),
        ("_", "bold"),  # emphasis
        ("- _", "bold bullet"),
        ("_ ", ""),  # a blank to fill in
        ("| ", "bar"),
        ("3. ", "numbered"),
        ("a) ", "numbered"),
        (">> ", "dressed"),
        ("  -- ", "bullet dressed"),
        ("> ", ""),
    ],
)
def test_marks_of_each_kind(lead: str, seen: str) -> None:
    assert " ".join(sorted(name for name, at in MARKS.items() if marks_of(lead).marks[at])) == seen


def test_how_deep_a_heading_and_an_entry_stand() -> None:
    assert [marks_of(lead).marks[HASHES] for lead in ("# ", "### ", "* ")] == [1, 3, 0]
    assert [marks_of(lead).marks[INDENT] for lead in ("* ", "    * ", "\t* ", "    ")] == [0, 4, 1, 4]


@pytest.mark.parametrize("leads", [("1. ", "12. "), ("a) ", "b) "), ("IV. ", "X. "), ("  * 2) ", "  * 30) ")])
def test_the_numbers_of_a_list_are_one_lead(leads: tuple[str, ...]) -> None:
    assert len({marks_of(lead).key for lead in leads}) == 1


def test_other_lists_are_others() -> None:
    leads = ("1. ", "1) ", "* 1. ", "  1. ", "* ", "- ", "", "  ")
    assert len({marks_of(lead).key for lead in leads}) == len(leads)
