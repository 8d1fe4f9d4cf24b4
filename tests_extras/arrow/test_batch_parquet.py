"""Parquet through ``batch``: rows, groups, schema and metadata stay, bad rows are kept, killed runs go on."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

ROOT = Path(__file__).parent.parent.parent
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "NO_COLOR": "1"}
QUICK = ("--preset", "lossless", "--no-config", "-j", "2", "--status-every", "0")


def start(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    words = [sys.executable, "-m", "vntextclean", "batch", *arguments, *QUICK]
    return subprocess.Popen(words, cwd=folder, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def batch(folder: Path, *arguments: str) -> tuple[int, str]:
    process = start(folder, *arguments)
    _, said = process.communicate(timeout=120)
    return process.returncode, said.decode()


def table(rows: int = 400) -> pa.Table:
    texts = [None if row % 50 == 9 else f"dòng  {row} của bảng" for row in range(rows)]
    made = pa.table({
        "id": range(rows),
        "text": pa.array(texts, pa.large_string()),
        "meta": [{"text": f"một  {row}", "tags": ["a", str(row)]} for row in range(rows)],
        "kind": pa.array([("x", "y")[row % 2] for row in range(rows)]).dictionary_encode(),
    })  # fmt: skip
    return made.replace_schema_metadata({"pandas": "{}", "own": "value"})


def test_rows_groups_schema_and_metadata_stay(tmp_path: Path) -> None:
    pq.write_table(table(), tmp_path / "a.parquet", row_group_size=150, compression="zstd")
    code, said = batch(tmp_path, "a.parquet", "-o", "b.parquet", "-f", "text", "-f", "meta.text", "--chunk-size", "2K")
    assert (code, said) == (0, "")
    before, after = pq.ParquetFile(tmp_path / "a.parquet"), pq.ParquetFile(tmp_path / "b.parquet")
    assert after.schema_arrow.equals(before.schema_arrow, check_metadata=True)
    assert [after.metadata.row_group(n).num_rows for n in range(after.metadata.num_row_groups)] == [150, 150, 100]
    assert after.metadata.row_group(0).column(0).compression == "ZSTD"
    expected = json.loads(json.dumps(table().to_pylist(), ensure_ascii=False).replace("  ", " "))
    assert after.read().to_pylist() == expected


def test_added_columns_and_several_files(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in "ab":
        pq.write_table(table(60), tmp_path / "in" / f"{name}.parquet")
    pq.write_table(table(60).slice(0, 0), tmp_path / "in" / "c.parquet")
    code, said = batch(tmp_path, "in", "-o", "out", "--signals", "q", "--fingerprint", "f")
    assert (code, said) == (0, "")
    rows = pq.read_table(tmp_path / "out" / "b.parquet").to_pylist()
    assert (rows[0]["q"]["words"], len(rows[0]["f"]), rows[9]["q"], rows[9]["f"]) == (3, 32, None, None)
    assert pq.read_table(tmp_path / "out" / "c.parquet").schema.names == [*table().schema.names, "q", "f"]
    code, _ = batch(tmp_path, "in", "-o", "one.parquet")
    assert (code, pq.read_table(tmp_path / "one.parquet").num_rows) == (0, 120)
    assert pq.ParquetFile(tmp_path / "one.parquet").metadata.num_row_groups == 2
    code, _ = batch(tmp_path, "in", "-o", "shards", "--shard-size", "8K", "--chunk-size", "2K")
    parts = sorted((tmp_path / "shards").glob("part-*.parquet"))
    assert code == 0
    assert len(parts) > 1
    assert sum(pq.read_table(part).num_rows for part in parts) == 120


@pytest.mark.parametrize("on_error", ["keep", "skip"])
def test_a_row_that_is_not_utf_8(tmp_path: Path, on_error: str) -> None:
    column = pa.array([b"m\xe1  t", "hai  bà".encode(), None]).view(pa.string())
    pq.write_table(pa.table({"id": [1, 2, 3], "text": column}), tmp_path / "a.parquet")
    code, said = batch(tmp_path, "a.parquet", "-o", "b.parquet", "--on-error", on_error)
    assert code == 1
    assert "a.parquet:1: not UTF-8, at byte 1 of the text" in said
    values = pq.read_table(tmp_path / "b.parquet").column("text").cast(pa.binary()).to_pylist()
    assert values == [*([b"m\xe1  t"] if on_error == "keep" else []), "hai bà".encode(), None]
    (reject,) = map(json.loads, (tmp_path / "b.parquet.rejects.jsonl").read_text(encoding="utf-8").splitlines())
    assert reject["line"] == 1


def test_what_is_no_parquet_and_no_column(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(b"PAR1 not at all")
    code, said = batch(tmp_path, "a.parquet", "-o", "b.parquet")
    assert (code, (tmp_path / "b.parquet").exists()) == (2, False)
    assert "a.parquet:1: no Parquet file" in said
    pq.write_table(table(3), tmp_path / "a.parquet")
    code, said = batch(tmp_path, "a.parquet", "-o", "b.parquet", "-f", "body")
    assert code == 2
    assert "there is no column 'body'; there are id, text, meta, kind" in said
    assert batch(tmp_path, "a.parquet", "-o", "b.parquet", "-f", "id")[1].endswith(
        "holds int64, and not a text a row\n"
    )


def test_a_run_that_is_killed_gives_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in "ab":
        pq.write_table(table(4000), tmp_path / "in" / f"{name}.parquet", row_group_size=900)
    arguments = ("in", "-o", "out", "-f", "text", "-f", "meta.text", "--chunk-size", "2K", "--checkpoint-every", "0")
    began = time.perf_counter()
    assert batch(tmp_path, *arguments)[0] == 0
    took = time.perf_counter() - began
    undisturbed = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    (tmp_path / "out").rename(tmp_path / "before")
    dice, kills = random.Random(5), 0
    process = start(tmp_path, *arguments)
    while True:
        try:
            process.communicate(timeout=took * (0.3 + dice.random() / 2) if kills < 6 else 120)
            break
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            kills += 1
            process = start(tmp_path, *arguments, "--resume")
    assert kills
    assert process.returncode == 0
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == undisturbed


def test_a_row_group_that_cannot_be_read_is_a_reject_and_the_others_are_cleaned(tmp_path: Path) -> None:
    pq.write_table(table(300), tmp_path / "a.parquet", row_group_size=100)
    about = pq.ParquetFile(tmp_path / "a.parquet").metadata.row_group(1).column(0)
    data = bytearray((tmp_path / "a.parquet").read_bytes())
    begin = about.dictionary_page_offset or about.data_page_offset
    data[begin : begin + 8] = b"\xff" * 8
    (tmp_path / "a.parquet").write_bytes(data)
    code, said = batch(tmp_path, "a.parquet", "-o", "b.parquet", "--chunk-size", "2K")
    assert code == 1
    assert "a.parquet:101: 100 rows of row group 1 cannot be read: " in said
    assert pq.read_table(tmp_path / "b.parquet").column("id").to_pylist() == [*range(100), *range(200, 300)]


def test_a_column_of_categories_is_cleaned_and_stays_one(tmp_path: Path) -> None:
    kinds = pa.array(["một  hai", None, "ba", "một  hai"]).dictionary_encode()
    pq.write_table(pa.table({"kind": kinds}), tmp_path / "a.parquet", row_group_size=2)
    assert batch(tmp_path, "a.parquet", "-o", "b.parquet", "-f", "kind") == (0, "")
    found = pq.read_table(tmp_path / "b.parquet")
    assert pa.types.is_dictionary(found.schema.field("kind").type)
    assert found.column("kind").to_pylist() == ["một hai", None, "ba", "một hai"]


def test_parquet_is_not_written_to_a_pipe(tmp_path: Path) -> None:
    pq.write_table(table(3), tmp_path / "a.parquet")
    process = start(tmp_path, "a.parquet", "-o", "-")
    out, said = process.communicate(timeout=120)
    assert (process.returncode, out) == (2, b"")
    assert b"a.parquet: Parquet cannot be written to a pipe; give -o FILE or DIRECTORY" in said
