"""Timetables, lists of years and rows of cells: where they begin and end, and how many rows they have at least."""

from __future__ import annotations

import pytest

from tests.filters.boilerplate.marked import found_by
from vntextclean.filters.boilerplate.content.rows_of_cells import rows_of_cells
from vntextclean.filters.boilerplate.content.timetables import timetables, years


def all_found(lines: list[str]) -> list[str]:
    return [f"+{line}" for line in lines]


DAYS = ["Thứ 2", "Thứ 3", "Thứ 4"]
ROWS = ["1", "Văn", "Sử", "Họa", "2", "Lý", "Văn", "Hóa"]


@pytest.mark.parametrize(
    "lines",
    [
        all_found(["Tiết", *DAYS, *ROWS]),  # the whole page
        all_found([*DAYS, *ROWS]),  # no corner
        ["Gió bấc", *all_found(["Tiết", *DAYS, *ROWS]), "Mưa to"],
        [*all_found(["Tiết", *DAYS, *ROWS]), "4", "Văn", "Sử", "Họa"],  # no third row
        all_found(["Tiết", *DAYS, *ROWS, "3", "Văn", "Sử", "Họa"]),
        [*all_found(["Tiết", *DAYS, *ROWS]), "3", "Văn", "Sử"],  # cut off
        ["Tiết", *DAYS, *ROWS[:4]],  # one row
        ["Tiết", *DAYS, *ROWS[:4], "3", *ROWS[5:]],
        ["Tiết", *DAYS, "2", *ROWS[1:4], "3", *ROWS[5:]],
        all_found(["Tiết", *DAYS, "1.", *ROWS[1:4], "2.", *ROWS[5:]]),
        ["Gió bấc", *all_found([*DAYS, "1", "Văn", "Sử", "2", "Lý", "Văn"]), "Mưa to"],  # numbers below the first day
        ["Tiết", *DAYS[:2], "1", "Văn", "Sử", "2", "Lý", "Văn"],  # two days
        ["Tiết", "Thứ 2", "Thứ 3", "Gió", "1", "Văn", "Sử", "Họa", "2", "Lý", "Văn", "Hóa"],
        all_found(["Tiết", *DAYS, "1", "Văn", "Sử", "Họa và tập viết cả buổi", *ROWS[4:]]),  # six words
        ["Tiết", *DAYS, "1", "Văn", "Sử", "Họa và tập viết cả buổi chiều", *ROWS[4:]],
        all_found(["Tiết", *DAYS, "1", "Văn", "Sử", "h" * 40, *ROWS[4:]]),
        ["Tiết", *DAYS, "1", "Văn", "Sử", "h" * 41, *ROWS[4:]],
        ["+Thứ 2: dọn sân", "+Thứ 3: tập hát", "+Chủ nhật: nghỉ"],
        ["Thứ 2: dọn sân", "Thứ 3: tập hát"],
        ["Thứ 2: dọn sân", "Thứ 3: tập hát", "THỨ 3: nghỉ"],
        ["+Thứ 2: dọn sân", "+Thứ 3: tập hát", "+Thứ 3: nghỉ", "+CN: nghỉ", "Thứ 4"],
    ],
)
def test_timetables(lines: list[str]) -> None:
    assert found_by(timetables, lines) == lines


RISING = ["1921", "Dựng đình", "1954", "Xây cầu", "1987", "Có điện", "2011", "Mở chợ"]
FALLING = [RISING[index] for index in (6, 7, 4, 5, 2, 3, 0, 1)]


@pytest.mark.parametrize(
    "lines",
    [
        all_found(RISING),  # the whole page
        all_found(FALLING),
        ["Mưa to", *all_found(RISING), "Gió bấc"],
        ["Mưa to", *all_found(FALLING), "Gió bấc"],
        RISING[:6],  # three years
        FALLING[:6],
        ["1921", "1954", "1987", "2011"],  # nothing happened
        [*RISING[:4], "2019", "Có điện", "2011", "Mở chợ"],  # not in order
        [*all_found(RISING), "Gió bấc", "1930", "Lập xóm"],
        all_found(["1921", *5 * ["Dựng đình"], "1954", "Xây cầu", "1987", "Có điện", "2011", *5 * ["Mở chợ"]])
        + ["Mưa"],
        ["1921", *6 * ["Dựng đình"], *RISING[2:], "Mưa"],  # the next year stands too far below
        [*all_found(RISING), *6 * ["Gió bấc"], "2013", "Gió bấc"],
        all_found(["Năm 1921", *RISING[1:]]),
        all_found(["*Năm 1921*)", *RISING[1:]]),
        all_found(["((năm 1921))", *RISING[1:]]),  # twelve characters
        ["(((năm 1921))", *RISING[1:]],
        ["1921: lũ", *RISING[1:]],
    ],
)
def test_years(lines: list[str]) -> None:
    assert found_by(years, lines) == lines


PRIZES = ["Liềm", "2023", "Dao", "2023", "Cuốc", "2021", "Đe", "2018"]


