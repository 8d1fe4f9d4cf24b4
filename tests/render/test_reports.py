"""Findings as other tools read them."""

from __future__ import annotations

import json
import sys
from typing import Any

import pytest

from vntextclean.changes import apply
from vntextclean.cleaned import Cleaned
from vntextclean.edit import Change, Edit
from vntextclean.render.findings import Finding, Place, findings
from vntextclean.render.reports import GitHub, JsonLines, Names, Report, Sarif
from vntextclean.streams.documents import Document

TEXT = "Trang chủ\nMôt buổi 😀 dân vn\n"


def change(before: str, after: str, rule: str) -> Change:
    at = TEXT.index(before)
    return Change(at, at + len(before), after, (Edit(at, at + len(before), after, rule, "why: 50%, \x1b[1m", 0.99),))


MADE = (change("Trang chủ\n", "", "a.menu"), change("Môt", "Một", "d.tone"), change("vn", "vận", "d.letter"))
CLEANED = Cleaned(TEXT, apply(TEXT, [c[:3] for c in MADE]), MADE)


def reported(make: Any, document: Document | None = None) -> str:
    written: list[str] = []
    report: Report = make(written.append)
    report.file("a b.txt")
    for finding in findings(document or Document(TEXT, "a b.txt"), CLEANED):
        report.add(finding)
    report.end()
    return "".join(written)


def sarif(write: Any) -> Sarif:
    return Sarif(write, "1.2.3", lambda: {"d.tone": "Repairs tones."})


def test_text_names_files_or_every_finding() -> None:
    assert reported(Names) == "a b.txt\n"
    assert reported(lambda write: Names(write, every=True)).splitlines() == [
        "a b.txt:1:1: − Trang chủ  why: 50%, ‹001B›[1m  [a.menu]",
        "a b.txt:2:1: Môt → Một  why: 50%, ‹001B›[1m  [d.tone]",
        "a b.txt:2:16: vn → vận  why: 50%, ‹001B›[1m  [d.letter]",
    ]


def test_annotations_of_github_escape_what_would_end_them() -> None:
    lines = reported(GitHub, Document(TEXT, "a,b:c.txt")).splitlines()
    assert lines[1] == (
        "::warning file=a%2Cb%3Ac.txt,line=2,endLine=2,col=1,endColumn=4,title=d.tone::Môt → Một  why: 50%25, ‹001B›[1m"
    )
    assert lines[0].startswith("::warning file=a%2Cb%3Ac.txt,line=1,endLine=1,title=a.menu::− Trang chủ")


def test_json_has_one_object_a_finding() -> None:
    records = [json.loads(line) for line in reported(JsonLines).splitlines()]
    assert records[1] == {
        "file": "a b.txt",
        "place": {"line": 2, "column": 1, "end_line": 2, "end_column": 4},
        "before": "Môt",
        "after": "Một",
        "rules": ["d.tone"],
        "reasons": ["why: 50%, \x1b[1m"],
        "confidence": 0.99,
    }


#: What objects of SARIF 2.1.0 may hold here and what they must; the schema allows no other properties.
OBJECTS: dict[str, tuple[set[str], set[str]]] = {
    "log": ({"$schema", "version", "runs"}, {"version", "runs"}),
    "run": ({"tool", "results", "columnKind"}, {"tool"}),
    "result": (
        {"ruleId", "ruleIndex", "level", "message", "locations", "fixes", "properties"}, {"message"}
    ),
    "region": ({"startLine", "startColumn", "endLine", "endColumn"}, set()),
    "fix": ({"description", "artifactChanges"}, {"artifactChanges"}),
    "artifactChange": ({"artifactLocation", "replacements"}, {"artifactLocation", "replacements"}),
    "replacement": ({"deletedRegion", "insertedContent"}, {"deletedRegion"}),
    "driver": ({"name", "semanticVersion", "rules"}, {"name"}),
    "rule": ({"id", "shortDescription"}, {"id"}),
}  # fmt: skip


def valid(kind: str, made: dict[str, Any]) -> dict[str, Any]:
    allowed, needed = OBJECTS[kind]
    assert needed <= made.keys() <= allowed, kind
    return made


