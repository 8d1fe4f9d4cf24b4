"""Parquet: row groups are streamed, and schema, metadata and row groups are kept.

A Parquet file cannot be continued once its writer is gone. So cleaned batches are appended to a spool, a sequence of
Arrow IPC streams that can be cut at any batch, and the file is made of it at the end.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from vntextclean.errors import InputError
from vntextclean.records.formats.arrow_columns import SIGNALS, bytes_of, column_of, empty, replaced, signals_column
from vntextclean.records.formats.blocks import Blocks
from vntextclean.records.formats.chunk import Mark, Passing, Piece
from vntextclean.records.formats.interface import Added, Outcome, Record

_GROUP, _CODEC = b"vntextclean.row-group", b"vntextclean.codec"


class Parquet:
    """Rows of Parquet files; ``fields`` are columns, or fields of structs."""

    name, packs_each, has_columns = "parquet", False, True

    def __init__(self, fields: Sequence[str]) -> None:
        self.fields = tuple(fields)

    def pieces(self, blocks: Blocks, mark: Mark, size: int) -> Iterator[Piece]:  # noqa: ARG002
        """A file of this kind is read by its path alone."""
        raise InputError("Parquet cannot be read from a stream; name the file")

    def pieces_of(self, path: Path, mark: Mark, size: int) -> Iterator[Piece]:
        """Batches of rows. None spans two row groups; the offset of a mark is a row.

        A row group that cannot be read is a reject, and the next one is read: each stands by itself in the file.
        """
        try:
            file = pq.ParquetFile(path, memory_map=True)
        except pa.ArrowException as error:
            raise InputError(f"no Parquet file: {_line(error)}") from None
        schema = file.schema_arrow
        for name in self.fields:
            column_of(schema.empty_table(), name)
        codec = file.metadata.row_group(0).column(0).compression.lower() if file.metadata.num_row_groups else "snappy"
        context = schema.with_metadata({**(schema.metadata or {}), _CODEC: codec.encode()}).serialize().to_pybytes()
        yield Piece(b"", mark, context)
        begin = 0
        for group in range(file.metadata.num_row_groups):
            about = file.metadata.row_group(group)
            end = begin + about.num_rows
            if end > mark.offset:
                rows = max(1, size * about.num_rows // max(1, about.total_byte_size))
                try:
                    for batch in file.iter_batches(rows, [group], use_threads=False):
                        if begin >= mark.offset:
                            mark = Mark(begin + batch.num_rows, begin + batch.num_rows + 1)
                            yield Piece(_packed(batch, schema, f"{path}:{group}"), mark, context)
                        begin += batch.num_rows
                except (pa.ArrowException, OSError) as error:
                    fault = f"{end - begin} rows of row group {group} cannot be read: {_line(error)}"
                    mark = Mark(end, end + 1)
                    yield Piece(b"", mark, context, passing=Passing(True, True, fault))
            begin = end

    def rows(self, path: Path) -> int:
        """The number of rows of a file."""
        return pq.read_metadata(path).num_rows  # type: ignore[no-any-return]

    def prologue(self, context: bytes, added: Added) -> bytes:
        """An empty stream of the schema that is written."""
        schema = pa.ipc.read_schema(pa.py_buffer(context))
        return _stream(empty(_with_added(schema, added)))

    def records(self, data: bytes, context: bytes, first: int) -> list[Record]:  # noqa: ARG002
        """A row each; ``places`` are its place in the batch, and which fields have text."""
        batch = _batch(data)
        columns = [bytes_of(column_of(batch, name)) for name in self.fields]
        return [_record(batch, row, first + row, values) for row, values in enumerate(zip(*columns, strict=True))]

    def write(
        self, kept: Sequence[tuple[Record, Outcome | None]], data: bytes, context: bytes, added: Added
    ) -> list[bytes]:
        """The rows as an Arrow IPC stream."""
        del context
        batch = _batch(data)
        if len(kept) < batch.num_rows:
            batch = batch.take(pa.array([record.places[0] for record, _ in kept], pa.int64()))
        if any(outcome and outcome.texts != record.texts for record, outcome in kept):
            for place, name in enumerate(self.fields):
                batch = replaced(batch, name, _values(batch, name, place, kept))
        return [_stream(_extended(batch, [outcome.extra if outcome else None for _, outcome in kept], added))]


def _record(batch: pa.RecordBatch, row: int, number: int, values: tuple[bytes | None, ...]) -> Record:
    def shown() -> bytes:
        try:
            return json.dumps(batch.slice(row, 1).to_pylist()[0], ensure_ascii=False, default=str).encode()
        except UnicodeDecodeError:
            return b"\n".join(value or b"" for value in values)

    try:
        texts = tuple(value.decode("utf-8") for value in values if value is not None)
    except UnicodeDecodeError as error:
        return Record(number, b"", (), f"not UTF-8, at byte {error.start} of the text", (row, ()), shown)
    return Record(number, b"", texts, "", (row, [at for at, value in enumerate(values) if value is not None]), shown)


def _values(
    batch: pa.RecordBatch, name: str, place: int, kept: Sequence[tuple[Record, Outcome | None]]
) -> list[bytes | None]:
    """A column after cleaning."""
    values = bytes_of(column_of(batch, name))
    for row, (record, outcome) in enumerate(kept):
        if outcome and place in record.places[1]:
            values[row] = outcome.texts[record.places[1].index(place)].encode("utf-8", "replace")
    return values


def _extended(batch: pa.RecordBatch, extra: Sequence[dict[str, Any] | None], added: Added) -> pa.RecordBatch:
    schema, columns = batch.schema, list(batch.columns)
    if added.signals:
        columns.append(signals_column([each and each.get(added.signals) for each in extra]))
    if added.fingerprint:
        columns.append(pa.array([each and each.get(added.fingerprint) for each in extra], pa.string()))
    return pa.RecordBatch.from_arrays(columns, schema=_with_added(schema, added))


def _with_added(schema: pa.Schema, added: Added) -> pa.Schema:
    for name, kind in ((added.signals, SIGNALS), (added.fingerprint, pa.string())):
        if name in schema.names:
            raise InputError(f"there is a column {name!r} already; choose another name")
        if name:
            schema = schema.append(pa.field(name, kind))
    return schema


def _packed(batch: pa.RecordBatch, schema: pa.Schema, group: str) -> bytes:
    """A batch for a worker, with the name of its row group."""
    metadata = {**(schema.metadata or {}), _GROUP: group.encode()}
    return _stream(batch.replace_schema_metadata(metadata))


def _stream(batch: pa.RecordBatch) -> bytes:
    sink = io.BytesIO()
    with pa.ipc.new_stream(sink, batch.schema) as writer:
        writer.write_batch(batch)
    return sink.getvalue()


def _batch(data: bytes) -> pa.RecordBatch:
    return next(iter(pa.ipc.open_stream(pa.py_buffer(data))))


def finish(spool: Path, target: Path) -> None:
    """Make a Parquet file of a spool: its row groups are those of the inputs."""
    with spool.open("rb") as stream:
        schema = pa.ipc.open_stream(stream).schema
        metadata = dict(schema.metadata or {})
        codec = metadata.pop(_CODEC, b"snappy").decode()
        schema = schema.with_metadata(metadata or None)
        size = spool.stat().st_size
        stream.seek(0)
        with pq.ParquetWriter(target, schema, compression="none" if codec == "uncompressed" else codec) as writer:
            held: list[pa.RecordBatch] = []
            group = None
            while stream.tell() < size:
                reader = pa.ipc.open_stream(stream)
                of = (reader.schema.metadata or {}).get(_GROUP)
                if of != group:
                    _write(writer, held, schema)
                    group, held = of, []
                held += [batch for batch in reader if batch.num_rows]
            _write(writer, held, schema)


def _write(writer: pq.ParquetWriter, batches: list[pa.RecordBatch], schema: pa.Schema) -> None:
    if batches:
        table = pa.Table.from_batches([batch.replace_schema_metadata(schema.metadata) for batch in batches], schema)
        writer.write_table(table, row_group_size=max(1, table.num_rows))


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:200]
