"""Where a space was lost beside a punctuation mark: each condition at its border. ``_`` is the place asked about."""

from __future__ import annotations

import pytest

from vntextclean import Pipeline
from vntextclean.filters.spacing.lost_spaces import opens_glued, quote_side, space_is_lost, stands_on_wrong_side


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("nước thấm._Rãnh đầy", True),
        ("nước thấm._rãnh đầy", True),  # both marked and low
        ("nước an._rãnh đầy", False),
        ("nước thấm._ranh đầy", False),
        ("nước thấm._Net đầy", False),
        ("nước thấm._Com đầy", False),
        ("ở TP._Hồ Chí Minh được", False),
        ("ở tp._Hồ Chí Minh được", False),
        ("nước dâng 12._Rãnh đầy", True),
        ("nước dâng 12%._Rãnh đầy", True),
        ("nước dâng 12._RÃNH đầy", False),
        ("nước dâng 12._Ý đầy", False),
        ("được anh._Tin đầy", True),
        ("được an._Tin đầy", False),
        ("được an._Ti đầy", False),
        ("được xyz._Tin đầy", False),
        ("được xyzt._Rãnh đầy", True),
        ("được 5km._Rãnh đầy", True),
        ("nước thấm._HĐND đầy", True),
        ("nước thấm._H đầy", False),
        ("bà Thấm._Rãnh đầy", True),
        ("bà N.Thấm._Rãnh đầy", False),
        ("bà T._Rãnh đầy", False),
        ("bà THẤM._Rãnh đầy", False),
        ("ở UBND._Rãnh đầy", False),
        ("ở VIETNAM._Rãnh đầy", True),
        ("ở VIETNAM._Theo đầy", False),
        ("ở Vietnam._Theo được", True),
        ("ở www.thấm._Rãnh đầy", False),
        ("ở a@thấm._Rãnh đầy", False),
        ("nuoc tham._Ranh day", False),
    ],
)
def test_behind_a_full_stop(text: str, lost: bool) -> None:
    at = text.index("_")
    assert space_is_lost(text.replace("_", ""), at) is lost


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("bán chuối,_xoài được", True),
        ("bán chuối;_xoài được", True),
        ("bán chuối,_x được", False),
        ("bán chuối,_ổi được", True),
        ("bán chuối,_ở được", True),
        ("bán a,_xoài được", False),
        ("bán ổ,_xoài được", True),
        ("bán chuối,_HĐND được", True),
        ("bán an,_xoài được", True),
        ("bán straw,_xoài được", True),
        ("bán st,_xoài được", False),
        ("bán chuối,_Straw được", True),
        ("bán stra,_straw được", False),
        ("bán Stra,_Straw được", True),
        ("bán 12,_xoài được", True),
        ("bán 12,_ổi được", True),
        ("bán 12,_an được", False),
        ("bán 12,_Straw được", True),
        ("bán x12,_straw được", False),
        ("bán 5kg,_xoài được", True),
        ("bán 5kg,_xe được", False),
        ("bán 5kg,_Xe được", True),
        ("bán rdquo,_xoài được", False),
    ],
)
def test_behind_a_comma(text: str, lost: bool) -> None:
    at = text.index("_")
    assert space_is_lost(text.replace("_", ""), at) is lost


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("được không?_Rãnh đầy", True),
        ("được xinh!_rãnh đầy", False),
        ("được thấm!_rãnh đầy", True),
        ("được xyz?_Rãnh đầy", False),
        ("được không…_Rãnh đầy", True),
        ("được không..._Rãnh đầy", True),
        ("được không…_rãnh đầy", False),
        ("được không…_Ý đầy", False),
        ("họ nói:_Rãnh đầy", True),
        ("họ nói:_rãnh đầy", True),
        ("họ nói:_ranh đầy", False),
        ("họ bao:_Ranh đầy", False),
        ("họ tel:_Rãnh đầy", False),
        ("được http:_Rãnh đầy", False),
        ("họ nói:_R đầy", False),
        ("họ ở:_Rãnh đầy", False),
        ("bà (con)_rãnh được", True),
        ("bà (con)_ranh được", False),
        ("bà (con)_Ranh được", True),
        ("bà (xyz)_Ranh được", False),
        ("bà (con)_ở được", False),
        ("bà “con”_rãnh được", True),
        ("bà con”_rãnh được", False),  # closes nothing
    ],
)
def test_behind_other_marks(text: str, lost: bool) -> None:
    at = text.index("_")
    assert space_is_lost(text.replace("_", ""), at) is lost


@pytest.mark.parametrize(
    ("text", "glued"),
    [
        ("bà Hội_(gọi tắt) được", True),
        ("bà Hội_“gọi tắt” được", True),
        ("được ban_(goi tắt)", False),  # no mark on either side
        ("được ban_(gọi tắt)", True),
        ("được f_(xa)", False),
        ("được Hội_(", False),
        ("được HỘI_(gọi)", False),
        ("được HỘI_“gọi”", True),
        ("được Hội_(ở)", False),
        ("được sắt_(III) clorua", False),
        ("được Hội_(xyz)", False),
        ("được Hội_(HĐND)", True),
        ("được xyz_(gọi)", False),
    ],
)
def test_before_an_opening_mark(text: str, glued: bool) -> None:
    at = text.index("_")
    assert opens_glued(text.replace("_", ""), at) is glued


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ('hình ảnh_"mỹ nữ" ấy', 0),
        ('câu "đi thôi_"của anh', 1),
        ('câu đi thôi_"của anh', -1),
        ('a_"b" ấy', -1),
        ('ảnh_"xyz" ấy', -1),
        ('trời "mưa"\nhình ảnh_"mỹ nữ" ấy', 0),
    ],
)
def test_straight_quotes(text: str, side: int) -> None:
    at = text.index("_")
    assert quote_side(text.replace("_", ""), at) == side


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("ở xã Tân Phú_,huyện Mỏ Cày", True),
        ("ở xã Tân Phú_;huyện Mỏ Cày", True),
        ("ở xã Tân Phú_.huyện Mỏ Cày", False),
        ("ở giá 5_,7 triệu được", False),
        ("bán a_,xoài được", False),
        ("ở xã Tân Phú_, huyện được", False),
    ],
)
def test_a_comma_on_the_wrong_side(text: str, wrong: bool) -> None:
    at = text.index("_")
    assert stands_on_wrong_side(text.replace("_", " "), at, at + 1) is wrong


@pytest.mark.parametrize("piece", ["ộc,", "các,", "há».", "1,", "Ộc.", "ộc…"])
def test_a_page_without_a_space_ends_no_run(piece: str) -> None:
    """Each mark asks for the one before, and no farther than sixty letters."""
    assert len(Pipeline.from_preset("web", filters=("spacing",)).run(piece * 4000 + "Ộc").text) >= 4000


def test_a_mark_is_judged_beside_one_that_is_parted() -> None:
    text = "được,rồi,xong,hết,cả,được,rồi,xong,hết,cả,được,rồi,xong,hết,cả,được,rồi,xong,hết,cả"
    known: dict[int, bool] = {}
    places = [at + 1 for at, mark in enumerate(text) if mark == ","]
    assert [space_is_lost(text, at, known) for at in places] == [space_is_lost(text, at) for at in places]
