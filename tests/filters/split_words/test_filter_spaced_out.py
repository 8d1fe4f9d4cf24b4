"""Letters that are spaced out: which are joined, and which stay."""

from __future__ import annotations

from typing import Any

import pytest

from tests.filters.split_words.given import Given
from vntextclean.filters.spacing.letter_spaced import Spaced, Word
from vntextclean.filters.split_words import filter as module
from vntextclean.filters.split_words.survey import Survey

HEADING = "T H Ô N G B Á O về việc họp"


def spaced_out(monkeypatch: pytest.MonkeyPatch, text: str, **more: Any) -> list[tuple[int, int, str]]:
    given: dict[str, Any] = {"spaced": ((0, len(text)),), "words": {"THÔNGBÁO": "THÔNG BÁO", "hốilộ": "hối lộ"}, **more}
    made = Given(monkeypatch, **given).edits(text)
    assert {edit.confidence for edit in made} <= {0.99}
    assert {edit.rule for edit in made} <= {"split-words.spaced"}
    return [(edit.start, edit.end, edit.replacement) for edit in made]


@pytest.mark.parametrize(
    ("text", "more", "found"),
    [
        pytest.param(HEADING, {}, [(0, 15, "THÔNG BÁO")], id="a heading"),
        pytest.param(HEADING, {"words": {}}, [], id="no words"),
        pytest.param("T H O N G B A O về việc", {"words": {"THONGBAO": "x"}}, [], id="letters without marks"),
        pytest.param("À B À B về", {"words": {"ÀBÀB": "x"}}, [], id="two different letters"),
        pytest.param("À B C về", {"words": {"ÀBC": "x"}}, [(0, 5, "x")], id="three"),
        pytest.param("À B về", {"words": {"ÀB": "x"}}, [], id="two letters"),
        pytest.param("h ố i l ộ c ác", {"syllables": ("các",)}, [], id="the last begins a broken syllable"),
        pytest.param("h ố i l ộ ác", {"syllables": ()}, [(0, 9, "hối lộ")], id="it does not"),
        pytest.param(HEADING, {"survey": Survey([(0, 1)], broken=True, spaced=False)}, [], id="none are spaced out"),
    ],
)
def test_letters_that_are_spaced_out(
    monkeypatch: pytest.MonkeyPatch, text: str, more: dict[str, Any], found: list[tuple[int, int, str]]
) -> None:
    assert spaced_out(monkeypatch, text, **more) == found


def test_letters_of_a_puzzle_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "is_in_puzzle", lambda text, start, end: (start, end) == (0, 15))
    assert spaced_out(monkeypatch, HEADING) == []


def wide(*words: tuple[int, int, str], reads: bool = True) -> Spaced:
    return Spaced(words[0][0], words[-1][1], tuple(Word(*word) for word in words), reads)


@pytest.mark.parametrize(
    ("text", "stretches", "found"),
    [
        pytest.param("T H Ô N G  B Á O", (wide((0, 11, "THÔNG"), (11, 16, "BÁO")),),
                     [(0, 11, "THÔNG "), (11, 16, "BÁO")], id="words with a wide gap between"),
        pytest.param("T H Ô N G  B Á O", (wide((0, 11, "THÔNG"), reads=False),), [(0, 9, "THÔNG"), (11, 16, "BÁO")],
                     id="it makes no words: letters are looked for"),
        pytest.param("S Ố  1 2 về", (wide((0, 5, "SỐ"), (5, 9, "12")),), [(0, 5, "SỐ "), (6, 7, "")],
                     id="digits stay, their gaps do not"),
        pytest.param("SỐ 12 về", (wide((0, 3, "SỐ"),),), [], id="nothing changes"),
    ],
)  # fmt: skip
def test_letters_with_wide_gaps(
    monkeypatch: pytest.MonkeyPatch, text: str, stretches: tuple[Spaced, ...], found: list[tuple[int, int, str]]
) -> None:
    words = {"BÁO": "BÁO", "THÔNG": "THÔNG", "SỐ": "SỐ"}
    assert spaced_out(monkeypatch, text, wide=stretches, words=words) == found
