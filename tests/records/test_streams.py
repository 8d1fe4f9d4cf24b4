"""Where records come from and go to: standard streams, compression, directories, patterns, shards."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
import os
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.records.conftest import Batch, names, record, told

LINES = [record(number, f"dòng  {number} " + "chữ " * 50 + "hết") for number in range(400)]
DATA = "".join(LINES).encode()
CLEAN = DATA.replace(b"  ", b" ")
CODECS: dict[str, tuple[Callable[[bytes], bytes], Callable[[bytes], bytes]]] = {
    "gz": (gzip.compress, gzip.decompress),
    "bz2": (bz2.compress, bz2.decompress),
    "xz": (lzma.compress, lzma.decompress),
}


def test_standard_streams(batch: Batch, tmp_path: Path) -> None:
    done = batch("-", "-o", "-", "--format", "jsonl", stdin=DATA)
    assert (done.returncode, done.stdout) == (0, CLEAN)
    assert not names(tmp_path)
    done = batch("-", "-o", "-", "--format", "jsonl", "--compression", "gzip", stdin=bz2.compress(DATA))
    assert gzip.decompress(done.stdout) == CLEAN
    done = batch("-", "-o", "-", stdin=DATA)
    assert done.returncode == 2
    assert b"say --format" in done.stderr
    done = batch("-", "-o", "-", "--format", "jsonl", "--on-error", "skip", stdin=b"x\n")
    assert b"say --rejects FILE" in done.stderr
    done = batch("-", "-o", "-", "--format", "jsonl", "--on-error", "skip", "--rejects", "r.jsonl", stdin=b"x\n" + DATA)
    assert (done.returncode, done.stdout) == (1, CLEAN)
    assert told(tmp_path / "r.jsonl")[0]["record"] == "x\n"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_named_pipe_is_refused_and_passed_over_in_a_directory(batch: Batch, tmp_path: Path) -> None:
    """It was opened, read for its first bytes, and opened again: what it held was lost, with exit code 0."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.jsonl").write_bytes(DATA)
    os.mkfifo(tmp_path / "in" / "b.jsonl")
    done = batch("in", "-o", "out/")
    assert done.returncode == 0, done.stderr.decode()
    assert (tmp_path / "out" / "a.jsonl").read_bytes() == CLEAN
    done = batch("in/b.jsonl", "-o", "b.jsonl")
    assert done.returncode == 2
    assert b"in/b.jsonl: no regular file; give it on standard input, as - with --format" in done.stderr
    done = batch("/dev/stdin", "-o", "b.jsonl", "--format", "jsonl", stdin=DATA)
    assert done.returncode == 2
    assert not (tmp_path / "b.jsonl").exists()


