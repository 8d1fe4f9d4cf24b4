"""What the command says of itself: its help, its version, its completion and its model."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Command


def bare(environment: dict[str, str], folder: Path, *arguments: str) -> str:
    """What the command prints, with these settings of the environment."""
    command = [sys.executable, "-m", "vntextclean", *arguments]
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    return done.stdout


def test_help_ends_with_an_example_for_every_verb(vntextclean: Command) -> None:
    from vntextclean.cli import VERBS

    for verb in VERBS:
        assert b"Example:" in vntextclean(verb, "--help").stdout
    assert b"Example:" in vntextclean("-h").stdout


def test_version_says_kernel_and_model(environment: dict[str, str], tmp_path: Path) -> None:
    from vntextclean import __version__

    for option in ("--version", "-V"):
        kernel, model = "(compiled|numpy, none was compiled)", r"vi\.vnlm [0-9a-f]{8}"
        wanted = rf"vntextclean {re.escape(__version__)} \(kernel: {kernel}, model: {model}\)\n"
        assert re.fullmatch(wanted, bare(environment, tmp_path, option))
    (tmp_path / "x.vnlm").write_bytes(b"nothing")
    said = bare({**environment, "VNTEXTCLEAN_MODEL": "x.vnlm", "VNTEXTCLEAN_NATIVE": "0"}, tmp_path, "-V")
    assert "(kernel: numpy, as VNTEXTCLEAN_NATIVE=0 asks, model: x.vnlm, which is no model)" in said


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_completion_is_offered(environment: dict[str, str], tmp_path: Path, name: str) -> None:
    assert "_VNTEXTCLEAN_COMPLETE" in bare({**environment, "_VNTEXTCLEAN_COMPLETE": f"{name}_source"}, tmp_path)


def test_the_model_describes_itself_and_scores_lines(vntextclean: Command) -> None:
    about = vntextclean("model", "info").stdout.decode()
    assert "vi.vnlm" in about
    assert re.search(r"^n-grams +[\d,]+ of 2 words, [\d,]+ of 3 words$", about, re.MULTILINE)
    assert re.search(r"^settled +pairs of words beside which no candidate gains [\d.]+ nats; ", about, re.MULTILINE)
    assert "{" not in about
    scored = vntextclean("model", "score", stdin="Ủy ban nhân dân tỉnh\n\nnhân Ủy tỉnh ban dân\n").stdout.decode()
    usual, empty, odd = (line.split("\t") for line in scored.splitlines())
    assert empty == ["-", ""]
    assert usual[1] == "Ủy ban nhân dân tỉnh"
    assert float(usual[0]) < float(odd[0])
