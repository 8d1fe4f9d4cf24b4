"""Which lines of a document are in its old encoding: those beside a sure one, and short ones."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from vntextclean.charsets import recognition, tables, viqr, words
from vntextclean.filters.legacy_fonts import lines
from vntextclean.filters.legacy_fonts.lines import Line, decided, with_short_lines


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
