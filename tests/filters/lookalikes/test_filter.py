"""Which reader takes a word, and where its edit stands: with what every reader finds given, and in whole texts."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from vntextclean.edit import Edit
from vntextclean.filters.lookalikes import filter as module
from vntextclean.filters.lookalikes.filter import Lookalikes
from vntextclean.filters.lookalikes.line import Line
from vntextclean.settings import Settings
from vntextclean.text_state import TextState


def told(edits: Any) -> list[tuple[int, int, str, str]]:
    return [(edit.start, edit.end, edit.replacement, edit.rule.partition(".")[2]) for edit in edits]


def read(text: str) -> list[tuple[int, int, str, str]]:
    return told(Lookalikes(Settings()).edits(TextState(text)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Quận Ðống Ða", [(5, 9, "Đống", "eth"), (10, 12, "Đa", "eth")], id="two words"),
        pytest.param("a\nở Ðà\n\nở Ðà Lạt", [(4, 6, "Đà", "eth"), (10, 12, "Đà", "eth")], id="two lines"),
        pytest.param("ở “Ðông Ða về” rồi", [(3, 7, "Đông", "eth"), (8, 10, "Đa", "eth")], id="in a quotation"),
        pytest.param("rồi\nở “Ðông Ða về”", [(7, 11, "Đông", "eth"), (12, 14, "Đa", "eth")], id="on the second line"),
        pytest.param("QUYẾT ðỊNH CHUNG", [(6, 10, "ĐỊNH", "eth")], id="a small one among capitals"),
        pytest.param("ðang ở nhà", [(0, 4, "đang", "eth")], id="a small one"),
        pytest.param("Reykjavík er höfuðborg Íslands", [], id="Icelandic"),
        pytest.param("người ta", [], id="none"),
        pytest.param("ab", [], id="plain letters"),
        pytest.param("bbàà ở nhà", [], id="one word drawn twice is none"),
        pytest.param("CCÂÂYY XXAANNHH", [(0, 6, "CÂY", "twice"), (7, 15, "XANH", "twice")], id="drawn twice"),
        pytest.param("a\nCCÂÂYY XXAANNHH\nCCÂÂYY XXAANNHH",
                     [(2, 8, "CÂY", "twice"), (9, 17, "XANH", "twice"), (18, 24, "CÂY", "twice"),
                      (25, 33, "XANH", "twice")], id="on two lines"),
        pytest.param("𝗴𝗶𝗮́ cuối tuần", [(0, 4, "giá", "styled")], id="styled letters"),
    ],
)  # fmt: skip
def test_whole_texts(text: str, found: list[tuple[int, int, str, str]]) -> None:
    assert read(text) == found


ALL = {"undisguised": (0, 2), "styled": (3, 5), "doubles": (6, 8)}


@pytest.mark.parametrize(
    ("spans", "twice", "kept"),
    [
        pytest.param(ALL, (9, 11), ["alphabet", "styled", "eth", "twice"], id="one each"),
        pytest.param({**ALL, "styled": (1, 3)}, (9, 11), ["alphabet", "eth", "twice"], id="two at one place"),
        pytest.param({**ALL, "styled": (2, 5)}, (9, 11), ["alphabet", "styled", "eth", "twice"], id="two that touch"),
        pytest.param({**ALL, "doubles": (4, 7)}, (9, 11), ["alphabet", "styled", "twice"], id="the last of three"),
        pytest.param(ALL, (1, 7), ["twice"], id="all at the place of one drawn twice"),
    ],
)
def test_a_word_is_read_by_the_first_that_can(
    monkeypatch: pytest.MonkeyPatch, spans: dict[str, tuple[int, int]], twice: tuple[int, int], kept: list[str]
) -> None:
    def finds(kind: str, span: tuple[int, int]) -> Any:
        return lambda self, *asked: iter([Edit(*span, "x", f"lookalikes.{kind}", "")])

    monkeypatch.setattr(Lookalikes, "_drawn_twice", finds("twice", twice))
    monkeypatch.setattr(Lookalikes, "_disguised", finds("alphabet", spans["undisguised"]))
    monkeypatch.setattr(Lookalikes, "_styled", finds("styled", spans["styled"]))
    monkeypatch.setattr(Lookalikes, "_doubles", finds("eth", spans["doubles"]))
    for rare in ("x", ""):
        monkeypatch.setattr(module, "unusual", lambda state, rare=rare: rare)
        assert [kind for *_, kind in read("a" * 12)] == (kept if rare else ["twice"])


@pytest.mark.parametrize("places", [[0, 3, 9, 12], [0], [3], []])
def test_a_line_with_marks_side_by_side_is_read_once(monkeypatch: pytest.MonkeyPatch, places: list[int]) -> None:
    asked: list[str] = []

    def drawn_twice(line: str, read: Any) -> list[tuple[int, int, str]]:
        asked.append(line)
        return [(1, 3, "x")]

    monkeypatch.setattr(module, "_TWICE", SimpleNamespace(places=lambda state: places))
    monkeypatch.setattr("vntextclean.vietnamese.overprint.drawn_twice", drawn_twice)
    found = told(Lookalikes(Settings())._drawn_twice(TextState("aaaaa bb\nccccc dd\nee")))
    lines = {0: "aaaaa bb", 9: "ccccc dd"} if len(places) > 1 else {0: "aaaaa bb"} if places else {}
    assert asked == [*lines.values()]
    assert found == [(at + 1, at + 3, "x", "twice") for at in lines]


def test_each_reader_is_asked_only_where_its_letters_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    one = Lookalikes(Settings())
    monkeypatch.setattr("vntextclean.vietnamese.disguises.undisguised", lambda text: [(1, 2, "x")])
    monkeypatch.setattr("vntextclean.filters.lookalikes.styled.styled", lambda text: [(1, 2, "x")])
    monkeypatch.setattr(Lookalikes, "_line", lambda self, line, offset, eth: iter([Edit(offset, 9, eth, "a.b", "")]))
    for rare, alphabet, styled, doubles in (("Һ", 1, 0, 0), ("𝗴", 0, 1, 0), ("Ð", 0, 0, 1), ("ż", 0, 0, 0)):
        assert told(one._disguised("abc", rare)) == [(1, 2, "x", "alphabet")] * alphabet
        assert told(one._styled("abc", rare)) == [(1, 2, "x", "styled")] * styled
        assert told(one._doubles("aÐ\nab\nằb\nÐa", rare)) == [(0, 9, "ð", "b"), (9, 9, "ð", "b")] * doubles


@pytest.mark.parametrize(
    ("text", "allowed", "found"),
    [
        pytest.param("ab Ða cđ", True, [(13, 15, "Đa", "eth")], id="a word with a double"),
        pytest.param("ab Ða cđ", False, [], id="that is not allowed"),
        pytest.param("ab cđ", True, [], id="none"),
        pytest.param("Ða Ðb", True, [(10, 12, "Đa", "eth"), (13, 15, "Đb", "eth")], id="two"),
        pytest.param("ca\u0301 b", True, [], id="a letter with its mark apart"),
        pytest.param("a\u0315 b", True, [], id="a mark that is no double behind that letter"),
    ],
)
def test_words_of_a_line(
    monkeypatch: pytest.MonkeyPatch, text: str, allowed: bool, found: list[tuple[int, int, str, str]]
) -> None:
    monkeypatch.setattr("vntextclean.filters.lookalikes.guards.allows", lambda kind, word, after, line: allowed)
    edits = list(Lookalikes(Settings())._line(Line(text), 10, "ð"))
    assert told(edits) == found
    assert all("latin capital letter eth" in edit.reason for edit in edits)


def test_the_letter_that_an_eth_stands_for() -> None:
    one = Lookalikes(Settings())
    assert [edit.replacement for edit in one._line(Line("ðang ở nhà"), 0, "Ð")] == ["Đang"]
    assert [edit.replacement for edit in one._line(Line("ðang ở nhà"), 0, "ð")] == ["đang"]


def test_the_double_is_named_by_the_letter_or_the_mark_upon_it() -> None:
    one = Lookalikes(Settings())
    (edit,) = one._line(Line("d\u0335ã về nhà"), 0, "ð")
    assert "combining short stroke overlay" in edit.reason
    (edit,) = one._line(Line("ở Ðông Hà"), 0, "ð")
    assert "latin capital letter eth" in edit.reason


def test_a_line_is_read_with_the_eth_of_its_text(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, str, bool]] = []

    def line(self: Lookalikes, line: Line, offset: int, eth: str) -> list[Edit]:
        asked.append((line.text, eth, line.writes_tilde))
        return []

    monkeypatch.setattr(Lookalikes, "_line", line)
    for capital in (True, False):
        monkeypatch.setattr("vntextclean.filters.lookalikes.guards.eth_is_capital", lambda text, says=capital: says)
        monkeypatch.setattr("vntextclean.filters.lookalikes.guards.writes_tilde", lambda text, says=capital: says)
        assert list(Lookalikes(Settings())._doubles("ðã ra", "ð")) == []
    assert asked == [("ðã ra", "Ð", True), ("ðã ra", "ð", False)]
