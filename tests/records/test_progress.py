"""What a batch run says on a terminal, and elsewhere."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.records.conftest import QUICK, Batch, record


@pytest.mark.skipif(os.name != "posix", reason="terminals of POSIX systems")
def test_a_terminal_gets_a_bar_and_one_line_at_the_end(poisoned: dict[str, str], tmp_path: Path) -> None:
    import pty

    lines = [record(number, "một  hai CHẬMRÃI") for number in range(30)]
    (tmp_path / "a.jsonl").write_text("".join([*lines, "x\n"]), encoding="utf-8")
    ours, theirs = pty.openpty()
    words = [sys.executable, "-m", "vntextclean", "batch", "a.jsonl", "-o", "b.jsonl", "--chunk-size", "256", *QUICK]
    process = subprocess.Popen(words, cwd=tmp_path, env={**poisoned, "TERM": "xterm"}, stderr=theirs)
    os.close(theirs)
    said = b""
    while True:
        try:
            data = os.read(ours, 4096)
        except OSError:  # the other end is closed
            break
        if not data:
            break
        said += data
    os.close(ours)
    assert process.wait() == 1
    text = said.decode()
    assert "a.jsonl:31: no JSON object on this line" in text
    assert "records; spacing" in text  # the bar
    assert "31 records, 30 changes in 30 of them, 1 rejects in b.jsonl.rejects.jsonl; " in text
    assert "Traceback" not in text


def test_elsewhere_lines_of_json_say_how_far_it_is(batch: Batch, tmp_path: Path) -> None:
    lines = [record(number, "một  hai CHẬMRÃI") for number in range(40)]
    (tmp_path / "a.jsonl").write_text("".join(lines), encoding="utf-8")
    done = batch("a.jsonl", "-o", "b.jsonl", "--chunk-size", "256", "--status-every", "0.2")
    told = [json.loads(line) for line in done.stderr.splitlines()]
    assert len(told) > 2
    size = (tmp_path / "a.jsonl").stat().st_size
    assert [each["records"] for each in told] == sorted(each["records"] for each in told)
    halfway = next(each for each in told if each["bytes"])  # on a busy machine the first may come before any record
    assert 0 < halfway["bytes"] < size == halfway["total_bytes"] == told[-1]["bytes"]
    assert halfway["seconds_left"] is not None
    assert (told[-1]["done"], told[-1]["changes"]) == (True, {"spacing": 40})
    done = batch("-", "-o", "-", "--format", "jsonl", stdin="".join(lines).encode())
    last = json.loads(done.stderr.splitlines()[-1])
    assert (last["bytes"], last["total_bytes"]) == (size, None)


def test_it_is_said_how_far_the_run_is_while_a_chunk_takes_long(batch: Batch, tmp_path: Path) -> None:
    """Lines came between two chunks only: a run with a slow one seemed to be dead."""
    (tmp_path / "a.jsonl").write_text(record(1, "một  hai\n\nCHẬMRÃI") * 60, encoding="utf-8")
    done = batch("a.jsonl", "-o", "b.jsonl", "--status-every", "0.2")
    lines = [json.loads(line) for line in done.stderr.decode().splitlines()]
    assert len(lines) > 2
    assert [(line["records"], "done" in line) for line in lines[:2]] == [(0, False)] * 2
    assert (lines[-1]["records"], lines[-1]["done"]) == (60, True)
