"""Tables of recurring lines: merged, saved, bounded, and refused when damaged."""

from __future__ import annotations

import json
import zlib
from pathlib import Path

import pytest

from vntextclean.errors import InputError, ModelError
from vntextclean.filters.boilerplate.filter import Boilerplate
from vntextclean.filters.boilerplate.site_table import MAGIC, SiteTable, learn
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

PAGES = [("xa", f"Trang chủ\nMục riêng của xã\nBài số {'một hai ba bốn năm sáu'.split()[day]}") for day in range(6)]


def test_tables_of_shards_merge_to_the_table_of_the_whole() -> None:
    whole, first, second = learn(PAGES), learn(PAGES[:2]), learn(PAGES[2:])
    first.merge(second)
    assert first.groups == whole.groups == {"xa": 6}
    lines = ["Trang chủ", "Mục riêng của xã", "Bài số hai"]
    assert first.look_up(lines, "xa") == whole.look_up(lines, "xa")


def test_blocks_are_told_from_lines_that_only_recur() -> None:
    table = learn([("xa", f"Kho giống\nTrạm bơm\nTin {name}\nTổ hòa giải") for name in "abc"])
    found = table.look_up(["Kho giống", "Trạm bơm", "Tin khác", "Trạm bơm", "Tổ hòa giải", "Tin cuối"], "xa")
    assert [standing and standing.sides for standing in found] == [2, 1, None, 0, 0, None]


def test_marks_and_numbers_make_no_other_line() -> None:
    table = learn([("xa", f"Lượt xem: {n}\n* Kho giống »\nTin {'abc'[n]}") for n in range(3)])
    found = table.look_up(["lượt xem 99", "KHO GIỐNG", "kho giống cây"], "xa")
    assert [bool(standing and standing.recurs) for standing in found] == [True, True, False]


def test_a_page_learned_from_does_not_count_for_itself(tmp_path: Path) -> None:
    pages = [f"Kho giống\nTrạm bơm\nTin {name}" for name in "ab"]
    learn([("xa", page) for page in pages]).save(tmp_path / "xa.vnbp")
    table = SiteTable.open(tmp_path / "xa.vnbp")
    assert [standing and standing.on for standing in table.look_up(pages[0].split("\n"))] == [1, 1, None]


def test_a_saved_table_is_the_same_table(tmp_path: Path) -> None:
    learn(PAGES).save(tmp_path / "xa.vnbp")
    table = SiteTable.open(tmp_path / "xa.vnbp")
    assert table.groups == {"xa": 6}
    assert [found.on if found else 0 for found in table.look_up(["Trang chủ", "Bài số hai"], "xa")] == [6, 0]


def test_no_text_can_be_read_in_the_file(tmp_path: Path) -> None:
    learn(PAGES).save(tmp_path / "xa.vnbp")
    assert "Mục riêng".encode() not in (tmp_path / "xa.vnbp").read_bytes()


def test_memory_is_bounded_and_what_recurs_stays() -> None:
    table = SiteTable(limit=200)
    for number in range(300):
        table.add(
            "Trang chủ\n" + "\n".join(f"dòng {chr(97 + number % 26)}{number:x}{step:x}z" for step in range(5)), "xa"
        )
    assert len(table) <= 200
    found = table.look_up(["Trang chủ"], "xa")[0]
    assert found is not None
    assert found.recurs


@pytest.mark.parametrize(("pages", "told"), [(5, True), (6, False)])
def test_of_a_small_site_a_line_seen_once_is_known(pages: int, told: bool) -> None:
    found = learn(PAGES[:pages]).look_up(["Bài số hai", "Tin lạ"])
    assert [standing is not None for standing in found] == [told, False]


def test_a_page_finds_its_group_by_its_lines() -> None:
    table = learn([*PAGES, *(("báo", f"Thời sự\nKinh doanh\nTin {day}x") for day in range(4))])
    assert [found.group if found else "" for found in table.look_up(["Thời sự", "Kinh doanh"])] == ["báo", "báo"]


ENTRY = {"group": "a", "pages": 1, "floor": 0, "lines": 1}
BODY = zlib.compress(bytes(12))


def packed(body: bytes = BODY, **changed: object) -> bytes:
    return MAGIC + json.dumps([{**ENTRY, **changed}]).encode() + b"\n" + body


def test_a_table_of_bytes_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.vnbp").write_bytes(packed())
    assert SiteTable.open(tmp_path / "a.vnbp").groups == {"a": 1}


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"PK\x03\x04",
        MAGIC,
        MAGIC + b"[]\nnot zlib",
        MAGIC + b'[{"group": "a"}]\n',
        MAGIC + b"[" * 100_000 + b"\n",
        MAGIC + b"7\n" + BODY,
        MAGIC + b"[[]]\n" + BODY,
        *(packed(**{name: value}) for name in ("pages", "floor", "lines") for value in ("1", None, 1.5, -1, [], 1e400)),
        *(packed(group=name) for name in (None, 1, [], "\ud800")),
        packed(lines=1 << 60),
        packed(zlib.compress(bytes(1 << 20))),
        packed(BODY[:-2]),
    ],
)
def test_a_damaged_table_is_refused_by_name(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "hỏng.vnbp"
    path.write_bytes(raw)
    with pytest.raises(ModelError, match=r"hỏng\.vnbp"):
        SiteTable.open(path)


def test_a_missing_table_and_a_missing_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"không\.vnbp"):
        SiteTable.open(tmp_path / "không.vnbp")
    with pytest.raises(InputError, match=r"x\.vnbp"):
        learn(PAGES).save(tmp_path / "không" / "x.vnbp")


def test_the_filter_takes_what_the_table_knows(tmp_path: Path) -> None:
    menu = "Ban Thú y\nTrạm Bơm số hai\nKho giống\nTổ Hòa giải"
    learn([("xa", f"{menu}\nTin riêng {'abcdef'[day]}") for day in range(6)]).save(tmp_path / "xa.vnbp")
    page = f"{menu}\nBà con ra đồng từ sớm để kịp lấy nước vào ruộng trước khi bơm nghỉ.\nVụ này lúa tốt hơn vụ trước."
    edits = list(Boilerplate(Settings(boilerplate=str(tmp_path / "xa.vnbp"))).edits(TextState(page)))
    assert "".join(page[edit.start : edit.end] for edit in edits) == menu + "\n"
    assert edits[0].reason == "on 6 of 6 pages of the site"
    assert not list(Boilerplate(Settings()).edits(TextState(page)))
