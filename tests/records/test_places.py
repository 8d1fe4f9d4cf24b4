"""Where the files of a run go: they replace no input, no device and not each other."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import pytest

from tests.records.conftest import Batch, names, record, told

LINES = [record(number) for number in range(400)]
CLEAN = "".join(LINES).replace("  ", " ")


@pytest.fixture(autouse=True)
def corpus(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("".join(LINES), encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-o", "b.jsonl", "--rejects", "b.jsonl"), "--rejects and --output would write the same file"),
        (("-o", "b.jsonl", "--report", "b.jsonl"), "--report and --output would write the same file"),
        (("-o", "b.jsonl", "--report", "b.jsonl.manifest.json"), "--report and --output would write the same file"),
        (("-o", "out/", "--report", "out/_rejects.jsonl"), "--report and --output would write the same file"),
        (("-o", "out/", "--rejects", "out/a.jsonl"), "--rejects and --output would write the same file"),
        (("-o", "b.jsonl", "--report", "r", "--rejects", "./r"), "--rejects and --report would write the same file"),
        (("-o", "-", "--report", "r", "--rejects", "r"), "--rejects and --report would write the same file"),
    ],
)
def test_two_files_at_one_place_are_refused(batch: Batch, tmp_path: Path, arguments: tuple[str], said: str) -> None:
    """The rejects took the place of the output."""
    done = batch("a.jsonl", *arguments)
    assert (done.returncode, done.stdout, names(tmp_path)) == (2, b"", ["a.jsonl"])
    assert said in done.stderr.decode()


@pytest.mark.parametrize("option", ["--output", "--rejects", "--report"])
def test_a_device_is_not_replaced_by_a_file(batch: Batch, tmp_path: Path, option: str) -> None:
    """``-o /dev/null`` of a superuser took the device away. A pipe stands in for it here."""
    os.mkfifo(tmp_path / "device")
    done = batch("a.jsonl", "-o", "b.jsonl", option, "device")
    assert done.returncode == 2
    assert b"device: no regular file, and cannot be replaced; write elsewhere" in done.stderr
    assert (tmp_path / "device").is_fifo()


def test_a_read_only_output_stays_and_a_link_stays_a_link(batch: Batch, tmp_path: Path) -> None:
    (tmp_path / "old.jsonl").write_text("old", encoding="utf-8")
    (tmp_path / "old.jsonl").chmod(0o444)
    done = batch("a.jsonl", "-o", "old.jsonl")
    assert (done.returncode, (tmp_path / "old.jsonl").read_bytes()) == (2, b"old")
    assert b"old.jsonl: read-only, and is as it was" in done.stderr
    (tmp_path / "disk").mkdir()
    (tmp_path / "link.jsonl").symlink_to("disk/big.jsonl")
    assert batch("a.jsonl", "-o", "link.jsonl").returncode == 0
    assert (tmp_path / "link.jsonl").is_symlink()
    assert (tmp_path / "disk" / "big.jsonl").read_text(encoding="utf-8") == CLEAN
    assert names(tmp_path / "disk") == ["big.jsonl"]


def test_shards_of_another_run_do_not_stay_among_the_new_ones(batch: Batch, tmp_path: Path) -> None:
    """A second, smaller run replaced the first of them, and whoever read the folder read the others too."""
    assert batch("a.jsonl", "-o", "out/", "--shard-size", "4K").returncode == 0
    before = names(tmp_path / "out")
    assert len(before) > 3
    (tmp_path / "b.jsonl").write_text("".join(LINES[:100]), encoding="utf-8")
    for more in ((), ("--compression", "gzip"), ("--resume",)):
        done = batch("b.jsonl", "-o", "out/", "--shard-size", "4K", *more)
        assert (done.returncode, names(tmp_path / "out")) == (2, before)
        assert b"part-00000.jsonl: a shard of another run" in done.stderr
    (tmp_path / "out" / "part-of-mine.txt").write_text("x", encoding="utf-8")
    assert batch("b.jsonl", "-o", "out/", "--shard-size", "400K", "--restart").returncode == 0
    assert names(tmp_path / "out") == ["_manifest.json", "part-00000.jsonl", "part-of-mine.txt"]
    done = batch("out/part-00000.jsonl", "-o", "out/", "--shard-size", "4K", "--restart")
    assert done.returncode == 2
    assert b"part-00000.jsonl: an output would overwrite this input" in done.stderr


def test_resume_after_the_end_looks_at_the_outputs(batch: Batch, tmp_path: Path) -> None:
    """It said that the run was complete, though its output had been taken away."""
    arguments = ("a.jsonl", "-o", "out/", "--shard-size", "4K")
    assert batch(*arguments).returncode == 0
    manifest = json.loads((tmp_path / "out" / "_manifest.json").read_text(encoding="utf-8"))
    outputs = {Path(each["name"]).name: each["bytes"] for each in manifest["outputs"]}
    assert outputs == {path.name: path.stat().st_size for path in (tmp_path / "out").glob("part-*")}
    assert batch(*arguments, "--resume").returncode == 0
    with (tmp_path / "out" / "part-00001.jsonl").open("ab") as stream:
        stream.write(b"x")
    done = batch(*arguments, "--resume")
    assert (done.returncode, b"part-00001.jsonl: not as it was written" in done.stderr) == (2, True)
    (tmp_path / "out" / "part-00001.jsonl").unlink()
    done = batch(*arguments, "--resume")
    assert (done.returncode, b"part-00001.jsonl: it was written, and is gone" in done.stderr) == (2, True)
    assert batch(*arguments, "--restart").returncode == 0
    parts = sorted((tmp_path / "out").glob("part-*"))
    assert "".join(part.read_text(encoding="utf-8") for part in parts) == CLEAN


def test_a_run_is_not_resumed_with_another_way_with_rejects(batch: Batch, tmp_path: Path) -> None:
    """Half of the rejects were kept and half left out; another rejects file lacked the first half."""
    lines = ["no record\n", *LINES[:200], "no record\n", *LINES[200:]]
    (tmp_path / "a.jsonl").write_text("".join(lines), encoding="utf-8")
    arguments = ("a.jsonl", "-o", "b.jsonl", "--chunk-size", "2K", "--checkpoint-every", "0")
    assert batch(*arguments, shell="trap '' XFSZ; ulimit -f 8;").returncode == 2
    done = batch(*arguments, "--resume", "--on-error", "skip")
    assert (done.returncode, b"had other --on-error; give the same ones" in done.stderr) == (2, True)
    done = batch(*arguments, "--resume", "--rejects", "c.jsonl")
    assert (done.returncode, b"had other rejects file; give the same ones" in done.stderr) == (2, True)
    assert batch(*arguments, "--resume").returncode == 1
    assert (tmp_path / "b.jsonl").read_text(encoding="utf-8") == "".join(lines).replace("  ", " ")
    assert batch(*arguments, "--resume", "--on-error", "skip").returncode == 1  # another run, and complete
    assert (tmp_path / "b.jsonl").read_text(encoding="utf-8") == CLEAN
    assert len(told(tmp_path / "b.jsonl.rejects.jsonl")) == 2


def test_what_lies_beside_outputs_is_no_input(batch: Batch, tmp_path: Path) -> None:
    """The rejects of a run were records without text for the next one."""
    (tmp_path / "a.jsonl").write_text("no record\n" + record(1), encoding="utf-8")
    (tmp_path / "in").mkdir()
    assert batch("a.jsonl", "-o", "in/b.jsonl").returncode == 1
    assert names(tmp_path / "in") == ["b.jsonl", "b.jsonl.manifest.json", "b.jsonl.rejects.jsonl"]
    for name, out in (("in", "out"), ("in/*.jsonl", "again/")):
        batch(name, "-o", out)
        assert names(tmp_path / out) == ["_manifest.json", "_rejects.jsonl", "b.jsonl"]
    assert batch("in/*.rejects.jsonl", "-o", "rejects.jsonl", "--field", "record").returncode == 0


def test_an_output_without_records_is_a_compressed_file(batch: Batch, tmp_path: Path) -> None:
    (tmp_path / "empty.jsonl").write_bytes(b"")
    (tmp_path / "bad.jsonl").write_bytes(b"no record\n")
    for arguments in (("empty.jsonl",), ("bad.jsonl", "--on-error", "skip")):
        batch(*arguments, "-o", "b.jsonl.gz")
        assert gzip.decompress((tmp_path / "b.jsonl.gz").read_bytes()) == b""
        assert (tmp_path / "b.jsonl.gz").stat().st_size > 0
    done = batch("-", "-o", "-", "--format", "jsonl", "--compression", "gzip", "-q")
    assert (gzip.decompress(done.stdout), len(done.stdout) > 0) == (b"", True)
