"""What a word processor makes of tracked changes: all accepted it is the repaired text, all refused the text before."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

Ask = Callable[..., list[dict[str, Any]]]
LOOKED_AT = "paragraphs", "cells", "notes", "header", "boxes"


def by_python_docx(path: Path, ask: Ask) -> None:
    """Styles, lists, a table, words in several runs, a header; as reports are written."""
    del ask
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "Ủy ban  nhân dân xã Đông Hạ"
    made.add_heading("Báo cáo thựchiện quy chế dân chủ", level=1)
    line = made.add_paragraph("Trong quý một, xã đã tổ chức ")
    line.add_run("mô").bold = True
    line.add_run("t buổi").italic = True
    line.add_run(" tọa đàm về công tác dân vn. Bà con  rất phấn khởi .")
    for item in ("Tuyên truyền, vận động nhan dân hiến đất", "Môt số hộ đã nhận tiền"):
        made.add_paragraph(item, style="List Bullet")
    table = made.add_table(rows=2, cols=2)
    for cell, text in zip(
        [c for row in table.rows for c in row.cells], ("Nội dung", "Số", "Môt buổi", "3"), strict=True
    ):
        cell.text = text
    made.save(str(path))


def by_libreoffice(path: Path, ask: Ask) -> None:
    ask("make", path)


@pytest.mark.parametrize("make", [by_python_docx, by_libreoffice])
def test_accepted_and_refused(make: Callable[[Path, Ask], None], ask: Ask, tmp_path: Path) -> None:
    source = tmp_path / "report.docx"
    make(source, ask)
    clean(source, "--output-dir", tmp_path / "tracked")
    clean(source, "--accepted", "--output-dir", tmp_path / "outright")
    tracked, outright = tmp_path / "tracked" / source.name, tmp_path / "outright" / source.name

    before, marked, made = ask("read", "keep", source, tracked, outright)
    assert not before["redlines"]
    assert marked["redlines"]
    assert set(marked["redlines"]) == {"vntextclean"}
    assert marked["comments"]
    assert {author for author, _ in marked["comments"]} == {"vntextclean"}
    assert all(reason for _, reason in marked["comments"])
    assert seen(before) != seen(made)
    assert not made["redlines"] + made["comments"]

    (accepted,) = ask("read", "accept", tracked)
    (refused,) = ask("read", "reject", tracked)
    assert not accepted["redlines"] + refused["redlines"]
    assert seen(accepted) == seen(made)
    assert seen(refused) == seen(before)
    words = [text for _, text, _ in made["paragraphs"]]
    assert any("công tác dân vận" in text for text in words)
    assert any("thực hiện" in text for text in words)
    assert "  " in before["header"]
    assert before["boxes"] or make is by_python_docx  # which makes none
    assert "  " not in "".join([made["header"], *made["notes"], *made["boxes"]])


def test_changes_of_somebody_else_stay(ask: Ask, tmp_path: Path) -> None:
    """A document that was cleaned once and is cleaned again has each change once."""
    source = tmp_path / "report.docx"
    by_python_docx(source, ask)
    clean(source, "--write")
    (once,) = ask("read", "keep", source)
    clean(source, "--write")
    assert ask("read", "keep", source) == [once]


def clean(*arguments: str | Path) -> None:
    subprocess.run([sys.executable, "-m", "vntextclean", "clean", "-q", *map(str, arguments)], check=True)


def seen(document: dict[str, Any]) -> dict[str, Any]:
    return {part: document[part] for part in LOOKED_AT}
