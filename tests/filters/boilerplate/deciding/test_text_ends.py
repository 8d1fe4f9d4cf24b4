"""The last lines of a short text stay above the foot of its page; lists of others and surer furniture do not."""

from __future__ import annotations

import numpy as np
import pytest

from vntextclean.filters.boilerplate.deciding.text_ends import text_ends
from vntextclean.filters.boilerplate.reading.page import read

TEXT = ["Đò một", "Đò hai", "Đò ba", "Đò tư", "Đò năm", "Đò sáu"]


def kept(lines: list[str], odds: list[float]) -> list[str]:
    found = text_ends(read("\n".join(lines)), np.array(odds, np.float32), np.array(odds) >= 1.6)
    return [lines[index] for index in found.nonzero()[0]]


def test_lines_between_a_text_and_its_foot_stay() -> None:
    lines = [*TEXT, "Đò bảy", "Hết đò", "Liên hệ", "Đăng nhập"]
    assert kept(lines, [-1.0] * 6 + [2.0, 2.5, 4.0, 4.0]) == ["Đò bảy", "Hết đò"]


def test_a_list_of_others_goes_from_its_heading_on() -> None:
    lines = [*TEXT, "Đò bảy", "Món mới", "Canh chua", "Liên hệ"]
    assert kept(lines, [-1.0] * 6 + [2.0, 2.0, 2.0, 4.0]) == ["Đò bảy"]


def test_a_button_ends_a_text() -> None:
    assert kept([*TEXT, "Đò bảy", "Thích 3", "Liên hệ"], [-1.0] * 6 + [2.0, 2.0, 4.0]) == ["Đò bảy"]


@pytest.mark.parametrize(("line", "stays"), [("Liên hệ", True), ("Đọc nhiều", False), ("Tin mới", False)])
def test_a_label_inside_a_text_stays_where_no_list_of_others_follows(line: str, stays: bool) -> None:
    lines = [*TEXT[:3], line, *TEXT[3:], "Đăng nhập"]
    assert kept(lines, [-1.0] * 3 + [1.9] + [-1.0] * 3 + [4.0]) == [line] * stays


@pytest.mark.parametrize(
    ("last", "foot", "size"),
    [(3.5, 4.0, 6), (2.0, 2.0, 6), (2.0, 4.0, 5)],
    ids=["surely furniture", "no sure foot", "few lines stay"],
)
def test_what_is_no_end_of_a_text_goes(last: float, foot: float, size: int) -> None:
    assert kept([*TEXT[:size], "Đò bảy", "Liên hệ"], [-1.0] * size + [last, foot]) == []


def test_more_lines_than_a_text_ends_in_go() -> None:
    lines = [*TEXT, *(f"Đò {number}" for number in range(11, 18)), "Liên hệ"]
    assert kept(lines, [-1.0] * 6 + [2.0] * 7 + [4.0]) == []


def test_a_page_that_has_no_foot_or_goes_whole_has_no_end() -> None:
    assert kept([*TEXT, "Đò bảy"], [-1.0] * 6 + [2.0]) == []
    assert kept([*TEXT, "Đò bảy"], [2.0] * 7) == []


def test_a_single_label_inside_a_text_stays_and_a_sure_one_or_a_row_of_them_does_not() -> None:
    inside = [*TEXT[:3], "Liên hệ", *TEXT[3:]]
    assert kept(inside, [-1.0] * 3 + [1.8] + [-1.0] * 3) == ["Liên hệ"]
    assert kept(inside, [-1.0] * 3 + [2.4] + [-1.0] * 3) == []
    assert kept([*TEXT[:3], "Liên hệ", "Đăng nhập", *TEXT[3:]], [-1.0] * 3 + [1.8, 1.8] + [-1.0] * 3) == []


@pytest.mark.parametrize(
    ("title", "odds", "stays"),
    [
        ("Giờ các chuyến đò", 2.5, True),
        ("Giờ đò", 2.5, False),
        ("Giờ các chuyến đò", 3.8, False),
        ("Trang chủ - các chuyến đò", 2.5, False),
        ("1. Giờ các chuyến đò", 2.5, False),
    ],
    ids=["a title", "few words", "surely furniture", "breadcrumbs", "an entry of a list"],
)
def test_the_title_between_a_menu_and_the_text_stays(title: str, odds: float, stays: bool) -> None:
    assert kept(["Liên hệ", "Đăng nhập", title, *TEXT], [4.0, 4.0, odds] + [-1.0] * 6) == [title] * stays


@pytest.mark.parametrize(
    ("between", "doubt", "foot", "kept"),
    [
        (1, 2.0, 4.0, 1),
        (6, 2.0, 4.0, 6),
        (7, 2.0, 4.0, 0),  # the foot is no longer near
        (1, 2.9, 4.0, 1),
        (1, 3.0, 4.0, 0),  # surely furniture
        (1, 2.0, 2.5, 1),
        (1, 2.0, 2.4, 0),  # no foot
    ],
)
def test_how_far_the_foot_may_be_and_how_sure(between: int, doubt: float, foot: float, kept: int) -> None:
    page = read("\n".join(["Đò ngang"] * 6 + ["Gió bấc"] * between + ["Liên hệ", "Góp ý"]))
    odds = np.array([*(6 * [-1.0]), *(between * [doubt]), foot, foot], np.float32)
    found = text_ends(page, odds, odds > 1.6)
    assert found.nonzero()[0].tolist() == [*range(6, 6 + kept)]
