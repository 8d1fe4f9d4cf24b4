"""The command line, case by case: each TOML table says what goes in and all that comes out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Command

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

FILES = sorted((Path(__file__).parent / "cases").glob("*.toml"))
CASES = [case for file in FILES for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]]
#: `files` and `then` map names to text, `bytes` to hexadecimal; `stderr` is a list of what standard error must hold.
KEYS = {"label", "args", "stdin", "stdin-bytes", "files", "bytes", "stdout", "stderr", "status", "then"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_case(case: dict[str, Any], vntextclean: Command, tmp_path: Path) -> None:
    assert set(case) <= KEYS
    contents = {name: text.encode() for name, text in case.get("files", {}).items()}
    contents |= {name: bytes.fromhex(digits) for name, digits in case.get("bytes", {}).items()}
    for name, content in contents.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    stdin = bytes.fromhex(case["stdin-bytes"]) if "stdin-bytes" in case else case.get("stdin", "")

    done = vntextclean(*case["args"], stdin=stdin)

    said = done.stderr.decode()
    assert done.returncode == case.get("status", 0), said
    assert done.stdout.decode("utf-8", "surrogateescape") == case.get("stdout", "")
    for part in case.get("stderr", []):
        assert part in said
    assert "stderr" in case or not said
    assert "Traceback" not in said
    after = {str(path.relative_to(tmp_path)): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert after == contents | {name: text.encode() for name, text in case.get("then", {}).items()}


def test_labels_are_unique() -> None:
    labels = [case["label"] for case in CASES]
    assert len(labels) == len(set(labels))
