"""A LibreOffice without a window for all tests, and what it reads."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

OFFICE = Path(__file__).with_name("office.py")
#: It runs in another Python, so it is no module of the tests.
collect_ignore = [OFFICE.name]
#: The Python that LibreOffice's bridge is installed for: that of the distribution.
PYTHON = os.environ.get("UNO_PYTHON", "/usr/bin/python3")

Ask = Callable[..., list[dict[str, Any]]]


@pytest.fixture(scope="session")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """Ask LibreOffice: a verb and its arguments, the answers a dictionary each."""
    program = shutil.which("soffice")
    assert program, "soffice is not installed: apt-get install libreoffice-writer python3-uno"
    pipe = f"vntextclean-{os.getpid()}"
    profile = tmp_path_factory.mktemp("profile").as_uri()
    office = subprocess.Popen(
        [program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nologo",
         f"--accept=pipe,name={pipe};urp"],
    )  # fmt: skip

    def asked(*arguments: str | Path) -> list[dict[str, Any]]:
        done = subprocess.run(
            [PYTHON, str(OFFICE), pipe, *map(str, arguments)], capture_output=True, text=True, timeout=300, check=False
        )
        assert done.returncode == 0, done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]

    yield asked
    office.terminate()
    office.wait(60)
