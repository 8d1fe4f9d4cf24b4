"""What becomes of that which each way of reading an old encoding finds; what it finds is given."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from tests.filters.legacy_fonts.found import FILTER, OLD, edit, told
from vntextclean.charsets.words import Reading
from vntextclean.edit import Edit
from vntextclean.filters.legacy_fonts import filter as module
from vntextclean.filters.legacy_fonts.filter import LegacyFonts, _is_cut
from vntextclean.filters.legacy_fonts.lines import Line
from vntextclean.misreadings.old_encodings.read_as_utf8 import Hidden
from vntextclean.text_state import TextState


def word(start: int, end: int, replacement: str = "x") -> Reading:
    return Reading(start, end, "y" * (end - start), replacement, True)


def test_glyphs_by_number_in_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [edit(0, 1, "t5", "đ"), edit(1, 2, "t5-blanks", "x"), edit(2, 3, "vni"), edit(3, 4, "t5", "b")]
    monkeypatch.setattr(LegacyFonts, "_edits", lambda self, state: iter(found) if state.text == "codes" else iter(()))
    monkeypatch.setattr(f"{OLD}.tex_glyphs.as_codes", lambda text: ("codes", [0, 3, 6, 8, 9]))
    assert told(FILTER._glyphs("(1)(2)xyb")) == [(0, 3, "đ", "t5"), (3, 6, "x", "t5-blanks")]
    monkeypatch.setattr(f"{OLD}.tex_glyphs.as_codes", lambda text: None)
    assert told(FILTER._glyphs("(1)")) == []


def test_hidden_lines_are_read_by_the_token(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [Hidden(3, 10, "aé béo"), Hidden(20, 24, "cd")]
    pages: list[str] = []
    found = [edit(8, 9, "tcvn3", "ô"), edit(0, 1, "vni", "ư")._replace(confidence=0.7), edit(1, 2, "vps", "i")]

    def own(self: LegacyFonts, state: TextState) -> Iterator[Edit]:
        pages.append(state.text)
        return iter(found)

    monkeypatch.setattr(LegacyFonts, "_edits", own)
    monkeypatch.setattr(LegacyFonts, "_left", lambda self, lines, read: [edit(4, 5, "vni", "ê")])
    edits = list(FILTER._hidden("x" * 30, lines))
    assert pages == ["aé béo\ncd"]
    spans = [at for line in lines for at in line.spans()]
    assert told(edits) == [
        (spans[0], spans[2], "ưi", "vni"), (spans[3], spans[6], "bêo", "vni"), (spans[7], spans[9], "cô", "tcvn3"),
    ]  # fmt: skip
    assert [one.confidence for one in edits] == [0.7, 1.0, 1.0]


@pytest.mark.parametrize(
    ("read", "left"),
    [
        pytest.param([edit(0, 1, "vni")], [0], id="the first line, by VNI"),
        pytest.param([edit(4, 5, "vni")], [4], id="the second"),
        pytest.param([edit(0, 1, "vni"), edit(1, 2, "tcvn3")], [], id="by two tables"),
        pytest.param([edit(0, 1, "tcvn3")], [], id="by another"),
        pytest.param([edit(0, 1, "vni"), edit(4, 5, "vni"), edit(9, 10, "vni")], [0, 4, 9], id="all"),
        pytest.param([edit(0, 1, "tcvn3"), edit(4, 5, "vni"), edit(9, 10, "tcvn3")], [4], id="by one line"),
        pytest.param([edit(2, 3, "vni"), edit(5, 7, "vni"), edit(10, 11, "vni")], [], id="words that are read"),
        pytest.param([], [], id="none is read"),
    ],
)
def test_what_is_left_of_lines_in_vni(monkeypatch: pytest.MonkeyPatch, read: list[Edit], left: list[int]) -> None:
    """Of lines that begin at 0, 4 and 9 the word of their second and third character is left."""
    lines = [Hidden(0, 0, "abc"), Hidden(0, 0, "abcd"), Hidden(0, 0, "abc")]
    monkeypatch.setattr(f"{OLD}.read_as_utf8.left_in_vni", lambda seen: [(1, 3, "x")])
    assert told(FILTER._left(lines, read)) == [(at + 1, at + 3, "x", "vni") for at in left]


@pytest.mark.parametrize(
    ("channel", "accepted", "read"), [(None, True, False), ("dropped", True, True), ("dropped", False, False)]
)
def test_lost_letters_are_filled_where_the_policy_would(
    monkeypatch: pytest.MonkeyPatch, channel: str | None, accepted: bool, read: bool
) -> None:
    asked: list[Edit] = []

    def accepts(self: TextState, one: Edit) -> bool:
        asked.append(one)
        return accepted

    lost = "vntextclean.misreadings.lost_letters"
    monkeypatch.setattr(f"{lost}.proof.channel_of", lambda text: channel and SimpleNamespace(name=channel))
    monkeypatch.setattr(f"{lost}.read.read", lambda text, channel: [(2, 4, "ba", 0.9)])
    monkeypatch.setattr(TextState, "accepts", accepts)
    assert told(FILTER._filled(TextState("abcdef"))) == [(2, 4, "ba", "dropped")] * read
    assert asked == ([Edit(0, 0, "", "legacy-fonts.dropped", "", 1.0)] if channel else [])


@pytest.mark.parametrize(
    ("line", "start", "end", "cut"),
    [
        ("abc?d", 0, 3, True), ("abc?d e", 0, 3, True), (" x?abc", 3, 6, True),
        ("abc? d", 0, 3, False), ("abc?", 0, 3, False), ("abò?", 0, 3, True),
        ("abò?i", 0, 3, True), ("abÒ? x", 0, 3, True), ("abò!", 0, 3, False), ("òbc?", 0, 3, False),
        ("abcd?e", 0, 3, False), ("x?abc", 2, 5, True), (" ?abc", 2, 5, False), ("?abc", 1, 4, False),
        ("xyabc", 2, 5, False), ("?xabc", 2, 5, False), ("a??abc", 3, 6, False),
        ("abc", 0, 3, False), ("abc?dx?ef", 0, 3, True), ("xx abcò", 3, 6, False), ("abc?òx", 0, 3, True),
    ],
)  # fmt: skip
def test_words_that_a_question_mark_parts(line: str, start: int, end: int, cut: bool) -> None:
    assert _is_cut(line, start, end) is cut


@pytest.mark.parametrize(
    ("line", "known", "vietnamese", "proof", "read"),
    [
        pytest.param("ababa", True, True, False, True, id="the encoding is known"),
        pytest.param("ababa", False, True, True, True, id="it is proved"),
        pytest.param("ababa", False, True, False, False, id="it is not"),
        pytest.param("ababa", True, False, False, False, id="a line of no Vietnamese"),
        pytest.param("aćaba", True, True, False, False, id="a letter of another language"),
    ],
)
def test_stray_words_on_a_line_of_unicode(
    monkeypatch: pytest.MonkeyPatch, line: str, known: bool, vietnamese: bool, proof: bool, read: bool
) -> None:
    asked: list[tuple[Any, ...]] = []

    def strays(*on: Any) -> list[Reading]:
        asked.append(on)
        return [word(on[1] + 1, on[1] + 2)]

    monkeypatch.setattr(module, "decided", lambda lines: "tcvn3" if known else "")
    monkeypatch.setattr(f"{OLD}.mixed_lines.is_proof", lambda found: proof)
    monkeypatch.setattr(f"{OLD}.mixed_lines.is_vietnamese_line", lambda line, found: vietnamese)
    monkeypatch.setattr(f"{OLD}.mixed_lines.may_have_strays", lambda line, is_known: is_known or line == "ababa")
    monkeypatch.setattr(f"{OLD}.mixed_lines.strays", strays)
    text = f"uuuuu\n{line}\nvvvvv"
    found = FILTER._strays(text, [(0, 5), (6, 11)], [Line(0, 5, "vni")])
    name = "tcvn3" if known else "vni"
    assert told(found) == [(7, 8, "x", name)] * read
    assert all(on == (line, 6, name, known) for on in asked)
    # A line that shows no sign of an encoding that is not known has none.
    silent = FILTER._strays(text, [(12, 17)], [])
    assert told(silent) == ([(13, 14, "x", "tcvn3")] if known and vietnamese else [])


def test_words_of_a_line_by_its_table(monkeypatch: pytest.MonkeyPatch) -> None:
    def on_line(name: str, seen: str = "abcde") -> list[tuple[int, int, str, str]]:
        return told(FILTER._line(seen, Line(10, 15, name)))

    monkeypatch.setattr("vntextclean.charsets.line_repair.repaired", lambda seen, table: [])
    monkeypatch.setattr(f"{OLD}.mixed_lines.settled", lambda seen, found, table: [word(0, 1)])
    monkeypatch.setattr("vntextclean.charsets.lone_signs.signs_as_words", lambda *asked: [word(2, 3, "s")])
    monkeypatch.setattr("vntextclean.charsets.line_repair.lost_soft_hyphens", lambda seen, found: seen == "abcde")
    monkeypatch.setattr("vntextclean.charsets.lone_onsets.with_horns", lambda *asked: [word(4, 5, "tư")])
    assert on_line("vni") == [(10, 11, "x", "vni"), (12, 13, "s", "vni")]
    assert on_line("tcvn3") == [(10, 11, "x", "tcvn3"), (14, 15, "tư", "lost-horn")]
    assert on_line("tcvn3", "abcd") == [(10, 11, "x", "tcvn3")]
    assert on_line("vni", "a?bcd") == [(12, 13, "s", "vni")]  # a word that is cut


def test_words_of_lines_in_fonts_of_latex(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(text: str, spans: list[tuple[int, int]]) -> list[Any]:
        assert spans == [(6, 11)]
        return [word(6, 7), (8, 9, "à", 0.8)]

    monkeypatch.setattr(f"{OLD}.tex_lines.read_tex", read)
    edits = list(FILTER._of_tex("ababa ababa", [Line(6, 11, "t5")]))
    assert told(edits) == [(6, 7, "x", "t5"), (8, 9, "à", "t5-blanks")]
    assert list(FILTER._of_tex("ababa ababa", [])) == []
