"""A small model, built in a moment from sentences of our own."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from model import count
from model.build import Trained, train
from model.corpus import Source

from vntextclean.lm.model import Model

SENTENCES = """\
Hôm nay trời mưa, tôi ở nhà đọc sách.
Mẹ tôi đi chợ mua rau và mua cá.
Anh Nam đi học, chị Hoa đi làm.
Chị Hoa và anh Nam cùng đi xem phim.
Năm nay lúa tốt, năm ngoái lúa xấu.
Trường học ở gần nhà tôi, cách năm trăm mét.
Tôi đi học bằng xe đạp, mẹ đi làm bằng xe buýt.
Trời nắng thì đi chơi, trời mưa thì ở nhà.
Cá này tươi, rau này cũng tươi!
Ai đã đọc sách này rồi? Tôi đọc rồi.
Thành phố có 3.500 người và 12 trường học.
Nhà tôi có mẹ, có anh Nam và có tôi.
"""


@pytest.fixture(scope="session")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Trained:
    folder = tmp_path_factory.mktemp("corpus")
    lines = SENTENCES.splitlines()
    (folder / "one.txt").write_text("\n".join(lines * 6), encoding="utf-8")
    (folder / "two.txt").write_text("\n".join(reversed(lines * 4)), encoding="utf-8")
    return train(folder, (Source("one"), Source("two")), {2: 10_000, 3: 10_000}, title_floor=3)


@pytest.fixture(scope="session")
def model_file(trained: Trained, tmp_path_factory: pytest.TempPathFactory) -> Path:
    from model import pack

    path = tmp_path_factory.mktemp("model") / "small.vnlm"
    pack.write(path, trained.about, trained.arrays)
    return path


@pytest.fixture(scope="session")
def small(model_file: Path) -> Model:
    return Model.open(model_file)


@pytest.fixture(scope="session")
def all_contexts(trained: Trained) -> np.ndarray:
    """Every history of two words that was counted, oldest first."""
    keys = trained.tables[2].keys
    mask = count.MASK
    return np.unique(np.stack([keys & mask, (keys >> np.uint64(count.BITS)) & mask], 1).astype(np.int64), axis=0)
