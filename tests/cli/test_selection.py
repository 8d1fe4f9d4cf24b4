"""Which files of a directory are taken, and what is said of the others."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., "subprocess.CompletedProcess[bytes]"]
DIRTY = "một  hai\n"
NAMES = "a.txt b.md c.jpg d.csv e.log old/f.txt old/keep/g.txt tmp/h.txt .hidden.txt sub/i.txt sub/j.draft.txt"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in NAMES.split():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(DIRTY, encoding="utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("tmp/\n*.draft.txt\n")
    (tmp_path / "sub" / ".gitignore").write_text("!j.draft.txt\ni.txt\n")
    return tmp_path


def checked(vntextclean: Command, *options: str, cwd: Path) -> tuple[list[str], str]:
    done = vntextclean("check", "--filter", "spacing", *options, cwd=cwd)
    return done.stdout.decode().split(), done.stderr.decode()


def test_gitignore_counts_and_a_deeper_one_goes_before(vntextclean: Command, folder: Path) -> None:
    taken, said = checked(vntextclean, ".", cwd=folder)
    assert taken == ["a.txt", "b.md", "old/f.txt", "old/keep/g.txt", "sub/j.draft.txt"]
    assert said.startswith("vntextclean: .: skipped 4 files (")
    for part in (".jpg 1", ".csv 1", ".log 1", "ignored by .gitignore 1"):
        assert part in said
    taken, _ = checked(vntextclean, ".", "--no-gitignore", cwd=folder)
    assert {"sub/i.txt", "tmp/h.txt"} < set(taken)


def test_gitignore_above_the_directory_counts_within_its_repository(vntextclean: Command, folder: Path) -> None:
    (folder / ".gitignore").write_text("/sub/j.draft.txt\n")
    (folder / "sub" / ".gitignore").unlink()
    assert checked(vntextclean, "sub", cwd=folder)[0] == ["sub/i.txt"]
    assert checked(vntextclean, ".", cwd=folder / "sub")[0] == ["i.txt"]
    (folder / ".git").rmdir()
    assert checked(vntextclean, ".", cwd=folder / "sub")[0] == ["i.txt", "j.draft.txt"]


def test_exclude_and_include(vntextclean: Command, folder: Path) -> None:
    taken, _ = checked(vntextclean, ".", "--exclude", "old/", "--include", "*.log", cwd=folder)
    assert taken == ["a.txt", "b.md", "e.log", "sub/j.draft.txt"]
    taken, _ = checked(vntextclean, ".", "--exclude", "*.txt", "--exclude", "!g.txt", cwd=folder)
    assert taken == ["b.md", "old/keep/g.txt"]
    done = vntextclean("diff", "--filter", "spacing", "a.txt", "old/f.txt", "-v", "--exclude", "old", cwd=folder)
    assert done.stdout.decode().splitlines()[:2] == ["--- a.txt", "+++ a.txt"]
    assert b"old" not in done.stdout
    assert done.stderr.decode() == "vntextclean: old/f.txt: skipped (excluded)\n"


def test_patterns_of_a_configuration_count_from_its_directory(vntextclean: Command, folder: Path) -> None:
    (folder / "vntextclean.toml").write_text('exclude = ["/old/keep", "/sub"]\n')
    assert checked(vntextclean, ".", cwd=folder / "old")[0] == ["f.txt"]
    assert checked(vntextclean, ".", "--exclude", "f.txt", cwd=folder)[0] == ["a.txt", "b.md"]


def test_each_skipped_file_is_told_on_request(vntextclean: Command, folder: Path) -> None:
    _, said = checked(vntextclean, ".", "-v", cwd=folder)
    assert {
        "vntextclean: c.jpg: skipped (.jpg)",
        "vntextclean: tmp/: skipped (ignored by .gitignore)",
        "vntextclean: sub/i.txt: skipped (ignored by .gitignore)",
    } < set(said.splitlines())
    assert checked(vntextclean, ".", "-q", cwd=folder)[1] == ""


def test_what_is_skipped_is_told_once(vntextclean: Command, folder: Path) -> None:
    done = vntextclean("clean", ".", cwd=folder)
    assert done.stderr.decode().count("skipped 4 files") == 1


def test_a_directory_without_text_says_how_to_take_what_it_has(vntextclean: Command, folder: Path) -> None:
    (folder / "data").mkdir()
    (folder / "data" / "a.csv").write_text("a,b\n")
    done = vntextclean("check", "data")
    assert done.returncode == 2
    suffixes = ".markdown, .md, .mdown, .srt, .text, .txt, .vtt"
    assert f"data: no {suffixes} file in this directory; name the files, or use --include" in done.stderr.decode()
