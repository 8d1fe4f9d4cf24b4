"""Spark and Ray: the lines that recur on the pages of each site, learned shard by shard and merged.

The first of two passes over a crawl. Each worker learns a table of its pages (the map), tables are merged, a few at a
time (the reduce), and the table of all is a file for the setting ``boilerplate`` of the second pass, which cleans.
Tables are merged without loss up to a million lines of one site, so neither the shards nor their order count.

Ray Data: ``dataset.map_batches(LearnTable, fn_constructor_args=("text", "host"), batch_format="pyarrow")``, then
``map_batches(MergeTables, ...)``. Spark: ``frame.mapInArrow(LearnBatches("text", "host"), COLUMN + " binary")``.
examples/ has whole programs. Needs pyarrow: ``pip install 'vntextclean[parquet]'``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vntextclean.errors import InputError
from vntextclean.filters.boilerplate.site_table import SiteTable
from vntextclean.integrations.cleaner import Cleaner
from vntextclean.integrations.missing import missing

try:
    import pyarrow as pa

    from vntextclean.records.formats.arrow_columns import column_of
except ModuleNotFoundError as error:
    raise missing("Arrow", "parquet", error) from error

#: The column that holds a table, as bytes.
COLUMN = "sites"


class LearnTable:
    """Learns the pages of one Arrow table after another: a class for Ray Data's actors.

    ``column`` holds the text of a page, ``group`` names its site (a host); without it all pages are of one site. Pages
    without text are passed over. Raises :class:`InputError` where there is no such column.

    >>> pages = pa.table({"text": ["Trang chủ\\nMưa lớn", "Trang chủ\\nNắng đẹp"], "host": ["xa.vn", "xa.vn"]})
    >>> merged(LearnTable("text", "host")(pages)[COLUMN].to_pylist()).groups
    {'xa.vn': 2}
    """

    def __init__(self, column: str = "text", group: str | None = None) -> None:
        self.column = column
        self.group = group
        self.cleaner = Cleaner("lossless")  # what the boilerplate filter meets has been through its filters

    def __call__(self, pages: pa.Table) -> pa.Table:
        """A table of one row: what recurs on these pages."""
        learned = SiteTable()
        self._add(pages, learned)
        return pa.table(_row(learned))

    def _add(self, pages: pa.Table | pa.RecordBatch, learned: SiteTable) -> None:
        texts = column_of(pages, self.column).to_pylist()
        if self.group is None:
            groups = [""] * len(texts)
        elif self.group in pages.schema.names:
            groups = ["" if group is None else str(group) for group in pages[self.group].to_pylist()]
        else:
            raise InputError(f"there is no column {self.group!r}; there are {', '.join(pages.schema.names)}")
        for text, group in zip(self.cleaner.texts(texts), groups, strict=True):
            if text and not text.isspace():
                learned.add(text, group)


class LearnBatches(LearnTable):
    """Learns the pages of a stream of record batches: a function for ``mapInArrow`` of Spark."""

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """One row: what recurs on the pages of all these batches."""
        learned = SiteTable()
        for batch in batches:
            self._add(batch, learned)
        yield pa.record_batch(_row(learned))


class MergeTables:
    """Merges what was learned: a class for Ray Data's actors, of which each call gives one row."""

    def __call__(self, learned: pa.Table) -> pa.Table:
        """A table of one row."""
        return pa.table(_row(merged(learned[COLUMN].to_pylist())))


class MergeBatches:
    """Merges what was learned: a function for ``mapInArrow`` of Spark, of which each partition gives one row."""

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """One row of all these batches."""
        yield pa.record_batch(_row(merged(table for batch in batches for table in batch.column(0).to_pylist())))


def _row(table: SiteTable) -> dict[str, pa.Array]:
    """A table of what recurs, as a row of Arrow."""
    return {COLUMN: pa.array([table.to_bytes(whole=True)], pa.binary())}


def merged(tables: Iterable[bytes]) -> SiteTable:
    """One table of many; save it, and give its path as ``boilerplate``.

    Raises :class:`~vntextclean.errors.ModelError` for bytes that are no table.
    """
    whole = SiteTable()
    for table in tables:
        whole.merge(SiteTable.from_bytes(table))
    return whole
