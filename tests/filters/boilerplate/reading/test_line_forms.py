"""Lines that are furniture by their form: the table is tried in two parts, and says what it says as a whole."""

from __future__ import annotations

import re

import pytest

from vntextclean.filters.boilerplate.reading.line_forms import NUMBER, PATTERNS, kind_by_form

WHOLE = re.compile("|".join(f"(?:{pattern})(?P<p{index}>)" for index, (_, pattern) in enumerate(PATTERNS)))


@pytest.mark.parametrize(
    "line",
    [
        "Lượt xem: 443",
        "Đăng bởi ban biên tập | View count: 1.204",
        "© 2020 Hợp tác xã Bến Đò. All rights reserved.",  # two patterns fit: one begins it, the other stands anywhere
        "Copyright 2019 Chợ quê. Mọi quyền được bảo lưu",
        "Giấy phép số 12/GP-TTĐT. Tất cả các quyền được bảo lưu.",
        "View count: 12",
        "Mọi quyền lợi của bà con được bảo lưu khi chuyển hộ khẩu.",
        "Chia sẻ: Facebook Zalo Email",
        "Trang 2/5",
        "Đường về bản Pá Khoang",
        "",
    ],
)
def test_the_first_pattern_of_the_table_that_fits_tells_the_kind(line: str) -> None:
    found = WHOLE.fullmatch(line.strip().lower())
    expected = -1 if found is None else NUMBER[PATTERNS[int((found.lastgroup or "p0")[1:])][0]]
    assert kind_by_form(line) == expected
