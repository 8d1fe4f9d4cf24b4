"""The table of a document is not forced on a line that another one reads better."""

from __future__ import annotations

from vntextclean.misreadings.parsing.cells import Loss, cells_of
from vntextclean.misreadings.parsing.read_cells import read
from vntextclean.pipeline import Pipeline

#: Lines whose control characters speak for ISO-8859-15, without a sign that tells it from Latin-1.
AGREEING = (
    "Gà gáy, cả xóm đã đỏ lửa.",
    "Mẻ cá đầu mùa bán được giá.",
    "Trời trở gió, lá bàng đỏ rụng đầy ngõ.",
    "Bé bị sốt, bà thức suốt đêm.",
    "Giữa trưa, chợ vẫn đông nghẹt.",
    "Hai anh em sửa lại cái cổng.",
    "Nước rút, bùn ngập đến gối.",
    "Xã mở lớp dạy bơi cho trẻ.",
)


def test_a_later_line_is_read_by_latin_1() -> None:
    lines = [*AGREEING, "Bé không ngủ trưa nay, cũng không đòi bế."]
    damaged = "\n".join(line.encode().decode("latin-1") for line in lines)
    assert "Ã´" in damaged
    assert Pipeline.from_preset("lossless").run(damaged).text == "\n".join(lines)


def test_an_a_is_not_read_before_a_sign_that_the_table_lacks() -> None:
    for line, is_read in (("khÃ´ng", False), ("nÃ y", True), ("vÃ.", True), ("vÃ", True)):
        cells = read(cells_of(line), "iso8859-15", Loss(frozenset({0x81}))).cells
        assert ("à" in cells[line.index("Ã")][2]) == is_read
