"""What stands beside a place is looked at for so many characters, however long the solid text around it is."""

from __future__ import annotations

import time

import pytest

from vntextclean.filters.run_ons.mentions import stands_again
from vntextclean.filters.run_ons.numbers import _is_month


def test_a_month_is_told_without_reading_the_rest_of_solid_text() -> None:
    """Each number of a line was asked to its end: 103 000 places took 3.2 s, seven times those of a third of it."""
    text = "ngày 5 tháng6" + "có" * 500_000
    began = time.process_time()
    for _ in range(1000):
        assert _is_month(text, 12)
    assert time.process_time() - began < 1  # a thousand times the text would take ten


@pytest.mark.parametrize(
    ("behind", "is_month"),
    [("", True), (",", True), (" có", True), (".5", False), ("2", False), ("có86", False), ("có" * 20 + "86", True)],
)
def test_digits_of_a_token_make_no_month(behind: str, is_month: bool) -> None:
    assert _is_month("ngày 5 tháng6" + behind, 12) is is_month


@pytest.mark.parametrize("text", ["", "aa", "aaa", "aaaa", "aa aa", "aa b", "b aa aaa"])
def test_a_word_stands_again_where_it_is_counted_twice(text: str) -> None:
    for at in range(len(text) + 1):
        for reach in (0, 2, 3, 9):
            assert stands_again("aa", text, at, reach) == (text.count("aa", max(0, at - reach), at + reach) > 1)
