"""What the tokens of a line are, which may be joined, what words they make, and what those cost: each at its border."""

from __future__ import annotations

import pytest

from vntextclean.filters.moved_letters import words as module
from vntextclean.filters.moved_letters.lines import MovedLetters
from vntextclean.filters.moved_letters.words import (
    Token,
    Word,
    fits,
    is_piece,
    joinable_from,
    plain,
    spelled,
    tokens_of,
)


def tokens(text: str) -> list[Token]:
    return tokens_of(text, MovedLetters(0, len(text), len(text), ()))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("nhà", Token(0, 3, "nhà", True, True)),
        ("(nhà", Token(0, 4, "nhà", False, True)),
        ("nhà,", Token(0, 4, "nhà", True, False)),
        ("đ)", Token(0, 2, "đ", True, False, listed=True)),
        ("đ.)", Token(0, 3, "đ", True, False)),
        ("12", Token(0, 2, "", False, False)),
        ("a1b", Token(0, 3, "", False, False)),
        ("...", Token(0, 3, "", False, False)),
    ],
)
def test_a_token(text: str, found: Token) -> None:
    assert tokens(text) == [found]


@pytest.mark.parametrize(
    ("text", "cores"),
    [
        ("mấy...Độ", ["mấy", "Độ"]), ("mấy…Độ", ["mấy", "Độ"]), ("mấy..Độ", [""]), ("mấy... Độ", ["mấy", "Độ"]),
        ("mấy...12", [""]), ("a b", ["a", "b"]), ("", []),
    ],
)  # fmt: skip
def test_tokens_of_a_line(text: str, cores: list[str]) -> None:
    assert [token.core for token in tokens(text)] == cores


@pytest.mark.parametrize(
    ("text", "narrow"),
    [
        ("a b  c", [False, False, False]),  # two blanks at most
        ("a   b c", [False, False, True]),
        ("a   b  c   d", [False, False, True, False]),
        ("a", [False]),
    ],
)
def test_narrow_gaps_among_wide_ones(text: str, narrow: list[bool]) -> None:
    assert [token.narrow for token in tokens(text)] == narrow


@pytest.mark.parametrize(
    ("text", "joinable"),
    [
        ("t ng", [(1, ("t",)), (2, ("t", "ng"))]),
        ("t, ng", [(1, ("t",))]),
        ("t (ng", [(1, ("t",))]),
        ("t 12", [(1, ("t",))]),
        ("12 t", []),
        ("đ C", [(1, ("đ",))]),
        ("Đ C", [(1, ("Đ",)), (2, ("Đ", "C"))]),
        ("Đ c", [(1, ("Đ",)), (2, ("Đ", "c"))]),
        ("a b c d e", [(1, ("a",)), (2, ("a", "b")), (3, ("a", "b", "c")), (4, ("a", "b", "c", "d"))]),
        ("nghi êng", [(1, ("nghi",)), (2, ("nghi", "êng"))]),
        ("nghi êngh", [(1, ("nghi",))]),
        ("nghiêngg", []),
    ],
)
def test_tokens_that_may_be_one_word(text: str, joinable: list[tuple[int, tuple[str, ...]]]) -> None:
    assert joinable_from(tokens(text), 0) == joinable


def test_tokens_from_a_later_one() -> None:
    assert joinable_from(tokens("x t ng"), 1) == [(2, ("t",)), (3, ("t", "ng"))]
    assert joinable_from(tokens("x"), 1) == []


@pytest.mark.parametrize(
    ("cores", "letter", "opened", "closed", "found"),
    [
        (("t", "ng"), "ướ", True, True, (("tướng", 1, 0),)),
        (("t", "ng"), "ướ", False, False, (("tướng", 1, 0),)),
        (("n",), "ở", True, True, (("ởn", 0, 0), ("nở", 1, 0))),
        (("n",), "ở", True, False, (("ởn", 0, 0),)),
        (("m",), "ấ", True, True, (("ấm", 0, 0),)),
        (("m",), "ấ", False, True, ()),
        (("t", "r"), "ở", True, True, (("trở", 2, 1),)),
        (("ngh", "ng"), "iê", True, True, (("nghiêng", 1, 0),)),
        (("nghi", "ng"), "iê", True, True, ()),
        (("H",), "À", True, True, (("HÀ", 1, 0),)),
        (("h",), "À", True, True, ()),
        (("H",), "à", True, True, (("Hà", 1, 0),)),
    ],
)
def test_the_syllables_of_tokens_with_a_letter(
    cores: tuple[str, ...], letter: str, opened: bool, closed: bool, found: tuple[tuple[str, int, int], ...]
) -> None:
    assert spelled(cores, letter, opened, closed) == found


