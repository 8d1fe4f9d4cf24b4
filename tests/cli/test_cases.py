"""The command line, case by case: each TOML table says what goes in and all that comes out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.runner import runner
from vntextclean.cli import main

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

FILES = sorted((Path(__file__).parent / "cases").glob("*.toml"))
CASES = [case for file in FILES for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]]
#: `files` and `then` map names to text, `bytes` to hexadecimal; `stderr` is a list of what standard error must hold.
KEYS = {"label", "args", "stdin", "stdin-bytes", "files", "bytes", "stdout", "stdout-bytes", "stderr", "status", "then"}
KEYS |= {"columns"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_case(case: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert set(case) <= KEYS
    contents = {name: text.encode() for name, text in case.get("files", {}).items()}
    contents |= {name: bytes.fromhex(digits) for name, digits in case.get("bytes", {}).items()}
    for name, content in contents.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    (tmp_path / ".git").mkdir(exist_ok=True)  # the search for a configuration ends here
    monkeypatch.chdir(tmp_path)
    stdin = bytes.fromhex(case["stdin-bytes"]) if "stdin-bytes" in case else case.get("stdin", "")

    done = runner(NO_COLOR="1", COLUMNS=str(case.get("columns", 100))).invoke(main, case["args"], input=stdin)

    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert done.exit_code == case.get("status", 0), done.stderr
    if "stdout-bytes" in case:
        assert done.stdout_bytes == bytes.fromhex(case["stdout-bytes"])
    else:
        assert done.stdout_bytes.decode() == case.get("stdout", "")
    for part in case.get("stderr", []):
        assert part in done.stderr
    assert "stderr" in case or not done.stderr
    after = {str(path.relative_to(tmp_path)): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert after == contents | {name: text.encode() for name, text in case.get("then", {}).items()}


def test_labels_are_unique() -> None:
    labels = [case["label"] for case in CASES]
    assert len(labels) == len(set(labels))
