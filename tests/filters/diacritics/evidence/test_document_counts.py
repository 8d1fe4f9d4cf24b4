"""How often a document has a doubtful word, and what it may have been beside the same neighbours."""

from __future__ import annotations

from math import log

import numpy as np
import pytest

from vntextclean.filters.diacritics.evidence import document_counts
from vntextclean.filters.diacritics.evidence.document_counts import (
    document_usages,
    is_bound_apart,
    is_collocation,
    repeated_words,
)
from vntextclean.filters.diacritics.proposing.suspects import Suspect
from vntextclean.lm import kernel
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import Scan

TEXT = "Trường mở lớp học bơi. Thầy dạy lớp học vẽ, cô dạy lớp hoc đàn. Cả Zwölf và Zwölf đều học hát, hoc múa."
NONE = np.zeros(0, np.int64), np.zeros(0, np.float32)


def suspect(token: int) -> Suspect:
    return Suspect(token, *NONE, -20.0, False, False)


def tokens(scan: Scan, word: str) -> list[int]:
    return [token for token in range(len(scan)) if scan.word(token) == word]


@pytest.fixture(params=["kernel", "numpy"])
def model(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Model:
    if request.param == "numpy":
        monkeypatch.setattr(kernel, "native", None)
    return Model.open()


def test_a_word_counts_where_it_is_not_repaired(model: Model) -> None:
    scan = model.scan(TEXT)
    found = [suspect(tokens(scan, word)[0]) for word in ("hoc", "bơi", "Zwölf")]
    assert repeated_words(scan, found, scan.lower) == [True, False, True]
    lower = scan.lower.copy()
    lower[tokens(scan, "hoc")[0]] = lower[tokens(scan, "học")[0]]
    assert repeated_words(scan, found, lower) == [False, False, True]
    assert repeated_words(scan, found * 9, lower) == [False, False, True] * 9
    lower[tokens(scan, "Zwölf")[1]] = lower[tokens(scan, "học")[0]]  # unknown words share their id
    assert repeated_words(scan, found, lower) == [False, False, False]


def test_bonds_of_another_word_are_those_that_it_has_there(model: Model) -> None:
    """A word goes with its neighbour in its clause, whether it stands there or is put in."""
    scan = model.scan("Bà con xây ngỗng nhà, dựng lều.")
    (bad,), (good,) = tokens(scan, "ngỗng"), tokens(scan, "dựng")
    meant = int(scan.lower[good])
    assert is_collocation(model, scan, bad, scan.lower, word=meant)
    assert not is_collocation(model, scan, bad, scan.lower, least=50.0, word=meant)
    assert not is_collocation(model, scan, bad, scan.lower)
    put_in = scan.lower.copy()
    put_in[bad] = meant
    assert is_collocation(model, scan, bad, put_in)
    assert is_bound_apart(model, scan, bad, int(scan.lower[bad]), put_in)
    assert not is_bound_apart(model, scan, bad, meant, put_in)


def test_usage_compares_the_rival_with_the_word_beside_the_same_neighbours(model: Model) -> None:
    scan = model.scan(TEXT)
    (first, second), meant = tokens(scan, "hoc"), int(scan.lower[tokens(scan, "học")[0]])
    assert document_usages(scan, [first, second], [meant, meant], scan.lower) == pytest.approx([log(3), 0])
    assert document_usages(scan, [second], [int(scan.lower[0])], scan.lower) == [0]
    assert document_usages(scan, [], [], scan.lower) == []


@pytest.mark.skipif(kernel.native is None, reason="it is the kernel that is compared")
def test_kernel_and_numpy_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    random, scan = np.random.default_rng(7), Model.open().scan(TEXT * 3)
    for _ in range(200):
        written = random.integers(9, 14, len(scan)).astype(np.int32)
        lower = np.where(random.random(len(scan)) < 0.2, 9, written).astype(np.int32)
        monkeypatch.setattr(scan, "lower", written)
        asked = random.integers(0, len(scan), 6).tolist()
        rivals = random.integers(9, 14, 6).tolist()
        by_kernel = document_usages(scan, asked, rivals, lower)
        with monkeypatch.context() as without:
            without.setattr(kernel, "native", None)
            assert document_usages(scan, asked, rivals, lower) == by_kernel


@pytest.mark.skipif(kernel.native is None, reason="it is the kernel that refuses")
def test_words_that_are_not_there_are_refused() -> None:
    few, marks, logs, native = np.zeros(3, np.int32), np.zeros(3, np.uint8), np.zeros(8), kernel.native
    for wrong in ([3], [-1]):
        with pytest.raises(IndexError, match="not there"):
            native.unrepaired(few, few, wrong)
        with pytest.raises(IndexError, match="not there"):
            native.usage(few, few, marks, wrong, [0], logs)
    with pytest.raises(IndexError, match="not there"):
        native.usage(few, few, marks, [0], [-5], logs)
    with pytest.raises(ValueError, match="not as many"):
        native.usage(few, few, marks, [0], [], logs)


@pytest.mark.skipif(kernel.native is None, reason="it is the kernel that is compared")
@pytest.mark.parametrize("text", ["hoc", "Bà con xây ngỗng nhà, dựng lều; mưa to. Zwölf 12 lần"])
def test_bonds_are_the_same_by_kernel_and_numpy(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    model, random = Model.open(), np.random.default_rng(5)
    scan = model.scan(text)
    for _ in range(200):
        lower = np.where(random.random(len(scan)) < 0.3, random.integers(0, model.size), scan.lower).astype(np.int32)
        asked = model, scan, int(random.integers(len(scan))), random.integers(0, model.size, 2).tolist(), lower
        by_kernel = document_counts._bonds(*asked)
        with monkeypatch.context() as without:
            without.setattr(kernel, "native", None)
            assert document_counts._bonds(*asked) == by_kernel


@pytest.mark.skipif(kernel.native is None, reason="it is the kernel that refuses")
def test_bonds_of_what_is_not_there_are_refused() -> None:
    model, native = Model.open(), kernel.native
    tables, few, marks = model.ngrams.compiled, np.full(3, 20, np.int32), np.zeros(3, np.uint8)
    for at, words, error in ((3, [20], IndexError), (-1, [20], IndexError), (1, [-1], IndexError),
                             (1, [1 << 40], IndexError), (1 << 70, [20], OverflowError), (1, ["a"], TypeError),
                             (1, (20,), TypeError)):  # fmt: skip
        with pytest.raises(error):
            native.bonds(tables, few, marks, at, words)
    with pytest.raises(IndexError, match="does not have"):
        native.bonds(tables, few + (1 << 20), marks, 1, [20])
    with pytest.raises(ValueError, match="size"):
        native.bonds(tables, few, marks[1:], 1, [20])
