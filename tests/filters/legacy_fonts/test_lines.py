"""Which lines are taken for an old encoding: those with a telling character, the sure ones, and those beside them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from vntextclean.charsets import line_repair, recognition, tables, viqr, words
from vntextclean.filters.legacy_fonts import lines
from vntextclean.filters.legacy_fonts.lines import Line, decided, sure_lines, telling_lines, with_short_lines
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


def named(*names: str) -> list[Line]:
    return [Line(number, number, name) for number, name in enumerate(names)]


@pytest.mark.parametrize(
    ("names", "name"),
    [
        ((), ""), (("vni",) * 2, ""), (("vni",) * 3, "vni"), (("vni",) * 3 + ("tcvn3",), "vni"),
        (("vni",) * 4 + ("tcvn3",) * 2, "vni"), (("vni",) * 3 + ("tcvn3",) * 2, ""), (("tcvn3",) + ("vni",) * 3, "vni"),
    ],
)  # fmt: skip
def test_the_encoding_of_a_document(names: tuple[str, ...], name: str) -> None:
    assert decided(named(*names)) == name


def beside(
    monkeypatch: pytest.MonkeyPatch, text: str, which: list[int], name: str = "vni", *, changed: int = 3,
    share: float = 1.0, gain: float = 0.6, met: float = 0.5,
) -> list[str]:  # fmt: skip
    """The lines that come with some lines (by number) that are sure."""
    monkeypatch.setattr(tables, "charset", lambda name: SimpleNamespace(name=name))
    monkeypatch.setattr(words, "readings", lambda line, table: line)
    monkeypatch.setattr(recognition, "evidence", lambda read: SimpleNamespace(changed=changed, share=share, gain=gain))
    monkeypatch.setattr(lines, "_share_met", lambda line, name: met)
    starts = [0, *(at + 1 for at, letter in enumerate(text) if letter == "\n")]
    ends = [*(at - 1 for at in starts[1:]), len(text)]
    known = [Line(starts[number], ends[number], name) for number in which]
    found = [*with_short_lines(text, known)]
    assert found == sorted(found)
    assert {one.name for one in found} <= {name}
    return [text[one.start : one.end] for one in found]


PAGE = "é mot\né hai\né ba\né bon"


@pytest.mark.parametrize(
    ("more", "both"),
    [
        pytest.param({}, True, id="all is so"),
        pytest.param({"changed": 2}, False, id="too few words change"),
        pytest.param({"share": 0.9}, False, id="some words are none"),
        pytest.param({"gain": 0.59}, False, id="too few were none before"),
        pytest.param({"met": 0.49}, False, id="too few are met"),
        pytest.param({"name": "viqr"}, False, id="VIQR"),
    ],
)
def test_lines_beside_a_sure_one(monkeypatch: pytest.MonkeyPatch, more: dict[str, Any], both: bool) -> None:
    assert beside(monkeypatch, PAGE, [1], **more) == (["é mot", "é hai", "é ba"] if both else ["é hai"])


@pytest.mark.parametrize(
    ("text", "which", "found"),
    [
        pytest.param(PAGE, [0], ["é mot", "é hai"], id="the first line"),
        pytest.param(PAGE, [3], ["é ba", "é bon"], id="the last line"),
        pytest.param(PAGE, [0, 2], ["é mot", "é hai", "é ba", "é bon"], id="a line between two comes once"),
        pytest.param(PAGE, [0, 1], ["é mot", "é hai", "é ba"], id="a sure line comes once"),
        pytest.param("mot\né hai\nđã ba", [1], ["é hai"], id="plain ASCII, and Unicode"),
        pytest.param("é hai", [0], ["é hai"], id="one line"),
        pytest.param("é hai\n", [0], ["é hai"], id="one line with its end"),
    ],
)
def test_which_lines_are_beside(monkeypatch: pytest.MonkeyPatch, text: str, which: list[int], found: list[str]) -> None:
    assert beside(monkeypatch, text, which) == found


def test_lines_of_two_encodings_have_none_beside(monkeypatch: pytest.MonkeyPatch) -> None:
    beside(monkeypatch, PAGE, [0])
    known = [Line(0, 5, "vni"), Line(12, 16, "tcvn3")]
    assert [*with_short_lines(PAGE, known)] == known
    assert [*with_short_lines(PAGE, [])] == []


def document(
    monkeypatch: pytest.MonkeyPatch, text: str, name: str, own: dict[int, str], reads: bool = True
) -> list[tuple[str, str]]:
    """The lines of a document that is decided, with what other lines are sure of, by number."""
    monkeypatch.setattr(lines, "decided", lambda lines: name)
    monkeypatch.setattr(tables, "charset", lambda name: name)
    calls: list[bool] = []
    monkeypatch.setattr(recognition, "could_be", lambda line, table, mixed: calls.append(mixed) or reads)  # type: ignore[func-returns-value]
    monkeypatch.setattr(viqr, "could_be", lambda line: reads)
    starts = [0, *(at + 1 for at, letter in enumerate(text) if letter == "\n")]
    ends = [*(at - 1 for at in starts[1:]), len(text)]
    known = [Line(starts[number], ends[number], whose) for number, whose in own.items()]
    found = [(text[one.start : one.end], one.name) for one in with_short_lines(text, known)]
    assert set(calls) <= {lines.UNICODE.search(text) is not None}
    return found


@pytest.mark.parametrize(
    ("text", "own", "reads", "found"),
    [
        pytest.param("é mot", {0: "vni"}, True, [("é mot", "vni")], id="a sure line"),
        pytest.param("é\nè", {0: "vni"}, True, [("é", "vni"), ("è", "vni")], id="a line that reads well"),
        pytest.param("é\nè", {0: "vni"}, False, [("é", "vni")], id="a line that does not"),
        pytest.param("é\nmot", {0: "vni"}, True, [("é", "vni")], id="plain ASCII"),
        pytest.param("é\nđã", {0: "vni"}, True, [("é", "vni")], id="Unicode"),
        pytest.param("é\náº¿n", {0: "vni"}, True, [("é", "vni")], id="UTF-8, read wrongly"),
        pytest.param("é\nè", {0: "vni", 1: "tcvn3"}, True, [("é", "vni"), ("è", "vni")], id="sure of another"),
        pytest.param("é\nè", {0: "vni", 1: "tcvn3"}, False, [("é", "vni"), ("è", "tcvn3")], id="it reads badly"),
        pytest.param("è\n\né\n", {2: "vni"}, True, [("è", "vni"), ("é", "vni")], id="an empty line"),
    ],
)
def test_the_lines_of_a_document(
    monkeypatch: pytest.MonkeyPatch, text: str, own: dict[int, str], reads: bool, found: list[tuple[str, str]]
) -> None:
    assert document(monkeypatch, text, "vni", own, reads) == found


@pytest.mark.parametrize(
    ("text", "own", "reads", "found"),
    [
        ("a^\nmot", {0: "viqr"}, True, ["a^", "mot"]), ("a^\nmot", {0: "viqr"}, False, ["a^"]),
        ("a^\nđã", {0: "viqr"}, True, ["a^"]), ("a^\n\n", {0: "viqr"}, True, ["a^"]),
        ("a^\nđã", {1: "viqr"}, False, ["đã"]),
    ],
)  # fmt: skip
def test_the_lines_of_a_document_in_viqr(
    monkeypatch: pytest.MonkeyPatch, text: str, own: dict[int, str], reads: bool, found: list[str]
) -> None:
    assert document(monkeypatch, text, "viqr", own, reads) == [(line, "viqr") for line in found]


def test_control_characters_are_letters_of_latex(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "é\nco\x1an\nđã \x1f\nmot"
    assert document(monkeypatch, text, "t5", {0: "t5"}, False) == [("é", "t5"), ("co\x1an", "t5"), ("đã \x1f", "t5")]
    assert document(monkeypatch, text, "vni", {0: "vni"}, False) == [("é", "vni")]
