"""WARC and WET: text records are cleaned, lengths and digests follow, all else stays the same to the byte."""

from __future__ import annotations

import base64
import gzip
import hashlib
from pathlib import Path

from tests.records.conftest import Batch, told


def warc(kind: str, body: bytes, of: str = "text/plain") -> bytes:
    digest = base64.b32encode(hashlib.sha1(body).digest()).decode()
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://a.vn/\r\nContent-Type: {of}\r\n"
        f"WARC-Block-Digest: sha1:{digest}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


DIRTY, CLEAN = "một  hai\nba  bốn\n".encode(), "một hai\nba bốn\n".encode()
OTHERS = [
    warc("warcinfo", b"software: x  y\r\n", "application/warc-fields"),
    warc("response", DIRTY, "application/http"),
]
PACKED = [*OTHERS, *(warc("conversion", DIRTY) for _ in range(30))]


def test_text_records_are_cleaned(batch: Batch, tmp_path: Path) -> None:
    (tmp_path / "a.warc.wet.gz").write_bytes(b"".join(map(gzip.compress, PACKED)))
    (tmp_path / "b.warc").write_bytes(b"".join(PACKED))
    done = batch("a.warc.wet.gz", "b.warc", "-o", "out", "--chunk-size", "1K")
    assert done.returncode == 0, done.stderr.decode()
    expected = b"".join([*OTHERS, *[warc("conversion", CLEAN)] * 30])
    assert (tmp_path / "out" / "b.warc").read_bytes() == expected
    data = (tmp_path / "out" / "a.warc.wet.gz").read_bytes()
    assert gzip.decompress(data) == expected
    assert data.count(b"\x1f\x8b\x08") >= len(PACKED)  # each record can be read by itself


def test_a_broken_record_passes_and_those_after_it_are_cleaned(batch: Batch, tmp_path: Path) -> None:
    broken = b"WARC/1.0\r\nWARC-Type: conversion\r\n\r\n"
    data = [warc("conversion", DIRTY), broken, warc("conversion", DIRTY), warc("conversion", b"m\xff")]
    (tmp_path / "a.warc").write_bytes(b"".join(data) + warc("conversion", DIRTY)[:-20])
    done = batch("a.warc", "-o", "b.warc")
    assert done.returncode == 1
    rejects = told(tmp_path / "b.warc.rejects.jsonl")
    assert [(each["line"], each["error"][:20]) for each in rejects] == [
        (2, "no WARC record: it l"), (4, "not UTF-8, at byte 1"), (5, "the WARC record has "),
    ]  # fmt: skip
    clean = [warc("conversion", CLEAN), broken, warc("conversion", CLEAN), data[3], warc("conversion", DIRTY)[:-20]]
    assert (tmp_path / "b.warc").read_bytes() == b"".join(clean)
