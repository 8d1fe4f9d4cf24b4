"""The compiled kernel cuts a page into blocks and finds its article as numpy does, and refuses what is no page."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from tests.filters.boilerplate.pages import PROSE, pages
from tests.native.recorded import Recorder
from vntextclean.filters.boilerplate.content.article import find_article
from vntextclean.filters.boilerplate.reading.blocks import Blocks, blocks_of
from vntextclean.filters.boilerplate.reading.page import read
from vntextclean.lm import kernel

compiled = pytest.mark.skipif(kernel.native is None, reason="no kernel was compiled here")

#: Pages whose lines are wrapped at one width, and one whose article has a headline and a block of code.
WRAPPED = "\n".join("".join(PROSE)[at : at + 80] for at in range(0, 320, 80))
ARTICLE = "\n".join(
    ("Trang chủ", PROSE[0], "Chợ phiên bản ta họp lại", *PROSE, *("x = 3;", "});") * 3, *PROSE, "Liên hệ")
)
TEXTS = (*pages(80, seed=23), WRAPPED + "\n" + WRAPPED, ARTICLE)


@compiled
def test_the_kernel_cuts_a_page_as_numpy_does(monkeypatch: pytest.MonkeyPatch) -> None:
    for text in TEXTS:
        page = read(text)
        if not len(page):
            continue
        found = blocks_of(page)
        with monkeypatch.context() as patch:
            patch.setattr(kernel, "native", None)
            wanted = blocks_of(page)
        for name in found._fields[:-1]:
            own, other = (getattr(each, name) for each in (found, wanted))
            if isinstance(own, Blocks):
                assert np.array_equal(own.starts, other.starts), name
                assert np.array_equal(own.sizes, other.sizes), name
            else:
                assert own.dtype == other.dtype, name
                assert np.array_equal(own, other), name
        rows = [list(zip(*(each.tolist() for each in rare), strict=True)) for rare in (found.rare, wanted.rare)]
        assert sorted(rows[0], key=lambda row: row[0]) == rows[1]


@compiled
def test_the_kernel_finds_the_article_that_numpy_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = np.random.default_rng(3)
    articles = headlines = spared = 0
    for text in TEXTS:
        page = read(text)
        if not len(page):
            continue
        blocks = blocks_of(page)
        for shift in (-1, 2):
            odds = (chance.normal(size=len(page)) * 2 + shift).astype(np.float32)
            others = chance.random(len(page)) < 0.1
            found = find_article(page, blocks, odds, 1.6, others)
            with monkeypatch.context() as patch:
                patch.setattr(kernel, "native", None)
                wanted = find_article(page, blocks, odds, 1.6, others)
            assert all(map(np.array_equal, found, wanted))
            articles += int(found.kept.any())
            headlines += int((found.kept & ~blocks.prose & ~page.code).any())
            spared += int(found.spared.any())
    assert min(articles, headlines, spared) > 0


def _given(monkeypatch: pytest.MonkeyPatch) -> dict[str, tuple[Any, ...]]:
    """What each function of the kernel was given last while a page was cut and its article was looked for."""
    recorder = Recorder(kernel.native)
    page = read(f"{ARTICLE}\n{WRAPPED}")
    with monkeypatch.context() as patch:
        patch.setattr(kernel, "native", recorder)
        find_article(page, blocks_of(page), np.zeros(len(page), np.float32), 1.6, np.zeros(len(page), bool))
    return {name: calls[-1].arguments for name, calls in recorder.calls.items()}


@compiled
@pytest.mark.parametrize("name", ["page_blocks", "article"])
def test_the_kernel_refuses_what_is_no_page(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    native = kernel.native
    given = _given(monkeypatch)[name]
    function = getattr(native, name)
    function(*given)
    for at, argument in enumerate(given):
        wrong: list[Any] = [None]
        if isinstance(argument, np.ndarray):
            wrong += [argument.reshape(-1)[:-1].copy(), argument.astype(np.complex128)]
        if isinstance(argument, tuple):
            wrong += [argument[:-1], (*argument, None), list(argument)[:-1]]
            wrong += [(*argument[:n], None, *argument[n + 1 :]) for n in range(len(argument))]
            wrong += [
                (*argument[:n], each.reshape(-1)[:-1].copy(), *argument[n + 1 :]) for n, each in enumerate(argument)
            ]
        for each in wrong:
            with pytest.raises((TypeError, ValueError, BufferError)):
                function(*given[:at], each, *given[at + 1 :])


@compiled
def test_the_kernel_refuses_numbers_of_lines_and_leads_that_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    native = kernel.native
    recorded = _given(monkeypatch)
    for name, at, number in (
        ("page_blocks", 0, 3),  # which lead
        ("page_blocks", 0, 9),  # the first character
        ("article", 0, 0),  # the paragraph
        ("article", 2, 1),  # the line of a word
        ("article", 3, 1),  # the line and the paragraph of a rare one
        ("article", 3, 2),
    ):
        given = recorded[name]
        arrays = given[at]
        far = arrays[number] + arrays[number].dtype.type(1 << 20)
        for wrong in (far, arrays[number] * 0 - 1 if arrays[number].dtype == np.int64 else far):
            spoilt = (*arrays[:number], wrong, *arrays[number + 1 :])
            with pytest.raises(ValueError, match="do not fit"):
                getattr(native, name)(*given[:at], spoilt, *given[at + 1 :])
    words = recorded["article"][2]
    backwards = words[0], words[1][::-1].copy(), words[2]
    with pytest.raises(ValueError, match="do not fit"):
        native.article(*recorded["article"][:2], backwards, *recorded["article"][3:])
    asked, text, *rest = recorded["page_blocks"]
    with pytest.raises(ValueError, match="do not fit"):
        native.page_blocks(asked, text + "\nMưa", *rest)
