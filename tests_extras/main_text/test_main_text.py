"""Trafilatura, asked for, finds the main text; all the text with the filters loses less of what pages say."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.extraction import Score, score

from vntextclean.pipeline import Pipeline
from vntextclean.streams.html import extract

PAGES = sorted((Path(__file__).parents[2] / "samples" / "pages").glob("*.html"))


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_the_main_text_is_found(page: Path) -> None:
    html = page.read_text(encoding="utf-8")
    found, whole = extract(html, main=True), extract(html)
    assert (found.how, whole.how) == ("trafilatura", "plain")
    assert found.title == whole.title
    assert 0 < len(found.text) < len(whole.text)


def test_all_the_text_with_the_filters_loses_less_than_the_main_text() -> None:
    clean = Pipeline.from_preset("web")
    ways = []
    for main in (False, True):
        total = Score()
        for page in PAGES:
            html = page.read_text(encoding="utf-8")
            total += score(html, clean.run(extract(html, main=main).text).text)
        ways.append(total)
    whole, found = ways
    assert whole.lost < found.lost / 2
    assert whole.f1 > found.f1
