"""Clean a folder of Parquet files in Spark: ``spark-submit examples/spark_parquet.py pages/ cleaned/``.

``python examples/spark_parquet.py`` takes ``--master`` ("local[4]", "local-cluster[2,1,1024]"). A task whose executor
dies is run again, and its output is written as a whole or not at all. Needs Java, and ``pip install
'vntextclean[spark]'`` on every machine.
"""

from __future__ import annotations

import argparse

from pyspark.sql import SparkSession

from vntextclean.integrations.workers import CleanBatches


def clean(spark: SparkSession, source: str, target: str, cleaner: CleanBatches) -> None:
    """Clean all files below ``source`` into ``target``."""
    pages = spark.read.parquet(source)
    pages.mapInArrow(cleaner, pages.schema).write.parquet(target)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source")
    parser.add_argument("target")
    parser.add_argument("--column", default="text")
    parser.add_argument("--master")
    given = parser.parse_args()
    builder = SparkSession.builder.appName("vntextclean")
    clean(
        (builder.master(given.master) if given.master else builder).getOrCreate(),
        given.source,
        given.target,
        CleanBatches(given.column),
    )
