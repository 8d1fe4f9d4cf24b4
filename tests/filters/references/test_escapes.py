"""Escapes of programs and mail: what proves a line, and what shows that it is code."""

from __future__ import annotations

import pytest

from vntextclean.filters.references.escapes import Escape, _decoded, _is_proven, _is_text, escapes


def _read(text: str) -> list[str]:
    return [found.char for found in escapes(text)]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (r"ti\u1ebfng vi\u1ec7t", ["tiếng", "việt"]),
        (r"ti\\u1ebfng vi\\u1ec7t", ["tiếng", "việt"]),
        ("ti%u1ebfng vi%u1ec7t", ["tiếng", "việt"]),
        (r"\xc4\x91i h\xe1\xbb\x8dc", ["đi", "học"]),
        (r"\304\221i h\341\273\215c", ["đi", "học"]),
        (r"h\u{1ecd}c \u{111}i", ["học", "đi"]),
        ("<U+0111>i h<U+1ECD>c", ["đi", "học"]),
        ("h<e1><bb><8d>c t<e1><ba><ad>p", ["học", "tập"]),
        ("=C4=91i h=E1=BB=8Dc", ["đi", "học"]),
        ("=C4=91i h=\n=E1=BB=8Dc =\nxa", ["đi", "học", ""]),  # soft breaks go
        (r"ti\u1ebfng", ["tiếng"]),  # a cell of a table
        (r"ti\u1ebfng straight", []),
        (r"tiếng vi\u1ec7t", []),  # one word proves nothing on a line of Unicode
        ("ti\\u1ebfng vi\\u1ec7t\nnước \\u0111i", ["tiếng", "việt", "đi"]),  # ... but beside a line that does
        ("nước \\u0111i\nti\\u1ebfng vi\\u1ec7t", ["đi", "tiếng", "việt"]),
        (r"x = 'ti\u1ebfng vi\u1ec7t'", []),
        (r"{ti\u1ebfng vi\u1ec7t}", []),
        (r"ti\u1ebfng vi\u1ec7t x\u0001a", []),
        (r"ti\u1ebfng vi\u1ec7t stra\u00efght", []),
        (r"ti\u1ebfng vi\u1ec7t \u2013 r\u1ed3i", ["tiếng", "việt", "–", "rồi"]),
        (r"ti\u1ebfng vi\u1ec7t \ud83d\ude00", ["tiếng", "việt", "😀"]),
        (r"C:\users\u0110", []),
        ("a=20", []),
    ],
)
def test_words_written_with_escapes(text: str, read: list[str]) -> None:
    assert _read(text) == read


PROVEN = r"ti\u1ebfng vi\u1ec7t"


@pytest.mark.parametrize(
    ("lines", "more"),
    [
        ([PROVEN] * 3 + [r"'\u0111'"], 1),
        ([PROVEN] * 2 + [r"'\u0111'"], 0),  # two lines decide nothing
        ([PROVEN] * 4 + [r"'\u0111'"] * 2, 2),
        ([PROVEN] * 3 + [r"'\u0111'"] * 2, 0),  # less than two thirds
    ],
)
def test_lines_that_decide_a_document(lines: list[str], more: int) -> None:
    assert len(_read("\n".join(lines))) == 2 * lines.count(PROVEN) + more


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("=?utf-8?q?=C4=91i_h=E1=BB=8Dc?=", ["đi học"]),
        ("=?UTF-8?B?xJFpIGjhu41j?= vui", ["đi học"]),
        ("=?utf-8?q?=C4=91i?= =?utf-8?q?_h=E1=BB=8Dc?=", ["đi học"]),
        ("=?utf-8?q?hello?=", []),
        ("=?utf-8?q?=C4=91i=01?=", []),
        ("=?utf-8?q?=C4?=", []),
    ],
)
def test_encoded_words_of_mail(text: str, read: list[str]) -> None:
    assert _read(text) == read


@pytest.mark.parametrize(
    ("units", "chars"),
    [
        ([r"\u0111"], ["đ"]),
        ([r"\xc4", r"\x91"], ["đ", ""]),
        ([r"\xe1", r"\xbb", r"\x8d", r"\x41"], ["ọ", "", "", "A"]),
        ([r"\xc4"], ["Ä"]),
        ([r"\304", r"\221"], ["đ", ""]),
        ([r"\ud83d", r"\ude00"], ["😀", ""]),
        ([r"\ud83d"], ["\ud83d"]),
        (["<U+1F600>", "<U+0111>"], ["😀", "đ"]),
        (["<U+FFFFFFFF>"], ["\0"]),
        (["<U+FFFF>"], ["\uffff"]),
        (["<U+00FF>", "<U+0100>"], ["ÿ", "Ā"]),
        ([], []),
    ],
)
def test_what_escapes_stand_for(units: list[str], chars: list[str]) -> None:
    assert _decoded(units) == chars


@pytest.mark.parametrize(
    ("made", "least", "proven"),
    [
        (["học", "đi"], 2, True),
        (["học"], 2, False),
        (["học"], 1, True),
        (["họcđường"], 1, True),
        (["học", "đi", "–"], 2, True),
        (["học", "đi", "\0"], 2, False),
        (["học", "đi", "straïght"], 2, False),
        (["học", "đi", "USA"], 2, True),
        (["học", "đi", "ABCDEF"], 2, True),
        (["học", "đi", "ABCDEFG"], 2, False),
        (["học", "35.000đ"], 1, True),
        (["à", "đi"], 2, False),
        (["à", "ọ"], 2, False),  # letters by themselves
        (["à", "học"], 2, False),
        (["anh", "học"], 2, False),  # "anh" is no proof
    ],
)
def test_what_proves_a_line(made: list[str], least: int, proven: bool) -> None:
    assert _is_proven([Escape(0, 1, each) for each in made], least) is proven


@pytest.mark.parametrize(("made", "text"), [("học\u00a0", True), ("\u200b", True), ("\x01", False), ("\ue000", False)])
def test_control_characters_are_no_text(made: str, text: bool) -> None:
    assert _is_text(made) is text
