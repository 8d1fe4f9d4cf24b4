"""Choices that a line leaves uncertain and its document tells."""

from __future__ import annotations

import re

from vntextclean.misreadings.choosing.choose import Open
from vntextclean.misreadings.choosing.letter_case import SMALL_HEAD, small_head
from vntextclean.misreadings.reading.document_choices import weighed_together
from vntextclean.misreadings.reading.resolve import Found
from vntextclean.pipeline import Pipeline

PAGE = (
    "Đội bóng xã Tân Lập vừa thắng trận thứ ba, cả đội ở lại sân chụp ảnh với bà con.",
    "Huấn luyện viên nói đội còn trẻ, cầu thủ nào cũng ham học hỏi và chịu khó tập luyện mỗi chiều.",
    "Đội hình",
    "Tuần tới, đội gặp đội bóng xã bên trên sân nhà, hẹn bà con đến cổ vũ.",
)


def stripped(text: str) -> str:
    """Latin-1 without its control characters."""
    return re.sub("[\u0080-\u009f]", "", text.encode().decode("latin-1"))


def test_a_heading_is_read_by_its_page() -> None:
    cleaner = Pipeline.from_preset("web")
    page = cleaner.run("\n".join(map(stripped, PAGE))).text.split("\n")
    assert page[2] == "Đội hình"
    assert cleaner.run(stripped(PAGE[2])).text != "Đội hình", "alone it is not certain, so that the page told it"


def test_what_is_sure_stays() -> None:
    sure = [Found(0, 3, "nội", "chosen", 0.99, (), Open(0, 3, ("nội", "nổi"), (0.0, 0.0)))]
    other = [Found(10, 13, "nổi", "chosen", 0.5, (), Open(10, 13, ("nội", "nổi"), (0.0, 0.0)))]
    made = weighed_together("ná»i abcd\nná»i", {0: sure, 10: other})
    assert made[0] == sure


def test_small_heads_count() -> None:
    assert small_head("Một\nHai\nBa") == SMALL_HEAD
    assert SMALL_HEAD < small_head("một\n" + "Hai\n" * 9) < small_head("một\nhai\nBa")
