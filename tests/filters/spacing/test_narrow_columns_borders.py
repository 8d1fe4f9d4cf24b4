"""Which lines are rows of cells, at the border of each condition: lines, cells, words, small letters, figures."""

from __future__ import annotations

import pytest

from vntextclean.filters.spacing.narrow_columns import NarrowColumns


def rows(text: str) -> str:
    """A letter for each line: "R" for a row, "." for another."""
    columns = NarrowColumns(text, lambda start: start)
    out, at = "", 0
    for line in text.split("\n"):
        out += "R" if columns.is_row(at) else "."
        at += len(line) + 1
    return out


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # three lines, one column of figures
        ("Vé lượt  12.000\nVé tháng  180.000\nVé đoàn  9.000", "RRR"),
        ("Vé lượt  12.000\nVé tháng  180.000", ".."),
        ("Vé lượt  12.000\nVé tháng 180.000\nVé đoàn  9.000", "..."),  # a line without a gap between them
        ("Trời mưa.\nVé lượt  12.000\nVé tháng  180.000\nVé đoàn  9.000\nTrời nắng.", ".RRR."),
        ("Vé lượt  12.000\nVé tháng  180.000\nVé đoàn  9.000\nVé năm  1.000.000", "RRRR"),
        # words behind a figure: three spaces at most less one
        ("Vé lượt  12 đồng một\nVé tháng  18 đồng một\nVé đoàn  9 đồng một", "RRR"),
        ("Vé lượt  12 đồng một người\nVé tháng  18 đồng một xe\nVé đoàn  9 đồng một đám", "..."),
        ("Vé lượt  đồng 12\nVé tháng  nghìn 18\nVé đoàn  hào 9", "..."),  # no figure begins the cell
        ("Vé lượt  12.000\nVé tháng  180.000\nVé đoàn  miễn phí", "..."),  # one cell is no figure
        ("Câu  1\nCâu  2\nCâu  3", "..."),  # the same first cell
        # columns that begin or end below each other
        ("Nồi đất  hai cái\nẤm nhôm  một cái\nRổ thưa  ba cái", "RRR"),
        ("Nồi đất  hai cái\nẤm nhôm con  một cái\nRổ tre đan  ba cái", "..."),
        ("Nồi đất  45  cũ\nẤm nhôm   8  mới tinh\nRổ tre  1125  vừa", "..."),
        ("Nồi đất     45  cũ\nẤm nhôm con  8  mới tinh\nRổ tre    1125  vừa", "RRR"),
        # capitals in several columns
        ("Nồi Đất  Hai Cái  Cũ Kỹ\nẤm Nhôm Con  Một  Mới\nRổ Tre  Ba  Vừa", "RRR"),
        ("Nồi đất  hai cái  Cũ\nẤm nhôm con  một  Mới\nRổ tre  Ba  Vừa", "..."),  # two of six begin small
        ("Nồi đất  Hai cái  Cũ\nẤm nhôm con  một  Mới\nRổ tre  Ba  Vừa", "RRR"),  # one of six
        ("Nồi Đất  Hai Cái  Cũ Kỹ\nẤm Nhôm Con  Một\nRổ Tre  Ba  Vừa", "..."),  # a cell less
        ("Trạm  Xá  Nhà\nTrạm  Bơm  Làng\nĐình  Cũ  Mới", "..."),  # every word stands apart
        ("Trạm  Xá  2\nTrạm  Bơm  3\nĐình  Cũ  4", "RRR"),  # figures are cells
    ],
)
def test_lines_that_follow_each_other(text: str, found: str) -> None:
    assert rows(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vé lượt  12.000\nVé tháng  180.000\nVé đoàn  9.000\nCộng  201.000", "RRRR"),
        ("Hàng  SL  Giá\nNồi con  2  45\nẤm con  1  80\nRổ con  3  15\nTổng cộng  140", "RRRRR"),  # the sum
        ("Hàng  SL  Giá\nNồi con  2  45\nẤm con  1  80\nRổ con  3  15\nTổng số chung  nhiều", "RRRR."),
        ("Nồi con  2  45\nẤm con  1  80\nTổng cộng  140", "..."),  # two lines above it
        (
            "Hàng  Ai Bán  Ai Mua\nNồi Con  Ông Pản  Bà Mận\nẤm Con  Ông Ún  Bà Lò\nRổ Con  Cô Pín  Cô Nở\nCộng  140",
            "RRRR.",
        ),
    ],
)
def test_the_sum_below_a_table(text: str, found: str) -> None:
    assert rows(text) == found


@pytest.mark.parametrize(
    ("line", "is_row"),
    [
        ("A. trẩu già  B. dó", True),
        ("a) trẩu  b) dó", True),
        ("C. trẩu già  D. dó", True),
        ("A. trẩu già B. dó", False),  # one space
        ("A. trẩu già  C. dó", False),
        ("B. trẩu già  C. dó", False),
        ("A trẩu già  B dó", False),
        ("(A) trẩu  (B) dó", False),
        ("Am  G", True),
        ("Em7  A  F#m  C/G", True),
        ("Am  G này", False),
        ("Am  H", False),
        ("C", False),
    ],
)
def test_lines_that_are_rows_by_themselves(line: str, is_row: bool) -> None:
    assert rows(line) == ("R" if is_row else ".")
    assert rows(f"Trời mưa.\n{line}\nTrời nắng.")[1] == ("R" if is_row else ".")


def table(first: str) -> str:
    return f"{first}  2  45\nẤm con  1  80\nRổ con  3  15"


def test_a_row_has_a_length_and_a_number_of_gaps() -> None:
    assert rows(table("Nồi " + "a" * 149)) == "RRR"
    assert rows(table("Nồi " + "a" * 150)) == "..."
    cells = "  ".join("12345678")
    assert rows(f"Nồi  {cells}\nẤm  {cells}\nRổ  {cells}") == "RRR"
    assert rows(f"Nồi  {cells}  9\nẤm  {cells}  9\nRổ  {cells}  9") == "..."


@pytest.mark.parametrize("mark", [".", ",", ";", ":", "!", "?", "…", "-", "–", "•", "*", "+", "·"])
def test_behind_a_mark_no_column_begins(mark: str) -> None:
    lines = [f"{word}{mark}  {number}" for word, number in (("Nồi đất", 12), ("Ấm con", 8), ("Rổ tre", 9))]
    assert rows("\n".join(lines)) == "..."
    assert rows("\n".join(lines).replace(mark, ")")) == "RRR"


def test_tabs_part_columns_of_their_own() -> None:
    text = "Nồi đất  2\nẤm nhôm  1\nRổ tre  3"
    assert rows(text) == "RRR"
    assert rows(text.replace("Nồi ", "Nồi\t")) == "..."


def test_an_indent_that_goes_is_no_part_of_a_row() -> None:
    """Where the indent goes, columns count from the first letter on; where it stays, with it."""
    text = "  Nồi đất  hai cái\n Ấm nhôm  một cái\n   Rổ thưa  ba cái"
    places = [0, 19, 37]
    gone = NarrowColumns(text, lambda start: start + len(text[start:]) - len(text[start:].lstrip()))
    kept = NarrowColumns(text, lambda start: start)
    assert [gone.is_row(at) for at in places] == [True] * 3
    assert [kept.is_row(at) for at in places] == [False] * 3
