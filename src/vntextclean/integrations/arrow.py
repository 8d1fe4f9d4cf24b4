"""Arrow tables cleaned by columns: what Ray, Spark, datasets, Polars and DuckDB hand over and take back.

Needs pyarrow: ``pip install 'vntextclean[parquet]'``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

from vntextclean.cleaned import Cleaned
from vntextclean.errors import InputError
from vntextclean.integrations.missing import missing
from vntextclean.pipeline import Pipeline
from vntextclean.signals import signals as signals_of

try:
    import pyarrow as pa

    from vntextclean.records.formats.arrow_columns import bytes_of, column_of, empty, of_bytes, replaced, signals_column
except ModuleNotFoundError as error:
    raise missing("Arrow", "parquet", error) from error

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from vntextclean.settings import SettingsOptions

Table = TypeVar("Table", pa.Table, pa.RecordBatch)

#: The type of a column of counts: how often each rule took part in a change.
COUNTS = pa.map_(pa.string(), pa.int64())
#: The type of a column of changes, in code points of the source.
CHANGES = pa.list_(
    pa.struct([
        ("start", pa.int64()), ("end", pa.int64()), ("before", pa.string()), ("after", pa.string()),
        ("rules", pa.list_(pa.string())), ("reason", pa.string()), ("confidence", pa.float64()),
    ])
)  # fmt: skip


def clean_table(
    table: Table,
    column: str = "text",
    *,
    into: str | None = None,
    counts: str | None = None,
    changes: str | None = None,
    signals: str | None = None,
    pipeline: Pipeline | None = None,
    preset: str = "web",
    **settings: Unpack[SettingsOptions],
) -> Table:
    """A table (or a record batch) with a column cleaned, and what was done to it as further columns.

    ``column`` is of type string, large_string or string_view, or a dictionary of them, chunked or not, or a field of a
    struct ("meta.text"). Its type stays, nulls stay nulls, and so do the other columns, the metadata and the chunks.
    ``into`` names a new column for the cleaned text, so that ``column`` stays as it is. ``counts``, ``changes`` and
    ``signals`` name new columns: the number of changes by rule (a map), the changes (a list of structs), and the
    signals of quality (a struct, see :class:`vntextclean.signals.Signals`); each is null where the text is.

    ``pipeline`` goes before ``preset`` and ``settings``; a function that is called often should make it once. Threads
    may call this with one pipeline.

    Raises :class:`InputError` where there is no such column of text, where a new column is there already, or where a
    text is not UTF-8, and what :meth:`Pipeline.run_many` raises.

    >>> table = pa.table({"text": ["Hà  Nội", None]})
    >>> clean_table(table, "text", counts="counts").to_pylist()
    [{'text': 'Hà Nội', 'counts': [('spacing.run', 1)]}, {'text': None, 'counts': None}]
    """
    new = [name for name in (into, counts, changes, signals) if name]
    if taken := [name for number, name in enumerate(new) if name in table.schema.names or name in new[:number]]:
        raise InputError(f"there is a column {taken[0]!r} already; choose another name")
    pipeline = pipeline or Pipeline.from_preset(preset, **settings)
    if isinstance(table, pa.RecordBatch):
        return _clean(table, column, into, counts, changes, signals, pipeline)
    batches = table.to_batches() or [empty(table.schema)]
    cleaned = [_clean(batch, column, into, counts, changes, signals, pipeline) for batch in batches]
    return pa.Table.from_batches(cleaned, cleaned[0].schema)


def _clean(
    batch: pa.RecordBatch,
    column: str,
    into: str | None,
    counts: str | None,
    changes: str | None,
    signals: str | None,
    pipeline: Pipeline,
) -> pa.RecordBatch:
    array = column_of(batch, column)
    results = _results(bytes_of(array), pipeline, column)
    texts = [None if result is None else result.text.encode("utf-8", "replace") for result in results]
    added: list[tuple[str, pa.Array]] = []
    if into:
        added.append((into, of_bytes(texts, array.type)))
    elif any(result and result.changed for result in results):
        batch = replaced(batch, column, texts)
    if counts:
        added.append((counts, pa.array([result and list(result.counts().items()) for result in results], COUNTS)))
    if changes:
        added.append((changes, pa.array([result and _told(result) for result in results], CHANGES)))
    if signals:
        added.append((signals, signals_column([None if result is None else signals_of(result) for result in results])))
    schema = batch.schema
    for name, values in added:
        schema = schema.append(pa.field(name, values.type))
    return pa.RecordBatch.from_arrays([*batch.columns, *(values for _, values in added)], schema=schema)


def _results(values: Sequence[bytes | None], pipeline: Pipeline, column: str) -> list[Cleaned | None]:
    texts = []
    for row, value in enumerate(values):
        if value is None:
            continue
        try:
            texts.append(value.decode("utf-8"))
        except UnicodeDecodeError as error:
            raise InputError(
                f"row {row} of {column!r} is not UTF-8, at byte {error.start}; mend it or drop it"
            ) from None
    found = iter(pipeline.run_many(texts))
    return [None if value is None else next(found) for value in values]


def _told(cleaned: Cleaned) -> list[dict[str, object]]:
    return [
        {
            "start": change.start,
            "end": change.end,
            "before": cleaned.source[change.start : change.end],
            "after": change.after,
            "rules": list(change.rules),
            "reason": "; ".join(change.reasons),
            "confidence": change.confidence,
        }
        for change in cleaned.changes
    ]
