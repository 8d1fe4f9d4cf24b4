"""Plain text: whole files, lines, and documents between separators."""

from __future__ import annotations

import io
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.records.conftest import Batch, told
from vntextclean.records.formats.blocks import Blocks
from vntextclean.records.formats.chunk import Mark
from vntextclean.records.formats.compression import Plain as Stream
from vntextclean.records.formats.interface import Added
from vntextclean.records.formats.plain import Plain


@given(st.lists(st.sampled_from(["=\n", "a\n", "\n", "bb b\r\n", "c"]), max_size=20), st.integers(1, 12))
def test_documents_come_out_as_they_went_in(lines: list[str], size: int) -> None:
    data = "".join(lines).encode()
    form = Plain("^=")
    out, numbers = b"", []
    for piece in form.pieces(Blocks(Stream(io.BytesIO(data))), Mark(), size):
        records = form.records(piece.data, b"", 1) if piece.data else []
        numbers += records
        out += b"".join(form.write([(record, None) for record in records], piece.data, b"", Added()))
    assert out == data
    heads = sum(line.startswith("=") for line in data.decode().split("\n"))
    assert len(numbers) in (heads, heads + 1)


def test_files_lines_and_separators(batch: Batch, tmp_path: Path) -> None:
    text = "một  hai\n\n=== 2\r\nba  bốn\nnăm\n\n=== 3\n"
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_bytes(text.encode())
    (tmp_path / "in" / "b.txt").write_bytes(b"m\xff\n")
    done = batch("in", "-o", "out")
    assert done.returncode == 1
    assert b"in/b.txt:1: not UTF-8, at byte 1" in done.stderr
    assert (tmp_path / "out" / "a.txt").read_bytes().decode() == text.replace("t  h", "t h").replace("a  b", "a b")
    assert (tmp_path / "out" / "b.txt").read_bytes() == b"m\xff\n"
    done = batch("in/a.txt", "-o", "c.txt", "--separator", "^===", "--report", "r.json")
    assert (done.returncode, (tmp_path / "c.txt").read_bytes()) == (0, (tmp_path / "out" / "a.txt").read_bytes())
    assert b'"records": 3' in (tmp_path / "r.json").read_bytes()
    done = batch("in/*.txt", "-o", "d.txt", "--format", "lines")
    assert (tmp_path / "d.txt").read_bytes() == (tmp_path / "c.txt").read_bytes() + b"m\xff\n"
    assert told(tmp_path / "d.txt.rejects.jsonl")[0]["record_base64"]
    assert batch("in", "-o", "e", "--separator", "(").returncode == 2
