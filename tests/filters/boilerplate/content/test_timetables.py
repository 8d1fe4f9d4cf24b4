"""Timetables and lists of years, a cell a line, and what looks like them."""

from __future__ import annotations

import pytest

from vntextclean.filters.boilerplate.content.timetables import timetables, years
from vntextclean.filters.boilerplate.reading.page import read


def test_a_corner_above_the_numbers_belongs_to_the_table_and_a_line_of_furniture_does_not() -> None:
    rows = "Thứ hai\nThứ ba\nThứ tư\n1\nToán\nSử\nHọa\n2\nVăn\nLý\nNhạc\n"
    assert timetables(read(f"Liên hệ\nTiết\n{rows}Tin mới")).nonzero()[0].tolist() == list(range(1, 13))
    without = rows.replace("1\n", "").replace("2\n", "")
    assert not timetables(read(f"Liên hệ\n{without}Tin mới")).any()


@pytest.mark.parametrize(
    "text",
    [
        "Liên hệ\nThứ hai\nThứ ba\nThứ tư\nTin mới",  # days alone are the head of a calendar
        "Liên hệ\nThứ 2: 8h\nThứ 3: 9h\nGiờ làm việc",  # hours of service, of two days
        "Liên hệ\nThứ 2: 8h\nThứ 2: 9h\nThứ 2: 10h",
    ],
)
def test_days_without_rows_are_no_timetable(text: str) -> None:
    assert not timetables(read(text)).any()


def test_what_is_said_of_three_days_stays() -> None:
    page = read("Liên hệ\nThứ 2: dọn sân\nTin mới\nThứ 4 (chiều): tập hát\nChủ nhật – nghỉ")
    assert timetables(page).nonzero()[0].tolist() == [1, 3, 4]


def test_years_may_run_backwards_and_have_two_lines_each() -> None:
    page = read("Liên hệ\nNăm 2019\nMở chợ\nBa dãy sạp\n2004\nCó điện\n1988\nĐắp đê\n1961\nLập xóm\nĐình mới\nTin mới")
    assert years(page).nonzero()[0].tolist() == list(range(1, 11))


@pytest.mark.parametrize(
    "text",
    [
        "Lưu trữ\n2024\n2023\n2022\n2021\n2020",  # an archive
        "Liên hệ\n1950\nLập xóm\n1990\nCó điện\n2001\nMở chợ",  # three
        "Liên hệ\n1950\nHà\n2001\nLan\n1970\nMận\n1999\nÍn",  # years of birth in no order
    ],
)
def test_years_alone_are_no_history(text: str) -> None:
    assert not years(read(text)).any()


def test_years_that_come_again_are_records_where_as_many_lines_stand_between_all() -> None:
    prizes = "Liềm\n2023\nDao\n2023\nCuốc\n2021\nĐe\n2018\n"
    assert years(read(f"Tin mới\n{prizes}Liên hệ")).nonzero()[0].tolist() == list(range(1, 9))
    assert years(read(f"Tin mới\n{prizes}Đò ngang")).nonzero()[0].tolist() == list(range(2, 9))  # the year opens each
    assert not years(read(prizes.replace("Dao\n", "Dao\nQuắm\n"))).any()
    assert not years(read(prizes.replace("2021", "2023"))).any()  # two different years alone
    assert not years(read(prizes.replace("2021", "2025"))).any()
