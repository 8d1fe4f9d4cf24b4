"""Clean a folder of Parquet files in Ray Data: ``python examples/ray_parquet.py pages/ cleaned/ --workers 2``.

Each worker is an actor that opens the model once. Where one dies, Ray starts another and gives it the lost batches; a
batch is cleaned as a whole or not at all, so that the records are the same. Each worker takes a core; leave Ray two
more to read and to write, or it waits for ever. Needs ``pip install 'vntextclean[ray]'``.
"""

from __future__ import annotations

import argparse

import ray

from vntextclean.integrations.workers import CleanTable


def clean(
    source: str, target: str, column: str = "text", workers: int = 2, cleaner: type[CleanTable] = CleanTable
) -> None:
    """Clean ``column`` of all files below ``source`` into ``target``; the order of the records is Ray's."""
    cleaned = ray.data.read_parquet(source).map_batches(
        cleaner,
        fn_constructor_args=(column,),
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
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args()
    clean(given.source, given.target, given.column, given.workers)
