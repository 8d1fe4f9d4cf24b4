"""Which lines are taken for an old encoding by themselves, and by which table they are read."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from vntextclean.charsets import line_repair, recognition, viqr
from vntextclean.filters.legacy_fonts import lines
from vntextclean.filters.legacy_fonts.lines import sure_lines, telling_lines
from vntextclean.misreadings.choosing import known_words
from vntextclean.misreadings.old_encodings import mixed_lines
from vntextclean.text_state import TextState

TCVN3 = "Céng hoµ x· héi chñ nghÜa ViÖt Nam"


@pytest.mark.parametrize(
    ("text", "telling"),
    [
        ("", []),
        ("Bà con đi chợ\nmẹ về\n", []),
        ("Bà con\nhéi chñ nghÜa\nvề\n", ["héi chñ nghÜa"]),
        ("chñ nghÜa", ["chñ nghÜa"]),
        ("chñ\nnghÜa\n\nvề", ["chñ", "nghÜa"]),
        ("Seán đi", []),  # Irish
        ("tieâng", ["tieâng"]),  # VNI
        ("seà", ["seà"]),
        ("caêm", ["caêm"]),
        ("tiê´ng vàì", ["tiê´ng vàì"]),
        ("Tie^'ng", ["Tie^'ng"]),  # VIQR
        ("u+o+ng", ["u+o+ng"]),
        ("a(n", ["a(n"]),
        ("2^3 f(x) ~/home x*y", []),
    ],
)
def test_lines_with_a_telling_character(text: str, telling: list[str]) -> None:
    assert [text[start:end] for start, end in telling_lines(TextState(text))] == telling


def sure(text: str) -> list[tuple[str, str]]:
    state = TextState(text)
    return [(text[one.start : one.end], one.name) for one in sure_lines(state, [*telling_lines(state)])]


def test_lines_beyond_doubt() -> None:
    assert sure(f"Bà con\n{TCVN3}\nchñ") == [(TCVN3, "tcvn3")]
    assert sure(f"{TCVN3} đã rõ") == []  # it was read rightly already
    assert sure(f"{TCVN3} áº¿n") == []  # UTF-8, read wrongly
    assert sure(f"{TCVN3} áº.") == [(f"{TCVN3} áº.", "tcvn3")]


class Tables:
    """Stands for the tables: what each recognises, and the share of its words that real text has."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, changed: int, shares: dict[str, float]) -> None:
        self.changed, self.shares = changed, shares
        self.lines: list[str] = []
        monkeypatch.setattr(recognition, "recognise", self.recognise)
        monkeypatch.setattr(lines, "_share_met", lambda line, name: shares[name])
        monkeypatch.setattr(viqr, "readings", lambda line: line)
        monkeypatch.setattr(viqr, "sure", lambda line: line == "viqr")

    def recognise(self, line: str, without: frozenset[str] = frozenset()) -> Any:
        self.lines.append(line)
        left = [name for name in self.shares if name not in without]
        return (left[0], SimpleNamespace(changed=self.changed)) if left else None


@pytest.mark.parametrize(
    ("changed", "shares", "name"),
    [
        pytest.param(9, {"vni": 0.0}, "vni", id="nine words"),
        pytest.param(8, {"vni": 0.5}, "vni", id="eight, half of them met"),
        pytest.param(8, {"vni": 0.4}, "", id="fewer of them met"),
        pytest.param(8, {"vni": 0.5, "tcvn3": 0.6}, "tcvn3", id="another table has more"),
        pytest.param(8, {"vni": 0.5, "tcvn3": 0.5}, "vni", id="as many: the first"),
        pytest.param(8, {"vni": 1.0, "tcvn3": 1.5}, "vni", id="all are met: no other is asked"),
        pytest.param(8, {"vni": 0.4, "tcvn3": 0.3, "vps": 0.9}, "vps", id="the third"),
        pytest.param(8, {"t5": 0.7}, "t5", id="fonts of LaTeX: seven of ten"),
        pytest.param(8, {"t5": 0.6}, "", id="fewer"),
        pytest.param(8, {"vni": 0.6, "t5": 0.9}, "vni", id="they are never tried behind another table"),
    ],
)
def test_a_table_is_recognised(
    monkeypatch: pytest.MonkeyPatch, changed: int, shares: dict[str, float], name: str
) -> None:
    Tables(monkeypatch, changed, shares)
    assert lines._recognised("ñé") == name


def test_a_long_line_is_recognised_by_its_beginning(monkeypatch: pytest.MonkeyPatch) -> None:
    made = Tables(monkeypatch, 9, {"vni": 1.0})
    lines._recognised("é" * ((1 << 14) + 5))
    assert [len(line) for line in made.lines] == [1 << 14]


@pytest.mark.parametrize(
    ("line", "short_vni", "name"),
    [
        ("é" * 120, True, "vni"), ("é" * 121, True, ""), ("é", False, ""), ("viqr", True, "viqr"), ("other", True, ""),
    ],
)  # fmt: skip
def test_what_no_table_recognises(monkeypatch: pytest.MonkeyPatch, line: str, short_vni: bool, name: str) -> None:
    Tables(monkeypatch, 0, {})
    monkeypatch.setattr(mixed_lines, "is_short_vni", lambda line: short_vni)
    assert lines._recognised(line) == name


@pytest.mark.parametrize(
    ("words_made", "met", "share"),
    [
        (["đi", "về"], ["đi"], 0.5),
        (["đi", "xyz"], ["đi"], 1.0),
        (["đi", "đi"], ["đi"], 1.0),
        (["xyz"], [], 1.0),
        ([], [], 1.0),
    ],
)
def test_the_share_of_words_that_are_met(
    monkeypatch: pytest.MonkeyPatch, words_made: list[str], met: list[str], share: float
) -> None:
    made = [SimpleNamespace(word=word) for word in words_made]
    monkeypatch.setattr(line_repair, "repaired", lambda line, table: made)
    monkeypatch.setattr(known_words, "attested", lambda asked: [word for word in asked if word in met])
    assert lines._share_met("é", "vni") == share
