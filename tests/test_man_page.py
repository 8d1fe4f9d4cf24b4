"""The manual page that is installed: every verb and option, in a form that man(1) takes without a warning."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import click
import pytest

from vntextclean.cli import main


@pytest.fixture
def page(root: Path) -> str:
    return (root / "docs" / "vntextclean.1").read_text(encoding="utf-8")


def test_every_verb_and_every_option_is_in_it(page: str) -> None:
    context = click.Context(main)
    shown = page.replace("\\-", "-").replace("\\fR", "")
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        assert command is not None
        assert re.search(rf'^\.SS "{name}( \w+)?"$', shown, re.MULTILINE), name
        for parameter in command.params:
            if isinstance(parameter, click.Option) and not parameter.hidden:
                assert max(parameter.opts, key=len) in shown, (name, parameter.name)
    shared = shown.partition(".SH OPTIONS OF SEVERAL VERBS")[2]
    assert "\\fB-p, --preset" in shared
    clean = shown.partition('.SS "clean"')[2].partition(".SS")[0]
    assert "--write" in clean and "--preset" not in clean, "what verbs share is told once"


def test_no_line_of_text_is_taken_for_a_request(page: str) -> None:
    known = {".TH", ".SH", ".SS", ".PP", ".TP", ".B", ".BR", ".I", ".IR", ".EX", ".EE", '.\\"'}
    assert {line.split(" ")[0] for line in page.splitlines() if line.startswith((".", "'"))} <= known


@pytest.mark.skipif(shutil.which("groff") is None, reason="needs groff")
def test_groff_has_nothing_to_say(root: Path) -> None:
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-Kutf8", "-ww", str(root / "docs" / "vntextclean.1")],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stderr == ""
