"""Lines that belong to the paper: each condition at its border."""

from __future__ import annotations

import pytest

from vntextclean.filters.page_furniture import PAGE, PageFurniture, _evenly
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

WORDS = "một hai ba bốn năm sáu bảy tám chín mười".split()


def _prose(count: int) -> list[str]:
    return [f"dòng {WORDS[number % 10]} kể chuyện mùa màng." for number in range(count)]


def _cut(*lines: str) -> list[str]:
    text = "\n".join(lines)
    made = PageFurniture(Settings(preset="ocr")).edits(TextState(text))
    return [line for edit in made for line in text[edit.start : edit.end].split("\n") if line]


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        ("- 7 -", True),
        ("– 12 –", True),
        ("Trang 3", True),
        ("Trang 3/12", True),
        ("Page 3 of 12", True),
        ("- 12345 -", False),
        ("-----", True),
        ("----", False),
        ("# PAGE 4", True),
        ("# Trang trại", False),
        ("=== Trang 4/9 ===", True),
        ("12 CÔNG BÁO/Số 345 + 346/Ngày 02-5-2012", True),
        ("CÔNG BÁO và tạp chí", False),
        ("7", False),
        ("-" * 140, True),
        ("-" * 141, False),  # longer than a line of paper
    ],
)
def test_lines_by_their_form(line: str, goes: bool) -> None:
    assert _cut(*_prose(2), line, *_prose(2)) == ([line] if goes else [])


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("- 7 -", "page number 7"),
        ("Trang 3/12", "page number 3"),
        ("Page: 5 of 9", "page number 5"),
        ("CÔNG BÁO/Số 345 + 346/Ngày 02-5-2012", "running head, 1 times in the document"),
    ],
)
def test_what_is_said_of_a_line(line: str, reason: str) -> None:
    text = "\n".join([*_prose(2), line, *_prose(2)])
    assert [edit.reason for edit in PageFurniture(Settings(preset="ocr")).edits(TextState(text))] == [reason]


def test_where_nothing_but_furniture_stands_it_stays() -> None:
    assert _cut("- 1 -", "- 2 -", "- 3 -") == []
    assert _cut("- 1 -", "mưa", "- 3 -") == ["- 1 -", "- 3 -"]
    assert _cut("- 1 -", "mưa") == []  # two lines are no page


@pytest.mark.parametrize(
    ("distance", "heads", "goes"),
    [(PAGE, 2, True), (PAGE - 1, 2, False), (PAGE, 1, False), (PAGE, 4, True)],
)
def test_heads_with_a_number(distance: int, heads: int, goes: bool) -> None:
    lines = [f"Chuyện mùa lũ {number + 1}" for number in range(heads)]
    page = [line for head in lines for line in (head, *_prose(distance - 1))]
    assert _cut(*page) == (lines if goes else [])
    assert _cut(*_prose(9), *page) == (lines if goes else [])


@pytest.mark.parametrize(
    ("first", "second", "goes"),
    [
        ("Chuyện mùa lũ 4", "Chuyện mùa lũ 9", True),
        ("4 Chuyện mùa lũ", "6 Chuyện mùa lũ", True),
        ("Chuyện mùa lũ 4", "Chuyện mùa lũ 4", False),  # does not count up
        ("Chuyện mùa lũ 9", "Chuyện mùa lũ 4", False),
        ("Chuyện lũ 4", "Chuyện lũ 5", False),  # two words are a heading
        ("Tổng kết năm 2020", "Tổng kết năm 2021", False),  # a number behind "năm" is no page's
        ("Chuyện mùa lũ 4.", "Chuyện mùa lũ 5.", False),
        ("Đi xa 4", "Đi xa 5", False),
        ("m lũ 12", "m lũ 13", False),  # seven characters
    ],
)
def test_which_heads_have_the_number_of_a_page(first: str, second: str, goes: bool) -> None:
    assert _cut(first, *_prose(8), second, *_prose(8)) == ([first, second] if goes else [])


