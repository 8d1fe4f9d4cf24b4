"""Triage sees the lines that speak of furniture, however they are laid out."""

from __future__ import annotations

import pytest

from vntextclean.filters.boilerplate.reading.triage import SHORT, triage
from vntextclean.text_state import TextState


@pytest.mark.parametrize("line", ["{}", "{:<300}", "{:>300}", "{:\u00a0^300}"])
def test_blanks_around_a_phrase_do_not_hide_it(line: str) -> None:
    """inscriptis fills the lines of a table up with spaces, to several hundred."""
    seen = triage(TextState("Trời nắng.\n" + line.format("Tin đã đưa") + "\nGió nhẹ."))
    assert seen.rows == [1]


def test_a_long_line_that_begins_with_a_phrase_is_none() -> None:
    assert triage(TextState("Tin đã đưa " + "rất dài " * SHORT)).clean


@pytest.mark.parametrize("line", ["🏠 Trang chủ", "☰ Menu", "🏷️ Thẻ", "📞Liên hệ", "▶️ | Video", "→ Tin tức"])
def test_a_picture_before_an_entry_does_not_hide_it(line: str) -> None:
    assert triage(TextState(f"Trời nắng.\n  * {line}\nGió nhẹ.")).rows == [1]


@pytest.mark.parametrize("line", ["🌾 Mùa gặt", "🏠 Trang chủ FIFA giới thiệu đội tuyển", "🌧️", "Thẻ 🏷️ nhựa", "a🏠 Thẻ"])
def test_a_picture_before_other_words_is_no_entry(line: str) -> None:
    assert not triage(TextState(f"Trời nắng.\n{line}\nGió nhẹ.")).rows
