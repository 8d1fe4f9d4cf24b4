"""Titles in words of furniture, ways back, and the first and last lines of a text: each border from both sides."""

from __future__ import annotations

import numpy as np
import pytest

from tests.filters.boilerplate.marked import found_by
from vntextclean.filters.boilerplate.content.named_titles import named_titles
from vntextclean.filters.boilerplate.content.own_titles import own_titles
from vntextclean.filters.boilerplate.content.way_back import way_back
from vntextclean.filters.boilerplate.deciding.text_ends import text_ends

Lines = list[tuple[str, float]]
THRESHOLD = 2.0
CRUMBS, TITLE, PARTED = "Trang chủ › Tuyển dụng", "Tuyển dụng", ["Trang chủ", "›", "Tuyển dụng"]


@pytest.mark.parametrize(
    "lines",
    [
        [CRUMBS, "+" + TITLE],
        [CRUMBS, "Mưa", "Gió", "+" + TITLE],
        [CRUMBS, "Mưa", "Gió", "Nắng", TITLE],
        [TITLE, CRUMBS],
        ["Kho › Tuyển dụng", TITLE],
        [TITLE, TITLE],
        ["Trang chủ Tuyển dụng", TITLE],
        ["Trang chủ › Về Tuyển dụng", TITLE],
        ["Trang chủ › Mưa to", "Mưa to"],
        [*PARTED, "+" + TITLE],
        ["Trang chủ", "Mưa", "Tuyển dụng", TITLE],
        ["Kho", "›", "Tuyển dụng", TITLE],
        ["›", "Tuyển dụng", TITLE],
        ["Trang chủ", *6 * ["Mưa"], *PARTED[1:], "+" + TITLE],
        ["Trang chủ", *7 * ["Mưa"], *PARTED[1:], TITLE],
        ["+# Giới thiệu", "Mưa to"],
        ["+# Giới thiệu", "---", "Mưa to"],
        ["# Giới thiệu"],
        ["# Giới thiệu", "---"],
        ["Mưa to", "+# Giới thiệu", "# ---", "Gió bấc"],
        ["# Giới thiệu", "# Bến đò", "Mưa to"],
        ["# Bến đò", "Mưa to", "Liên hệ"],
        ["## Giới thiệu", "Mưa to"],
    ],
)
def test_titles_in_words_of_furniture(lines: list[str]) -> None:
    assert found_by(lambda page: named_titles(page, np.zeros(len(lines), np.float32), THRESHOLD), lines) == lines


@pytest.mark.parametrize(("below", "found"), [(1.9, True), (2.0, False)])
def test_below_a_marked_title_stands_a_line_that_stays(below: float, *, found: bool) -> None:
    lines = ["+# Giới thiệu" if found else "# Giới thiệu", "Mưa to"]
    odds = np.array([5.0, below], np.float32)
    assert found_by(lambda page: named_titles(page, odds, THRESHOLD), lines) == lines


STOPS = ["Bến đò", "Chợ gốm", "Cầu ván", "Đình cả"]
THERE, BACK = [f"+{stop}" for stop in STOPS], [f"+{stop}" for stop in STOPS[::-1]]


@pytest.mark.parametrize(
    "lines",
    [
        [*THERE, *BACK],
        ["+Lượt đi", *THERE, "+Lượt về", *BACK, "Mưa to"],
        ["Liên hệ", *THERE, "Góp ý", *BACK, "Mưa to"],
        [*STOPS[:3], "Mưa to", *STOPS[2::-1]],
        [*STOPS, "Mưa to", *STOPS],
        ["+Lượt đi", THERE[0], "+Mưa", "+Gió", *THERE[1:], "+Lượt về", *BACK],
        ["Lượt đi", STOPS[0], "Mưa", "Gió", "Nắng", *STOPS[1:], "Lượt về", *STOPS[::-1]],
        ["+Lượt đi", *THERE, "+Lượt về", *BACK[:3], "+Mưa", "+Gió", BACK[3]],
        ["Lượt đi", *STOPS, "Lượt về", *STOPS[:0:-1], "Mưa", "Gió", "Nắng", STOPS[0]],
        ["Lượt đi", *STOPS, STOPS[0], "Lượt về", *STOPS[::-1]],  # one stands three times
        ["Bãi", "Sương", "Bãi", "+Lượt đi", *THERE, "+Lượt về", *BACK],
    ],
)
def test_ways_back(lines: list[str]) -> None:
    assert found_by(way_back, lines) == lines


TERMS, TEXT = "Chính sách đổi trả", ("Còn nguyên tem", 0.0)


