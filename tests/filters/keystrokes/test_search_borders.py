"""Which lines are read for keys, and which words of them are taken: with the answers of other modules given."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from vntextclean.filters.keystrokes import search as module
from vntextclean.filters.keystrokes.clauses import Word as Keyed
from vntextclean.filters.keystrokes.search import KeySearch
from vntextclean.text_state import TextState


def word_of(start: int, end: int, text: str, after: str) -> Keyed:
    return Keyed(start, end, text, after, False, False)


@pytest.mark.parametrize(
    ("text", "at", "word"),
    [
        ("tieengs viet", 2, "tieengs"), ("tieengs viet", 0, "tieengs"), ("tieengs viet", 7, "tieengs"),
        ("ở tieengs1,", 4, "tieengs1"), ("đtieengs", 3, "tieengs"), ("", 0, ""), ("a" * 40, 20, "a" * 24),
        ("a" * 12 + "b", 12, "a" * 12 + "b"), ("x y", 1, "x"),
    ],
)  # fmt: skip
def test_the_word_at_a_place(text: str, at: int, word: str) -> None:
    assert module._word_at(text, at) == word


@pytest.mark.parametrize(
    ("line", "ours"),
    [
        ("người được mùa", True), ("người về mùa gặt", True), ("người là string", False), ("là mà", False),
        ("người người thing", False), ("người tieengs", True), ("người", True), ("", False), ("the end", False),
        ("người đi thing", True),
    ],
)  # fmt: skip
def test_whether_a_line_is_vietnamese(line: str, ours: bool) -> None:
    assert module._is_vietnamese(line) == ours


def lines(
    monkeypatch: pytest.MonkeyPatch, text: str, *, telex: bool = True, vni: bool = True
) -> tuple[list[str], list[str]]:
    monkeypatch.setattr(module, "may_be_telex", lambda word: telex and "telex" in word)
    monkeypatch.setattr(module, "is_only_vni", lambda word: vni and "vni" in word)
    places = [at for at, letter in enumerate(text) if letter in "x1"]
    monkeypatch.setattr(module, "KEYS", SimpleNamespace(places=lambda state: places))
    found = module._lines_with_keys(TextState(text))
    return tuple([text[start:end] for start, end in each] for each in found)  # type: ignore[return-value]


def test_the_lines_that_may_hold_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a telex b\nvnia1b c\nx\ntelex telex\nd1 vnia1b\n"
    assert lines(monkeypatch, text) == (["a telex b", "telex telex"], ["vnia1b c", "d1 vnia1b"])
    assert lines(monkeypatch, text, telex=False) == ([], ["vnia1b c", "d1 vnia1b"])
    assert lines(monkeypatch, text, vni=False) == (["a telex b", "telex telex"], [])
    assert lines(monkeypatch, "vnia1") == ([], [])  # a digit at the end of a word
    assert lines(monkeypatch, "vnif1b") == ([], [])  # behind a letter that none of VNI stands behind


class Given:
    """A search for which the words of a line are given."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, **more: Any) -> None:
        given = {
            "keyed": [], "may_be_keyed": False, "ours": True, "unmistakable": True, "beside": True, "attested": [],
            "residue": False, "foreign": (), "english": [], "vni": [], **more,
        }  # fmt: skip
        word = word_of(3, 8, "tieen", "tiên")
        monkeypatch.setattr(module, "telex_clauses", lambda line: [[word]])
        monkeypatch.setattr(module, "clauses_of", lambda line, letters, read: [[word]])
        monkeypatch.setattr(module, "may_be_keyed", lambda clauses: given["may_be_keyed"])
        monkeypatch.setattr(module, "keyed_words", lambda clauses: given["keyed"])
        monkeypatch.setattr(module, "_is_vietnamese", lambda line: given["ours"])
        monkeypatch.setattr(module, "is_unmistakable", lambda word: given["unmistakable"])
        monkeypatch.setattr(module, "is_beside_ours", lambda clause, at: given["beside"])
        monkeypatch.setattr(module, "is_residue", lambda clause, at: given["residue"])
        monkeypatch.setattr(module, "attested", lambda words: given["attested"])
        told = SimpleNamespace(is_foreign=lambda start, end: start in given["foreign"])
        self.state: Any = SimpleNamespace(text="ab\ncd tieen gh", ask=lambda what: told)

    def telex(self) -> list[tuple[int, int, str]]:
        found = [*KeySearch("vi")._telex(self.state, 3, 14)]
        assert all(edit.rule == "keystrokes.telex" and edit.reason for edit in found)
        return [edit[:3] for edit in found]


SPELT = (6, 11, "tiên")


@pytest.mark.parametrize(
    ("more", "found"),
    [
        pytest.param({}, [SPELT], id="unmistakable beside words of ours"),
        pytest.param({"ours": False}, [], id="the line is no Vietnamese"),
        pytest.param({"unmistakable": False}, [], id="it may be a word"),
        pytest.param({"beside": False}, [], id="not beside words of ours"),
        pytest.param({"attested": ["tieen"]}, [], id="texts have it"),
        pytest.param({"unmistakable": False, "residue": True}, [SPELT], id="what an input method left"),
        pytest.param({"foreign": (6,)}, [], id="among foreign words"),
        pytest.param({"foreign": (3,)}, [SPELT], id="others are foreign"),
        pytest.param({"may_be_keyed": True, "keyed": [word_of(0, 2, "cd", "xx")]}, [(3, 5, "xx")], id="a line of keys"),
        pytest.param({"may_be_keyed": True, "keyed": []}, [SPELT], id="it might be one, and has no words"),
        pytest.param({"keyed": [word_of(0, 2, "cd", "xx")]}, [SPELT], id="no line of keys"),
    ],
)
def test_words_of_telex(
    monkeypatch: pytest.MonkeyPatch, more: dict[str, Any], found: list[tuple[int, int, str]]
) -> None:
    assert Given(monkeypatch, **more).telex() == found


def test_words_of_all_kinds_are_in_order_and_come_once(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "ab cd ef gh ij"
    monkeypatch.setattr(module, "_lines_with_keys", lambda state: ([(0, 14)], [(0, 14)]))
    edit = KeySearch("vi")._edit
    monkeypatch.setattr(
        KeySearch, "_telex", lambda self, state, start, end: [edit(word_of(6, 8, "ef", "X"), 0, "keystrokes.telex")]
    )
    monkeypatch.setattr(
        KeySearch, "_vni", lambda self, line, start: [
            edit(word_of(6, 8, "ef", "Y"), 0, "keystrokes.vni"), edit(word_of(3, 5, "cd", "Z"), 0, "keystrokes.vni"),
        ],
    )  # fmt: skip
    english = [SimpleNamespace(start=0, end=2, word="E"), SimpleNamespace(start=9, end=11, word="F")]
    monkeypatch.setattr(module, "marked_english", lambda state: english)
    for present, foreign, expected in (
        (True, (), ["E", "Z", "X", "F"]), (True, (9,), ["E", "Z", "X"]), (False, (), ["Z", "X"]),
    ):  # fmt: skip
        monkeypatch.setattr(module, "ENGLISH", SimpleNamespace(may_be_in=lambda state, present=present: present))
        told = SimpleNamespace(is_foreign=lambda start, end, foreign=foreign: start in foreign)
        state: Any = SimpleNamespace(text=text, ask=lambda what, told=told: told)
        found = KeySearch("vi").edits(state)
        assert [each.replacement for each in found] == expected
        assert all(each.reason for each in found)
