"""Which stretches are taken for broken words, and which of them are joined together: with gains that are given."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from vntextclean.filters.split_words import search as module
from vntextclean.filters.split_words.search import Broken, SplitSearch
from vntextclean.filters.split_words.stretch import Try
from vntextclean.lm.model import Model

Gain = Callable[[tuple[Try, ...], frozenset[int]], float]


class Given(SplitSearch):
    """A search in which each way to join words gains what is given, by it and the words that are joined already."""

    def __init__(self, gain: Gain) -> None:
        super().__init__(Model.open())
        self.gain = gain
        self.asked: list[tuple[tuple[int, int], ...]] = []

    def _gains_of(self, words: Any, ways: list[tuple[Try, ...]], stream: Any, taken: set[int]) -> list[float]:
        self.asked += [tuple((each.first, each.last) for each in way) for way in ways]
        return [self.gain(way, frozenset(taken)) for way in ways]


def found(
    text: str, spans: list[tuple[int, int]], gains: dict[tuple[tuple[int, int], ...], float] | Gain, enough: float = 5.0
) -> tuple[list[str], list[tuple[tuple[int, int], ...]]]:
    def by_table(way: tuple[Try, ...], taken: frozenset[int]) -> float:
        assert not callable(gains)
        return gains[tuple((each.first, each.last) for each in way)]

    search = Given(gains if callable(gains) else by_table)
    scan = Model.open().scan(text)
    pieces = text.split(" ")
    tries = [Try(first, last, 100, tuple(pieces[first : last + 1])) for first, last in spans]
    broken = search.find(scan, tries, lambda one: one.gain >= enough)
    assert all(text[one.start : one.end].replace(" ", "") == one.joined for one in broken)
    return [one.joined for one in broken], search.asked


TEXT = "b àn h ọc x y z t u v w"


def test_nothing_may_be_broken() -> None:
    assert found(TEXT, [], {}) == ([], [])


def test_stretches_apart_are_all_found() -> None:
    assert found(TEXT, [(0, 1), (4, 5)], {((0, 1),): 9.0, ((4, 5),): 1.0})[0] == ["bàn", "xy"]


def test_of_two_over_the_same_words_the_likelier_is_joined() -> None:
    gains = {((0, 1),): 9.0, ((1, 2),): 8.0}
    assert found(TEXT, [(0, 1), (1, 2)], gains)[0] == ["bàn"]
    assert found(TEXT, [(0, 1), (1, 2)], {((0, 1),): 8.0, ((1, 2),): 9.0})[0] == ["ành"]
    assert found(TEXT, [(0, 1), (1, 2)], {((0, 1),): 1.0, ((1, 2),): 2.0})[0] == ["ành"]  # neither is sure


def test_of_two_as_likely_the_first_is_joined() -> None:
    assert found(TEXT, [(0, 1), (1, 2)], {((0, 1),): 9.0, ((1, 2),): 9.0})[0] == ["bàn"]


@pytest.mark.parametrize(
    ("between", "again"),
    [
        pytest.param(3, True, id="three words further"),
        pytest.param(4, False, id="four words further"),
    ],
)
def test_those_near_a_joined_one_are_weighed_again(between: int, again: bool) -> None:
    at = 1 + between
    spans = [(0, 1), (at, at + 1)]
    gains: Gain = lambda way, taken: 9.0 if way[0].first == 0 else 6.0 if taken else 1.0  # noqa: E731
    _, asked = found(TEXT, spans, gains)
    assert asked == [((0, 1),), ((at, at + 1),), *([((at, at + 1),)] if again else [])]


def test_one_by_its_last_word_is_near_too() -> None:
    gains: Gain = lambda way, taken: 9.0 if way[0].first == 5 else 1.0  # noqa: E731
    _, asked = found(TEXT, [(0, 2), (5, 6)], gains)
    assert asked.count(((0, 2),)) == 2


def test_each_round_may_join_more() -> None:
    chain = [(0, 1), (2, 3), (4, 5)]

    def gains(way: tuple[Try, ...], taken: frozenset[int]) -> float:
        return 9.0 if way[0].first == 0 or way[0].first - 1 in taken else 1.0

    joined, asked = found(TEXT, chain, gains)
    assert joined == ["bàn", "học", "xy"]
    assert asked.count(((4, 5),)) == 3


@pytest.mark.parametrize(
    ("both", "one", "joined"),
    [
        pytest.param(12.0, 6.0, ["bàn", "học"], id="two others together gain more"),
        pytest.param(9.0, 6.0, ["ành"], id="as much"),
        pytest.param(8.0, 6.0, ["ành"], id="less"),
        pytest.param(12.0, 4.0, ["ành"], id="neither of the two is sure"),
    ],
)
def test_two_others_outdo_a_sure_one(both: float, one: float, joined: list[str]) -> None:
    gains = {((1, 2),): 9.0, ((0, 1),): one, ((2, 3),): 4.0, ((0, 1), (2, 3)): both}

    def gain(way: tuple[Try, ...], taken: frozenset[int]) -> float:
        spans = tuple((each.first, each.last) for each in way)
        return 6.0 if spans == ((2, 3),) and taken else gains[spans]

    assert found(TEXT, [(0, 1), (1, 2), (2, 3)], gain)[0] == joined


def test_two_that_do_not_touch_outdo_none() -> None:
    gains = {((1, 3),): 9.0, ((0, 1),): 6.0, ((3, 4),): 4.0, ((0, 1), (3, 4)): 99.0}
    assert found(TEXT, [(0, 1), (1, 3), (3, 4)], gains)[0] == ["ành" + "ọc"]


@pytest.mark.parametrize(
    ("word", "number"),
    [("nước", True), ("NƯỚC", True), ("Nước", True), ("nƯớc", False), ("xyz", False), ("hoà", True), ("hòa", True)],
)
def test_syllables_worth_joining_to(word: str, number: bool) -> None:
    search = Model.open().derived(SplitSearch)
    found_number = search.syllable(word)
    assert (found_number is not None) == number
    if found_number is not None:
        assert Model.open().word(found_number) in (word.lower(), "hòa")


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("a b c d e", [(0, 9)]),
        ("a b c d", []),
        ("a b c d nhà e", []),
        ("nhà a b c d e f nhà", [(4, 15)]),
        ("a b c d e nhà g h i k l", [(0, 9), (14, 23)]),
        ("a b c d e, g h i k l", [(0, 20)]),
        ("ab b c d e", []),
    ],
)
def test_letters_in_a_row(text: str, spans: list[tuple[int, int]]) -> None:
    search = Model.open().derived(SplitSearch)
    assert search.spaced_letters(Model.open().scan(text)) == spans


@pytest.mark.parametrize(
    ("text", "joins", "tries"),
    [
        pytest.param("ở nhà n ước ta", [(2, 3)], [(2, 3, "nước")], id="a syllable"),
        pytest.param("ở nhà n  ước ta", [(2, 3)], [], id="two spaces"),
        pytest.param("ở nhà n-ước ta", [(2, 3)], [], id="a hyphen"),
        pytest.param("ở nhà n ước", [(2, 3), (1, 2)], [(2, 3, "nước")], id="nhàn, which two plain words make"),
        pytest.param("ở xx zz", [(1, 2)], [], id="no syllable"),
        pytest.param("ở nhà N ước ta", [(2, 3)], [(2, 3, "Nước")], id="a name inside a sentence"),
        pytest.param("N ước ta", [(0, 1)], [(0, 1, "nước")], id="a capital that begins one"),
        pytest.param("ở nhà N ƯỚC TA", [(2, 3)], [(2, 3, "nước")], id="capitals"),
    ],
)
def test_stretches_that_may_be_words(
    monkeypatch: pytest.MonkeyPatch, text: str, joins: list[tuple[int, int]], tries: list[tuple[int, int, str]]
) -> None:
    model = Model.open()
    search = model.derived(SplitSearch)
    made = search.stretches(model.scan(text), joins)
    assert [(each.first, each.last, model.word(each.id)) for each in made if each.pieces[0] != "nhà"] == tries
    assert all("".join(each.pieces).lower() == model.word(each.id).lower() for each in made)


def test_a_stretch_that_comes_again_is_joined_once(monkeypatch: pytest.MonkeyPatch) -> None:
    model = Model.open()
    search = model.derived(SplitSearch)
    calls: list[str] = []
    joined = SplitSearch._joined

    def counted(self: SplitSearch, stretch: str) -> tuple[int, tuple[str, ...]]:
        calls.append(stretch)
        return joined(self, stretch)

    monkeypatch.setattr(SplitSearch, "_joined", counted)
    assert len(search.stretches(model.scan("n ước n ước"), [(2, 3), (0, 1)])) == 2
    assert calls == ["n ước"]


@pytest.mark.parametrize(
    ("way", "taken", "beside"),
    [
        ([(2, 3), (4, 5)], {1, 6, 9}, {1, 2, 3, 4, 5, 6}), ([(2, 3), (4, 5)], set(), {2, 3, 4, 5}),
        ([(2, 3), (4, 5)], {0, 7}, {2, 3, 4, 5}),
    ],
)  # fmt: skip
def test_words_joined_beside(way: list[tuple[int, int]], taken: set[int], beside: set[int]) -> None:
    assert module._joined_beside(tuple(Try(first, last, 1, ()) for first, last in way), taken) == beside


def test_what_is_found_is_in_order() -> None:
    gains = {((0, 1),): 1.0, ((4, 5),): 9.0, ((2, 3),): 3.0}
    assert found(TEXT, [(0, 1), (2, 3), (4, 5)], gains)[0] == ["bàn", "học", "xy"]
    assert Broken(0, 4, "bàn", 1.0) < Broken(5, 9, "học", 9.0)
