"""The text the model is trained on: misprints mended, held-out lines untouched, quarters that make up the whole."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest
from model.corpus import HELD_OUT
from model.folds import FOLDS, quarters
from model.mend import lines

from vntextclean.lm.model import Model

MISPRINTED = "Ủy ban nhân dân huyện đã quyêt định hỗ trợ các hộ nghèo trong xã, đợt {}.\n"


def numbered(held_out: bool) -> str:
    """A line with a misprint that is held out, or that is not, before mending and after."""
    for number in range(100_000):
        line = MISPRINTED.format(number)
        marks = [zlib.crc32(text.rstrip("\n").encode()) % HELD_OUT == 0 for text in (line, line.replace("ê", "ế"))]
        if marks[0] is held_out and not marks[1]:
            return line
    raise AssertionError("no such line")


@pytest.fixture(scope="module")
def model() -> Model:
    return Model.open()


def test_misprints_are_mended_and_held_out_lines_are_not(model: Model, tmp_path: Path) -> None:
    sound = "Cuộc họp kết thúc lúc 11 giờ, không ai phản đối.\n"
    (tmp_path / "text.txt").write_text(numbered(False) + sound + numbered(True), "utf-8", newline="\n")
    assert list(lines(model, tmp_path / "text.txt")) == [
        numbered(False).replace("quyêt", "quyết"),
        sound,
        numbered(True),
    ]


def test_odd_line_ends_stay(model: Model, tmp_path: Path) -> None:
    text = "Một dòng\x0bcó dấu lạ\u2028ở giữa.\r\n\nDòng cuối không hết dòng"
    (tmp_path / "text.txt").write_text(text, "utf-8", newline="\n")
    assert "".join(lines(model, tmp_path / "text.txt")) == text


@pytest.mark.parametrize("text", [b"", b"one line", b"a\nb\n", b"".join(b"line %d\n" % n for n in range(1000))])
def test_quarters_make_up_the_text(text: bytes) -> None:
    parts = quarters(text)
    assert len(parts) == FOLDS and b"".join(parts) == text
    assert all(part.endswith(b"\n") for part in parts[:-1] if part)
