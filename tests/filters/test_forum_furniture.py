"""What a forum program puts around posts: each condition at its border."""

from __future__ import annotations

import pytest

from vntextclean.filters.forum_furniture import SIGNATURE, ForumFurniture
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

POST = "Nồi này nấu cơm nhanh."
RULE = "__________________"


def _cut(*lines: str) -> list[str]:
    text = "\n".join(lines)
    return [
        text[edit.start : edit.end].strip() for edit in ForumFurniture(Settings(preset="forum")).edits(TextState(text))
    ]


@pytest.mark.parametrize(
    ("lines", "cut"),
    [
        (["#1", "Trả lời", POST], ["#1", "Trả lời"]),
        (["#1", POST, "Trả lời"], ["#1", "Trả lời"]),
        (["#1", POST, POST], []),  # one box may be anything
        (["#1", POST, "#1"], []),  # ... twice the same too
        (["#1", "Trả lời"], []),  # two lines are no thread
        (["#1", "Trả lời", ""], []),  # nothing but boxes
        (["#1", "Trả lời", "Báo xấu"], []),
        (["#1", "", "Trả lời", POST], ["#1", "Trả lời"]),
        ([f"> {POST}", POST, POST], [f"> {POST}"]),
        (["> " + "a" * 396, POST, POST], ["> " + "a" * 396]),
        (["> " + "a" * 402, POST, POST], []),  # longer than a quoted line
        (["Originally Posted by hoa_ban", POST, POST], ["Originally Posted by hoa_ban"]),
        ([POST, POST, "Gửi từ iPhone của tôi"], ["Gửi từ iPhone của tôi"]),
        ([POST, POST, "Last edited by hoa_ban; 12-05-2015"], ["Last edited by hoa_ban; 12-05-2015"]),
    ],
)
def test_lines_that_go(lines: list[str], cut: list[str]) -> None:
    assert _cut(*lines) == cut


def test_a_line_cut_takes_its_line_feed_along() -> None:
    text = f"{POST}\n#1\nTrả lời\n{POST}\n#2"
    found = ForumFurniture(Settings(preset="forum")).edits(TextState(text))
    left, at = "", 0
    for edit in found:
        left, at = left + text[at : edit.start], edit.end
    assert left + text[at:] == f"{POST}\n{POST}"


@pytest.mark.parametrize(
    ("lines", "cut"),
    [
        (["sống vui"], [RULE, "sống vui"]),
        (["sống vui"] * SIGNATURE, [RULE, *["sống vui"] * SIGNATURE]),
        (["sống vui", "", "sống khoẻ"], [RULE, "sống vui", "sống khoẻ"]),
        (["sống vui"] * (SIGNATURE + 1), []),  # too long for a signature
        ([], [RULE]),  # a rule between posts
    ],
)
def test_a_signature_before_the_next_post(lines: list[str], cut: list[str]) -> None:
    page = ["#1", POST, RULE, *lines, "#2", POST]
    boxes = {"#1", "#2"}
    assert [line for line in _cut(*page) if line not in boxes] == cut


@pytest.mark.parametrize(
    ("lines", "cut"),
    [
        (["sống vui"], [RULE, "sống vui"]),
        (["sống vui"] * SIGNATURE, [RULE, *["sống vui"] * SIGNATURE]),
        (["sống vui"] * (SIGNATURE + 1), []),
        (["sống vui", "Gửi từ iPhone của tôi"], [RULE, "sống vui", "Gửi từ iPhone của tôi"]),
        (["Gửi từ iPhone của tôi", *[POST] * 4], [RULE, "Gửi từ iPhone của tôi"]),
        ([], []),  # a rule at the very end
    ],
)
def test_a_signature_at_the_end(lines: list[str], cut: list[str]) -> None:
    page = ["#1", "Trả lời", POST, RULE, *lines]
    assert [line for line in _cut(*page) if line not in {"#1", "Trả lời"}] == cut


def test_a_rule_is_no_signature_where_no_boxes_are() -> None:
    assert _cut(POST, POST, RULE, "sống vui") == []
