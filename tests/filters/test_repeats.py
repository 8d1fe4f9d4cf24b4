"""The search for repeated blocks stays linear on what would make a naive one quadratic."""

from __future__ import annotations

import pytest

from vntextclean.filters import repeats
from vntextclean.filters.repeats import SPACES
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

PROSE = "Sáng nay bà con trong xóm rủ nhau ra đồng gặt lúa sớm vì đài báo chiều tối có mưa to."


@pytest.mark.parametrize("end", ["", f"{PROSE}\nChợ phiên.\n{PROSE.upper()}\n"], ids=["short lines", "prose far below"])
def test_thousands_of_equal_lines_are_compared_once(monkeypatch: pytest.MonkeyPatch, end: str) -> None:
    compared = 0
    common = repeats._common

    def counted(lines: list[str], above: int, below: int) -> int:
        nonlocal compared
        length = common(lines, above, below)
        compared += length
        return length

    monkeypatch.setattr(repeats, "_common", counted)
    lines = 2000
    assert not list(repeats.Repeats(Settings()).edits(TextState("Chợ phiên.\n" * lines + end)))
    assert compared <= lines


LEAD = "Sáng nay, hơn hai trăm người dân xã Phú Lộc đã ra đồng vét mương, đắp bờ, chuẩn bị cho vụ mới."


def deleted(text: str) -> list[int]:
    """The numbers of the lines that go."""
    return [text.count("\n", 0, edit.start) for edit in repeats.Repeats(Settings()).edits(TextState(text))]


def test_lines_that_go_are_no_distance() -> None:
    """A third copy that is near the first once the second is gone goes with it, and not in the next run."""
    page = f"{LEAD}\nChợ phiên.\n{LEAD}\nBà Hoa.\n{LEAD}\nHết."
    assert deleted(page) == [2, 4]
    assert deleted(page.replace("Bà Hoa.", "Bà Hoa.\nMưa.")) == [2]


def test_the_second_half_of_a_wrapped_paragraph_stays_with_its_first() -> None:
    half = LEAD[0].lower() + LEAD[1:]
    first = "Theo tin của đài huyện phát lúc sáu giờ,"
    assert deleted(f"{first}\n{half}\n{first}\n{half}\nHết.") == []
    assert deleted(f"{first}\n{LEAD}\n{first}\n{LEAD}\nHết.") == [3]


CUT = "Sáng nay, hơn hai trăm người dân xã Phú Lộc đã ra đồng vét mương"


@pytest.mark.parametrize(
    ("line", "prose"),
    [
        (LEAD, True),
        (LEAD[:-1], False),  # no end
        ("a " * SPACES + "a.", True),
        ("a " * (SPACES - 1) + "a.", False),
        (f"- {LEAD}", False),
        (f"1. {LEAD}", False),
        (f"Giá: {LEAD}", False),
        (f"“{LEAD}”", False),
    ],
)
def test_a_paragraph_of_prose(line: str, prose: bool) -> None:
    assert repeats._is_prose(line) is prose


@pytest.mark.parametrize(
    ("lines", "gone"),
    [
        ([LEAD, LEAD, "Hết."], [1]),
        ([LEAD, "Mưa.", "", "Gió.", LEAD, "Hết."], [4]),
        ([LEAD, "Mưa.", "Gió.", "Nắng.", LEAD, "Hết."], []),  # too far below
        ([LEAD, f"  {LEAD} ", "Hết."], [1]),  # white space is evened out
        ([LEAD, LEAD.replace(" ", "\t"), "Hết."], [1]),
        ([LEAD, LEAD.replace(" ", "  "), "Hết."], [1]),
        ([LEAD, LEAD], []),  # two lines are no page
        ([LEAD, LEAD.upper(), "Hết."], []),
        ([LEAD[:-15] + ".", LEAD[:-15] + ".", "Hết."], [1]),  # eighty characters
        ([LEAD[:-16] + ".", LEAD[:-16] + ".", "Hết."], []),
        ([LEAD, LEAD, LEAD, "Hết."], [1, 2]),
    ],
)
def test_leads(lines: list[str], gone: list[int]) -> None:
    assert deleted("\n".join(lines)) == gone


@pytest.mark.parametrize(
    ("lines", "gone"),
    [
        ([f"{CUT}...", LEAD, "Hết."], [0]),
        ([f"{CUT}…", LEAD, "Hết."], [0]),
        ([f"{CUT} [...]", LEAD, "Hết."], [0]),
        ([f"{CUT}..", LEAD, "Hết."], []),
        ([f"{CUT}...", "Mưa.", "Gió.", LEAD], [0]),
        ([f"{CUT}...", "Mưa.", "Gió.", "Nắng.", LEAD], []),
        ([LEAD, f"{CUT}...", "Hết."], []),  # what follows counts
        ([f"{LEAD[:60]}...", LEAD, "Hết."], [0]),
        ([f"{LEAD[:59]}...", LEAD, "Hết."], []),
        ([f"- {CUT}...", f"- {LEAD}", "Hết."], []),
        ([f"{CUT}...", f"{CUT}...", "Hết."], []),  # no longer than itself
        ([f"  {CUT.replace(' ', '  ', 3)}...", f"{CUT} và trưa.", "Hết."], [0]),  # white space does not count
        ([f"{CUT}...", CUT.replace(" ", "\t", 5) + " và trưa.", "Hết."], [0]),
        ([f"{CUT.replace(' ', '') * 2}...", CUT.replace(" ", "") * 2 + " và trưa.", "Hết."], [0]),  # nor is it needed
    ],
)
def test_teasers(lines: list[str], gone: list[int]) -> None:
    assert deleted("\n".join(lines)) == gone


