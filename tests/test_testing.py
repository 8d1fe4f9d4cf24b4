"""The case runner that other packages use, and the filter that the documentation shows."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from vntextclean import ConfigError, Edit, Phase, Rule, Settings, testing
from vntextclean.text_state import TextState

FILE = re.compile(r"^`([\w./]+)`,[^\n]*(?:\n[^`\n][^\n]*)*\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Stops:
    """Turns semicolons into full stops, whether they should be or not."""

    name = "stops"
    phase = Phase.BOUNDARIES
    rules = {"stops.semicolon": Rule("a semicolon", "why", ("Mưa;", "Mưa."), "Mưa.", "reason", "lý do")}  # noqa: RUF012

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def edits(self, state: TextState) -> Iterator[Edit]:
        for at, letter in enumerate(state.text):
            if letter == ";":
                confidence = 0.5 if state.text.startswith("Nắng") else 1.0
                yield Edit(at, at + 1, ".", "stops.semicolon", "reason", confidence)


class Restless(Stops):
    """Never content with what it wrote itself."""

    def edits(self, state: TextState) -> Iterator[Edit]:
        if state.text.endswith("."):
            yield Edit(len(state.text), len(state.text), ".", "stops.semicolon", "reason")
        yield from super().edits(state)


def table(folder: Path, text: str) -> Path:
    path = folder / "stops.toml"
    path.write_text(text, encoding="utf-8")
    return path


def repair(before: str, after: str, extra: str = "", rules: str = '"stops.semicolon"') -> str:
    return f'[[repair]]\nlabel = "x"\nbefore = "{before}"\nafter = "{after}"\nrules = [{rules}]\n{extra}\n'


def test_cases_that_hold(tmp_path: Path) -> None:
    text = repair("Mưa;", "Mưa.") + '[[keep]]\nlabel = "y"\ntext = "Mưa."\n[[keep]]\nlabel = "z"\ntext = "Nắng;"\n'
    cases = testing.load(table(tmp_path, text), Stops)
    assert [(case.filter, case.kind, case.entry["label"], case.preset) for case in cases] == [
        ("stops", "repair", "x", "web"),
        ("stops", "keep", "y", "web"),
        ("stops", "keep", "z", "web"),
    ]
    for case in cases:
        testing.check(case)


@pytest.mark.parametrize(
    ("text", "make", "said"),
    [
        (repair("Mưa;", "Mưa!"), Stops, "the filter alone: 'Mưa.' should be 'Mưa!'"),
        (repair("Mưa;", "Mưa.", rules='"stops.other"'), Stops, r"the rules: \['stops.semicolon'\]"),
        (repair("Nắng;", "Nắng."), Stops, "the filter alone: 'Nắng;' should be"),
        (repair("Mưa  rồi;", "Mưa  rồi."), Stops, "the repaired text, cleaned by all: 'Mưa rồi.' should be"),
        (repair("Mưa;", "Mưa."), Restless, "cleaned a second time: 'Mưa..' should be 'Mưa.'"),
        ('[[keep]]\nlabel = "x"\ntext = "Mưa;"\n', Stops, "the edits: .*stops.semicolon"),
        ('[[known-failure]]\nlabel = "x"\nbefore = "Mưa:"\nafter = "Mưa."\n', Stops, "the filter alone"),
    ],
)
def test_cases_that_do_not_hold(tmp_path: Path, text: str, make: testing.Factory, said: str) -> None:
    (case,) = testing.load(table(tmp_path, text), make)
    with pytest.raises(AssertionError, match=said):
        testing.check(case)


def test_what_others_make_of_a_repaired_text_can_be_said(tmp_path: Path) -> None:
    (case,) = testing.load(table(tmp_path, repair("Mưa  rồi;", "Mưa  rồi.", 'then = "Mưa rồi."')), Stops)
    testing.check(case)


def test_settings_and_preset_of_a_case_are_used(tmp_path: Path) -> None:
    text = repair("Nắng;", "Nắng.", 'preset = "lossless"\nsettings = {min_confidence = 0.4, keep = ["Gió"]}')
    (case,) = testing.load(table(tmp_path, text), Stops)
    assert case.settings.min_confidence == 0.4
    assert case.settings.keep == {"Gió"}
    assert case.settings.preset == "lossless"
    testing.check(case)
    (case,) = testing.load(table(tmp_path, repair("a;", "a.", "settings = {min_confidense = 0.4}")), Stops)
    with pytest.raises(ConfigError, match="did you mean 'min_confidence'"):
        testing.check(case)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[repair", "no table of cases"),
        ('[[repairs]]\nlabel = "x"\n', "did you mean 'repair'"),
        ('[[keep]]\nlabel = "x"\n', "the keep 'x' lacks text"),
        ('[[keep]]\ntext = "x"\n', "the keep '' lacks label"),
        ('[[keep]]\nlabel = "x"\ntext = "y"\nthem = "z"\n', "the keep 'x' has the key 'them'"),
        (repair("Mưa;", "Mưa.") * 2, "two cases of the kind repair have the text 'Mưa;'"),
    ],
)
def test_a_table_that_cannot_be_meant_is_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        testing.load(table(tmp_path, text), Stops)


def test_a_missing_table_is_said(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="No such file"):
        testing.load(tmp_path / "none.toml")


def test_known_failures_are_strict(tmp_path: Path) -> None:
    text = '[[known-failure]]\nlabel = "x"\nbefore = "Mưa:"\nafter = "Mưa."\n' + repair("Mưa;", "Mưa.")
    known, sure = testing.parametrize(table(tmp_path, text), Stops).args[1]
    assert known.id == "stops: x"
    assert [mark.kwargs for mark in known.marks] == [{"strict": True, "raises": AssertionError}]
    assert not sure.marks
    assert len(testing.parameters(testing.load(table(tmp_path, text)), ["repair"])) == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"repairs": ("Mưa;", "Mưa!")}, "what stops.semicolon repairs"),
        ({"repairs": ("Mưa.", "Mưa.")}, "stops.semicolon repairs it"),
        ({"keeps": "Mưa;"}, "stops.semicolon keeps its example"),
        ({"why": " "}, "has a summary and a reason why"),
    ],
)
def test_the_examples_of_a_rule_are_held_to_be_true(change: dict[str, object], said: str) -> None:
    class Changed(Stops):
        rules = {code: rule._replace(**change) for code, rule in Stops.rules.items()}  # noqa: RUF012

    testing.check_rules("stops", Stops)
    with pytest.raises(AssertionError, match=said):
        testing.check_rules("stops", Changed)
    with pytest.raises(AssertionError, match="its name"):
        testing.check_rules("stop", Stops)


def test_the_package_in_the_documentation_works_as_written(
    root: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    """Its four files are written as they stand there, and its own tests and the command line are run."""
    files = dict(FILE.findall((root / "docs" / "writing-a-filter.md").read_text(encoding="utf-8")))
    assert list(files) == ["my_currency/__init__.py", "tests/currency.toml", "tests/test_currency.py", "pyproject.toml"]
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    info = tmp_path / "my_currency-1.0.dist-info"  # as an installer writes it
    info.mkdir()
    entry_points = files["pyproject.toml"].partition('[project.entry-points."vntextclean.filters"]\n')[2]
    (info / "entry_points.txt").write_text(f"[vntextclean.filters]\n{entry_points.replace(chr(34), '')}")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: my-currency\nVersion: 1.0\n")
    own = {**environment, "PYTHONPATH": f"{tmp_path}{os.pathsep}{environment['PYTHONPATH']}"}

    def run(*arguments: str, stdin: str = "") -> str:
        done = subprocess.run(
            [sys.executable, "-m", *arguments],
            input=stdin,
            cwd=tmp_path,
            env=own,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    assert "3 passed, 1 xfailed" in run("pytest", "-q", "-p", "no:cacheprovider", "tests")
    assert "currency.space" in run("vntextclean", "rules")
    text = "Vé vào  cửa 20.000₫.\n"
    assert run("vntextclean", "clean", "--filter", "+currency", stdin=text) == "Vé vào cửa 20.000 ₫.\n"
    lines = files["my_currency/__init__.py"].count("\n")
    assert lines <= 32, f"the example is {lines} lines long"
