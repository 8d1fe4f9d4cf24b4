"""Decisions are found again after the page was edited elsewhere, and at no other place."""

from __future__ import annotations

import gc
import random
import sys
import time
from collections.abc import Callable, Sequence
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vntextclean.edit import Change, Edit
from vntextclean.review import matching
from vntextclean.review.matching import _Free, match
from vntextclean.review.place import LETTERS, Place, folded, place

PAGE = """Sáng nay, Môt đoàn cán bộ về thăm xã. Bà con đón đoàn ở sân  đình.
Chiều cùng ngày, Môt đoàn cán bộ về thăm trường. Học sinh tập  hát.
"""


def change(before: str, after: str, page: str = PAGE, number: int = 0, rule: str = "r") -> Change:
    """The change of one occurrence of a text in a page."""
    at = -1
    for _ in range(number + 1):
        at = page.index(before, at + 1)
    return Change(at, at + len(before), after, (Edit(at, at + len(before), after, rule, "why", 0.99),))


def both(page: str) -> list[Place]:
    return [place(page, change("Môt", "Một", page, number)) for number in (0, 1)]


@pytest.mark.parametrize(
    "edited",
    [
        PAGE,
        "Một dòng mới ở đầu trang.\n" + PAGE,
        PAGE.replace("đón đoàn", "ra đón đoàn từ sớm"),
        PAGE.replace("Sáng nay", "Trưa qua").replace("cùng ngày", "qua"),
        PAGE.replace("sân  đình", "sân đình").upper().replace("MÔT", "Môt"),
        PAGE.replace("ộ", "ộ").replace("ă", "ă"),
        PAGE.replace("cán bộ", "nhà báo"),
    ],
    ids=["as it was", "a line before", "the sentence after", "the words before", "case and spaces", "NFD", "beside"],
)
def test_an_edit_elsewhere_or_beside_loses_no_place(edited: str) -> None:
    assert match(both(edited), both(PAGE)) == [0, 1]


def test_a_place_that_is_gone_lends_its_decision_to_none_with_other_words_around() -> None:
    first, second = both(PAGE.replace("cán bộ về thăm trường", "khách phương xa"))
    assert match([second], [first]) == [None]
    assert match([first], [second, first]) == [1]


def test_another_change_at_the_place_is_another_place() -> None:
    here = place(PAGE, change("Môt", "Một"))
    assert match([here._replace(after="Mốt")], [here]) == [None]
    assert match([here._replace(before="Mot")], [here]) == [None]


def test_the_same_change_found_by_another_rule_is_the_same_place() -> None:
    assert match([place(PAGE, change("Môt", "Một", rule="other"))], [place(PAGE, change("Môt", "Một"))]) == [0]


def test_of_equal_places_the_nearest_counts() -> None:
    page = "Hà  Nội\n" * 20
    there = [place(page, change("  ", " ", page, number)) for number in (9, 12)]
    now = [place(page, change("  ", " ", page, number)) for number in (7, 9, 13, 15)]
    assert match(now, there) == [None, 0, 1, None]


def test_as_many_equal_places_as_before_are_the_same_in_order() -> None:
    there = [Place(1, at, "r", "a", "b", "trái", "phải") for at in (0, 10, 20)]
    now = [one._replace(at=one.at + 15) for one in there]
    assert match(now, there) == [0, 1, 2]


def test_a_place_in_another_document_needs_its_letters_whole() -> None:
    here = place(PAGE, change("Môt", "Một"), document=1)
    assert match([here._replace(document=7)], [here]) == [0]
    assert match([here._replace(document=7, left="Khác hẳn ")], [here]) == [None]


