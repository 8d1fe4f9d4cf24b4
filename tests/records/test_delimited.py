"""CSV and TSV: columns are cleaned, quoted cells may hold line ends, and all else stays the same to the byte."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.records.conftest import Batch, told
from vntextclean.records.formats.blocks import Blocks
from vntextclean.records.formats.chunk import Mark
from vntextclean.records.formats.compression import Plain
from vntextclean.records.formats.delimited import Delimited
from vntextclean.records.formats.interface import Added, Outcome

CELLS = st.text(st.sampled_from('aộ ,"\n\t;'), max_size=6)
ROWS = st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=8)


def blocks(data: bytes) -> Blocks:
    return Blocks(Plain(io.BytesIO(data)))


@given(ROWS, st.integers(1, 30))
def test_it_reads_what_csv_writes_and_writes_what_it_read(rows: list[list[str]], size: int) -> None:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows([["x", "text", "y"], *rows])
    data = stream.getvalue().encode()
    form = Delimited(("text",), ",", "csv")
    made, out = [], b""
    for piece in form.pieces(blocks(data), Mark(), size):
        if not piece.data:
            out += form.prologue(piece.context, Added())
            continue
        records = form.records(piece.data, piece.context, 1)
        made += [record for record in records if record.raw != b"\n"]
        out += b"".join(form.write([(record, None) for record in records], piece.data, piece.context, Added()))
    assert out == data
    assert [record.texts for record in made] == [(row[1],) for row in rows]
    assert not any(record.fault for record in made)
    changed = [(record, Outcome(("b,\n",), {})) for record in made]
    again = b"".join(form.write(changed, b"", b"x,text,y\n", Added())).decode()
    assert list(csv.reader(io.StringIO(again, newline=""))) == [[row[0], "b,\n", row[2]] for row in rows]


@given(ROWS, st.integers(1, 20), st.data())
def test_reading_can_begin_at_every_mark(rows: list[list[str]], size: int, data: st.DataObject) -> None:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows([["x", "text", "y"], *rows])
    form = Delimited(("text",), ",", "csv")
    whole = list(form.pieces(blocks(stream.getvalue().encode()), Mark(), size))
    at = data.draw(st.integers(0, len(whole) - 1))
    resumed = list(form.pieces(blocks(stream.getvalue().encode()), whole[at].after, size))
    assert [piece for piece in resumed if piece.data] == [piece for piece in whole[at + 1 :] if piece.data]


def test_columns(batch: Batch, tmp_path: Path) -> None:
    data = (
        "\ufeffid,text,note\r\n"
        '1,một  hai,"a ""b"""\r\n'
        '2,"ba  bốn,\r\nnăm",\r\n'
        "3,sáu\r\n"
        '4,"bảy  tám" chín,x\r\n'
        "\r\n"
        "5,mười,y"
    )
    (tmp_path / "a.csv").write_bytes(data.encode())
    done = batch("a.csv", "-o", "b.csv", "--field", "text")
    assert done.returncode == 1
    assert b"a.csv:5: the row has 2 cells, and the header 3" in done.stderr
    there = (tmp_path / "b.csv").read_bytes().decode()
    changed = data.replace("một  hai", "một hai").replace("ba  bốn", "ba bốn")
    assert there == changed.replace('"bảy  tám" chín', '"bảy tám chín"')


