"""Lines in pieces are read as a whole or left alone."""

from __future__ import annotations

from functools import cache

import pytest

from vntextclean import Pipeline


@cache
def pipeline(preset: str) -> Pipeline:
    return Pipeline.from_preset(preset)


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("QUY CH Ế TI Ế P C Ô NG D ÂN C Ủ A X Ã", "QUY CHẾ TIẾP CÔNG DÂN CỦA XÃ"),
        ("Ng ườ i nh ậ n ph ả i tr ả l ạ i ti ề n th ừ a", "Người nhận phải trả lại tiền thừa"),
        ("G i ấ y   p h é p   x â y   d ự n g", "Giấy phép xây dựng"),
    ],
)
def test_pieces_of_a_line_are_joined(broken: str, whole: str) -> None:
    assert pipeline("web").run(broken).text == whole


@pytest.mark.parametrize(
    "text",
    [
        "Bi Bi ết ết nh nh ữn ững qu qu y y đị đị h h củ c ủa a.",
        "Các đáp án lần lượt là A B C D, B C D A và C D A B.",
        "Nhà vua còn tr ng và r ng ông bi t th.",
    ],
)
def test_what_makes_no_words_is_left(text: str) -> None:
    """Letters that are doubled, lost or elsewhere cannot be joined."""
    assert pipeline("ocr").run(text).text == text


@pytest.mark.parametrize("times", [1, 4, 40])
def test_spaced_words_share_a_long_line(times: int) -> None:
    """Each is joined once, however many stretches the line has."""
    line = "Ủy ban nhân dân xã đã họp bàn về công tác dân vận. " * 6 + "V i ệ t N a m và rồi T h ô n g b á o nhé. "
    text = pipeline("web").run((line * times).strip()).text
    assert text.count("Việt Nam và rồi Thông báo nhé.") == times
