"""The edges of a text between a menu and a foot: each condition alone, on both sides of its border."""

from __future__ import annotations

import numpy as np
import pytest

from tests.filters.boilerplate.marked import found_by
from vntextclean.filters.boilerplate.content.edges import edges

Lines = list[tuple[str, float]]
THRESHOLD, GOES = 2.0, 3.0

MENU, TEXT = [("Trang chủ", GOES), ("Liên hệ", GOES), ("Đăng nhập", GOES)], ("Chuyến 5h", 0.9)


@pytest.mark.parametrize(
    "lines",
    [
        [*MENU, ("+Bến đò", GOES), *9 * [TEXT]],
        [*MENU[:2], ("Bến đò", GOES), *9 * [TEXT]],  # two entries
        [*MENU, ("+Bến đò", GOES), *8 * [TEXT], ("Mưa", 1)],
        [*MENU, ("Bến đò", GOES), *8 * [TEXT]],  # too short a page
        [*MENU, ("Bến", GOES), *9 * [TEXT]],  # one word
        [*MENU, ("Bến đò", 3.2), *9 * [TEXT]],  # as sure as entries of menus
        [*MENU, ("+Bến đò", 3.1), *9 * [TEXT]],
        [*MENU, *(("+" + text, 2.5) for text in ("Bến đò", "Bến tàu", "Bến xe", "Bến cảng")), *9 * [TEXT]],
        [*MENU, *((text, 2.5) for text in ("Bến đò", "Bến tàu", "Bến xe", "Bến cảng", "Bến phà")), *9 * [TEXT]],
        [*MENU, ("+Bến đò", GOES), ("+Bến tàu", GOES), *9 * [TEXT]],
        [*MENU, ("Bến đò", GOES), ("Bến tàu", 3.2), *9 * [TEXT]],
        [*MENU, ("+Bến đò", GOES), *5 * [TEXT], *4 * [("Mưa to", GOES)]],  # five of eight stay
        [*MENU, ("Bến đò", GOES), *4 * [TEXT], *5 * [("Mưa to", GOES)]],
        [*MENU, ("Bến đò", GOES), *9 * [("Chuyến 5h", 1.0)]],  # none surely
        [*MENU, ("+Bảng giá vé đò", GOES + 5), *9 * [TEXT]],  # a title of four words
        [*MENU, ("+Bảng giá vé đò", GOES + 5), *9 * [("Chuyến 5h", 1.9)]],
        [*MENU, ("Bảng giá vé đò", GOES + 5), *9 * [("Chuyến 5h", 2.0)]],
        [*MENU, ("Bảng giá vé", GOES + 5), *9 * [TEXT]],
        [*MENU, ("* Bảng giá vé đò", GOES + 5), *9 * [TEXT]],
        [*MENU, ("Bảng giá vé đò", GOES + 5), *4 * [TEXT], *5 * [("Mưa to", GOES)]],
        [*MENU, ("+Bảng giá vé đò", GOES + 5), *5 * [TEXT], *5 * [("Mưa to", GOES)]],
        [*9 * [TEXT], ("+Bến đò", GOES), *MENU],
        [*9 * [TEXT], ("+Bến tàu", GOES), ("+Bến đò", GOES), *MENU],
        [*9 * [TEXT], ("Bến đò", GOES), *MENU[:2]],
        [*8 * [TEXT], ("Bến đò", GOES), *MENU],
        [*9 * [TEXT], ("Bến đò", 3.2), *MENU],
        [*4 * [TEXT], *5 * [("Mưa to", GOES)], ("Bến đò", GOES), *MENU],
        MENU * 5,
    ],
)
def test_the_edges_of_a_text(lines: Lines) -> None:
    odds, texts = np.array([value for _, value in lines], np.float32), [text for text, _ in lines]
    assert found_by(lambda page: edges(page, odds, THRESHOLD), texts) == texts
