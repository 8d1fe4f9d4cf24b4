"""A line with letters that no table of ftfy has is read as ftfy reads it, without its scans of the whole line."""

from __future__ import annotations

import pytest
from benchmarks.speed.random_syllables import words_of
from ftfy import chardata, fix_encoding
from hypothesis import given
from hypothesis import strategies as st

from vntextclean.filters.mojibake import foreign_lines
from vntextclean.filters.mojibake.foreign_lines import _IN_NO_TABLE, _config, _fixed

LETTERS = "ĩĨũŨơƠưƯ" + "".join(map(chr, range(0x1EA0, 0x1EFA)))


def test_no_table_of_ftfy_has_these_letters() -> None:
    assert _IN_NO_TABLE.fullmatch("ơ")
    for letter in LETTERS:
        assert _IN_NO_TABLE.fullmatch(letter)
        assert not any(chardata.possible_encoding(letter, table) for table in chardata.CHARMAP_ENCODINGS)
        for around in (f"Ã{letter}", f"{letter}\u0080", f"á{letter}\u0080"):
            assert chardata.UTF8_DETECTOR_RE.search(around) is None


@pytest.mark.parametrize("line", ["CÃ³ người", "người CÃ³, rÃ¹a", "nÃ y của", "của â€œnÃ³â€\u009d"])
def test_a_line_as_ftfy_reads_it(line: str) -> None:
    assert _fixed(line) == fix_encoding(line, _config())


@given(st.text("ÃÂ³ áº»ä‘Ä€™â“Æ°¡ aơệ\u00a0\u0081í\ufffdïÅ", max_size=14))
def test_any_line_as_ftfy_reads_it(line: str) -> None:
    assert _fixed(line) == fix_encoding(line, _config())


def test_a_token_of_a_line_is_asked_about_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def fixed(text: str) -> str:
        asked.append(text)
        return _fixed(text)

    monkeypatch.setattr(foreign_lines, "_fixed", fixed)
    line = words_of("".join(map(chr, range(0xA0, 0x100))), 5)[:4000]
    list(foreign_lines.repairs(line))
    alone = [text for text in asked if " " not in text]
    assert alone
    assert len(alone) == len({*alone})