def test_added_columns(batch: Batch, tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("text\tn\nmột  hai\t1\nba\n", encoding="utf-8")
    done = batch("a.tsv", "-o", "b.tsv", "--signals", "q", "--fingerprint", "f", "--field", "text")
    assert done.returncode == 1
    there = (tmp_path / "b.tsv").read_text(encoding="utf-8")
    header, first, second = csv.reader(io.StringIO(there, newline=""), delimiter="\t")
    assert header[:4] == ["text", "n", "q.words", "q.valid"]
    assert (first[0], first[2], header[-1], len(first)) == ("một hai", "2", "f", len(header))
    assert second == ["ba", *[""] * (len(header) - 2)]


def test_a_quotation_that_is_never_closed_spoils_its_line_only(batch: Batch, tmp_path: Path) -> None:
    lines = ["text,n\n", "một  hai,1\n", '"ba  bốn,2\n', *(f"sáu  bảy,{n}\n" for n in range(50))]
    (tmp_path / "a.csv").write_text("".join(lines), encoding="utf-8")
    done = batch("a.csv", "-o", "b.csv")
    assert done.returncode == 1
    (reject,) = told(tmp_path / "b.csv.rejects.jsonl")
    assert (reject["line"], reject["record"]) == (3, '"ba  bốn,2\n')
    there = (tmp_path / "b.csv").read_text(encoding="utf-8")
    assert there == "".join(line if line.startswith('"') else line.replace("  ", " ") for line in lines)


def test_two_stray_quotation_marks_join_no_rows(batch: Batch, tmp_path: Path) -> None:
    """The rows between them were one text, of which filters took lines away."""
    lines = [
        "text,n\n",
        '"ba  bốn,1\n',
        *(f"sáu  bảy,{n}\n" for n in range(50)),
        '"tám  chín" mười,2\n',
        '"một  ""hai""",3\n',
    ]
    (tmp_path / "a.csv").write_text("".join(lines), encoding="utf-8")
    done = batch("a.csv", "-o", "b.csv")
    assert done.returncode == 1
    (reject,) = told(tmp_path / "b.csv.rejects.jsonl")
    assert (reject["line"], reject["record"]) == (2, '"ba  bốn,1\n')
    kept = [line if "bốn" in line else line.replace("  ", " ") for line in lines]
    kept[-2] = '"tám chín mười",2\n'
    assert (tmp_path / "b.csv").read_text(encoding="utf-8") == "".join(kept)


def test_a_row_may_end_in_a_quoted_cell_before_the_line_end_of_windows(batch: Batch, tmp_path: Path) -> None:
    rows = '"n","text","m"\r\n"1","một  hai\r\nba","bốn"\r\n"2","năm  sáu","bảy\r\ntám"\r\n'
    (tmp_path / "a.csv").write_bytes(rows.encode())
    done = batch("a.csv", "-o", "b.csv")
    assert done.returncode == 0
    assert (tmp_path / "b.csv").read_bytes() == rows.replace("  ", " ").encode()


def test_a_row_with_a_stray_quotation_mark_is_read_in_one_way() -> None:
    """Two ways to read each cell before it would be 2 ** 400 ways to read the row."""
    form, names = Delimited(("text",), ",", "csv"), ["text", *map(str, range(400))]
    row = ",".join(['"một"'] * 400 + ['"hai\n'])
    data = (row + '"ba" bốn,năm\n').encode()
    records = form.records(data, (",".join(names) + "\n").encode(), 2)
    assert [bool(record.fault) for record in records] == [True, True]


@pytest.mark.parametrize("second", ["text,m\nba,2\n", "n,text\n2,ba\n"])
def test_a_missing_column_fails_its_file_and_others_go_on(batch: Batch, tmp_path: Path, second: str) -> None:
    (tmp_path / "a.csv").write_text("body,n\nmột  hai,1\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text(second.replace("ba", "ba  bốn"), encoding="utf-8")
    done = batch("a.csv", "b.csv", "-o", "out/")
    assert done.returncode == 2
    assert b"a.csv:1: there is no column 'text'; there are body, n" in done.stderr
    assert (tmp_path / "out" / "b.csv").read_text(encoding="utf-8") == second.replace("ba", "ba bốn")
    assert not (tmp_path / "out" / "a.csv").exists()


def test_a_row_of_one_cell_that_is_emptied_stays_a_row() -> None:
    form, context = Delimited(("text",), ",", "csv"), b"text\n"
    (record,) = form.records(b"&#8203;\n", context, 2)
    assert form.write([(record, Outcome(("",), {}))], b"", context, Added()) == [b'""\n']


def test_another_delimiter_is_told_and_taken(batch: Batch, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('n;"text"\n1;một  hai\n', encoding="utf-8")
    done = batch("a.csv", "-o", "-", "-q")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().endswith("; with --delimiter ';' there would be\n")
    assert batch("a.csv", "-o", "-", "--delimiter", ";", "-q").stdout.decode() == 'n;"text"\n1;một hai\n'
    (tmp_path / "b.csv").write_text("n\ttext\n1\tmột  hai\n", encoding="utf-8")
    for tab in ("\t", "\\t", "tab"):
        assert batch("b.csv", "-o", "-", "--delimiter", tab, "-q").stdout.decode() == "n\ttext\n1\tmột hai\n"
    done = batch("a.csv", "-o", "-", "--delimiter", ";;")
    assert (done.returncode, b"';;' is no single sign" in done.stderr) == (2, True)


def test_the_line_of_excel_above_the_header_stays(batch: Batch, tmp_path: Path) -> None:
    data = "\ufeffsep=;\r\nn;text\r\n1;một  hai\r\n2;ba;bốn\r\n"
    (tmp_path / "a.csv").write_bytes(data.encode())
    done = batch("a.csv", "-o", "-", "-q")
    assert done.returncode == 2
    assert b"a.csv:1: its first line says that its cells are parted by ';'; say --delimiter ';'" in done.stderr
    done = batch("a.csv", "-o", "-", "--delimiter", ";", "-q")
    assert (done.returncode, done.stdout.decode()) == (1, data.replace("một  hai", "một hai"))
    assert b"-:4:" in done.stderr.replace(b"a.csv:4:", b"-:4:")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("n,text,text\n1,một  hai,ba\n", "2 columns are called 'text'; rename those that are not meant"),
        ("\n\nn,text\n1,một  hai\n", "the first line is empty, and should have the names of the columns"),
        ('n,"text\n1,một  hai\n', "the header cannot be read: the quotation mark that opens cell 2 is never closed"),
        (
            f"1,{'một  hai ' * 50}\n",
            f"there are 1, {('một  hai ' * 50)[:40]}…; if the first line has no names, put a line of names above it",
        ),
    ],
)
def test_a_header_that_does_not_do_is_told(batch: Batch, tmp_path: Path, data: str, said: str) -> None:
    (tmp_path / "a.csv").write_text(data, encoding="utf-8")
    done = batch("a.csv", "-o", "b.csv")
    assert done.returncode == 2
    assert said in done.stderr.decode()
    assert not (tmp_path / "b.csv").exists()
