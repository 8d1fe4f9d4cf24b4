"""Run-ons weighed in their sentence: numbers that touch them, and where a full stop or a comma was lost."""

from __future__ import annotations

import pytest

from tests.filters.run_ons.test_numbers import parted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Năm 2021bịbuộc thôi việc.", "Năm 2021 bị buộc thôi việc."),
        ("Năm 2021thangtrước nghỉ.", "Năm 2021thang trước nghỉ."),  # a code may end in letters without marks
        ("Nhà có 20conlợn nái.", "Nhà có 20con lợn nái."),
        ("Bà sinh vàonăm1868, rồi về.", "Bà sinh vào năm 1868, rồi về."),
        ("Bà con vàonăm1868a rồi.", "Bà con vào năm1868a rồi."),  # a code
        ("Quy định tạikhoản12, Điều 5.", "Quy định tại khoản12, Điều 5."),  # it may be a footnote
        ("Ủy ban đãcó1 nhà máy.", "Ủy ban đã có1 nhà máy."),  # no word that calls for a number
    ],
)
def test_numbers_beside_a_run_on(text: str, expected: str) -> None:
    assert parted(text) == expected


def test_a_word_with_a_capital_behind_what_may_be_foreign() -> None:
    """It has an id of its own, which the table of collocations has no row for."""
    assert parted("Tổ dân phố lắp cameraan Ninh đầu ngõ.").startswith("Tổ dân phố lắp camera")


@pytest.mark.parametrize("times", [1, 2, 40])
def test_two_that_need_each_other_are_parted_wherever_they_stand(times: int) -> None:
    assert parted("Bà dặn lễkỷ niệmlà dịp vui. " * times) == "Bà dặn lễ kỷ niệm là dịp vui. " * times
