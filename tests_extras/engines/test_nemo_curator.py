"""NeMo Curator: its stage in a process, and its pipeline on Ray."""

from __future__ import annotations

import os
import pickle
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import ray
from nemo_curator.backends.ray_data import RayDataExecutor
from nemo_curator.pipeline import Pipeline
from nemo_curator.stages.text.io.reader import ParquetReader
from nemo_curator.stages.text.io.writer import ParquetWriter
from nemo_curator.stages.text.modifiers import Modify
from nemo_curator.tasks import DocumentBatch
from tests_extras.engines.conftest import LINES, by_id

import vntextclean
from vntextclean.integrations.nemo_curator import CleanModifier

pytestmark = pytest.mark.filterwarnings("ignore")  # of NeMo Curator
TEXTS = [line for line in LINES if line] * 5


@pytest.fixture
def _cluster() -> Iterator[None]:
    os.environ.setdefault("RAY_AUTH_TOKEN", secrets.token_hex(32))  # or Ray writes one into the home directory
    ray.init(num_cpus=4, include_dashboard=False, log_to_driver=False, object_store_memory=200 << 20)
    yield
    ray.shutdown()


def test_a_stage_gives_what_clean_batch_gives() -> None:
    batch = DocumentBatch(dataset_name="pages", data=pd.DataFrame({"text": [*TEXTS, None]}))
    found = Modify(CleanModifier(), "text").process(batch).to_pandas()["text"]
    assert [*found][:-1] == vntextclean.clean_batch(TEXTS)
    assert found.isna().tolist() == [False] * len(TEXTS) + [True]


def test_a_modifier_is_sent_by_its_settings() -> None:
    again = pickle.loads(pickle.dumps(CleanModifier("lossless", tone_style="new")))
    assert again.modify_document("hòa  bình") == "hoà bình"
    assert len(pickle.dumps(again)) < 2000


@pytest.mark.usefixtures("_cluster")
def test_a_pipeline_on_ray_gives_what_batch_gives(pages: Path, wanted: list[dict[str, Any]], tmp_path: Path) -> None:
    stages = [ParquetReader(str(pages)), Modify(CleanModifier(), "text"), ParquetWriter(str(tmp_path / "out"))]
    Pipeline("clean", stages=stages).run(RayDataExecutor())
    assert by_id(tmp_path / "out") == wanted
