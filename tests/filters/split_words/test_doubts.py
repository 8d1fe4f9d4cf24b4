"""What joining costs where a piece may be a unit, an initial or the letter of a list, and what may be one word."""

from __future__ import annotations

import pytest

from vntextclean.filters.split_words import doubt as module
from vntextclean.filters.split_words.doubt import doubt, doubt_of_bare, may_be_one
from vntextclean.filters.split_words.search import SplitSearch
from vntextclean.filters.split_words.stretch import Try, Words
from vntextclean.lm.model import Model


@pytest.fixture(scope="module")
def search() -> SplitSearch:
    return Model.open().derived(SplitSearch)


@pytest.mark.parametrize(
    ("text", "first", "last", "cost"),
    [
        ("xã th ực hiện", 1, 2, 0.0),
        ("đáp án A b Á", 2, 3, module._LISTED),  # a third letter beside
        ("A b Á đúng", 1, 2, module._LISTED),
        ("đáp án b á đúng", 2, 3, module._VARIABLE),
        ("A án b á đúng", 2, 3, module._VARIABLE),  # a letter further off is of no list
        ("đáp án b á đúng C", 2, 3, module._VARIABLE),
        ("mục d ù) lúa", 1, 2, module._INITIAL),
        ("xã ho c lúa", 1, 2, module._LOST_VOWEL),
        ("xã ng anh lúa", 1, 2, module._LOST_VOWEL),
        ("tên N am lúa", 1, 2, module._INITIAL),
        ("cao 5 m ốm lúa", 2, 3, module._UNIT),
        ("cao m ốm lúa", 1, 2, module._VARIABLE),
        ("cao o à lúa", 1, 2, 0.0),
        ("mục d ù. lúa", 1, 2, module._INITIAL),
        ("mục d ù… lúa", 1, 2, module._INITIAL),
        ("mục d ù, lúa", 1, 2, module._VARIABLE),
        ("mục d ùng) lúa", 1, 2, 0.0),
        ("mục d ù", 1, 2, module._VARIABLE),
        ("xã kpa ngh lúa", 1, 2, 0.0),  # no plain word before it
        ("con ch à lúa", 1, 2, module._VARIABLE),
        ("con ch ạ lúa", 1, 2, module._VARIABLE),
        ("con ch ề lúa", 1, 2, 0.0),
        ("con ch em lúa", 1, 2, module._LOST_VOWEL),
        ("con ch ém lúa", 1, 2, 0.0),
        ("con ch e lúa", 1, 2, 0.0),
        ("ơ..n ông lúa", 1, 2, module._LISTED),
        ("ơ’n ông lúa", 1, 2, module._LISTED),
        ("n ông lúa", 0, 1, module._VARIABLE),
        ("ơ..nh ông lúa", 1, 2, 0.0),
        ("xem bà y lúa", 1, 2, module._VARIABLE),
        ("xem qu y lúa", 1, 2, 0.0),
        ("cao 15 o à lúa", 2, 3, 0.0),  # a vowel is no unit
        ("5 m ốm lúa", 1, 2, module._UNIT),
        ("m ốm lúa", 0, 1, module._VARIABLE),
        ("tên N ÁM lúa", 1, 2, module._VARIABLE),
        ("cao th ông lúa", 1, 2, 0.0),
        ("có m rồi m éo tin", 3, 4, module._LISTED),  # short forms of a chat
        ("có t rồi m éo tin", 3, 4, 0.0),
        ("có m rồi m ẹo tin", 3, 4, 0.0),
        ("có b rồi b éo tin", 3, 4, 0.0),
    ],
)
def test_what_joining_costs(search: SplitSearch, text: str, first: int, last: int, cost: float) -> None:
    scan = search.model.scan(text)
    pieces = text[scan.starts[first] : scan.ends[last]].split(" ")
    attempt = Try(first, last, 1000, tuple(pieces))
    assert doubt(Words(scan, search.survey.plain, [attempt]), attempt, set()) == cost


@pytest.mark.parametrize(
    ("text", "first", "joined"), [("A b Á đúng", 1, 0), ("đáp b Á C đúng", 1, 3), ("đáp án b Á C", 2, 4)]
)
def test_a_letter_that_is_joined_already_makes_no_list(search: SplitSearch, text: str, first: int, joined: int) -> None:
    scan = search.model.scan(text)
    attempt = Try(first, first + 1, 1000, ("b", "Á"))
    words = Words(scan, search.survey.plain, [attempt])
    assert doubt(words, attempt, {joined}) != module._LISTED
    assert doubt(words, attempt, {joined + 2, joined - 2}) == module._LISTED