@pytest.mark.parametrize(
    ("lines", "article"),
    [
        ([("Liên hệ", 5), ("+" + TERMS, 5), *6 * [TEXT]], False),
        ([("Liên hệ", 5), (TERMS, 5), *5 * [TEXT]], False),
        ([(TERMS, 5), *6 * [TEXT]], False),  # the first line of the page
        ([("Liên hệ", 5), (TERMS, 1), *6 * [TEXT]], False),  # it stays
        ([("Liên hệ", 5), (TERMS, 5), ("Góp ý", 5), *6 * [TEXT]], False),
        ([("Liên hệ", 5), (TERMS, 5), *6 * [TEXT], ("Góp ý", 5), *7 * [TEXT]], False),  # not the longest
        ([("Liên hệ", 5), *7 * [TEXT], ("Góp ý", 5), ("+" + TERMS, 5), *7 * [TEXT]], False),
        ([("Liên hệ", 5), ("+" + TERMS, 5), *2 * [TEXT]], True),
        ([("Liên hệ", 5), ("Tải về", 5), *2 * [TEXT]], True),  # a button
        ([("Liên hệ", 5), (TERMS, 5), ("Góp ý", 5), *2 * [TEXT]], True),
    ],
)
def test_terms_and_rules_above_their_text(lines: Lines, *, article: bool) -> None:
    goes = np.array([odds >= THRESHOLD for _, odds in lines])
    main = ~goes & article
    texts = [text for text, _ in lines]
    assert found_by(lambda page: own_titles(page, goes, main), texts) == texts


SAID = ("Đò ngang", -1.0)


@pytest.mark.parametrize(
    "lines",
    [
        [*6 * [SAID], ("+Gió bấc", 2.9), ("Liên hệ", 2.5)],
        [*5 * [SAID], ("Gió bấc", 2.9), ("Liên hệ", 2.5)],
        [*6 * [SAID], ("Gió bấc", 3.0), ("Liên hệ", 4)],  # surely furniture
        [*6 * [SAID], ("Gió bấc", 2.9), ("Liên hệ", 2.4)],  # no foot
        [*6 * [SAID], ("Gió bấc", 2.9), ("Mưa to", 2.5)],
        [*6 * [SAID], *6 * [("+Gió bấc", 2.1)], ("Liên hệ", 4)],
        [*6 * [SAID], *7 * [("Gió bấc", 2.1)], ("Liên hệ", 4)],
        [*6 * [SAID], ("+Gió bấc", 2.1), ("Món mới", 2.1), ("Mưa to", 2.1), ("Liên hệ", 4)],
        [("Liên hệ", 4), ("+Gió bấc về bản", 2.9), *6 * [SAID]],  # a title
        [("Liên hệ", 4), ("Gió bấc về", 2.9), *6 * [SAID]],
        [("Liên hệ", 4), ("Gió bấc về bản", 3.0), *6 * [SAID]],
        [("Liên hệ", 3.25), ("+Gió bấc về bản", 2.5), *6 * [SAID]],
        [("Liên hệ", 3.0), ("Gió bấc về bản", 2.5), *6 * [SAID]],  # the entry is hardly surer
        [("Mưa to", 4), ("Gió bấc về bản", 2.5), *6 * [SAID]],
        [("Liên hệ", 4), ("Các tin liên quan", 2.5), *6 * [SAID]],
        [("Liên hệ", 4), ("* Gió bấc về bản", 2.5), *6 * [SAID]],
        [("Liên hệ", 4), ("Đò ngang về bản", 2.5), *6 * [SAID]],  # the text repeats it
        [("Liên hệ", 1), ("Gió bấc về bản", 2.5), *6 * [SAID]],
        [("Gió bấc về bản", 2.5), *6 * [SAID]],
        [*3 * [SAID], ("+Liên hệ", 1.99), *3 * [SAID]],  # a label inside the text
        [*3 * [SAID], ("Liên hệ", 2.01), *3 * [SAID]],
        [*2 * [SAID], ("Liên hệ", 1.9), *3 * [SAID]],
        [*3 * [SAID], ("Liên hệ", 1.9), *2 * [SAID]],
        [*3 * [SAID], ("Liên hệ", 1.9), ("Góp ý", 1.9), *3 * [SAID]],
        [*3 * [SAID], ("Gió bấc", 1.9), *3 * [SAID]],
        [*3 * [SAID], ("Tin mới", 1.9), *3 * [SAID]],
        [*3 * [SAID], ("Tin liên quan", 1.9), *3 * [SAID]],
        [("Liên hệ", 4), ("Góp ý", 4)],
        [*6 * [SAID], ("Gió bấc", 2.1), ("Liên hệ", 4), *7 * [SAID], ("+Gió bấc", 2.1), ("Liên hệ", 4)],  # the longest
        [*7 * [SAID], ("+Gió bấc", 2.1), ("Liên hệ", 4), *6 * [SAID], ("Gió bấc", 2.1), ("Liên hệ", 4)],
        [*4 * [("Góp ý", 4)], *5 * [SAID], ("Gió bấc", 2.1), ("Liên hệ", 4)],
        [*6 * [SAID], ("+Gió bấc", 2.1), ("Lượt xem: 12", 4)],  # furniture by its form
        [("Đò dọc", -1), ("Gió bấc về bản", 2.5), *6 * [SAID]],
        [("Góp ý", 4), SAID, ("Liên hệ", 1.9), *3 * [SAID], ("+Liên hệ", 1.9), *3 * [SAID], ("Góp ý", 4)],
    ],
)
def test_the_ends_of_a_text(lines: Lines) -> None:
    odds, texts = np.array([value for _, value in lines], np.float32), [text for text, _ in lines]
    assert found_by(lambda page: text_ends(page, odds, odds > 1.6), texts) == texts
