"""WARC files that ``batch`` wrote, read by warcio: every record can be found, and every digest is right."""

from __future__ import annotations

import base64
import gzip
import hashlib
import os
import subprocess
import sys
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator

ROOT = Path(__file__).parent.parent.parent


def record(number: int, text: str) -> bytes:
    body = text.encode()
    digest = base64.b32encode(hashlib.sha1(body).digest()).decode()
    head = (
        f"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
        f"WARC-Target-URI: https://a.vn/{number}\r\nWARC-Date: 2026-01-01T00:00:00Z\r\nContent-Type: text/plain\r\n"
        f"WARC-Block-Digest: sha1:{digest}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    return subprocess.run(
        [sys.executable, *words], cwd=folder, env=environment, capture_output=True, timeout=120, check=False
    )


def test_warcio_reads_what_was_written(tmp_path: Path) -> None:
    data = [gzip.compress(record(number, f"dòng  {number} của trang\n")) for number in range(40)]
    (tmp_path / "a.warc.wet.gz").write_bytes(b"".join(data))
    words = ("-m", "vntextclean", "batch", "a.warc.wet.gz", "-o", "b.warc.wet.gz", "--chunk-size", "2K")
    done = run(tmp_path, *words, "--preset", "lossless", "--no-config")
    assert done.returncode == 0, done.stderr.decode()
    with (tmp_path / "b.warc.wet.gz").open("rb") as stream:
        found = [
            (record.rec_headers["WARC-Target-URI"], record.content_stream().read())
            for record in ArchiveIterator(stream)
        ]
    assert found == [(f"https://a.vn/{number}", f"dòng {number} của trang\n".encode()) for number in range(40)]
    checked = run(tmp_path, "-c", "from warcio.cli import main; main()", "check", "-v", "b.warc.wet.gz")
    assert checked.returncode == 0, checked.stdout.decode()
    assert checked.stdout.count(b"digest pass") == 40
