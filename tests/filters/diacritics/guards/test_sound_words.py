"""A word that its surroundings show to be meant is not repaired, however common its rival is beside its neighbours."""

from __future__ import annotations

import pytest

from vntextclean.filters.diacritics.guards.sound_words import is_meant, stands_again
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import Scan

MODEL = Model.open()


def asked(text: str, word: str) -> tuple[Scan, int]:
    """The scan of a text and the first token that is the word."""
    scan = MODEL.scan(text)
    return scan, [scan.word(token).lower() for token in range(len(scan))].index(word)


@pytest.mark.parametrize(
    ("text", "word", "rival"),
    [
        ("Ông ngồi hóng mát dưới cây đa được rào quanh.", "đa", "đã"),
        ("Mai trời nồm, cả nhà nhớ dậy sơm sớm.", "sơm", "sớm"),
        ("Nhà ấy vua vua, phu phu, ai cũng rõ phần mình.", "phu", "phụ"),
        ('Cháu gọi cái nồi là "lồi" nên ai cũng cười.', "lồi", "nồi"),
        ("Quán bán tôm và phục vụ cua Kamchatka.", "cua", "của"),
        ("Ta giữ đỉnh núi, kẻ đến là ngươi ngốc nghếch.", "ngươi", "người"),
        ("Em làm xong phần được thầy cô giao, rồi mới chơi.", "giao", "giáo"),
        ("Hội có 40 nam so với 60 nữ.", "nam", "năm"),
        ("Bầy vịt lững tha lững thững về chuồng.", "tha", "thà"),
        ("Quận Bình con Lê Thước, giữ cửa sông.", "con", "còn"),
        ("Ổi non vị chát, se có ích cho người đau bụng.", "se", "sẽ"),
        ("Thợ rèn bảo thiếc hoặc chì là thứ dễ chảy.", "chì", "chỉ"),
        ("Chị dụi mắt, đôi mi nặng trĩu vì buồn ngủ.", "mi", "môi"),
        ("Đi với chú ra vườn thì nhớ đội nón.", "đi", "đối"),
        ("Cậu út sinh vào giờ Ty, tháng Chạp.", "ty", "tý"),
        ("Ruộng kê năm nay bị nấm than phá.", "than", "thần"),
    ],
)
def test_meant(text: str, word: str, rival: str) -> None:
    assert is_meant(*asked(text, word), rival)


@pytest.mark.parametrize(
    ("text", "word", "rival"),
    [
        ("Xã nhà đa được tỉnh hỗ trợ.", "đa", "đã"),
        ("Mai nhớ dậy sơm nhé.", "sơm", "sớm"),
        ("Anh phu lái đò phu tiếng.", "phu", "phụ"),
        ('Cháu nấu canh bằng "lồi" đất.', "lồi", "nồi"),
        ("Đây là quà cua bà ngoại.", "cua", "của"),
        ("Chúng ta có hai ngươi thợ mộc.", "ngươi", "người"),
        ("Em được cô giao chủ nhiệm khen.", "giao", "giáo"),
        ("Nhà tôi ở đây đã 40 nam rồi.", "nam", "năm"),
        ("Bầy vịt lững tha lững lờ về chuồng.", "tha", "thà"),
        ("Nhà con Lê Thước bán vải.", "con", "còn"),
        ("Quận Bình con ngủ nên chưa sang.", "con", "còn"),  # no name behind it
        ("Chiều nay cô se có bài kiểm tra.", "se", "sẽ"),
        ("Nhà chì có hai con trâu.", "chì", "chỉ"),
        ("Em tô son cho đôi mi đỏ.", "mi", "môi"),
        ("Hai bên trao đi với nhau rất lâu.", "đi", "đổi"),
        ("Mắt em sáng vì vừa mi thấy quà.", "mi", "mới"),
        ("Làng thờ một vị than ở gốc đa.", "than", "thần"),
    ],
)
def test_not_meant_for_that(text: str, word: str, rival: str) -> None:
    assert not is_meant(*asked(text, word), rival)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Uống nước cho da mềm, một khi da no nước thì ít nhăn.", True),
        ("Một khi da no nước thì ít nhăn.", False),
        ("Một khi da da no nước thì ít nhăn.", False),  # a word typed twice
    ],
)
def test_a_word_that_stands_again(text: str, expected: bool) -> None:
    scan, token = asked(text, "da")
    assert stands_again(MODEL, scan, token, scan.lower, frozenset()) is expected
