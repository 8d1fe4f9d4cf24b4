"""The words of a line by clauses, and which of them are keys and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vntextclean.filters.keystrokes.clauses import (
    LETTERS,
    clauses_of,
    is_only_telex,
    is_only_vni,
    may_be_telex,
    telex_clauses,
    telex_word,
    vni_word,
)


@pytest.mark.parametrize(
    ("line", "clauses"),
    [
        ("một hai ba", [["một", "hai", "ba"]]),
        ("một hai, ba", [["một", "hai"], ["ba"]]),
        ("một. Hai! Ba? Bốn…", [["một"], ["Hai"], ["Ba"], ["Bốn"]]),
        ("một (hai ba) bốn", [["một", "hai", "ba"], ["bốn"]]),  # a bracket ends a clause, and opens none
        ("một “hai ba” bốn", [["một"], ["hai", "ba"], ["bốn"]]),
        ("một “hai ba", [["một"], ["hai", "ba"]]),  # a quotation opens a clause ...
        ("một hai” ba", [["một", "hai"], ["ba"]]),  # ... and closes one
        ("một-hai ba", [["một", "hai", "ba"]]),
        ("một a@b.vn hai", [["một", "hai"]]),  # an address is no word
        ("một http://a.vn, hai", [["một"], ["hai"]]),
        ("một @a.vn. hai", [["một"], ["hai"]]),  # no word, but its end is an end
        ('một "a@b hai', [["một"], ["hai"]]),
        ("một hai1 ba", [["một", "hai", "ba"]]),
        (". , một", [["một"]]),
        ("", []),
    ],
)
def test_clauses(line: str, clauses: list[list[str]]) -> None:
    found = list(clauses_of(line, LETTERS, telex_word))
    assert [[word.text for word in clause] for clause in found] == clauses
    assert all(line[word.start : word.end] == word.text for clause in found for word in clause)


@pytest.mark.parametrize(
    ("text", "after", "strong", "strange"),
    [
        ("ddaf", "đà", True, False),
        ("banwfg", "bằng", False, False),
        ("hai", None, False, False),
        ("mas", "má", False, False),  # a word of other languages too
        ("straight", None, False, True),
        ("thằng", None, False, False),
        ("iPhone", None, False, True),  # neither small, nor capitals, nor a title
        ("MAS", "MÁ", False, False),
        ("Mas", "Má", False, False),
        ("mAs", None, False, True),
        ("čeština", None, False, True),
    ],
)
def test_what_telex_makes_of_a_word(text: str, after: str | None, strong: bool, strange: bool) -> None:
    assert telex_word(0, len(text), text)[3:] == (after, strong, strange)


@pytest.mark.parametrize(
    ("text", "after", "strong", "strange"),
    [
        ("d9a2", "đà", True, False),
        ("ma1", "má", False, False),  # one digit at the end: a number of a note, or A4
        ("mo65t", "một", True, False),
        ("mo6t", None, False, True),
        ("hai", None, False, False),
        ("2024", None, False, False),
        ("straight", None, False, True),
        ("thằng", None, False, False),
    ],
)
def test_what_vni_makes_of_a_word(text: str, after: str | None, strong: bool, strange: bool) -> None:
    assert vni_word(0, len(text), text)[3:] == (after, strong, strange)


@pytest.mark.parametrize(
    ("word", "keys"),
    [("ddang", True), ("dduwowcj", True), ("roof", False), ("beer", False), ("nomoj", False), ("dodaj", False)],
)
def test_no_english_word_is_spelled_so(word: str, keys: bool) -> None:
    assert is_only_telex(word) is keys


@pytest.mark.parametrize(
    ("word", "may"),
    [("nuowcs", True), ("giups", True), ("mas", False), ("Giups", False), ("nhaf", True), ("straight", False)],
)
def test_a_word_may_be_telex_among_vietnamese_ones(word: str, may: bool) -> None:
    assert may_be_telex(word) is may


@pytest.mark.parametrize(
    ("word", "keys"),
    [
        ("mo65t", True),
        ("mot65", True),
        ("mo6t", False),
        ("ma1", False),
        ("d9", False),
        ("a4b", False),
        ("hai", False),
        ("12", False),
    ],
)
def test_vni_and_nothing_else(word: str, keys: bool) -> None:
    assert is_only_vni(word) is keys


_PIECES = (
    "trời",
    "taxi",
    "tieesng",
    "Thanhf",
    "IMF",
    "teen's",
    "(xoong)",
    "“giups",
    "bạn”",
    "a@b.vn.",
    ".",
    ",",
    "…",
    "hoa!",
)


@given(st.lists(st.tuples(st.sampled_from(_PIECES), st.sampled_from((" ", "", ", ", ". ", "\N{NO-BREAK SPACE}")))))
def test_a_part_of_a_line_has_the_clauses_that_it_has_in_the_line(pieces: list[tuple[str, str]]) -> None:
    line = "".join(piece + behind for piece, behind in pieces)
    clauses = list(clauses_of(line, LETTERS, telex_word))
    found = telex_clauses(line)
    assert found == [clause for clause in clauses if clause in found]
    assert all(clause in found for clause in clauses if any(may_be_telex(word.text) for word in clause))
