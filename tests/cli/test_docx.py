"""A .docx by the command line: text in a pipe, tracked changes in a file, and nothing lost where it cannot be read."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.formats.docx.made import parts, settled, unzipped, words, zipped

Command = Callable[..., "subprocess.CompletedProcess[bytes]"]

INNER = (
    "<w:p><w:r><w:t>Môt buổi  tọa đàm</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
    "<w:p><w:r><w:t>Trời đẹp.</w:t></w:r></w:p>"
)
BEFORE = zipped(parts(INNER))
AFTER = "Một buổi tọa đàm\nTrời đẹp."
MAIN = "word/document.xml"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.docx"
    path.write_bytes(BEFORE)
    return path


def both(data: bytes) -> tuple[str, str]:
    """The text when all is accepted, and when all is refused."""
    main = unzipped(data)[MAIN]
    return words(settled(main, accept=True)), words(settled(main, accept=False))


def test_its_text_is_printed(vntextclean: Command, report: Path) -> None:
    assert vntextclean("clean", "report.docx").stdout.decode() == AFTER + "\n"
    assert vntextclean("clean", "-o", "a.txt", "report.docx").returncode == 0
    assert (report.parent / "a.txt").read_text(encoding="utf-8") == AFTER + "\n"
    assert vntextclean("clean", "--input", "docx", stdin=BEFORE).stdout.decode() == AFTER + "\n"


@pytest.mark.parametrize("arguments", [["-o", "out/report.docx"], ["--output-dir", "out"], ["-o", "out/", "-j", "2"]])
def test_a_file_gets_tracked_changes(vntextclean: Command, report: Path, arguments: list[str]) -> None:
    done = vntextclean("clean", *arguments, "report.docx")
    assert (done.returncode, done.stdout) == (0, b"")
    assert b"1 file, 1 changed" in done.stderr
    assert report.read_bytes() == BEFORE
    assert both((report.parent / "out" / "report.docx").read_bytes()) == (
        AFTER,
        words(ET.fromstring(parts(INNER)[MAIN])),
    )


def test_write_tracks_and_a_second_run_finds_nothing(vntextclean: Command, report: Path) -> None:
    assert vntextclean("check", "report.docx").returncode == 1
    assert vntextclean("clean", "--write", "report.docx").returncode == 0
    once = report.read_bytes()
    assert both(once)[0] == AFTER
    assert vntextclean("check", "report.docx").returncode == 0
    assert vntextclean("clean", "--write", "report.docx").returncode == 0
    assert report.read_bytes() == once


def test_accepted_leaves_no_trace(vntextclean: Command, report: Path) -> None:
    assert vntextclean("clean", "--write", "--accepted", "report.docx").returncode == 0
    made = unzipped(report.read_bytes())
    assert words(ET.fromstring(made[MAIN])) == AFTER
    assert made.keys() == parts(INNER).keys()
    assert b"vntextclean" not in made[MAIN]


def test_diff_changes_and_decisions_are_of_its_text(vntextclean: Command, report: Path) -> None:
    patch = vntextclean("diff", "report.docx")
    assert patch.returncode == 1
    assert "+Một buổi tọa đàm".encode() in patch.stdout
    assert b"patch(1) cannot apply it" in patch.stderr
    (report.parent / "r.jsonl").write_bytes(found := vntextclean("diff", "--format", "json", "report.docx").stdout)
    assert json.loads(found)["changes"][0]["before"] == "Môt"
    assert vntextclean("clean", "--changes", "r.jsonl", "-o", "out.docx", "report.docx").returncode == 0
    assert both((report.parent / "out.docx").read_bytes())[0] == AFTER


def test_the_reasons_are_in_the_language_asked_for(vntextclean: Command, report: Path) -> None:
    made = {}
    for lang in ("en", "vi"):
        vntextclean("clean", "--lang", lang, "-o", f"{lang}.docx", "report.docx")
        made[lang] = unzipped((report.parent / f"{lang}.docx").read_bytes())["word/comments.xml"]
    assert made["en"] != made["vi"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-o", "out.docx", "a.txt"], "a.txt: no .docx, and none can be made of it; leave out -o out.docx"),
        (["--accepted", "--write", "a.txt"], "leave out --accepted"),
        (["--accepted", "report.docx"], "--accepted is for a .docx"),
        (["-o", "out.docx", "bad.docx"], "bad.docx: no .docx: "),
        (["--write", "bad.docx", "report.docx"], "bad.docx: no .docx: "),
        (["--changes", "far.jsonl", "-o", "out.docx", "report.docx"], "reaches what is no text"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_lost(
    vntextclean: Command, report: Path, arguments: list[str], said: str
) -> None:
    folder = report.parent
    (folder / "a.txt").write_text("một  hai\n", encoding="utf-8")
    (folder / "bad.docx").write_bytes(BEFORE[:900])
    far = json.loads(vntextclean("diff", "--format", "json", "report.docx").stdout)
    far["changes"] = [{"start": 10, "end": 20, "before": "", "after": "x", "rules": [], "confidence": 1, "reasons": []}]
    (folder / "far.jsonl").write_text(json.dumps(far), encoding="utf-8")
    done = vntextclean("clean", *arguments)
    assert done.returncode == 2
    assert said in done.stderr.decode()
    assert not (folder / "out.docx").exists()
    assert (folder / "a.txt").read_text(encoding="utf-8") == "một  hai\n"
    assert (folder / "bad.docx").read_bytes() == BEFORE[:900]
    assert (report.read_bytes() != BEFORE) == ("--write" in arguments and "report.docx" in arguments)


def test_from_a_directory_it_comes_when_asked_for(vntextclean: Command, report: Path) -> None:
    (report.parent / "a.txt").write_text("một  hai\n", encoding="utf-8")
    assert vntextclean("clean", "--filter", "spacing", ".").stdout.decode() == "một hai\n"
    assert "Một buổi" in vntextclean("clean", "--input", "docx", ".").stdout.decode()
