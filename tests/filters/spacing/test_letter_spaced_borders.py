"""Where letters stand apart: how many, how close, in gaps of which widths, and what parts a stretch from its line."""

from __future__ import annotations

import pytest

from vntextclean.filters.spacing import letter_spaced as module
from vntextclean.filters.spacing.letter_spaced import LetterSpaced, Spaced, Word, letter_spaced


def spans(tokens: str) -> list[tuple[int, int]]:
    """Where the tokens of a text stand, parted by blanks."""
    found, at = [], 0
    for token in tokens.split(" "):
        if token:
            found.append((at, at + len(token)))
        at += len(token) + 1
    return found


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("a b c d e f", ["a b c d e f"]),
        ("a b c d e", []),
        ("a b c d ef g", ["a b c d ef g"]),
        ("a b c d e fg", []),  # the last is dropped, and five are left
        ("a b c d e f gh", ["a b c d e f"]),
        ("ab c d e f g h", ["c d e f g h"]),
        ("a b c defg h i j k", []),
        ("a b c def h i j k", ["a b c def h i j k"]),
        ("a  b   c d e f", ["a  b   c d e f"]),
        ("xa b c d e f g", ["b c d e f g"]),
        ("a b c d e f.", []),
        ("a b c\nd e f", []),
    ],
)
def test_runs_of_tokens(text: str, runs: list[str]) -> None:
    assert [text[run[0][0] : run[-1][1]] for run in module._runs(text)] == runs


@pytest.mark.parametrize(
    ("gaps", "inner"),
    [
        ([" ", " ", "  "], [{" "}, {" "}]),
        ([" ", "  ", "  "], []),
        ([" ", " ", "  ", "  "], [{" "}]),  # as common as the other, and narrower
        ([" ", " ", " ", "  ", "   "], [{" "}, {" ", "  "}, {" "}]),
        ([" ", " "], []),
        ([" ", "\u00a0", "\u00a0"], [{"\u00a0"}]),
        (["  ", " ", "  "], []),
    ],
)
def test_gaps_inside_words(gaps: list[str], inner: list[set[str]]) -> None:
    assert [*module._inner(gaps)] == inner


def test_gaps_of_many_widths() -> None:
    gaps = [" " * width for width in (1, 1, 1, 1, 1, 1, 1, 2, 3, 4, 5, 6)]
    assert [max(map(len, inner)) for inner in module._inner(gaps)] == [1, 2, 3, 4, 1]


@pytest.mark.parametrize(
    ("text", "parts", "words"),
    [
        ("t ra  đi", [False, True], [(0, 6, "tra"), (6, 8, "đi")]),
        ("t ra đi", [False, False], [(0, 7, "trađi")]),
        ("a  b  c", [True, True], [(0, 3, "a"), (3, 6, "b"), (6, 7, "c")]),
        ("a  ,  c", [True, True], [(0, 6, "a,"), (6, 7, "c")]),  # a mark stays at its word
        ("a  (  c", [True, True], [(0, 3, "a"), (3, 6, "("), (6, 7, "c")]),
    ],
)
def test_words_by_their_gaps(text: str, parts: list[bool], words: list[tuple[int, int, str]]) -> None:
    assert module._words(text, spans(text), parts) == [Word(*word) for word in words]


@pytest.mark.parametrize(
    ("words", "share"),
    [
        (["thanh", "tra"], 1.0),
        (["thanh"], None),  # one word
        (["thanh", "12"], 1.0),  # a number does not count
        (["12", "13"], None),
        (["thanh", "ngng"], 0.5),
        (["thanh", "tra", "ngng"], 2 / 3),
        (["thanh", "vissng"], 0.0),  # no Vietnamese
        (["thanh", "VT", "TC"], 1.0),  # abbreviations among small letters
        (["thanh", "ANH"], 1.0),  # a word with a vowel counts
        (["THANH", "VT"], 0.5),  # in capitals they count
        (["a", "bc"], None),
        (["ab", "cd"], None),  # two letters on average, and no longer word
        (["a", "bcd"], 0.5),
        (["a", "anh"], 1.0),
        (["a", "b", "anh"], None),  # too few letters on average
        (["...", "thanh"], 1.0),
        (["...", "!"], None),
        (["e", "anh"], 1.0),
        (["k", "anh"], 0.5),  # a consonant is no syllable
        (["cộnghòa", "anh"], 0.5),  # two syllables are no fault
    ],
)
def test_the_share_of_syllables(words: list[str], share: float | None) -> None:
    assert module._share(words) == (None if share is None else pytest.approx(share))


