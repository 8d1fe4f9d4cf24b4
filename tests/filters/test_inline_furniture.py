"""Where a piece of furniture inside a line begins and ends, with the spaces beside it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from vntextclean.changes import apply
from vntextclean.filters.inline_furniture import InlineFurniture
from vntextclean.settings import Settings
from vntextclean.text_state import TextState


def _cleaned(text: str) -> str:
    return apply(text, [edit[:3] for edit in InlineFurniture(Settings()).edits(TextState(text))])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("no image Nước đã rút.", "Nước đã rút."),  # at the head of the text the space behind goes
        ("no image \N{NO-BREAK SPACE} Nước đã rút.", "Nước đã rút."),
        ("Sáng nay.\nno image  Nước đã rút.", "Sáng nay.\nNước đã rút."),  # ... and at the head of a line
        ("Nước đã rút. no image", "Nước đã rút."),  # elsewhere the space before
        ("Nước đã rút. >> Miền Trung lại mưa\nMai nắng.", "Nước đã rút.\nMai nắng."),
        ("Nước đã rút. >> Miền Trung lại mưa", "Nước đã rút."),
    ],
)
def test_one_space_goes_with_a_piece(before: str, after: str) -> None:
    assert _cleaned(before) == after


@pytest.mark.parametrize(
    "text",
    [
        "no image",  # nothing else is on the line: other filters judge whole lines
        "no image 12.",
        "Nước đã rút.\nno image\nMai nắng.",
        ">> Miền Trung lại mưa lớn",
    ],
)
def test_a_whole_line_is_left_to_others(text: str) -> None:
    assert _cleaned(text) == text


def test_pieces_that_overlap_go_once() -> None:
    text = "Nước đã rút. >> Xem thêm: Miền Trung lại mưa lớn"
    edits = sorted(edit[:2] for edit in InlineFurniture(Settings()).edits(TextState(text)))
    assert all(one[1] <= other[0] for one, other in pairwise(edits))
    assert _cleaned(text) == "Nước đã rút."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Xem chi tiết TẠI ĐÂY  Kỳ thi mở ngày 2/7.", "Kỳ thi mở ngày 2/7."),  # the head of the text
        ("Sáng nay.\nXem chi tiết TẠI ĐÂY Kỳ thi mở.", "Sáng nay.\nKỳ thi mở."),  # of a line
        ("Sáng nay mở. Xem chi tiết TẠI ĐÂY Kỳ thi xong.", "Sáng nay mở. Kỳ thi xong."),  # within one
        ("Sáng nay mở. Xem chi tiết TẠI ĐÂY", "Sáng nay mở."),
        ("Kỳ thi mở ngày 2/7.Xem tiếp tại đây.", "Kỳ thi mở ngày 2/7."),
        ("Kỳ thi đã mởXem chi tiết TẠI ĐÂY", "Kỳ thi đã mở"),  # glued to a small letter
        ("Kỳ thi mở (xem lịch đầy đủ TẠI ĐÂY) từ sáng.", "Kỳ thi mở từ sáng."),
        ("Kỳ thi mở [Tải mẫu đơn tại đây] từ sáng.", "Kỳ thi mở từ sáng."),
        ("Bà sinh ra tại đây. Xem nhà cũ của bà.", None),
        ("Kỳ thi mở, xem chi tiết tại đây nhé.", None),  # no label: the sentence goes on
        ("Kỳ thi mở (ông ngồi tại đây) từ sáng.", None),
        ("Nước đã rút. Xem thêm: Miền Trung lại mưa", "Nước đã rút."),
        ("Nước đã rútXem thêm: Miền Trung lại mưa", "Nước đã rút"),
        ("Nước đã rút. Xem thêm: miền Trung lại mưa", None),  # no headline begins so
        ("Nước đã rút. Đọc thêm: 5 bài thuốc từ gừng", "Nước đã rút."),
        ("Nước đã rút. Xem thêm: Mưa", None),  # too short for one
        ("Nước đã rút. Xem thêm: Mưa lớn. Gió to.", None),  # a sentence ends within
        ("Nước đã rút. XEM THÊM: Miền Trung lại mưa?", "Nước đã rút."),
        ("Nước đã rút. (Tổng hợp)", "Nước đã rút."),
        ("Nước đã rút. (Theo tổng hợp)\nMai nắng.", "Nước đã rút.\nMai nắng."),
        ("Nước đã rút. (Sưu tầm và tổng hợp)", "Nước đã rút."),
        ("Bảng kê (tổng hợp)", None),
        ("Nước đã rút. (T/h) rồi.", None),
        ("Nước đã rút.Chia sẻ Facebook Zalo Email", "Nước đã rút."),
        ("Nước đã rút. Chia sẻ bài viết qua: Facebook | Twitter", "Nước đã rút."),
        ("Nước đã rút. Facebook", None),  # one name is no bar
        ("Chia sẻ Facebook Twitter Zalo Nước đã rút.", "Nước đã rút."),
        ("Chia sẻ Facebook Twitter Nước đã rút.", None),  # before a sentence three
        ("Họ nhắn nhau qua Facebook, Zalo.", None),
        ("Nước đã rút. >> Miền Trung lại mưa >> Đèo Hải Vân sạt lở", "Nước đã rút."),
        ("Nước đã rút. >> mưa lại về miền Trung", None),
        ("Nước đã rút. >> Mưa về", None),  # two words
        ("Nước đã rút. Tin liên quan: >> Miền Trung lại mưa", "Nước đã rút."),
        ("Nước đã rút. no image . no image", "Nước đã rút."),
        ("Lỗi “no image” hiện ra.", None),
    ],
)
def test_what_is_a_label_and_what_is_a_sentence(before: str, after: str | None) -> None:
    assert _cleaned(before) == (before if after is None else after)


def test_a_reason_is_given_in_the_language_that_is_asked_for() -> None:
    (edit,) = InlineFurniture(Settings(lang="vi")).edits(TextState("Nước đã rút. (Tổng hợp)"))
    assert edit[:5] == (12, 23, "", "inline-furniture.compiled", "nhãn của biên tập viên")


def test_the_line_of_each_label_is_looked_at() -> None:
    """Labels of several kinds, on several lines, more than one of a kind on a line."""
    text = "Mưa lớn.\nNước rút. (Tổng hợp)\nBão tan (xem ảnh tại đây) rồi (tải ảnh tại đây) nhé.\nMai. no image\nHết.\n"
    rules = [edit[3].split(".")[1] for edit in InlineFurniture(Settings()).edits(TextState(text))]
    assert rules == ["compiled", "here", "here", "image"]
    assert _cleaned(text) == "Mưa lớn.\nNước rút.\nBão tan rồi nhé.\nMai.\nHết.\n"