@pytest.mark.parametrize("suffix", CODECS)
def test_compressed_files(batch: Batch, tmp_path: Path, suffix: str) -> None:
    pack, unpack = CODECS[suffix]
    middle = DATA.index(b"\n", len(DATA) // 2) + 1
    (tmp_path / f"a.jsonl.{suffix}").write_bytes(pack(DATA[:middle]) + pack(DATA[middle:]))  # two members
    done = batch(f"a.jsonl.{suffix}", "-o", f"out/b.jsonl.{suffix}", "--chunk-size", "8K")
    assert done.returncode == 0, done.stderr.decode()
    assert unpack((tmp_path / "out" / f"b.jsonl.{suffix}").read_bytes()) == CLEAN
    (tmp_path / "named.jsonl").write_bytes(pack(DATA))  # recognised by its first bytes
    assert batch("named.jsonl", "-o", "c.jsonl").returncode == 0
    assert (tmp_path / "c.jsonl").read_bytes() == CLEAN


@pytest.mark.parametrize("suffix", CODECS)
def test_a_truncated_file_loses_nothing_silently(batch: Batch, tmp_path: Path, suffix: str) -> None:
    whole = CODECS[suffix][0](DATA)
    cut = whole[: len(whole) // 2]
    (tmp_path / f"a.jsonl.{suffix}").write_bytes(cut)
    done = batch(f"a.jsonl.{suffix}", "-o", "b.jsonl")
    assert done.returncode in (1, 2)
    assert b"ends in the middle: it is cut off" in done.stderr
    there = (tmp_path / "b.jsonl").read_bytes()
    rejects = told(tmp_path / "b.jsonl.rejects.jsonl")
    assert "cut off" in rejects[-1]["error"]
    if suffix == "gz":
        readable = zlib.decompressobj(31).decompress(cut)
        lines = readable.decode("utf-8", "replace").count("\n")
        assert lines > 50
        assert there.count(b"\n") == lines
        assert there.splitlines()[:lines] == CLEAN.splitlines()[:lines]
        assert rejects[0]["line"] == lines + 1  # half a record, kept as it is
        assert batch(f"a.jsonl.{suffix}", "-o", "c.jsonl", "--on-error", "stop").returncode == 2
        assert not (tmp_path / "c.jsonl").exists()


def test_directories_patterns_and_shards(batch: Batch, tmp_path: Path) -> None:
    for name, part in (("in/x/a.jsonl", LINES[:150]), ("in/b.ndjson", LINES[150:300]), ("in/y/c.jsonl", LINES[300:])):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("".join(part), encoding="utf-8")
    (tmp_path / "in/_old.jsonl").write_text("x", encoding="utf-8")
    (tmp_path / "in/note.pdf").write_text("x", encoding="utf-8")
    done = batch("in", "-o", "out/", "--status-every", "0")
    assert (done.returncode, done.stderr.decode()) == (
        0,
        "vntextclean: in: skipped 1 file (.pdf 1); to take it, name it and say --format\n",
    )
    assert names(tmp_path / "out") == ["_manifest.json", "b.ndjson", "x/a.jsonl", "y/c.jsonl"]
    ordered = LINES[150:300] + LINES[:150] + LINES[300:]
    clean = "".join(ordered).replace("  ", " ")
    assert batch("in", "-o", "all.jsonl").returncode == 0
    assert (tmp_path / "all.jsonl").read_text(encoding="utf-8") == clean
    assert batch("in/**/*.jsonl", "-o", "two.jsonl").returncode == 0
    assert len(told(tmp_path / "two.jsonl")) == 250
    done = batch("in", "-o", "shards", "--shard-size", "20K", "--chunk-size", "4K", "--compression", "gzip")
    assert done.returncode == 0, done.stderr.decode()
    shards = [path for path in names(tmp_path / "shards") if path.startswith("part")]
    assert len(shards) > 3
    parts = [gzip.decompress((tmp_path / "shards" / name).read_bytes()).decode() for name in shards]
    assert "".join(parts) == clean
    assert max(map(len, parts)) <= 20_000


def test_what_a_directory_becomes_does_not_depend_on_how_many_files_are_in_it(batch: Batch, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.jsonl").write_bytes(DATA)
    assert batch("in", "-o", "out").returncode == 0
    assert names(tmp_path / "out") == ["_manifest.json", "a.jsonl"]
    assert batch("in/a.jsonl", "-o", "one").returncode == 0
    assert (tmp_path / "one").read_bytes() == CLEAN
    assert batch("-", "-o", "two", "--format", "jsonl", stdin=DATA).returncode == 0
    assert (tmp_path / "two").read_bytes() == CLEAN


@pytest.mark.parametrize("place", ["in/out", "in/b.jsonl", "./in/../in/x/"])
def test_an_output_that_the_next_run_would_read_is_refused(batch: Batch, tmp_path: Path, place: str) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.jsonl").write_bytes(DATA)
    done = batch("in", "-o", place)
    assert (done.returncode, names(tmp_path)) == (2, ["in/a.jsonl"])
    assert b"lies in in, and the next run would read it; name a place beside it" in done.stderr
    assert batch("in", "-o", "in/_out/").returncode == 0  # which is passed over


def test_what_cannot_be_done_is_said_first(batch: Batch, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(DATA)
    (tmp_path / "a.bin").write_bytes(DATA)
    (tmp_path / "b.csv").write_text("text\nx\n", encoding="utf-8")
    for arguments, said in (
        (("no.jsonl", "-o", "x"), "no.jsonl: no such file"),
        (("a.bin", "-o", "x"), "its name tells no format"),
        (("a.jsonl", "-o", "a.jsonl"), "would overwrite an input"),
        (("a.jsonl", "-o", "x.jsonl", "--report", "a.jsonl"), "a.jsonl: --report would overwrite an input"),
        (("a.jsonl", "-o", "-", "--report", "a.jsonl"), "a.jsonl: --report would overwrite an input"),
        (("a.jsonl", "-o", "x.jsonl", "--rejects", "a.jsonl"), "a.jsonl: --rejects would overwrite an input"),
        (("a.jsonl", "-o", "a.parquet"), "does not convert jsonl to parquet"),
        (("a.jsonl", "b.csv", "-o", "all.jsonl"), "one output cannot hold csv and jsonl"),
        (("b.csv", "-o", "c.csv", "--separator", "x"), "--separator has no use for csv"),
        (("a.jsonl", "-o", "x", "--resume", "--restart"), "exclude each other"),
        (("a.jsonl", "-o", "x", "--chunk-size", "0"), "is no size"),
        (("a.jsonl", "-o", "-", "--resume"), "standard output cannot be resumed"),
        (("a.jsonl", "-o", "-", "--restart"), "standard output cannot be resumed"),
    ):
        done = batch(*arguments)
        assert done.returncode == 2
        assert said in done.stderr.decode()
        assert b"Traceback" not in done.stderr
    assert names(tmp_path) == ["a.bin", "a.jsonl", "b.csv"]


def test_the_report_has_the_rate(batch: Batch, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(DATA)
    assert batch("a.jsonl", "-o", "b.jsonl", "--report", "r.json").returncode == 0
    report = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    manifest = json.loads((tmp_path / "b.jsonl.manifest.json").read_text(encoding="utf-8"))
    assert report["bytes_read"] == len(DATA)
    assert {name: report[name] for name in manifest} == manifest
    assert "seconds" not in manifest


@pytest.mark.parametrize("suffix", ["", ".gz"])
def test_a_run_that_stopped_at_a_bad_record_goes_on_past_it(batch: Batch, tmp_path: Path, suffix: str) -> None:
    data = "".join([*LINES[:300], "no record\n", *LINES[300:]]).encode()
    (tmp_path / f"a.jsonl{suffix}").write_bytes(gzip.compress(data) if suffix else data)
    arguments = (
        f"a.jsonl{suffix}",
        "-o",
        "b.jsonl",
        "--chunk-size",
        "4K",
        "--checkpoint-every",
        "0",
        "--report",
        "r.json",
    )
    done = batch(*arguments, "--on-error", "stop")
    assert done.returncode == 2
    assert f"a.jsonl{suffix}:301: no JSON object" in done.stderr.decode()
    assert not (tmp_path / "b.jsonl").exists()
    done = batch(*arguments, "--resume")
    assert done.returncode == 1, done.stderr.decode()
    assert (tmp_path / "b.jsonl").read_bytes() == data.replace(b"  ", b" ")
    report = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert report["bytes_read"] == (tmp_path / f"a.jsonl{suffix}").stat().st_size
    assert (report["resumed_at_byte"] > 0, report["records"], report["rejects"]) == (True, 401, 1)


def test_what_is_no_utf_8_as_a_whole_and_what_is_not_compressed_is_said_once(batch: Batch, tmp_path: Path) -> None:
    """Each record of such a file was a reject of its own, and a file that was read as damaged left an empty output."""
    (tmp_path / "a.jsonl").write_bytes(DATA.decode().encode("utf-16"))
    (tmp_path / "b.jsonl.gz").write_bytes(DATA)
    (tmp_path / "c.jsonl").write_bytes(DATA)
    done = batch("a.jsonl", "b.jsonl.gz", "c.jsonl", "-o", "out/", "-q")
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == [
        "vntextclean: a.jsonl:1: it is in UTF-16, and records are in UTF-8; convert it first: iconv -f UTF-16 -t UTF-8",
        "vntextclean: b.jsonl.gz:1: its name tells gzip, and its bytes do not; rename it, or compress it anew",
    ]
    assert names(tmp_path / "out") == ["_manifest.json", "_rejects.jsonl", "c.jsonl"]


def test_shards_are_as_small_as_is_asked_and_stand_in_a_directory(batch: Batch, tmp_path: Path) -> None:
    """A shard was never smaller than a chunk, which is 256 kB."""
    (tmp_path / "a.jsonl").write_bytes(DATA)
    done = batch("a.jsonl", "-o", "b.jsonl", "--shard-size", "20K")
    assert (done.returncode, (tmp_path / "b.jsonl").exists()) == (2, False)
    assert b"b.jsonl is the name of a file: give -o DIRECTORY" in done.stderr
    assert batch("a.jsonl", "-o", "parts", "--shard-size", "20K", "-q").stderr == b""
    parts = sorted((tmp_path / "parts").glob("part-*.jsonl"))
    assert b"".join(part.read_bytes() for part in parts) == CLEAN
    assert max(part.stat().st_size for part in parts) < 21_000
