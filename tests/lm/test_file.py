"""The model file: mapped, checked, and refused with a clear error when it is foreign or damaged."""

from __future__ import annotations

import contextlib
import random
import time
import zlib
from pathlib import Path

import numpy as np
import pytest

from vntextclean import Pipeline
from vntextclean.errors import FilterError, ModelError
from vntextclean.lm.format import MAGIC, VERSION, open_file, update_file, write_file
from vntextclean.lm.model import Model
from vntextclean.restoration.restore import restore


def test_arrays_come_back_as_they_were(tmp_path: Path) -> None:
    arrays = {"a/x": np.arange(7, dtype=np.uint16), "b": np.ones((2, 3), np.float32), "c": np.zeros(0, np.uint8)}
    write_file(tmp_path / "m", {"order": 3}, arrays)
    held = open_file(tmp_path / "m")
    assert held.about == {"order": 3}
    assert all(np.array_equal(held.read_section(name), array) for name, array in arrays.items())
    assert list(held.group("a")) == ["x"]
    held.verify()


def test_a_part_can_be_replaced_without_touching_the_others(tmp_path: Path) -> None:
    write_file(tmp_path / "m", {}, {"a": np.arange(3), "b": np.arange(4)})
    update_file(tmp_path / "m", {"b": np.arange(9)})
    held = open_file(tmp_path / "m")
    assert (len(held.read_section("a")), len(held.read_section("b"))) == (3, 9)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "0 bytes"),
        (b"short", "5 bytes"),
        (b"PK\x03\x04" + b"\0" * 100, "signature"),
    ],
)
def test_foreign_files_are_refused(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "foreign.vnlm"
    path.write_bytes(content)
    with pytest.raises(ModelError, match=says):
        Model.open(path)


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="VNTEXTCLEAN_MODEL"):
        Model.open(tmp_path / "none.vnlm")


def test_another_format_version_is_named(tmp_path: Path, model_file: Path) -> None:
    data = bytearray(model_file.read_bytes())
    data[8] = 99
    path = tmp_path / "future.vnlm"
    path.write_bytes(data)
    with pytest.raises(ModelError, match="format 99"):
        Model.open(path)


@pytest.mark.parametrize("share", [0.01, 0.2, 0.5, 0.9, 0.999])
def test_a_file_cut_short_is_refused(tmp_path: Path, model_file: Path, share: float) -> None:
    data = model_file.read_bytes()
    path = tmp_path / "cut.vnlm"
    path.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(ModelError):
        Model.open(path)


def test_damage_inside_never_crashes(tmp_path: Path, model_file: Path) -> None:
    """Whatever bytes are changed: either the file is refused, or it answers with something."""
    data = model_file.read_bytes()
    dice = random.Random(5)
    for trial in range(120):
        broken = bytearray(data)
        for _ in range(dice.choice([1, 4, 400])):
            broken[dice.randrange(len(broken))] = dice.randrange(256)
        path = tmp_path / f"{trial}.vnlm"
        path.write_bytes(broken)
        try:
            model = Model.open(path)
            text = restore("Hom nay troi mua, toi o nha.", model)
            assert len(text) == len("Hom nay troi mua, toi o nha.")
            model.token_scores("Hôm nay trời mưa.")
        except ModelError:
            continue


def crafted(path: Path, header: bytes, body: bytes = bytes(64)) -> Path:
    """A model file whose header is what it claims to be."""
    path.write_bytes(
        MAGIC + b"".join(n.to_bytes(4, "little") for n in (VERSION, len(header), zlib.crc32(header), 0)) + header + body
    )
    return path