@pytest.mark.parametrize(
    ("word", "none"),
    [
        ("thanh", False), ("chuyn", False), ("vissng", True), ("nhàncvit", True), ("cộnghòa", False), ("ngng", False),
        ("qwrt", True), ("anhanh", False), ("xanhxx", True),
    ],
)  # fmt: skip
def test_what_is_no_syllable(word: str, none: bool) -> None:
    assert module._is_no_syllable(word) == none


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("á b c d  e f g h", 0.3),  # eight single letters, two widths
        ("á b c d e f g h", 0.6),  # one width
        ("á b  c d   e f g h", 0.6),  # three widths
        ("á b c d  e f g", 0.6),  # seven
        ("á b c d  e f gh i", 0.6),  # two together
        ("a b c d  e f gh i", 0.75),  # no mark
        ("a b c d  e f g h", 0.3),
    ],
)
def test_the_share_that_is_asked_for(text: str, least: float) -> None:
    assert module._least(text, spans(text)) == least


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("a b c", 3), ("a b cd e", 2), ("ab c d e", 3), ("a , b", 2), ("a 1 b", 3), (", . !", 0), ("ab cd", 0),
        ("a b cd e f g", 3), ("a b c de f", 3),
    ],
)  # fmt: skip
def test_letters_alone_in_a_row(text: str, row: int) -> None:
    assert module._longest_row(text, spans(text)) == row


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("[a b c]", True),
        ("xin [a b c]", False),  # the gap before is as wide as those inside
        ("xin  [a b c]", True),
        ("xin, [a b c]", True),
        ("[a b c] xin", False),
        ("[a b c]  xin", True),
        ("[a b c,] xin", True),
        ("xin  [a b c] xin", False),
        ("xin" + " " * 25 + "[a b c]", True),
        ("\n[a b c]\n", True),
        ("xin [a b c]  xin", False),
    ],
)
def test_a_stretch_stands_apart(text: str, apart: bool) -> None:
    start, end = text.index("["), text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")
    assert module._stands_apart(plain, start, end, {" "}) == apart


@pytest.mark.parametrize(
    ("text", "start", "end", "has"),
    [
        ("ba  nhà", 1, 4, True), ("ba  nhà", 4, 7, False), ("ba  nhà", 5, 8, True), ("ba", -4, -1, True),
        ("ba nhà", 0, 2, False), ("ba nhà", 0, 3, True), ("ba", 0, 2, False), ("ba", 1, 3, True), ("ba", -1, 1, True),
        ("ba nhà", 2, 4, True),
    ],
)  # fmt: skip
def test_whether_a_place_is_blank(text: str, start: int, end: int, has: bool) -> None:
    assert module._has_blank(text, start, end) == has


def read(text: str) -> list[tuple[list[str], bool]]:
    return [([word.joined for word in one.words], one.reads) for one in letter_spaced(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("T h a n h   t r a", [(["Thanh", "tra"], True)]),
        ("T h a n   t r", [(["Than", "tr"], False)]),  # half of them are syllables
        ("1 2 3 4 5   a b c d e", []),  # five letters
        ("1 2 3 4 5   n h à g ỗ c", [(["12345", "nhàgỗc"], False)]),
        ("T h a n h   t r a   t ỉ nh", []),  # what is longer at the end is left, and a narrow gap parts it
        ("T h a n h   t r a   t ỉ  nh", [(["Thanh", "tra", "tỉ"], True)]),
        ("d e   f g   h i   k l", []),  # words of two letters
        ("T h a n h t r a", []),  # gaps of one width
    ],
)
def test_stretches(text: str, found: list[tuple[list[str], bool]]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("n g h i ê ng   h ọc   c ủ", [(["nghiêng", "học", "củ"], True)]),  # two of ten tokens
        ("n g h i ê ng   h ọc   nh ủ", []),  # three of ten
        ("n g hi ê ng   h ọ   c ủ", []),  # a row of four letters alone
        ("n g h i ê ng   x x x   z z z   c ủ", []),  # what is no Vietnamese stays where letters stand close
        ("n g h i ê n   x x x x   c ủ", [(["nghiên", "xxxx", "củ"], False)]),
    ],
)
def test_letters_that_stand_close(text: str, found: list[tuple[list[str], bool]]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "place", "joined", "covered"),
    [
        pytest.param("T h a n h   t r a\n", (9, 12), True, True, id="a wide gap inside"),
        pytest.param("T h a n h   t r a\n", (9, 12), False, True, id="where nothing is joined too"),
        pytest.param("T h a n h   t r a  xin\n", (17, 19), True, False, id="behind what is joined"),
        pytest.param("T h a n h   t r a  xin\n", (17, 19), False, True, id="behind what is not"),
        pytest.param("xin  T h a n h   t r a\n", (3, 5), False, True, id="before it"),
        pytest.param("xin  T h a n h   t r a\n", (3, 5), True, False, id="before what is joined"),
        pytest.param("   T h a n h   t r a\n", (0, 3), False, False, id="an indent"),
        pytest.param("T h a n h   t r a  \n", (17, 19), False, False, id="blanks at the end of a line"),
        pytest.param("T h a n h   t r a  ", (17, 19), False, False, id="blanks at the end of a text"),
        pytest.param("một hai  ba bốn\n", (7, 9), True, False, id="words"),
        pytest.param("a b  c d\n", (3, 5), True, False, id="too few letters"),
        pytest.param("x y  T h a n   t r\n", (3, 5), True, True, id="before what makes no words"),
    ],
)
def test_zones_of_blanks(text: str, place: tuple[int, int], joined: bool, covered: bool) -> None:
    assert LetterSpaced(text, joined=joined).covers(*place) == covered


def test_each_line_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[tuple[int, int]] = []

    def given(text: str, low: int, high: int) -> list[Spaced]:
        calls.append((low, high))
        return [Spaced(low, low + 17, (), reads=True)]

    monkeypatch.setattr(module, "letter_spaced", given)
    line = "T h a n h   t r a"
    made = LetterSpaced(f"{line}\n{line}\n", joined=True)
    assert made.covers(9, 12)
    assert made.covers(9, 12)
    assert made.covers(27, 30)
    assert calls == [(0, 17), (18, 35)]
