"""The kernel says the same as numpy of the place of a line and of what people write in posts."""

from __future__ import annotations

import numpy as np
import pytest

from tests.filters.boilerplate.pages import pages
from vntextclean.filters.boilerplate.content.article import talk
from vntextclean.filters.boilerplate.deciding.place import by_place
from vntextclean.filters.boilerplate.reading.blocks import blocks_of
from vntextclean.filters.boilerplate.reading.page import read
from vntextclean.lm import kernel

pytestmark = pytest.mark.skipif(kernel.native is None, reason="no kernel was compiled here")

#: Log-odds of pages: of all kinds, hardly any doubtful, nearly all doubtful, furniture throughout.
MEANS = ((0.0, 3.0), (-4.0, 1.0), (0.5, 0.7), (4.0, 2.0))


def test_the_kernel_places_lines_as_numpy_does(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = np.random.default_rng(23)
    for number, text in enumerate(pages(120, seed=23)):
        page = read(text)
        mean, spread = MEANS[number % len(MEANS)]
        odds = chance.normal(mean, spread, len(page)).astype(np.float32)
        for main in (np.zeros(len(page), bool), chance.random(len(page)) < 0.1):
            found = by_place(page, odds, main)
            with monkeypatch.context() as patch:
                patch.setattr(kernel, "native", None)
                assert by_place(page, odds, main).tolist() == found.tolist()


def test_the_kernel_finds_the_talk_that_numpy_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    chance, said = np.random.default_rng(29), 0
    for text in pages(120, seed=29):
        page = read(text)
        blocks = blocks_of(page)
        odds = chance.normal(1.0, 2.0, len(page)).astype(np.float32)
        found = talk(page, blocks, odds, 1.6)
        said += int(found.sum())
        with monkeypatch.context() as patch:
            patch.setattr(kernel, "native", None)
            assert talk(page, blocks, odds, 1.6).tolist() == found.tolist()
    assert said > 100


def test_the_kernel_refuses_lines_that_do_not_fit() -> None:
    odds, marks, numbers, shares = np.zeros(3, np.float32), np.zeros(3, bool), np.zeros(14, np.float32), np.zeros(2)
    good = (odds, odds), (marks,) * 4, numbers, shares, False, odds.copy()
    kernel.native.line_places(*good)
    for at, wrong in ((0, (odds, odds[:2])), (0, (odds,)), (1, (marks,) * 3), (1, (marks, marks, marks, marks[:2])),
                      (2, numbers[:13]), (3, np.zeros(3)), (5, odds[:2].copy())):  # fmt: skip
        with pytest.raises(ValueError, match=r"(fit|expected)"):
            kernel.native.line_places(*good[:at], wrong, *good[at + 1 :])
    whole, kinds = np.zeros(3, np.int64), np.zeros(3, np.uint8)
    arrays = whole, whole, kinds, odds, odds, odds, odds
    good_talk = arrays, (marks,) * 3, 1.6, 60, np.zeros(3, bool)
    kernel.native.line_talk(*good_talk)
    for at, wrong_talk in ((0, arrays[:6]), (0, (whole[:2], *arrays[1:])), (1, (marks,) * 2), (4, np.zeros(2, bool))):
        with pytest.raises(ValueError, match=r"(fit|expected)"):
            kernel.native.line_talk(*good_talk[:at], wrong_talk, *good_talk[at + 1 :])
