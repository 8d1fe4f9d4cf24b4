"""The title of a page, whole and without the name of the site."""

from __future__ import annotations

from time import process_time

import pytest

from vntextclean.filters.boilerplate.features.layout_features import SEPARATOR, title_marks, titles_of
from vntextclean.filters.boilerplate.reading.page import read


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("Lịch cắt điện - Điện lực", ["Lịch cắt điện", "Điện lực"]),
        ("Lịch cắt điện  –  Điện lực", ["Lịch cắt điện", "Điện lực"]),
        ("Lịch cắt điện|Điện lực |Tin", ["Lịch cắt điện", "Điện lực", "Tin"]),
        ("Lịch cắt điện | | Tin", ["Lịch cắt điện", "", "Tin"]),
        ("Lịch cắt điện | - Tin", ["Lịch cắt điện", "- Tin"]),
        ("Sài Gòn-Gia Định: lịch", ["Sài Gòn-Gia Định: lịch"]),
    ],
)
def test_separators_part_a_title(title: str, parts: list[str]) -> None:
    assert SEPARATOR.split(title) == parts


def test_blanks_in_a_title_are_read_once() -> None:
    """Each of them was tried as the first one of a separator: 50 000 took over a minute."""
    page = read("Lịch" + " " * 50_000 + "cắt điện\nXem thêm:\nTrang chủ\n")
    start = process_time()
    assert len(titles_of(page)) == 1
    assert title_marks(page)[1] == 1
    assert process_time() - start < 2
