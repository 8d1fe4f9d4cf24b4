"""Importing the package costs next to nothing, and a command loads what its text needs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from vntextclean.lm import kernel

SOURCE = Path(__file__).parent.parent / "src"
HEAVY = ("numpy", "click", "rich", "ftfy", "unidecode", "trafilatura", "markdown_it")

compiled = pytest.mark.skipif(kernel.native is None, reason="the numpy code, which is there in its place, loads more")


def fresh(code: str) -> str:
    """What a fresh interpreter prints for this code."""
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(SOURCE)!r})\n{code}"],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return done.stdout


def loaded(code: str, names: tuple[str, ...] = HEAVY) -> list[str]:
    """Which of the named modules a fresh interpreter has loaded after this code."""
    return fresh(f"{code}\nprint('\\n' + ' '.join(n for n in {names!r} if n in sys.modules))").splitlines()[-1].split()


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert loaded("import vntextclean; vntextclean.clean; vntextclean.restore; vntextclean.Pipeline") == []


def test_cleaning_clean_text_without_marks_loads_neither_click_nor_rich() -> None:
    assert loaded("import vntextclean; vntextclean.clean('Hà Nội, ngày 5 tháng 3.')", ("click", "rich")) == []


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["clean", "--help"], ["diff", "-h"]])
def test_help_starts_neither_numpy_nor_the_model(arguments: list[str]) -> None:
    code = (
        f"sys.argv = ['vntextclean', *{arguments!r}]\nfrom vntextclean.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass"
    )
    assert loaded(code, ("numpy", "ftfy", "vntextclean.lm.model")) == []


#: What judges doubts, with the nets it asks; clean text has none.
JUDGES = (
    "filters.diacritics.decide", "filters.diacritics.search", "filters.diacritics.reading_anew.scanned_page",
    "filters.lost_words.confidence", "filters.bare_phrases.search", "lm.calibration", "lm.proofreader.net",
    "restoration.rescore", "restoration.lattice", "filters.run_ons.weigh", "filters.split_words.search",
    "lm.segmentation.segmenter",
)  # fmt: skip
#: What looks closer where a text has a sign of damage, and what reads other inputs; a clean line has no use for it.
CLOSER = (
    "filters.spacing.search", "filters.spacing.beside_repairs", "filters.keystrokes.search",
    "filters.keystrokes.english", "filters.lookalikes.doubles", "filters.lookalikes.styled",
    "filters.invisibles.repairs", "filters.legacy_fonts.tokens", "filters.run_ons.detect", "filters.run_ons.loans",
    "filters.diacritics.proposing.spelling_tables", "filters.tone_marks.search", "lm.segmentation.pieces",
    "lm.spelling", "misreadings.reporting.naming",
    "misreadings.old_encodings.read_as_utf8", "misreadings.choosing.known_words", "vietnamese.disguises",
    "streams.json_fields",
)  # fmt: skip
#: So many modules of the package a clean line loads; each takes a quarter of a millisecond.
MOST = 186
CLEAN_LINE = "Hôm nay trời đẹp, chúng tôi đi chơi công viên."


def line_cleaned(line: str, folder: Path) -> str:
    """Code that cleans a file of one line by the command line."""
    (folder / "line.txt").write_text(line + "\n", encoding="utf-8")
    return (
        f"sys.argv = ['vntextclean', 'clean', '--no-config', {str(folder / 'line.txt')!r}]\n"
        "from vntextclean.cli import main\ntry:\n    main()\nexcept SystemExit:\n    pass"
    )


@compiled
def test_a_clean_line_loads_no_package_but_click_and_numpy_and_nothing_that_judges(tmp_path: Path) -> None:
    code = line_cleaned(CLEAN_LINE, tmp_path)
    names = (
        *HEAVY, "pathspec", "numpy.ma", "zipfile", "tempfile", "_hashlib", "multiprocessing", "string",
        "click.shell_completion", "tomllib",
    )  # fmt: skip
    assert loaded(code, names) == loaded("import click, numpy", names)  # old versions of numpy load two of these
    assert loaded(code, tuple(f"vntextclean.{name}" for name in (*JUDGES, *CLOSER))) == []
    assert int(fresh(f"{code}\nprint('', sum(m.startswith('vntextclean') for m in sys.modules))").split()[-1]) <= MOST


def test_to_check_a_clean_line_names_no_misreadings(tmp_path: Path) -> None:
    code = line_cleaned(CLEAN_LINE, tmp_path).replace("'clean'", "'check'", 1)
    names = ("vntextclean.misreadings.reporting.naming", "vntextclean.misreadings.reporting.catalogue", "rich")
    assert loaded(code, names) == []


@compiled
def test_a_page_with_menus_does_not_load_what_numpy_keeps_for_others() -> None:
    menu = ["Trang chủ", "Giới thiệu", "Cơ cấu tổ chức", "Đơn vị trực thuộc", "Phòng ban khác", "Liên hệ", "Đăng nhập"]
    prose = [
        "Sáng nay trời mưa, bà con ra đồng muộn hơn mọi ngày.",
        "Các xã đã họp dân để bàn việc làm đường liên thôn.",
    ]
    page = "\\n".join([*menu, *prose])
    reader = "vntextclean.filters.boilerplate.text.word_stats"
    expected = [*loaded("import numpy", ("numpy.ma",)), reader]
    assert loaded(f"from vntextclean import clean; clean('{page}')", ("numpy.ma", reader)) == expected


def test_a_damaged_line_loads_what_judges_it_and_no_reader_of_pages(tmp_path: Path) -> None:
    found = loaded(
        line_cleaned("Môt buổi tọa đàm về dân chủ.", tmp_path), tuple(f"vntextclean.{name}" for name in JUDGES)
    )
    assert {"vntextclean.filters.diacritics.decide", "vntextclean.lm.calibration"} <= {*found}
    of_nets = {"vntextclean.filters.diacritics.reading_anew.scanned_page", "vntextclean.restoration.lattice"}
    assert not of_nets & {*found}


def test_the_import_takes_less_than_twice_that_of_click() -> None:
    def seconds(module: str) -> float:
        code = f"import time; t = time.perf_counter(); import {module}; print(time.perf_counter() - t)"
        return min(float(fresh(code)) for _ in range(5))

    assert seconds("vntextclean") < 2 * seconds("click")


PAGE = "\\n".join(
    [*("Trang chủ", "Giới thiệu", "Liên hệ", "Đăng nhập", "Tin liên quan", "Lượt xem: 443"), "Bà con họp bàn."]
)


@compiled
def test_a_page_with_menus_loads_no_masked_arrays() -> None:
    code = f"import vntextclean; assert len(vntextclean.clean('{PAGE}')) < 30"
    assert loaded(code, ("numpy.ma",)) == loaded("import numpy", ("numpy.ma",))  # old versions of numpy load it


def test_the_first_page_of_a_process_is_cleaned_as_the_next() -> None:
    """What reads pages is loaded while the first is cleaned, behind the pass that looks for the signs of filters."""
    page = (
        "Chiều qua mưa lớn, đường liên xã ngập sâu.\\n"
        "© 2021 Trang tin huyện. All rights reserved.\\n"
        "Sáng nay nước đã rút, xe cộ đi lại được.\\n"
    )
    first, second = fresh(f"from vntextclean import clean\nfor _ in 'ab': print(repr(clean('{page}')))").splitlines()
    assert first == second
    assert "©" not in first
