"""Runs the case tables of a filter: for the filters of this project, and for those of other packages.

A table is a TOML file that is named after its filter:

    [[repair]]           before -> after, by the rules named; checked with the filter alone, then in the whole pipeline
    [[keep]]             a text that the filter must leave exactly as it is
    [[known-failure]]    a repair that cannot be made yet, or a harm that cannot be avoided; its cure must be noticed

Every entry has a ``label``. Optional keys: ``preset`` (the pipeline to check in; by default the first of web, forum and
ocr that has the filter, else web), ``settings`` (a table of :class:`~vntextclean.settings.Settings` fields), and in a
repair ``then``: what the whole pipeline makes of ``after`` where other filters have more to do.

A test module of another package needs no more than this:

    from vntextclean import testing
    from my_package.currency import Currency

    @testing.parametrize("tests/currency.toml", Currency)
    def test_currency(case):
        testing.check(case)

What fails is an :class:`AssertionError` that says what came out and what was wanted.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vntextclean.changes import apply
from vntextclean.edit import Edit
from vntextclean.errors import ConfigError
from vntextclean.filter import Filter
from vntextclean.named_tuple import NamedTuple
from vntextclean.nearest import did_you_mean
from vntextclean.pipeline import Pipeline
from vntextclean.presets import PRESETS
from vntextclean.registry import build
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

if TYPE_CHECKING:
    import pytest

Factory = Callable[[Settings], Filter]

#: The keys each kind of entry must have, and those it may have.
REQUIRED = {"repair": {"before", "after", "rules"}, "keep": {"text"}, "known-failure": {"before", "after"}}
ALLOWED = {"repair": {"then"}, "keep": set[str](), "known-failure": {"rules"}}
COMMON = {"label", "preset", "settings"}


class Case(NamedTuple):
    """One entry of a table: the name of its filter, its kind, its keys, and what makes the filter.

    ``make`` is None for a filter of the registry: a built-in one, or one that an installed package offers.
    """

    filter: str
    kind: str
    entry: Mapping[str, Any]
    make: Factory | None = None

    @property
    def preset(self) -> str:
        """The preset whose pipeline the case is checked in."""
        fitting = [name for name in ("web", "forum", "ocr") if self.filter in PRESETS[name].filters]
        return str(self.entry.get("preset", fitting[0] if fitting else "web"))

    @property
    def settings(self) -> Settings:
        """The settings of that pipeline, its filters named; raises :class:`ConfigError` for a field nobody knows."""
        known = {field.name for field in fields(Settings)}
        given = dict(self.entry.get("settings", {}))
        if unknown := sorted(given.keys() - known):
            raise ConfigError(f"no setting is called {unknown[0]!r}{did_you_mean(unknown[0], known)}")
        return Settings(**{"preset": self.preset, "filters": PRESETS[self.preset].filters, **given})


def load(path: str | Path, make: Factory | None = None) -> list[Case]:
    """The cases of a table, in order; the name of the file without its suffix is that of the filter.

    Raises :class:`ConfigError` for a table that cannot be read, an unknown kind or key, a key that is missing, and for
    two cases of one kind with the same text.
    """
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib

    path = Path(path)
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ConfigError(f"{path}: no table of cases: {error}") from None
    cases = []
    texts = set()
    for kind, entries in table.items():
        if kind not in REQUIRED:
            raise ConfigError(f"{path}: there are no cases of the kind {kind!r}{did_you_mean(kind, REQUIRED)}")
        for entry in entries:
            _check_keys(entry, kind, path)
            text = (kind, entry.get("before", entry.get("text")))
            if text in texts:
                raise ConfigError(f"{path}: two cases of the kind {kind} have the text {text[1]!r}")
            texts.add(text)
            cases.append(Case(path.stem, kind, entry, make))
    return cases


def _check_keys(entry: Mapping[str, Any], kind: str, path: Path) -> None:
    label = entry.get("label", "")
    known = REQUIRED[kind] | ALLOWED[kind] | COMMON
    if missing := sorted((REQUIRED[kind] | {"label"}) - entry.keys()):
        raise ConfigError(f"{path}: the {kind} {label!r} lacks {', '.join(missing)}")
    if unknown := sorted(entry.keys() - known):
        raise ConfigError(f"{path}: the {kind} {label!r} has the key {unknown[0]!r}{did_you_mean(unknown[0], known)}")


def parametrize(path: str | Path, make: Factory | None = None, kinds: Iterable[str] = REQUIRED) -> pytest.MarkDecorator:
    """A pytest mark that runs a test once for each case of a table, as its parameter ``case``.

    A known failure is expected to fail, strictly: the test run fails on the day it is cured.
    """
    import pytest

    return pytest.mark.parametrize("case", parameters(load(path, make), kinds))


def parameters(cases: Iterable[Case], kinds: Iterable[str] = REQUIRED) -> list[Any]:
    """The cases of these kinds as pytest parameters, named by filter and label."""
    import pytest

    wanted = set(kinds)
    expected = [pytest.mark.xfail(strict=True, raises=AssertionError)]
    return [
        pytest.param(
            case, id=f"{case.filter}: {case.entry['label']}", marks=expected if case.kind == "known-failure" else []
        )
        for case in cases
        if case.kind in wanted
    ]


def check(case: Case) -> None:
    """Hold a filter to one case, alone and in the whole pipeline."""
    check_alone(case)
    if case.kind == "repair":
        check_in_pipeline(case)


def check_alone(case: Case) -> None:
    """Hold a filter by itself to one case: the edits that are sure enough to be made count, and no others."""
    if case.kind == "keep":
        _equal("the edits", [edit[:4] for edit in accepted(case, case.entry["text"])], [])
        return
    edits = accepted(case, case.entry["before"])
    _equal("the filter alone", _made(case.entry["before"], edits), case.entry["after"])
    if case.kind == "repair":
        _equal("the rules", sorted({edit.rule for edit in edits}), sorted(set(case.entry["rules"])))


def check_in_pipeline(case: Case) -> None:
    """Hold the whole pipeline to one repair: its changes give its text, a second run changes nothing, nor do others."""
    pipeline = _pipeline(case.filter, case.settings, case.make)
    cleaned = pipeline.run(case.entry["before"])
    _equal("the changes applied", apply(cleaned.source, (change[:3] for change in cleaned.changes)), cleaned.text)
    _equal("cleaned a second time", pipeline.run(cleaned.text).text, cleaned.text)
    after = case.entry["after"]
    _equal("the repaired text, cleaned by all", pipeline.run(after).text, case.entry.get("then", after))


def check_rules(
    name: str, make: Factory | None = None, settings: Mapping[str, Mapping[str, Any]] | None = None
) -> None:
    """Hold every rule of a filter to the examples it gives of itself.

    ``settings`` maps the codes of rules that rest until they are asked for to the settings that ask.
    """
    plain = Case(name, "keep", {"label": "", "text": ""}, make)
    subject = _filter(name, plain.settings, make)
    _equal("its name", subject.name, name)
    for code, rule in subject.rules.items():
        _equal(f"{code} begins with the name of its filter", code.startswith(f"{name}."), True)
        _equal(f"{code} has a summary and a reason why", bool(rule.summary.strip() and rule.why.strip()), True)
        asked = plain._replace(entry={"label": "", "settings": (settings or {}).get(code, {})})
        before, after = rule.repairs
        edits = accepted(asked, before)
        _equal(f"what {code} repairs", _made(before, edits), after)
        _equal(f"{code} repairs it", code in {edit.rule for edit in edits}, True)
        _equal(f"{code} keeps its example", code in {edit.rule for edit in accepted(plain, rule.keeps)}, False)


def accepted(case: Case, text: str) -> list[Edit]:
    """The edits that the filter of a case, alone, proposes to a text and that are sure enough to be made."""
    settings = case.settings
    made = _filter(case.filter, settings, case.make)
    return [edit for edit in made.edits(TextState(text)) if edit.confidence >= settings.min_confidence]


def _made(text: str, edits: Iterable[Edit]) -> str:
    return apply(text, (edit[:3] for edit in edits))


@cache  # to open a model takes time
def _filter(name: str, settings: Settings, make: Factory | None) -> Filter:
    return make(settings) if make else build([name], settings)[0]


@cache
def _pipeline(name: str, settings: Settings, make: Factory | None) -> Pipeline:
    """The pipeline of these settings, with this filter in it whether the preset has it or not."""
    if make is None:
        if name not in settings.filters:
            settings = replace(settings, filters=(*settings.filters, name))
        return Pipeline(settings)
    return Pipeline(settings, beside=(make(settings),))


def _equal(what: str, got: object, wanted: object) -> None:
    if got != wanted:
        raise AssertionError(f"{what}: {got!r} should be {wanted!r}")
