"""What goes at the beginning of lines beside paragraphs whose indent goes: a margin, and nothing of code and tables."""

from __future__ import annotations

import pytest

from vntextclean import Pipeline
from vntextclean.filters.spacing.filter import Spacing
from vntextclean.filters.spacing.margins import margins
from vntextclean.frame import Frame
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

PROSE = "Chợ quê họp từ sáng sớm, bà con trong xã gánh rau ra bán cho khách đi đường, đến trưa thì tan."


def shifts(*lines: tuple[int, str]) -> list[int | None]:
    """How many spaces go before each line (indent, rest); lines that begin with P are prose. None: not looked at."""
    rows = [" " * indent + rest for indent, rest in lines]
    found = margins("\n".join(rows), lambda _, end: "\n".join(rows).startswith("P", end))
    starts = [sum(len(row) + 1 for row in rows[:number]) for number in range(len(rows))]
    assert set(found) <= set(starts)
    return [found.get(start) for start in starts]


@pytest.mark.parametrize(
    ("lines", "gone"),
    [
        pytest.param([(8, "P"), (8, "a")], [8, 8], id="the margin"),
        pytest.param([(8, "a"), (8, "P")], [8, 8], id="a heading above"),
        pytest.param([(8, "P"), (7, "a")], [8, 7], id="less than the margin"),
        pytest.param([(8, "P"), (12, "a")], [8, 8], id="further in"),
        pytest.param([(8, "P"), (9, "a")], [8, 9], id="one space that is left goes as well"),
        pytest.param([(8, "P"), (10, "a")], [8, 8], id="two stay"),
        pytest.param([(7, "P"), (7, "a")], [7, 0], id="a first line"),
        pytest.param([(3, "P"), (8, "a")], [None, 0], id="no margin by itself"),
        pytest.param([(8, "P"), (3, "b"), (0, ""), (8, "A")], [8, None, None, 0], id="a line between parts them"),
        pytest.param([(8, "P"), (0, ""), (0, " "), (8, "a")], [8, None, None, 8], id="blank lines do not"),
        pytest.param([(20, "P"), (20, "a"), (12, "b")], [20, 12, 12], id="a block moves as a whole"),
        pytest.param([(20, "P"), (20, "a"), (0, ""), (12, "b")], [20, 20, None, 12], id="another block by itself"),
        pytest.param([(20, "P"), (0, ""), (24, "a"), (24, "P")], [20, None, 20, 24], id="the nearest before"),
        pytest.param([(20, "P"), (20, "P"), *[(0, "")] * 9, (24, "a"), (0, ""), (24, "P")],
                     [20, 20, *[None] * 9, 20, None, 24], id="the nearest of two"),
        pytest.param([(20, "P"), (20, "b"), (0, ""), (24, "a"), (24, "P")], [20, 20, None, 24, 24], id="behind"),
        pytest.param([(0, "b"), (8, "P"), (8, "a")], [None, 8, 0], id="entries of a list"),
        pytest.param([(0, "b"), (8, "a"), (8, "P")], [None, 8, 8], id="a line that reads on"),
        pytest.param([(0, "b:"), (8, "a"), (8, "P")], [None, 0, 8], id="a key"),
        pytest.param([(0, "b"), (8, "a) c"), (8, "P")], [None, 0, 8], id="the letter of an entry"),
        pytest.param([(0, "b" * 62), (8, "P"), (8, "A")], [None, 8, 8], id="a long line"),
        pytest.param([(0, "b" * 61), (8, "P"), (8, "A")], [None, 8, 0], id="one that is shorter"),
        pytest.param([(0, "b" * 62 + "."), (8, "P"), (8, "A")], [None, 8, 0], id="a long line that ends"),
        pytest.param([(0, "b"), (0, " "), (8, "P"), (8, "a")], [None, None, 8, 8], id="below a blank line"),
        pytest.param([(8, "a"), (8, "b")], [0, 0], id="no prose"),
        pytest.param([(8, "P"), (8, "x = 1;"), (8, "a")], [8, 0, 0], id="code"),
        pytest.param([(8, "P"), *[(8, "a")] * 9, (8, "x = 1;")], [8, *[8] * 10], id="one line of eleven"),
        pytest.param([(8, "P"), *[(8, "a")] * 8, (8, "x = 1;")], [8, *[0] * 9], id="one line of ten"),
        pytest.param([(8, "P"), (8, "return")], [8, 0], id="a word of code"),
        pytest.param([(8, "P"), (8, "dem(rau)")], [8, 0], id="a call"),
        pytest.param([(8, "P"), (8, '"ten": 5')], [8, 0], id="a key"),
        pytest.param([(8, "P"), (8, "</div>")], [8, 0], id="a tag"),
        pytest.param([(8, "P"), (8, "forum")], [8, 8], id="a longer word"),
        pytest.param([(8, "P"), (8, "giá = 5")], [8, 8], id="Vietnamese is no code"),
        pytest.param([(8, "P"), (8, "https://cho.example/?rau=5")], [8, 8], id="an address"),
        pytest.param([(8, "P"), (8, "cho_que@xa.example")], [8, 8], id="of mail"),
        pytest.param([(8, "P"), (8, "a  b"), (8, "c"), (0, ""), (8, "d")], [8, 0, 0, None, 8], id="a table"),
        pytest.param([(8, "P"), (8, "a\tb")], [8, 0], id="with a tab"),
        pytest.param([(8, "P"), (8, "a  ")], [8, 8], id="blanks at the end are no gap"),
        pytest.param([(8, "P  b"), (8, "a")], [8, 8], id="gaps in prose"),
    ],
)  # fmt: skip
def test_what_goes_before_each_line(lines: list[tuple[int, str]], gone: list[int | None]) -> None:
    assert shifts(*lines) == gone


def edits(text: str, frame: Frame | None = None) -> list[tuple[int, int, str]]:
    return [edit[:3] for edit in Spacing(Settings()).edits(TextState(text, frame=frame))]


def test_a_line_with_a_tab_or_another_blank_is_in_no_margin() -> None:
    for indent in ("\t" * 4, "       \t", "        \u3000"):
        text = f"        {PROSE}\n{indent}Giá rau\n        Giá cá\n"
        found = edits(text)
        assert (0, 8, "") in found
        assert not any(start == text.index("        Giá cá") for start, _, _ in found)


def test_a_structured_document_has_no_margin() -> None:
    """What its lines begin with was behind a sign that was taken away: all of it goes."""
    text = f"        {PROSE}\n            Giá rau\n"
    assert (len(PROSE) + 9, len(PROSE) + 21, "") in edits(text, Frame())
    assert (len(PROSE) + 9, len(PROSE) + 17, "") in edits(text)


@pytest.mark.parametrize("preset", ["lossless", "web", "forum", "ocr"])
def test_a_second_run_finds_nothing(preset: str) -> None:
    lines = [
        (14, "Điều 1"),
        (14, PROSE),
        (15, "- rau"),
        (18, "- cá"),
        (2, "Trang chủ"),
        (30, PROSE),
        (31, "1. gạo"),
    ]
    pipeline = Pipeline.from_preset(preset)
    for gap in ("\n", "\n\n", "\n \n"):
        once = pipeline.run(gap.join(" " * indent + rest for indent, rest in lines) + "\n").text
        assert f"\n{PROSE}" in once
        assert "\n- rau" in once
        assert pipeline.run(once).text == once
