"""Every repair and every keep case of ``cases/<filter>.toml``, and the examples each rule gives of itself.

A case file is the first thing to edit when a repair is wrong or missing:

    [[repair]]           before -> after, by the rules named; checked with the filter alone, then in the whole pipeline
    [[keep]]             text the filter must leave exactly as it is
    [[known-failure]]    a repair we cannot make yet, or a harm we cannot avoid; its cure must be noticed

Optional keys: ``preset`` (the pipeline to check in; by default the first of web, forum and ocr that has the filter),
``settings`` (a table of ``Settings`` fields), and ``then``, what the whole pipeline makes of ``after`` where other
filters have more to do.
"""

from __future__ import annotations

import sys
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from vntextclean.changes import apply as replay
from vntextclean.edit import Edit
from vntextclean.filter import Filter
from vntextclean.pipeline import Pipeline
from vntextclean.presets import PRESETS
from vntextclean.registry import build, names
from vntextclean.settings import Settings

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

CASES = Path(__file__).parent / "cases"
KINDS = {
    "repair": {"before", "after", "rules", "then"},
    "keep": {"text"},
    "known-failure": {"before", "after", "rules"},
}
COMMON = {"label", "preset", "settings"}
ENOUGH = 40
#: Rules that rest until a setting asks for them.
ON_REQUEST = {"tone-marks.style": {"tone_style": "old"}}


class Case(NamedTuple):
    """One entry of a case file."""

    filter: str
    kind: str
    entry: dict[str, Any]

    @property
    def preset(self) -> str:
        """The preset whose pipeline the case is checked in."""
        fitting = [name for name in ("web", "forum", "ocr") if self.filter in PRESETS[name].filters]
        chosen: str = self.entry.get("preset", fitting[0] if fitting else "web")
        return chosen

    @property
    def settings(self) -> Settings:
        """The settings of that pipeline, with this filter in it whether the preset has it or not."""
        given = {key: _value(key, value) for key, value in self.entry.get("settings", {}).items()}
        chosen = PRESETS[self.preset]
        filters = tuple(dict.fromkeys([*chosen.filters, self.filter]))
        return Settings(**{"preset": self.preset, "filters": filters, **given})


def _value(key: str, value: Any) -> Any:
    if key not in {field.name for field in fields(Settings)}:
        raise KeyError(f"no setting is called {key!r}")
    if key == "keep":
        return frozenset(value)
    return tuple(value) if isinstance(value, list) else value


def cases(kind: str) -> list[Any]:
    """The cases of one kind in every file, as parameters named by file and label."""
    found = []
    for path in sorted(CASES.glob("*.toml")):
        for entry in tomllib.loads(path.read_text(encoding="utf-8")).get(kind, []):
            marks = [pytest.mark.xfail(strict=True)] if kind == "known-failure" else []
            label = f"{path.stem}: {entry.get('label', '?')}"
            found.append(pytest.param(Case(path.stem, kind, entry), id=label, marks=marks))
    return found


@cache
def alone(name: str, settings: Settings) -> Filter:
    """One filter by itself; made once, for opening a model takes time."""
    return build([name], settings)[0]


@cache
def whole(settings: Settings) -> Pipeline:
    """The pipeline of these settings."""
    return Pipeline(settings)


def accepted(case: Case, text: str) -> list[Edit]:
    """The edits of the filter alone that are sure enough to be applied."""
    settings = case.settings
    return [edit for edit in alone(case.filter, settings).edits(text) if edit.confidence >= settings.min_confidence]


def made(text: str, edits: list[Edit]) -> str:
    """The text with edits made."""
    return replay(text, [edit[:3] for edit in edits])


@pytest.mark.parametrize("case", cases("repair"))
def test_repair_by_the_filter_alone(case: Case) -> None:
    before, after = case.entry["before"], case.entry["after"]
    edits = accepted(case, before)
    assert made(before, edits) == after
    assert {edit.rule for edit in edits} == set(case.entry["rules"])


@pytest.mark.parametrize("case", cases("repair"))
def test_repair_in_the_whole_pipeline(case: Case) -> None:
    pipeline = whole(case.settings)
    cleaned = pipeline.run(case.entry["before"])
    assert replay(cleaned.source, [(c.start, c.end, c.after) for c in cleaned.changes]) == cleaned.text
    assert pipeline.run(cleaned.text).text == cleaned.text, "cleaning is not idempotent"
    after = case.entry["after"]
    assert pipeline.run(after).text == case.entry.get("then", after), "other filters change the repaired text"


@pytest.mark.parametrize("case", cases("keep"))
def test_keep(case: Case) -> None:
    assert accepted(case, case.entry["text"]) == []


@pytest.mark.parametrize("case", cases("known-failure"))
def test_known_failure(case: Case) -> None:
    assert made(case.entry["before"], accepted(case, case.entry["before"])) == case.entry["after"]


@pytest.mark.parametrize("name", names())
def test_a_built_in_filter_has_cases_enough(name: str) -> None:
    found = tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))
    assert len(found.get("repair", [])) >= ENOUGH
    assert len(found.get("keep", [])) >= ENOUGH


@pytest.mark.parametrize("path", sorted(CASES.glob("*.toml")), ids=lambda path: path.stem)
def test_a_case_file_is_well_formed(path: Path) -> None:
    found = tomllib.loads(path.read_text(encoding="utf-8"))
    assert path.stem in names(), "no built-in filter of this name"
    assert set(found) <= set(KINDS)
    for kind, entries in found.items():
        for entry in entries:
            required = KINDS[kind] - {"then"} - ({"rules"} if kind == "known-failure" else set())
            assert required | {"label"} <= set(entry) <= KINDS[kind] | COMMON, entry
            assert entry["label"].strip()
    texts = [(kind, entry.get("before", entry.get("text"))) for kind in found for entry in found[kind]]
    twice = {text for text in texts if texts.count(text) > 1}
    assert not twice, "the same case twice"


@pytest.mark.parametrize("name", names())
def test_every_rule_repairs_and_keeps_what_it_says(name: str) -> None:
    subject = alone(name, Case(name, "repair", {}).settings)
    assert subject.name == name
    for code, rule in subject.rules.items():
        case = Case(name, "repair", {"settings": ON_REQUEST.get(code, {})})
        before, after = rule.repairs
        edits = accepted(case, before)
        assert made(before, edits) == after, code
        assert code in {edit.rule for edit in edits}
        unasked = Case(name, "repair", {})
        assert code not in {edit.rule for edit in accepted(unasked, rule.keeps)}, code
        assert code.startswith(f"{name}."), code
        assert rule.summary.strip()
        assert rule.why.strip()


@pytest.mark.parametrize("name", names())
def test_every_rule_is_seen_in_a_repair_case(name: str) -> None:
    seen = {
        rule for param in cases("repair") if param.values[0].filter == name for rule in param.values[0].entry["rules"]
    }
    assert seen == set(alone(name, Case(name, "repair", {}).settings).rules)
