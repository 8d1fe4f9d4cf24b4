"""Records too long to be held in memory pass in parts, as they are, and a bomb does not fill it."""

from __future__ import annotations

import base64
import bz2
import gzip
import io
import json
import lzma
import tracemalloc
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.records.conftest import Batch, record, told
from vntextclean.records.formats.blocks import LONGEST, Blocks
from vntextclean.records.formats.chunk import Mark, Piece
from vntextclean.records.formats.compression import Decompressed
from vntextclean.records.formats.compression import Plain as Stream
from vntextclean.records.formats.delimited import Delimited
from vntextclean.records.formats.lines import JsonLines
from vntextclean.records.formats.plain import Lines, Plain

HELD = 8
FORMS = [JsonLines(["text"]), Lines(), Plain(), Plain("^="), Delimited(("text",), ",", "csv")]
LINES = st.lists(
    st.sampled_from(
        ["=\n", "a\n", "\n", "bb b\r\n", "c", "=c\n", "a long line of words\n", "a,b\n", '"x\n', 'y",z\n', "long " * 9]
    ),
    max_size=14,
)


def pieces(form: JsonLines | Lines | Plain | Delimited, data: bytes, size: int, mark: Mark = Mark()) -> list[Piece]:  # noqa: B008
    return list(form.pieces(Blocks(Stream(io.BytesIO(data)), HELD), mark, size))


@given(st.sampled_from(FORMS), LINES, st.integers(1, 12), st.data())
def test_no_byte_is_lost_and_reading_can_begin_at_every_mark(
    form: JsonLines | Lines | Plain | Delimited, lines: Sequence[str], size: int, data: st.DataObject
) -> None:
    head = "text\n" if isinstance(form, Delimited) else ""
    source = (head + "".join(lines)).encode()
    whole = pieces(form, source, size)
    assert head.encode() + b"".join(piece.data for piece in whole) == source
    inside = False
    for piece in whole:
        if piece.passing:
            assert piece.passing.begins is not inside
            inside = not piece.passing.ends
        assert piece.after.inside is inside
        assert len(piece.data) <= HELD or not piece.passing
    assert not inside
    at = data.draw(st.integers(0, len(whole) - 1))
    resumed = pieces(form, source, size, whole[at].after)
    assert [piece for piece in resumed if piece.data] == [piece for piece in whole[at + 1 :] if piece.data]


@given(LINES, st.integers(1, HELD))  # what a longer block has whole is held
@example(["=c\n", "c", "c", "c", "c", "bb b\r\n", "a\n"], HELD)
def test_lines_that_pass_are_the_long_ones(lines: Sequence[str], size: int) -> None:
    source = "".join(lines).encode()
    numbers, long = [], [n for n, line in enumerate(source.split(b"\n"), 1) if len(line) > HELD]
    mark = Mark()
    for piece in pieces(FORMS[0], source, size):
        if piece.passing and piece.passing.begins:
            numbers.append(mark.number)
        mark = piece.after
    assert set(long) <= set(numbers)
    assert all(len(source.split(b"\n")[number - 1]) >= HELD for number in numbers)


@pytest.mark.parametrize("on_error", ["keep", "skip", "stop"])
def test_a_record_longer_than_memory_should_hold(batch: Batch, tmp_path: Path, on_error: str) -> None:
    giant = record(2, "x" * (LONGEST + 1000))
    (tmp_path / "a.jsonl").write_text(record(1) + giant + record(3), encoding="utf-8")
    done = batch("a.jsonl", "-o", "b.jsonl", "--max-text", "1K", "--on-error", on_error, "--checkpoint-every", "0")
    assert b"a.jsonl:2: a record of more than 33554432 bytes" in done.stderr
    assert done.stderr.count(b"a.jsonl:2") == 1
    if on_error == "stop":
        assert done.returncode == 2
        assert not (tmp_path / "b.jsonl").exists()
        done = batch("a.jsonl", "-o", "b.jsonl", "--max-text", "1K", "--resume")
        on_error = "keep"
    assert done.returncode == 1
    kept = giant if on_error == "keep" else ""
    assert (tmp_path / "b.jsonl").read_text(encoding="utf-8") == record(1, "một hai") + kept + record(3, "một hai")
    (reject,) = told(tmp_path / "b.jsonl.rejects.jsonl")
    assert reject["line"] == 2
    assert b"".join(map(base64.b64decode, reject["record_base64_parts"])).decode() == giant
    manifest = json.loads((tmp_path / "b.jsonl.manifest.json").read_text(encoding="utf-8"))
    assert (manifest["records"], manifest["rejects"]) == (3, 1)


def test_a_run_that_stopped_inside_of_such_a_record_goes_on(batch: Batch, tmp_path: Path) -> None:
    giant = record(2, "x" * (LONGEST + 1000))
    (tmp_path / "a.jsonl").write_text(record(1) + giant + record(3), encoding="utf-8")
    words = ("a.jsonl", "-o", "out/", "--max-text", "1K", "--checkpoint-every", "0", "--shard-size", "1M")
    assert batch(*words, shell="trap '' XFSZ; ulimit -f 9000;").returncode == 2  # blocks of 1 KiB
    points = [json.loads(line) for line in (tmp_path / "out" / ".vntextclean-journal").read_bytes().splitlines()[1:]]
    assert points[-1]["point"]["mark"][2] is True
    assert batch(*words, "--resume").returncode == 1
    there = [path.read_text(encoding="utf-8") for path in sorted((tmp_path / "out").glob("part-*"))]
    assert there == [record(1, "một hai"), giant, record(3, "một hai")]
    (reject,) = told(tmp_path / "out" / "_rejects.jsonl")
    assert b"".join(map(base64.b64decode, reject["record_base64_parts"])).decode() == giant


def test_a_row_that_passes_has_the_cells_that_are_added(batch: Batch, tmp_path: Path) -> None:
    row = "x" * (LONGEST + 10)
    (tmp_path / "a.csv").write_text(f"text\nmột  hai\n{row}\n", encoding="utf-8")
    batch("a.csv", "-o", "b.csv", "--max-text", "1K", "--fingerprint", "print")
    lines = (tmp_path / "b.csv").read_text(encoding="utf-8").split("\n")
    assert [line[-1:] == "," for line in lines] == [False, False, True, False]
    assert lines[2] == row + ","


@pytest.mark.parametrize(("kind", "packed"), [("gzip", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress)])
def test_a_bomb_does_not_fill_the_memory(kind: str, packed: Callable[[bytes], bytes]) -> None:
    data = packed(bytes(40_000_000)) + packed(b"after it")
    tracemalloc.start()
    try:
        raw = Decompressed(io.BytesIO(data), kind)
        size, last = 0, b""
        while block := raw.read(1 << 18):
            size, last = size + len(block), block
        assert tracemalloc.get_traced_memory()[1] < 16_000_000
    finally:
        tracemalloc.stop()
    assert (size, raw.fault, last[-8:]) == (40_000_008, "", b"after it")


@pytest.mark.parametrize(("kind", "packed"), [("gzip", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress)])
def test_members_of_all_sizes_follow_each_other(kind: str, packed: Callable[[bytes], bytes]) -> None:
    block = 1 << 18
    parts = [bytes(size) + b"end" for size in (0, 1, block - 3, block - 2, block, 2 * block - 3, 5 * block + 7)]
    raw = Decompressed(io.BytesIO(b"".join(map(packed, parts))), kind)
    assert io.BufferedReader(raw, 1 << 16).read() == b"".join(parts)
    assert raw.fault == ""
