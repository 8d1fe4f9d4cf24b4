"""What is read on each side of a mark, and what follows from it: the words on both sides given, or what they are."""

from __future__ import annotations

import pytest

from vntextclean.filters.spacing import lost_spaces as module
from vntextclean.filters.spacing.lost_spaces import opens_glued, quote_side, space_is_lost, stands_on_wrong_side
from vntextclean.filters.spacing.words_at_marks import Gap


def between(left: str = "đất", right: str = "gọi") -> Gap:
    return Gap(left, right, "", "")


def given(monkeypatch: pytest.MonkeyPatch, gap: Gap | None) -> list[tuple[int, int]]:
    """Let both sides of every mark be these; keeps what places are read."""
    calls: list[tuple[int, int]] = []

    def read(text: str, left_end: int, right_start: int, *more: object) -> tuple[str, str, str, str] | None:
        calls.append((left_end, right_start))
        return gap

    monkeypatch.setattr(module, "_read", read)
    return calls


@pytest.mark.parametrize(
    ("text", "gap", "comma", "wrong"),
    [
        pytest.param("Phú ,huyện", between(), True, True, id="a comma"),
        pytest.param("Phú ;huyện", between(), True, True, id="a semicolon"),
        pytest.param("Phú .huyện", between(), True, False, id="a full stop"),
        pytest.param("Phú ,huyện", None, True, False, id="an address or code"),
        pytest.param("Phú ,huyện", between(right=""), True, False, id="no word behind it"),
        pytest.param("Phú ,huyện", between(), False, False, id="no comma of words"),
        pytest.param("Ph1 ,huyện", between(), True, False, id="a digit before the space"),
        pytest.param(" ,huyện", between(), True, False, id="nothing before the space"),
    ],
)
def test_a_comma_on_the_wrong_side(
    monkeypatch: pytest.MonkeyPatch, text: str, gap: tuple[str, str, str, str] | None, comma: bool, wrong: bool
) -> None:
    calls = given(monkeypatch, gap)
    monkeypatch.setattr(module, "after_comma", lambda gap: comma)
    at = text.index(text.strip()[3:].strip()[:1], text.index(" "))
    assert stands_on_wrong_side(text, text.index(" "), at) == wrong
    assert calls in ([], [(text.index(" "), at + 1)])


@pytest.mark.parametrize(
    ("text", "mark"),
    [("ấy.đi", "."), ("ấy,đi", ","), ("ấy…đi", "…"), ("ấy...đi", "…"), ("ấy..đi", "…"), ("ấy!đi", "!"), ("ấy)đi", ")")],
)
def test_which_mark_decides(monkeypatch: pytest.MonkeyPatch, text: str, mark: str) -> None:
    given(monkeypatch, between())
    for other in module.DECIDE:
        monkeypatch.setitem(module.DECIDE, other, lambda gap, other=other: other == mark)
    at = text.index("đ")
    known: dict[int, bool] = {}
    assert space_is_lost(text, at, known)
    assert known == {at: True}
    assert space_is_lost("ấy.đi", 3, {3: False}) is False  # what is known is not asked again


@pytest.mark.parametrize(
    ("text", "lost"), [("“ấy”đi", True), ("ấy”đi", False), ("“ấy”đi”ta", True), ("“x”\nấy”đi", False)]
)
def test_a_closing_quotation_mark_closes_one_of_its_line(
    monkeypatch: pytest.MonkeyPatch, text: str, lost: bool
) -> None:
    given(monkeypatch, between())
    monkeypatch.setitem(module.DECIDE, "”", lambda gap: True)
    assert space_is_lost(text, text.index("đ")) == lost


