"""Which words of a line that is no Vietnamese are taken, with what ftfy makes of each given."""

from __future__ import annotations

from typing import Any

import pytest
from ftfy import fix_text

from vntextclean.filters.mojibake import foreign_lines as module
from vntextclean.filters.mojibake.foreign_lines import _by_ftfy, _config, _in_capitals, _is_likely, line_around, repairs

READ = {"cafÃ©": "café", "lÃ©": "lé", "SÃ£o": "São", "CAFÃ©": "CAFé", "CÃŠ": "CÊ", "ĐÃŠ": "ĐÊ", "bÆ¡": "bơ"}


class Given:
    """Lines of which ftfy reads the words of a table; ``asked`` keeps what it was asked."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, more: dict[str, str] | None = None) -> None:
        self.asked: list[list[str]] = []
        table = {**READ, **(more or {})}

        def by_ftfy(tokens: list[str], known: dict[str, str]) -> list[str]:
            self.asked.append(tokens)
            return [table.get(token, token) for token in tokens]

        monkeypatch.setattr(module, "_by_ftfy", by_ftfy)


def read(line: str, **more: Any) -> list[tuple[str, str]]:
    return [(line[start:end], word) for start, end, word in repairs(line, **more)]


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        pytest.param("un cafÃ©", [["un", "cafÃ©"]], id="all is read at once"),
        pytest.param("un xÃ¡", [["un", "xÃ¡"]] * 2, id="nothing is read"),
        pytest.param("un cafÃ© xÃ¡", [["un", "cafÃ©", "xÃ¡"]] * 2, id="a word stays hurt"),
        pytest.param("cafÃ© tÃ ", [["cafÃ©", "", ""]], id="a word lost a byte: it is left out at once"),
        pytest.param("cafÃ© chứ xÃ¡", [["cafÃ©", "chứ", "xÃ¡"], ["cafÃ©", "", "xÃ¡"]], id="a word was right"),
        pytest.param("cafÃ© â€š", [["cafÃ©", "â€š"]] * 2, id="a sign of another table lost no byte"),
        pytest.param("cafÃ©\u00a0un", [["cafÃ©", "un"]], id="a no-break space parts words"),
    ],
)
def test_what_ftfy_is_asked(monkeypatch: pytest.MonkeyPatch, line: str, asked: list[list[str]]) -> None:
    given = Given(monkeypatch)
    list(repairs(line))
    assert given.asked == asked


@pytest.mark.parametrize(
    ("line", "taken"),
    [
        pytest.param("un cafÃ© lÃ©", ["café", "lé"], id="none stays damaged"),
        pytest.param("un cafÃ© xÃ¡", ["café"], id="as many stay as are read"),
        pytest.param("un cafÃ© xÃ¡ xÃ²", [], id="more stay than are read"),
        pytest.param("un cafÃ© lÃ© xÃ¡ xÃ²", ["café", "lé"], id="two and two"),
        pytest.param("le mondeÂ", [], id="nothing is read, nor a blank behind a word"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_what_stays_damaged_for_the_most_part_is_not_read(
    monkeypatch: pytest.MonkeyPatch, line: str, taken: list[str]
) -> None:
    Given(monkeypatch)
    assert [word for _, word in read(line)] == taken


@pytest.mark.parametrize(
    ("line", "taken"),
    [
        pytest.param("CÃŠ ĐÃŠ Ơ", [], id="in capitals beside Vietnamese: Ê or Ú"),
        pytest.param("CÃŠ ĐÃŠ ơ", ["CÊ", "ĐÊ"], id="not in capitals"),
        pytest.param("CÃŠ UN", ["CÊ"], id="no Vietnamese beside it"),
        pytest.param("CAFÃ© UN", ["CAFÉ"], id="a small letter in capitals"),
        pytest.param("CAFÃ© un", ["CAFé"], id="the line is not in capitals"),
    ],
)
def test_lines_in_capitals(monkeypatch: pytest.MonkeyPatch, line: str, taken: list[str]) -> None:
    Given(monkeypatch)
    assert [word for _, word in read(line)] == taken


@pytest.mark.parametrize(
    ("word", "token", "becomes"),
    [
        ("xa", "éA", "XA"),  # a capital as its second character
        ("xa", "Aé", "xa"),  # as its first only
        ("Va", "Va", "Va"),  # not read
        ("vA", "vA", "vA"),
    ],
)
def test_a_word_in_capitals(word: str, token: str, becomes: str) -> None:
    assert _in_capitals(word, token) == becomes


@pytest.mark.parametrize(
    ("line", "ours", "says", "taken"),
    [
        pytest.param("cafÃ© ơ", False, {"_is_first": True}, [], id="beside Vietnamese, the first byte of a letter"),
        pytest.param("cafÃ© ơ", False, {"_is_code": True}, [], id="a code"),
        pytest.param("cafÃ© ơ", False, {"_may_be_cut": True}, ["café"], id="it is asked about the whole line"),
        pytest.param("cafÃ© un", False, {"_is_first": True, "_is_code": True}, ["café"], id="none beside it"),
        pytest.param("cafÃ© un", False, {"_may_be_cut": True}, ["café"], id="nor in the text"),
        pytest.param("cafÃ© un", True, {"_may_be_cut": True}, [], id="in a text of ours"),
        pytest.param("cafÃ© un", True, {}, ["café"], id="in a text of ours, a whole word"),
        pytest.param("cafÃ© bÆ¡", False, {"_may_be_cut": True}, [], id="what is read is Vietnamese"),
        pytest.param("cafÃ© bÆ¡", False, {}, ["café", "bơ"], id="and whole"),
    ],
)
def test_words_that_may_be_half_a_letter(
    monkeypatch: pytest.MonkeyPatch, line: str, ours: bool, says: dict[str, bool], taken: list[str]
) -> None:
    Given(monkeypatch)
    for name in ("_is_first", "_is_code", "_may_be_cut"):
        monkeypatch.setattr(module, name, lambda word, name=name: says.get(name, False))
    assert [word for _, word in read(line, among_ours=ours)] == taken
    if not ours:
        assert [word for _, word in read(line)] == taken  # which is what is meant where nothing is said


@pytest.mark.parametrize(
    ("line", "taken"),
    [
        pytest.param("SÃ£o Ã noite", [("SÃ£o", "São"), ("Ã", "à")], id="a word of its own"),
        pytest.param("SÃ£o Ã s x", [("SÃ£o", "São"), ("Ã s", "às")], id="it goes on"),
        pytest.param("SÃ£o Ã s Ã s Ã x", [("SÃ£o", "São"), ("Ã s", "às"), ("Ã s", "às"), ("Ã", "à")], id="again"),
        pytest.param("SÃ£o Ã ", [("SÃ£o", "São")], id="nothing behind it"),
        pytest.param("cAFÃ© Ã noite", [("cAFÃ©", "cAFé")], id="no Latin word is read"),
        pytest.param("cAFÃ© SÃ£y Ã noite", [("cAFÃ©", "cAFé")], id="it looks so but is not read"),
        pytest.param("SÃ£o Ã noite á»i", [("SÃ£o", "São")], id="beside Vietnamese"),
        pytest.param("SÃ£o Paulo noite", [("SÃ£o", "São")], id="no such letter"),
    ],
)
def test_an_a_without_its_second_byte(monkeypatch: pytest.MonkeyPatch, line: str, taken: list[tuple[str, str]]) -> None:
    Given(monkeypatch, {"cAFÃ©": "cAFé"})
    assert read(line) == taken


@pytest.mark.parametrize(
    ("line", "taken"),
    [
        pytest.param("cafÃ© unÂ mot", [("cafÃ©", "café"), ("unÂ", "un")], id="behind a word"),
        pytest.param("cafÃ© un.Â mot", [("cafÃ©", "café"), ("un.Â", "un.")], id="behind a sign"),
        pytest.param("cafÃ© UNÂ mot", [("cafÃ©", "café")], id="behind a capital"),
        pytest.param("cafÃ© unÂ ơ", [("cafÃ©", "café")], id="beside Vietnamese"),
        pytest.param("cafÃ© unÂ á»i", [("cafÃ©", "café")], id="beside Vietnamese that lost a byte"),
    ],
)
def test_half_a_blank_behind_a_word(monkeypatch: pytest.MonkeyPatch, line: str, taken: list[tuple[str, str]]) -> None:
    Given(monkeypatch)
    assert read(line) == taken


@pytest.mark.parametrize(
    ("word", "first"),
    [("café", False), ("xÃ", True), ("xÄ", True), ("Åx", True), ("xÆ", True), ("â", True), ("“â”", True),
     ("ân", False), ("âx", True), ("xâ", False), ("ân-âx", True), ("", False)],
)  # fmt: skip
def test_the_first_byte_of_a_letter_or_sign(word: str, first: bool) -> None:
    assert module._is_first(word) is first


@pytest.mark.parametrize(
    ("word", "cut"),
    [
        ("cafe", False), ("café", False), ("Ärger", False), ("xÃ", True), ("HÄ.", True), ("Äi", True), ("x-Äi", True),
        ("Äx", False), ("ăn-Äx", False), ("đi-ärm", False), ("đi", False),
    ],
)  # fmt: skip
def test_what_may_be_cut(word: str, cut: bool) -> None:
    assert module._may_be_cut(word) is cut


@pytest.mark.parametrize(
    ("line", "fixed", "becomes"),
    [
        pytest.param("cafÃ© n'Ãa", "café n'Ãa", "café n'Ãa", id="one is changed"),
        pytest.param("cafÃ© x±yz", "cafÃ© xÿyz", "cafÃ© x±yz", id="one that was not hurt is changed"),
        pytest.param("Ã¨ x", "è x", "Ã¨ x", id="a letter alone"),
        pytest.param("Ã¨ cafÃ©", "è café", "è café", id="a letter beside a word"),
        pytest.param("cafÃ©s", "cafés\u0301", "cafÃ©s", id="not whole"),
        pytest.param("ca\u0301fÃ©", "ca\u0301fé", "c\u00e1fé", id="it is composed"),
        pytest.param("cafÃ© lÃ©", "ca fé lé", "café lé", id="another count of words: each is read alone"),
    ],
)
def test_what_ftfy_reads_is_believed(monkeypatch: pytest.MonkeyPatch, line: str, fixed: str, becomes: str) -> None:
    given = {"cafÃ©": "café", "lÃ©": "lé", line: fixed}
    monkeypatch.setattr(module, "_fixed", given.__getitem__)
    assert _by_ftfy(line.split(" "), {}) == becomes.split(" ")


def test_sequences_by_themselves_are_read_where_the_line_looks_damaged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_fixed_alone", lambda found: "é")
    line = "ơ cafÃ© xÃ©"
    monkeypatch.setattr("ftfy.badness.is_bad", lambda text: "Ã" in text)
    assert module._fixed(line) == "ơ café xé"
    monkeypatch.setattr("ftfy.badness.is_bad", lambda text: False)
    assert module._fixed(line) == line


@pytest.mark.parametrize("word", ["ch√∫", "a√∫b"])
def test_what_looks_hurt_by_another_table_is_unlikely(word: str) -> None:
    assert not _is_likely(word, "xyz")


@pytest.mark.parametrize(
    "text",
    [
        "một &lt; hai", "\x1b[31mđỏ\x1b[0m", "đ\x91i", "ﬁn", "ＡＢ", "“x” ‘y’", "a\r\nb", "\ud83d\ude00",
        "a\x07b", "e\u0301",
    ],
)  # fmt: skip
def test_ftfy_restyles_nothing(text: str) -> None:
    assert fix_text(text, _config()) == text
    assert fix_text(text) != text


def test_a_short_line_far_behind_is_read_whole() -> None:
    line = "un deux cafÃ© trois"
    text = "a" * module._LONGEST + "\n" + line
    assert line_around(text, len(text) - 8) == (len(text) - len(line), len(text))
