"""Which words are asked about and what becomes of them, at the border of each condition; the readings are given."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from vntextclean.edit import Edit
from vntextclean.filters.ocr_confusions import filter as module
from vntextclean.filters.ocr_confusions.filter import OcrConfusions, _apart, _word_around
from vntextclean.settings import Settings
from vntextclean.text_state import TextState


class Given:
    """The filter with every word misread and read as is given; ``asked`` keeps the words it was asked about."""

    def __init__(
        self, monkeypatch: pytest.MonkeyPatch, kind: str = "rn", best: str | None = "x", *, ours: bool = True
    ) -> None:
        self.asked: list[str] = []

        def ask(scan: Any, start: int, end: int, choices: list[str]) -> str | None:
            assert choices == ["x", "z"]
            self.asked.append(scan.text[start:end])
            return best

        monkeypatch.setattr(OcrConfusions, "_readings", SimpleNamespace(best=ask))
        monkeypatch.setattr(module, "readings", lambda word: iter([("x", kind), ("z", "digit")]))
        monkeypatch.setattr(module, "is_vietnamese", lambda text, start: ours)

    def words(self, text: str) -> list[tuple[int, int, str, str]]:
        found = OcrConfusions(Settings())._words(TextState(text))
        return [(edit.start, edit.end, edit.replacement, edit.rule.partition(".")[2]) for edit in found]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        pytest.param("đi rnứa về", ["rnứa"], id="a word"),
        pytest.param("rnứa rnứa", ["rnứa", "rnứa"], id="two words"),
        pytest.param("rnứrn", ["rnứrn"], id="two places in one word"),
        pytest.param("arnrn rnứa", ["arnrn", "rnứa"], id="two places and another word"),
        pytest.param("@rnứa", [], id="behind @"),
        pytest.param("/rnứa", [], id="behind /"),
        pytest.param("#rnứa", [], id="behind #"),
        pytest.param("_rnứa", [], id="behind _"),
        pytest.param("-rnứa", ["rnứa"], id="behind a hyphen"),
        pytest.param("rnứa@", [], id="before @"),
        pytest.param("rnứa/", [], id="before /"),
        pytest.param("rnứa_", [], id="before _"),
        pytest.param("rnứa#", ["rnứa"], id="before #"),
        pytest.param("rnứa-", ["rnứa"], id="before a hyphen"),
        pytest.param("cüa bà", ["cüa"], id="a blurred letter"),
        pytest.param("-cüa bà", [], id="a blurred letter behind a hyphen"),
        pytest.param("cüa-bà", [], id="a blurred letter before one"),
        pytest.param("a-b cüa", ["cüa"], id="a hyphen further away"),
        pytest.param("Ïa", ["Ïa"], id="at the beginning of a text"),
        pytest.param("x1y", ["x1y"], id="a digit in a word"),
        pytest.param("ẻ l1", ["l1"], id="a digit behind a letter, and nothing"),
        pytest.param("ẻ 1+", [], id="a digit by itself"),
        pytest.param("rn" + "a" * 10, ["rn" + "a" * 10], id="as long as a word may be"),
        pytest.param("rn" + "a" * 11, [], id="longer"),
        pytest.param("in tla", ["tla"], id="a letter where no syllable has it"),
        pytest.param("làm", [], id="a syllable"),
    ],
)
def test_which_words_are_asked_about(monkeypatch: pytest.MonkeyPatch, text: str, asked: list[str]) -> None:
    given = Given(monkeypatch)
    given.words(text)
    assert given.asked == asked


def test_a_syllable_is_not_asked_about(monkeypatch: pytest.MonkeyPatch) -> None:
    given = Given(monkeypatch)
    monkeypatch.setattr(module, "is_syllable", lambda word: word == "rnứa")
    given.words("rnứa rnứb")
    assert given.asked == ["rnứb"]


@pytest.mark.parametrize(
    ("kind", "best", "ours", "found"),
    [
        pytest.param("rn", "x", False, [(3, 7, "x", "rn")], id="of another language"),
        pytest.param("letter", "x", True, [(3, 7, "x", "letter")], id="a letter"),
        pytest.param("letter", "x", False, [], id="a letter in another language"),
        pytest.param("letter", "z", False, [(3, 7, "z", "digit")], id="the second reading"),
        pytest.param("rn", None, True, [], id="none fits"),
    ],
)
def test_what_is_taken(
    monkeypatch: pytest.MonkeyPatch, kind: str, best: str | None, ours: bool, found: list[tuple[Any, ...]]
) -> None:
    assert Given(monkeypatch, kind, best, ours=ours).words("đi rnứa") == found


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        pytest.param("Điều l. Kho lúa\nĐiều 2. Kho sách", ["1"], id="the first article"),
        pytest.param("Điều l. Kho lúa", ["1"], id="with no second"),
        pytest.param("Điều I. Kho lúa\nĐiều 2. Kho sách", ["1"], id="a capital I and an Arabic 2"),
        pytest.param("Điều I. Kho lúa\nĐiều II. Kho sách", [], id="a capital I and none"),
        pytest.param("Điều 2. Kho sách", [], id="the second alone"),
        pytest.param("lu ve l945 ay", [], id="a text without marks"),
        pytest.param("bình đầy 12l dầu", [], id="litres"),
        pytest.param("số 12l dầu", [], id="litres behind a word that calls for a number"),
        pytest.param("số 1l ấy", ["11"], id="too few digits for litres"),
        pytest.param("số o2 ấy", [], id="oxygen"),
        pytest.param("ngày O2 ấy", ["02"], id="the day"),
        pytest.param("tháng o6 ấy", ["06"], id="the month"),
        pytest.param("số O23 ấy", ["023"], id="no oxygen"),
    ],
)
def test_numbers(text: str, numbers: list[str]) -> None:
    found = OcrConfusions(Settings()).edits(TextState(text))
    assert [edit.replacement for edit in found] == numbers


@pytest.mark.parametrize(
    ("spans", "kept"),
    [
        ([(0, 2), (2, 3)], [(0, 2), (2, 3)]), ([(0, 2), (1, 3)], [(0, 2)]),
        ([(0, 3), (1, 2), (3, 4)], [(0, 3), (3, 4)]),
        ([(0, 1), (0, 2)], [(0, 1)]),
    ],
)  # fmt: skip
def test_one_edit_at_a_place(spans: list[tuple[int, int]], kept: list[tuple[int, int]]) -> None:
    edits = [Edit(start, end, "y", "ocr-confusions.rn", "") for start, end in spans]
    assert [edit[:2] for edit in _apart("xxxx", edits)] == kept
    same = Edit(0, 2, "xx", "ocr-confusions.rn", "")
    assert [edit[:2] for edit in _apart("xxxx", [same, *edits])] == kept  # one that changes nothing


def test_the_word_at_the_end_of_a_text() -> None:
    assert _word_around("a" * 20, 19) == (6, 20)
    assert _word_around("a" * 20, 0) == (0, 13)
    assert _word_around("b a", 0) == (0, 1)
