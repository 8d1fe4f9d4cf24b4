"""What can be used is documented, and what is documented works."""

from __future__ import annotations

import doctest
import os
import re
import runpy
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from vntextclean import cli
from vntextclean.presets import PRESETS
from vntextclean.registry import build, names
from vntextclean.settings import Settings

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "README.vi.md", *sorted(DOCS.glob("*.md"))]
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)

STEP = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


def commands(command: click.Command, path: str = "vntextclean") -> Iterator[tuple[str, click.Command]]:
    """Every command and sub-command, with the words that call it."""
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command, info_name=path)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from commands(inner, f"{path} {name}")


def command_line() -> click.Command:
    """The root command, whether ``main`` is it or the function that starts it."""
    found = [value for value in vars(cli).values() if isinstance(value, click.Group)]
    return cli.main if isinstance(cli.main, click.Command) else found[0]


@pytest.mark.parametrize("name", names())
def test_every_rule_has_its_page(name: str) -> None:
    page = (DOCS / "rules" / f"{name}.md").read_text(encoding="utf-8")
    for code, rule in build([name], Settings())[0].rules.items():
        assert code in page
        of_a_letter = rule.summary[:2] in ("ƣ ", "ñ ", "ǎ ")  # which a capital would make another letter
        first = rule.summary[:1] if of_a_letter else rule.summary[:1].upper()
        assert f"\n\n{first}{rule.summary[1:].rstrip('.')}. {rule.why}\n" in page


def test_rule_pages_are_short_and_lead_to_their_cases() -> None:
    for name in names():
        page = (DOCS / "rules" / f"{name}.md").read_text(encoding="utf-8")
        assert f"../../tests/cases/{name}.toml" in page
        for section in page.split("\n## ")[1:]:
            assert len(re.findall(r"^\| (?!\|)", section, re.MULTILINE)) <= 3, (name, section[:40])


@pytest.mark.parametrize(("path", "command"), list(commands(command_line())), ids=str)
def test_every_command_and_option_is_documented(path: str, command: click.Command) -> None:
    page = (DOCS / "cli.md").read_text(encoding="utf-8")
    assert path in page
    assert command.help, f"{path} has no help text"
    assert "Example" in command.get_help(click.Context(command, info_name=path)), f"the help of {path} shows no example"
    for parameter in command.params:
        if isinstance(parameter, click.Option) and not parameter.hidden:
            assert parameter.help, f"{path} {parameter.name} has no help text"
            assert max(parameter.opts, key=len) in page


def test_options_that_verbs_share_are_printed_once() -> None:
    page = (DOCS / "cli.md").read_text(encoding="utf-8")
    for option in ("--files-from FILE", "--no-learn  ", "--show-settings  ", "--line-buffered  ", "--main-text  "):
        assert page.count(option) == 1
    _, _, batch = page.partition("## vntextclean batch\n")
    assert "--jobs N  " in batch.partition("\n## ")[0]  # it says there what it does for this verb
    assert "(but `--no-learn`)" in batch.partition("\n## ")[0]


@pytest.mark.parametrize("name", PRESETS)
def test_every_preset_is_in_the_readme(name: str) -> None:
    assert f"`{name}`" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_generated_pages_are_what_the_code_says(environment: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "docs/build.py", "--check"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_python_in_the_docs_runs(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    examples = "\n".join(body for kind, body in FENCE.findall(text) if kind in ("python", "pycon") and ">>> " in body)
    found = doctest.DocTestParser().get_doctest(examples, {}, page.name, str(page), 0)
    here = Path.cwd()
    os.chdir(ROOT)
    try:
        failed, _ = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE).run(found)
    finally:
        os.chdir(here)
    assert not failed


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_in_the_docs_print_what_they_say(page: Path, environment: dict[str, str], tmp_path: Path) -> None:
    """Lines of ```console blocks that begin with "$ " run from the checkout; what follows is what they print."""
    shim = tmp_path / "vntextclean"
    shim.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m vntextclean "$@"\n')
    shim.chmod(0o755)
    search = f"{tmp_path}{os.pathsep}{environment['PATH']}"
    for kind, body in FENCE.findall(page.read_text(encoding="utf-8")):
        for command, expected in STEP.findall(body) if kind == "console" else []:
            done = subprocess.run(
                ["bash", "-c", command],
                cwd=ROOT,
                env={**environment, "PATH": search},
                capture_output=True,
                text=True,
                timeout=120,
                check=False,
            )
            assert (done.stdout + done.stderr).rstrip() == expected.rstrip(), command


def test_every_page_is_reached_from_the_readme_and_is_in_the_menu_of_the_site() -> None:
    """What ``just site`` asks, without MkDocs."""
    made = runpy.run_path(str(DOCS / "making" / "site.py"))
    reached = set(made["linked"](ROOT))
    assert made["unreachable"](ROOT, reached) == []
    menu = set(re.findall(r"[\w/.-]+\.md$", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE))
    assert menu == {page.relative_to(ROOT).as_posix() for page in reached if page.suffix == ".md"}


def test_a_link_to_nothing_stops_the_site(tmp_path: Path) -> None:
    made = runpy.run_path(str(DOCS / "making" / "site.py"))
    for name in made["BEGIN"]:
        (tmp_path / name).write_text("[here](README.md) `[not](this.md)`", encoding="utf-8")
    assert {page.name for page in made["linked"](tmp_path)} == set(made["BEGIN"])
    (tmp_path / "README.md").write_text("[gone](docs/gone.md)", encoding="utf-8")
    with pytest.raises(FileNotFoundError, match=r"README\.md links to docs/gone\.md"):
        list(made["linked"](tmp_path))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_within_the_project_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target
