"""The compiled kernel gives the features of lines that numpy gives, to the last bit, and refuses what is no page."""

from __future__ import annotations

import random
from typing import Any

import numpy as np
import pytest

from tests.filters.boilerplate.pages import pages
from vntextclean.filters.boilerplate.features.opinion_features import COLUMNS as COLUMNS_OF_OPINIONS
from vntextclean.filters.boilerplate.features.opinion_features import opinion_features
from vntextclean.filters.boilerplate.features.page_features import COLUMNS, page_features, view
from vntextclean.filters.boilerplate.features.word_scores import BUCKETS
from vntextclean.filters.boilerplate.filter import Boilerplate
from vntextclean.filters.boilerplate.reading.blocks import blocks_of, starts_of
from vntextclean.filters.boilerplate.reading.page import Page, different_ones, only, read
from vntextclean.filters.boilerplate.text.char_classes import CLAUSE_SIGN, EDGE_SIGN
from vntextclean.filters.boilerplate.text.code import code_lines
from vntextclean.filters.boilerplate.text.line_counts import line_counts
from vntextclean.filters.boilerplate.text.word_stats import Known, pairs
from vntextclean.lm import kernel
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

#: Where the starts of stretches stand among the arrays of a page, and the kinds of phrases within lines.
STRETCHES, WITHIN = range(33, 38), 14

compiled = pytest.mark.skipif(kernel.native is None, reason="no kernel was compiled here")


@compiled
def test_the_kernel_sees_in_a_page_what_numpy_sees(monkeypatch: pytest.MonkeyPatch) -> None:
    scores = np.random.default_rng(3).integers(-40, 40, BUCKETS).astype(np.int8)
    for text in pages(150):
        page = read(text)
        if not len(page):
            continue
        blocks = blocks_of(page)
        found = page_features(page, blocks, scores)
        with monkeypatch.context() as patch:
            patch.setattr(kernel, "native", None)
            wanted = page_features(page, blocks, scores)
        assert found.shape == wanted.shape == (len(page), COLUMNS)
        assert (found != wanted).any(0).nonzero()[0].tolist() == []


