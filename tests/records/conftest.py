"""The batch command as a user runs it, with a filter that stops its process, sleeps or fails at certain words."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

Batch = Callable[..., "subprocess.CompletedProcess[bytes]"]

MODULE = """
import os, time
from vntextclean import Phase

class Poison:
    name = "poison"
    phase = Phase.CHARACTERS
    rules = {}

    def __init__(self, settings):
        import vntextclean.signals as counted
        usual = counted.signals

        def signals(of, model=None):
            if "TỰĐẾM" in str(getattr(of, "source", of)):
                os.kill(os.getpid(), 9)
            return usual(of, model)

        counted.signals = signals

    def edits(self, state):
        if "THUỐCĐỘC" in state.text:
            os.kill(os.getpid(), 9)
        if "CHẬMRÃI" in state.text:
            time.sleep(0.05)
        if "NGỦQUÊN" in state.text:
            time.sleep(600)
        if "HỎNGHÓC" in state.text:
            raise RuntimeError("a filter that fails")
        return ()
"""


@pytest.fixture(scope="session")
def poisoned(environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which the filter is installed."""
    folder = tmp_path_factory.mktemp("poison")
    (folder / "poison_of_a_test.py").write_text(MODULE, encoding="utf-8")
    info = folder / "poison_of_a_test-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: poison-of-a-test\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(
        "[vntextclean.filters]\npoison = poison_of_a_test:Poison\n", encoding="utf-8"
    )
    return {**environment, "PYTHONPATH": os.pathsep.join([environment["PYTHONPATH"], str(folder)])}


#: Filters that load no language model, so that a run is short.
QUICK = ("--filter", "spacing", "--filter", "poison", "--no-config", "-j", "2")


@pytest.fixture
def batch(poisoned: dict[str, str], tmp_path: Path) -> Batch:
    """Run ``vntextclean batch`` in an empty folder."""

    def run(*arguments: str, stdin: bytes = b"", shell: str = "") -> subprocess.CompletedProcess[bytes]:
        words = [sys.executable, "-m", "vntextclean", "batch", *arguments, *QUICK]
        return subprocess.run(
            ["bash", "-c", shell + ' exec "$@"', "bash", *words] if shell else words,
            input=stdin, capture_output=True, cwd=tmp_path, env=poisoned, timeout=120, check=False,
        )  # fmt: skip

    return run


def record(number: int, text: str = "một  hai", **more: object) -> str:
    """A line of JSON."""
    return json.dumps({"id": number, "text": text, **more}, ensure_ascii=False) + "\n"


def told(path: Path) -> list[dict[str, Any]]:
    """The lines of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def names(folder: Path) -> Sequence[str]:
    """All files below a folder."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