def test_sarif_is_of_version_2_1_0_and_its_fixes_make_the_text() -> None:
    log = valid("log", json.loads(reported(sarif)))
    assert log["version"] == "2.1.0"
    run = valid("run", log["runs"][0])
    assert run["columnKind"] == "unicodeCodePoints"
    driver = valid("driver", run["tool"]["driver"])
    assert [valid("rule", rule)["id"] for rule in driver["rules"]] == ["a.menu", "d.tone", "d.letter"]
    assert driver["rules"][1]["shortDescription"] == {"text": "Repairs tones."}
    lines = TEXT.split("\n")
    edits = []
    for result in run["results"]:
        valid("result", result)
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("none", "note", "warning", "error")
        assert "\x1b" not in result["message"]["text"]
        [location] = result["locations"]
        assert location["physicalLocation"]["artifactLocation"] == {"uri": "a%20b.txt"}
        [fix] = result["fixes"]
        [made] = valid("fix", fix)["artifactChanges"]
        [replacement] = valid("artifactChange", made)["replacements"]
        region = valid("region", valid("replacement", replacement)["deletedRegion"])
        assert all(number >= 1 for number in region.values())
        start, end = (
            sum(len(line) + 1 for line in lines[: region[f"{side}Line"] - 1]) + region[f"{side}Column"] - 1
            for side in ("start", "end")
        )
        edits.append((start, end, replacement["insertedContent"]["text"]))
    assert apply(TEXT, edits) == CLEANED.text


def test_sarif_without_findings() -> None:
    written: list[str] = []
    sarif(written.append).end()
    run = json.loads("".join(written))["runs"][0]
    assert run["results"] == run["tool"]["driver"]["rules"] == []


@pytest.mark.parametrize(
    ("document", "place"),
    [
        (Document(TEXT, "a", 7, raw=json.dumps(TEXT)), Place(7, 0, 7, 0)),
        (Document(TEXT, "a", extracted="text"), None),
        (Document(TEXT, "a", 7), Place(7, 1, 8, 1)),
    ],
)
def test_places_that_are_not_known_are_not_told(document: Document, place: Place | None) -> None:
    found = next(findings(document, CLEANED))
    assert found.place == place
    if place is None or not place.column:
        for made in (JsonLines, GitHub, sarif):
            assert "fixes" not in reported(made, document)
            assert "col=" not in reported(made, document)


def test_json_on_a_terminal_is_obeyed_by_none() -> None:
    bad = "\x1b[2J \x9b31m \u202e \u2066 \udc81 \x7f"
    for make in (JsonLines, sarif):
        written: list[str] = []
        report = make(written.append)
        report.add(Finding("a\x9b.txt", None, bad, bad, ("r",), (bad,), 1.0))
        report.end()
        text = "".join(written)
        assert not [c for c in text if not c.isprintable() and c != "\n"]
        assert make is sarif or json.loads(text)["before"] == bad


@pytest.mark.skipif(sys.platform == "win32", reason="there names are UTF-16")
@pytest.mark.parametrize(
    ("name", "uri"), [(b"B\xaco c\xb8o.txt", "B%ACo%20c%B8o.txt"), ("bản.txt".encode(), "b%E1%BA%A3n.txt")]
)
def test_names_that_are_not_utf_8_are_written_by_their_bytes(name: bytes, uri: str) -> None:
    found = next(findings(Document(TEXT, name.decode("utf-8", "surrogateescape")), CLEANED))
    written: list[str] = []
    report = sarif(written.append)
    report.add(found)
    report.end()
    (result,) = json.loads("".join(written))["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri
    assert json.loads(reported(JsonLines, Document(TEXT, found.file)).split("\n")[0])["file"] == found.file


def test_messages() -> None:
    def told(before: str, after: str) -> str:
        return Finding("a", None, before, after, ("r",), ("",), 1.0).message

    assert told("", "cơ ") == "+ cơ "
    assert told("Đăng nhập\n", "") == "− Đăng nhập"
    assert told("  ", " ") == "·· → ·"
    assert told("\u202e", "") == "− ‹202E›"
