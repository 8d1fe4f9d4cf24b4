"""Spark over Parquet by two executors, one of which is killed in the middle: the records that ``batch`` writes."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from examples.spark_parquet import clean, learn
from pyspark.sql import SparkSession
from tests_extras.engines.conftest import by_id, cleaned_by_batch

from vntextclean.integrations.workers import CleanBatches

if TYPE_CHECKING:
    import pyarrow as pa

pytestmark = pytest.mark.filterwarnings("ignore")  # of Spark


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        SparkSession.builder.master("local-cluster[2,1,1024]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "100")
        .getOrCreate()
    )
    yield session
    session.stop()


def test_two_executors_give_what_batch_gives(
    spark: SparkSession, pages: Path, wanted: list[dict[str, Any]], tmp_path: Path
) -> None:
    clean(spark, str(pages), str(tmp_path / "out"), CleanBatches())
    assert by_id(tmp_path / "out") == wanted


def test_a_killed_executor_changes_nothing(
    spark: SparkSession, pages: Path, wanted: list[dict[str, Any]], tmp_path: Path
) -> None:
    killed, out, half = tmp_path / "killed", tmp_path / "out", len(wanted) // 2

    class Killed(CleanBatches):
        @staticmethod
        def executor() -> int:
            """The process of Java that this worker belongs to: the worker is forked by a daemon, which Java started.

            Beside the test it would be sent by its name, in a module that no executor has.
            """
            daemon = Path(f"/proc/{os.getppid()}/stat").read_text(encoding="utf-8")
            parent = int(daemon.rpartition(")")[2].split()[1])
            assert "java" in Path(f"/proc/{parent}/comm").read_text(encoding="utf-8")
            return parent

        def __call__(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
            for batch in super().__call__(batches):
                if half in batch["id"].to_pylist() and not killed.exists():
                    killed.touch()
                    os.kill(self.executor(), signal.SIGKILL)
                yield batch

    clean(spark, str(pages), str(out), Killed())
    assert killed.exists()
    assert by_id(out) == wanted


def test_what_recurs_is_learned_as_by_the_command(
    spark: SparkSession, sites: Path, learned: Path, tmp_path: Path
) -> None:
    table = learn(spark, str(sites), "text", "host")
    assert table.to_bytes() == learned.read_bytes()
    table.save(tmp_path / "sites.vnbp")
    clean(spark, str(sites), str(tmp_path / "out"), CleanBatches(boilerplate=str(tmp_path / "sites.vnbp")))
    assert by_id(tmp_path / "out") == cleaned_by_batch(sites, tmp_path / "batch", "--boilerplate", str(learned))