@pytest.mark.parametrize(
    ("text", "at", "piece"),
    [
        ("ng", 0, True), ("n", 0, True), ("đ)", 0, False), ("x đ)", 1, True), ("ngh)", 0, True), ("nhà", 0, False),
        ("Ng", 0, False), ("carv", 0, True), ("carva", 0, False), ("12", 0, False), ("a", 0, False),
    ],
)  # fmt: skip
def test_what_is_left_of_a_word(text: str, at: int, piece: bool) -> None:
    assert is_piece(tokens(text), at) == piece


def words(text: str, first: int = 0) -> list[Word]:
    made = tokens(text)
    return plain(made, first, joinable_from(made, first))


@pytest.mark.parametrize(
    ("text", "first", "found"),
    [
        ("nhà", 0, [Word(0, 1, 0, "nhà", 0.0, False)]),
        ("ng", 0, [Word(0, 1, 0, "ng", 14.0, True)]),
        ("carvacrol", 0, [Word(0, 1, 0, "carvacrol", 14.0, False)]),
        ("12", 0, [Word(0, 1, 0, "0", 0.0, False)]),
        ("C", 0, [Word(0, 1, 0, "C", 14.0, False)]),  # a capital begins the line
        ("độ C", 1, [Word(1, 2, 0, "C", 3.0, False)]),
        ("độ CD", 1, [Word(1, 2, 0, "CD", 14.0, False)]),
        ("độ c", 1, [Word(1, 2, 0, "c", 14.0, True)]),
        ("nh à", 0, [Word(0, 1, 0, "nh", 14.0, True), Word(0, 2, 0, "nhà", 5.0, False)]),
        ("n h à", 0, [Word(0, 1, 0, "n", 14.0, True), Word(0, 3, 0, "nhà", 10.0, False)]),
    ],
)
def test_words_without_a_letter(text: str, first: int, found: list[Word]) -> None:
    assert words(text, first) == found


def test_behind_the_last_token_no_word_begins() -> None:
    assert words("nhà", 1) == []


def lettered(text: str, letter: str, first: int = 0) -> list[tuple[int, str, float]]:
    made = tokens(text)
    found = module._lettered(made, first, joinable_from(made, first), letter)
    assert all((word.first, word.used, word.left_over) == (first, 1, False) for word in found)
    return [(word.last, word.word, word.cost) for word in found]


def test_words_with_a_letter() -> None:
    assert lettered("t ng", "ướ") == [(1, "ướt", 0.0), (2, "tướng", 0.0)]
    assert lettered("t r", "ở")[0] == (0, "ở", 3.0)
    assert (2, "trở", 5.0) in lettered("t r", "ở")
    assert lettered("x   t r", "ở", 2)[0] == (2, "ở", 7.0)  # one blank where others left three
    assert lettered("x   t   r", "ở", 2)[0] == (2, "ở", 3.0)
    assert lettered("nhà", "ở", 1) == [(1, "ở", 3.0)]
    assert lettered("nhà", "ướ", 1) == []


@pytest.mark.parametrize(
    ("text", "letters", "fit"),
    [
        ("C quan thu h s .", ("ơ", "ồ", "ơ"), True),
        ("quan thu", (), True),
        ("quan thu", ("ở",), True),  # a word by itself
        ("quan thu", ("ở", "ở"), True),
        ("quan thu", ("ướ",), False),
        ("quan ng", (), False),
        ("t ng đi", ("ướ",), True),
        ("nh à", (), True),  # joined
        ("q ng", ("ướ",), False),
        ("", ("ở",), True),
        ("", ("ướ",), False),
    ],
)
def test_whether_words_use_all(text: str, letters: tuple[str, ...], fit: bool) -> None:
    assert fits(tokens(text), letters) == fit
