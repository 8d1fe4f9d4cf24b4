"""`diff --changes` shows what `clean --changes` will make."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

Command = Callable[..., "subprocess.CompletedProcess[bytes]"]


def test_what_a_reviewer_left_is_shown_and_made(vntextclean: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("một  hai .\nba  bốn\n", encoding="utf-8")
    record = json.loads(vntextclean("diff", "--filter", "spacing", "--format", "json", "a.txt").stdout)
    record["changes"] = record["changes"][:1]
    (tmp_path / "r.json").write_text(json.dumps(record, indent=2), encoding="utf-8")

    patch = vntextclean("diff", "--changes", "r.json", "a.txt")
    assert patch.returncode == 1
    assert patch.stdout.decode().splitlines()[3:] == ["-một  hai .", "+một hai .", " ba  bốn"]
    assert vntextclean("clean", "--changes", "r.json", "a.txt").stdout.decode() == "một hai .\nba  bốn\n"
    again = json.loads(vntextclean("diff", "--changes", "r.json", "--format", "json", "a.txt").stdout)
    assert (again["changes"], again["suggestions"]) == (record["changes"], [])


def test_a_choice_of_repairs_beside_it_is_refused(vntextclean: Command) -> None:
    done = vntextclean("diff", "--changes", "r.json", "--ignore", "spacing", "a.txt")
    assert done.returncode == 2
    assert b"leave out --ignore" in done.stderr
