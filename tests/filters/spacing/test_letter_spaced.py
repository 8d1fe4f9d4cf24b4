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
