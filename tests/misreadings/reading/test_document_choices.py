"""Choices that a line leaves uncertain and its document tells."""

from __future__ import annotations

import re

from vntextclean.misreadings.choosing.choose import Open
from vntextclean.misreadings.choosing.letter_case import SMALL_HEAD, small_head
from vntextclean.misreadings.reading.document_choices import weighed_together
from vntextclean.misreadings.reading.tokens import Found
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


MARKET = (
    "Chợ nổi họp muộn",
    "Sáng nay bà con chèo ghe ra chợ nổi mua bí đỏ, dưa hấu và khóm, tới trưa mới về.",
    "Ban quản lý chợ nổi đã lắp thêm đèn trên bờ kênh để ghe lớn dễ cập bến lúc trời còn tối.",
)


def test_the_same_damage_beside_the_same_word_is_the_same_word() -> None:
    text = "\n".join(map(stripped, MARKET))
    beside, apart = (
        _heading_read_by(text),
        _heading_read_by(text.replace(stripped("chợ nổi mua"), stripped("họ nổi mua"))),
    )
    assert beside.word == apart.word == "nổi"
    assert beside.confidence > apart.confidence


def _heading_read_by(text: str) -> Found:
    """What becomes of the first word of a text that lost a byte, where the second is sure."""
    seen, options = stripped("nổi"), ("nội", "nổi", "nỗi")
    first = text.index(seen)
    second = text.index(seen, text.index("\n"))
    unsure, sure = (
        Found(at, at + len(seen), word, "chosen", posterior, (), Open(at, at + len(seen), options, (0.0,) * 3))
        for at, word, posterior in ((first, "nội", 0.5), (second, "nổi", 0.99))
    )
    return weighed_together(text, {0: [unsure], text.index("\n") + 1: [sure]})[0][0]
