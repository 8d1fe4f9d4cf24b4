"""Ray Data over Parquet by two workers, one of which is killed in the middle: the records that ``batch`` writes."""

from __future__ import annotations

import os
import secrets
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import ray
from examples.ray_parquet import clean, learn
from tests_extras.engines.conftest import by_id, cleaned_by_batch

from vntextclean.integrations.workers import CleanTable

if TYPE_CHECKING:
    import pyarrow as pa

pytestmark = pytest.mark.filterwarnings("ignore")  # of Ray


@pytest.fixture(scope="module", autouse=True)
def _cluster() -> Iterator[None]:
    os.environ.setdefault("RAY_AUTH_TOKEN", secrets.token_hex(32))  # or Ray writes one into the home directory
    ray.init(num_cpus=4, include_dashboard=False, log_to_driver=False, object_store_memory=200 << 20)
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    context.target_min_block_size, context.target_max_block_size = 1, 8 << 10  # so that each worker gets several
    yield
    ray.shutdown()


def test_two_workers_give_what_batch_gives(pages: Path, wanted: list[dict[str, Any]], tmp_path: Path) -> None:
    seen, out = tmp_path / "seen", tmp_path / "out"
    seen.mkdir()

    class Seen(CleanTable):
        def __call__(self, table: pa.Table) -> pa.Table:
            (seen / str(os.getpid())).touch()
            return super().__call__(table)

    clean(str(pages), str(out), cleaner=Seen)
    assert len([*seen.iterdir()]) == 2
    assert by_id(out) == wanted


def test_a_killed_worker_changes_nothing(pages: Path, wanted: list[dict[str, Any]], tmp_path: Path) -> None:
    killed, out, half = tmp_path / "killed", tmp_path / "out", len(wanted) // 2

    class Killed(CleanTable):
        def __call__(self, table: pa.Table) -> pa.Table:
            cleaned = super().__call__(table)
            if half in table["id"].to_pylist() and not killed.exists():
                killed.touch()
                os.kill(os.getpid(), signal.SIGKILL)
            return cleaned

    clean(str(pages), str(out), cleaner=Killed)
    assert killed.exists()
    assert by_id(out) == wanted


def test_what_recurs_is_learned_as_by_the_command(sites: Path, learned: Path, tmp_path: Path) -> None:
    table = learn(str(sites), "text", "host")
    assert table.to_bytes() == learned.read_bytes()
    table.save(tmp_path / "sites.vnbp")
    clean(str(sites), str(tmp_path / "out"), table=str(tmp_path / "sites.vnbp"))
    found = by_id(tmp_path / "out")
    assert found == cleaned_by_batch(sites, tmp_path / "batch", "--boilerplate", str(learned))
    assert not any("Trang chủ" in (record["text"] or "") for record in found)
