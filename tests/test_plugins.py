"""Filters of other packages: listed, selected, and named with their package where they cannot be used."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.runner import runner
from vntextclean import ConfigError, Pipeline
from vntextclean.cli import main

if TYPE_CHECKING:
    from click.testing import Result

MODULE = """
from vntextclean import Edit, Phase, Rule

class Whole:
    name = "whole"
    phase = Phase.BOUNDARIES
    rules = {"whole.stop": Rule("a full stop", "why", ("a;", "a."), "a.", "reason", "lý do")}

    def __init__(self, settings):
        pass

    def edits(self, state):
        text = getattr(state, "text", state)
        for at, letter in enumerate(text):
            if letter == ";":
                yield Edit(at, at + 1, ".", "whole.stop", "reason")

class Misnamed(Whole):
    name = "other"

class Foreign(Whole):
    name = "foreign"

class Bare:
    def __init__(self, settings):
        pass

class Failing(Whole):
    def __init__(self, settings):
        raise RuntimeError("no dictionary here")
"""


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package with one filter that works and several that do not."""
    (tmp_path / "plug_of_a_test.py").write_text(MODULE, encoding="utf-8")
    info = tmp_path / "plug_of_a_test-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: plug-of-a-test\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(
        "[vntextclean.filters]\n"
        "whole = plug_of_a_test:Whole\n"
        "absent = plug_of_a_test.nothere:X\n"
        "lacking = plug_of_a_test:Nobody\n"
        "misnamed = plug_of_a_test:Misnamed\n"
        "foreign = plug_of_a_test:Foreign\n"
        "bare = plug_of_a_test:Bare\n"
        "failing = plug_of_a_test:Failing\n",
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    yield tmp_path
    sys.modules.pop("plug_of_a_test", None)


def run(*arguments: str, stdin: str = "") -> Result:
    return runner(NO_COLOR="1").invoke(main, [*arguments], input=stdin)


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("absent", "ModuleNotFoundError: No module named 'plug_of_a_test.nothere'"),
        ("lacking", "AttributeError: module 'plug_of_a_test' has no attribute 'Nobody'"),
        ("misnamed", "its name is 'other', but its entry point is called 'misnamed'"),
        ("foreign", "its rule 'whole.stop' does not begin with 'foreign.'"),
        ("bare", "Bare has no name and no phase and no rules and no edits"),
        ("failing", "RuntimeError: no dictionary here"),
    ],
)
def test_one_that_cannot_be_used_is_named_with_its_package(name: str, reason: str) -> None:
    with pytest.raises(ConfigError) as caught:
        Pipeline.from_preset("web", filters=(name,))
    said = str(caught.value)
    assert said.startswith(f"the filter {name!r} of the package plug-of-a-test cannot be used: ")
    assert reason in said
    done = run("clean", "--filter", name)
    assert (done.exit_code, done.stderr) == (2, f"vntextclean: {said}\n")


@pytest.mark.usefixtures("installed")
def test_rules_lists_those_that_work_and_reports_the_others() -> None:
    done = run("rules")
    assert done.exit_code == 0
    assert "  whole.stop " in done.stdout
    assert "  diacritics." in done.stdout
    assert len(done.stderr.splitlines()) == 6
    assert "whole.stop: a full stop" in run("rules", "whole.stop").stdout
    assert '"rule": "whole.stop"' in run("rules", "--format", "json").stdout
    assert "whole.stop" not in run("rules", "--preset", "web").stdout


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize(
    "options",
    [["--filter", "whole"], ["--select", "whole"], ["--select", "spacing,whole.stop"], ["--filter", "+whole"]],
)
def test_one_is_used_where_it_is_asked_for(options: list[str]) -> None:
    done = run("clean", *options, stdin="Mưa rồi;\n")
    assert (done.stdout, done.exit_code) == ("Mưa rồi.\n", 0)


@pytest.mark.usefixtures("installed")
def test_none_is_loaded_that_nobody_asked_for() -> None:
    assert run("clean", "--filter", "spacing", stdin="Mưa rồi;\n").stdout == "Mưa rồi;\n"
    assert "plug_of_a_test" not in sys.modules
    with pytest.raises(ConfigError, match="no filter is called 'whol'; did you mean 'whole'"):
        Pipeline.from_preset("web", filters=("whol",))
