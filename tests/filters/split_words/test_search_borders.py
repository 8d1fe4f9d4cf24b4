"""Which broken words are joined, and in which order, with the gains of all stretches given."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pytest

from vntextclean.filters.split_words import search as module
from vntextclean.filters.split_words.search import Broken, SplitSearch
from vntextclean.filters.split_words.stretch import Try, Words
from vntextclean.lm.model import Model
from vntextclean.lm.segmentation.pieces import LETTER
from vntextclean.lm.text.context import Context

MODEL = Model.open()
#: Words 0 to 19: those at even places are "n".
TEXT = "n ước " * 9 + "n ước"
SURE = 5.0
Gain = Callable[[int, int, set[int]], float]


def attempt(first: int, last: int) -> Try:
    return Try(first, last, 1000 + first, tuple(TEXT.split()[first : last + 1]))


class Asked:
    """A search whose gains are given; it keeps what was asked, by round."""

    def __init__(self, gain: Gain, text: str = TEXT) -> None:
        self.scan = MODEL.scan(text)
        self.search = SplitSearch(MODEL)
        self.rounds: list[list[tuple[int, int]]] = []
        self.pairs: list[tuple[int, int]] = []
        self.repaired: list[dict[int, tuple[int, ...]]] = []

        def gains_of(words: Words, ways: list[tuple[Try, ...]], stream: Context, taken: set[int]) -> list[float]:
            spans = [(way[0].first, way[-1].last) for way in ways]
            if any(len(way) > 1 for way in ways):
                self.pairs += spans
            elif ways:
                self.rounds.append(spans)
                self.repaired.append(dict(stream.repaired))
            return [gain(first, last, taken) for first, last in spans]

        self.search.__dict__["_gains_of"] = gains_of

    def find(self, *spans: tuple[int, int]) -> list[tuple[int, int, float]]:
        """The spans that are found, by their words."""
        found = self.search.find(self.scan, [attempt(*span) for span in spans], lambda one: one.gain >= SURE)
        starts, ends = self.scan.starts.tolist(), self.scan.ends.tolist()
        for one in found:
            assert one.joined == TEXT[one.start : one.end].replace(" ", "")
        return [(starts.index(one.start), ends.index(one.end), one.gain) for one in found]


def given(gains: dict[tuple[int, int], float]) -> Asked:
    return Asked(lambda first, last, taken: gains[first, last])


def test_nothing_to_try() -> None:
    asked = given({})
    assert asked.find() == [] and asked.rounds == []


@pytest.mark.parametrize(
    ("gains", "found"),
    [
        pytest.param({(0, 1): 6.0, (4, 5): -3.0}, [(0, 1), (4, 5)], id="the doubtful ones too"),
        pytest.param({(0, 1): 6.0, (1, 2): 7.0}, [(1, 2)], id="the likelier of two that overlap"),
        pytest.param({(0, 1): 6.0, (1, 2): 6.0}, [(0, 1)], id="the first of two that are alike"),
        pytest.param({(0, 1): 7.0, (1, 2): 6.0}, [(0, 1)], id="the likelier is the first"),
        pytest.param({(0, 1): 2.0, (1, 2): 3.0}, [(1, 2)], id="the likelier of two in doubt"),
        pytest.param({(0, 1): 3.0, (1, 2): 2.0, (2, 3): 1.0}, [(0, 1), (2, 3)], id="what is left of those in doubt"),
        pytest.param({(0, 2): 6.0, (2, 3): 5.5}, [(0, 2)], id="its last word is taken"),
        pytest.param({(0, 2): 6.0, (3, 4): 5.5}, [(0, 2), (3, 4)], id="the word behind it is free"),
    ],
)
def test_stretches_do_not_overlap(gains: dict[tuple[int, int], float], found: list[tuple[int, int]]) -> None:
    assert given(gains).find(*gains) == [(*span, gains[span]) for span in found]


@pytest.mark.parametrize(
    ("span", "is_near"),
    [
        pytest.param((7, 8), True, id="three words behind"),
        pytest.param((8, 9), False, id="four words behind"),
    ],
)
def test_the_stretches_near_a_joined_one_are_weighed_again(span: tuple[int, int], is_near: bool) -> None:
    asked = Asked(lambda first, last, taken: 6.0 if first == 3 else 9.0 if taken else 1.0)
    assert asked.find((3, 4), span) == [(3, 4, 6.0), (*span, 9.0 if is_near else 1.0)]
    assert asked.rounds == [[(3, 4), span], [span]][: 1 + is_near]


@pytest.mark.parametrize(
    ("span", "is_near"),
    [
        pytest.param((11, 12), True, id="three words before"),
        pytest.param((10, 11), False, id="four words before"),
        pytest.param((10, 12), True, id="its last word is near"),
    ],
)
def test_and_those_before_it(span: tuple[int, int], is_near: bool) -> None:
    asked = Asked(lambda first, last, taken: 6.0 if first == 15 else 9.0 if taken else 1.0)
    assert asked.find(span, (15, 16)) == [(*span, 9.0 if is_near else 1.0), (15, 16, 6.0)]
    assert len(asked.rounds) == 1 + is_near


def test_what_is_joined_stands_in_the_stream_as_one_word() -> None:
    asked = Asked(lambda first, last, taken: 6.0 if first == 3 or taken else 1.0)
    assert asked.find((3, 5), (6, 7)) == [(3, 5, 6.0), (6, 7, 6.0)]
    at = asked.scan.at.tolist()
    assert asked.repaired == [{}, {at[3]: (1003,), at[4]: (), at[5]: ()}]


def test_a_line_in_pieces_is_joined_from_its_clear_ends_in_twelve_rounds() -> None:
    text = "n ước " * 14 + "n ước"
    asked = Asked(lambda first, last, taken: 6.0 if first == 0 or first - 1 in taken else 1.0, text)
    tries = [Try(first, first + 1, 1000 + first, ("n", "ước")) for first in range(0, 30, 2)]
    found = asked.search.find(asked.scan, tries, lambda one: one.gain >= SURE)
    assert len(asked.rounds) == 12
    assert [one.gain for one in found] == [6.0] * 12 + [1.0] * 3


@pytest.mark.parametrize(
    ("gains", "both", "found"),
    [
        pytest.param({(0, 2): 6.0, (0, 1): 5.0, (2, 3): 1.0}, 7.0, [(0, 1), (2, 3)], id="two are likelier"),
        pytest.param({(0, 2): 6.0, (0, 1): 5.0, (2, 3): 1.0}, 6.0, [(0, 2)], id="they are as likely"),
        pytest.param({(0, 2): 6.0, (0, 1): 1.0, (2, 3): 5.0}, 7.0, [(0, 1), (2, 3)], id="the second is sure"),
        pytest.param({(0, 2): 6.0, (0, 1): 1.0, (2, 3): 1.0}, 7.0, [(0, 2)], id="neither is sure"),
        pytest.param({(0, 2): 6.0, (0, 1): 5.0, (3, 4): 1.0}, 7.0, [(0, 2), (3, 4)], id="the second is beside it"),
        pytest.param({(0, 2): 6.0, (1, 2): 5.0}, 7.0, [(0, 2)], id="none on its left"),
    ],
)  # fmt: skip
def test_two_stretches_may_outdo_one(
    gains: dict[tuple[int, int], float], both: float, found: list[tuple[int, int]]
) -> None:
    asked = Asked(lambda first, last, taken: gains.get((first, last), both))
    assert [(first, last) for first, last, _ in asked.find(*gains)] == found


def test_what_is_outdone_by_taken_words_is_not_asked_of() -> None:
    """The left one of the two was joined in the round before."""
    gains = {(0, 1): 6.0, (1, 3): 5.0, (1, 2): 5.5, (3, 4): 1.0}
    asked = Asked(lambda first, last, taken: gains.get((first, last), 4.0))
    assert [span[:2] for span in asked.find(*gains)] == [(0, 1), (3, 4)]
    assert asked.pairs == [(1, 4)]


@pytest.mark.parametrize(
    ("ways", "joined"),
    [
        pytest.param([(3, 4)], {2, 9}, id="one: all that are joined"),
        pytest.param([(3, 4), (5, 6)], {2, 3, 4, 5, 6}, id="two: they and those right beside"),
    ],
)
def test_the_gain_of_a_way(monkeypatch: pytest.MonkeyPatch, ways: list[tuple[int, int]], joined: set[int]) -> None:
    text = "Bà con ở n ước xyzz ấy khá vui và khỏe"
    scan, seen = MODEL.scan(text), []
    way = tuple(Try(first, last, 500 + first, ()) for first, last in ways)
    words, stream = Words(scan, SplitSearch(MODEL)._plain, [*way]), Context(scan.stream)
    monkeypatch.setattr(module, "doubt", lambda words, one, taken: seen.append(taken) or 3.0)
    monkeypatch.setattr(module, "doubt_of_bare", lambda words, one, taken: 0.5)
    search, asked = SplitSearch(MODEL), []

    def score(sequences: list[list[int]], begins: list[int]) -> list[float]:
        asked.append((sequences, begins))
        return [float(100 * number * number) for number in range(len(sequences))]

    monkeypatch.setattr(search.segmenter, "score", score)
    taken = {2, 9}
    once = search._gains_of(words, [way], stream, taken)
    first, last = ways[0][0], ways[-1][1]
    strange = sum(words.strange[first : last + 1])
    assert strange >= (4 if last > 4 else 0)
    cost = LETTER * strange - 3.5 * len(ways)
    assert once == pytest.approx([100 + cost], rel=1e-9)
    assert seen == [joined] * len(ways)
    before, after = stream.before(words.at[first]), stream.after(words.at[last])
    ((sequences, begins),) = asked
    assert sequences == [
        [*before, *words.ids[first : last + 1], *after], [*before, *(one.id for one in way), *after],
    ]  # fmt: skip
    assert begins == [len(before)] * 2
    assert search._gains_of(words, [way, way], stream, taken) == pytest.approx([100 + cost, 500 + cost], rel=1e-9)


def test_what_is_beside_a_way_on_either_side() -> None:
    way = (Try(3, 4, 1, ()), Try(5, 6, 1, ()))
    for taken, joined in (({2}, {2}), ({7}, {7}), ({1, 8}, set()), ({2, 7}, {2, 7})):
        assert module._joined_beside(way, taken) == {3, 4, 5, 6} | joined


def test_a_broken_word() -> None:
    text = "Cơ quan nhà n ước ở xã"
    search = SplitSearch(MODEL)
    scan = MODEL.scan(text)
    tries: list[Any] = search.stretches(scan, [(3, 4)])
    (found,) = search.find(scan, tries, lambda one: True)
    assert found[:3] == Broken(12, 17, "nước", 0.0)[:3] and found.gain > SURE and math.isfinite(found.gain)
