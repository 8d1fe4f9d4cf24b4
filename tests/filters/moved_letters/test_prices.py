"""Letters that are used as often as they stand there: prices that go up and down, with readings that are given."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from vntextclean.filters.moved_letters.lattice import Reading
from vntextclean.filters.moved_letters.prices import Share, among, clearness, shared


class Lattice:
    """A lattice of one place: each letter may be taken so often as its worth over its price says."""

    def __init__(self, takes: Any, score: float = -5.0) -> None:
        self.takes, self.score = takes, score
        self.asked: list[list[float]] = []
        self.letters = ["a", "b", "c"]
        self.letter_of = np.arange(4)

    def best(self, prices: Any, without: int | None = None) -> Reading | None:
        self.asked.append(prices.tolist())
        path = self.takes(prices)
        return (
            None if path is None else Reading(self.score - float(sum(prices[p] for p in path if p < 3)), path, prices)
        )


def share(lattice: Lattice, supply: list[int], least: float = -1e9) -> Share | None:
    return shared(lattice, np.array(supply, np.int64), least)  # type: ignore[arg-type]


def test_a_reading_that_uses_up_the_letters_is_taken_at_once() -> None:
    lattice = Lattice(lambda prices: [0, 1, 3])
    found = share(lattice, [1, 1, 0])
    assert found is not None
    assert found.reading.path == [0, 1, 3]
    assert found.prices.tolist() == [0.0, 0.0, 1e6]  # a letter that is not there is never used
    assert lattice.asked == [[0.0, 0.0, 1e6]]


def test_a_letter_that_is_taken_too_often_gets_dearer_and_one_too_seldom_cheaper() -> None:
    lattice = Lattice(lambda prices: [0, 0] if prices[0] < 3.0 else [0, 1])
    found = share(lattice, [1, 1, 0])
    assert found is not None
    steps = [2.0 / (1 + turn / 4.0) for turn in range(2)]
    assert [each[:2] for each in lattice.asked] == [
        [0.0, 0.0], [2.0, -2.0], [pytest.approx(sum(steps)), pytest.approx(-sum(steps))],
    ]  # fmt: skip
    assert found.prices[:2].tolist() == pytest.approx([sum(steps), -sum(steps)])


def test_none_is_found_in_so_many_rounds() -> None:
    lattice = Lattice(lambda prices: [0, 0])
    assert share(lattice, [1, 1, 0]) is None
    assert len(lattice.asked) == 25


@pytest.mark.parametrize(("least", "found"), [(-5.0, True), (-4.9, False)])
def test_a_reading_that_is_too_unlikely_is_not_wanted(least: float, found: bool) -> None:
    assert (share(Lattice(lambda prices: [0]), [1, 0, 0], least) is not None) == found


def test_where_there_is_no_reading() -> None:
    assert share(Lattice(lambda prices: None), [1, 0, 0]) is None


def test_among_further_letters_none_of_them_is_used() -> None:
    lattice = Lattice(lambda prices: [0])
    lattice.letters = ["a", "b", "c", "d", "e"]
    one = Share(Reading(-5.0, [0], np.zeros(3)), np.array([1.0, 2.0, 3.0]))
    found = among(lattice, one)  # type: ignore[arg-type]
    assert found is not None
    assert found.prices.tolist() == [1.0, 2.0, 3.0, 1e6, 1e6]
    assert found.reading.path == [0]
    assert among(Lattice(lambda prices: None), one) is None  # type: ignore[arg-type]


def steps(*rows: tuple[int, int, int, int, float]) -> Any:
    """A lattice of steps: first and last token, id, letter, and what a reading with it loses."""
    firsts, lasts, ids, letters, losses = (np.array(column) for column in zip(*rows, strict=True))
    return SimpleNamespace(
        firsts=firsts, lasts=lasts, ids=ids, letter_of=letters, best=lambda prices, without: Reading(-7.0, [], prices),
        losses=lambda reading, prices: losses.astype(np.float64),
    )  # fmt: skip


def clear(lattice: Any, path: list[int], prices: list[float], near: list[int]) -> list[float]:
    one = Share(Reading(-5.0, path, np.zeros(1)), np.array(prices))
    return clearness(lattice, one, np.array(near, np.int64))


def test_another_letter_at_one_place_must_come_back_from_another() -> None:
    # Two places of one word each; letters 0 and 1, and none (2).
    lattice = steps(
        (0, 1, 10, 0, 0.0), (0, 1, 11, 1, 2.0), (0, 1, 12, 2, 9.0),
        (1, 2, 13, 1, 0.0), (1, 2, 14, 0, 3.0), (1, 2, 15, 2, 9.0),
    )  # fmt: skip
    # Letter 1 at the first place (2) and letter 0 at the second (3) cost 5 together; none at a place costs more.
    assert clear(lattice, [0, 3], [0.0, 0.0], []) == [5.0, 5.0]


def test_a_rival_of_the_same_letter_costs_what_it_loses() -> None:
    lattice = steps((0, 1, 10, 0, 0.0), (0, 1, 11, 0, 1.5), (0, 1, 12, 2, 9.0))
    assert clear(lattice, [0], [0.0, 0.0], []) == [1.5]


def test_words_of_the_same_id_are_no_rivals() -> None:
    lattice = steps((0, 1, 10, 0, 0.0), (0, 2, 10, 0, 0.5), (0, 1, 11, 0, 1.5))
    assert clear(lattice, [0], [0.0, 0.0], []) == [1.5]


def test_only_words_over_the_same_token_are_rivals() -> None:
    lattice = steps((1, 2, 10, 0, 0.0), (0, 1, 11, 0, 0.5), (2, 3, 12, 0, 0.5), (0, 2, 13, 0, 1.5), (1, 3, 14, 0, 2.5))
    assert clear(lattice, [0], [0.0, 0.0], []) == [1.5]


def test_a_word_without_rivals_is_clear() -> None:
    assert clear(steps((0, 1, 10, 0, 0.0)), [0], [0.0, 0.0], []) == [float("inf")]


@pytest.mark.parametrize(
    ("price", "near", "found"),
    [
        pytest.param(0.0, [1], 1.0 + 2.0, id="a letter near by: for it one must come back"),
        pytest.param(0.0, [], 9.0, id="it is not near"),
        pytest.param(1e6, [1], 1.0 + 2.0, id="one that is not there loses less than its price"),
    ],
)
def test_a_letter_of_another_block(price: float, near: list[int], found: float) -> None:
    lost = 1.0 + (1e6 if price else 0.0)
    lattice = steps((0, 1, 10, 0, 0.0), (0, 1, 11, 1, lost), (0, 1, 12, 0, 9.0))
    assert clear(lattice, [0], [0.0, price], near) == pytest.approx([found])


def test_a_word_that_is_a_letter_by_itself_is_as_clear_as_the_reading_without_it() -> None:
    lattice = steps((0, 0, 10, 0, 0.0), (0, 1, 11, 2, 0.0))
    assert clear(lattice, [0], [0.0, 0.0], [])[0] == 2.0  # -5 against -7
    lattice.best = lambda prices, without: None
    assert clear(lattice, [0], [0.0, 0.0], []) == [float("inf")]


def test_the_price_of_a_letter_counts_where_it_is_given_up() -> None:
    lattice = steps((0, 1, 10, 0, 0.0), (0, 1, 11, 1, 1.0), (0, 1, 12, 0, 9.0))
    # The own letter is worth 3 at its price, the other 1: taking it loses 1 and 3 - 1.
    assert clear(lattice, [0], [3.0, 1.0], [1]) == pytest.approx([1.0 + 3.0 - 1.0 + 2.0])
