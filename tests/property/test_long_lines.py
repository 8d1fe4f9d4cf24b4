"""The laws of cleaning on long lines: letter-spaced words, pieces, bare phrases and run-ons, many on one line."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from vntextclean import Pipeline
from vntextclean.changes import apply

SOUND = (
    "Ủy ban nhân dân xã đã họp bàn về công tác dân vận", "bà con phấn khởi vào vụ gặt", "năm 2021",
    "ông Nguyễn Văn Hòa", "cho biết như vậy.", "giá 1.500 đồng", "A B C D", "chị N ở xã bên", "200 kílômét", "Lớp 12A1",
)  # fmt: skip
LETTER_SPACED = (
    "V i ệ t N a m", "T h ô n g b á o", "Đ ộ c l ậ p - T ự d o", "Q U Y Ế T Đ Ị N H", "n g à y 2 6 t h á n g 0 2",
    "t h e o đ ề n g h ị c ủ a", "a b c",
)  # fmt: skip
BROKEN = ("S Ử D Ụ NG D Ị CH V Ụ", "th ực hi ện", "quy ế t đ ị nh xây tr ư ờ ng", "luậ ận n v văn ăn", "t ừ", "ch ủ")
BARE = ("chung toi se tiep tuc ho tro", "cac em hoc sinh", "thực hiện túc việc tiếp công dân", "thựchiện", "dân vn")
BLANKS = (" ", "  ", "\t", ", ", ". ", "", "\u00a0")

pieces = st.lists(
    st.tuples(st.sampled_from(SOUND + LETTER_SPACED + BROKEN + BARE), st.sampled_from(BLANKS)), min_size=1, max_size=8
).map(lambda parts: "".join(map("".join, parts)))
#: Lines of 500 to 4 000 characters: a few pieces, repeated, so that many stretches share a line.
long_lines = st.builds(lambda text, size: (text * (size // len(text) + 1))[:size], pieces, st.integers(500, 4000))
documents = st.lists(long_lines | pieces, min_size=1, max_size=3).map("\n".join)
slow = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
TWO_OF_A_LINE = "Ủy ban nhân dân xã đã họp. " * 10 + "V i ệ t N a m và rồi T h ô n g b á o nhé. "


@cache
def pipeline(preset: str) -> Pipeline:
    return Pipeline.from_preset(preset)


@pytest.mark.parametrize("preset", ["web", "ocr"])
@slow
@example(TWO_OF_A_LINE)
@example(TWO_OF_A_LINE * 8)
@example("T h ô n g b á o k ế t q u ả " * 60)
@given(documents)
def test_the_laws_hold_on_long_lines(preset: str, text: str) -> None:
    """No filter breaks its contract, the changes are disjoint and effective, and they give the text."""
    cleaned = pipeline(preset).run(text)
    assert apply(text, (change[:3] for change in cleaned.changes)) == cleaned.text
    assert all(one.end <= two.start for one, two in pairwise(cleaned.changes))
    assert all(text[change.start : change.end] != change.after for change in cleaned.changes)
