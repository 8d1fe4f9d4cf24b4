"""Lines that are no Vietnamese: which tokens are read, and which readings are no words."""

from __future__ import annotations

import pytest

from vntextclean.filters.mojibake import foreign_lines
from vntextclean.filters.mojibake.foreign_lines import _is_likely, _stops_ftfy, line_around, repairs
from vntextclean.filters.mojibake.whole_tokens import _makes, is_whole


def _read(line: str) -> list[tuple[str, str]]:
    return [(line[start:end], word) for start, end, word in repairs(line)]


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("Le cafÃ© est fermÃ©", [("cafÃ©", "café"), ("fermÃ©", "fermé")]),
        ("cafÃ©\u00a0fermÃ©", [("cafÃ©", "café"), ("fermÃ©", "fermé")]),  # a no-break space parts words
        ("â€œSmart quotesâ€\x9d", [("â€œSmart", "“Smart"), ("quotesâ€\x9d", "quotes”")]),
        ("ðŸ˜€ ok", [("ðŸ˜€", "😀")]),
        ("naÃ¯ve cafÃ© chứ", [("naÃ¯ve", "naïve"), ("cafÃ©", "café")]),  # beside a word that was right
        ("Ã©", []),  # one letter is how a text quotes such damage
        ("“Ã©”", []),
        ("SÃ£o Tomé", [("SÃ£o", "São")]),
        ("São Tomé", []),
        ("“LÃ” «Ã»", []),  # capitals before a closing mark
        ("sound", []),
        ("", []),
    ],
)
def test_words_of_a_line(line: str, read: list[tuple[str, str]]) -> None:
    assert _read(line) == read


@pytest.mark.parametrize(
    ("rest", "read"),
    [
        ("Ã s duas", [("SÃ£o", "São"), ("Ã s", "às")]),
        ("Ã quele dia", [("SÃ£o", "São"), ("Ã quele", "àquele")]),
        ("Ã noite", [("SÃ£o", "São"), ("Ã", "à")]),  # a word of its own
        ("Ã", [("SÃ£o", "São")]),  # nothing behind it
        ("Ã noite, á»i", []),
    ],
)
def test_an_a_that_lost_its_byte_beside_portuguese(rest: str, read: list[tuple[str, str]]) -> None:
    found = _read(f"SÃ£o Paulo {rest}")
    if not read:
        assert ("Ã", "à") not in found
    else:
        assert found == read


@pytest.mark.parametrize(
    ("token", "stops"),
    [("chứ", True), ("caf", False), ("cafÃ", True), ("cafÃ©", False), ("má»i", True), ("café", False)],
)
def test_what_makes_ftfy_give_up(token: str, stops: bool) -> None:
    assert _stops_ftfy(token) is stops


@pytest.mark.parametrize(
    ("new", "old", "likely"),
    [
        ("café", "cafÃ©", True),
        ("caf\x85", "cafÃ©", False),  # a control character
        ("caf\ufffd", "cafÃ©", False),
        ("cáºn", "cÃ¡Âºn", False),  # Vietnamese that was read once
        ("caƀ", "caÆ€", False),  # a Latin word with a letter of another script
        ("ca я", "caÑ", True),
        ("caя", "caÑ", False),
        ("é" + "a" * 98, "Ã©" + "a" * 97, True),
        ("é" + "a" * 98, "Ã©" + "a" * 98, False),  # one sign in a hundred characters is chance
        ("é" * 6 + "a" * 90, "Ã©" * 6 + "a" * 90, True),
        ("é" * 6 + "a" * 108, "Ã©" * 6 + "a" * 108, False),  # one in twenty is not enough
        ("é" * 6 + "a" * 107, "Ã©" * 6 + "a" * 107, True),
    ],
)
def test_likely_readings(new: str, old: str, likely: bool) -> None:
    assert _is_likely(new, old) is likely


