"""What becomes of invisible characters: each condition at its border."""

from __future__ import annotations

import pytest

from vntextclean.filters.invisibles.filter import Invisibles
from vntextclean.filters.invisibles.repairs import needs_no_direction
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

HEBREW = "\u05d0"


def _edits(text: str) -> list[tuple[int, int, str]]:
    return [edit[:3] for edit in Invisibles(Settings()).edits(TextState(text))]


def _cleaned(text: str) -> str:
    left, at = "", 0
    for start, end, after in _edits(text):
        left, at = left + text[at:start] + after, end
    return left + text[at:]


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("đồng\x00 lúa", "đồng lúa"),
        ("\x00đồng lúa\x00", "đồng lúa"),
        ("đồng\x00\x01\x02 lúa", "đồng lúa"),
        ("\x93Gặt thôi\x94", "“Gặt thôi”"),
        ("\x00\x93Gặt thôi\x94\x00", "“Gặt thôi”"),  # deleted and read in one run
        ("đồng\x00\x80\x00 lúa", "đồng€ lúa"),
        ("Ã\x81 lúa", "Ã\x81 lúa"),  # half of a letter
        ("áº\x8d lúa", "áº\x8d lúa"),
        ("ñ\x81 lúa", "ñ\x81 lúa"),  # may be half of one
        ("ù\x81 lúa", "ù lúa"),  # ù is no first byte
        ("à\x81 lúa", "à\x81 lúa"),
        ("à\x93 lúa", "à“ lúa"),
        ("\u200b\x93Ừ\x94", "“Ừ”"),  # what stands before it goes, and was no byte
        ("\x1b[1mđồng\x1b[0m lúa", "đồng lúa"),
    ],
)
def test_control_characters(text: str, cleaned: str) -> None:
    assert _cleaned(text) == cleaned


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("đồng\u2028lúa", "đồng\nlúa"),
        ("đồng\n\u2028lúa", "đồng\nlúa"),
        ("đồng\u2028\nlúa", "đồng\nlúa"),
        ("đồng\n\n\u2028lúa", "đồng\n\nlúa"),
        ("\u2028đồng lúa", "đồng lúa"),
        ("đồng lúa\u2028", "đồng lúa"),
        ("đồng\u2028\u2028lúa", "đồng\nlúa"),
        ("l\u2028úa", "lúa"),  # within a syllable
        ("l\u2028ÚA", "l\nÚA"),
        ("lúa\u2028xanh", "lúa\nxanh"),
        ("l\u2029úa", "l\núa"),
        ("mưa rồi\x85 nắng", "mưa rồi… nắng"),
        ("mưa rồi \x85nắng", "mưa rồi \nnắng"),
        ("mưa rồi \x85nắng, \x93ừ\x94", "mưa rồi …nắng, “ừ”"),  # other signs of Windows-1252 in the text
        ("mưa rồi\x0c\nnắng\n\x0cgió", "mưa rồi\nnắng\ngió"),
        ("mưa\x00\n\u2028rồi", "mưa\nrồi"),  # a line feed between two runs
        ("\u200b\n\u2028rồi", "\nrồi"),
        ("mưa\u2028\n\u2028rồi", "mưa\nrồi"),  # one line feed between two runs is the first one's
    ],
)
def test_line_ends(text: str, cleaned: str) -> None:
    assert _cleaned(text) == cleaned


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("thông\u00ad tin", "thông tin"),
        ("tin\u00ad\u00adtức", "tintức"),
        ("th\u00ad mục", "th\u00ad mục"),  # ư of TCVN3
        ("một \u00ad mục", "một  mục"),  # no letters beside it
        ("ma\u00adß", "ma\u00adß"),  # a language with hyphens of its own
        ("1\u00ad2", "12"),
        ("Ã\u00ad ta", "Ã\u00ad ta"),  # half of a letter
        ("đi ng\u00adêi", "đi ngêi"),
        ("®i ng\u00adêi", "®i ng\u00adêi"),  # a line of TCVN3
        ("ng\u00adêi vµo", "ng\u00adêi vµo"),
        ("®i\nng\u00adêi\nvµo", "®i\nngêi\nvµo"),  # other lines of it
    ],
)
def test_soft_hyphens(text: str, cleaned: str) -> None:
    assert _cleaned(text) == cleaned


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("\u200eHà Tĩnh", "Hà Tĩnh"),
        (f"\u200eHà Tĩnh {HEBREW}", f"\u200eHà Tĩnh {HEBREW}"),
        (f"{HEBREW} Hà Tĩnh\u200e", f"{HEBREW} Hà Tĩnh\u200e"),
        (f"{HEBREW}\n\u200eHà Tĩnh\n{HEBREW}", f"{HEBREW}\nHà Tĩnh\n{HEBREW}"),  # lines speak for themselves
        (f"{HEBREW}{'a' * 1999}\u200e", f"{HEBREW}{'a' * 1999}\u200e"),
        (f"{HEBREW}{'a' * 2000}\u200e", f"{HEBREW}{'a' * 2000}"),  # as far as a line is searched
        (f"\u200e{'a' * 1999}{HEBREW}", f"\u200e{'a' * 1999}{HEBREW}"),
        (f"\u200e{'a' * 2000}{HEBREW}", f"{'a' * 2000}{HEBREW}"),
    ],
)
def test_directions(text: str, cleaned: str) -> None:
    assert _cleaned(text) == cleaned


@pytest.mark.parametrize(
    ("letters", "needless"),
    [([3000], False), ([2999], True), ([7000], False), ([7001], True), ([7000, 7001], False)],
)
def test_letters_too_far_for_a_direction(letters: list[int], needless: bool) -> None:
    assert needs_no_direction(letters, 5000, 5001) is needless


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("lú\u200ba", "lúa"),
        ("Hà\u200bNội", "Hà Nội"),  # where a space was
        ("Hà\u200b\u200cNội", "Hà Nội"),
        ("Hà\u2060Nội", "HàNội"),  # never a space
        ("ba\u200bhai", "bahai"),  # both in ASCII
        ("\u200bNội", "Nội"),
        ("👩\u200d🌾", "👩\u200d🌾"),
        ("👩\u200dlúa", "👩lúa"),
        ("👩\u200b\u200d🌾", "👩\u200d🌾"),  # what is not needed goes
        ("❤\ufe0f đồng", "❤\ufe0f đồng"),
        ("1\ufe0f đồng", "1\ufe0f đồng"),
        ("a\ufe0f đồng", "a đồng"),
        ("\ufe0fđồng", "đồng"),
        ("\u0e01\u200b\u0e02", "\u0e01\u200b\u0e02"),  # Thai
        ("\u1100\u1160\u11a8", "\u1100\u1160\u11a8"),  # a filler among Jamo
        ("a\u1160b", "ab"),
        ("🏴\U000e0067\U000e007f", "🏴\U000e0067\U000e007f"),
        ("🚩\U000e0067\U000e007f", "🚩"),
    ],
)
def test_characters_of_no_width(text: str, cleaned: str) -> None:
    assert _cleaned(text) == cleaned


def test_every_edit_changes_something_and_says_by_which_rule() -> None:
    text = "\u200eđồng\u00adlúa\x00 \u200bxanh\u2028\x93Ừ nhé\x94\x1b[0m"
    found = list(Invisibles(Settings()).edits(TextState(text)))
    assert [edit.rule.removeprefix("invisibles.") for edit in found] == [
        "direction", "soft-hyphen", "control", "zero-width", "line-end", "windows", "windows", "control",
    ]  # fmt: skip
    assert all(text[edit.start : edit.end] != edit.replacement for edit in found)
