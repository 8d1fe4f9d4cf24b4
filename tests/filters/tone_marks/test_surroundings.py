"""What the words around a misspelt one tell: how far they are read, how many of them, and which."""

from __future__ import annotations

from typing import Any

import pytest

from vntextclean.filters.tone_marks import surroundings
from vntextclean.filters.tone_marks.surroundings import has_own_letter, is_among_vietnamese, is_another


@pytest.mark.parametrize(
    ("text", "left", "right"),
    [
        ("gìa", [], []),
        ("một hai ba gìa bốn năm sáu", ["hai", "ba"], ["bốn", "năm"]),
        ("một\nba gìa bốn\nnăm", ["ba"], ["bốn"]),
        ("một\ngìa\nnăm", [], []),
        ("một, (ba) gìa! 12 bốn", ["một", "ba"], ["bốn"]),
        ("một " + 25 * "-" + " hai gìa bốn " + 24 * "-" + " năm", ["hai"], ["bốn"]),
        ("một " + 20 * "-" + " hai gìa bốn " + 18 * "-" + " năm", ["một", "hai"], ["bốn", "năm"]),
    ],
)
def test_the_words_beside(monkeypatch: pytest.MonkeyPatch, text: str, left: list[str], right: list[str]) -> None:
    calls: list[Any] = []

    def likely(*asked: Any) -> str:
        calls.append(asked)
        return "gia"

    monkeypatch.setattr(surroundings, "most_likely", likely)
    start = text.index("gìa")
    asked: dict[tuple[str, ...], str | None] = {}
    assert is_another(text, start, start + 3, ["già", "gia"], asked)
    assert calls == [(["già", "gia"], left, right)]
    assert is_another(text, start, start + 3, ["già", "gia"], asked)
    assert len(calls) == 1  # what was asked is kept
    assert asked == {("già", "gia", "", *left, "", *right): "gia"}


@pytest.mark.parametrize(
    ("words", "answer", "another"),
    [
        (["già"], "gia", False),
        (["già", "gia"], "già", False),
        (["già", "gia"], None, False),
        (["già", "gia"], "gia", True),
    ],
)
def test_another_word_is_meant(
    monkeypatch: pytest.MonkeyPatch, words: list[str], answer: str | None, another: bool
) -> None:
    monkeypatch.setattr(surroundings, "most_likely", lambda *asked: answer)
    assert is_another("bà gìa đi", 3, 6, words, {}) == another


FAR = 400


@pytest.mark.parametrize(
    ("text", "among"),
    [
        pytest.param("gìa đi", True, id="a letter of ours"),
        pytest.param("gìa", True, id="alone, and an a is its last letter"),
        pytest.param("raó", False, id="alone, with its tone on its last letter"),
        pytest.param("làm raó", False, id="beside one marked syllable"),
        pytest.param("làm bàn raó", True, id="beside two"),
        pytest.param("làm bàn été raó", False, id="beside two and a marked word that is none"),
        pytest.param("làm bàn tòan raó", True, id="beside two and one with a misplaced tone"),
        pytest.param("làm làm raó", False, id="beside one twice"),
        pytest.param("raó raó con mèo", False, id="the word itself does not count"),
        pytest.param("con ba raó", False, id="beside words without marks"),
        pytest.param("đi\nraó", False, id="the line before is another"),
        pytest.param("raó\nđi", False, id="so is the line behind"),
        pytest.param("đi " + "ab " * 132 + " raó", True, id="four hundred letters before"),
        pytest.param("đi " + "ab " * 133 + "raó", False, id="more"),
        pytest.param("raó" + " ab" * 132 + " đi", True, id="less than four hundred behind"),
        pytest.param("raó" + " ab" * 133 + "  đi", False, id="more behind"),
    ],
)
def test_a_word_among_vietnamese(text: str, among: bool) -> None:
    word = "raó" if "raó" in text else "gìa"
    start = text.index(word)
    assert is_among_vietnamese(text, start, start + 3) == among


@pytest.mark.parametrize(("word", "own"), [("gìa", False), ("ngừơi", True), ("đi", True), ("raó", False), ("", False)])
def test_a_letter_of_vietnamese_alone(word: str, own: bool) -> None:
    assert has_own_letter(word) == own
