"""Which words are judged again because of repairs: those beside them, and those that a net reads together with them."""

from __future__ import annotations

import pytest

from vntextclean.filters.diacritics.evidence.repair import ASKED, FORGOTTEN, Repair, may_become_likely
from vntextclean.filters.diacritics.kinds.causes import Cause
from vntextclean.filters.diacritics.kinds.damage import Damage
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
    near, far = around(tokens, again, 2 * _FAR, without)
    assert sorted([*near, *far]) == expected


def test_words_near_a_repair_are_told_from_those_further_away() -> None:
    """What may stand in the place of the latter is as it was."""
    near, far = around([300], [302, 330, 299], 2 * _FAR, {300})
    assert (near, far) == ([*range(296, 300), *range(301, 305)], [330])


@pytest.mark.parametrize(
    ("usual", "here", "expected"),
    [
        (ASKED / 2, FORGOTTEN / 2, False),
        (ASKED / 2, FORGOTTEN, True),  # its page makes it likelier
        (2 * ASKED, FORGOTTEN / 2, True),  # what its document says of it may change
        (0.7, 0.9, True),
    ],
)
def test_only_what_may_become_likely_is_judged_again_from_afar(usual: float, here: float, expected: bool) -> None:
    repair = Repair(7, "mưa", "mừa", Damage.TONE, here, Cause.TONE, usual=usual)
    assert may_become_likely(repair) is expected