@pytest.mark.parametrize(
    "header",
    [
        b"",
        b"7",
        b"[" * 100_000,
        b'{"sections": [], "about": {}}',
        b'{"sections": 5, "about": {}}',
        b'{"sections": [["a", "<f4", [1e999], 0, 0]], "about": {}}',
        b'{"sections": [["a", "<f4", [-1], 0, 0]], "about": {}}',
        b'{"sections": [["a", "<f4", [4], 0, Infinity]], "about": {}}',
        b'{"sections": [["a", "O", [4], 0, 0]], "about": {}}',
        b'{"sections": [["a", "<f4", [4], "0", 0]], "about": {}}',
        b'{"sections": [[["a"], "<f4", [4], 0, 0]], "about": {}}',
        b'{"sections": [["a", "<f4", [1000000, 1000000, 1000000], 0, 0]], "about": {}}',
        b'{"sections": [], "about": {"order": Infinity, "size": 1}}',
        b'{"sections": [], "about": {"order": 3, "size": 1, "orders": [5]}}',
        b'{"sections": [], "about": [1]}',
    ],
)
def test_a_crafted_header_is_refused(tmp_path: Path, header: bytes) -> None:
    with pytest.raises(ModelError, match=r"crafted\.vnlm"):
        Model.open(crafted(tmp_path / "crafted.vnlm", header))


@pytest.mark.parametrize("part", ["spelling", "calibration/diacritics", "domain", "proof", "wide", "vocabulary/words"])
def test_a_part_that_cannot_be_read_is_refused_when_it_is_used(tmp_path: Path, part: str) -> None:
    """The shipped model with one of its parts spoilt: an error of the model or an answer, and no other exception."""
    shipped = Model.open().file
    for change in (lambda array: array[:0], lambda array: array.ravel()[: array.size // 2]):
        arrays = {name: change(a) if name.startswith(part) else a for name, a in shipped.sections.items()}
        write_file(tmp_path / "spoilt.vnlm", shipped.about, arrays)
        with contextlib.suppress(ModelError, FilterError):
            Pipeline.from_preset("web", model=str(tmp_path / "spoilt.vnlm")).run("Chúng tôi thựchiện công tác dân vn.")
        with contextlib.suppress(ModelError):
            restore("Hom nay troi mua, toi o nha.", Model.open(tmp_path / "spoilt.vnlm"))


@pytest.mark.parametrize("spoilt", [b"", b"\n", b"a\nb", b"\xc3\n\xe1\xba\nc\n"])
def test_one_word_is_spelled_as_in_the_list_of_all(tmp_path: Path, spoilt: bytes) -> None:
    shipped = Model.open().file
    arrays = {**shipped.sections, "vocabulary/words": np.frombuffer(spoilt, np.uint8)}
    write_file(tmp_path / "spoilt.vnlm", shipped.about, arrays)
    alone, whole = (Model(open_file(tmp_path / "spoilt.vnlm")) for _ in "ab")
    assert [alone.word(number) for number in (1, 2, 0, 5, len(whole.words) - 1)] == [
        whole.words[number] for number in (1, 2, 0, 5, -1)
    ]
    fresh = Model(shipped)
    assert [fresh.word(number) for number in (8, 700, len(fresh.log_prob) - 2)] == [
        Model.open().words[number] for number in (8, 700, -2)
    ]
    assert "words" not in fresh.__dict__


def test_damage_inside_an_array_is_found_on_request(tmp_path: Path, model_file: Path) -> None:
    data = bytearray(model_file.read_bytes())
    data[-3] ^= 0x55
    path = tmp_path / "flipped.vnlm"
    path.write_bytes(data)
    with pytest.raises(ModelError, match="checksum"):
        open_file(path).verify()


def test_a_header_with_numbers_out_of_range_is_refused(tmp_path: Path, model_file: Path) -> None:
    held = open_file(model_file)
    wrong = {**held.sections, "vocabulary/title_of": np.full_like(held.read_section("vocabulary/title_of"), 30_000)}
    write_file(tmp_path / "wrong.vnlm", held.about, wrong)
    with pytest.raises(ModelError, match="do not fit together"):
        Model.open(tmp_path / "wrong.vnlm")


def test_opening_takes_milliseconds_and_happens_once(model_file: Path) -> None:
    first = Model.open(model_file)
    times = []
    for _ in range(5):  # the least of some: the machine may do something else
        began = time.perf_counter()
        assert Model.open(model_file) is first
        times.append(time.perf_counter() - began)
    assert min(times) < 0.025
