"""What a line tells of its words: at the borders of each question."""

from __future__ import annotations

import pytest

from vntextclean.filters.lookalikes.line import Line, lines_in
from vntextclean.vietnamese.word_evidence import Evidence, evidence_of


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“hai ba”", {0: "“hai ba”"}),
        ("“hai” ba", {}),  # one word is no quotation of another hand
        ("a “hai ba” “bốn năm” c", {2: "“hai ba”", 11: "“bốn năm”"}),
        ("“hai ba ‘bốn năm’ sáu” bảy", {0: "“hai ba ‘bốn năm’ sáu”"}),  # the inner one is a part of it
    ],
)
def test_quotations_are_lines_of_their_own(text: str, quoted: dict[int, str]) -> None:
    (at, own), *parts = [(at, line.text) for at, line in lines_in(text)]
    assert dict(parts) == quoted
    blank = text
    for part in quoted.values():
        blank = blank.replace(part, " " * len(part))
    assert (at, own) == (0, blank)


@pytest.mark.parametrize(
    ("text", "quoted", "vietnamese"),
    [
        ("thành phố", False, True),  # ố is a letter of Vietnamese alone
        ("Ðà Lát", False, False),  # à and á are letters of many languages
        ("Ðà Lát", True, True),  # in a quotation a word that makes a syllable is enough
        ("EÐA, síðu", True, False),
        ("Ða", True, False),  # ... but not one of plain letters
    ],
)
def test_a_line_is_vietnamese_by_its_letters_and_a_quotation_by_its_words(
    text: str, quoted: bool, vietnamese: bool
) -> None:
    assert Line(text, quoted=quoted).is_vietnamese is vietnamese


def test_a_line_is_no_quotation_unless_it_is_said() -> None:
    assert not Line("Ðà Lát").is_vietnamese


@pytest.mark.parametrize(
    ("text", "after", "foreign"),
    [
        ("Ðà thwart", "Đà", True),  # no word of Vietnamese but itself
        ("Ðà", "Đà", False),  # nothing is beside it
        ("Ðà của một người thwart", "Đà", False),  # one foreign word among Vietnamese ones
        ("Ðà của thwart straight clerks strength", "Đà", True),
    ],
)
def test_the_words_beside_tell_whether_the_line_is_foreign(text: str, after: str, foreign: bool) -> None:
    assert Line(text).is_foreign_beside(after) is foreign


@pytest.mark.parametrize(
    ("text", "keeps"),
    [("España, niño", True), ("ñandú", False), ("AÑO", True), ("ñược", False)],
)
def test_a_tilde_inside_a_word_is_spanish(text: str, keeps: bool) -> None:
    assert Line(text).keeps_tilde is keeps


@pytest.mark.parametrize(
    ("text", "keeps"),
    [
        ("nǐ hǎo", True),
        ("nǎm học mới", False),  # Vietnamese letters, no other sign of Chinese
        ("nǎm, Běijīng học", True),  # ē and ī are of transcription only
        ("sǎn", True),  # may be Chinese
        ("nǎm", False),  # no syllable of Chinese ends in m
        ("xǎm zǎm", False),
        ("zǎm", True),  # no syllable of Vietnamese
    ],
)
def test_a_caron_is_kept_where_the_line_may_be_chinese(text: str, keeps: bool) -> None:
    assert Line(text).keeps_caron is keeps


@pytest.mark.parametrize(
    ("text", "at", "another"),
    [
        ("a\u0441", 0, False),  # the word itself is of both scripts, and none else is there
        ("a\u0441 \u043c\u0430\u043c\u0430", 0, True),
        ("a\u0441 rồi \u043c\u0430\u043c\u0430", 0, False),  # a word lies between, on a Vietnamese line
        ("a\u0441 roi \u043c\u0430\u043c\u0430", 0, True),  # ... on another line that does not matter
        ("\u043c\u0430\u043c\u0430 a\u0441 rồi", 5, True),
        ("\u043c\u0430\u043c\u0430 rồi a\u0441 rồi \u043c\u0430", 9, False),
    ],
)
def test_words_of_another_script_beside_a_word(text: str, at: int, another: bool) -> None:
    line = Line(text)
    word = next(word for word in line.words if word.start() == at)
    assert line.has_another_script(word) is another


def test_quotations_side_by_side() -> None:
    (_, own), *parts = lines_in("“hai ba”“bốn năm” ơi", writes_tilde=True)
    assert own.text == " " * 17 + " ơi"
    assert own.writes_tilde
    assert [(at, line.text, line.writes_tilde) for at, line in parts] == [
        (0, "“hai ba”", False),
        (8, "“bốn năm”", False),
    ]
    (_, own), part = lines_in("Ðà “Ðà Lát”")
    assert not own.writes_tilde
    assert not own.is_vietnamese
    assert part[1].is_vietnamese  # a quotation is one by a word that makes a syllable


@pytest.mark.parametrize(
    ("own", "alien", "foreign"),
    [
        (7, 13, False),  # just the share that must be Vietnamese
        (7, 14, True),
        (0, 1, True),
        (0, 0, False),  # nothing tells
        (1, 0, False),
        (-1, 0, False),  # the word was not among those that are counted
    ],
)
def test_how_many_words_beside_make_a_line_foreign(own: int, alien: int, foreign: bool) -> None:
    line = Line("")
    line.__dict__["_evidence"] = Evidence(own + 1, alien)
    assert evidence_of(["được"]).own == 1
    assert line.is_foreign_beside("được") is foreign


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("ư", False),  # a letter by itself
        ("tư", True),
        ("Ƣa", True),
        ("tƣ", True),
        ("ta về", False),
        ("ư, a", False),
    ],
)
def test_a_word_with_an_u_that_has_a_horn(text: str, has: bool) -> None:
    assert Line(text).has_gha_word is has


@pytest.mark.parametrize(
    ("text", "writes", "keeps"),
    [("España", False, True), ("España", True, False), ("ñandú", False, False), ("ÑHÑCÑ", False, False)],
)
def test_a_text_that_has_the_tilde_for_our_letter_keeps_none(text: str, writes: bool, keeps: bool) -> None:
    assert Line(text, writes_tilde=writes).keeps_tilde is keeps


@pytest.mark.parametrize(
    ("text", "keeps"),
    [
        ("thành phố", False),
        ("phố", False),
        ("sam sǎn", True),
        ("sam", True),
        ("sǎm", False),
        ("sǎm sǎn", False),
        ("sǎp", True),
    ],
)
def test_a_syllable_that_is_no_chinese_one(text: str, keeps: bool) -> None:
    assert Line(text).keeps_caron is keeps


@pytest.mark.parametrize(
    ("text", "has"),
    [("nh\u0131ều", True), ("nhiều", False), ("t\u0131n", False), ("\u0131ắkz", False), ("đ\u0131", True), ("", False)],
)
def test_a_syllable_with_a_dotless_letter(text: str, has: bool) -> None:
    assert Line(text).has_dotless_syllable is has


@pytest.mark.parametrize(("text", "another"), [("a\u0441", False), ("a\u0441 ơi", False), ("a\u0441 \u043c", True)])
def test_no_word_of_another_script(text: str, another: bool) -> None:
    line = Line(text)
    assert line.has_another_script(line.words[0]) is another
