"""Restored words in the tone style of their page; what had its marks stays."""

from __future__ import annotations

import pytest

from vntextclean.lm.model import Model
from vntextclean.restoration.restore import restore, restore_spans
from vntextclean.vietnamese.tone_style import Style, in_style, style_of


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("", "old"),
        ("khong co dau nao", "old"),
        ("Tài khoản của bạn", "old"),  # oan has one place only
        ("khoẻ, hoà, thuỷ", "new"),
        ("khỏe, hòa, thủy", "old"),
        ("KHOẺ, TOÀ ÁN", "new"),
        ("Toà án, hòa giải", "old"),  # one each
        ("toà, toà, hòa", "new"),
        ("quý, quỳ, Quỷ, quỵt", "old"),  # the u of qu
        ("hoàn toàn, hoạt, thuỳnh, khuỷu", "old"),  # a letter follows: no choice of places
        ("tuý luý", "new"),
        ("Quảng Thuỷ", "new"),
    ],
)
def test_the_style_of_a_page(text: str, style: str) -> None:
    assert style_of(text) == style


@pytest.mark.parametrize(
    ("text", "restored", "style", "out"),
    [
        ("hoa binh", "hòa bình", "keep", "hòa bình"),
        ("hoa binh", "hòa bình", "new", "hoà bình"),
        ("HOA BINH", "HÒA BÌNH", "new", "HOÀ BÌNH"),
        ("Hoa Binh, Thuy", "Hòa Bình, Thủy", "new", "Hoà Bình, Thuỷ"),
        ("thuỷ loi, suc khoe", "thuỷ lợi, sức khỏe", "keep", "thuỷ lợi, sức khoẻ"),
        ("thuỷ loi, suc khoe", "thuỷ lợi, sức khỏe", "old", "thuỷ lợi, sức khỏe"),
        ("hòa giai, hoa giai", "hòa giải, hòa giải", "new", "hòa giải, hoà giải"),
        ("hoan toan, quy gia", "hoàn toàn, quý giá", "new", "hoàn toàn, quý giá"),
        ("uy ban, xoa bo", "ủy ban, xóa bỏ", "new", "uỷ ban, xoá bỏ"),
        ("xoe o", "xòe ô", "new", "xoè ô"),
        ("khuya, thuyen", "khuya, thuyền", "new", "khuya, thuyền"),
    ],
)
def test_words_in_a_style(text: str, restored: str, style: Style, out: str) -> None:
    assert in_style(text, restored, style) == out
    assert in_style(text, out, style) == out


@pytest.fixture(scope="module")
def shipped() -> Model:
    return Model.open()


def test_restoring_follows_the_page_or_what_is_asked_for(shipped: Model) -> None:
    bare = "Cong hoa xa hoi chu nghia Viet Nam"
    assert "hòa" in restore(bare, shipped)
    assert "hoà" in restore(bare, shipped, "new")
    assert "hoà" in restore("Thuỷ lợi. " + bare, shipped)
    assert "hòa" in restore("Thuỷ lợi. " + bare, shipped, "old")


@pytest.mark.parametrize("style", ["keep", "old", "new"])
def test_spans_say_the_same_as_the_text(shipped: Model, style: Style) -> None:
    text = "Khoẻ re. Cong hoa xa hoi chu nghia Viet Nam, suc khoe va thuy loi."
    out = text
    for start, end, after, _ in reversed(restore_spans(text, shipped, style)):
        out = out[:start] + after + out[end:]
    assert out == restore(text, shipped, style)
