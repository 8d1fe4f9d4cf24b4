"""How often a line must recur, and how near to others, to say something: on both sides of each border."""

from __future__ import annotations

import numpy as np
import pytest

from vntextclean.filters.boilerplate.reading.page import read
from vntextclean.filters.boilerplate.site.evidence import evidence, recurring
from vntextclean.filters.boilerplate.site.recurrence import Recurrence


@pytest.mark.parametrize(
    ("found", "recurs", "weight"),
    [
        (Recurrence("xa", 3, 15), True, 0.5),
        (Recurrence("xa", 3, 16), False, 0.0),  # a fifth of the pages
        (Recurrence("xa", 2, 3), False, 0.0),
        (Recurrence("xa", 3, 4, again=True), True, 0.0),
        (Recurrence("xa", 3, 4, 1), True, 3.5),
        (Recurrence("xa", 3, 4, 2), True, 6.0),
        (Recurrence("xa", 1, 90, 1), False, 3.5),
        (Recurrence("xa", 1, 90, 2, again=True), False, 6.0),
    ],
)
def test_how_often_a_line_recurs(found: Recurrence, recurs: bool, weight: float) -> None:
    assert (found.recurs, found.weight) == (recurs, weight)


def test_lines_that_say_something_are_counted() -> None:
    said, none = Recurrence("xa", 3, 4, 1), Recurrence("xa", 2, 3)
    assert recurring([said, none, None, said]) == 2
    assert recurring([]) == 0


SEEN, ONCE, ALONE = Recurrence("xa", 3, 4, 2), Recurrence("xa", 1, 4, 1), Recurrence("xa", 3, 4)


def told(
    lines: list[str], found: list[Recurrence | None], article: str = "", stays: str = ""
) -> tuple[list[float], str]:
    """The weight of each line, and a mark for each that recurs often; a mark stands for a line of the article."""
    page = read("\n".join(lines))
    marks = [np.array([each == "x" for each in row.ljust(len(lines))]) for row in (article, stays)]
    got = evidence(page, found, *marks)
    return [round(float(each), 1) for each in got.weight], "".join("x" if each else "-" for each in got.often)


@pytest.mark.parametrize(
    ("line", "own"),
    [
        ("Theo lời bà con ở xóm bên sông hôm kiaaa", True),  # forty characters
        ("Theo lời bà con ở xóm bên sông hôm kiaaaa", False),
        ("12/5/2020", True),
        ("08:45", True),
        ("Mưa to", False),
        ("Ảnh: Lò Sen", True),
        ("ngày 12 tháng 3", True),
    ],
)
def test_what_signs_a_text_is_its_own(line: str, own: bool) -> None:
    for lines, found, stays in (
        (["Gió bấc về", line, "Nắng"], [None, ONCE, None], "x"),
        (["Nắng", line, "Gió bấc về"], [None, ONCE, None], "--x"),
    ):
        assert told(lines, found, stays=stays)[0][1] == (0.0 if own else 3.5)
    assert told(["Gió", line, "Nắng"], [None, ONCE, None])[0][1] == 3.5  # nothing stays beside it
    assert told(["Gió", line, "Nắng"], [None, SEEN, None], stays="x")[0][1] == 6.0


def test_what_recurs_often_is_told_by_pages_and_sides() -> None:
    lines = ["Mưa", "Gió", "Nắng", "Sương"]
    assert told(lines, [SEEN, ALONE, ONCE, None]) == ([6.0, 0.5, 3.5, -1.5], "x---")
    assert told(lines, [SEEN, ALONE, None, None]) == ([6.0, 0.5, 0.0, 0.0], "x---")
    assert told(lines, []) == ([0.0] * 4, "----")


def test_a_page_that_was_scraped_twice() -> None:
    lines = ["Mưa", "Gió bấc về qua bến đò", "Nắng", "Sương"]
    assert told(lines, [SEEN, ONCE, ONCE, None], "-x--", "-x--") == ([6.0, -1.5, -1.5, -1.5], "x---")
    assert told(lines, [SEEN, None, ONCE, None], "-x--", "-x--") == ([6.0, 0.0, 3.5, 0.0], "x---")
    assert told(lines, [SEEN, SEEN, SEEN, None], "-x--", "-x--") == ([-1.5] * 4, "----")
    # the longer part of the article tells, by its characters
    assert told(lines, [SEEN, ONCE, None, ONCE], "-xx-", "-xx-")[0] == [6.0, -1.5, -1.5, -1.5]
    assert told(lines, [SEEN, None, ONCE, ONCE], "-xx-", "-xx-")[0][3] == 3.5


@pytest.mark.parametrize(
    "lines",
    [
        "SS~S",
        "--SS~~~~S--",  # above the first and below the last is nothing
        "SS~~~~~S",  # five lines: each is five lines at most from both
        "SS-~~~~-S",
        "SS----~----S",
        "SS----------S",
        "SS~--a-S",  # two lines above the main text and below it may be its own
        "SS-a--~S",
    ],
)
def test_what_stands_between(lines: str) -> None:
    """S recurs, a tilde stands between two that do, a is the main text; of others it says more."""
    found = [SEEN if each == "S" else None for each in lines]
    weight, _ = told(
        [f"Gió {number}" for number in range(len(lines))], found, lines.replace("a", "x").replace("S", "-")
    )
    assert "".join({6.0: "S", -0.5: "~"}.get(each, "-") for each in weight) == lines.replace("a", "-")
