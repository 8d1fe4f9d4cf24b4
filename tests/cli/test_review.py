"""Reviewed changes: made for the texts they belong to, in any number of processes, in any layout of JSON."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

Command = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def folder(vntextclean: Command, tmp_path: Path) -> Path:
    """Three files, of which the second changed after its review."""
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"tệp  {name}\n", encoding="utf-8")
    made = vntextclean("diff", "--filter", "spacing", "--format", "json", "a.txt", "b.txt", "c.txt")
    (tmp_path / "r.jsonl").write_bytes(made.stdout)
    (tmp_path / "b.txt").write_text("tệp  khác\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_another_text_is_named_and_the_others_go_on(vntextclean: Command, folder: Path, jobs: str) -> None:
    done = vntextclean("clean", "-j", jobs, "--changes", "r.jsonl", "a.txt", "b.txt", "c.txt")
    assert done.returncode == 2
    assert done.stdout.decode() == "tệp a\ntệp c\n"
    assert done.stderr.decode().startswith("vntextclean: b.txt: r.jsonl holds no changes for this text (sha256 ")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("layout", ["indented", "one list", "with a byte-order mark"])
def test_any_layout_of_json_is_read(vntextclean: Command, folder: Path, layout: str) -> None:
    records = [json.loads(line) for line in (folder / "r.jsonl").read_text(encoding="utf-8").splitlines()]
    text = "\n".join(json.dumps(record, indent=2) for record in records)
    if layout == "one list":
        text = json.dumps(records, indent=1)
    encoding = "utf-8-sig" if layout == "with a byte-order mark" else "utf-8"
    (folder / "r.json").write_text(text, encoding=encoding)
    done = vntextclean("clean", "--changes", "r.json", "a.txt", "c.txt")
    assert done.stdout.decode() == "tệp a\ntệp c\n"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xff", "r.jsonl: not UTF-8, at byte 0"),
        (b'{"sha256": "x", "changes": []}\n\n  {"sha256": 3', "r.jsonl:3: no record of"),
        (b"[" * 100_000, "r.jsonl:1: no record of"),
        (b"3", "r.jsonl:1: no record of"),
        (b'{"sha256": "x"}', "r.jsonl:1: no record of `diff --format json`: it lacks 'changes'"),
        (
            b'{"sha256": "x", "changes": [{"start": 0, "end": 1, "after": "", "confidence": 1' + b"0" * 400 + b"}]}",
            "r.jsonl:1: no record of",
        ),
        (b'{"sha256": "x", "changes": [{"start": 0, "end": 1, "after": "", "rules": [[1]]}]}', "lists of strings"),
        (b'{"sha256": "x", "changes": [{"start": 0, "end": 1, "after": "", "rules": "ab"}]}', "lists of strings"),
    ],
)
def test_what_is_no_review_is_refused(vntextclean: Command, folder: Path, data: bytes, said: str) -> None:
    (folder / "r.jsonl").write_bytes(data)
    done = vntextclean("clean", "--changes", "r.jsonl", "a.txt")
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr.decode()
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(shutil.which("patch") is None or os.name != "posix", reason="needs patch(1)")
@pytest.mark.parametrize("options", [[], ["--documents", "line"], ["--documents", "separator:^--$"]])
def test_a_patch_of_a_file_with_a_byte_order_mark_applies(
    vntextclean: Command, tmp_path: Path, options: list[str]
) -> None:
    (tmp_path / "a.txt").write_text("\ufeffmột  hai\n--\nba  bốn\n", encoding="utf-8")
    shutil.copy(tmp_path / "a.txt", tmp_path / "b.txt")
    patch = vntextclean("diff", "--filter", "spacing", *options, "a.txt").stdout
    subprocess.run(["patch", "--binary", "-s", "a.txt"], input=patch, cwd=tmp_path, check=True, timeout=60)
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "\ufeffmột hai\n--\nba bốn\n"
    assert vntextclean("clean", "--filter", "spacing", *options, "b.txt").stdout == (tmp_path / "a.txt").read_bytes()
    assert vntextclean("clean", "--filter", "spacing", *options, "a.txt").stdout == (tmp_path / "a.txt").read_bytes()


@pytest.fixture
def decided(vntextclean: Command, tmp_path: Path) -> Path:
    """A page of which one change was refused and one edited; a space is open."""
    text = "Môt buổi họp về công tác dân vn ở xã.\nBà con  đến đông đủ.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    record = json.loads(vntextclean("diff", "--format", "json", "a.txt").stdout)
    assert [change["before"] for change in record["changes"]] == ["Môt", "vn", " "]
    lines = [
        {"decision": "refused", "rule": record["changes"][0]["rules"][0], "left": "", "right": " buổi họp về công tác"},
        {"decision": "edited", "text": "vụ", "rule": record["changes"][1]["rules"][0], "left": "họp về công tác dân ",
         "right": " ở xã.\nBà con  đến đông đủ."},
    ]  # fmt: skip
    for line, change in zip(lines, record["changes"], strict=False):
        line |= {"before": change["before"], "after": change["after"], "at": change["start"]}
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    (tmp_path / "a.txt.vnreview.jsonl").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("where", ["auto", "a.txt.vnreview.jsonl"])
def test_decisions_go_before_what_would_be_done(vntextclean: Command, decided: Path, where: str) -> None:
    done = vntextclean("clean", "--decisions", where, "a.txt")
    assert done.stdout.decode() == "Môt buổi họp về công tác dân vụ ở xã.\nBà con đến đông đủ.\n"
    assert (done.returncode, done.stderr) == (0, b"")


def test_what_is_open_is_shown_and_what_fits_no_place_is_counted(vntextclean: Command, decided: Path) -> None:
    done = vntextclean("diff", "--decisions", "auto", "--format", "json", "a.txt")
    assert [change["before"] for change in json.loads(done.stdout)["changes"]] == [" "]
    assert (done.returncode, done.stderr) == (1, b"")
    (decided / "a.txt").write_text("Môt buổi họp về công tác dân vận ở xã.\n", encoding="utf-8")
    done = vntextclean("diff", "--decisions", "auto", "a.txt")
    assert (done.returncode, done.stdout) == (0, b"")
    assert b"decisions found again: 1; without their place: 1" in done.stderr
    assert vntextclean("check", "--decisions", "auto", "a.txt").returncode == 0
    assert vntextclean("check", "a.txt").returncode == 1


def test_decisions_that_cannot_be_read_end_the_file_they_belong_to(vntextclean: Command, decided: Path) -> None:
    (decided / "b.txt").write_text("Hà  Nội\n", encoding="utf-8")
    (decided / "a.txt.vnreview.jsonl").write_text("oops\n", encoding="utf-8")
    done = vntextclean("clean", "--decisions", "auto", "a.txt", "b.txt")
    assert (done.returncode, done.stdout.decode()) == (2, "Hà Nội\n")
    assert "a.txt.vnreview.jsonl:1: no decision: " in done.stderr.decode()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--decisions", "none.jsonl", "a.txt"], "none.jsonl: No such file or directory"),
        (["--decisions", "auto", "-"], "for standard input give the file of decisions"),
        (["--decisions", "auto", "--changes", "r.jsonl", "a.txt"], "leave out --decisions"),
    ],
)
def test_decisions_that_cannot_hold_are_refused(
    vntextclean: Command, decided: Path, arguments: list[str], said: str
) -> None:
    done = vntextclean("clean", *arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr.decode()


def test_review_needs_a_terminal_and_names_the_browser(vntextclean: Command, decided: Path) -> None:
    done = vntextclean("review", "a.txt")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"review needs a terminal; in a browser it is `vntextclean diff --format html" in done.stderr


def test_review_needs_files(vntextclean: Command, decided: Path) -> None:
    for arguments in ([], ["-"]):
        done = vntextclean("review", *arguments)
        assert done.returncode == 2
        assert b"name the files to review" in done.stderr


def test_two_reviewers_are_merged_and_their_conflicts_named(vntextclean: Command, decided: Path) -> None:
    mine = (decided / "a.txt.vnreview.jsonl").read_text(encoding="utf-8")
    (decided / "mine").write_text(mine, encoding="utf-8")
    (decided / "hers").write_text(mine.replace("refused", "accepted"), encoding="utf-8")
    done = vntextclean("review", "--merge", "mine", "hers", "-o", "both")
    assert done.returncode == 1
    said = done.stderr.decode()
    assert "mine, hers: at 0, 'Môt' to 'Một': refused by one, accepted by the other" in said
    assert "1 conflict" in said
    assert [json.loads(line)["before"] for line in (decided / "both").read_text(encoding="utf-8").splitlines()] == [
        "vn"
    ]
    done = vntextclean("review", "--merge", "mine", "mine")
    assert (done.returncode, len(done.stdout.splitlines()), done.stderr) == (0, 2, b"")
    assert vntextclean("review", "--merge", "mine").returncode == 2
    assert vntextclean("review", "-o", "x", "a.txt").returncode == 2


def test_a_page_for_the_browser_is_a_file_or_goes_into_a_pipe(vntextclean: Command, decided: Path) -> None:
    done = vntextclean("diff", "-o", "r.html", "a.txt")
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")
    written = (decided / "r.html").read_bytes()
    assert written.startswith(b"<!DOCTYPE html>") and written.count(b"<article") == 1
    assert vntextclean("diff", "--format", "html", "a.txt").stdout == written
    some = vntextclean("diff", "--format", "html", "--decisions", "auto", "a.txt").stdout.decode()
    assert some.count('<span class="c') == 1
    assert vntextclean("diff", "--format", "json", "-o", "x", "a.txt").returncode == 2
    (decided / "b.txt").write_text("Hà Nội.\n", encoding="utf-8")
    done = vntextclean("diff", "--format", "html", "--lang", "vi", "b.txt")
    assert done.returncode == 0 and "không có gì thay đổi" in done.stdout.decode()


def test_review_without_its_extra_names_the_command_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.cli.runner import runner
    from vntextclean.cli import main
    from vntextclean.cli.verbs import review

    terminal = SimpleNamespace(isatty=lambda: True)
    monkeypatch.setattr(review, "sys", SimpleNamespace(stdin=terminal, stdout=terminal, stderr=terminal))
    monkeypatch.setattr(review, "find_spec", lambda _: None)
    done = runner().invoke(main, ["review", "--no-config", "a.txt"])
    assert done.exit_code == 2
    assert "pip install 'vntextclean[review]'" in done.stderr


def test_a_file_of_decisions_is_no_page_of_its_directory(vntextclean: Command, tmp_path: Path) -> None:
    from vntextclean.cli.inputs.selection import DECISIONS
    from vntextclean.review.log import SUFFIX

    assert DECISIONS == SUFFIX
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.jsonl").write_text('{"text": "Hà  Nội"}\n', encoding="utf-8")
    (tmp_path / "in" / "a.jsonl.vnreview.jsonl").write_text('{"decision": "accepted"}\n', encoding="utf-8")
    done = vntextclean("clean", "--documents", "jsonl:text", "in")
    assert (done.returncode, done.stdout.decode()) == (0, '{"text": "Hà Nội"}\n')
