"""The words that a letter makes of a line, and what the blanks say of each: costs at their borders."""

from __future__ import annotations

import pytest

from vntextclean.filters.moved_letters import places as module
from vntextclean.filters.moved_letters.lines import MovedLetters
from vntextclean.filters.moved_letters.places import Places
from vntextclean.filters.moved_letters.words import tokens_of
from vntextclean.lm.model import Model


def line(text: str, behind: int = 0, *, told: bool = True) -> Places:
    return Places(Model.open(), tokens_of(text, MovedLetters(0, len(text), len(text), ())), behind, told=told)


def made(text: str, letter: str | None, behind: int = 0, *, told: bool = True) -> list[tuple[int, int, str, float]]:
    (table,) = line(text, behind, told=told).tables([letter])
    assert table.firsts.tolist() == [place.word.first for place in table.places]
    assert table.lasts.tolist() == [place.word.last for place in table.places]
    assert table.costs.tolist() == [place.word.cost for place in table.places]
    assert table.ids.tolist() == Model.open().ids([place.word.word.lower() for place in table.places]).tolist()
    assert {place.letter for place in table.places} <= {letter}
    assert all(place.word.used == (letter is not None) for place in table.places)
    return [(place.word.first, place.word.last, place.word.word, place.word.cost) for place in table.places]


def test_words_without_a_letter() -> None:
    assert made("nh à con", None) == [(0, 1, "nh", 14.0), (0, 2, "nhà", 5.0), (1, 2, "à", 0.0), (2, 3, "con", 0.0)]
    assert (0, 2, "nhà", 9.0) in made("nh  à con", None)  # over two blanks
    assert (0, 2, "nhà", 5.0) in made("nh  à con", None, told=False)


def test_a_join_that_the_model_never_met_is_left_out() -> None:
    found = made("b ỏm", None)
    assert all(last == first + 1 or Model.open().ids([word])[0] >= 16 for first, last, word, _ in found)
    assert (0, 1, "b", 14.0) in found  # a token by itself stays


@pytest.mark.parametrize(
    ("text", "behind", "cost"),
    [
        pytest.param("t r", 0, 3.0, id="no blank behind the last"),
        pytest.param("t r", 1, 3.0, id="one says nothing there"),
        pytest.param("t r", 2, 3.0, id="two neither"),
        pytest.param("t r", 3, -1.0, id="three: a word of its own"),
        pytest.param("t r", 4, -1.0, id="more"),
    ],
)
def test_a_letter_by_itself_behind_the_last_word(text: str, behind: int, cost: float) -> None:
    found = [each for each in made(text, "ở", behind) if each[0] == each[1] == 2]
    assert found == [(2, 2, "ở", cost)]


@pytest.mark.parametrize(("blanks", "cost"), [(1, 7.0), (2, 3.0), (3, -1.0)])
def test_a_letter_by_itself_between_words(blanks: int, cost: float) -> None:
    found = made("con" + " " * blanks + "ta", "ở")
    assert (1, 1, "ở", cost) in found
    assert (0, 0, "ở", 3.0) in found  # before the first no blank is counted
    assert (1, 1, "ở", 3.0) in made("con" + " " * blanks + "ta", "ở", told=False)


def test_a_letter_that_is_no_word_stands_nowhere_by_itself() -> None:
    assert [each for each in made("con ta", "ướ") if each[0] == each[1]] == []
    assert [each for each in made("con ta", "Ở") if each[0] == each[1]] != []


@pytest.mark.parametrize(
    ("text", "word", "cost"),
    [
        pytest.param("t ng", "tướng", 0.0, id="inside, over one blank"),
        pytest.param("t  ng", "tướng", 4.0, id="inside, over two"),
    ],
)
def test_a_letter_inside_a_word(text: str, word: str, cost: float) -> None:
    assert (0, 2, word, cost) in made(text, "ướ")


@pytest.mark.parametrize(("blanks", "cost"), [(1, 4.0), (2, -4.0), (3, -4.0)])
def test_a_letter_at_the_end_of_a_word(blanks: int, cost: float) -> None:
    assert (0, 1, "bờ", cost) in made("b" + " " * blanks + "con", "ờ")


@pytest.mark.parametrize(("blanks", "cost"), [(1, 4.0), (2, -4.0)])
def test_a_letter_at_the_beginning_of_a_word(blanks: int, cost: float) -> None:
    assert (1, 2, "ấm", cost) in made("con" + " " * blanks + "m", "ấ")


def test_a_letter_at_the_beginning_of_the_line() -> None:
    assert (0, 1, "ấm", 0.0) in made("m con", "ấ")


@pytest.mark.parametrize(("behind", "cost"), [(0, 0.0), (1, 0.0), (2, -4.0)])
def test_a_letter_at_the_end_of_the_line(behind: int, cost: float) -> None:
    assert (0, 1, "bờ", cost) in made("b", "ờ", behind)


def test_a_join_costs() -> None:
    assert (0, 2, "trở", 5.0 + 4.0) in made("t r con", "ở")
    assert (0, 2, "trở", 5.0 - 4.0) in made("t r  con", "ở")


@pytest.mark.parametrize(
    ("gap", "least", "cost"), [(0, 2, 0.0), (1, 2, 4.0), (2, 2, -4.0), (2, 3, 4.0), (3, 3, -4.0), (9, 3, -4.0)]
)
def test_what_blanks_say(gap: int, least: int, cost: float) -> None:
    assert module._cost(gap, least) == cost


def test_what_a_letter_makes_is_found_once() -> None:
    places = line("t ng")
    first, second = places.tables(["ướ", None])
    again = places.tables(["ướ"])
    assert again[0] is first
    assert places.tables([None])[0] is second
