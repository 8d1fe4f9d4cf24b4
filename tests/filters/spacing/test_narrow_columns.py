"""Columns that two or three spaces part stay where lines are rows, and doubled spaces of prose do not."""

from __future__ import annotations

import pytest

from vntextclean.filters.spacing.filter import Spacing
from vntextclean.scanning.console import ConsoleOutput
from vntextclean.settings import Settings
from vntextclean.text_state import TextState


def spaced(text: str) -> str:
    for edit in sorted(Spacing(Settings()).edits(TextState(text)), reverse=True):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    return text


@pytest.mark.parametrize(
    "text",
    [
        "Hàng      SL  Giá\nNồi đất    2  45\nẤm nhôm    1  80\nRổ tre     3  15",
        "Hàng  SL  Giá\nNồi đất  2  45\nẤm nhôm con  1  80\nRổ tre  13  5",  # in no line, of one shape
        "Vé lượt  12.000\nVé tháng  180.000\nVé đoàn  9.000 đồng",
        "A. Lô   B. Gâm   C. Đà   D. Chảy",
        "C. trẩu già  D. dó",
        "ngô nếp   hai gùi\nmăng khô  ba bó\nlá dong   một vác",  # small letters, one below the other
        "Sáng   cơm nắm\nTrưa   xôi  trứng\nTối    cháo",  # a cell more
        "C  G",  # chords over what is sung
        "Am  G  C\nThuyền nan chở trăng về bến",
        "Em7   A\nThuyền nan chở\nDm  G7\ntrăng về bến",
    ],
)
def test_rows_keep_their_columns(text: str) -> None:
    assert spaced(text) == text
    assert spaced(f"Trời mưa.\n{text}\nTrời nắng.") == f"Trời mưa.\n{text}\nTrời nắng."


@pytest.mark.parametrize(
    "text",
    [
        "Hôm qua  trời mưa, bà  con ở nhà\nđan  lát, chờ nước  rút rồi\nmới ra  đồng gặt  nốt thửa cuối",
        "Vé lượt  12.000\nVé tháng  180.000",  # two lines
        "Câu  1\nCâu  2\nCâu  3",
        "1.  Trạm xá\n2.  Trạm bơm\n3.  Trạm điện",
        "-  Trạm xá\n-  Trạm bơm\n-  Trạm điện",
        "Trạm  xá  xã  nhà\nTrạm  bơm  đầu  làng\nĐình  làng  mới  sửa",  # all words stand so far apart
        "A. Lô và  các suối",
        "Ông Pản  già\nBà Mận  trẻ hơn\nÔng Ún  vừa",  # small letters, in no line
    ],
)
def test_lines_without_rows_lose_doubled_spaces(text: str) -> None:
    assert "  " not in spaced(text)


def test_a_blank_line_ends_a_table_and_tabs_part_columns_of_their_own() -> None:
    assert spaced("Vé lượt  12.000\n\nVé tháng  180.000\n\nVé đoàn  9.000") == (
        "Vé lượt 12.000\n\nVé tháng 180.000\n\nVé đoàn 9.000"
    )
    assert spaced("Nồi  đất\t2\nẤm  nhôm\t1\nRổ  tre\t3") == "Nồi đất\t2\nẤm nhôm\t1\nRổ tre\t3"


def test_what_a_program_wrote_gains_and_loses_no_space() -> None:
    text = "$ dem ve.txt\nBến:Cũ,Mới\nVé :ba\n$ dem\nBến:Cũ"
    assert spaced(text) == text
    assert spaced(f"{text}\n\nBến:Cũ,Mới") == f"{text}\n\nBến: Cũ, Mới"
    assert spaced("an@may:~/kho$ ls\nBến:Cũ") == "an@may:~/kho$ ls\nBến:Cũ"


@pytest.mark.parametrize("above", ["$ 5", "# Bến", "$x", "Giá $ hôm nay"])
def test_a_price_or_a_heading_is_no_prompt(above: str) -> None:
    assert not ConsoleOutput(f"{above}\nBến:Cũ").holds(len(above) + 2)


def test_a_line_of_prose_ends_the_output() -> None:
    prose = "Sau đó, " + "cả xóm ra bến " * 9
    text = f"$ dem\nBến:Cũ\n{prose}"
    assert ConsoleOutput(text).holds(8)
    assert not ConsoleOutput(text).holds(len(text) - 9)
