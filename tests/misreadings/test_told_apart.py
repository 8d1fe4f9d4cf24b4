"""Tables that show the same letters are told apart by the control characters between these."""

from __future__ import annotations

from itertools import pairwise

import pytest

from vntextclean.misreadings.tables.code_pages import views
from vntextclean.pipeline import Pipeline

LINES = (
    "CHUYỆN TỤNG NIỆM HÀNG NGÀY",
    "Bà học toán ở đại học Seikei (成蹊大学) rồi về làng.",
)


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("page", ["iso8859-15", "cp1252", "latin-1"])
@pytest.mark.parametrize("times", [1, 2])
def test_a_single_line_is_read_by_the_table_that_made_it(line: str, page: str, times: int) -> None:
    seen = line
    for _ in range(times):
        seen = "".join(views(page)[byte] for byte in seen.encode())
    assert seen != line
    assert Pipeline.from_preset("lossless").run(seen).text == line


def test_where_nothing_tells_them_apart_the_word_stays() -> None:
    """By Windows-1252 it is "TỀNG", by ISO-8859-15 "TỤNG"."""
    seen = "TẤT CẢ TỤNG".encode().decode("iso8859-15")
    assert "\x80" not in seen
    assert Pipeline.from_preset("lossless").run(seen).text.split()[2] in (seen.split()[2], "TỤNG")


def test_a_word_of_a_later_round_stands_for_its_parts() -> None:
    """By code page 437 one reading makes signs of the first letters, and a second one the words: once an error."""
    seen = "tΓö£├│m lΓö£├í lΓö£Γòíi"
    lines = ["điều này ai cũng biết", "lục tìm mãi không thấy"]
    twice = lines
    for _ in range(2):
        twice = ["".join(views("cp437")[byte] for byte in line.encode()) for line in twice]
    cleaned = Pipeline.from_preset("lossless").run("\n".join([seen, *twice]))
    assert cleaned.text.split("\n")[1:] == lines
    assert all(one.end <= other.start for one, other in pairwise(cleaned.changes))
