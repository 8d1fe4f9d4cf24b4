"""Pages in Parquet, and what ``vntextclean batch`` makes of them: what engines beyond one process are held to."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

LINES = (
    "Môt buổi tọa đàm về công tác dân vn ở xã.",
    "Bà con thựchiện  tốt việc làm đường liên thôn.",
    "Trời mưa từ sáng đến chiều.",
    "Tiáº¿ng Viá»‡t ráº¥t Ä‘áº¹p.",
    None,
)
FILES, ROWS = 4, 500
HOSTS = ("xa-dong.vn", "xa-tay.vn", None)
#: What stands around the text of a page of each host.
MENUS = ("Trang chủ\nGiới thiệu\n{}\nCổng của xã Đông", "Tin tức\n{}\nLượt xem: 12\nLiên hệ", "{}")


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of Parquet files, each in several row groups, every record with an id and another text."""
    folder = tmp_path_factory.mktemp("pages")
    for file in range(FILES):
        ids = range(file * ROWS, file * ROWS + ROWS)
        lines = [LINES[number % len(LINES)] for number in ids]
        texts = [line and f"{line} Số {number}." for number, line in zip(ids, lines, strict=True)]
        pq.write_table(pa.table({"id": ids, "text": texts}), folder / f"part-{file}.parquet", row_group_size=100)
    return folder


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of Parquet files with pages of three sites, one of them without a name."""
    folder = tmp_path_factory.mktemp("sites")
    for file in range(2):
        ids = range(file * 120, file * 120 + 120)
        lines = [LINES[number % len(LINES)] for number in ids]
        texts = [line and MENUS[n % 3].format(f"{line} Số {n}.") for n, line in zip(ids, lines, strict=True)]
        table = pa.table({"id": ids, "text": texts, "host": [HOSTS[number % 3] for number in ids]})
        pq.write_table(table, folder / f"part-{file}.parquet", row_group_size=40)
    return folder


@pytest.fixture(scope="session")
def learned(sites: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The table that ``vntextclean learn`` makes of the same pages in JSON lines."""
    folder = tmp_path_factory.mktemp("learn")
    lines = [json.dumps({"text": each["text"], "host": each["host"] or ""}) for each in records(sites)]
    (folder / "sites.jsonl").write_text("\n".join(lines), encoding="utf-8")
    words = ["learn", "--documents", "jsonl:text", "--group", "host", "sites.jsonl", "-o", "sites.vnbp"]
    subprocess.run([sys.executable, "-m", "vntextclean", *words], cwd=folder, check=True)
    return folder / "sites.vnbp"


@pytest.fixture(scope="session")
def wanted(pages: Path, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """The records as ``vntextclean batch`` cleans them, in their order."""
    found = cleaned_by_batch(pages, tmp_path_factory.mktemp("batch") / "out")
    assert len(found) == FILES * ROWS
    assert sum(record["text"] is None for record in found) == FILES * ROWS / len(LINES)
    assert sum(record["text"] != before["text"] for record, before in zip(found, records(pages), strict=True)) > ROWS
    return found


def cleaned_by_batch(pages: Path, out: Path, *options: str) -> list[dict[str, Any]]:
    """The records of a folder as ``vntextclean batch`` cleans them."""
    words = ["batch", str(pages), "-o", str(out), "-j", "1", *options]
    subprocess.run([sys.executable, "-m", "vntextclean", *words], check=True)
    return records(out)


def records(folder: Path) -> list[dict[str, Any]]:
    """All records of the Parquet files in a folder, in the order of the files' names."""
    found: list[dict[str, Any]] = []
    for path in sorted(folder.glob("**/*.parquet")):
        found += pq.read_table(path).to_pylist()
    return found


def by_id(folder: Path) -> list[dict[str, Any]]:
    """The same sorted by id: engines write files in an order of their own. A record lost or doubled still shows."""
    return sorted(records(folder), key=lambda record: int(record["id"]))
