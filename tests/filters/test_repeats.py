"""The search for repeated blocks stays linear on what would make a naive one quadratic."""

from __future__ import annotations

import pytest

from vntextclean.filters import repeats
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

PROSE = "Sáng nay bà con trong xóm rủ nhau ra đồng gặt lúa sớm vì đài báo chiều tối có mưa to."


@pytest.mark.parametrize("end", ["", f"{PROSE}\nChợ phiên.\n{PROSE.upper()}\n"], ids=["short lines", "prose far below"])
def test_thousands_of_equal_lines_are_compared_once(monkeypatch: pytest.MonkeyPatch, end: str) -> None:
    compared = 0
    common = repeats._common

    def counted(lines: list[repeats._Line], above: int, below: int) -> int:
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
