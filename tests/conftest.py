"""What several test modules ask for: the command as a user runs it, a small model, random texts without deadlines."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    import numpy as np
    from model.build import Trained

    from vntextclean.lm.model import Model

# A deadline measures the machine and not the law: on a busy one it fails at random.
settings.register_profile("project", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("project")

# What a shell runs with ``&`` ignores SIGINT, and so do its children. Tests that end a command by this signal failed
# where .ci/run was started so.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

ROOT = Path(__file__).parent.parent

Command = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def environment() -> dict[str, str]:
    """The environment of a plain user: no colours, no settings of ours, the source first on the path."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("VNTEXTCLEAN_")}
    paths = [str(ROOT / "src"), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**kept, "NO_COLOR": "1", "PYTHONPATH": os.pathsep.join(paths), "PYTHONUTF8": "1", "COLUMNS": "100"}


@pytest.fixture
def vntextclean(environment: dict[str, str], tmp_path: Path) -> Command:
    """Run the command in an empty folder: ``vntextclean("clean", "-", stdin=...)``."""

    def run(*arguments: str, stdin: bytes | str = b"", cwd: Path = tmp_path) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "vntextclean", *arguments],
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            cwd=cwd,
            env=environment,
            timeout=120,
            check=False,
        )

    return run


#: What the small model is counted from.
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
    from model.build import train
    from model.ngrams.corpus import Source

    folder = tmp_path_factory.mktemp("corpus")
    lines = SENTENCES.splitlines()
    (folder / "one.txt").write_text("\n".join(lines * 6), encoding="utf-8")
    (folder / "two.txt").write_text("\n".join(reversed(lines * 4)), encoding="utf-8")
    return train(folder, (Source("one"), Source("two")), {2: 10_000, 3: 10_000}, title_floor=3)


@pytest.fixture(scope="session")
def model_file(trained: Trained, tmp_path_factory: pytest.TempPathFactory) -> Path:
    from model.ngrams import pack

    path = tmp_path_factory.mktemp("model") / "small.vnlm"
    pack.write(path, trained.about, trained.arrays)
    return path


@pytest.fixture(scope="session")
def small(model_file: Path) -> Model:
    from vntextclean.lm.model import Model

    return Model.open(model_file)


@pytest.fixture(scope="session")
def all_contexts(trained: Trained) -> np.ndarray:
    """Every history of two words that was counted, oldest first."""
    import numpy as np
    from model.ngrams import count

    keys = trained.tables[2].keys
    mask = count.MASK
    return np.unique(np.stack([keys & mask, (keys >> np.uint64(count.BITS)) & mask], 1).astype(np.int64), axis=0)


def pytest_collection_finish() -> None:
    """Exclude what pytest holds of its tests from garbage collection: it took a quarter of the time of all tests."""
    gc.collect()
    gc.freeze()
