"""Which words are judged again because of repairs: those beside them, and those that a net reads together with them."""

from __future__ import annotations

import pytest

from vntextclean.filters.diacritics.rounds import REACH, around
from vntextclean.lm.proofreader.net import TOPIC

_FAR = TOPIC + 300

#: Repairs, open proposals, words left out; the words that are judged again.
CASES = [
    ([300], [310 + TOPIC, 299], set(), [*range(300 - REACH, 300 + REACH + 1)]),
    ([1], [], {1}, [0, *range(2, 2 + REACH)]),
    ([300], [300 + TOPIC, 301 + TOPIC], {*range(296, 305)}, [300 + TOPIC]),
    ([300], [299 - TOPIC, 300 - TOPIC], {*range(296, 305)}, [300 - TOPIC]),
    ([_FAR, 0], [TOPIC, TOPIC + 1, _FAR - TOPIC], {*range(5), *range(_FAR - 4, _FAR + 5)}, [TOPIC, _FAR - TOPIC]),
    ([300], [290, 310], {*range(296, 305), 310}, [290]),
]


@pytest.mark.parametrize(("tokens", "again", "without", "expected"), CASES)
def test_words_judged_again(tokens: list[int], again: list[int], without: set[int], expected: list[int]) -> None:
    assert around(tokens, again, 2 * _FAR, without).tolist() == expected
