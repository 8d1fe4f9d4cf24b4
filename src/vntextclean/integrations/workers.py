"""Spark and Ray: functions over Arrow record batches and tables, which carry the cleaner to the workers.

Spark: ``frame.mapInArrow(CleanBatches("text"), frame.schema)``. Ray Data: ``dataset.map_batches(CleanTable,
fn_constructor_args=("text",), batch_format="pyarrow", concurrency=4)``. Needs the extra
``spark`` or ``ray``: ``pip install 'vntextclean[ray]'``; examples/ has a whole program for each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from vntextclean.integrations.arrow import clean_table
from vntextclean.integrations.cleaner import Cleaner

if TYPE_CHECKING:
    import pyarrow as pa
    from typing_extensions import Unpack

    from vntextclean.settings import SettingsOptions


class CleanTable:
    """Cleans a column of one table after another: a class for Ray Data's actors.

    >>> import pyarrow as pa
    >>> CleanTable("text")(pa.table({"text": ["Hà  Nội"]})).to_pylist()
    [{'text': 'Hà Nội'}]
    """

    def __init__(self, column: str = "text", preset: str = "web", **settings: Unpack[SettingsOptions]) -> None:
        self.column = column
        self.cleaner = Cleaner(preset, **settings)

    def __call__(self, table: pa.Table) -> pa.Table:
        """The table with its column cleaned; schema, other columns and nulls stay."""
        return clean_table(table, self.column, pipeline=self.cleaner.pipeline)


class CleanBatches(CleanTable):
    """Cleans a column of a stream of record batches: a function for ``mapInArrow`` of Spark.

    >>> import pyarrow as pa
    >>> batch = pa.record_batch({"text": ["Hà  Nội"]})
    >>> [found.to_pylist() for found in CleanBatches("text")([batch])]
    [[{'text': 'Hà Nội'}]]
    """

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Each batch with its column cleaned, one after another."""
        for batch in batches:
            yield clean_table(batch, self.column, pipeline=self.cleaner.pipeline)
