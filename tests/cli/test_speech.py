"""The language of messages: before the verb, behind it, in the environment; never by locale."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run(environment: dict[str, str], tmp_path: Path) -> Run:
    def start(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "vntextclean", *arguments],
            cwd=tmp_path,
            env={**environment, **more},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
            input="",
        )

    return start


@pytest.mark.parametrize(
    "arguments", ["--lang vi clean none.txt", "clean --lang vi none.txt", "--lang=vi clean none.txt"]
)
def test_errors_of_the_input(run: Run, arguments: str) -> None:
    done = run(*arguments.split())
    assert done.returncode == 2
    assert done.stderr == (
        "vntextclean: none.txt: không có tệp hay thư mục này;"
        " hãy xem lại đường dẫn, hoặc ghi - để đọc từ đầu vào chuẩn\n"
    )


def test_the_environment_but_not_the_locale(run: Run) -> None:
    assert "không có tệp" in run("check", "none.txt", VNTEXTCLEAN_LANG="vi").stderr
    assert "no such file" in run("check", "none.txt", LANG="vi_VN.UTF-8", LC_ALL="vi_VN.UTF-8").stderr
    assert "no such file" in run("check", "--lang", "en", "none.txt", VNTEXTCLEAN_LANG="vi").stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chek"], "Lỗi: không có lệnh nào tên là 'chek'; có phải là 'check'?"),
        (["clean", "--preset", "wbe"], "'wbe' không phải một trong 'lossless', 'web', 'forum', 'ocr'."),
        (["clean", "--nope"], "Lỗi: Không có tùy chọn"),
        (["clean", "--min-confidence", "98"], "'98' không nằm giữa 0 và 1; có phải là 98%?"),
        (["rules", "spacin"], "không có bộ lọc nào tên là 'spacin'; có phải là 'spacing'?"),
        (["clean", "--write"], "không ghi ngược vào đầu vào chuẩn được"),
        (["learn"], "Lỗi: Thiếu tùy chọn"),
    ],
)
def test_errors_of_the_command_line(run: Run, arguments: list[str], said: str) -> None:
    done = run(*arguments, VNTEXTCLEAN_LANG="vi")
    assert done.returncode == 2
    assert said in done.stderr
    assert "Error" not in done.stderr


def test_a_language_of_the_configuration_counts_for_messages(run: Run, tmp_path: Path) -> None:
    (tmp_path / "vntextclean.toml").write_text('lang = "vi"\n')
    assert "không có tệp" in run("check", "none.txt").stderr
    (tmp_path / "a.txt").write_text("một  hai\n", encoding="utf-8")
    done = run("clean", "--filter", "spacing", "--write", "a.txt")
    assert done.stderr == "vntextclean: 1 tệp, 1 đã đổi, 1 chỗ sửa (spacing 1)\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("encodings --lang vi none.txt", "không có tệp"),
        ("batch --lang vi none.jsonl -o out.jsonl", "không có tệp"),
        ("learn --lang vi none -o out.vnbp", "không có tệp"),
        ("model info --lang vi --model none.vnlm", "không mở được mô hình"),
        ("model --lang vi score none.txt", "không có tệp"),
        ("rules --lang vi spacin", "không có bộ lọc nào"),
        ("diff --lang vi -o a.patch none.txt", "-o ghi một trang: hãy đặt tên đuôi .html"),
    ],
)
def test_every_verb_takes_the_language(run: Run, arguments: str, said: str) -> None:
    assert said in run(*arguments.split()).stderr


def test_help_is_a_verb_too(run: Run) -> None:
    assert run("help").stdout == run("--help").stdout
    assert run("help", "check").stdout == run("check", "--help").stdout


def test_help_in_vietnamese(run: Run) -> None:
    said = run("clean", "--lang", "vi", "--help").stdout
    assert "\n  In văn bản đã làm sạch, hoặc ghi lại vào tệp với --write.\n" in said
    assert "Sửa gì:" in said
    assert "Chỉ đọc tệp cấu hình này." in said
    assert '$ echo "Phim rất hay.Nhưng  hơi dài ." | vntextclean clean' in said
    said = run("--help", VNTEXTCLEAN_LANG="vi").stdout
    assert "Lệnh:" in said
    assert "Liệt kê các tệp sẽ thay đổi." in said
    said = run("check", "--help", VNTEXTCLEAN_LANG="vi").stdout
    assert "\n  Liệt kê các tệp sẽ thay đổi.\n" in said
    assert said.startswith("Cách dùng: vntextclean check")
    assert "\n  Ví dụ:\n" in said
    assert "Mã thoát là 1" in " ".join(said.split())
    said = run("--lang", "vi", "rules", "--help").stdout
    assert "\nTùy chọn:\n" in said
    assert "--select và --ignore nhận các mã này" in said


def test_rules_in_vietnamese(run: Run) -> None:
    said = run("rules", "--lang", "vi", "run-ons.words").stdout
    assert said == run("--lang", "vi", "rules", "run-ons.words").stdout
    assert said.startswith("run-ons.words: Các từ viết dính được tách ra\n")
    assert "\n         sửa  " in said
    assert "\n  bộ cài đặt  web, forum, ocr\n" in said
    assert "Bỏ dấu cách ở cuối dòng" in run("rules", VNTEXTCLEAN_LANG="vi").stdout
    assert "  repairs  " in run("rules", "run-ons.words").stdout
