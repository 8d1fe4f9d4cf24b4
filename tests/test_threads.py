"""One pipeline serves many threads: what comes out is what one thread gets."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import vntextclean
from vntextclean import Cleaned, Edit, Pipeline
from vntextclean.lm import kernel
from vntextclean.lm.model import Model

THREADS = 16
#: Run-ons, broken words, lost marks and letters, bare phrases, old encodings; short texts and long ones.
LINES = (
    "Huyện đang thựchiện dự án và tổchứchội nghị tổng kết năm họcKết quả rất tốt.",
    "Xã đã th ực hiện xong, T H Ô N G B Á O cho bà con.",
    "Môt buổi tọa đàm về công tác dân vn tại cơ sở, củng như Thủ tuớng Chính phủ đã ký.",
    "Ông cho biết chung toi se tiep tuc ho tro bà con vùng lũ.",
    "Các đơn vị thực hiện túc việc tiếp công dân.",
    "NgÆ°á»i dÃ¢n thÃ´n ÄÃ´ng Háº¡ tham gia san láº¥p máº·t báº±ng.",
    "Ông Merriweather mua ôtô ở Hà Nội, giá 115cuộc gọi ngày30tháng6năm2020.",
)


@pytest.fixture
def impatient() -> Iterator[None]:
    """Threads that change over at every turn, so that what they share is hit."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


def texts() -> list[str]:
    """Some two hundred documents, each unlike the others."""
    short = [f"{number}. {line}" for number in range(20) for line in LINES]
    long = ["\n".join(f"{number}. {line}" for line in LINES[number % 7 :] + LINES) * 4 for number in range(30)]
    return [*short, *long]


def by_threads(pipeline: Pipeline, documents: list[str]) -> list[Cleaned]:
    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(pipeline.run, documents))


@pytest.mark.parametrize("preset", ["web", "ocr", "forum"])
def test_a_pipeline_is_shared_by_threads(preset: str, impatient: None) -> None:
    documents = texts()
    alone = [Pipeline.from_preset(preset).run(text) for text in documents]
    assert by_threads(Pipeline.from_preset(preset), documents) == alone


def test_a_model_that_nobody_has_asked_is_shared_by_threads(impatient: None, tmp_path: Path) -> None:
    """All that is computed from a model is computed while sixteen threads ask for it."""
    documents = texts()[::3]
    path = tmp_path / "fresh.vnlm"
    path.write_bytes(Model.open().file.path.read_bytes())
    found = by_threads(Pipeline.from_preset("web", model=str(path)), documents)
    alone = [Pipeline.from_preset("web").run(text) for text in documents]
    if kernel.native is not None:
        assert found == alone
    # The library under numpy adds numbers in an order that depends on where their array lies: confidences may differ by
    # 1e-9 where two models were made, by threads or not.
    assert [[edit._replace(confidence=0.0) for edit in edits_of(each)] for each in found] == [
        [edit._replace(confidence=0.0) for edit in edits_of(each)] for each in alone
    ]
    for one, other in zip(found, alone, strict=True):
        assert one.text == other.text
        assert [edit.confidence for edit in edits_of(one)] == pytest.approx(
            [edit.confidence for edit in edits_of(other)], abs=1e-6
        )


def edits_of(cleaned: Cleaned) -> list[Edit]:
    return [edit for change in (*cleaned.changes, *cleaned.suggestions) for edit in change.edits]


def test_the_functions_of_the_package_are_shared_by_threads(impatient: None) -> None:
    bare = ["Cong hoa xa hoi chu nghia Viet Nam", "Doc lap, tu do, hanh phuc", "Toi di hoc bang xe dap"] * 20
    with ThreadPoolExecutor(THREADS) as pool:
        assert list(pool.map(vntextclean.restore, bare)) == [vntextclean.restore(text) for text in bare]
        documents = texts()[:60]
        assert list(pool.map(vntextclean.clean, documents)) == [vntextclean.clean(text) for text in documents]


def test_batches_are_shared_by_threads(impatient: None) -> None:
    """Sixteen threads, each with batches of another size, get what single calls give."""
    documents = texts()[::4]  # each of the lines, and long ones
    alone = [Pipeline.from_preset("web", ignore=("spacing",)).run(text) for text in documents]

    def in_batches_of(size: int) -> list[str]:
        parts = [documents[at : at + size] for at in range(0, len(documents), size)]
        return [text for part in parts for text in vntextclean.clean_batch(part, ignore=("spacing",))]

    with ThreadPoolExecutor(THREADS) as pool:
        for found in pool.map(in_batches_of, range(1, THREADS + 1)):
            assert found == [cleaned.text for cleaned in alone]


def test_one_pipeline_runs_batches_in_threads(impatient: None) -> None:
    documents = texts()[::5]
    alone = [Pipeline.from_preset("web").run(text) for text in documents]
    shared = Pipeline.from_preset("web")
    with ThreadPoolExecutor(THREADS) as pool:
        for found in pool.map(shared.run_many, [documents] * THREADS):
            assert found == alone
