"""Every kind of gap between every kind of word and mark: a second run changes nothing."""

from __future__ import annotations

import pytest

from vntextclean import Pipeline

BEFORE = ("ọ", "đi chợ", "Bà con ra đồng", "1", "A", "đẹp.", "(", "“đi", "đi”", '"')
GAPS = (" ", "  ", "   ", "    ", "     ", " \u2009\u2009\u2009", "\u3000\u3000", 4 * "\u00a0", "\t ", " \t", "\u2009")
BEHIND = (",", ".", ";", "?", "…", ")", "”", '"', "(", "đi", "1", "”Anh", ",rồi", ", rồi", ":", "%")
AROUND = (("", ""), ("Hôm nay ", " ngoài bãi rất đông"))
TEXTS = [f"{low}{a}{gap}{b}{high}" for low, high in AROUND for a in BEFORE for gap in GAPS for b in BEHIND]


@pytest.mark.parametrize(
    "pipeline", [Pipeline.from_preset("web", filters=("spacing",)), Pipeline.from_preset("lossless")]
)
def test_a_second_run_changes_no_gap(pipeline: Pipeline) -> None:
    once = [cleaned.text for cleaned in pipeline.run_many(TEXTS)]
    again = [cleaned.text for cleaned in pipeline.run_many(once)]
    assert [pair for pair in zip(once, again, strict=True) if pair[0] != pair[1]] == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("đi chợ\u00a0\u00a0\u00a0\u00a0, rồi về", "đi chợ, rồi về"),
        ("đi chợ \u2009\u2009\u2009!", "đi chợ!"),
        ("ở xã Tân Phú  ,huyện Mỏ Cày", "ở xã Tân Phú, huyện Mỏ Cày"),
        ("ở xã Tân Phú\u00a0\u00a0\u00a0\u00a0,huyện Mỏ Cày", "ở xã Tân Phú, huyện Mỏ Cày"),
        ("đi chợ\u00a0\u00a0\u00a0\u00a0rồi về", "đi chợ rồi về"),
    ],
)
def test_several_blanks_before_a_mark_are_none_at_once(before: str, after: str) -> None:
    """Four no-break spaces are no column: they became one blank, and that was one too many for the next run."""
    assert Pipeline.from_preset("web").run(before).text == after
