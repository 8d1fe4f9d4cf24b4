"""What a release rests on: one version everywhere, a changelog that knows it, recipes that are there."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from vntextclean import __version__

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

RECIPE = re.compile(r"^([a-z][a-z-]*)(?: [^:\n]*)?:(?!=)[^\n]*\n((?:    [^\n]*\n)+)", re.MULTILINE)


def test_the_version_is_the_same_everywhere_and_in_the_changelog(root: Path) -> None:
    assert tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"] == __version__
    headings = re.findall(r"^## \[(.*?)\](.*)$", (root / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert headings[0] == ("Unreleased", "")
    assert headings[1][0] == __version__
    assert all(re.fullmatch(r" - \d{4}-\d\d-\d\d", date) for _, date in headings[1:])


def test_the_check_uses_recipes_that_exist(root: Path) -> None:
    recipes = dict(RECIPE.findall((root / "justfile").read_text(encoding="utf-8")))
    used = re.findall(r"^ *recipe ([\w-]+)$", (root / ".ci" / "run").read_text(encoding="utf-8"), re.MULTILINE)
    assert {"lint", "docs-check", "pure", "gate"} <= set(used) <= set(recipes)
    assert {"test", "fast", "cases", "native", "docs", "gate", "bench"} <= set(recipes)
    assert not [name for name, body in recipes.items() if "{{" in body], "the shell cannot fill in what just(1) can"


@pytest.mark.skipif(shutil.which("bash") is None or shutil.which("awk") is None, reason="needs bash and awk")
@pytest.mark.parametrize("recipe", ["docs-check", "lint", "cases"])
def test_recipes_run_without_just(root: Path, recipe: str, tmp_path: Path) -> None:
    """The function of ``.ci/run`` that stands in for just(1), on commands that only say what they were asked."""
    body = dict(RECIPE.findall((root / "justfile").read_text(encoding="utf-8")))[recipe]
    wanted = [line.split()[:3] for line in body.splitlines()]
    for name in {words[0] for words in wanted}:
        command = tmp_path / name
        command.write_text(f'#!/bin/sh\necho {name} "$@"\n')
        command.chmod(0o755)
    for name in ("bash", "awk"):
        (tmp_path / name).symlink_to(str(shutil.which(name)))
    script = re.search(
        r"^recipe\(\) \{.*?^\}", (root / ".ci" / "run").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    assert script
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", f"{script[0]}\nrecipe {recipe}"],
        cwd=root,
        env={"PATH": f"{tmp_path}:/usr/bin:/bin"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert [line.split()[:3] for line in done.stdout.splitlines()] == wanted


@pytest.mark.skipif(shutil.which("just") is None, reason="needs just(1)")
def test_just_reads_the_justfile(root: Path) -> None:
    done = subprocess.run(["just", "--summary"], cwd=root, capture_output=True, text=True, timeout=60, check=True)
    assert {"test", "fast", "cases", "native", "docs", "gate", "bench"} <= set(done.stdout.split())
