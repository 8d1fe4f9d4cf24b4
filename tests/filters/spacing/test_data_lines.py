"""Lines that are data: rows beside rows of as many fields, and JSON."""

from __future__ import annotations

import pytest

from vntextclean.filters.spacing.data_lines import DataLines, _fields


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("lúa,ngô,khoai", {(",", 2)}),
        ("lúa,ngô", set()),
        ("lúa, ngô,khoai", set()),
        ("lúa,ngô,", set()),
        ("lúa;ngô;khoai,sắn,đậu", {(",", 2), (";", 2)}),
        ("lúa:1:2:3", {(":", 3)}),
    ],
)
def test_the_fields_of_a_line(line: str, fields: set[tuple[str, int]]) -> None:
    assert _fields(line) == fields


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("lúa,ngô,khoai", [False]),
        ("lúa,ngô,khoai\nsắn,đậu,mè", [True, True]),
        ("lúa,ngô,khoai\nsắn,đậu,mè,lạc", [False, False]),
        ("lúa,ngô,khoai\n\nsắn,đậu,mè", [False, False, False]),  # beside means the next line
        ("Trời mưa.\nlúa,ngô,khoai\nTrời nắng.", [False, False, False]),
        ("Trời mưa.\nlúa,ngô,khoai\nsắn,đậu,mè\nTrời nắng.", [False, True, True, False]),
        ('{"cây": "lúa,ngô"}', [True]),
        ('"cây": "lúa"', [True]),
        ('"lúa,ngô",', [True]),
        ('Bà nói: "lúa"', [False]),
        ("", [False]),
    ],
)
def test_lines_of_a_text(text: str, data: list[bool]) -> None:
    rows, at, found = DataLines(text), 0, []
    for line in text.split("\n"):
        assert rows.is_data(at) is rows.is_data(at + len(line))
        found.append(rows.is_data(at))
        at += len(line) + 1
    assert found == data


def test_places_are_asked_in_any_order() -> None:
    text = "lúa,ngô,khoai\nsắn,đậu,mè\nTrời nắng."
    rows = DataLines(text)
    assert [rows.is_data(at) for at in (30, 0, 13, 14, 24, 25, 30)] == [False, True, True, True, True, False, False]
