"""What ``vntextclean batch`` takes to read inputs that are not plain JSON lines.

``python -m benchmarks.corpora.reading`` cleans the same made records by ``lossless``: plain, compressed in each way,
and as CSV. It prints the processor seconds for each megabyte of records that are used by the process which reads and
writes. All workers wait for it, so this says how many it keeps busy. The outputs are not compressed. ``--size`` is in
megabytes.
"""

from __future__ import annotations

import argparse
import bz2
import csv
import gzip
import json
import lzma
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.corpora.__main__ import batch, cost, write


def _by_zstd(data: bytes) -> bytes:
    import zstandard

    return bytes(zstandard.compress(data))


#: How records are compressed, by the suffix that says so.
KINDS: dict[str, Callable[[bytes], bytes]] = {
    ".zst": _by_zstd, ".gz": gzip.compress, ".xz": lzma.compress, ".bz2": bz2.compress
}  # fmt: skip


def as_csv(lines: Path, to: Path) -> None:
    """The same records as rows, all cells in quotation marks."""
    with to.open("w", encoding="utf-8", newline="") as stream, lines.open(encoding="utf-8") as records:
        rows = csv.writer(stream, quoting=csv.QUOTE_ALL)
        rows.writerow(["id", "text", "url"])
        rows.writerows(json.loads(line).values() for line in records)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=float, default=50.0)
    size = parser.parse_args().size
    with tempfile.TemporaryDirectory() as place:
        plain = Path(place) / "records.jsonl"
        write(plain, size)
        print("| input | s a MB | more than plain |\n|---|--:|--:|")
        usual = 0.0
        for kind in ("", *KINDS, ".csv"):
            given = plain.with_suffix(".csv") if kind == ".csv" else plain.with_name(plain.name + kind)
            if kind == ".csv":
                as_csv(plain, given)
            elif kind:
                given.write_bytes(KINDS[kind](plain.read_bytes()))
            out = Path(place) / f"out{'.csv' if kind == '.csv' else '.jsonl'}"
            each = cost(*batch(given, out, "lossless", 2)).main / size
            usual = usual or each
            print(f"| {kind.lstrip('.') or 'JSON lines'} | {each:.4f} | {each - usual:.4f} |", flush=True)


if __name__ == "__main__":
    main()
