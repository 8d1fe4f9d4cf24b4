"""Files that are no plain files, or that their owner has shut: refused before anything is lost."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., "subprocess.CompletedProcess[bytes]"]
DIRTY, CLEAN = "một  hai\n", "một hai\n"
pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")


@pipes
@pytest.mark.parametrize("verb", ["clean", "restore"])
def test_a_pipe_is_not_replaced_by_a_file(vntextclean: Command, tmp_path: Path, verb: str) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text(DIRTY if verb == "clean" else "Cong hoa\n", encoding="utf-8")
    done = vntextclean(verb, "--write", "--quiet", "a.txt", "b.txt")
    assert done.returncode == 2
    assert done.stderr == b"vntextclean: a.txt: no regular file, and cannot be replaced; leave out --write\n"
    assert stat.S_ISFIFO((tmp_path / "a.txt").stat().st_mode)
    assert (tmp_path / "b.txt").read_text(encoding="utf-8") == (CLEAN if verb == "clean" else "Cộng hòa\n")


@pipes
def test_a_walk_takes_regular_files_only(vntextclean: Command, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text(DIRTY, encoding="utf-8")
    (tmp_path / "c.txt").symlink_to("b.txt")
    done = vntextclean("check", "--filter", "spacing", ".")
    assert done.stdout.decode().splitlines() == ["b.txt", "c.txt"]


@pipes
def test_a_pipe_in_the_output_directory_stays(vntextclean: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DIRTY, encoding="utf-8")
    (tmp_path / "out").mkdir()
    os.mkfifo(tmp_path / "out" / "a.txt")
    done = vntextclean("clean", "--filter", "spacing", "-o", "out", "a.txt")
    assert done.returncode == 2
    assert b"no regular file" in done.stderr
    assert stat.S_ISFIFO((tmp_path / "out" / "a.txt").stat().st_mode)


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX systems")
def test_a_read_only_file_is_not_replaced(vntextclean: Command, tmp_path: Path) -> None:
    for name, text in (("a.txt", DIRTY), ("b.txt", CLEAN)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        (tmp_path / name).chmod(0o444)
    done = vntextclean("clean", "--filter", "spacing", "-q", "--write", "a.txt", "b.txt")
    assert done.returncode == 2
    assert done.stderr.decode() == (
        f"vntextclean: {tmp_path / 'a.txt'}: read-only, and is as it was; make it writable or write elsewhere\n"
    )
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == DIRTY
    assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == 0o444


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs a device without an end")
def test_a_device_without_an_end_is_refused(vntextclean: Command) -> None:
    for options in ([], ["--input", "html"], ["--encoding", "utf-16"], ["--documents", "line"]):
        done = vntextclean("clean", "--filter", "spacing", *options, "/dev/zero")
        assert done.returncode == 2
        assert (
            done.stderr
            == b"vntextclean: /dev/zero: a device, which may never end; name a file, or pipe a part of it in\n"
        )
    assert vntextclean("clean", "--filter", "spacing", os.devnull).returncode == 0


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_stops_no_other(vntextclean: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DIRTY, encoding="utf-8")
    (tmp_path / "b.txt").write_text(DIRTY, encoding="utf-8")
    (tmp_path / "a.txt").chmod(0)
    done = vntextclean("clean", "--filter", "spacing", "a.txt", "b.txt")
    assert (done.returncode, done.stdout.decode()) == (2, CLEAN)


def test_the_command_line_leaves_reading_to_the_loop() -> None:
    """Otherwise one file that may not be read would stop all others before the first is opened."""
    from vntextclean.cli.verbs import clean

    files = next(parameter for parameter in clean.command.params if parameter.name == "files")
    assert files.type.readable is False  # type: ignore[attr-defined]


@pytest.mark.skipif(os.name != "posix", reason="names of POSIX systems")
@pytest.mark.parametrize("name", ["a\x1b[31m\nb.txt", "\x1b]0;t\x07.txt", "hai  dấu cách.txt", 'trích "dẫn".txt'])
def test_a_patch_of_a_file_of_any_name_applies(vntextclean: Command, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(DIRTY, encoding="utf-8")
    done = vntextclean("diff", "--format", "unified", "--filter", "spacing", name)
    assert done.returncode == 1
    assert b"\x1b" not in done.stdout
    if patch := shutil.which("patch"):
        subprocess.run([patch, "-s"], input=done.stdout, cwd=tmp_path, check=True)
        assert (tmp_path / name).read_text(encoding="utf-8") == CLEAN


@pytest.mark.skipif(os.name != "posix", reason="names of POSIX systems")
@pytest.mark.parametrize("form", ["github", "sarif", "json"])
def test_no_report_carries_an_escape_sequence(vntextclean: Command, tmp_path: Path, form: str) -> None:
    (tmp_path / "a\x1b[31m\nb.txt").write_text(DIRTY, encoding="utf-8")
    done = vntextclean("check", "--format", form, "--filter", "spacing", ".")
    assert done.returncode == 1
    assert b"\x1b" not in done.stdout + done.stderr
    assert b"b.txt" in done.stdout


@pytest.mark.parametrize("output", [["-o", "out/new"], ["--output-dir", "out/new/deep"], ["-o", "./out/../out/b/"]])
def test_output_below_the_input_is_refused(vntextclean: Command, tmp_path: Path, output: list[str]) -> None:
    """The next run would clean what this one wrote, and write it one directory deeper."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a.txt").write_text(DIRTY, encoding="utf-8")
    done = vntextclean("clean", "--filter", "spacing", *output, "out")
    assert done.returncode == 2
    assert b"the next run would read it; name a directory beside it" in done.stderr
    assert [path.name for path in tmp_path.rglob("*")] == ["out", "a.txt"]
    assert vntextclean("clean", "--filter", "spacing", "-o", "output/new", "out").returncode == 0
    assert (tmp_path / "output" / "new" / "a.txt").read_text(encoding="utf-8") == CLEAN


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs a device without an end")
@pytest.mark.parametrize("option", ["--config", "--changes", "--boilerplate", "--decisions", "--model", "--files-from"])
def test_no_option_reads_a_device_without_an_end(vntextclean: Command, tmp_path: Path, option: str) -> None:
    (tmp_path / "a.txt").write_text(DIRTY, encoding="utf-8")
    done = vntextclean("clean", option, "/dev/zero", "a.txt")
    assert done.returncode == 2
    assert done.stderr.startswith(b"vntextclean: /dev/zero: ")
    assert done.stderr.count(b"\n") == 1


