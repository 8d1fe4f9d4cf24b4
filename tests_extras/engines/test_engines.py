"""Each engine gives what ``clean_batch`` gives, in its own processes and threads."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import daft
import dask.bag
import datasets
import duckdb
import polars as pl
import pytest
import spacy
from sklearn.base import clone
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_pipeline

import vntextclean
from vntextclean.errors import ConfigError, InputError
from vntextclean.integrations import duckdb as of_duckdb
from vntextclean.integrations.cleaner import Cleaner
from vntextclean.integrations.huggingface import CleanColumn
from vntextclean.integrations.polars import cleaned
from vntextclean.integrations.sklearn import TextCleaner
from vntextclean.integrations.spacy import clean_before

TEXTS = [
    "Môt buổi tọa đàm về công tác dân vn ở xã.",
    "Bà con thựchiện  tốt việc làm đường liên thôn.",
    "Trời mưa từ sáng đến chiều.",
    "Tiáº¿ng Viá»‡t ráº¥t Ä‘áº¹p.",
] * 60
WANTED = vntextclean.clean_batch(TEXTS)


def test_polars_eager_lazy_and_streaming() -> None:
    frame = pl.DataFrame({"id": range(len(TEXTS) + 1), "text": [*TEXTS, None]})
    assert frame.with_columns(cleaned("text"))["text"].to_list() == [*WANTED, None]
    lazy = frame.lazy().with_columns(cleaned(pl.col("text")).alias("clean"))
    assert lazy.collect(engine="streaming")["clean"].to_list() == [*WANTED, None]
    assert frame.with_columns(cleaned("text"))["id"].to_list() == [*range(len(TEXTS) + 1)]


def test_duckdb_in_threads() -> None:
    connection = duckdb.connect()
    connection.execute("SET threads = 4")
    of_duckdb.register(connection, preset="lossless")
    of_duckdb.register(connection)  # takes the place of the first
    connection.execute("CREATE TABLE pages (id INTEGER, text VARCHAR)")
    connection.executemany("INSERT INTO pages VALUES (?, ?)", [*enumerate([*TEXTS, None])])
    rows = connection.sql("SELECT vntextclean(text) FROM pages ORDER BY id").fetchall()
    assert [row[0] for row in rows] == [*WANTED, None]


def test_dask_in_threads() -> None:
    bag = dask.bag.from_sequence(TEXTS, npartitions=8)
    assert bag.map_partitions(vntextclean.clean_batch).compute(scheduler="threads", num_workers=4) == WANTED


def test_daft_in_batches() -> None:
    cleaner = Cleaner()

    @daft.func.batch(return_dtype=daft.DataType.string())
    def clean(texts: daft.Series) -> list[str | None]:
        return cleaner.texts(texts.to_pylist())

    frame = daft.from_pydict({"id": [*range(len(TEXTS) + 1)], "text": [*TEXTS, None]})
    assert frame.with_column("text", clean(daft.col("text"))).to_pydict()["text"] == [*WANTED, None]


def test_datasets_in_processes_and_from_the_cache(tmp_path: Path) -> None:
    made = datasets.Dataset.from_dict({"text": TEXTS})
    made.save_to_disk(str(tmp_path / "pages"))
    pages = datasets.load_from_disk(str(tmp_path / "pages"))
    first = pages.map(CleanColumn("text"), batched=True, num_proc=2)
    assert first["text"][:] == WANTED
    assert pages.map(CleanColumn("text"), batched=True, num_proc=2)._fingerprint == first._fingerprint
    assert pages.map(CleanColumn("text", preset="lossless"), batched=True)._fingerprint != first._fingerprint


def test_hugging_face_datasets_one_record_at_a_time_or_without_the_column() -> None:
    """Without ``batched`` each text came back as a list of its letters."""
    pages = datasets.Dataset.from_dict({"text": [TEXTS[0], None]})
    assert pages.map(CleanColumn("text"))["text"][:] == [WANTED[0], None]
    with pytest.raises(InputError, match="there is no column 'txt'; did you mean 'text'"):
        pages.map(CleanColumn("txt"), batched=True)


def test_the_same_function_has_the_same_hash_in_any_process() -> None:
    code = (
        "from datasets.fingerprint import Hasher; from vntextclean.integrations.huggingface import CleanColumn;"
        "print(Hasher.hash(CleanColumn('text', keep=frozenset('một hai ba bốn năm'.split()))))"
    )
    seen = set()
    for seed in ("1", "2", "3"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        seen.add(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=environment).stdout)
    assert len(seen) == 1


def test_scikit_learn_in_a_pipeline() -> None:
    cleaner = clone(TextCleaner("lossless", {"tone_style": "new"}))
    assert cleaner.get_params() == {"preset": "lossless", "settings": {"tone_style": "new"}}
    assert cleaner.fit_transform(["hòa  bình"]) == ["hoà bình"]
    words = make_pipeline(TextCleaner(), TfidfVectorizer(token_pattern=r"\w+")).fit(TEXTS[:4])
    assert "thực" in words[-1].vocabulary_ and "thựchiện" not in words[-1].vocabulary_
    with pytest.raises(ConfigError):
        TextCleaner("no such preset").fit(TEXTS)


def test_spacy_reads_what_was_cleaned() -> None:
    nlp = clean_before(spacy.blank("xx"))
    docs = [*nlp.pipe(TEXTS[:8])]
    assert [doc.text for doc in docs] == WANTED[:8]
    assert docs[0].user_data["vntextclean"].source == TEXTS[0]


def test_a_cleaner_goes_to_threads_and_processes() -> None:
    cleaner = pickle.loads(pickle.dumps(Cleaner()))
    with ThreadPoolExecutor(8) as pool:
        found = [*pool.map(lambda _: cleaner.texts(TEXTS), range(16))]
    assert all(texts == WANTED for texts in found)
