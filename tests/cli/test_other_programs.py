"""What other programs do to the streams and files of a run: nothing is lost by it, and nothing is left running."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests.cli.runner import runner
from vntextclean.cli import main
from vntextclean.edit import Edit
from vntextclean.filters.spacing.filter import Spacing
from vntextclean.text_state import TextState

Command = Callable[..., "subprocess.CompletedProcess[bytes]"]
DIRTY, CLEAN = "một  hai\n", "một hai\n"
posix = pytest.mark.skipif(os.name != "posix", reason="streams, links and signals of POSIX systems")
SPACING = [sys.executable, "-m", "vntextclean", "clean", "--quiet", "--filter", "spacing"]


@posix
def test_a_pause_of_a_stream_that_does_not_wait_is_not_its_end(environment: dict[str, str]) -> None:
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    with subprocess.Popen([*SPACING, "-"], stdin=reading, stdout=subprocess.PIPE, env=environment) as process:
        os.close(reading)
        for line in ("ba  mẹ\n", "ông  bà\n"):
            time.sleep(0.8)
            os.write(writing, line.encode())
        os.close(writing)
        assert process.communicate(timeout=60)[0].decode() == "ba mẹ\nông bà\n"
    assert process.returncode == 0


@posix
def test_output_that_nobody_reads_yet_waits(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DIRTY * 20_000, encoding="utf-8")
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    with subprocess.Popen([*SPACING, "a.txt"], stdout=writing, cwd=tmp_path, env=environment) as process:
        os.close(writing)
        time.sleep(2)  # the pipe is full by now
        with os.fdopen(reading, "rb") as stream:
            assert stream.read().decode() == CLEAN * 20_000
    assert process.returncode == 0


@posix
def test_workers_end_with_a_parent_that_is_killed(environment: dict[str, str]) -> None:
    words = ["--jobs", "2", "--documents", "line", "-"]
    with subprocess.Popen(
        [*SPACING, *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(DIRTY.encode() * 4_000)  # a pipe takes it, and what comes of it
        process.stdin.flush()
        process.stdout.read(1)  # the workers are there
        process.kill()
        # They hold the other end of this stream, which ends once all of them are gone.
        os.set_blocking(process.stdout.fileno(), False)
        ended = time.monotonic() + 60
        while process.stdout.read() != b"" and time.monotonic() < ended:
            time.sleep(0.1)
        assert time.monotonic() < ended


class Interfering:
    """Does something to the files of a run while they are cleaned, once."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, what: Callable[[], object]) -> None:
        self._what: Callable[[], object] | None = what
        self._edits = Spacing.edits
        outer = self

        def edits(made: Spacing, state: TextState) -> Iterable[Edit]:
            return outer._interfere(made, state)

        monkeypatch.setattr(Spacing, "edits", edits)

    def _interfere(self, made: Spacing, state: TextState) -> Iterable[Edit]:
        what, self._what = self._what, None
        if what:
            what()
        return self._edits(made, state)


def cleaned_meanwhile(monkeypatch: pytest.MonkeyPatch, folder: Path, what: Callable[[], object]) -> tuple[int, str]:
    """The exit code and what is said where something is done to files while they are cleaned."""
    monkeypatch.chdir(folder)
    for name in ("a.txt", "b.txt"):
        Path(name).write_text(DIRTY, encoding="utf-8")
    Interfering(monkeypatch, what)
    done = runner().invoke(main, ["clean", "-q", "--filter", "spacing", "--write", "a.txt", "b.txt"])
    assert Path("b.txt").read_text(encoding="utf-8") == CLEAN
    return done.exit_code, done.stderr


SAID = "vntextclean: a.txt: changed while it was cleaned, and stays as it is; run again\n"


def test_what_was_saved_meanwhile_is_not_lost(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def save() -> None:
        Path("a.txt").write_text("bốn  năm  sáu\n", encoding="utf-8")

    assert cleaned_meanwhile(monkeypatch, tmp_path, save) == (2, SAID)
    assert Path("a.txt").read_text(encoding="utf-8") == "bốn  năm  sáu\n"


@posix
def test_a_link_put_in_the_place_of_a_file_is_not_followed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def exchange() -> None:
        Path("other").write_text("của người khác", encoding="utf-8")
        Path("a.txt").unlink()
        Path("a.txt").symlink_to("other")

    assert cleaned_meanwhile(monkeypatch, tmp_path, exchange) == (2, SAID)
    assert Path("other").read_text(encoding="utf-8") == "của người khác"


def test_a_file_that_is_gone_does_not_come_back(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert cleaned_meanwhile(monkeypatch, tmp_path, lambda: Path("a.txt").unlink()) == (2, SAID)
    assert not Path("a.txt").exists()


@posix
def test_other_names_of_a_file_are_written_too(vntextclean: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DIRTY, encoding="utf-8")
    (tmp_path / "b.txt").hardlink_to(tmp_path / "a.txt")
    (tmp_path / "c.txt").symlink_to("a.txt")
    (tmp_path / "d.txt").write_text(DIRTY, encoding="utf-8")
    (tmp_path / "e.txt").symlink_to("d.txt")
    done = vntextclean("clean", "-q", "--filter", "spacing", "--write", ".")
    assert (done.returncode, done.stderr) == (0, b"")
    assert {path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == {CLEAN}


@pytest.mark.parametrize("words", [["--write", ""], ["--write", "a.txt", ""], [""]])
def test_an_empty_name_is_not_the_whole_directory(vntextclean: Command, tmp_path: Path, words: list[str]) -> None:
    """A variable of a script may be empty."""
    (tmp_path / "b.txt").write_text(DIRTY, encoding="utf-8")
    (tmp_path / "a.txt").write_text(CLEAN, encoding="utf-8")
    done = vntextclean("clean", "-q", "--filter", "spacing", *words)
    assert done.returncode == 2
    assert done.stderr == b"vntextclean: an empty name; name a file, or give . for the directory you are in\n"
    assert done.stdout == b""
    assert (tmp_path / "b.txt").read_text(encoding="utf-8") == DIRTY


@pytest.mark.parametrize("option", ["-o", "--output-dir"])
def test_an_empty_output_is_refused(vntextclean: Command, tmp_path: Path, option: str) -> None:
    (tmp_path / "a.txt").write_text(DIRTY, encoding="utf-8")
    done = vntextclean("clean", option, "", "a.txt")
    assert done.returncode == 2
    assert b"the name of the output is empty" in done.stderr
    assert done.stdout == b""


@pytest.mark.parametrize("jobs", ["100000", "1025", "9" * 5000])
def test_no_more_processes_than_a_machine_has(vntextclean: Command, jobs: str) -> None:
    done = vntextclean("clean", "--jobs", jobs, "-")
    assert done.returncode == 2
    assert b"more than 1024 processes; give fewer, or auto for one a core" in done.stderr


def test_a_number_of_processes_may_have_zeros_in_front(vntextclean: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DIRTY, encoding="utf-8")
    assert vntextclean("clean", "--jobs", "00001", "a.txt").returncode == 0
