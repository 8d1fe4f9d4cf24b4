"""Arrow tables: types, nulls, chunks and metadata stay; counts, changes and signals are columns."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pyarrow as pa
import pytest

from vntextclean import InputError, Pipeline
from vntextclean.integrations.arrow import clean_table

TEXTS = ["Môt buổi tọa đàm về  dân chủ.", None, "", "Hà  Nội", "Bà con trong xã họp bàn."]
QUICK = Pipeline.from_preset("lossless")
KINDS = [pa.string(), pa.large_string(), *([pa.string_view()] if hasattr(pa, "string_view") else [])]
KINDS += [pa.dictionary(pa.int8(), pa.string()), pa.dictionary(pa.int32(), pa.large_string(), ordered=True)]


@pytest.mark.parametrize("kind", KINDS, ids=str)
@pytest.mark.parametrize("chunks", [1, 2, 5])
def test_types_nulls_and_chunks_stay(kind: pa.DataType, chunks: int) -> None:
    size = -(-len(TEXTS) // chunks)
    parts = [pa.array(TEXTS[at : at + size], kind) for at in range(0, len(TEXTS), size)]
    table = pa.table({"id": range(len(TEXTS)), "text": pa.chunked_array(parts)}).replace_schema_metadata({"a": "b"})
    found = clean_table(table, "text", pipeline=QUICK)
    assert found.schema.equals(table.schema, check_metadata=True)
    assert found.column("text").to_pylist() == [text and text.replace("  ", " ") for text in TEXTS]
    assert found.column("id").equals(table.column("id"))


def test_what_was_done_is_told_in_columns() -> None:
    table = pa.table({"text": TEXTS})
    found = clean_table(table, "text", into="clean", counts="n", changes="edits", signals="q")
    assert found.column("text").equals(table.column("text"))
    rows = found.to_pylist()
    assert rows[0]["clean"] == Pipeline.from_preset("web").run(TEXTS[0] or "").text
    assert dict(rows[0]["n"]) == {"diacritics.tone": 1, "spacing.run": 1}
    assert [(e["before"], e["after"]) for e in rows[0]["edits"]] == [("Môt", "Một"), (" ", "")]
    assert rows[0]["q"]["vietnamese"]
    assert (rows[4]["n"], rows[4]["edits"], rows[4]["q"]["words"]) == ([], [], 6)
    assert [rows[1][name] for name in ("clean", "n", "edits", "q")] == [None] * 4


def test_a_record_batch_a_slice_and_nothing() -> None:
    batch = pa.record_batch({"text": TEXTS})
    assert clean_table(batch, pipeline=QUICK).column("text").to_pylist()[3] == "Hà Nội"
    assert clean_table(batch.slice(3, 1), pipeline=QUICK).to_pylist() == [{"text": "Hà Nội"}]
    empty = pa.table({"text": pa.array([], pa.string())})
    assert clean_table(empty, counts="n").schema.names == ["text", "n"]
    assert (
        clean_table(pa.table({"text": [None, None]}, pa.schema({"text": pa.string()}))).to_pylist()
        == [{"text": None}] * 2
    )


def test_a_field_of_a_struct() -> None:
    rows = [{"text": "Hà  Nội", "n": 1}, None, {"text": None, "n": 2}, {"text": "một  hai", "n": None}]
    table = pa.table({"meta": rows, "id": range(4)})
    found = clean_table(table, "meta.text", pipeline=QUICK)
    assert found.schema == table.schema
    expected = [{"text": "Hà Nội", "n": 1}, None, {"text": None, "n": 2}, {"text": "một hai", "n": None}]
    assert found.column("meta").to_pylist() == expected


def test_threads_share_a_pipeline() -> None:
    tables = [pa.table({"text": [f"{number}. {text}" for text in TEXTS if text]}) for number in range(32)]
    pipeline = Pipeline.from_preset("web")
    with ThreadPoolExecutor(16) as pool:
        found = list(pool.map(lambda table: clean_table(table, pipeline=pipeline, signals="q"), tables))
    assert found == [clean_table(table, pipeline=pipeline, signals="q") for table in tables]


def test_errors_say_what_to_do() -> None:
    table = pa.table({"text": TEXTS, "n": range(5)})
    for arguments, said in (
        ({"column": "body"}, "there is no column 'body'; there are text, n"),
        ({"column": "n"}, "the column 'n' holds int64, and not a text a row"),
        ({"counts": "n"}, "there is a column 'n' already"),
        ({"counts": "x", "changes": "x"}, "there is a column 'x' already"),
    ):
        with pytest.raises(InputError, match=said):
            clean_table(table, pipeline=QUICK, **arguments)  # type: ignore[arg-type]
    texts = pa.array(TEXTS)
    for several in (
        pa.Table.from_arrays([texts, pa.array(range(5)), texts], names=["text", "n", "text"]),
        pa.table({"text": pa.StructArray.from_arrays([texts, texts], names=["a", "a"])}),
    ):
        column = "text" if several.num_columns > 1 else "text.a"
        with pytest.raises(InputError, match=r"2 columns are called '\w+'; rename those that are not meant"):
            clean_table(several, column, pipeline=QUICK)
    broken = pa.table({"text": pa.array([b"a", b"m\xff"]).view(pa.string())})
    with pytest.raises(InputError, match="row 1 of 'text' is not UTF-8, at byte 1"):
        clean_table(broken, pipeline=QUICK)
