"""Every misreading of the catalogue is named after cleaning, and none is seen in text of other languages."""

from __future__ import annotations

import pytest

from vntextclean.cleaned import Cleaned
from vntextclean.misreadings.reporting.catalogue import Misreading, catalogue
from vntextclean.misreadings.reporting.report import report
from vntextclean.misreadings.tables.code_pages import views
from vntextclean.pipeline import Pipeline
from vntextclean.settings import Settings
from vntextclean.wording.translation import translated


@pytest.mark.parametrize("row", catalogue(), ids=lambda row: row.name)
def test_each_misreading_is_named_and_read(row: Misreading) -> None:
    made = report(Pipeline(Settings()).run(row.before))

    assert made.found
    assert not made.unread


@pytest.mark.parametrize("name", ["dropped", "stripped", "replaced", "unknown"])
def test_words_that_lossless_leaves_are_unread(name: str) -> None:
    row = next(row for row in catalogue() if row.name == name)
    made = report(Pipeline(Settings(preset="lossless")).run(row.before))

    assert sum(made.unread.values()) >= 1


@pytest.mark.parametrize(
    "text",
    [
        "Chợ họp từ sớm, ghe chở đầy dưa",
        "São Tomé, Ângela, ĐÃ ĐẾN GIỜ, «quá», naïve café",
        "Die Straße ist größer – Ängste und Äpfel",
        "AÇÃO E REAÇÃO NO SERTÃO",
        "Le garçon mangeait à Noël, «où çà»",
        "Ёлка стоит у дома",
        "Łódź, żółć, ść; ağaç, ĞÜŞİÖÇ",
    ],
)
def test_right_text_has_no_misreading(text: str) -> None:
    made = report(Cleaned(text, text))

    assert not made.found
    assert not made.unread


def test_french_that_ftfy_reads_is_named() -> None:
    made = report(Pipeline(Settings()).run("cafÃ© crÃ¨me"))

    assert made.found == {"UTF-8 read as Windows-1252 or Latin-1": 2}


def test_a_chain_of_three_tables_is_named_by_all_of_them() -> None:
    text = "Sáng ra đồng, chiều về bến, tối ngồi đan lưới."
    for page in ("cp437", "cp1252", "cp1252"):
        text = "".join(views(page)[byte] for byte in text.encode())
    made = report(Pipeline(Settings()).run(text))

    assert set(made.found) == {
        "UTF-8 read as code page 437 and again as Windows-1252 or Latin-1 and again as Windows-1252 or Latin-1"
    }


def test_the_name_of_a_lossy_chain_is_translated() -> None:
    assert translated("UTF-8 read as Windows-1252 or Latin-1, bytes lost") == (
        "UTF-8 bị đọc theo Windows-1252 hoặc Latin-1, mất byte"
    )
