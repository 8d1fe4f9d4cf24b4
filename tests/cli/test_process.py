"""The command as a process: what an operating system can do to it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from vntextclean.cli.outputs.streams import FileOutput
from vntextclean.errors import InputError

Command = Callable[..., "subprocess.CompletedProcess[bytes]"]
DIRTY, CLEAN = "một  hai\n", "một hai\n"
posix = pytest.mark.skipif(os.name != "posix", reason="signals and limits of POSIX systems")


def start(environment: dict[str, str], folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "vntextclean", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
        env=environment,
    )


def shell(environment: dict[str, str], folder: Path, command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-c", command.replace("vntextclean", f"'{sys.executable}' -m vntextclean")],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@posix
def test_a_reader_that_goes_away_ends_it_quietly(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DIRTY * 20_000, encoding="utf-8")
    command = "vntextclean clean --filter spacing --documents line a.txt | head -n 1; echo ${PIPESTATUS[0]}"
    done = shell(environment, tmp_path, command)
    assert done.stdout == CLEAN + "141\n"
    assert not done.stderr


@posix
def test_ctrl_c_leaves_the_file_as_it_was_and_nothing_beside_it(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"một  hai{' ba bốn' * 60}\n" * 20_000, encoding="utf-8")
    before = (tmp_path / "a.txt").stat()
    process = start(environment, tmp_path, "clean", "--filter", "spacing", "--documents", "line", "--write", "a.txt")
    deadline = time.monotonic() + 60
    while len(list(tmp_path.iterdir())) == 1 and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.02)  # until the temporary file stands beside it
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in said
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
    assert (tmp_path / "a.txt").stat().st_ino == before.st_ino
    assert (tmp_path / "a.txt").stat().st_size == before.st_size


@posix
def test_a_full_disk_leaves_the_file_as_it_was(environment: dict[str, str], tmp_path: Path) -> None:
    """A limit on the size of files stands in for the disk: write(2) fails half-way in the same manner."""
    (tmp_path / "a.txt").write_text(DIRTY * 20_000, encoding="utf-8")
    done = shell(environment, tmp_path, "ulimit -f 64; vntextclean clean --filter spacing --write a.txt")
    assert done.returncode == 2
    assert "a.txt: cannot be written, and is as it was: File too large" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == DIRTY * 20_000


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has a device that is always full")
def test_a_full_disk_behind_standard_output_is_an_error(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DIRTY, encoding="utf-8")
    done = shell(environment, tmp_path, "vntextclean clean --filter spacing a.txt > /dev/full")
    assert done.returncode == 2
    assert done.stderr == "vntextclean: standard output: No space left on device\n"


def test_no_room_when_syncing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "a.txt"
    path.write_text(DIRTY, encoding="utf-8")
    monkeypatch.setattr(os, "fsync", full)
    output = FileOutput(path)
    output.write(CLEAN)
    with pytest.raises(InputError, match="No space left on device"):
        output.commit()
    output.close()
    assert path.read_text(encoding="utf-8") == DIRTY
    assert list(tmp_path.iterdir()) == [path]


@posix
def test_the_mode_of_a_file_stays_and_a_link_stays_a_link(vntextclean: Command, tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text(DIRTY, encoding="utf-8")
    (tmp_path / "real.txt").chmod(0o640)
    (tmp_path / "link.txt").symlink_to("real.txt")
    assert vntextclean("clean", "--filter", "spacing", "--write", "link.txt").returncode == 0
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text(encoding="utf-8") == CLEAN
    assert stat.S_IMODE((tmp_path / "real.txt").stat().st_mode) == 0o640


def test_a_clean_file_is_not_touched(vntextclean: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CLEAN, encoding="utf-8")
    before = (tmp_path / "a.txt").stat()
    assert vntextclean("clean", "--filter", "spacing", "--write", "a.txt").returncode == 0
    after = (tmp_path / "a.txt").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@posix
def test_what_may_not_be_read_is_said(vntextclean: Command, tmp_path: Path) -> None:
    (tmp_path / "shut").mkdir(mode=0)
    (tmp_path / "a.txt").write_text(DIRTY, encoding="utf-8")
    (tmp_path / "a.txt").chmod(0)
    if os.access(tmp_path / "a.txt", os.R_OK):
        pytest.skip("root may read everything")
    done = vntextclean("clean", "--filter", "spacing", "shut", "a.txt")
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == [
        "vntextclean: shut: Permission denied; make it readable or leave it out",
        "vntextclean: a.txt: Permission denied; make it readable or leave it out",
    ]


def test_a_directory_that_may_not_be_listed_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from vntextclean.cli.inputs import sources as inputs
    from vntextclean.cli.options.shared import settle

    def shut(path: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", shut)
    found = list(inputs.sources(settle({"files": (str(tmp_path),), "no_config": True})))
    wanted = f"{tmp_path}: Permission denied; make it readable or leave it out"
    assert [str(error) for error in found] == [wanted]


def test_reviewed_changes_are_replayed(vntextclean: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("một  hai .\nba  bốn\n", encoding="utf-8")
    made = vntextclean("diff", "--filter", "spacing", "--format", "json", "a.txt")
    record = json.loads(made.stdout)
    assert len(record["changes"]) == 3
    del record["changes"][1]  # the reviewer wants the space before the full stop
    (tmp_path / "reviewed.jsonl").write_text(json.dumps(record), encoding="utf-8")
    done = vntextclean("clean", "--changes", "reviewed.jsonl", "a.txt")
    assert done.stdout.decode() == "một hai .\nba bốn\n"


def test_changes_of_another_text_are_refused(vntextclean: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DIRTY, encoding="utf-8")
    made = vntextclean("diff", "--filter", "spacing", "--format", "json", "a.txt")
    (tmp_path / "reviewed.jsonl").write_bytes(made.stdout)
    (tmp_path / "a.txt").write_text(DIRTY + "ba\n", encoding="utf-8")
    done = vntextclean("clean", "--changes", "reviewed.jsonl", "--write", "a.txt")
    assert done.returncode == 2
    assert b"a.txt: reviewed.jsonl holds no changes for this text" in done.stderr
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == DIRTY + "ba\n"


def test_lines_come_out_as_they_go_in(environment: dict[str, str], tmp_path: Path) -> None:
    process = start(environment, tmp_path, "clean", "--filter", "spacing", "--line-buffered")
    assert process.stdin
    assert process.stdout
    for dirty, clean in ((DIRTY, CLEAN), ("ba  bốn\n", "ba bốn\n")):
        process.stdin.write(dirty.encode())
        process.stdin.flush()
        assert process.stdout.readline() == clean.encode()
    process.communicate(timeout=60)
    assert process.returncode == 0


@posix
def test_memory_stays_flat_over_many_documents(environment: dict[str, str], tmp_path: Path) -> None:
    """The peak for six times the lines is the same; one million documents, 200 MB, were measured by hand."""
    peaks = []
    for size in (40_000, 240_000):
        (tmp_path / "a.txt").write_text((DIRTY + "Kế hoạch thực hiện năm nay\n") * (size // 2), encoding="utf-8")
        code = (
            "import resource, subprocess, sys\n"
            "command = 'clean --filter spacing --documents line a.txt'.split()\n"
            "subprocess.run([sys.executable, '-m', 'vntextclean', *command], stdout=subprocess.DEVNULL, check=True)\n"
            "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
        )
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
        )
        peaks.append(int(done.stdout))
    assert peaks[1] < peaks[0] * 1.2


@pytest.mark.skipif(shutil.which("patch") is None, reason="needs patch(1)")
@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_a_diff_in_a_pipe_is_a_patch(environment: dict[str, str], tmp_path: Path, end: str) -> None:
    newline = end or "\n"
    lines = ["một  hai", *(f"dòng {n}" for n in range(9)), "ba  bốn .", "năm", "", "sáu  bảy"]
    (tmp_path / "a.txt").write_bytes((newline.join(lines) + end).encode())
    wanted = shell(environment, tmp_path, "vntextclean clean --filter spacing a.txt > wanted")
    assert wanted.returncode == 0
    done = shell(
        environment, tmp_path, "vntextclean diff --filter spacing a.txt | patch --binary a.txt && cmp a.txt wanted"
    )
    assert done.returncode == 0, done.stdout + done.stderr