@pipes
def test_a_model_that_is_a_pipe_is_not_waited_for(vntextclean: Command, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "a.txt").write_text(DIRTY, encoding="utf-8")
    done = vntextclean("clean", "--model", "pipe", "a.txt")
    assert done.returncode == 2
    assert b"a pipe cannot be mapped" in done.stderr


def test_a_configuration_nested_without_end_is_refused(vntextclean: Command, tmp_path: Path) -> None:
    (tmp_path / "c.toml").write_text("keep = " + "[" * 100_000, encoding="utf-8")
    (tmp_path / "a.txt").write_text(DIRTY, encoding="utf-8")
    done = vntextclean("clean", "--config", "c.toml", "a.txt")
    assert done.returncode == 2
    assert done.stderr.startswith(b"vntextclean: c.toml: ")


def test_reviewed_changes_that_could_not_be_written_are_refused(vntextclean: Command, tmp_path: Path) -> None:
    change = {"start": 0, "end": 3, "after": "\ud800"}
    record = {"sha256": hashlib.sha256(DIRTY.encode()).hexdigest(), "changes": [change]}
    (tmp_path / "a.txt").write_text(DIRTY, encoding="utf-8")
    (tmp_path / "c.jsonl").write_text(json.dumps(record), encoding="utf-8")
    done = vntextclean("clean", "--changes", "c.jsonl", "a.txt")
    assert done.returncode == 2
    assert done.stderr.startswith(b"vntextclean: c.jsonl:1: no record of `diff --format json`: ")