@pytest.mark.parametrize(
    ("new", "old", "whole"),
    [
        ("café", "cafÃ©", True),
        ("café", "cafÃƒÂ©", True),  # twice
        ("ÃÂt", "ÃƒÂt", False),
        ("ñ“café”ñ", "ñ“cafÃ©”ñ", True),  # an equal head and tail
        ("âcafé", "âcafÃ©", False),  # ... with the first byte of a letter in it
        ("caféâ", "cafÃ©â", False),
        ("café", "café", False),
        ("cafés", "cafÃ©", False),
        ("má,bún", "má,bÃºn", True),  # a sound word and a sign before it
        ("bún,má", "bÃºn,má", True),
        ("máx,bún", "máx,bÃºn", False),
        ("á,bún", "á,bÃºn", False),
        ("“Cá", "â€œCá", True),  # a sound word behind a sign that was read
        ("âm“", "âmâ€œ", True),  # before one
        ("“câz", "â€œcâz", False),  # no syllable
        ("“â", "â€œâ", False),  # a letter alone
        ("écân", "Ã©cân", False),  # beside a letter that was read
        ("“âm", "â€œâx", False),  # it does not stay as it was
        ("“", "â€œ", True),
        ("ééé", "éÃ©é", True),
    ],
)
def test_whole_readings(new: str, old: str, whole: bool) -> None:
    assert is_whole(new, old) is whole


@pytest.mark.parametrize(
    ("old", "depth", "makes"),
    [("Ã©", 0, False), ("Ã©", 1, True), ("ÃƒÂ©", 1, False), ("ÃƒÂ©", 2, True), ("é", 2, False)],
)
def test_how_often_a_letter_was_misread(old: str, depth: int, makes: bool) -> None:
    assert _makes("é", old, depth) is makes


@pytest.mark.parametrize(("times", "whole"), [(0, False), (1, True), (4, True), (5, False)])
def test_a_word_is_read_four_times_at_most(times: int, whole: bool) -> None:
    old = "é"
    for _ in range(times):
        old = old.encode().decode("latin-1")
    assert is_whole("é", old) is whole
    assert is_whole("xé", "x" + old) is whole


LONGEST = foreign_lines._LONGEST


@pytest.mark.parametrize(
    ("text", "position", "span"),
    [
        ("một hai\nba bốn\nnăm", 10, (8, 14)),
        ("một hai " + "a" * (LONGEST - 8), 4, (0, LONGEST)),
        ("một hai " + "a" * (LONGEST - 7), 4, (4, LONGEST + 1)),  # from its word on
        ("một hai " + "ba " * LONGEST, 5, (4, 4 + LONGEST + 2)),  # so much as is read at once, to the end of a word
        ("a" * (2 * LONGEST), LONGEST, (0, 2 * LONGEST)),
    ],
)
def test_the_line_around_a_place(text: str, position: int, span: tuple[int, int]) -> None:
    start, end = line_around(text, position)
    if " ba " in text:
        assert (start, text[end]) == (span[0], " ")
        assert LONGEST <= end - start <= LONGEST + 3
    else:
        assert (start, end) == span


@pytest.mark.parametrize("token", ['"Ã„"', "LÃ„-HĐ", "Ã„á"])
def test_half_of_a_letter_stays_beside_vietnamese(token: str) -> None:
    assert list(repairs(token, among_ours=True)) == []


def test_a_german_word_is_read_beside_vietnamese() -> None:
    assert [word for _, _, word in repairs("MÃ¤rz", among_ours=True)] == ["März"]


def test_the_first_byte_of_a_quotation_mark_is_no_letter() -> None:
    assert list(repairs("Bà kể: Ã¢Sông này sâu lắm")) == []
    assert list(repairs("Chợ quê Ã¢ chợ huyện")) == []


def test_a_line_in_capitals_comes_back_in_capitals() -> None:
    assert [word for _, _, word in repairs("LE CAFÃ© DE LA CÃ´TE")] == ["CAFÉ", "CÔTE"]


def test_signs_of_print_by_another_table_are_not_left_half_read() -> None:
    assert not _is_likely("9h15ΓÇÖ", "9h15ÃŽâ€œÃƒâ€¡Ãƒâ€“")


def test_half_of_a_letter_stays_where_the_rest_of_its_line_becomes_vietnamese() -> None:
    line = "HÃ„QT thay mÃ¡ÂºÂ·t kÃƒÂ½ giÃ¡ÂºÂ¥y"
    assert [word for _, _, word in repairs(line)] == ["mặt", "ký", "giấy"]


@pytest.mark.parametrize(("line", "word"), [("VÃ\u00ad", "Ví"), ("DÃ¢N", "DÂN")])
def test_a_word_of_one_capital_and_what_was_read_is_no_word_in_capitals(line: str, word: str) -> None:
    assert [read for _, _, read in repairs(line + " CAFÃ©")] == [word, "CAFÉ"]
