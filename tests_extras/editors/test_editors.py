"""The set-up of docs/editors.md in the editors themselves: problems, hover, actions, typing, formatting.

They need Neovim, Emacs with Eglot, and npm; without one of them they fail.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
PAGE = "Môt buổi 😀 tọa  đàm về hiệntổ chức .\nTrời đẹp, bà con phấn khởi.\n"
CLEAN = "Một buổi 😀 tọa đàm về hiện tổ chức.\n"
TYPED = "Bà con thực hiện tốt."
PATIENCE = 300  # seconds; an editor that waits for what never comes fails by itself before


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a page and an empty home, where ``vntextclean`` is on the PATH."""
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "vntextclean"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m vntextclean "$@"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def block(heading: str, language: str) -> str:
    """The set-up below a heading of docs/editors.md."""
    page = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")
    section = page.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    found = section.partition(f"```{language}\n")[2].partition("```")[0]
    assert found, heading
    return found


def program(name: str, package: str) -> str:
    found = shutil.which(name)
    assert found, f"{name} is not installed: apt-get install {package}"
    return found


def answers(*command: str | Path, given: str = "") -> Any:
    """The last line that an editor prints."""
    done = subprocess.run(
        list(map(str, command)), input=given, capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    assert done.returncode == 0 and done.stdout.strip(), done.stdout + done.stderr
    return json.loads(done.stdout.strip().splitlines()[-1])


def check(found: Any) -> None:
    """What every editor sees."""
    assert "“Môt” → “Một”" in found["hover"] and "trước 'buổi'" in found["hover"]  # its settings say lang = vi
    assert found["actions"][0] == "sửa “Môt” thành “Một”"
    assert "từ nay giữ nguyên “Môt”" in found["actions"]
    assert found["typed"] == 1


def test_neovim(folder: Path) -> None:
    nvim = program("nvim", "neovim")
    first = subprocess.run([nvim, "--version"], capture_output=True, text=True, check=True).stdout.splitlines()[0]
    number = re.search(r"v(\d+)\.(\d+)", first)
    assert number
    new = (int(number[1]), int(number[2])) >= (0, 11)
    (folder / "init.lua").write_text(block("Neovim" if new else "Neovim before 0.11", "lua"), encoding="utf-8")
    found = answers(nvim, "--headless", "-n", "-u", "init.lua", "page.txt", f"+luafile {HERE / 'neovim.lua'}")
    check(found)
    assert [0, 0, 4, "diacritics.tone"] in found["diagnostics"]  # Neovim counts bytes
    assert [0, 35, 45, "run-ons.words"] in found["diagnostics"]  # behind a letter beyond the BMP
    assert found["formatted"] == CLEAN + TYPED


def test_emacs(folder: Path) -> None:
    emacs = program("emacs", "emacs-nox elpa-eglot")
    (folder / "init.el").write_text(block("Emacs (Eglot)", "lisp"), encoding="utf-8")
    found = answers(emacs, "-Q", "--batch", "-l", HERE / "emacs.el")
    check(found)
    assert [1, 4] in found["diagnostics"]
    assert [24, 30] in found["diagnostics"]
    assert found["formatted"] == f"{CLEAN}{PAGE.splitlines()[1]}\n{TYPED}\n"


@pytest.fixture(scope="module")
def extension(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our extension for VS Code, with what it needs."""
    npm = program("npm", "npm")
    folder = tmp_path_factory.mktemp("vscode") / "extension"
    shutil.copytree(ROOT / "examples" / "editors" / "vscode", folder)
    subprocess.run([npm, "install", "--no-audit", "--no-fund"], cwd=folder, check=True, timeout=PATIENCE)
    return folder


def test_the_extension_for_vs_code_has_right_types_and_can_be_packed(extension: Path) -> None:
    npm = program("npm", "npm")
    subprocess.run([npm, "run", "check"], cwd=extension, check=True, timeout=PATIENCE)
    subprocess.run([npm, "run", "package"], cwd=extension, check=True, timeout=PATIENCE)
    assert next(extension.glob("*.vsix")).stat().st_size > 50_000  # with the library it needs


def test_the_protocol_library_of_vs_code(extension: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    del folder
    monkeypatch.setenv("NODE_PATH", str(extension / "node_modules"))
    defaults = json.loads((extension / "package.json").read_text())["contributes"]["configuration"]["properties"]
    settings = {
        key.removeprefix("vntextclean."): one["default"]
        for key, one in defaults.items()
        if key.startswith("vntextclean.")
    }
    given = json.dumps([PAGE, {"vntextclean": {**settings, "lang": "vi"}}])
    found = answers(program("node", "nodejs"), HERE / "vscode.js", given=given)
    check(found)
    assert not found["messages"]
    assert [0, 0, 3, "diacritics.tone"] in found["diagnostics"]
    assert [0, 24, 30, "run-ons.words"] in found["diagnostics"]  # UTF-16 units
    assert found["formatted"] == f"{CLEAN}{PAGE.splitlines()[1]}\n{TYPED}\n"
