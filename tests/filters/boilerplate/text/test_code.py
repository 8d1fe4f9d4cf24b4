"""Lines of code, and the blocks that they make."""

from __future__ import annotations

import numpy as np
import pytest

from vntextclean.filters.boilerplate.text.code import code_blocks, code_lines


@pytest.mark.parametrize(
    ("line", "is_code"),
    [
        ("import os", True),
        ("  import os", False),  # such words begin a line, or a mark of code stands in it
        ("  import {os}", True),
        ("if x {", True),
        ("a->b", True),
        ("x = 3", True),
        ("x == 3 nhé", True),
        ("giá = rất rẻ", False),
        ("chạy() rồi", True),
        ("});", True),
        ("Tin tức", False),
        ("Hỏi: đáp", False),
        ("", False),
    ],
)
def test_lines(line: str, is_code: bool) -> None:
    assert code_lines([line]).tolist() == [is_code]


def test_only_lines_that_are_asked_about_are_read() -> None:
    assert code_lines(["import os", "});"], [1]).tolist() == [False, True]


@pytest.mark.parametrize(
    ("code", "blocks"),
    [
        ("1111", "1111"),  # from the first line on
        ("111", "000"),
        ("0110110", "0111110"),
        ("100010001", "000000000"),
        ("10100000110", "00000000000"),  # the fourth is too far
        ("101000011", "111111111"),
        ("", ""),
    ],
)
def test_blocks(code: str, blocks: str) -> None:
    found = code_blocks(np.array([each == "1" for each in code], bool))
    assert "".join(str(int(each)) for each in found) == blocks
