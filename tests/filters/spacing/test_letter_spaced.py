"""Lines whose letters stand apart: which tokens make a run, where its words part, and what must be syllables."""

from __future__ import annotations

import pytest

from vntextclean.filters.spacing.letter_spaced import LetterSpaced, _runs, _share, letter_spaced


@pytest.mark.parametrize(
    ("widths", "runs"),
    [
        ("111111", [6]),
        ("11111", []),  # five are too few
        ("1113111", [7]),
        ("1114111", []),  # four letters set close are a word
        ("3111111", [6]),  # a run begins and ends with a single one
        ("1111113", [6]),
        ("1111114111111", [6, 6]),
        ("", []),
    ],
)
def test_runs(widths: str, runs: list[int]) -> None:
    text = " ".join("x" * int(width) for width in widths)
    assert [len(run) for run in _runs(text)] == runs
    assert [len(run) for run in _runs(f"mưa\t{text}\n{text}")] == 2 * runs  # a line end parts them


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("C ộ n g   h ò a   x ã", ["Cộng", "hòa", "xã"]),
        ("C ộ n g   h ò a ,   x ã", ["Cộng", "hòa,", "xã"]),
        ("C ộ n g\u00a0h ò a\u00a0x ã", ["Cộng", "hòa", "xã"]),  # another blank parts words
        ("C ộ n g h ò a x ã", []),  # one width
        ("A B C   B C A", []),
        ("mưa  gió  lúa", []),
        ("C ộ ng   h ò a   x ã", ["Cộng", "hòa", "xã"]),  # one of eight is set close
        ("C ộ ng   h òa   x ã   h ộ i   ch ủ", []),  # three of twelve
        ("Số 5: C ộ n g   h ò a   x ã", ["Cộng", "hòa", "xã"]),
        ("Số C ộ n g   h ò a   x ã", []),  # part of a longer word
        ("Số   C ộ n g   h ò a   x ã", ["Cộng", "hòa", "xã"]),
        ("Số, C ộ n g   h ò a   x ã", ["Cộng", "hòa", "xã"]),
        ("C ộ n g   h ò a   x ã hội", []),
        ("C ộ n g   h ò a   x ã   hội", ["Cộng", "hòa", "xã"]),
        ("C ộ n g   h ò a   x ã . hội", ["Cộng", "hòa", "xã."]),
        ("C ộ n g  h ò a    x ã", ["Cộng", "hòa", "xã"]),
        ("C ộ n g   h ò a   x ã   h ội", []),
        ("x ã   h o", []),  # too few letters
        ("c o n   t r a u", ["con", "trau"]),
        ("c o n   x q z   t h a n h", ["con", "xqz", "thanh"]),
        ("b a   c o n   g h k   t r q", ["ba", "con", "ghk", "trq"]),
        ("b a   x q n   g h k   t r q", []),  # one in four is a syllable
        ("b a  c o n   g h k    t r q", []),  # of more widths, and without a mark, three in four are asked for
        ("1 2 3   c o n   m è o", ["123", "con", "mèo"]),
        ("c o n   m è o   1 2", ["con", "mèo", "12"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    found = [word.joined for spaced in letter_spaced(text, 0, len(text)) if spaced.reads for word in spaced.words]
    assert found == words


@pytest.mark.parametrize(
    ("words", "share"),
    [
        (["thanh", "tra"], 1.0),
        (["thanh", "xqz"], 0.5),
        (["thanh", "vissng"], 0.0),
        (["thanh"], None),
        (["a", "bc"], None),
        (["ab", "cd"], None),
        (["thanh", "12"], 1.0),
        (["12", "34"], None),
        (["THANH", "VT"], 0.5),
        (["thanh", "VT"], 1.0),
        (["thanh", "VA"], 1.0),
        (["thanh", "VƯT"], 0.5),  # small and capital letters: with a vowel it is a word
        (["thanh", "b"], 0.5),
        (["thanh", "a"], 1.0),
        (["thanh", "a", "b", "c"], 0.5),
        (["thanh", "a", "b", "c", "d"], None),  # fewer than two letters each
        (["thanh", "tr4"], 1.0),
        (["thanh", "--"], 1.0),
        (["tha", "nh"], 0.5),
        (["ab", "abc"], 0.0),
    ],
)
def test_the_share_of_syllables(words: list[str], share: float | None) -> None:
    assert _share(words) == share


@pytest.mark.parametrize("joined", [True, False])
def test_a_zone_of_blanks_inside_and_beside(joined: bool) -> None:
    text = "mưa  T h a n h   t r a   t ỉ n h  gió"
    spaced = LetterSpaced(text, joined=joined)
    inside = [at for at in range(len(text)) if text.startswith("   ", at)]
    assert [spaced.covers(at, at + 3) for at in inside] == [True, True]
    # Where no filter joins the letters, the gaps beside them tell the next run where they end.
    assert spaced.covers(3, 5) is not joined
    assert spaced.covers(text.index("  gió"), text.index("gió")) is not joined


def test_beside_letters_that_are_not_joined_because_they_are_no_syllables() -> None:
    text = "mưa  t t  N g H a  cô"
    spaced = LetterSpaced(text, joined=True)
    assert spaced.covers(3, 5)
    assert spaced.covers(text.index("  cô"), text.index("cô"))


def test_blanks_at_the_ends_of_a_line_and_far_from_the_stretch() -> None:
    text = "mưa  rơi  T h a n h   t r a   t ỉ n h  "
    spaced = LetterSpaced(text, joined=False)
    assert not spaced.covers(3, 5)
    assert not spaced.covers(len(text) - 2, len(text))
    assert not LetterSpaced(text[8:], joined=False).covers(0, 2)


def test_zones_of_blanks_are_asked_about_once_a_line() -> None:
    text = "C ộ n g   h ò a   x ã\nmưa   gió   lúa   rơi   to\nT h a n h   t r a   t ỉ n h"
    spaced = LetterSpaced(text, joined=True)
    zones = [at for at in range(len(text)) if text.startswith("   ", at)]
    assert [spaced.covers(at, at + 3) for at in zones] == [True, True, False, False, False, False, True, True]


def test_a_zone_at_the_edge_of_a_line_is_an_indent() -> None:
    text = "   C ộ n g   h ò a   x ã   "
    spaced = LetterSpaced(text, joined=False)
    assert not spaced.covers(0, 3)
    assert not spaced.covers(len(text) - 3, len(text))
    assert spaced.covers(text.index("g   h") + 1, text.index("h ò"))


def test_letters_that_are_not_joined_keep_the_gap_beside_them_inside_their_line_alone() -> None:
    text = "C ộ n g   h ò a   x ã  gió"
    at = text.index("  gió")
    assert LetterSpaced(text, joined=False).covers(at, at + 2)
    assert not LetterSpaced(text, joined=True).covers(at, at + 2)
    assert not LetterSpaced("mưa  gió  lúa  rơi", joined=False).covers(3, 5)