@pytest.mark.parametrize(
    ("text", "gap", "glued"),
    [
        pytest.param("đất(gọi", between(), True, id="two words"),
        pytest.param("đất(gọi", None, False, id="an address or code"),
        pytest.param("đ(gọi", between(left="ở"), False, id="one letter before it"),
        pytest.param("đt(gọi", between(left="ăn"), True, id="two letters"),
        pytest.param("đất(", between(right=""), False, id="nothing behind it"),
        pytest.param("đất(gọi", between(left="ĐẤT"), False, id="capitals before a bracket"),
        pytest.param("đất“gọi", between(left="ĐẤT"), True, id="before a quotation mark"),
        pytest.param("đất(ở", between(right="ở"), False, id="one letter behind a bracket"),
        pytest.param("đất“ở", between(right="ở"), True, id="behind a quotation mark"),
        pytest.param("đất(ăn", between(right="ăn"), True, id="two letters behind a bracket"),
        pytest.param("sắt(III) x", between(right="III"), False, id="the number of a metal"),
        pytest.param("đất(xyz", between(right="xyz"), False, id="no syllable behind a bracket"),
        pytest.param("đất“xyz", between(right="xyz"), True, id="behind a quotation mark too"),
        pytest.param("đất(XYZ", between(right="XYZ"), True, id="an abbreviation"),
        pytest.param("xyzt(gọi", between(left="xyzt"), False, id="no syllable before it"),
        pytest.param("ban(goi", between("ban", "goi"), False, id="no mark on either side"),
        pytest.param("đất(goi", between("đất", "goi"), True, id="a mark before it"),
        pytest.param("ban(gọi", between("ban", "gọi"), True, id="a mark behind it"),
    ],
)
def test_an_opening_mark_that_is_stuck(
    monkeypatch: pytest.MonkeyPatch, text: str, gap: tuple[str, str, str, str] | None, glued: bool
) -> None:
    at = next(number for number, letter in enumerate(text) if letter in "(“")
    calls = given(monkeypatch, gap)
    assert opens_glued(text, at) == glued
    assert calls == [(at, at + 1)]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ('ảnh_"mỹ nữ" ấy', 0), ('câu "đi thôi_"của anh', 1), ('ảnh_"mỹ nữ ấy', -1), ('x1_"mỹ nữ" ấy', -1),
        ('ảnh_"5 nữ" ấy', -1), ('xyz_"mỹ nữ" ấy', -1), ('ảnh_"xyz nữ" ấy', -1), ('ở "a"\nảnh_"mỹ nữ" ấy', 0),
        ('"đi_"của "anh" ấy', 1), ("a" * 30 + '_"mỹ" ấy', -1),
    ],
)  # fmt: skip
def test_the_side_of_a_straight_quotation_mark(text: str, side: int) -> None:
    assert quote_side(text.replace("_", ""), text.index("_")) == side


def test_a_part_of_a_very_long_line_is_not_told() -> None:
    line = "ấy " * 6000 + 'ảnh"mỹ nữ" ' + "ấy " * 6000
    assert quote_side(line, line.index('"')) == -1


def read(
    text: str, *, ours: bool = True, floor: int = 0, known: dict[int, bool] | None = None
) -> tuple[str, str, str, str] | None:
    """What stands on both sides of the mark before ``_``."""
    at = text.index("_")
    plain = text.replace("_", "")
    held = module.is_vietnamese_or_damaged
    module.is_vietnamese_or_damaged = lambda text, at: ours
    try:
        found = module._read(plain, at - 1, at, known, floor)
        return None if found is None else (found.left, found.right, found.before, found.after)
    finally:
        module.is_vietnamese_or_damaged = held


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("nước ấy._đi xa", ("ấy", "đi", "", "")),
        ("nước ấy”)._đi xa", ("ấy", "đi", "", "")),  # closing marks before it
        ("nước (ấy._đi, xa", ("ấy", "đi", "(", ",")),
        ("nước 5ấy._đi5 xa", ("ấy", "đi", "5", "5")),
        ("nước 12._đi xa", ("", "đi", "12", "")),
        ("nước ấy._5 xa", ("ấy", "", "", "5")),
        ("ấy._đi", ("ấy", "đi", "", "")),
        (" ._đi", ("", "đi", "", "")),
        ("a@b ấy._đi xa", ("ấy", "đi", "", "")),
        ("a@ấy._đi xa", None),
        ("ấy._đi@b xa", None),
        ("ấy._đi\n@b xa", ("ấy", "đi", "", "")),
    ],
)
def test_both_sides_of_a_mark(text: str, gap: tuple[str, str, str, str] | None) -> None:
    assert read(text) == gap
    assert read(text, ours=False) is None


def test_how_far_both_sides_are_read() -> None:
    found = read("x" * 80 + "5ấy._đi5" + "x" * 80)
    assert found is not None
    assert found[:2] == ("ấy", "đi")
    assert [len(found[2]), len(found[3])] == [58, 58]


def test_nothing_is_read_before_the_floor() -> None:
    assert read("xa5ấy._đi xa", floor=3) == ("ấy", "đi", "", "")
    assert read("xa5ấy._đi xa", floor=2) == ("ấy", "đi", "5", "")


@pytest.mark.parametrize(("lost", "before"), [(True, ""), (False, "xa.")])
def test_what_a_space_will_part_is_apart(lost: bool, before: str) -> None:
    assert read("xa.ấy._đi xa", known={3: lost}) == ("ấy", "đi", before, "")
