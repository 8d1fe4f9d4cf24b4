"""Real calls of every function of the kernel, recorded while texts are cleaned and restored."""

from __future__ import annotations

import os
import tempfile
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

import numpy as np

from vntextclean import lm
from vntextclean.lm import kernel

#: So many calls of each function are kept.
KEPT = 6
TEXT = (
    "Hôm nay trời mưa, tôi ở nhà đoc sách về lịch sử Viêt Nam. Các nhà khoa hoc đã nghiên cưu vấn đề nay từ năm 2018, "
    "củng như các chuyên gia của Bộ Y tế; họ cho biêt đã soát lại toàn bộ hồ sơ và sẻ công bố kêt quả vào tháng tơi. "
    "Cơ quan chức năng kiểm tra, cơ quan chức năng kiểm tra, cơ quan năng kiểm tra lại các hộ dân vn trong xã. "
)
BARE = "Hom nay troi mua, toi o nha doc sach ve lich su Viet Nam. Cac nha khoa hoc da nghien cuu van de nay."
PAGE = "Trang chủ\nGiới thiệu\nLiên hệ\nĐăng nhập\nTrời mưa to.\nLượt xem: 12\nBản quyền thuộc về xã Hạ\nLiên hệ"
TWICE = 2 * "Xuồng của chị Hai Lúa ghé bến nhà thờ lúc trời còn tối, chở đầy rau muống.\nMưa to.\n"
TYPED = "Các em hocj tieesng Vieejt , ở nhà,ở lớp."
MOVED = "Tr i m a to nên b n tôi nh  nhà.\nờ\nư\nọ\nở\nCh  tôi n u c m.\nị\nấ\nơ\n"
#: More words than a scan makes room for at first; of the first text, exactly the last word is too many.
SHORT_WORDS = " ".join("ạ" * 17), "ạ " * 80


class Call(NamedTuple):
    """One call: the function's name, its arguments, and what it gave."""

    name: str
    arguments: tuple[Any, ...]
    result: Any


def copied(value: Any) -> Any:
    """An argument that nobody else changes; tables of the model stay as they are."""
    if isinstance(value, np.ndarray):
        return value.copy() if value.size < 1 << 16 else value
    if isinstance(value, list):
        return [copied(each) for each in value]
    if isinstance(value, tuple):
        return tuple(copied(each) for each in value)  # one with names is made otherwise
    return bytearray(value) if isinstance(value, bytearray) else value


class Recorder:
    """The kernel, with its calls noted down."""

    def __init__(self, native: Any) -> None:
        self.native = native
        self.calls: dict[str, list[Call]] = defaultdict(list)

    def __getattr__(self, name: str) -> Any:
        function = getattr(self.native, name)
        return self._noted(name, function) if callable(function) else function

    def _noted(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any) -> Any:
            kept = copied(arguments) if len(self.calls[name]) < KEPT else None
            result = function(*arguments)
            if kept is not None:
                self.calls[name].append(Call(name, kept, result))
            return result

        return call


def record() -> dict[str, list[Call]]:
    """Some calls of every function, by name; AssertionError where a function was never called."""
    native = kernel.native
    recorder = Recorder(native)
    shipped = Path(lm.__file__).with_name("data") / "vi.vnlm"
    with tempfile.TemporaryDirectory() as folder:
        # By another name, so that it is opened anew: what the kernel keeps of a model is made once.
        again = Path(folder, shipped.name)
        again.symlink_to(shipped)
        kernel.native = recorder
        try:
            with mock.patch.dict(os.environ, {"VNTEXTCLEAN_MODEL": str(again)}):
                _ask()
        finally:
            kernel.native = native
    functions = {name for name in dir(native) if callable(getattr(native, name)) and not name.startswith("_")}
    assert functions == recorder.calls.keys(), f"never called: {sorted(functions - recorder.calls.keys())}"
    return dict(recorder.calls)


def _ask() -> None:
    from vntextclean.filters.boilerplate.deciding.classifier import Classifier
    from vntextclean.filters.diacritics.evidence import page_rates
    from vntextclean.filters.diacritics.kinds import channel
    from vntextclean.filters.moved_letters.bags import bags_of
    from vntextclean.filters.moved_letters.blocks import BlockSearch
    from vntextclean.lm.model import Model
    from vntextclean.lm.proofreader.net import Task
    from vntextclean.lm.proofreader.proofreader import Proofreader
    from vntextclean.lm.segmentation.segmenter import Segmenter
    from vntextclean.lm.text.scan import scan
    from vntextclean.pipeline import Pipeline
    from vntextclean.restoration.forward_backward import compiled_chains
    from vntextclean.restoration.prune import prune
    from vntextclean.restoration.restore import candidates, restore_spans
    from vntextclean.scanning import prefilter

    prefilter._held.cache_clear()
    channel._held.cache_clear()
    page_rates._held.cache_clear()
    model = Model.open()
    for text in SHORT_WORDS:
        scan(text, model)
    pipeline = Pipeline.from_preset("web")
    pipeline.run(TEXT)
    pipeline.run("Sơn\u00a0La")
    pipeline.run(f"Trời mưa. {BARE}")
    pipeline.run_many([f"{TEXT} "[:-1], BARE, TYPED])
    Classifier.shipped.cache_clear()
    pipeline.run(PAGE)
    pipeline.run(TWICE)
    bags = bags_of(MOVED, 1)
    list(BlockSearch(model).blocks(MOVED, bags))
    restore_spans(BARE, model)
    found = scan(BARE, model)
    place = np.full(len(found.stream), -1, np.int64)
    place[found.at] = np.arange(len(found))
    for keep in (5, 13):  # the bytes of so many candidates cubed are no multiple of 8
        compiled_chains(model, prune(model, *candidates(found, model, found.stream, place), keep, 1e9))
    found = scan(TEXT, model)
    ids = found.stream.tolist()
    Segmenter(model).score([ids[:5], ids[3:20]], [0, 2])
    model.logp(found.stream[None, :6])
    model.spelling.log_prob(["USMC", "nguời"])
    model.ngrams.find(2, np.arange(40, dtype=np.uint64))
    asked = np.array([2, 9], np.int64)
    proposed = np.stack((found.lower[asked], found.lower[asked + 1]), 1)
    Proofreader(found, model)(Task.REPAIR, found.lower, asked, proposed, np.log(np.full((2, 2), 0.5, np.float32)))
