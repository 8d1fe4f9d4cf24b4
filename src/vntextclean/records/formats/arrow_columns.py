"""Columns of text in Arrow tables: read as strings, and put back in the type they had. Nulls stay nulls.

A column may be one of string, large_string or string_view, or a dictionary of them, as categories are stored, and a
field of a struct ("meta.text").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa

from vntextclean.errors import InputError
from vntextclean.signals import Signals

_TWINS = {"string": pa.binary(), "large_string": pa.large_binary()}
if hasattr(pa, "string_view"):
    _TWINS["string_view"] = pa.binary_view()

#: The type of a column of signals.
SIGNALS = pa.struct([
    ("words", pa.int64()), ("valid", pa.float64()), ("marked", pa.float64()), ("perplexity", pa.float64()),
    ("furniture", pa.float64()), ("repairs", pa.map_(pa.string(), pa.float64())),
    ("damage", pa.map_(pa.string(), pa.float64())), ("misreading", pa.string()), ("vietnamese", pa.bool_()),
])  # fmt: skip


def column_of(table: pa.Table | pa.RecordBatch, name: str) -> Any:
    """A column by its name, or by the names of structs and a field joined with dots.

    Raises :class:`InputError` where there is none, or where it holds no text.
    """
    column, _ = _found(table.schema, name)
    array = table.column(column)
    for part in _path(table.schema, name)[1:]:
        array = _inner(array, part)
    if str(_of_text(array.type)) not in _TWINS:
        raise InputError(f"the column {name!r} holds {array.type}, and not a text a row")
    return array


def _of_text(kind: pa.DataType) -> pa.DataType:
    """The type of the values themselves, where rows are numbers that point to them."""
    return kind.value_type if pa.types.is_dictionary(kind) else kind


def _found(schema: pa.Schema, name: str) -> tuple[int, str]:
    path = _path(schema, name)
    return schema.get_field_index(path[0]), path[0]


def _path(schema: pa.Schema, name: str) -> list[str]:
    """The names of a column and of the fields in it."""
    if name in schema.names:
        _refuse_several(schema.names, name)
        return [name]
    outer = next((column for column in schema.names if name.startswith(column + ".")), None)
    path = [outer, *name[len(outer) + 1 :].split(".")] if outer else []
    names, kind = schema.names, None
    for part in path:
        if part not in names:
            path = []
            break
        _refuse_several(names, part)
        kind = schema.field(part).type if kind is None else kind.field(part).type
        names = _names(kind)
    if not path:
        raise InputError(f"there is no column {name!r}; there are {', '.join(schema.names)}")
    return path


def _names(kind: pa.DataType) -> list[str]:
    """The names of the fields of a struct; other types have none."""
    if not pa.types.is_struct(kind):
        return []
    return [kind.field(number).name for number in range(kind.num_fields)]


def _refuse_several(names: Sequence[str], name: str) -> None:
    """Arrow finds none of several columns of one name, and numbers that by -1: the last column."""
    if names.count(name) > 1:
        raise InputError(f"{names.count(name)} columns are called {name!r}; rename those that are not meant")


def _inner(array: Any, part: str) -> Any:
    if isinstance(array, pa.ChunkedArray):
        return pa.chunked_array([_inner(chunk, part) for chunk in array.chunks], array.type.field(part).type)
    return array.flatten()[array.type.get_field_index(part)]  # flatten carries the nulls of the struct inward


def empty(schema: pa.Schema) -> pa.RecordBatch:
    """A batch of a schema without rows."""
    return pa.RecordBatch.from_arrays([pa.array([], field.type) for field in schema], schema=schema)


def bytes_of(array: Any) -> list[bytes | None]:
    """The UTF-8 of each value; what is no UTF-8 comes as it is."""
    kind = _of_text(array.type)
    plain = array.cast(kind) if kind != array.type else array
    values: list[bytes | None] = plain.cast(_TWINS[str(kind)]).to_pylist()
    return values


def of_bytes(values: Sequence[bytes | None], kind: pa.DataType) -> pa.Array:
    """An array of text of the given type."""
    if pa.types.is_dictionary(kind):
        encoded = of_bytes(values, kind.value_type).dictionary_encode()
        # no more different values than before: equal texts are cleaned alike, so the numbers fit their type
        return pa.DictionaryArray.from_arrays(
            encoded.indices.cast(kind.index_type), encoded.dictionary, ordered=kind.ordered
        )
    if str(kind) == "string_view":
        return pa.array([None if value is None else value.decode("utf-8", "surrogateescape") for value in values], kind)
    return pa.array(values, _TWINS[str(kind)]).view(kind)


def replaced(batch: pa.RecordBatch, name: str, values: Sequence[bytes | None]) -> pa.RecordBatch:
    """A batch with other texts in a column."""
    path = _path(batch.schema, name)
    index = batch.schema.get_field_index(path[0])
    array = _with(batch.column(index), path[1:], values)
    arrays = [array if at == index else column for at, column in enumerate(batch.columns)]
    return pa.RecordBatch.from_arrays(arrays, schema=batch.schema)


def _with(array: Any, path: list[str], values: Sequence[bytes | None]) -> pa.Array:
    if not path:
        return of_bytes(values, array.type)
    at = array.type.get_field_index(path[0])
    children = array.flatten()
    children[at] = _with(children[at], path[1:], values)
    fields = [array.type.field(number) for number in range(array.type.num_fields)]
    return pa.StructArray.from_arrays(children, fields=fields, mask=array.is_null())


def signals_column(signals: Sequence[Signals | Mapping[str, Any] | None]) -> pa.Array:
    """Signals as a column of structs."""
    rows = [each.to_dict() if isinstance(each, Signals) else each for each in signals]
    return pa.array(
        [
            row and {**row, "repairs": list(row["repairs"].items()), "damage": list(row["damage"].items())}
            for row in rows
        ],
        SIGNALS,
    )
