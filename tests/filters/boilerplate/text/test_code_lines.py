"""Each way in which a line is known for code, and what lacks a part of it."""

from __future__ import annotations

import pytest

from vntextclean.filters.boilerplate.reading.page import read
from vntextclean.filters.boilerplate.text.code import code_lines

YES = (
    "import {dem} from", "from den import dem", "def dem(so):", "class Den:", "class Den {", "function dem",
    "var dem", "const dem",
    "let so = 3", "return so;", "public void", "private void", "#include <den>", "sudo apt", "npm i den", "pip i den",
    "git push", "cd /den", "cd ~", "$ ls den", "<?php den", "<div den", "</div>", "// đếm sao", "/* đếm */",
    "@den(so)",
    "SELECT so", "]", "[],", "})", "  def dem(so):", "dem so {", "dem so }", "dem so;", "den->so", "den::so",
    "so && sao",
    "so == 3 ơi", "so => 3 ơi", "den.so = 3;", "so=3", "goi dem()", "goi dem(so); roi", '"so": 3', "'so'", "'so',",
    "$", "a::", ".", ",", "&&", "});", "!",
)  # fmt: skip
NO = (
    "importance", "import -", "from den", "def dem", "class Den", "lettuce 3", "returns so", "cd -", "Mưa to",
    "Tin = bài viết mới",
    "goi dem(so mot); roi", "goi dem(so)", "dem so", "'so mot'", '"so" 3', ".....", "đếm sao", "so & sao", "so > 3",
    "(hai tấm)", "[1] Sổ đo", "Hỏi: đáp",
)  # fmt: skip


@pytest.mark.parametrize("line", YES)
def test_code(line: str) -> None:
    assert code_lines([line]).tolist() == [True]


@pytest.mark.parametrize("line", NO)
def test_no_code(line: str) -> None:
    assert code_lines([line]).tolist() == [False]


def test_a_page_looks_at_the_same_lines() -> None:
    lines = [line for line in (*YES, *NO) if read(line).texts == [line]]
    assert len(lines) > 50
    assert read("\n".join(lines)).code.tolist() == code_lines(lines).tolist()
