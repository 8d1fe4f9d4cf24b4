"""Which words are respelled: each condition at its border."""

from __future__ import annotations

import pytest

from vntextclean.filters.tone_marks.filter import ToneMarks
from vntextclean.filters.tone_marks.respelling import margin, respelled, with_hats
from vntextclean.filters.tone_marks.sentence_ends import may_end_a_sentence
from vntextclean.filters.tone_marks.surroundings import is_among_vietnamese
from vntextclean.settings import Settings
from vntextclean.text_state import TextState


def _read(text: str, style: str = "keep") -> list[tuple[str, str, str]]:
    found = ToneMarks(Settings(tone_style=style)).edits(TextState(text))  # type: ignore[arg-type]
    return [(text[edit.start : edit.end], edit.replacement, edit.rule.removeprefix("tone-marks.")) for edit in found]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Họ đi ngòai đồng.", [("ngòai", "ngoài", "placement")]),
        ("Họ đi qúa xa.", [("qúa", "quá", "placement")]),
        ("Lúa đựơc mùa.", [("đựơc", "được", "placement")]),
        ("Nhiều nguời thuơng bà.", [("nguời", "người", "horn"), ("thuơng", "thương", "horn")]),
        ("NGUỜI XƯA", [("NGUỜI", "NGƯỜI", "horn")]),
        ("Họ nhớ ngườị Hôm sau họ về.", [("ngườị", "người.", "sentence-end")]),
        ("Họ nhớ ngườị hôm sau họ về.", []),
        ("Thuở xưa họ huơ tay.", []),
        ("Hoà bình và hòa giải.", []),
        ("Chữ noé và uí ở đây.", []),
        ("Hoa", []),
        ("Họ đi ngòai.Rồi về.", [("ngòai", "ngoài", "placement"), ("", " ", "placement")]),
    ],
)
def test_words(text: str, read: list[tuple[str, str, str]]) -> None:
    assert _read(text) == read


@pytest.mark.parametrize(
    ("text", "style", "read"),
    [
        ("hoà bình, tuý luý", "old", [("hoà", "hòa"), ("tuý", "túy"), ("luý", "lúy")]),
        ("hòa bình, túy lúy", "new", [("hòa", "hoà"), ("túy", "tuý"), ("lúy", "luý")]),
        ("hòa bình", "old", []),
        ("hoà bình", "new", []),
        ("hoà bình, hòa giải", "keep", []),
        ("ngòai đồng hoà bình", "old", [("ngòai", "ngoài"), ("hoà", "hòa")]),
        ("chữ noé", "old", []),
        ("được qúa hòa", "new", [("qúa", "quá"), ("hòa", "hoà")]),
    ],
)
def test_style(text: str, style: str, read: list[tuple[str, str]]) -> None:
    assert [each[:2] for each in _read(text, style)] == read


@pytest.mark.parametrize(
    ("text", "word", "ends"),
    [
        ("ngườị", "ngườị", True),
        ("ngườị\nHôm", "ngườị", True),
        ("ngườị Hôm", "ngườị", True),
        ("ngườị hôm", "ngườị", False),
        ("ngườị”", "ngườị", True),
        ("ngườị, hôm", "ngườị", False),
        ("ngườị.. hôm", "ngườị", True),
        ("laỉ Hôm", "laỉ", True),  # a hook is a question mark
        ("laì Hôm", "laì", False),  # a grave is none
        ("gửỉ Hôm", "gửỉ", False),  # a hook typed twice
        ("gửị Hôm", "gửị", True),
    ],
)
def test_where_a_sentence_may_end(text: str, word: str, ends: bool) -> None:
    assert may_end_a_sentence(text, word, len(word)) is ends


@pytest.mark.parametrize(
    ("word", "after"),
    [
        ("tòan", ("toàn", "placement")),
        ("nguời", ("người", "horn")),
        ("NGUỜI", ("NGƯỜI", "horn")),
        ("đưọc", ("được", "horn")),
        ("Uớc", ("Ước", "horn")),
        ("ià", ("ià", "")),
        ("thuở", ("thuở", "")),
        ("huơng", ("hương", "horn")),
        ("buơx", ("buơx", "")),
        ("hoa", ("hoa", "")),
    ],
)
def test_what_was_meant(word: str, after: tuple[str, str]) -> None:
    assert respelled(word, "old") == after


def test_the_style_of_a_word_that_isrespelled() -> None:
    assert respelled("gìa", "new") == respelled("gìa", "old") == ("già", "placement")


@pytest.mark.parametrize(
    ("word", "nats"),
    [
        ("hòà", -1.5),  # two marks
        ("tòan", -4.5),
        ("qúa", -4.5),
        ("gía", -4.5),
        ("hùynh", -4.5),
        ("mơí", 0.5),  # the last letter
        ("tíeng", -0.3),
        ("nóng", -4.5),
        ("đêù", 0.5),
        ("cúôi", -0.3),
        ("qúôc", -0.3),
    ],
)
def test_how_much_likelier_a_word_must_be(word: str, nats: float) -> None:
    assert margin(word) == nats


@pytest.mark.parametrize(("word", "hats"), [("buởi", "buổi"), ("thuơng", "thuông"), ("hoa", "hoa")])
def test_a_hat_for_a_horn(word: str, hats: str) -> None:
    assert with_hats(word) == hats


@pytest.mark.parametrize(
    ("text", "word", "among"),
    [
        ("qúa", "qúa", True),  # alone on its line
        ("raó", "raó", False),
        ("caí", "caí", False),
        ("naò", "naò", False),
        ("qúa xa, được", "qúa", True),  # a letter of our own
        ("qúa xa, là nó", "qúa", True),
        ("qúa xa, là", "qúa", False),  # one marked word is too few
        ("qúa là élan", "qúa", False),
        ("được\nqúa far", "qúa", False),  # the line alone counts
        ("qúa far\nđược", "qúa", False),
        ("qúa qúa", "qúa", True),
    ],
)
def test_surroundings(text: str, word: str, among: bool) -> None:
    start = text.index(word)
    assert is_among_vietnamese(text, start, start + len(word)) is among


@pytest.mark.parametrize(("gap", "among"), [(396, True), (400, False)])
def test_how_far_a_line_is_read(gap: int, among: bool) -> None:
    text = "qúa" + " x" * (gap // 2) + "đ x"
    assert is_among_vietnamese(text, 0, 3) is among
    text = "x đ" + "x " * (gap // 2) + "qúa"
    assert is_among_vietnamese(text, len(text) - 3, len(text)) is among
