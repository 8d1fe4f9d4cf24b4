"""Which lines speak of furniture at the first look, with the kernel and without it."""

from __future__ import annotations

import pytest

from vntextclean.filters.boilerplate.reading.triage import triage
from vntextclean.lm import kernel
from vntextclean.text_state import TextState


@pytest.fixture(params=["kernel", "numpy"], autouse=True)
def either(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same by the compiled kernel and without it."""
    if request.param == "numpy":
        monkeypatch.setattr(kernel, "native", None)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Trang chủ\nLiên hệ\nĐăng nhập", True),
        ("Trang chủ\nLiên hệ\nMưa to", False),
        ("Trang chủ\nTrang chủ\nTrang chủ", False),  # one, three times
        ("Trang chủ\n--\n**", True),  # marks alone stand for two at most
        ("Trang chủ\nLiên hệ\n--", True),
        ("Mưa to\n--\n**\n++\n>>", False),
        ("Trang chủ\n--\n   ", False),
        ("1 2 3 4 5\nTrang 2/5\nLiên hệ", True),
        ("1 2 3\nTrang 25\nLiên hệ\nTrang chủ", False),
        ("Mưa © 2020", True),
        ("all rights reserved", True),
        ("view count", True),
        ("no image", True),
        ("[sửa mã nguồn]", True),
        ("ghi rõ nguồn", True),
        ("WhatsApp", True),
        ("Powered by", True),
        ("số 12/GP-BC", True),
        ("sẽ không được hiển thị công khai", True),
        ("trong trình duyệt này", True),
        ("là người đầu tiên bình luận", True),
        ("Mưa to gió lớn về qua bến", False),
    ],
)
def test_what_asks_for_a_closer_look(text: str, *, marked: bool) -> None:
    assert triage(TextState(text)).marked == marked


@pytest.mark.parametrize(
    "line",
    [
        "Trang chủ", "  * Trang chủ", "1. Trang chủ", "12) Trang chủ", "📷 Trang chủ", "→ Trang chủ",
        "[Trang chủ]", "TRANG CHỦ:",
        "Trang chủ" + 200 * " ", "Tin liên quan về lúa " + 138 * "x",
    ],
)  # fmt: skip
def test_lines_that_speak(line: str) -> None:
    found = triage(TextState(f"Mưa to\n{line}\nGió bấc"))
    assert found.rows == [1]
    assert not found.clean
    assert found.lines == {line.strip() if len(line) >= 160 else line}


@pytest.mark.parametrize(
    "line", ["Trang chủ đẹp", "123. Trang chủ", "Mưa to", "Tin liên quan về lúa " + 139 * "x", "", "   "]
)
def test_lines_that_do_not(line: str) -> None:
    found = triage(TextState(f"Mưa to\n{line}\nGió bấc"))
    assert (found.rows, found.clean) == ([], True)