@pytest.mark.parametrize(
    "lines",
    [
        ["Liềm", *all_found(PRIZES[1:])],  # the whole page
        [*all_found(PRIZES), "Liên hệ"],  # furniture begins below the last year: each record ends in its year
        ["Mưa to", *all_found(PRIZES), "Liên hệ"],
        ["Liềm", *all_found(PRIZES[1:]), "Gió bấc"],
        ["Đe", *all_found([PRIZES[index] for index in (7, 4, 5, 2, 3, 0, 1)])],  # rising
        [*PRIZES[2:], "Liên hệ"],  # three
        ["Liềm", "2023", "Dao", "2023", "Cuốc", "2021", "Đe", "2021"],  # of two years
        ["Liềm", "2023", "Dao", "2023", "Cuốc", "2021", "Đe", "2022"],
        ["Liềm", "2023", "Dao", "sắc", "2023", "Cuốc", "2021", "Đe", "2018"],
        [
            *("Mưa", "2020", "Gió", "Bấc", "Về"),
            *("Liềm", "+2023", "+Dao", "+2023", "+Cuốc", "+2021", "+Đe", "+2018", "Mưa", "Gió", "Bấc", "2030"),
        ],
        [*"ab", *("2023", "a", "b") * 3, "Liên hệ"],
        ["+a", "+b", *all_found([*("2023", "a", "b"), *("2022", "a", "b"), *("2022", "a", "b"), "2020"]), "Liên hệ"],
    ],
)
def test_records_by_year(lines: list[str]) -> None:
    assert found_by(years, lines) == lines


TIMES = ["5h00", "5h20", "5h40", "6h00"]


@pytest.mark.parametrize(
    "lines",
    [
        all_found(TIMES),  # the whole page
        ["Gió bấc", *TIMES[:3], "Mưa to"],
        ["Mưa to", *all_found(["Giờ chạy", *TIMES]), "Gió bấc"],
        ["Mưa to", "Liên hệ", *all_found(TIMES), "Gió bấc"],
        ["+Giờ chạy", *all_found(TIMES)],
        [*all_found(TIMES), "Giờ chạy"],  # the last line is above no first one
        ["5h00", "5h20", "Nghỉ", "5h40", "6h00"],
        all_found([*TIMES[:3], "6 giờ 00 ---"]),  # twelve characters
        [*TIMES[:3], "6 giờ 00 ----"],
        [*TIMES[:3], "6h75"],
    ],
)
def test_times_below_each_other(lines: list[str]) -> None:
    assert found_by(rows_of_cells, lines) == lines


SHARES = ["Lò Thị Sen", "12", "8,5", "Hà Văn Ún", "9", "7", "Cà Thị Hợi", "4", "9"]


@pytest.mark.parametrize(
    "lines",
    [
        all_found(SHARES),  # the whole page
        SHARES[:6],  # two rows
        ["Mưa to", *all_found(SHARES), "Gió bấc"],
        [*all_found(SHARES), "Quàng Văn Pọm", "5"],
        all_found([*SHARES, "Quàng Văn Pọm", "5", "6"]),
        [*all_found(SHARES), "Lò Thị Sen", "5", "6"],  # the name comes again
        [*SHARES[:6], "Lò Thị Sen", "4", "9"],
        ["Sen", *SHARES[1:]],  # one word
        ["+Lò Sen", *all_found(SHARES[1:])],
        ["+Lò Sen con ông Pán ở bản Nà", *all_found(SHARES[1:])],  # eight words
        ["Lò Sen con ông Pán ở bản Nà Lo", *SHARES[1:]],
        ["Liên hệ", *SHARES[1:]],
        ["(Lò Thị Sen)", *SHARES[1:]],
        all_found(["Họ tên", "Toán", "Văn", *SHARES]),  # headings
        all_found(["Bảng điểm lớp năm", "Họ tên", "Toán", "Văn", *SHARES]),  # a title
        ["Bảng điểm lớp", *all_found(["Họ tên", "Toán", "Văn", *SHARES])],  # too short for one
        ["Các tin liên quan", *all_found(["Họ tên", "Toán", "Văn", *SHARES])],
        [*all_found(["Họ tên", "Toán", "Văn", *SHARES]), "Bảng điểm lớp năm"],  # the last line is above no first one
        ["Mưa to", "Họ tên", "Toán 1", "Văn", *all_found(SHARES)],
        ["Mưa to", "Họ tên", "Toán của lớp năm", "Văn", *all_found(SHARES)],
        ["Mưa to", *all_found(["Họ tên", "Toán lớp năm", "Văn", *SHARES])],
        ["Mưa to", "Liên hệ", "Góp ý", "Văn", *all_found(SHARES)],
        ["Mưa to", *all_found(["Liên hệ", "Toán", "Văn", *SHARES])],
        ["Toán", "Văn", *all_found(SHARES)],
        [
            "Họ tên",
            "Mưa",
            *(line for row in range(0, 9, 3) for line in (SHARES[row], SHARES[row + 1])),
        ],  # a figure each
        [*all_found([*SHARES]), "Mưa to", *all_found([*SHARES]), "Gió bấc"],
    ],
)
def test_names_with_figures(lines: list[str]) -> None:
    assert found_by(rows_of_cells, lines) == lines


@pytest.mark.parametrize(("figures", "is_table"), [(3, False), (4, True), (9, True), (10, False)])
def test_beside_four_figures_a_name_may_be_one_word(figures: int, is_table: bool) -> None:
    cells = [str(number) for number in range(figures)]
    lines = ["VNA", *cells, "HPX", *cells, "SDT", *cells]
    expected = all_found(lines) if is_table else lines
    assert found_by(rows_of_cells, expected) == expected
