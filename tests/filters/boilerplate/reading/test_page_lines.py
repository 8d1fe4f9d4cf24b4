"""Lines are cut, numbered and passed over by the compiled kernel as without it, and it refuses what does not fit."""

from __future__ import annotations

import random

import numpy as np
import pytest

from tests.filters.boilerplate.pages import pages
from vntextclean.filters.boilerplate.features.line_features import repeats
from vntextclean.filters.boilerplate.reading.page import different
from vntextclean.filters.boilerplate.reading.triage import triage
from vntextclean.filters.boilerplate.text.page_lines import page_lines
from vntextclean.filters.boilerplate.text.residue import flattened
from vntextclean.lm import kernel
from vntextclean.text_state import TextState

compiled = pytest.mark.skipif(kernel.native is None, reason="no kernel was compiled here")

#: What stands before and behind words, digits of other scripts among it, and pieces of phrases.
PIECES = (
    *" \t\r\u00a0\u2003\u200b*+|>#_~-–•·►»§.)([]«‹©", "1", "12", "1234", "a", "đ", "IV", "XXIII", "1. ", "b) ",
    "\u0665", "\uff11", "\U0001d7d9", "Trang chủ", "TRANG CHỦ", "Liên hệ", "liên h", "Tin liên quan", "Trang 2/5",
    "Về trang ", "İ", "Σ", "ẢNH", "Chia sẻ:", "Mưa to", "](", "[1]", "🌊", "\ud800", "^", "x" * 150,
)  # fmt: skip


def made_texts(count: int, seed: int) -> list[str]:
    chance = random.Random(seed)
    lines = ["".join(chance.choices(PIECES, k=chance.randrange(6))) for _ in range(40 * count)]
    return ["\n".join(lines[at : at + 40]) for at in range(0, len(lines), 40)]


@compiled
def test_the_kernel_cuts_lines_as_patterns_do(monkeypatch: pytest.MonkeyPatch) -> None:
    for text in (*made_texts(60, 1), *pages(40, seed=21), "", "\n", "a", "\n\nb"):
        for flat in (text, flattened(text)):
            found = page_lines(text, flat)
            with monkeypatch.context() as patch:
                patch.setattr(kernel, "native", None)
                wanted = page_lines(text, flat)
            assert (found.leads, found.texts) == (wanted.leads, wanted.texts)
            assert all(map(np.array_equal, found, wanted))


@compiled
def test_the_kernel_passes_over_no_line_that_speaks_of_furniture(monkeypatch: pytest.MonkeyPatch) -> None:
    speaking = 0
    for text in (*made_texts(100, 2), *pages(60, seed=22)):
        found = triage(TextState(text))
        with monkeypatch.context() as patch:
            patch.setattr(kernel, "native", None)
            assert triage(TextState(text)) == found
        speaking += len(found.lines)
    assert speaking > 300


@compiled
def test_the_kernel_finds_the_repeats_that_are_found_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(3)
    for size in (1, 2, 7, 40, 300):
        for kinds in (1, 2, 5, 50):
            lines = [str(chance.randrange(kinds)) for _ in range(size)]
            lines += lines[: size // 2] + [str(chance.randrange(kinds)) for _ in range(size // 3)]
            same = different(lines)[1]
            found = repeats(same)
            with monkeypatch.context() as patch:
                patch.setattr(kernel, "native", None)
                assert np.array_equal(found, repeats(same))


@compiled
def test_the_kernel_refuses_lines_and_words_that_do_not_fit() -> None:
    native, table = kernel.native, bytes(0x10000)
    numbers = np.zeros(3, np.int64)
    keys, common, paragraphs = np.arange(3, dtype=np.uint64), np.zeros(3, bool), np.ones(3, np.int64)
    for refused in (
        lambda: native.page_lines("a\nb", "a", table),
        lambda: native.page_lines("a", "a\nb", table),
        lambda: native.page_lines("a", "a", table[:-1]),
        lambda: native.line_repeats(numbers + 3, np.zeros((4, 3), np.float32)),
        lambda: native.line_repeats(numbers - 1, np.zeros((4, 3), np.float32)),
        lambda: native.line_repeats(numbers, np.zeros((4, 2), np.float32)),
        lambda: native.rare_words(keys, common, numbers + 3, paragraphs),
        lambda: native.rare_words(keys, common, numbers - 1, paragraphs),
        lambda: native.rare_words(keys, common[:-1].copy(), numbers, paragraphs),
        lambda: native.triage_lines("a", table, np.zeros(0x10000, np.uint32), bytes(1 << 17), 160, 30),
    ):
        with pytest.raises(ValueError, match=r"fit|as many lines|size"):
            refused()
