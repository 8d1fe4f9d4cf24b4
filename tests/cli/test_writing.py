"""Where text is written, in which encoding, and what is said about it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., "subprocess.CompletedProcess[bytes]"]
DIRTY, CLEAN = "Hà Nội  đẹp\n", "Hà Nội đẹp\n"
CLEANING = ("clean", "--filter", "spacing")
LONG = "Các anh chị em công nhân đều đã nhận đủ lương tháng này và được nghỉ một ngày{}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Files in four encodings, of which one has nothing to repair."""
    (tmp_path / "utf8.txt").write_text(DIRTY, encoding="utf-8")
    (tmp_path / "utf16.txt").write_bytes(DIRTY.encode("utf-16"))
    (tmp_path / "clean16.txt").write_bytes(CLEAN.encode("utf-16"))
    from vntextclean.streams.encoding import encode

    (tmp_path / "tcvn.txt").write_bytes(encode(LONG.format("  rồi"), "tcvn3"))
    return tmp_path


def test_writing_makes_every_file_utf_8_and_says_so(vntextclean: Command, folder: Path) -> None:
    assert vntextclean("check", "--filter", "spacing", ".").stdout.decode().split() == [
        "clean16.txt", "tcvn.txt", "utf16.txt", "utf8.txt"
    ]  # fmt: skip
    done = vntextclean(*CLEANING, "--write", ".")
    assert "4 files, 3 changed, 3 repairs (spacing 3), 3 made UTF-8" in done.stderr.decode()
    assert (folder / "clean16.txt").read_text(encoding="utf-8") == CLEAN
    assert (folder / "utf16.txt").read_text(encoding="utf-8") == CLEAN
    assert (folder / "tcvn.txt").read_text(encoding="utf-8") == LONG.format(" rồi")
    assert vntextclean("check", "--filter", "spacing", ".").returncode == 0


def test_files_keep_their_encoding_on_request(vntextclean: Command, folder: Path) -> None:
    before = (folder / "clean16.txt").stat()
    checked = vntextclean("check", "--filter", "spacing", "--keep-encoding", ".")
    assert checked.stdout.decode().split() == ["tcvn.txt", "utf16.txt", "utf8.txt"]
    done = vntextclean(*CLEANING, "--write", "--keep-encoding", ".")
    assert done.returncode == 0
    assert "UTF-8" not in done.stderr.decode()
    assert (folder / "utf16.txt").read_bytes() == CLEAN.encode("utf-16")
    assert (folder / "tcvn.txt").read_bytes().endswith(" råi\n".encode("latin-1"))
    after = (folder / "clean16.txt").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_what_an_encoding_lacks_is_refused_and_the_file_stays(vntextclean: Command, tmp_path: Path) -> None:
    before = "Hµ Néi  ®Ñp\n".encode("latin-1") + b"&#9829;\n"
    (tmp_path / "a.txt").write_bytes(before)
    options = ("--encoding", "tcvn3", "--filter", "references", "--filter", "spacing", "--write", "--keep-encoding")
    done = vntextclean("clean", *options, "a.txt")
    assert done.returncode == 2
    assert "a.txt: tcvn3 has no '♥' (U+2665); leave out --keep-encoding" in done.stderr.decode()
    assert (tmp_path / "a.txt").read_bytes() == before


def test_one_input_goes_to_one_file(vntextclean: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DIRTY, encoding="utf-8")
    (tmp_path / "b.txt").write_text(DIRTY, encoding="utf-8")
    assert vntextclean(*CLEANING, "-o", "out.txt", "a.txt").returncode == 0
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == CLEAN
    assert vntextclean(*CLEANING, "-o", "out", "a.txt").returncode == 0
    assert (tmp_path / "out").read_text(encoding="utf-8") == CLEAN
    assert vntextclean(*CLEANING, "-o", "in.txt", stdin=DIRTY).returncode == 0
    assert (tmp_path / "in.txt").read_text(encoding="utf-8") == CLEAN
    done = vntextclean(*CLEANING, "-o", "new/", "a.txt", "b.txt")
    assert done.returncode == 0
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == ["a.txt", "b.txt"]
    for more in (("a.txt", "b.txt"), (".",), ("*.txt",)):
        done = vntextclean(*CLEANING, "-o", "all.txt", *more)
        assert done.returncode == 2
        assert b"several inputs cannot go to one file; end it with a slash" in done.stderr
    done = vntextclean(*CLEANING, "-o", "a.txt", "a.txt")
    assert done.returncode == 2
    assert b"a.txt: --output-file would overwrite it" in done.stderr
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == DIRTY
    assert not (tmp_path / "all.txt").exists()


def test_quiet_leaves_errors(vntextclean: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DIRTY, encoding="utf-8")
    done = vntextclean(*CLEANING, "-q", "--write", "a.txt", "none.txt")
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == [
        "vntextclean: none.txt: no such file or directory; check the path, or give - for standard input"
    ]


@pytest.mark.skipif(os.name != "posix", reason="links of POSIX systems")
def test_all_names_of_a_file_get_the_new_text(vntextclean: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DIRTY * 3, encoding="utf-8")
    (tmp_path / "b.txt").hardlink_to(tmp_path / "a.txt")
    assert vntextclean(*CLEANING, "--write", "a.txt").returncode == 0
    assert (tmp_path / "b.txt").read_text(encoding="utf-8") == CLEAN * 3
    assert (tmp_path / "a.txt").samefile(tmp_path / "b.txt")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.txt"]


@pytest.mark.skipif(os.name != "posix", reason="the shell of POSIX systems")
@pytest.mark.parametrize("command", ["clean a.txt > a.txt", "clean a.txt >> a.txt", "clean < a.txt >> a.txt"])
def test_the_input_as_the_output_is_refused(environment: dict[str, str], tmp_path: Path, command: str) -> None:
    (tmp_path / "a.txt").write_text(DIRTY, encoding="utf-8")
    done = subprocess.run(
        ["sh", "-c", f"'{sys.executable}' -m vntextclean {command}"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert "the input is the output too; write elsewhere, or use --write" in done.stderr
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == (DIRTY if ">>" in command else "")


def test_documents_without_marks_are_told(vntextclean: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Cong hoa xa hoi chu nghia Viet Nam\n" * 2, encoding="utf-8")
    done = vntextclean("clean", "--documents", "line", "a.txt")
    assert "2 documents are typed without marks, the first in a.txt; `vntextclean restore`" in done.stderr.decode()
    done = vntextclean("clean", "--lang", "vi", "a.txt")
    assert "a.txt: gõ không dấu; `vntextclean restore` thêm lại dấu" in done.stderr.decode()


def test_keep_encoding_is_refused_where_nothing_is_kept(vntextclean: Command, tmp_path: Path) -> None:
    """Standard output came out in UTF-8 without a word."""
    (tmp_path / "a.txt").write_text(DIRTY, encoding="utf-16")
    done = vntextclean("clean", "--filter", "spacing", "--keep-encoding", "a.txt")
    assert (done.returncode, done.stdout) == (2, b"")
    assert "--keep-encoding is for files, and standard output is UTF-8" in done.stderr.decode()
    assert vntextclean("clean", "--filter", "spacing", "--keep-encoding", "a.txt", "-o", "b.txt").returncode == 0
    assert (tmp_path / "b.txt").read_bytes()[:2] == (tmp_path / "a.txt").read_bytes()[:2]