@compiled
def test_the_kernel_sees_in_opinions_what_numpy_sees(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = np.random.default_rng(4)
    for text in pages(60, seed=12):
        page = read(text)
        if not len(page):
            continue
        blocks, opinions = blocks_of(page), np.tanh(chance.normal(size=(3, len(page)))).astype(np.float32)
        found = opinion_features(page, blocks, opinions)
        with monkeypatch.context() as patch:
            patch.setattr(kernel, "native", None)
            wanted = opinion_features(page, blocks, opinions)
        assert np.array_equal(found, wanted)


@compiled
def test_the_kernel_refuses_opinions_that_do_not_fit() -> None:
    page = read(max(pages(20), key=len))
    starts, opinions = starts_of(blocks_of(page)), np.zeros((2, len(page)), np.float32)
    out = np.zeros((2, COLUMNS_OF_OPINIONS, len(page)), np.float32)
    kernel.native.opinion_features(page.length, starts, opinions, out)
    for wrong in (
        (page.length[:-1].copy(), starts, opinions, out),
        (page.length, starts[:-1], opinions, out),
        (page.length, (*starts[:-1], starts[0] + 1), opinions, out),
        (page.length, (*starts[:-1], starts[0][:0]), opinions, out),
        (page.length, starts, opinions[:1].copy(), out),
        (page.length, list(starts), opinions, out),
    ):
        with pytest.raises((TypeError, ValueError)):
            kernel.native.opinion_features(*wrong)


@compiled
def test_the_kernel_takes_the_lines_away_that_numpy_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    made = Boilerplate(Settings())
    taken = 0
    for text in pages(60, seed=13):
        found = list(made.edits(TextState(text)))
        with monkeypatch.context() as patch:
            patch.setattr(kernel, "native", None)
            assert list(made.edits(TextState(text))) == found
        taken += len(found)
    assert taken > 100


def test_a_page_without_some_lines_is_read_as_what_is_left() -> None:
    chance = random.Random(6)
    for text in pages(60, seed=15):
        page = read(text)
        stays = [index for index in range(len(page)) if chance.random() < 0.6]
        if not stays:
            continue
        rows = set(page.rows.tolist()) - set(page.rows[stays].tolist())
        wanted = read("\n".join(line for row, line in enumerate(text.split("\n")) if row not in rows))
        left = only(page, stays)
        for name in set(Page._fields) - {"starts", "ends", "leads", "marks", "which", "lead", "words"}:
            assert np.array_equal(getattr(left, name), getattr(wanted, name)), name
        assert all(map(np.array_equal, left.words, wanted.words))
        assert [left.leads[each] for each in left.which] == [wanted.leads[each] for each in wanted.which]
        assert np.array_equal(left.marks[left.which], wanted.marks[wanted.which])
        alike, wanted_alike = ((each.lead[:, None] == each.lead).tolist() for each in (left, wanted))
        assert alike == wanted_alike


@compiled
def test_the_kernel_counts_in_lines_what_numpy_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    for text in pages(60, seed=14):
        found = line_counts(text.split("\n"))
        with monkeypatch.context() as patch:
            patch.setattr(kernel, "native", None)
            wanted = line_counts(text.split("\n"))
        assert all(map(np.array_equal, found[:-1], wanted[:-1]))
        assert all(map(np.array_equal, found.words, wanted.words))


#: Pieces that are signs, whole and in part, and white space that no mark at the ends of lines is.
PIECES = (
    "::", ":", "()", "(", ")", "Điều ", "iều ", "điều ", "khoản ", "hoản ", "www.", "ww.", ".vn", "vn", "http", "  ",
    " ", "\u2003", "\x0b", "a", "Mưa to", "7", "😀", "\ud800",
)  # fmt: skip


@compiled
def test_the_kernel_finds_the_signs_of_lines_that_numpy_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(16)
    lines = ["".join(chance.choices(PIECES, k=chance.randrange(5))) for _ in range(3000)]
    found = line_counts(lines)
    with monkeypatch.context() as patch:
        patch.setattr(kernel, "native", None)
        wanted = line_counts(lines)
    assert np.array_equal(found.signs, wanted.signs)
    named = ["Điều " in line or "khoản " in line for line in lines]
    assert (found.signs & CLAUSE_SIGN > 0).tolist() == named
    assert (found.signs & EDGE_SIGN > 0).tolist() == [line[:1].isspace() or line[-1:].isspace() for line in lines]


@compiled
def test_the_kernel_finds_the_known_words_that_numpy_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = np.random.default_rng(17).integers(0, 1 << 64, 400, np.uint64)
    keys[1::7] = keys[::7][: len(keys[1::7])]
    for known, with_next in ((Known(keys[::5]), False), (Known(pairs(keys)[::5]), True)):
        for asked in (keys, keys[:1], keys[:0]):
            found = known.places(asked, with_next=with_next).tolist()
            with monkeypatch.context() as patch:
                patch.setattr(kernel, "native", None)
                assert known.places(asked, with_next=with_next).tolist() == found


def test_small_letters_have_no_white_space_around() -> None:
    for text in pages(40, seed=18):
        page = read(text)
        assert page.low == [line.lower().strip() for line in page.texts]
        assert list(page.lows) == list(dict.fromkeys(page.low))
        assert [page.low[0], *page.low] == [list(page.lows)[number] for number in (0, *page.same.tolist())]
        assert different_ones(page, np.arange(len(page))) == len({line.lower() for line in page.texts})


CODE = (
    "import ", "from ve import ", "def ", "def dem(", "class ", "Class Ve:", "function", "functional", "return",
    "return x;", "let ve =", "var ", "sudo ", "SELECT ", "cd /", "cd ve", "npm ", "#include", "<b>", "$ ls", "'", '"',
    ";", "{", "->", "==", "ve()", "Sông ", "sóng ", "  ", " ",
)  # fmt: skip


def test_no_line_of_code_is_passed_over() -> None:
    chance = random.Random(19)
    lines = ["".join(chance.choices(CODE, k=chance.randrange(1, 5))) for _ in range(3000)]
    page = read("\n".join(lines))
    assert page.code.tolist() == code_lines(page.texts).tolist()
    assert 500 < page.code.sum() < len(page) - 500


class _Kept:
    """A kernel that keeps what its page_features is given."""

    given: tuple[Any, ...] = ()

    def page_features(self, *given: Any) -> None:
        self.given = given

    def line_repeats(self, *given: Any) -> None:
        pass


@compiled
def test_the_kernel_refuses_arrays_that_are_no_page(monkeypatch: pytest.MonkeyPatch) -> None:
    page = read(max(pages(20), key=len))
    blocks, kept, native = blocks_of(page), _Kept(), kernel.native
    with monkeypatch.context() as patch:
        patch.setattr(kernel, "native", kept)
        page_features(page, blocks, np.zeros(BUCKETS, np.int8))
    arrays, *rest = kept.given
    native.page_features(arrays, *rest)
    for at, array in enumerate(view(page, blocks)[:-1]):
        wrong: list[Any] = [array.astype(np.complex128), None]
        if at not in STRETCHES:  # they are as many as there are
            wrong.append(array[:-1].copy())
        if array.dtype == np.int64 and at != WITHIN:  # which is only copied
            wrong += [array + (1 << 41), array - (1 << 41)]
        for each in wrong:
            spoilt = (*arrays[:at], each, *arrays[at + 1 :])
            with pytest.raises((TypeError, ValueError, BufferError)):
                native.page_features(spoilt, *rest)
    for wrong_tuple in (arrays[:-1], (*arrays, 3), list(arrays), (*arrays[:-1], 0), (*arrays[:-1], 1000)):
        with pytest.raises((TypeError, ValueError)):
            native.page_features(wrong_tuple, *rest)
    with pytest.raises(ValueError, match="of another size"):
        native.page_features(arrays, *rest[:-1], np.zeros(5, np.float32))
