"""Clean a folder of Parquet files in Spark: ``spark-submit examples/spark_parquet.py pages/ cleaned/``.

``python examples/spark_parquet.py`` takes ``--master`` ("local[4]", "local-cluster[2,1,1024]"). A task whose executor
dies is run again, and its output is written as a whole or not at all. With ``--group host --table sites.vnbp`` a first
pass learns what recurs on the pages of each host; the file must be where all executors can read it. Needs Java, and
``pip install 'vntextclean[spark]'`` on every machine.
"""

from __future__ import annotations

import argparse

from pyspark.sql import SparkSession

from vntextclean.filters.boilerplate.site_table import SiteTable
from vntextclean.integrations.learning import COLUMN, LearnBatches, MergeBatches, merged
from vntextclean.integrations.workers import CleanBatches


def learn(spark: SparkSession, source: str, column: str = "text", group: str | None = None) -> SiteTable:
    """What recurs on the pages of each site: a table of each partition, merged into eight, and then by us."""
    pages = spark.read.parquet(source).select(column, *([group] if group else []))
    schema = f"{COLUMN} binary"
    learned = pages.mapInArrow(LearnBatches(column, group), schema).repartition(8).mapInArrow(MergeBatches(), schema)
    return merged(bytes(row[0]) for row in learned.toLocalIterator())


def clean(spark: SparkSession, source: str, target: str, cleaner: CleanBatches) -> None:
    """Clean all files below ``source`` into ``target``."""
    pages = spark.read.parquet(source)
    pages.mapInArrow(cleaner, pages.schema).write.parquet(target)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source")
    parser.add_argument("target")
    parser.add_argument("--column", default="text")
    parser.add_argument("--group")
    parser.add_argument("--table")
    parser.add_argument("--master")
    given = parser.parse_args()
    if given.group and not given.table:
        parser.error("--group needs --table FILE: where to write what is learned")
    builder = SparkSession.builder.appName("vntextclean")
    session = (builder.master(given.master) if given.master else builder).getOrCreate()
    if given.group:
        learn(session, given.source, given.column, given.group).save(given.table)
    clean(session, given.source, given.target, CleanBatches(given.column, boilerplate=given.table))
