"""Zstandard: files of several frames, and what is cut off."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import zstandard

ROOT = Path(__file__).parent.parent.parent
LINES = "".join(f'{{"text": "dòng  {number}"}}\n' for number in range(3000)).encode()


def batch(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    words = [sys.executable, "-m", "vntextclean", "batch", *arguments, "--preset", "lossless", "--no-config", "-j", "2"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    return subprocess.run(words, cwd=folder, env=environment, capture_output=True, timeout=120, check=False)


def unpacked(data: bytes) -> bytes:
    return zstandard.ZstdDecompressor().stream_reader(data, read_across_frames=True).read()


def test_frames(tmp_path: Path) -> None:
    pack = zstandard.ZstdCompressor().compress
    (tmp_path / "a.jsonl.zst").write_bytes(pack(LINES[:20_010]) + pack(LINES[20_010:]))
    done = batch(tmp_path, "a.jsonl.zst", "-o", "out/", "--chunk-size", "4K")
    assert done.returncode == 0, done.stderr.decode()
    assert unpacked((tmp_path / "out" / "a.jsonl.zst").read_bytes()) == LINES.replace(b"  ", b" ")


def test_a_file_that_is_cut_off_is_named(tmp_path: Path) -> None:
    whole = zstandard.ZstdCompressor().compress(LINES)
    (tmp_path / "a.jsonl.zst").write_bytes(whole[: len(whole) // 2])
    done = batch(tmp_path, "a.jsonl.zst", "-o", "b.jsonl")
    assert done.returncode in (1, 2)
    assert b"the zstd file ends in the middle: it is cut off" in done.stderr
