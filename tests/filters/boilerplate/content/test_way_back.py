"""Stops that stand again in the other order are a route; entries that stand again in the same one are a menu."""

from __future__ import annotations

import pytest

from vntextclean.filters.boilerplate.content.way_back import way_back
from vntextclean.filters.boilerplate.reading.page import read

STOPS = ["Bến gốm", "Chợ vải", "Kho muối", "Đình cả", "Cầu ván"]


def kept(lines: list[str]) -> list[int]:
    found: list[int] = way_back(read("\n".join(lines))).nonzero()[0].tolist()
    return found


def test_both_ways_stay_with_the_line_above_each() -> None:
    lines = ["Liên hệ", "Lượt đi", *STOPS, "Lượt về", *STOPS[::-1], "Tin mới"]
    assert kept(lines) == list(range(1, 13))


def test_a_stop_of_one_way_alone_stays_and_a_word_of_furniture_above_does_not() -> None:
    lines = ["Liên hệ", *STOPS[:2], "Trạm bơm", *STOPS[2:], "Quay lại", *STOPS[::-1]]
    assert kept(lines) == [*range(1, 7), *range(8, 13)]


@pytest.mark.parametrize(
    "lines",
    [
        [*STOPS, "Tin mới", *STOPS],  # a menu at the top and at the foot
        [*STOPS[:3], "Tin mới", *STOPS[2::-1]],  # three
        [*STOPS, *STOPS[::-1], *STOPS],  # each stands three times
        [STOPS[0], "a", "b", "c", *STOPS[1:], "Tin mới", *STOPS[:0:-1], "d", "e", "f", "g", "h"][:8],
    ],
)
def test_what_does_not_come_back_is_no_route(lines: list[str]) -> None:
    assert kept(["Liên hệ", *lines]) == []


def test_the_last_stop_may_be_said_once() -> None:
    lines = ["Liên hệ", *STOPS, "Ngã ba", *STOPS[::-1], "Tin mới"]
    assert kept(lines) == list(range(1, 12))