@pytest.mark.parametrize(
    ("head", "gaps", "goes"),
    [
        ("CHUYỆN MÙA LŨ", (8, 8), True),
        ("CHUYỆN MÙA LŨ", (8,), False),  # twice
        ("Chuyện mùa lũ", (8, 8), False),  # no capitals
        ("QUYẾT ĐỊNH KHEN", (8, 8), False),  # what documents say
        ("CHUYỆN MÙA LŨ:", (8, 8), False),  # something is to come
        ("CHUYỆN: MÙA LŨ", (8, 8), True),
        ("C.UYỆN MÙA LŨ", (8, 8), True),
        ("CHUYỆN MÙA LŨ.A", (8, 8), True),
        ("CHUYỆN MÙA LŨ", (7, 14), True),
        ("CHUYỆN MÙA LŨ", (7, 15), False),  # not evenly
    ],
)
def test_heads_without_a_number(head: str, gaps: tuple[int, ...], goes: bool) -> None:
    page = [head]
    for gap in gaps:
        page += [*_prose(gap - 1), head]
    assert _cut(*page, *_prose(3)) == ([head] * (len(gaps) + 1) if goes else [])


@pytest.mark.parametrize(("length", "goes"), [(8, True), (90, True), (7, False), (91, False)])
def test_a_head_is_as_long_as_a_title(length: int, goes: bool) -> None:
    """A line as wide as the page is one of the text, and a word of a cell or a picture is no head either."""
    head = ("MÙA LŨ " * 20)[:length].rstrip().ljust(length, "A")
    assert _cut(head, *_prose(8), head, *_prose(8), head) == ([head] * 3 if goes else [])


@pytest.mark.parametrize(("places", "even"), [([0, 10, 30], True), ([0, 10, 31], False), ([0, 20, 30], True)])
def test_evenly(places: list[int], even: bool) -> None:
    assert _evenly(places) is even


@pytest.mark.parametrize(
    ("numbers", "distance", "goes"),
    [
        ((7, 8, 9), PAGE + 1, True),
        ((7, 8), PAGE + 1, False),
        ((7, 8, 10), PAGE + 1, False),
        ((9, 8, 7), PAGE + 1, False),
        ((7, 8, 9), PAGE, False),
    ],
)
def test_bare_numbers(numbers: tuple[int, ...], distance: int, goes: bool) -> None:
    page = [line for number in numbers for line in (*_prose(distance - 1), str(number))]
    assert _cut(*page, "hết") == ([str(number) for number in numbers] if goes else [])


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("mưa\n- 1 -\nnắng", "mưa\nnắng"),
        ("mưa\n\n- 1 -\n\nnắng", "mưa\n\nnắng"),  # one of two blank lines is the page's
        ("mưa\n\n- 1 -\nnắng", "mưa\n\nnắng"),
        ("mưa\n- 1 -\n\nnắng", "mưa\n\nnắng"),
        ("- 1 -\n\nnắng\nmưa", "\nnắng\nmưa"),
        ("mưa\nnắng\n- 1 -", "mưa\nnắng"),
        ("mưa\n\n- 1 -\n", "mưa\n\n"),
        ("mưa\n- 1 -\n-----\nnắng", "mưa\nnắng"),
        ("mưa\nnắng\n-----\n- 1 -", "mưa\nnắng\n"),
        ("mưa\nnắng\n\n- 1 -\n", "mưa\nnắng\n\n"),
        ("- 1 -\n\nnắng\n", "\nnắng\n"),
        ("\n- 1 -\n\nnắng", "\nnắng"),
        ("mưa\n\n- 1 -\nnắng\ngió", "mưa\n\nnắng\ngió"),
        ("mưa\n\n- 1 -\n   \nnắng", "mưa\n\nnắng"),
        ("mưa\n\n- 1 -\n\nnắng\ngió", "mưa\n\nnắng\ngió"),
    ],
)
def test_the_lines_around(text: str, left: str) -> None:
    got, at = "", 0
    for edit in PageFurniture(Settings(preset="ocr")).edits(TextState(text)):
        assert at <= edit.start < edit.end <= len(text)
        got, at = got + text[at : edit.start], edit.end
    assert got + text[at:] == left
