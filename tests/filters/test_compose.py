"""Letters in pieces: what composes, by which rule, and what stays."""

from __future__ import annotations

import pytest

from vntextclean.filters.compose import Compose
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

ACUTE, GRAVE, DOT, HAT, BREVE, HORN = "\u0301", "\u0300", "\u0323", "\u0302", "\u0306", "\u031b"


def _edits(text: str) -> list[tuple[str, str, str]]:
    found = Compose(Settings()).edits(TextState(text))
    return [(text[edit.start : edit.end], edit.replacement, edit.rule.removeprefix("compose.")) for edit in found]


@pytest.mark.parametrize(
    ("word", "after", "rule"),
    [
        (f"tie{HAT}{ACUTE}ng", "tiếng", "decomposed"),
        (f"tie{ACUTE}{HAT}ng", "tiếng", "order"),
        (f"đa{DOT}{BREVE}c", "đặc", "decomposed"),  # the dot below is of another class: Unicode orders it
        (f"ba{ACUTE}{BREVE}t", "bắt", "order"),
        (f"nga{GRAVE}{GRAVE}y", "ngày", "doubled"),
        (f"nga{ACUTE}{ACUTE}y", "ngáy", "doubled"),
        (f"ô{HAT}ng", "ông", "doubled"),
        (f"ngu\u031bo\u031b{GRAVE}i", "người", "decomposed"),
        ("\u0387", "·", "decomposed"),
        (f"={chr(0x338)}", "≠", "decomposed"),
        (f"e{ACUTE}a", "éa", "decomposed"),
    ],
)
def test_words_that_compose(word: str, after: str, rule: str) -> None:
    assert _edits(f"Bà {word} đi") == [(word, after, rule)]


@pytest.mark.parametrize("word", ["Tiếng", f"ã{GRAVE}", f"ọ{GRAVE}", f"x{DOT}", "한국", "がぎ", "5´", "a b"])
def test_what_stays(word: str) -> None:
    assert _edits(word) == []


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        (f"tie{HAT}{ACUTE}ng", "'tiếng' was written in 7 pieces"),
        (f"tie{ACUTE}{HAT}ng", "'tiếng': tone mark stood before the circumflex"),
        (f"ba{ACUTE}{BREVE}t", "'bắt': tone mark stood before the breve"),
        (f"nga{GRAVE}{GRAVE}y", "'ngày': the same mark twice"),
        ("cu\u0020\u0309 a", "the marks of 'của' stood beside their letters"),
    ],
)
def test_reasons(word: str, reason: str) -> None:
    assert [edit.reason for edit in Compose(Settings()).edits(TextState(f"Bà {word} đi"))] == [reason]


@pytest.mark.parametrize("gap", [0, 1, 100, 1 << 14, 1 << 15, 40_000])
def test_a_word_is_found_wherever_it_stands(gap: int) -> None:
    """Long texts are read in blocks."""
    line = "Bà đi chợ phiên. "
    before = (line * (gap // len(line) + 1))[:gap] + "\n"
    word = f"tie{HAT}{ACUTE}ng"
    text = f"{before}{word} Kinh\n{before}{word}"
    found = list(Compose(Settings()).edits(TextState(text)))
    assert [edit[:3] for edit in found] == [
        (len(before), len(before) + 7, "tiếng"), (len(text) - 7, len(text), "tiếng"),
    ]  # fmt: skip


def test_a_detached_mark_and_the_pieces_beside_it() -> None:
    text = f"cu\u0020\u0309 a tie{HAT}{ACUTE}ng, vie{HAT}{DOT}c"
    found = list(Compose(Settings()).edits(TextState(text)))
    assert [edit.start for edit in found] == sorted(edit.start for edit in found)
    left, at = "", 0
    for edit in found:
        assert edit.start >= at
        left, at = left + text[at : edit.start] + edit.replacement, edit.end
    assert left + text[at:] == "của tiếng, việc"
