"""Spaces that a repair shows to be lost: before its word, behind it, and where another edit stands."""

from __future__ import annotations

from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vntextclean.edit import Edit
from vntextclean.filters.spacing import beside_repairs
from vntextclean.filters.spacing.beside_repairs import _lost_behind, with_lost_spaces


def _edit(text: str, seen: str, word: str) -> Edit:
    start = text.index(seen)
    return Edit(start, start + len(seen), word, "run-ons.words", "")


def _mended(text: str, *repairs: tuple[str, str], accepted: bool = True) -> str:
    edits = [_edit(text, *repair) for repair in repairs]
    made = list(with_lost_spaces(text, edits, lambda edit: accepted))
    left, at = "", 0
    for edit in made:
        assert edit.start >= at
        left, at = left + text[at : edit.start] + edit.replacement, edit.end
    return left + text[at:]


@pytest.mark.parametrize(
    ("text", "repairs", "mended"),
    [
        ("hôm ấy.Tuynhiên,anh đi", [("Tuynhiên", "Tuy nhiên")], "hôm ấy. Tuy nhiên, anh đi"),
        ("hôm ấy. Tuynhiên, anh đi", [("Tuynhiên", "Tuy nhiên")], "hôm ấy. Tuy nhiên, anh đi"),
        ("Tuynhiên,anh đi được", [("Tuynhiên", "Tuy nhiên")], "Tuy nhiên, anh đi được"),
        (".Tuynhiên anh đi được", [("Tuynhiên", "Tuy nhiên")], ".Tuy nhiên anh đi được"),
        ("được .Tuynhiên anh đi", [("Tuynhiên", "Tuy nhiên")], "được .Tuy nhiên anh đi"),
        ("được\n.Tuynhiên anh đi", [("Tuynhiên", "Tuy nhiên")], "được\n.Tuy nhiên anh đi"),
        ("ý.Tuynhiên anh được đi", [("Tuynhiên", "Tuy nhiên")], "ý. Tuy nhiên anh được đi"),
        ("đã thựchiện...(gọi tắt là Hội)", [("thựchiện", "thực hiện")], "đã thực hiện... (gọi tắt là Hội)"),
        ("đã họp(thựchiện ngay)", [("thựchiện", "thực hiện")], "đã họp (thực hiện ngay)"),
        ("(thựchiện ngay)", [("thựchiện", "thực hiện")], "(thực hiện ngay)"),
        ("đãhọp,thựchiện ngay", [("đãhọp", "đã họp"), ("thựchiện", "thực hiện")], "đã họp, thực hiện ngay"),
        ("đãhọp(thựchiện ngay)", [("đãhọp", "đã họp"), ("thựchiện", "thực hiện")], "đã họp (thực hiện ngay)"),
        ("đã hop(thựchiện ngay)", [("hop", "họp"), ("thựchiện", "thực hiện")], "đã họp (thực hiện ngay)"),
        ("đãhọp(thưc ngay)", [("đãhọp", "đã họp"), ("thưc", "thực")], "đã họp (thực ngay)"),  # one space, not two
        ("f(thựchiện ngay)", [("f", "g"), ("thựchiện", "thực hiện")], "g(thực hiện ngay)"),
        ("đãhọp, rồi thựchiện.Bà", [("đãhọp", "đã họp"), ("thựchiện", "thực hiện")], "đã họp, rồi thực hiện. Bà"),
    ],
)
def test_beside_a_repair(text: str, repairs: list[tuple[str, str]], mended: str) -> None:
    assert _mended(text, *repairs) == mended


def test_a_repair_that_is_not_made_shows_nothing() -> None:
    text = "hôm ấy.Tuynhiên,anh đi"
    assert _mended(text, ("Tuynhiên", "Tuy nhiên"), accepted=False) == "hôm ấy.Tuy nhiên,anh đi"


@pytest.mark.parametrize(
    ("text", "end", "at"),
    [
        ("thực hiện,xong được", 9, 10),
        ("thực hiện, xong được", 9, -1),
        ("thực hiện", 9, -1),
        ("thực hiện,", 9, -1),
        ("thực hiện(gọi tắt)", 9, 9),
        ("thực hiện (gọi tắt)", 9, -1),
        ("thực hiện-xong", 9, -1),
        ("thực hiện...Xong rồi", 9, 12),
        ("thực hiện......Xong rồi", 9, 15),
        ("thực hiện.......Xong rồi", 9, -1),  # too many marks
    ],
)
def test_behind_a_word(text: str, end: int, at: int) -> None:
    assert _lost_behind(text, end) == at


@given(
    st.lists(st.sampled_from(["đã", "họp", ",", ".", "(", "“", " ", "\n", "”", "1"]), min_size=1, max_size=20),
    st.data(),
)
def test_repairs_that_touch_no_mark_come_out_as_if_all_were_read(parts: list[str], data: st.DataObject) -> None:
    text = "".join(parts)
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)))
    words = st.sampled_from(["", "ở", "đã họp", ",", "x"])
    edits = [Edit(a, b, data.draw(words), "r", "") for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    fast = list(with_lost_spaces(text, edits, lambda edit: True))
    with mock.patch.object(beside_repairs, "_is_beside_mark", return_value=True):
        assert fast == list(with_lost_spaces(text, edits, lambda edit: True))