@pytest.mark.parametrize(
    ("text", "first", "cost"),
    [
        ("nuôi c on gà", 1, module._BARE),
        ("co c on ga", 1, module._BARE_AMONG_BARE),
        ("nuôi tr âu gà", 1, 0.0),  # a mark
        ("nuôi tr ong gà", 1, 0.0),  # consonants that none can read
        ("in %d ay lúa", 1, module._LISTED),
        ("gà t r o lúa", 2, module._LISTED),  # a letter beside, which goes with nothing
        ("gà c on t lúa", 1, module._LISTED),
        ("gà c on lúa t", 1, module._BARE),
        ("gà t, c on lúa", 2, module._BARE),  # more than a space away
        ("gà c on, t lúa", 1, module._BARE),
        ("gà c on th lúa", 1, module._BARE),
        ("c on gà", 0, module._BARE),
        ("c on ga", 0, module._BARE_AMONG_BARE),
        ("ga c on", 1, module._BARE_AMONG_BARE),
        ("gà ga c on ga lúa", 2, module._BARE_AMONG_BARE),  # the words beside it are asked
        ("gà $c on lúa", 1, module._LISTED),
        ("gà /c on lúa", 1, module._LISTED),
        ("gà (c on lúa", 1, module._BARE),
    ],
)
def test_what_joining_costs_where_no_mark_shows_a_break(
    search: SplitSearch, text: str, first: int, cost: float
) -> None:
    scan = search.model.scan(text)
    attempt = Try(first, first + 1, 1000, (scan.word(first), scan.word(first + 1)))
    assert doubt_of_bare(Words(scan, search.survey.plain, [attempt]), attempt, set()) == cost


def test_a_letter_that_goes_with_the_next_word_is_not_left_over(search: SplitSearch) -> None:
    scan = search.model.scan("ho kin h d oanh loi")
    left, right = Try(1, 2, 1000, ("kin", "h")), Try(3, 4, 1000, ("d", "oanh"))
    both, one = (Words(scan, search.survey.plain, tries) for tries in ([left, right], [left]))
    assert doubt_of_bare(both, left, set()) == doubt_of_bare(both, right, set()) == module._BARE_AMONG_BARE
    assert doubt_of_bare(one, left, set()) == module._LISTED != doubt_of_bare(one, left, {3})


@pytest.mark.parametrize(
    ("word", "known"), [("thực", True), ("THỰC", True), ("Thực", True), ("thỰc", False), ("xqz", False), ("hoà", True)]
)
def test_syllables_worth_joining_to(search: SplitSearch, word: str, known: bool) -> None:
    assert (search.syllable(word) is not None) is known


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("A B C D", []),
        ("A B C D E", ["A B C D E"]),
        ("lúa A B C D E lúa", ["A B C D E"]),
        ("A B C D lúa A B C D", []),
        ("A B C D E lúa A B C D E F", ["A B C D E", "A B C D E F"]),
        ("ABCDE", []),
        ("", []),
    ],
)
def test_letters_in_a_row(search: SplitSearch, text: str, stretches: list[str]) -> None:
    assert [text[start:end] for start, end in search.spaced_letters(search.model.scan(text))] == stretches


@pytest.mark.parametrize(
    ("pieces", "one"),
    [
        (["th", "ực"], True),
        (["TH", "ỰC"], True),
        (["Th", "ực"], True),
        (["th", "Ực"], False),
        (["Ở", "Á"], False),  # two capitals
        (["C", "ÓC"], True),
        (["ng", "anh"], True),
        (["a", "nh"], True),
        (["an", "an"], False),
        (["a", "n"], False),
        (["c", "on"], True),
        (["tron", "g"], True),
        (["N", "am"], False),  # one called N
        (["Na", "m"], True),
        (["NA", "M"], False),
        (["ban", "g", "a"], False),
        (["cO", "n"], False),
        (["CO", "n"], False),
        (["coN", "g"], False),
        (["Ở"], False),
        (["C", "Ó", "C"], True),
        (["CA", "NG"], True),
        (["ca", "nh"], True),
        (["c", "a"], False),
        (["c", "á"], True),
        (["v", "i"], False),
        (["b", "a", "n"], False),
        (["an", "h"], True),
    ],
)
def test_what_may_be_one_word(pieces: list[str], one: bool) -> None:
    assert may_be_one(pieces, "".join(pieces)) is one


@pytest.mark.parametrize(
    ("text", "first", "last", "tried"),
    [
        ("xã th ực hiện", 1, 2, True),
        ("xã th  ực hiện", 1, 2, False),
        ("xã th1 ực hiện", 1, 2, False),
        ("xã xq ực hiện", 1, 2, False),
    ],
)
def test_stretches_that_are_words(search: SplitSearch, text: str, first: int, last: int, tried: bool) -> None:
    assert bool(search.stretches(search.model.scan(text), [(first, last)])) is tried


def test_a_title_inside_a_sentence_is_a_name(search: SplitSearch) -> None:
    model = search.model
    ids = [
        search.stretches(model.scan(text), [pair])[0].id
        for text, pair in (("Th ực hiện", (0, 1)), ("xã Th ực", (1, 2)))
    ]
    assert ids == [search.syllable("thực"), int(model.title_of[ids[0]])]


@pytest.mark.parametrize(
    ("text", "first", "joined"),
    [
        ("xã th ực hiện", 1, True),
        ("xã Th ực hiện", 1, True),
        ("xã th Ực hiện", 1, False),  # a capital inside is of another word
        ("nhóm C Ó chín", 1, False),  # two letters of an exam
        ("tên N am lúa", 1, False),  # one called N
        ("đi v i cháu", 1, False),  # what is left of với
        ("xã th 1 lúa", 1, False),
    ],
)
def test_which_stretches_are_tried(search: SplitSearch, text: str, first: int, joined: bool) -> None:
    assert bool(search.stretches(search.model.scan(text), [(first, first + 1)])) is joined
