"""Whatever happens ends in one line and an exit code that says what: never 1, which means changes, nor a traceback."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from tests.cli.runner import runner
from vntextclean.cli import main
from vntextclean.cli.speaking.say import CRASHED, ERROR, shown
from vntextclean.edit import Edit
from vntextclean.text_state import TextState

Command = Callable[..., "subprocess.CompletedProcess[bytes]"]
DIRTY, CLEAN = "một  hai\n", "một hai\n"
posix = pytest.mark.skipif(os.name != "posix", reason="streams and signals of POSIX systems")


def run(environment: dict[str, str], folder: Path, command: str) -> subprocess.CompletedProcess[str]:
    command = command.replace("vntextclean", f"'{sys.executable}' -m vntextclean")
    return ended(environment, folder, "bash", "-c", command)


def python(environment: dict[str, str], folder: Path, code: str, *words: str) -> subprocess.CompletedProcess[str]:
    return ended(environment, folder, sys.executable, "-c", code, *words)


def ended(environment: dict[str, str], folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", timeout=120, check=False
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(DIRTY, encoding="utf-8")
    return tmp_path


@pytest.fixture
def forked() -> Iterator[None]:
    """Worker processes that have what this one has, patches too."""
    before = multiprocessing.get_start_method()
    if os.name == "posix":
        multiprocessing.set_start_method("fork", force=True)
    yield
    multiprocessing.set_start_method(before, force=True)


WHAT_HAPPENS = pytest.mark.parametrize(
    ("error", "said"),
    [
        (ZeroDivisionError("three\nlines"), "ZeroDivisionError: three lines (test_crashes.py:"),
        (RecursionError("maximum recursion depth exceeded"), "RecursionError: maximum"),
        (MemoryError(), "there is not enough memory"),
    ],
)


@WHAT_HAPPENS
def test_what_nobody_foresaw_is_a_fault_of_ours(
    monkeypatch: pytest.MonkeyPatch, folder: Path, error: Exception, said: str
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.chdir(folder)
    monkeypatch.setattr("vntextclean.cli.running.work.Work.by_source", fail)
    for verb in ("clean", "diff", "check"):
        done = runner().invoke(main, [verb, "--quiet", "--filter", "spacing", "a.txt"])
        assert done.exit_code == CRASHED == 70
        assert said in done.stderr
        assert len(done.stderr.splitlines()) == 1


@WHAT_HAPPENS
@pytest.mark.parametrize("jobs", ["1", pytest.param("2", marks=posix)])
@pytest.mark.usefixtures("forked")
def test_a_fault_of_a_filter_sets_its_document_aside(
    monkeypatch: pytest.MonkeyPatch, folder: Path, error: Exception, said: str, jobs: str
) -> None:
    """The others are cleaned, the one is named and stays as it is, in batches and in worker processes."""
    from vntextclean.filters.spacing.filter import Spacing

    sound = Spacing.edits

    def fail(made: Spacing, state: TextState) -> Iterable[Edit]:
        if "hỏng" in state.text:
            raise error
        return sound(made, state)

    monkeypatch.chdir(folder)
    monkeypatch.setattr(Spacing, "edits", fail)
    Path("b.txt").write_text("hỏng  rồi\n", encoding="utf-8")
    Path("c.txt").write_text("đi  chợ\n", encoding="utf-8")
    names = ["a.txt", "b.txt", "c.txt"]
    done = runner().invoke(main, ["clean", "--filter", "spacing", "-j", jobs, *names])
    assert done.exit_code == CRASHED
    assert done.stdout == CLEAN + "hỏng  rồi\nđi chợ\n"
    [line] = done.stderr.splitlines()
    assert line.startswith("vntextclean: b.txt: left as it is, by a fault of the program: ")
    assert said in line
    done = runner().invoke(main, ["clean", "--filter", "spacing", "--write", *names])
    assert done.exit_code == CRASHED
    assert [Path(name).read_text(encoding="utf-8") for name in names] == [CLEAN, "hỏng  rồi\n", "đi chợ\n"]


def test_a_fault_in_one_record_leaves_the_others(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    from vntextclean.filters.spacing.filter import Spacing

    monkeypatch.chdir(folder)
    monkeypatch.setattr(Spacing, "edits", lambda _, state: [state.text] if "hỏng" in state.text else [])
    Path("d.jsonl").write_text('{"t": "một"}\n{"t": "hỏng  rồi"}\n{"t": "ba"}\n', encoding="utf-8")
    done = runner().invoke(main, ["clean", "--filter", "spacing", "--documents", "jsonl:t", "d.jsonl"])
    assert (done.exit_code, done.stdout) == (CRASHED, Path("d.jsonl").read_text(encoding="utf-8"))
    assert "d.jsonl:2: left as it is" in done.stderr
    assert "'hỏng  rồi' is no Edit" in done.stderr


def test_nested_json_is_an_error_of_the_input(vntextclean: Command) -> None:
    deep = '{"t": ' + "[" * 100_000 + "\n"
    for verb in ("clean", "check", "learn"):
        done = vntextclean(verb, "--documents", "jsonl:t", *(["-o", "x.vnbp"] if verb == "learn" else []), stdin=deep)
        assert done.returncode == ERROR == 2
        assert b"-:1: the JSON on this line is nested too deeply" in done.stderr
        assert b"Traceback" not in done.stderr


@posix
@pytest.mark.parametrize("verb", ["clean", "diff", "diff --format terminal", "check"])
def test_a_closed_standard_output_is_an_error(environment: dict[str, str], folder: Path, verb: str) -> None:
    done = run(environment, folder, f"vntextclean {verb} --filter spacing a.txt >&-")
    assert done.returncode == ERROR
    assert done.stderr == "vntextclean: standard output: Bad file descriptor\n"


@posix
def test_closed_streams_nobody_needs_are_not_missed(environment: dict[str, str], folder: Path) -> None:
    done = run(environment, folder, "vntextclean clean --filter spacing --write a.txt >&- 2>&- <&-")
    assert done.returncode == 0
    assert (folder / "a.txt").read_text(encoding="utf-8") == CLEAN
    done = run(environment, folder, "vntextclean check --filter spacing a.txt missing.txt 2>&-")
    assert (done.returncode, done.stdout, done.stderr) == (ERROR, "", "")


@posix
def test_a_closed_standard_input_is_an_error(environment: dict[str, str], folder: Path) -> None:
    done = run(environment, folder, "vntextclean clean --filter spacing <&-")
    assert (done.returncode, done.stdout) == (ERROR, "")
    assert done.stderr == "vntextclean: standard input is closed; name a file, or open it\n"


@posix
@pytest.mark.parametrize("command", ["diff --format terminal a.txt", "rules spacing.run", "clean a.txt"])
def test_a_locale_without_our_letters_gets_escapes(environment: dict[str, str], folder: Path, command: str) -> None:
    ascii_only = {**environment, "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    done = subprocess.run(
        [sys.executable, "-m", "vntextclean", *command.split()],
        cwd=folder,
        env={**ascii_only, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert done.returncode in (0, 1)
    assert b"Traceback" not in done.stderr
    assert done.stdout.isascii() == command.startswith("diff")  # click, and cleaned text, are UTF-8 everywhere


@posix
def test_a_worker_that_is_killed_ends_it_in_one_line(environment: dict[str, str], folder: Path) -> None:
    code = (
        "import os, sys\n"
        "from vntextclean.pipeline import Pipeline\n"
        "Pipeline.run_many = lambda self, texts: os.kill(os.getpid(), 9)\n"
        "sys.argv = ['vntextclean', 'check', '-j', '2', '--filter', 'spacing', 'a.txt']\n"
        "from vntextclean.cli import main\n"
        "import multiprocessing\n"
        "if __name__ == '__main__':\n"
        "    multiprocessing.set_start_method('fork')\n"
        "    main()\n"
    )
    done = python(environment, folder, code)
    assert done.returncode == CRASHED
    assert done.stderr == (
        "vntextclean: a worker process was stopped from outside, perhaps for want of memory; try fewer --jobs\n"
    )


@posix
def test_a_directory_that_is_gone_is_said(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "gone").mkdir()
    done = run(environment, tmp_path / "gone", "rmdir ../gone; vntextclean clean --filter spacing")
    assert done.returncode == ERROR
    assert done.stderr == "vntextclean: the current directory is gone; change to one that exists\n"


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a terminal")
@pytest.mark.parametrize("typed", [b"m\xc3\xa0  hai\n", b""])
@pytest.mark.parametrize("options", [[], ["--documents", "line"]])
def test_one_ctrl_d_ends_what_is_typed(
    environment: dict[str, str], tmp_path: Path, typed: bytes, options: list[str]
) -> None:
    ours, theirs = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "vntextclean", "clean", "--filter", "spacing", *options],
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=environment,
    )
    try:
        assert process.stderr
        assert b"end with Ctrl-D" in process.stderr.readline()
        time.sleep(0.2)
        os.write(ours, typed + b"\x04")
        printed, _ = process.communicate(timeout=20)
    finally:
        process.kill()
        os.close(ours)
        os.close(theirs)
    assert printed == typed.replace(b"  ", b" ")
    assert process.returncode == 0


@posix
def test_no_control_character_of_a_name_reaches_the_terminal(vntextclean: Command, tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31m.txt").write_text(DIRTY, encoding="utf-8")
    done = vntextclean("diff", "--filter", "spacing", "--format", "terminal", ".")
    assert done.returncode == 1
    assert b"\x1b" not in done.stdout
    assert b"a\\x1b[31m.txt" in done.stdout


def test_control_characters_are_shown_as_escapes() -> None:
    assert shown("a\x1b]0;b\x07\n\x9b\u202e") == "a\\x1b]0;b\\x07\\n\\x9b\\u202e"
    assert shown("Đường về quê.txt") == "Đường về quê.txt"


def test_the_process_ends_with_what_is_registered_run_and_what_is_buffered_written(
    environment: dict[str, str], folder: Path
) -> None:
    program = "import atexit\nfrom vntextclean.__main__ import run\natexit.register(print, 'end')\nrun()"
    for verb, code, said in (("clean", 0, "một hai"), ("check", 1, "a.txt")):
        done = python(environment, folder, program, verb, "--quiet", "--filter", "spacing", "a.txt")
        assert done.returncode == code
        assert done.stdout.splitlines() == [said, "end"]
        assert done.stderr == ""


@posix
@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        ("vntextclean --version >&-", 0, ""),
        ("vntextclean --version >/dev/full", ERROR, "vntextclean: standard output: No space left on device\n"),
        ("vntextclean clean --help >/dev/full", ERROR, "vntextclean: standard output: No space left on device\n"),
    ],
)
def test_what_needs_no_input_ends_as_verbs_do(
    environment: dict[str, str], folder: Path, command: str, code: int, said: str
) -> None:
    done = run(environment, folder, command)
    assert (done.returncode, done.stderr) == (code, said)