BLOCK = [
    LEAD,
    "Bà con gọi nhau từ lúc gà gáy, người mang cuốc, người mang mai, đi thành hàng dài trên bờ đê cao.",
    "Đến trưa, con mương dẫn nước từ sông vào đã thông, nước chảy ào ạt giữa hai bờ cỏ mới phát quang xong hồi sáng.",
]


@pytest.mark.parametrize(
    ("lines", "gone"),
    [
        ([*BLOCK, "Mưa.", "Gió.", *BLOCK, "Hết."], [5, 6, 7]),
        ([*BLOCK, *BLOCK], [3, 4, 5]),
        ([*BLOCK[:2], "Mưa.", "Gió.", "Nắng.", *BLOCK[:2], "Hết."], []),  # two lines are no block
        ([*BLOCK, "Mưa.", "Gió.", *BLOCK[:2], "Hết."], []),
        (["Mục lục", *BLOCK, "Mưa.", "Gió.", "Mục lục", *BLOCK], [6, 7, 8, 9]),  # with a heading
        ([*BLOCK, *["Lúa chín."] * 9, "Mưa.", *BLOCK, *["Lúa chín."] * 9], [13, 14, 15, *range(16, 25)]),
        ([*BLOCK, "Mưa.", *BLOCK, "Gió.", *BLOCK], [4, 5, 6, 8, 9, 10]),
    ],
)
def test_blocks(lines: list[str], gone: list[int]) -> None:
    assert deleted("\n".join(lines)) == gone


def test_a_block_is_mostly_prose() -> None:
    table = [f"Cột {number} của bảng giá lúa gạo các loại" for number in range(12)]
    assert sum(map(len, BLOCK)) < repeats.BLOCK_PROSE * sum(map(len, [*BLOCK, *table]))
    assert deleted("\n".join([*BLOCK, *table, "Mưa.", *BLOCK, *table])) == []


def test_the_reasons() -> None:
    page = "\n".join([*BLOCK, "Mưa.", "Gió.", *BLOCK, LEAD.replace("Phú", "Hoà"), f"{CUT}...", LEAD])
    reasons = [edit.reason for edit in repeats.Repeats(Settings()).edits(TextState(page))]
    assert reasons[:3] == [f"line {number} of 3 that stand above as well" for number in (1, 2, 3)]
    assert reasons[3] == "the beginning of a paragraph that stands in full 1 line below"
    near = repeats.Repeats(Settings()).edits(TextState(f"{LEAD}\nMưa.\n{LEAD}"))
    assert [edit.reason for edit in near] == ["the same paragraph stands 2 lines above"]


@pytest.mark.parametrize(
    ("text", "left"),
    [(f"{LEAD}\n{LEAD}\nHết.", f"{LEAD}\nHết."), (f"Mưa.\n{LEAD}\n{LEAD}", f"Mưa.\n{LEAD}")],
)
def test_no_blank_line_is_left(text: str, left: str) -> None:
    (edit,) = repeats.Repeats(Settings()).edits(TextState(text))
    assert text[: edit.start] + text[edit.end :] == left


def test_a_copy_does_not_run_into_itself() -> None:
    lines = [LEAD] * 6
    assert [repeats._common(lines, 0, below) for below in (1, 2, 3, 4, 5)] == [1, 2, 3, 2, 1]
    assert repeats._common([*lines[:3], "Mưa."], 0, 2) == 1
    page = "\n".join([*BLOCK, *BLOCK, *BLOCK, "Hết."])
    reasons = [edit.reason for edit in repeats.Repeats(Settings()).edits(TextState(page))]
    assert reasons == [f"line {number} of 3 that stand above as well" for number in (1, 2, 3)] * 2


def test_two_long_lines_are_no_block() -> None:
    long = [f"{BLOCK[1]} {BLOCK[2]}", f"{BLOCK[2]} {BLOCK[1]}"]
    assert sum(map(len, long)) > repeats.BLOCK_CHARS
    assert deleted("\n".join([*long, "Mưa.", "Gió.", "Nắng.", *long, "Hết."])) == []


@pytest.mark.parametrize(("chars", "goes"), [(repeats.BLOCK_CHARS, True), (repeats.BLOCK_CHARS - 1, False)])
def test_a_block_has_so_many_characters(chars: int, goes: bool) -> None:
    """Shorter blocks are forms and refrains, which are said again and again."""
    rest = chars - sum(map(len, BLOCK[:2]))
    block = [*BLOCK[:2], ("Nước về trắng cả một dải bãi ven sông " * 9)[: rest - 1] + "."]
    assert sum(map(len, block)) == chars
    assert deleted("\n".join([*block, "Mưa.", "Gió.", *block, "Hết."])) == ([5, 6, 7] if goes else [])
