"""What several test modules ask for: the command as a user runs it, and random texts without deadlines."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A deadline measures the machine and not the law: on a busy one it fails at random.
settings.register_profile("project", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("project")

ROOT = Path(__file__).parent.parent

Command = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def environment() -> dict[str, str]:
    """The environment of a plain user: no colours, no settings of ours, the source first on the path."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("VNTEXTCLEAN_")}
    paths = [str(ROOT / "src"), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**kept, "NO_COLOR": "1", "PYTHONPATH": os.pathsep.join(paths), "PYTHONUTF8": "1", "COLUMNS": "100"}


@pytest.fixture
def vntextclean(environment: dict[str, str], tmp_path: Path) -> Command:
    """Run the command in an empty folder: ``vntextclean("clean", "-", stdin=...)``."""

    def run(*arguments: str, stdin: bytes | str = b"", cwd: Path = tmp_path) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "vntextclean", *arguments],
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            cwd=cwd,
            env=environment,
            timeout=120,
            check=False,
        )

    return run
