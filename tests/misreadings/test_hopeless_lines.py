"""A long line of which some words show that nothing proves it is not read as a whole."""

from __future__ import annotations

from unittest.mock import patch

from benchmarks.speed.random_syllables import words_of

from vntextclean import Pipeline
from vntextclean.misreadings.parsing import hopeless_lines, long_lines
from vntextclean.misreadings.parsing.losses import losses_of

BYTES = words_of("".join(map(chr, range(0xA0, 0x100))), 5)
SAID = "Bà con trong bản chở lúa về kho rồi cùng nhau dọn đường làng sạch sẽ. "


def rows_read(text: str) -> list[int]:
    """How many words each call read by all chains had."""
    counts: list[int] = []

    def counted(row, *rest):  # type: ignore[no-untyped-def]
        counts.append(len(row))
        return readings(row, *rest)

    readings = long_lines.readings
    with patch.object(long_lines, "readings", counted):
        Pipeline.from_preset("lossless").run(text)
    return counts


def test_of_most_lines_of_bytes_at_random_some_words_are_read() -> None:
    counts = rows_read(BYTES[:24_000])
    whole = [count for count in counts if count > 400]
    assert len(counts) - len(whole) > 2 * len(whole)


def test_a_misread_line_among_them_is_read() -> None:
    seen = SAID.strip().encode().decode("latin-1")
    assert SAID.strip() in Pipeline.from_preset("lossless").run(f"{BYTES[:8000]}\n{seen}\n").text


def test_a_long_misread_line_is_read() -> None:
    long = (SAID * 40).strip()
    assert Pipeline.from_preset("lossless").run(long.encode().decode("latin-1")).text == long


def test_of_long_strings_nothing_is_kept() -> None:
    hopeless = hopeless_lines.Hopeless(losses_of("cá»§a"))
    before = hopeless_lines._kept_bounds.cache_info().misses
    assert "vé,hội,chợ,trà,đá,cà,phê," * 20 in hopeless
    assert hopeless_lines._kept_bounds.cache_info().misses == before
