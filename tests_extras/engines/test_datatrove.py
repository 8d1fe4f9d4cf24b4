"""datatrove: documents through its executor in two processes, with statistics by rule and reasons for what goes."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from datatrove.data import Document
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.readers import JsonlReader
from datatrove.pipeline.writers import JsonlWriter
from tests_extras.engines.conftest import LINES

import vntextclean
from vntextclean import Pipeline
from vntextclean.integrations.datatrove import CleanFormatter, SignalsFilter

pytestmark = pytest.mark.filterwarnings("ignore")  # of datatrove
TEXTS = [line for line in LINES if line] * 20
ENGLISH = "The council has met again, and nothing was decided."


def test_the_executor_gives_what_clean_batch_gives(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for task in range(2):
        lines = [json.dumps({"text": text, "id": f"{task}-{n}"}) for n, text in enumerate([*TEXTS, ENGLISH])]
        (tmp_path / "in" / f"{task}.jsonl").write_text("\n".join(lines), encoding="utf-8")
    LocalPipelineExecutor(
        pipeline=[
            JsonlReader(str(tmp_path / "in")),
            CleanFormatter(),
            SignalsFilter(exclusion_writer=JsonlWriter(str(tmp_path / "dropped"), compression=None)),
            JsonlWriter(str(tmp_path / "out"), compression=None),
        ],
        tasks=2,
        workers=2,
        logging_dir=str(tmp_path / "logs"),
    ).run()
    for task in range(2):
        found = written(tmp_path / "out" / f"0000{task}.jsonl")
        assert [document["text"] for document in found] == vntextclean.clean_batch(TEXTS)
        dropped = written(tmp_path / "dropped" / f"0000{task}.jsonl")
        assert [(each["text"], each["metadata"]["filter_reason"]) for each in dropped] == [(ENGLISH, "not_vietnamese")]
    stats = {step["name"]: step["stats"] for step in json.loads((tmp_path / "logs" / "stats.json").read_text())}
    formatted = next(counts for name, counts in stats.items() if name.endswith(": vntextclean"))
    wanted: Counter[str] = Counter()
    for cleaned in Pipeline.from_preset("web").run_many(TEXTS):
        wanted.update(cleaned.counts())
    assert {rule: total(formatted[rule]) for rule in wanted} == {rule: 2 * count for rule, count in wanted.items()}
    filtered = next(counts for name, counts in stats.items() if name.endswith("signals"))
    assert total(filtered["dropped_not_vietnamese"]) == 2


@pytest.mark.parametrize(
    ("bounds", "reason"),
    [
        ({"least_words": 7}, "words"),
        ({"least_valid": 1.1}, "valid"),
        ({"least_marked": 1.1}, "marked"),
        ({"most_perplexity": 1.0}, "perplexity"),
    ],
)
def test_each_bound_drops_with_its_reason(bounds: dict[str, float], reason: str) -> None:
    page = Document("Trời mưa từ sáng đến chiều.", "1")
    assert SignalsFilter().filter(page) is True
    assert SignalsFilter(**bounds).filter(page) == (False, reason)
    assert SignalsFilter(vietnamese=False, most_perplexity=1.0).filter(Document("", "2")) is True


def written(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def total(stat: dict | int) -> int:
    return stat["total"] if isinstance(stat, dict) else stat
