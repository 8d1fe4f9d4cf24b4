"""A directory of pages of one site teaches what recurs on them; a folder of texts teaches nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.runner import runner
from vntextclean.cli import main

if TYPE_CHECKING:
    from click.testing import Result

HEAD = "Trang chủ\nGiới thiệu\nLiên hệ"
OWN = "Chiếc cày của ông nội vẫn được cả nhà giữ gìn cẩn thận suốt bao mùa lúa chín vàng"  # a slogan, on every page
FOOT = "Lượt xem: 12\nBản quyền thuộc về xã Hạ"
BODIES = [
    "Sáng nay bà con thôn Hạ dọn sạch con kênh dẫn nước vào đồng, ai cũng vui vì vụ này đủ nước.",
    "Chiều qua đội bóng của xã thắng đội bạn, trận đấu diễn ra trên sân đình trước rất đông người xem.",
    "Trường tiểu học vừa sửa xong mái, các em nhỏ trở lại lớp sau hai tuần học nhờ ở nhà văn hóa.",
    "Giá thóc tuần này tăng nhẹ, nhiều nhà quyết định chờ thêm ít ngày nữa rồi mới bán cho lái buôn.",
]


def run(*arguments: str, stdin: str = "") -> Result:
    return runner().invoke(main, arguments, input=stdin)


def page(number: int) -> str:
    return f"{HEAD}\n{OWN}\nChuyện số {'một hai ba bốn'.split()[number]} ở làng\n{BODIES[number]}\n{OWN}\n{FOOT}\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "site"
    folder.mkdir()
    for number in range(len(BODIES)):
        (folder / f"{number}.txt").write_text(page(number), encoding="utf-8")
    return folder


def test_what_recurs_on_the_pages_of_a_directory_goes_and_what_they_say_stays(site: Path) -> None:
    done = run("clean", "site")
    assert done.exit_code == 0 and "site/: what recurs on 4 pages" in done.stderr
    assert OWN not in done.stdout
    assert all(body in done.stdout for body in BODIES)
    assert "site/" not in (alone := run("clean", "--no-learn", "site")).stderr and alone.stdout.count(OWN) >= 4
    assert run("clean", "site/0.txt").stdout.count(OWN) >= 1


def test_a_diff_is_what_clean_does_and_processes_change_nothing(site: Path) -> None:
    cleaned = run("clean", "site").stdout
    assert run("clean", "-j", "2", "site").stdout == cleaned
    changes = [json.loads(line) for line in run("diff", "--format", "json", "site").stdout.splitlines()]
    assert any(OWN in change["before"] for record in changes for change in record["changes"])
    assert run("check", "site").stdout.splitlines() == [f"site/{number}.txt" for number in range(4)]


def test_records_that_name_their_site_teach_it(site: Path) -> None:
    rows = [{"url": f"https://xa.vn/{number}", "text": page(number)} for number in range(4)]
    text = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n"
    Path("crawl.jsonl").write_text(text, encoding="utf-8")
    done = run("clean", "--documents", "jsonl:text", "crawl.jsonl")
    assert "xa.vn: what recurs on 4 pages" in done.stderr and OWN not in done.stdout
    nameless = text.replace('"url"', '"about"')
    Path("crawl.jsonl").write_text(nameless, encoding="utf-8")
    assert OWN in run("clean", "--documents", "jsonl:text", "crawl.jsonl").stdout
    assert OWN in run("clean", "--documents", "jsonl:text", stdin=text).stdout  # a pipe cannot be read twice


def test_a_folder_of_texts_is_no_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    head = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nĐiều 1. Phạm vi điều chỉnh\n"
    Path("law").mkdir()
    for number, body in enumerate(BODIES):
        Path("law", f"{number}.txt").write_text(f"{head}{body}\n", encoding="utf-8")
    done = run("clean", "law")
    assert done.stderr == "" and done.stdout == "".join(f"{head}{body}\n" for body in BODIES)


def test_what_cannot_be_read_is_reported_once(site: Path) -> None:
    (site / "binary.txt").write_bytes(b"\x00\x01\x02" * 50)
    done = run("clean", "site")
    assert done.exit_code == 2 and done.stderr.count("binary.txt") == 1 and OWN not in done.stdout


def test_an_output_that_is_refused_is_refused_before_the_directory_is_read(site: Path) -> None:
    done = run("clean", "site", "-o", "site/out")
    assert done.exit_code == 2 and "lies in site" in done.stderr
    assert "what recurs" not in done.stderr
    assert not (site / "out").exists()
