"""Lone consonants of TCVN3: which are words that lost their ư, and which are letters."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from vntextclean.charsets.lone_onsets import with_horns
from vntextclean.charsets.words import Reading


def horned(words: Sequence[str], before: Sequence[str], after: Sequence[str]) -> str:
    return words[0]


@pytest.mark.parametrize(
    ("line", "made"),
    [
        ("gửi th cho bà", ["thư"]),
        ("(nh đã hứa)", ["như"]),
        ("Nh vậy", ["Như"]),
        ("nặng 5 t thóc", []),
        ("ông T Hùng", []),
        ("th", []),
        ("hứa. nh: đã", []),
        ("vay q vốn", []),
    ],
)
def test_lone_onsets(line: str, made: list[str]) -> None:
    """Beside a number, as an initial and with no word beside it on its side of a mark a consonant stays."""
    assert [one.word for one in with_horns(line, [], horned)] == made


def test_the_places_are_those_of_the_letters() -> None:
    (one,) = with_horns('mời "th ký" vào', [], horned)
    assert (one.start, one.end, one.seen) == (5, 7, "th")


def test_words_are_told_as_they_are_read_and_not_beyond_a_mark() -> None:
    asked = []

    def ask(words: Sequence[str], before: Sequence[str], after: Sequence[str]) -> None:
        asked.append((list(words), list(before), list(after)))

    read = [Reading(4, 7, "®Çu", "đầu", True), Reading(11, 13, "vµ", "và", True)]
    assert with_horns("chủ ®Çu t, vµ", read[:1], ask) == []
    assert with_horns("chủ ®Çu th vµ", [read[0], read[1]], ask) == []
    assert asked == [(["tư", "t"], ["chủ", "đầu"], []), (["thư", "th"], ["chủ", "đầu"], ["và"])]


def test_a_part_of_a_split_word_is_read_with_it() -> None:
    """Two edits of one place would end in an error."""
    assert with_horns("sở lµ nh đạo", [Reading(3, 8, "lµ nh", "lành", True)], horned) == []
