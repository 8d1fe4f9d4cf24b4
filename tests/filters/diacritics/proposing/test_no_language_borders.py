"""Stretches that are no language, with the pairs that are known given: each bound and each end."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from vntextclean.filters.diacritics.proposing import no_language as module
from vntextclean.filters.diacritics.proposing.no_language import FIRST_LOOK, _has_rare_pairs, _unconnected, in_language
from vntextclean.lm.text.scan import PAD


def seen(*rows: int) -> Any:
    """So many known pairs in each row of 128."""
    return np.concatenate([np.arange(128) < known for known in rows] or [np.zeros(0, np.bool_)])


@pytest.mark.parametrize(
    ("pairs", "with_marks", "rare"),
    [
        pytest.param(seen(44), 0.0, True, id="as few as may be"),
        pytest.param(seen(45), 0.0, False, id="one more"),
        pytest.param(seen(128, 44), 0.0, True, id="in one part of two"),
        pytest.param(seen(95), 0.5, True, id="half of them have a mark"),
        pytest.param(seen(96), 0.5, False, id="one more of these"),
        pytest.param(seen(128)[:127], 0.0, True, id="too short to be told"),
        pytest.param(seen(128, 0)[:255], 0.0, False, id="what is left of a row does not count"),
        pytest.param(np.append(seen(50), seen(0)[:100]), 0.0, False, id="nor anything behind the last row"),
    ],
)
def test_few_pairs_are_known(pairs: Any, with_marks: float, rare: bool) -> None:
    assert _has_rare_pairs(pairs, with_marks) is rare


def test_what_the_kernel_is_told() -> None:
    assert FIRST_LOOK == (96, 128, 44, 0.8, 0.5)


def asked(words: int, marks: int, *, rare: bool = True, left: Any = None) -> tuple[Any, list[Any]]:
    """What is answered of so many words with so many marks before the last, and what was asked."""
    told: list[Any] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "neighbours", lambda *given: SimpleNamespace(seen="pairs"))
        patch.setattr(module, "_has_rare_pairs", lambda pairs, share: told.append((pairs, share)) or rare)
        patch.setattr(module, "_unconnected", lambda model, scan, apart: told.append(apart) or left)
        at = np.arange(words) if not words else np.append(np.arange(words - 1), words + marks)

        class Given(SimpleNamespace):
            def __len__(self) -> int:
                return words

        scan: Any = Given(at=at)
        model: Any = None
        return in_language(model, scan), told


def test_a_text_of_some_words_is_not_looked_at() -> None:
    assert asked(96, 0) == (None, [])
    assert asked(97, 0) == (None, [("pairs", 0.0), 1])


def test_where_marks_stand_between_words_neighbours_are_farther_apart() -> None:
    assert asked(100, 50) == (None, [("pairs", pytest.approx(1.0 / 1.5)), 1])
    assert asked(100, 51) == (None, [2])
    assert asked(100, 20, rare=False) == (None, [("pairs", pytest.approx(0.4 / 1.2))])


def test_the_words_outside_are_answered() -> None:
    left = np.array([True, False, True, False])
    assert asked(100, 0, left=left)[0].tolist() == [1, 3]


def stretches(
    monkeypatch: pytest.MonkeyPatch, words: int, known: set[int] = frozenset(), *, apart: int = 1,
    illegal: tuple[int, ...] = (), bare: tuple[int, ...] = (), gaps: tuple[int, ...] = (),
) -> list[int] | None:  # fmt: skip
    """The words in such stretches, where the pairs that begin with some words are known."""
    at = 1 + np.arange(words) + sum((np.arange(words) >= gap).astype(np.int64) for gap in gaps)
    padded = np.full(int(at[-1]) + 2 * PAD + 1, -1, np.int64)
    padded[at + PAD] = np.arange(words)
    legal, marked = np.ones(words, np.bool_), np.ones(words, np.bool_)
    legal[[*illegal]], marked[[*bare]] = False, False

    def bigrams(model: object, first: Any, second: Any) -> tuple[None, Any]:
        assert (second == first + 1).all()
        return None, np.isin(first, [*known])

    monkeypatch.setattr(module, "bigrams", bigrams)
    model: Any = SimpleNamespace(derived=lambda kind: legal)

    class Given(SimpleNamespace):
        def __len__(self) -> int:
            return words

    scan: Any = Given(at=at, padded=padded, marked=marked, lower=np.arange(words))
    found = _unconnected(model, scan, apart)
    return None if found is None else found.nonzero()[0].tolist()


def test_so_many_pairs_are_looked_at_together(monkeypatch: pytest.MonkeyPatch) -> None:
    assert stretches(monkeypatch, 96) is None  # 95 pairs
    assert stretches(monkeypatch, 97) == [*range(97)]
    assert stretches(monkeypatch, 300) == [*range(300)]


@pytest.mark.parametrize(
    ("known", "found"),
    [
        pytest.param({*range(0, 96, 8)}, [*range(97)], id="twelve are known"),
        pytest.param({*range(0, 96, 8), 3}, None, id="thirteen are"),
    ],
)
def test_so_many_of_them_may_be_known(
    monkeypatch: pytest.MonkeyPatch, known: set[int], found: list[int] | None
) -> None:
    assert stretches(monkeypatch, 97, known) == found


def test_a_stretch_ends_where_pairs_are_known(monkeypatch: pytest.MonkeyPatch) -> None:
    assert stretches(monkeypatch, 300, {*range(200, 299)}) == [*range(213)]
    assert stretches(monkeypatch, 300, {*range(100)}) == [*range(88, 300)]


@pytest.mark.parametrize(
    ("words", "given", "found"),
    [
        pytest.param(98, {"illegal": (0,)}, [*range(1, 98)], id="the first is no syllable"),
        pytest.param(98, {"illegal": (97,)}, [*range(97)], id="nor the last"),
        pytest.param(98, {"illegal": (50,)}, None, id="one within parts two pairs"),
        pytest.param(99, {"illegal": (50,)}, [*range(99)], id="with one more there are enough"),
        pytest.param(97, {"bare": (50,)}, [*range(97)], id="one word without a mark"),
        pytest.param(97, {"bare": (50, 51)}, None, id="two without a mark are no pair"),
        pytest.param(97, {"bare": (50, 52)}, [*range(97)], id="two apart are in pairs"),
        pytest.param(97, {"gaps": (50,)}, None, id="a mark stands between two"),
        pytest.param(97, {"gaps": (50,), "apart": 2}, [*range(97)], id="words are neighbours across it"),
        pytest.param(97, {"gaps": (50, 50), "apart": 2}, None, id="not across two"),
    ],
)
def test_which_pairs_are_looked_at(
    monkeypatch: pytest.MonkeyPatch, words: int, given: dict[str, Any], found: list[int] | None
) -> None:
    assert stretches(monkeypatch, words, **given) == found
