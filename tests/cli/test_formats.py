"""Every face has the changes of a structured file in places of that file: all of them give what ``clean`` prints."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from unicodedata import normalize

import pytest

Command = Callable[..., "subprocess.CompletedProcess[bytes]"]

FILES = {
    "a.md": "---\ntên: a  b\n---\n# Tin  **mới**\r\n\n- Môt buổi  tọa đàm .\u2028x\n\n"
    "| a  b | `c  d` |\n|--|--|\n| Hà Nội.Sơn La | |\n",
    "a.srt": "\ufeff1\r\n00:00:01,000 --> 00:00:02,000\r\n<i>Môt buổi  tọa đàm</i>\r\n\r\n"
    "2\r\n00:00:03,000 --> 00:00:04,000\r\nVâng .",
    "a.vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ba>Môt buổi  tọa đàm\n",
    "a.csv": 'a;b\n"Môt ""buổi""  tọa đàm\nhai  dòng";3,5\nHà Nội.Sơn La;x\n',
    "a.tsv": "a\tb\nMôt buổi  tọa đàm\t1\n",
    "a.json": '{"a": ["M\\u00f4t buổi  tọa đàm", {"b": "Hà Nội.Sơn La \\"x\\""}]}',
    "a.html": "<p class='a  b'>Môt <b>buổi</b>  tọa đàm &amp; x\x0c\n<pre>a  b</pre>Hà Nội.Sơn La</p>",
}


@pytest.mark.skipif(shutil.which("patch") is None or os.name != "posix", reason="needs patch(1)")
@pytest.mark.parametrize("name", FILES)
def test_a_patch_a_replay_and_write_give_what_clean_prints(vntextclean: Command, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(FILES[name].encode())
    as_page = ["--output", "html"] if name == "a.html" else []
    cleaned = vntextclean("clean", *as_page, name)
    assert (cleaned.returncode, cleaned.stderr) == (0, b"")
    assert cleaned.stdout != path.read_bytes()
    assert "Một".encode() in cleaned.stdout or rb"M\u1ed9t" in cleaned.stdout

    (tmp_path / "r.jsonl").write_bytes(vntextclean("diff", *as_page, "--format", "json", name).stdout)
    assert vntextclean("clean", *as_page, "--changes", "r.jsonl", name).stdout == cleaned.stdout
    assert vntextclean("clean", *as_page, "-j", "2", name).stdout == cleaned.stdout

    patch = vntextclean("diff", *as_page, name).stdout
    subprocess.run(
        ["patch", "--binary", "-s", "-o", "patched", name], input=patch, cwd=tmp_path, check=True, timeout=60
    )
    assert (tmp_path / "patched").read_bytes() == cleaned.stdout

    assert vntextclean("clean", *as_page, "--write", name).returncode == 0
    assert path.read_bytes() == cleaned.stdout


def test_a_page_may_stay_in_its_encoding(vntextclean: Command, tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_bytes('<meta charset="windows-1258"><p>cô  gái</p>'.encode("cp1258"))
    options = ["--filter", "spacing", "--output", "html", "--encoding", "cp1258"]
    assert vntextclean("clean", *options, "--write", "a.html").returncode == 2
    assert vntextclean("clean", *options, "--write", "--keep-encoding", "a.html").returncode == 0
    assert normalize("NFC", page.read_bytes().decode("cp1258")) == '<meta charset="windows-1258"><p>cô gái</p>'


def test_all_the_text_of_a_page_is_read_whatever_is_installed(vntextclean: Command, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<title>Tin</title><ul><li>Trang chủ</ul><p>Mưa lớn ở Huế.</p>", encoding="utf-8")
    done = vntextclean("clean", "--preset", "lossless", "a.html")
    assert done.stdout.decode() == "Trang chủ\nMưa lớn ở Huế.\n"
    assert "all its text is read" in done.stderr.decode()


def test_main_text_is_switched_on_and_off_in_the_configuration(vntextclean: Command, tmp_path: Path) -> None:
    (tmp_path / "vntextclean.toml").write_text('main-text = "no"\n', encoding="utf-8")
    done = vntextclean("clean", "-")
    assert done.returncode == 2
    assert "main-text: a text, not true or false" in done.stderr.decode()
    (tmp_path / "vntextclean.toml").write_text("main-text = true\n", encoding="utf-8")
    shown = vntextclean("clean", "--show-settings").stdout.decode()
    assert any("main-text" in line and "true" in line.lower() for line in shown.split("\n"))
