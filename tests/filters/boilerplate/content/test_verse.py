"""Verse is known by its metre."""

from __future__ import annotations

import pytest

from vntextclean.filters.boilerplate.content.verse import COUPLETS, LINES, OF_FOUR, verse
from vntextclean.filters.boilerplate.reading.page import read

SIX = "Vườn sau mẹ cấy rau răm"
EIGHT = "Để dành mai mốt ai thăm thì về tặng"
FIVE = "Nắng xuống tận bờ ao"
FOUR = "Con sáo sang sông"


@pytest.mark.parametrize(
    ("line", "count", "is_verse"),
    [(FIVE, LINES, True), (FIVE, LINES - 1, False), (FOUR, OF_FOUR, True), (FOUR, OF_FOUR - 1, False)],
)
def test_so_many_lines_of_one_length_are_verse(line: str, count: int, is_verse: bool) -> None:
    page = read("Liên hệ\n" + count * f"{line}\n" + "Tin mới")
    assert verse(page).nonzero()[0].tolist() == (list(range(1, count + 1)) if is_verse else [])


def test_six_and_eight_in_turn_are_verse_from_three_pairs_on() -> None:
    pair = f"{SIX}\nĐể dành mai mốt ai thăm thì mời\n"
    assert verse(read("Liên hệ\n" + COUPLETS * pair)).sum() == 2 * COUPLETS
    assert not verse(read("Liên hệ\n" + (COUPLETS - 1) * pair + "Tin mới hôm nay\nGóc bạn đọc xa")).any()


@pytest.mark.parametrize("line", ["Phòng 12 tầng ba cũ", "Hà Lan Đài Loan Phố", "Xem thêm các bài khác"])
def test_numbers_names_and_words_of_furniture_are_none(line: str) -> None:
    assert not verse(read(LINES * f"{line}\n")).any()
