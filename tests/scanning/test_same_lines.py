"""Lines that say the same are found by the compiled kernel as without it."""

from __future__ import annotations

import random

import pytest

from vntextclean.lm import kernel
from vntextclean.scanning.same_lines import same_lines

compiled = pytest.mark.skipif(kernel.native is None, reason="no kernel was compiled here")
PIECES = (
    "a",
    "ệ",
    "đò",
    " ",
    "  ",
    "\t",
    "\u00a0",
    "\u3000",
    "\u200b",
    "\x1c",
    "\r",
    "\n",
    "\n",
    "\n",
    "\n",
    "\n",
    "\U0001f30a",
    "\ud800",
)


@pytest.mark.parametrize(
    ("text", "least", "rows"),
    [
        ("", 1, []),
        ("\n\n", 0, []),
        ("Đò\nđò\n Đò", 2, [0, 2]),
        ("Đò đầy\nĐò\u00a0đầy\t\nĐò", 6, [0, 1]),
        ("Đò đầy\nĐò đầy", 7, []),
        ("Đòđầy\nĐò đầy", 1, []),
    ],
)
def test_white_space_counts_for_nothing_but_the_ends_of_words(text: str, least: int, rows: list[int]) -> None:
    assert same_lines(text, least) == rows


@compiled
def test_the_kernel_finds_what_is_found_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    chance, several = random.Random(5), 0
    for _ in range(300):
        text = "".join(chance.choices(PIECES, k=chance.randrange(200)))
        least = chance.randrange(4)
        found = same_lines(text, least)
        with monkeypatch.context() as patch:
            patch.setattr(kernel, "native", None)
            assert same_lines(text, least) == found
        several += len(found) > 2
    assert several > 50


@compiled
def test_the_kernel_refuses_what_is_no_text_or_no_table() -> None:
    for wrong in ((b"a", bytes(0x10000), 1), ("a", bytes(7), 1), ("a", bytes(0x10000), None), ("a", bytes(0x10000))):
        with pytest.raises((TypeError, ValueError)):
            kernel.native.same_lines(*wrong)
