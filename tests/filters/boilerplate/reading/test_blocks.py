"""Where the blocks of a page begin, by the kernel and by numpy: each condition on both sides of its border."""

from __future__ import annotations

import numpy as np
import pytest

from vntextclean.filters.boilerplate.reading.blocks import (
    Blocks,
    PageBlocks,
    blocks_of,
    main_text,
    shape_codes,
    span_of,
)
from vntextclean.filters.boilerplate.reading.page import read
from vntextclean.filters.boilerplate.text.shapes import SHAPES
from vntextclean.lm import kernel


@pytest.fixture(params=["kernel", "numpy"], autouse=True)
def either(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same by the compiled kernel and without it."""
    if request.param == "numpy":
        monkeypatch.setattr(kernel, "native", None)


def of(*lines: str) -> PageBlocks:
    """The blocks of a page of these lines."""
    return blocks_of(read("\n".join(lines)))


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("Nước lên chậm hơn mọi năm", "ghe hàng phải neo lại", True),
        ("Nước lên chậm hơn mọi năm.", "ghe hàng phải neo lại", False),
        ("Nước lên chậm hơn mọi năm:", "ghe hàng phải neo lại", False),
        ("Nước lên chậm hơn mọi năm…", "ghe hàng phải neo lại", False),
        ("Nước lên chậm hơn mọi năm,", "ghe hàng phải neo lại", True),
        ("Nước lên chậm hơn mọi năm", "Ghe hàng phải neo lại", False),
        ("Nước lên chậm hơn mọi năm", "đò ngang phải neo lại", True),
        ("Nước lên chậm hơn mọi năm", "Đò ngang phải neo lại", False),
        ("Nước lên chậm hơn mọi năm", "7 chiếc ghe neo lại", False),
        ("Nước lên chậm hơn mọi năm", ", ghe hàng phải neo lại", True),
        ("Nước lên chậm hơn mọi năm", ") ghe hàng phải neo lại", True),
        ("Nước lên chậm hơn mọi năm", "“ghe hàng” phải neo lại", True),
        ("Nước lên chậm hơn mọi năm", "* ghe hàng phải neo lại", False),  # an entry of a list
        ("Nước lên chậm hơn mọi năm", "  ghe hàng phải neo lại", True),
        ("Nước lên chậm hơn mọi năm", "\nghe hàng phải neo lại", False),  # a blank line
        ("Nước lên chậm hơn mọi năm.", ", ghe hàng phải neo lại", False),
    ],
)
def test_a_paragraph_goes_on_small_or_with_a_mark(above: str, below: str, *, joined: bool) -> None:
    found = of("Liên hệ.", above, below, "Góp ý")
    assert found.paragraphs.sizes.tolist() == ([1, 2, 1] if joined else [1, 1, 1, 1])
    assert found.number.tolist() == ([1, 2, 2, 3] if joined else [1, 2, 3, 4])
    assert of(above, below).paragraphs.sizes.tolist() == ([2] if joined else [1, 1])


def row(size: int, first: str = "Ghe") -> str:
    """A row of so many characters that ends as a sentence does."""
    return f"{first} {'nghe hàng ' * 30}"[: size - 1].rstrip().ljust(size - 1, "o") + "."


@pytest.mark.parametrize(
    ("rows", "sizes"),
    [
        ([row(60)] * 6, [6]),  # rows of one width are wrapped, whatever they end in
        ([row(60)] * 5, [1] * 5),  # too few of them
        ([row(60)] * 5 + [row(50)], [6]),
        ([row(60)] * 6 + [row(49), row(60)], [7, 1]),  # too short for a row
        ([row(60)] * 6 + [row(52), row(60, "Nghiên")], [7, 1]),  # the first word would have found room
        ([row(60)] * 6 + [row(52), row(60, "Nghiêng")], [8]),
        ([row(60)] * 6 + [row(50), row(60, "Nghiêngng")], [8]),
        ([row(60)] * 6 + [row(49), row(60, "Nghiêngngngh")], [7, 1]),
        ([row(60)] * 5 + [row(49)], [1] * 6),
        ([row(60)] * 6 + ["* " + row(60), row(60)], [6, 2]),  # an entry of a list
        ([row(60)] * 6 + ["\n" + row(60), row(60)], [6, 2]),
        ([row(100)] * 3 + [row(60)] * 7, [4, *[1] * 6]),  # three of ten
        ([row(100)] * 2 + [row(60)] * 8, [1] * 10),
        ([row(100), row(85), row(85)] + [row(60)] * 7, [2, *[1] * 8]),
        ([row(100), row(84), row(84)] + [row(60)] * 7, [1] * 10),
        ([row(241)] * 6, [1] * 6),
        ([row(240)] * 6, [6]),
        (["    " + row(56)] * 6, [6]),  # the indent counts
        (["    " + row(46)] * 5 + [row(60)], [1] * 6),
    ],
)
def test_rows_of_one_width_are_a_paragraph(rows: list[str], sizes: list[int]) -> None:
    assert of(*rows).paragraphs.sizes.tolist() == sizes


SAID = "Bến Sa Hạ nghỉ từ mùng một tới hết mùng ba Tết, ai cần qua sông xin gọi bác Pọm ở đầu bến."


@pytest.mark.parametrize(
    ("line", "prose"),
    [
        (SAID, True),
        (SAID[4:], False),
        (SAID[1:] + "!", True),
        (SAID.replace(",", "").replace(".", "") + " ấy", False),  # neither stop nor comma
        (SAID.replace(",", "") + " ấy", True),
        (SAID.replace(".", "") + " ấy", True),
        ("Sông Hồng, " * 9, False),  # no common words
    ],
)
def test_prose_is_long_has_common_words_and_a_mark(line: str, *, prose: bool) -> None:
    assert of("Liên hệ.", line, "Góp ý").prose.tolist() == [False, prose, False]


def test_prose_may_be_wrapped() -> None:
    found = of("Liên hệ.", SAID[:40].strip(), SAID[40:].strip(), "Góp ý")
    assert found.length.tolist() == [8, 89, 89, 5]
    found = of("Liên hệ.", SAID[:40].strip(), SAID[40:].strip() + "!", "Góp ý")
    assert (found.length.tolist(), found.prose.tolist()) == ([8, 90, 90, 5], [False, True, True, False])


def test_blocks_of_each_kind_begin_where_something_changes() -> None:
    found = of("Liên hệ.", "x" * 69, "X" * 70, "* Mưa to", "* Gió bấc", "# Chợ phiên", "\nMưa to", "Gió bấc")
    assert found.short.tolist() == [True, True, False, *[True] * 5]
    assert found.runs.starts.tolist() == [0, 2, 3]
    assert found.lists.starts.tolist() == [0, 2, 3, 5, 6]
    assert found.gaps.starts.tolist() == [0, 6]
    assert found.sections.starts.tolist() == [0, 5]


def test_what_is_asked_of_stretches() -> None:
    values = np.array([4.0, 2.0, 9.0, 1.0, 5.0])
    for opens in ([True, False, True, False, False], [False, False, True, False, False]):
        blocks = Blocks(np.array(opens))
        assert (blocks.starts.tolist(), blocks.sizes.tolist()) == ([0, 2], [2, 3])
        assert blocks.sums(values).tolist() == [6, 6, 15, 15, 15]
        assert blocks.means(values).tolist() == [3, 3, 5, 5, 5]
        assert blocks.most(values).tolist() == [4, 4, 9, 9, 9]
        assert blocks.least(values).tolist() == [2, 2, 1, 1, 1]
        rows = np.stack([values, -values])
        assert blocks.sums(rows)[1].tolist() == [-6, -6, -15, -15, -15]
        assert blocks.least(rows)[1].tolist() == [-4, -4, -9, -9, -9]
    assert Blocks(np.zeros(3, bool)).starts.tolist() == [0]


@pytest.mark.parametrize(
    ("weights", "span"),
    [
        ([1, 2, 3], (0, 3)),
        ([-1, 5], (1, 2)),
        ([5, -6, 5.5], (2, 3)),
        ([5, -4, 5], (0, 3)),
        ([-1, -2], (0, 0)),
        ([3, -9], (0, 1)),
    ],
)
def test_the_span_that_weighs_most(weights: list[float], span: tuple[int, int]) -> None:
    assert span_of(np.array(weights, np.float32)) == span


def test_the_main_text_goes_over_lines_that_cost_less_than_the_prose_behind_them() -> None:
    page = read(f"Mưa to\n\n{SAID}\n\nGió bấc\n\nMưa to\n\n{SAID}\n\nGió bấc")
    words = int(page.words.per_line[1])
    assert main_text(page, blocks_of(page), (words - 1) / 2) == (1, 5)
    assert main_text(page, blocks_of(page), (words + 1) / 2) == (1, 2)
    long = " ".join(2 * [SAID])
    page = read(f"{long}\n\nGió bấc\n\n{long}")
    assert main_text(page, blocks_of(page), 39) == (0, 3)
    assert main_text(page, blocks_of(page), 41) == (0, 1)  # forty words of a line at most


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("x" * 12, 0),
        ("x" * 13, 1 * 96),
        ("x" * 31, 2 * 96),
        ("x" * 61, 3 * 96),
        ("x" * 111, 4 * 96),
        ("x" * 201, 5 * 96),
        ("Mưa to.", 1 * 32),
        ("Mưa to:", 2 * 32),
        ("MƯA TO", 16),
        ("M, 1", 2 * (SHAPES.index("count") + 1)),
        ("Mưa TO", 0),
        ("12/3/2019", 2 * (SHAPES.index("date") + 1)),
        ("6:30", 2 * (SHAPES.index("clock") + 1)),
        ("1 | 2 | 3", 2 * (SHAPES.index("pager") + 1)),
        (SAID, 3 * 96 + 32 + 1),
    ],
)
def test_the_shape_of_a_line_is_a_number(line: str, code: int) -> None:
    page = read(line)
    assert shape_codes(page, blocks_of(page)).tolist() == [code]
