"""One damaged word by itself: what is read, and what must stay."""

from __future__ import annotations

import pytest

from tests.misreadings.test_law import cleaner, seen


@pytest.mark.parametrize("page", ["cp1258", "cp1250", "iso8859-2", "mac-roman", "cp437", "cp850", "cp1251"])
@pytest.mark.parametrize("cell", ["Ghi chú", "bán", "Quê quán"])
def test_a_cell_with_short_letters_is_read(page: str, cell: str) -> None:
    assert cleaner("lossless").run(seen(cell, page)).text == cell


@pytest.mark.parametrize(
    "text", ["(-1/2)! = √π", "x√π", "2√∫", "h. √π = 1,77", "“ĐÃ”", "Chợ “LÃ”", "Windows® 11", "10 µm", "ϕ√∂"]
)
def test_symbols_and_quotation_marks_stay(text: str) -> None:
    assert cleaner("lossless").run(text).text == text


@pytest.mark.parametrize("page", ["cp1258", "cp1250", "iso8859-2", "mac-roman", "cp1251"])
def test_a_cell_read_wrongly_twice_is_read_whole_or_not_at_all(page: str) -> None:
    damaged = seen(seen("Ghi chú", page), page)
    assert cleaner("lossless").run(damaged).text in ("Ghi chú", damaged)


@pytest.mark.parametrize("heading", ["ĐỘC LẬP – TỰ DO – HẠNH PHÚC", "ĐẠI HỌC SƯ PHẠM", "SƠN LA ĐƠN VỊ DẪN ĐẦU"])
def test_the_lost_space_in_a_capital_comes_back(heading: str) -> None:
    assert cleaner("lossless").run(seen(heading, "cp1252").replace("\u00a0", " ")).text == heading


def test_text_made_lower_case_is_read_in_lower_case() -> None:
    text = "“CHÚNG TÔI ĐÃ TỰ LÀM”, BÀ NÓI.\nNghĩa địa ở xã bên."
    assert cleaner("lossless").run(seen(text, "cp1252").lower()).text == text.lower()


def test_text_made_upper_case_is_read_in_upper_case() -> None:
    text = "Chợ đã đông từ sáng, bà con kể.\nTrời còn mưa to ở bến."
    assert cleaner("lossless").run(seen(text, "cp1252").upper()).text == text.upper()
