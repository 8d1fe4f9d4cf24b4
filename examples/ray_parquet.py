"""Clean a folder of Parquet files in Ray Data: ``python examples/ray_parquet.py pages/ cleaned/ --workers 2``.

Each worker is an actor that opens the model once. Where one dies, Ray starts another and gives it the lost batches; a
batch is cleaned as a whole or not at all, so that the records are the same. Each worker takes a core; leave Ray two
more to read and to write, or it waits for ever. With ``--group host --table sites.vnbp`` a first pass learns what
recurs on the pages of each host; the file must be where all workers can read it. Needs ``pip install
'vntextclean[ray]'``.
"""

from __future__ import annotations

import argparse

import ray

from vntextclean.filters.boilerplate.site_table import SiteTable
from vntextclean.integrations.learning import COLUMN, LearnTable, MergeTables, merged
from vntextclean.integrations.workers import CleanTable


def learn(source: str, column: str = "text", group: str | None = None, workers: int = 2) -> SiteTable:
    """What recurs on the pages of each site: learned batch by batch, merged 64 tables at a time, and then by us."""
    pool = ray.data.ActorPoolStrategy(size=workers)
    learned = (
        ray.data.read_parquet(source, columns=[column] if group is None else [column, group])
        .map_batches(LearnTable, fn_constructor_args=(column, group), batch_format="pyarrow", compute=pool)
        .map_batches(MergeTables, batch_format="pyarrow", batch_size=64, compute=ray.data.ActorPoolStrategy(size=1))
    )
    return merged(row[COLUMN] for row in learned.iter_rows())


def clean(
    source: str,
    target: str,
    column: str = "text",
    workers: int = 2,
    cleaner: type[CleanTable] = CleanTable,
    table: str | None = None,
) -> None:
    """Clean ``column`` of all files below ``source`` into ``target``; the order of the records is Ray's."""
    cleaned = ray.data.read_parquet(source).map_batches(
        cleaner,
        fn_constructor_args=(column,),
        fn_constructor_kwargs={"boilerplate": table},
        batch_format="pyarrow",
        batch_size=256,
        compute=ray.data.ActorPoolStrategy(size=workers),
    )
    cleaned.write_parquet(target)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source")
    parser.add_argument("target")
    parser.add_argument("--column", default="text")
    parser.add_argument("--group")
    parser.add_argument("--table")
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args()
    if given.group and not given.table:
        parser.error("--group needs --table FILE: where to write what is learned")
    if given.group:
        learn(given.source, given.column, given.group, given.workers).save(given.table)
    clean(given.source, given.target, given.column, given.workers, table=given.table)