@given(
    st.lists(st.tuples(st.integers(0, 60), st.sampled_from("ab"), st.sampled_from(["", "x", "mười hai chữ cái đây"])))
)
def test_each_decision_is_given_once(drawn: list[tuple[int, str, str]]) -> None:
    places = [Place(1, at, "r", before, "c", left, "") for at, before, left in drawn]
    half = places[: len(places) // 2]
    found = [one for one in match(places, half) if one is not None]
    assert len(found) == len(set(found)) == len(half)


def drawn(count: int) -> tuple[list[Place], list[Place]]:
    """Equal places, of which one in ten is gone and the others have moved."""
    shuffled = random.Random(1)
    there = [Place(1, at * 7, "spacing.odd", "\xa0", " ", "cùng một ngữ cảnh ", "ở mọi nơi") for at in range(count)]
    return [one._replace(at=one.at + shuffled.randrange(50)) for one in there[: count * 9 // 10]], there


def test_matching_runs_as_many_more_lines_of_code_as_there_are_decisions() -> None:
    def lines(count: int) -> int:
        ran = 0

        def counted(frame: FrameType, event: str, _: object) -> Any:
            nonlocal ran
            if frame.f_code.co_filename != matching.__file__:
                return None
            ran += event == "line"
            return counted

        now, there = drawn(count)
        before = sys.gettrace()
        sys.settrace(counted)
        try:
            match(now, there)
        finally:
            sys.settrace(before)
        return ran

    assert 7 * lines(500) < lines(4_000) < 8.5 * lines(500)


def test_matching_is_linear() -> None:
    def seconds(now: list[Place], there: list[Place]) -> float:
        began = time.process_time()
        match(now, there)
        return time.process_time() - began

    few, many = drawn(2_000), drawn(16_000)
    short = long = float("inf")
    gc.disable()  # it would look through what all other tests have left in memory
    try:
        for _ in range(12):  # in turn, and the least of each: what else the machine does takes the caches for a while
            short, long = min(short, seconds(*few)), min(long, seconds(*many))
            if long < 12 * short:
                return
    finally:
        gc.enable()
    pytest.fail(f"8 times the decisions take {long / short:.1f} times as long")


class Counted(list[int]):
    """A list that counts how often it is asked."""

    asked = 0

    def __getitem__(self, at: Any) -> Any:
        Counted.asked += 1
        return super().__getitem__(at)


ORDERS: dict[str, Callable[[int], Sequence[int]]] = {
    "upwards": range,
    "downwards": lambda count: range(count)[::-1],
    "shuffled": lambda count: random.Random(count).sample(range(count), count),
}


@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
def test_the_nearest_free_number_is_found_in_few_steps(order: Callable[[int], Sequence[int]]) -> None:
    """Those that were taken lie side by side, and nobody walks over all of them each time."""

    def steps(count: int) -> int:
        free = _Free(list(range(count)))
        free._below, free._above = Counted(free._below), Counted(free._above)
        Counted.asked = 0
        for index in order(count):
            assert index in free.two(index)
            free.take(index)
            free.two(0), free.two(index), free.two(count)
        return Counted.asked

    assert steps(4_000) < 9 * steps(500)


@given(st.lists(st.integers(0, 30), min_size=1).map(sorted), st.data())
def test_the_two_nearest_are_those_of_the_free_alone(numbers: list[int], data: st.DataObject) -> None:
    free, left = _Free(numbers), list(range(len(numbers)))
    while left:
        asked = data.draw(st.integers(-2, 32))
        below = [one for one in left if numbers[one] < asked][-1:]
        assert free.two(asked) == below + [one for one in left if numbers[one] >= asked][:1]
        taken = data.draw(st.sampled_from(left))
        left.remove(taken)
        free.take(taken)
    assert free.two(5) == []


def test_the_letters_around_are_letters() -> None:
    page = "một hai ba bốn năm sáu . . . . x . . . . bảy tám chín mười mười một"
    found = place(page, Change(page.index("x"), page.index("x") + 1, "", ()))
    assert len(folded(found.right)) == LETTERS
    assert folded(found.left) == "mothaibabonnamsau"
