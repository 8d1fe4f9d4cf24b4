"""Where a stretch is no language: how many pairs are looked at, and how many may be known; with the pairs given."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from vntextclean.filters.diacritics.proposing import no_language as module
from vntextclean.filters.diacritics.proposing.no_language import in_language
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import Scan


def scan_of(words: int, between: str = " ", word: str = "chợ") -> Scan:
    return Model.open().scan(between.join([word] * words))


def known(monkeypatch: pytest.MonkeyPatch, of: Callable[[int], bool]) -> None:
    """Let the model know some pairs, by their number."""

    def bigrams(model: Model, first: Any, second: Any) -> tuple[Any, Any]:
        return np.zeros(len(first), np.float32), np.array([of(number) for number in range(len(first))], np.bool_)

    monkeypatch.setattr(module, "bigrams", bigrams)


@pytest.mark.parametrize(
    ("pairs", "count", "told"),
    [
        pytest.param(96, 12, True, id="twelve of 96 are known"),
        pytest.param(96, 13, False, id="thirteen"),
        pytest.param(95, 0, False, id="95 pairs"),
    ],
)
def test_how_many_pairs_may_be_known(monkeypatch: pytest.MonkeyPatch, pairs: int, count: int, told: bool) -> None:
    known(monkeypatch, lambda number: number < count)
    found = module._unconnected(Model.open(), scan_of(pairs + 1), 1)
    assert (found is not None) == told
    if found is not None:
        assert found.tolist() == [True] * (pairs + 1)


def test_where_a_stretch_begins_and_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of 300 pairs the first hundred and the last hundred are known."""
    known(monkeypatch, lambda number: not 100 <= number < 200)
    found = module._unconnected(Model.open(), scan_of(301), 1)
    assert found is not None
    # Stretches of 96 pairs with twelve known ones at most begin at 88 and end behind pair 211.
    assert found.nonzero()[0].tolist() == [*range(88, 213)]


def test_pairs_over_a_mark_are_none_where_few_words_stand_behind_one(monkeypatch: pytest.MonkeyPatch) -> None:
    known(monkeypatch, lambda number: False)
    apart = scan_of(200, ", ")
    assert module._unconnected(Model.open(), apart, 1) is None
    assert module._unconnected(Model.open(), apart, 2) is not None


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param(["chợ", "chợ"], True, id="both have a mark"),
        pytest.param(["chợ", "con"], True, id="one has"),
        pytest.param(["ba", "con"], False, id="none has"),
        pytest.param(["chợ", "xyzt"], False, id="one is no syllable"),
    ],
)
def test_which_pairs_are_looked_at(monkeypatch: pytest.MonkeyPatch, words: list[str], told: bool) -> None:
    known(monkeypatch, lambda number: False)
    scan = Model.open().scan(" ".join(words * 60))
    assert (module._unconnected(Model.open(), scan, 1) is not None) == told


@pytest.mark.parametrize(
    ("seen", "marks", "rare"),
    [
        pytest.param([False] * 127, 0.0, True, id="fewer than 128 pairs are always looked at"),
        pytest.param([True] * 44 + [False] * 84, 0.0, True, id="44 of 128 are known"),
        pytest.param([True] * 45 + [False] * 83, 0.0, False, id="45"),
        pytest.param([True] * 128 + [True] * 44 + [False] * 84, 0.0, True, id="in the second part"),
        pytest.param([True] * 128 + [False] * 127, 0.0, False, id="what is left behind the last part"),
        pytest.param([True] * 95 + [False] * 33, 0.5, True, id="with a mark in every second pair 51 more"),
        pytest.param([True] * 96 + [False] * 32, 0.5, False, id="no more than these"),
    ],
)
def test_the_first_look(seen: list[bool], marks: float, rare: bool) -> None:
    assert module._has_rare_pairs(np.array(seen), marks) == rare


@pytest.mark.parametrize(
    ("words", "marks", "rare", "asked"),
    [
        pytest.param(96, 0, True, None, id="96 words are not told"),
        pytest.param(97, 0, True, 1, id="97 are"),
        pytest.param(97, 0, False, None, id="of which no pairs are rare"),
        pytest.param(200, 100, False, None, id="half of the words behind a mark"),
        pytest.param(200, 101, False, 2, id="more: neighbours across it"),
    ],
)
def test_what_is_looked_at_closer(
    monkeypatch: pytest.MonkeyPatch, words: int, marks: int, rare: bool, asked: int | None
) -> None:
    calls: list[int] = []

    def unconnected(model: Model, scan: Any, apart: int) -> Any:
        calls.append(apart)
        return np.array([True] * 3 + [False] * (words - 3))

    shares: list[float] = []
    monkeypatch.setattr(module, "_unconnected", unconnected)
    monkeypatch.setattr(module, "neighbours", lambda model, scan: SimpleNamespace(seen=None))
    monkeypatch.setattr(module, "_has_rare_pairs", lambda seen, share: shares.append(share) or rare)  # type: ignore[func-returns-value]

    class Given:
        at = np.array([words + marks])

        def __len__(self) -> int:
            return words

    found = in_language(Model.open(), Given())  # type: ignore[arg-type]
    assert calls == ([] if asked is None else [asked])
    assert (None if found is None else found.tolist()) == (None if asked is None else [*range(3, words)])
    if shares:
        assert shares == [pytest.approx(2 * (marks / words) / (1 + marks / words))]


def test_text_in_which_each_word_has_its_neighbours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_has_rare_pairs", lambda seen, share: True)
    monkeypatch.setattr(module, "_unconnected", lambda model, scan, apart: None)
    assert in_language(Model.open(), scan_of(97)) is None
