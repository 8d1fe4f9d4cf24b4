"""Colours and the pager, as git(1) has them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from vntextclean.cli.screens.screen import Screen

Command = Callable[..., "subprocess.CompletedProcess[bytes]"]
NAMES = ("NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "FORCE_COLOR")


@pytest.mark.parametrize(
    ("option", "environment", "terminal", "wanted"),
    [
        ("auto", {}, True, None),
        ("auto", {}, False, False),
        ("auto", {"NO_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": "1", "CLICOLOR_FORCE": "1"}, True, False),
        ("auto", {"CLICOLOR_FORCE": "1"}, False, True),
        ("auto", {"FORCE_COLOR": "1"}, False, True),
        ("auto", {"CLICOLOR_FORCE": "0"}, False, False),
        ("auto", {"CLICOLOR": "0"}, True, False),
        ("always", {"NO_COLOR": "1"}, False, True),
        ("never", {"CLICOLOR_FORCE": "1"}, True, False),
    ],
)
def test_colours(
    monkeypatch: pytest.MonkeyPatch, option: str, environment: dict[str, str], terminal: bool, wanted: bool | None
) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert Screen(option).coloured(terminal) is wanted  # type: ignore[arg-type]


def test_colours_can_be_asked_for_in_a_pipe_and_a_patch_has_none(vntextclean: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("một  hai\n", encoding="utf-8")
    base = ("diff", "--filter", "spacing", "a.txt")
    assert vntextclean(*base, "--color", "always").stdout.startswith(b"\n\x1b[1ma.txt")
    assert vntextclean(*base, "--color", "never", "--all").stdout.startswith(b"\na.txt")
    assert vntextclean(*base).stdout.startswith(b"--- a.txt")
    assert b"\x1b" not in vntextclean(*base, "--color", "always", "--format", "unified").stdout


def on_a_terminal(
    environment: dict[str, str], folder: Path, *arguments: str, typed: bytes = b"", **more: str
) -> tuple[str, int]:
    """What a program shows on a terminal, and how it ends."""
    ours, theirs = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "vntextclean", *arguments],
        stdin=theirs if typed else subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
        cwd=folder,
        env={**environment, "TERM": "xterm-256color", "COLUMNS": "80", **more},
    )
    os.close(theirs)
    os.write(ours, typed)
    seen = b""
    while True:
        try:
            block = os.read(ours, 65536)
        except OSError:
            break
        if not block:
            break
        seen += block
    os.close(ours)
    return seen.decode().replace("\r\n", "\n"), process.wait(timeout=60)


needs_terminal = pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a terminal")


@pytest.fixture
def plain(environment: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in environment.items() if name not in NAMES}


@needs_terminal
def test_a_terminal_gets_a_pager_with_colours_and_messages_in_it(plain: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("một  hai\n", encoding="utf-8")
    (tmp_path / "pager").write_text("#!/bin/sh\nsed 's/^/| /'\n")
    (tmp_path / "pager").chmod(0o755)
    options = ("diff", "--filter", "spacing", "missing.txt", "a.txt")
    shown, status = on_a_terminal(plain, tmp_path, *options, PAGER="./pager")
    assert status == 2
    assert "| \x1b[1ma.txt\x1b[0m" in shown
    assert "| vntextclean: missing.txt: no such file" in shown
    assert all(line.startswith("| ") for line in shown.splitlines())
    shown, _ = on_a_terminal(plain, tmp_path, *options, "--no-pager", PAGER="./pager")
    assert "| " not in shown
    assert "\x1b[1ma.txt" in shown


@needs_terminal
def test_no_pager_takes_the_keys_of_who_types_the_text(plain: dict[str, str], tmp_path: Path) -> None:
    typed = "một  hai\n\x04".encode()
    shown, status = on_a_terminal(plain, tmp_path, "diff", "--filter", "spacing", typed=typed, PAGER="false")
    assert status == 1
    assert "end with Ctrl-D" in shown
    assert "spacing.run" in shown


@needs_terminal
@pytest.mark.parametrize("pager", ["", "cat", "/nonexistent"])
def test_no_pager_where_there_is_none(plain: dict[str, str], tmp_path: Path, pager: str) -> None:
    (tmp_path / "a.txt").write_text("một  hai\n", encoding="utf-8")
    shown, status = on_a_terminal(plain, tmp_path, "diff", "--filter", "spacing", "a.txt", PAGER=pager)
    assert status == 1
    assert "spacing.run" in shown


@needs_terminal
def test_a_pager_that_is_left_early_ends_it_quietly(plain: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("một \u200bhai\nba\n\n" * 20_000, encoding="utf-8")
    shown, status = on_a_terminal(plain, tmp_path, "diff", "-v", "--filter", "invisibles", "a.txt", PAGER="head -n 3")
    assert status == 1
    assert "Traceback" not in shown
    assert len(shown.splitlines()) == 3


@pytest.mark.parametrize("options", [("diff", "--format", "json", "--all"), ("restore", "--side-by-side")])
def test_options_that_would_do_nothing_are_refused(vntextclean: Command, options: tuple[str, ...]) -> None:
    done = vntextclean(*options, stdin="mot hai\n")
    assert done.returncode == 2
    assert b"is for the diff on a terminal: leave it out, or use --format terminal" in done.stderr
    assert not done.stdout
