"""What words a line can be made of: each of its tokens alone, joined, and with a letter put in."""

from __future__ import annotations

from vntextclean.filters.moved_letters.lines import moved_letters
from vntextclean.filters.moved_letters.words import Words, tokens_of, words_of


def made(text: str) -> Words:
    (line,) = moved_letters(text)
    return words_of(tokens_of(text, line), line.letters)


def test_a_letter_goes_to_each_place_where_it_makes_a_syllable() -> None:
    (first, second, end) = made("t ng\nướ ở\n")
    assert [(word.word, word.last) for word in first["ướ"] if word.used] == [("ướt", 1), ("tướng", 2)]
    assert "ở" in {word.word for word in end["ở"]}
    assert "ướng" in {word.word for word in second["ướ"]}


def test_without_a_letter_a_piece_is_left_over() -> None:
    first = made("t ng\nướ ở\n")[0]
    assert [(word.word, word.left_over) for word in first[None]] == [("t", True)]


def test_no_letter_goes_behind_a_mark() -> None:
    first = made("đ. quan\nế ở\n")[0]
    assert "đế" not in {word.word for word in first["ế"]}
