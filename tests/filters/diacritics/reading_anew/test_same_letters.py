"""What the net need not read changes neither the likeliest word nor its lead."""

from __future__ import annotations

import random

import pytest

from vntextclean.filters.diacritics.reading_anew.same_letters import MOST_LEAD, may_change, shared_out


def likeliest(letters: list[int], weights: list[float], shares: list[float]) -> tuple[int, float]:
    """The likeliest word, and how far it is ahead of the next, as far as that counts."""
    total = shared_out(letters, weights, shares)
    best = total.index(max(total))
    return best, min([MOST_LEAD, *(total[best] - each for at, each in enumerate(total) if at != best)])


@pytest.mark.parametrize("seed", range(400))
def test_words_that_are_not_read_would_have_changed_nothing(seed: int) -> None:
    rng = random.Random(seed)
    letters = [rng.randrange(4) for _ in range(rng.randint(1, 7))]
    weights, shares = [rng.uniform(-6, 9) for _ in letters], [rng.uniform(-7, 0) for _ in letters]
    read = [0.0] * len(letters)
    for number, asked in enumerate(dict.fromkeys(letters)):
        if not number or may_change(letters, weights, read, number):
            read = [share if own == asked else old for old, share, own in zip(read, shares, letters, strict=True)]
    best, lead = likeliest(letters, weights, read)
    assert (best, pytest.approx(lead)) == likeliest(letters, weights, shares)


def test_the_likeliest_word_is_read_though_it_is_alone_with_its_letters() -> None:
    assert may_change([7, 8], [1.0, 4.0], [0.0, 0.0], 1)


def test_hardly_any_is_read_that_lags_behind() -> None:
    assert not may_change([7, 8, 8, 9], [6.0, 1.0, 0.5, 5.0], [0.0] * 4, 1)
