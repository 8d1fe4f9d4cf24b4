"""What lines are made of, counted by the kernel and by numpy."""

from __future__ import annotations

import numpy as np
import pytest

from vntextclean.filters.boilerplate.text.char_classes import (
    ADDRESS_SIGN,
    BRACKET,
    CLAUSE_SIGN,
    CODE_SIGN,
    COLON_SIGN,
    COMMA,
    DASH,
    DIGIT,
    EDGE_SIGN,
    GAP_SIGN,
    LOOKS_SIGN,
    LOWER,
    MARKED,
    OTHER,
    SEPARATOR,
    SPACE,
    STOP,
    SYMBOL,
    TWICE_SIGN,
    UPPER,
)
from vntextclean.filters.boilerplate.text.line_counts import doubled, line_counts
from vntextclean.filters.boilerplate.text.word_stats import Known, keys_of, pairs, rare_words
from vntextclean.lm import kernel


@pytest.fixture(params=["kernel", "numpy"], autouse=True)
def either(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same by the compiled kernel and without it."""
    if request.param == "numpy":
        monkeypatch.setattr(kernel, "native", None)


LINES = ["Chợ nổi, 7 giờ.", "", "Lò Sen – 12/3 (hai)", "»", "©😀中 a"]


def test_the_characters_of_each_class() -> None:
    found = line_counts(LINES)
    assert found.text == "\n".join(LINES)
    assert found.sizes.tolist() == [15, 0, 19, 1, 5]
    counted = [{kind: number for kind, number in enumerate(row) if number} for row in found.counts.tolist()]
    assert counted == [
        {LOWER: 5, MARKED: 3, UPPER: 1, DIGIT: 1, SPACE: 3, STOP: 1, COMMA: 1},
        {},
        {LOWER: 5, MARKED: 1, UPPER: 2, DIGIT: 3, SPACE: 4, SEPARATOR: 1, BRACKET: 2, DASH: 1},
        {SEPARATOR: 1},
        {LOWER: 1, SPACE: 1, SYMBOL: 2, OTHER: 1},
    ]
    assert found.words.per_line.tolist() == [4, 0, 5, 0, 1]
    assert found.words.capitals.tolist() == [1, 0, 2, 0, 0]
    assert found.words.lines.tolist() == [0, 0, 0, 0, 2, 2, 2, 2, 2, 4]


@pytest.mark.parametrize(
    ("line", "first", "last"),
    [
        ("Mưa to.", "M", "."),
        ("“Mưa to.”", "“", "."),
        ("(Mưa to!)", "(", "!"),
        ("*Mưa to?* ", "*", "?"),
        ("Mưa 'to'_", "M", "o"),
        (" Mưa", " ", "a"),
        ("a", "a", "a"),
        ("»", "»", "»"),
        (")", ")", ""),
        ("  ", " ", ""),
        ("", "", ""),
    ],
)
def test_the_first_character_and_the_last_but_for_quotes(line: str, first: str, last: str) -> None:
    for lines in ([line], ["Gió bấc.", line, "Nắng!"], [line, "Nắng!"], ["Gió bấc.", line]):
        found, at = line_counts(lines), lines.index(line)
        assert [chr(code) if code else "" for code in (found.first[at], found.last[at])] == [first, last]


@pytest.mark.parametrize(
    ("line", "signs"),
    [
        ("Mưa to", 0),
        ("", 0),
        ("Giá: 5", CODE_SIGN | COLON_SIGN),
        ("a@xa", CODE_SIGN | ADDRESS_SIGN),
        ("www.xa", ADDRESS_SIGN),
        ("xa.vn", ADDRESS_SIGN),
        ("http", ADDRESS_SIGN),
        ("Mưa  to", GAP_SIGN),
        ("a::b", CODE_SIGN | COLON_SIGN | LOOKS_SIGN),
        ("a()", CODE_SIGN | LOOKS_SIGN),
        ("a(b)", CODE_SIGN),
        ("a; b", CODE_SIGN | LOOKS_SIGN),
        ("a | b", CODE_SIGN),
        ("Điều 3", CLAUSE_SIGN),
        ("khoản 3", CLAUSE_SIGN),
        ("điều 3", 0),
        (" Mưa", EDGE_SIGN),
        ("Mưa ", EDGE_SIGN),
        ("Chợ phiên Chợ phiên", TWICE_SIGN),
        ("Chợ phiên Chợ phiền", 0),
    ],
)
def test_the_signs_of_a_line(line: str, signs: int) -> None:
    for lines in ([line], ["Gió bấc", line, "Nắng"], ["", line], [line, ""]):
        assert line_counts(lines).signs.tolist() == [signs if each == line else 0 for each in lines]


def test_what_is_said_twice_has_sixteen_characters() -> None:
    assert [doubled(text) for text in ("Gió về Gió về ơ", "abcdefgabcdefg", "abcdefg abcdefg")] == [False] * 3
    assert [doubled(text) for text in ("abcdefghabcdefgh", "abcdefgh abcdefgh", "abcdefgh-abcdefgh")] == [True] * 3
    assert not doubled("abcdefgh abcdefgx") and not doubled("xbcdefgh abcdefgh") and not doubled("")


def test_no_lines_and_lines_of_nothing() -> None:
    assert line_counts([]).text == "" and len(line_counts([]).sizes) == 0
    assert line_counts(["", ""]).words.per_line.tolist() == [0, 0]
    assert line_counts(["", ""]).words.head.tolist() == [0, 0]


def test_words_are_known_in_small_letters() -> None:
    words = line_counts(["Mưa to của MƯA-gió 7h", "--", "và"]).words
    assert words.keys.tolist() == keys_of("mưa to của mưa gió 7h và").tolist()
    assert words.head.tolist() == [*keys_of("mưa").tolist(), 0, *keys_of("và").tolist()]
    assert words.tail.tolist() == [*keys_of("7h").tolist(), 0, *keys_of("và").tolist()]
    assert words.common.tolist() == [False, False, True, False, False, False, True]
    assert words.stops.tolist() == [1, 0, 1]
    assert len(set(keys_of("a ab ba b aa aaa").tolist())) == 6


def test_the_letters_of_long_words_count() -> None:
    long = 70 * "a"
    assert keys_of(long + "b")[0] != keys_of(long + "c")[0]
    assert keys_of("b" + long)[0] != keys_of(long + "b")[0]
    assert line_counts([long + "B"]).words.keys.tolist() == keys_of(long + "b").tolist()


def test_known_words_and_pairs() -> None:
    known = Known(keys_of("mưa gió mưa"))
    assert len(known.keys) == 2
    assert known.places(keys_of("trời mưa to gió mưa")).tolist() == [1, 3, 4]
    two = Known(pairs(keys_of("mưa to")))
    assert two.places(keys_of("to mưa to mưa"), with_next=True).tolist() == [1]
    assert two.places(keys_of("mưa"), with_next=True).tolist() == []
    assert Known(keys_of("")).places(keys_of("mưa")).tolist() == []


def test_rare_words_stand_beside_their_equals() -> None:
    words = line_counts(["Mưa của gió", "gió mưa và mưa", "gió"]).words
    found = rare_words(words, np.array([1, 2, 2], np.int64))
    order = found.keys.tolist()
    rain, wind = (int(key) for key in keys_of("mưa gió"))
    assert order in ([rain] * 3 + [wind] * 3, [wind] * 3 + [rain] * 3)
    assert found.lines[found.keys == np.uint64(rain)].tolist() == [0, 1, 1]
    assert found.lines[found.keys == np.uint64(wind)].tolist() == [0, 1, 2]
    assert found.paragraphs[found.keys == np.uint64(wind)].tolist() == [1, 2, 2]
