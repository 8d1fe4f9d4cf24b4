"""Filters that run in turn: what one leaves, the other sees in the same run."""

from __future__ import annotations

import pytest

from vntextclean import Pipeline

FIRST = "Trong buổi họp chiều qua tại nhà văn hóa thôn, các hộ dân đã"
SECOND = "thống nhất góp công sửa lại con đường dẫn ra cánh đồng và"
THIRD = "đào thêm một cái giếng chung cho cả xóm dùng trong mùa khô."


@pytest.mark.parametrize("indent", [2, 4, 7])
def test_the_indent_goes_from_the_paragraph_that_lines_were_joined_to(indent: int) -> None:
    pipeline = Pipeline.from_preset("ocr")
    once = pipeline.run(f"{' ' * indent}{FIRST}\n{SECOND}\n{THIRD}\n").text
    assert once == f"{FIRST} {SECOND} {THIRD}\n"
    assert pipeline.run(once).text == once


def test_a_mark_at_the_head_of_a_joined_line_gets_no_space_before_it() -> None:
    pipeline = Pipeline.from_preset("ocr")
    once = pipeline.run(f"{FIRST}\n, {SECOND}\n{THIRD}\n").text
    assert f"{FIRST}, thống nhất" in once
    assert pipeline.run(once).text == once
