"""Learning what recurs on the pages of a site."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.runner import runner
from vntextclean.cli import main
from vntextclean.filters.boilerplate.site_table import SiteTable

if TYPE_CHECKING:
    from click.testing import Result

MENU = "Trang chủ\nTin mới nhất\nBộ máy tổ chức\nThư viện ảnh\nGóc sáng tác"
PAGE = "Sáng nay bà con trong xóm ra đồng từ sớm.\nAi cũng lo gặt cho kịp trước cơn mưa lớn chiều nay.\n"


def run(*arguments: str, stdin: str = "") -> Result:
    return runner().invoke(main, arguments, input=stdin)


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(6):
        text = f"{MENU}\nBài số {'abcdef'[number]} kể chuyện làng xóm\n"
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder


def test_lines_of_a_site_are_learned_and_used(pages: Path) -> None:
    done = run("learn", "pages", "-o", "site.vnbp")
    assert done.exit_code == 0, done.output
    assert "site.vnbp: " in done.stderr
    assert SiteTable.open("site.vnbp").groups == {"": 6}
    done = run("clean", "--filter", "boilerplate", "--boilerplate", "site.vnbp", stdin=f"{MENU}\n\n{PAGE}")
    assert done.stdout.strip() == PAGE.strip()


def test_a_page_is_not_replaced_by_a_table(pages: Path) -> None:
    page = pages / "0.txt"
    before = page.read_bytes()
    done = run("learn", "pages", "-o", "pages/0.txt")
    assert done.exit_code == 2
    assert "pages/0.txt: -o would overwrite it" in done.stderr
    assert page.read_bytes() == before


def test_a_table_is_replaced_by_a_newer_one(pages: Path) -> None:
    (pages.parent / "empty.vnbp").touch()
    for name in ("site.vnbp", "site.vnbp", "empty.vnbp"):
        assert run("learn", "pages", "-o", name).exit_code == 0


def test_tables_are_merged(pages: Path) -> None:
    for name in ("a", "b"):
        assert run("learn", "pages", "-o", f"{name}.vnbp").exit_code == 0
    assert run("learn", "a.vnbp", "b.vnbp", "-o", "all.vnbp").exit_code == 0
    assert SiteTable.open("all.vnbp").groups == {"": 12}


def test_records_name_their_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    lines = [json.dumps({"text": f"{MENU}\n{n}", "host": f"{n % 2}.vn"}, ensure_ascii=False) for n in range(6)]
    done = run("learn", "--documents", "jsonl:text", "--group", "host", "-o", "x.vnbp", stdin="\n".join(lines))
    assert done.exit_code == 0, done.output
    assert SiteTable.open("x.vnbp").groups == {"0.vn": 3, "1.vn": 3}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("learn", "-o", "x.vnbp", "--group", "host"), "needs --documents jsonl:FIELD"),
        (("learn", "-o", "x.vnbp", "none.vnbp"), "none.vnbp"),
        (("clean", "--boilerplate", "none.vnbp", "--filter", "boilerplate"), "none.vnbp"),
        (("learn", "-o", "x.vnbp", "--documents", "jsonl:t", "--group", "host"), "no field 'host'"),
    ],
)
def test_what_cannot_be_learned_is_refused(
    arguments: tuple[str, ...], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(*arguments, stdin='{"t": "Trang chủ"}\n')
    assert done.exit_code == 2
    assert message in done.stderr


@pytest.mark.usefixtures("pages")
def test_a_blank_record_is_no_page_of_a_site() -> None:
    pages = [json.dumps({"host": "a.vn", "text": f"{MENU}\nBài {n} kể chuyện làng xóm"}) for n in "abc"]
    lines = [*pages, "", json.dumps({"host": "a.vn", "text": None}), json.dumps({"host": "b.vn", "text": " \n"})]
    done = run("learn", "--documents", "jsonl:text", "--group", "host", "-o", "s.vnbp", stdin="\n".join(lines) + "\n")
    assert done.exit_code == 0, done.output
    assert SiteTable.open("s.vnbp").groups == {"a.vn": 3}


@pytest.mark.usefixtures("pages")
def test_a_table_is_not_replaced_where_no_page_was_read() -> None:
    assert run("learn", "pages", "-o", "s.vnbp", "-q").stderr == ""
    done = run("learn", "gone", "-o", "s.vnbp")
    assert done.exit_code == 2 and "gone: no such file" in done.stderr
    assert SiteTable.open("s.vnbp").groups == {"": 6}
