"""How rare a word may be that a misplaced tone is read as, what else it may be, and stops that became tones."""

from __future__ import annotations

import pytest

from vntextclean.filters.tone_marks.respelling import margin
from vntextclean.filters.tone_marks.search import Search
from vntextclean.settings import Settings
from vntextclean.text_state import TextState


def search(style: str = "keep", **shares: float) -> Search:
    """A search for which words have the shares that are given, and others are never seen."""
    made = Search(Settings(tone_style=style))  # type: ignore[arg-type]
    made._share_of = {"không": -1.0, **shares}
    return made


def read(text: str, style: str = "keep", **shares: float) -> list[tuple[str, str, str]]:
    edits = search(style, **shares).edits(TextState(text))
    return [(text[edit.start : edit.end], edit.replacement, edit.rule.split(".")[1]) for edit in edits]


@pytest.mark.parametrize(
    ("before", "after", "kind", "shares", "meant"),
    [
        pytest.param("tòan", "toàn", "placement", {"toàn": -14.5}, True, id="as rare as that"),
        pytest.param("tòan", "toàn", "placement", {"toàn": -14.6}, False, id="too rare"),
        pytest.param("tòan", "toàn", "placement", {"toàn": -9.0, "toan": -9.0 - margin("tòan")}, True, id="commoner"),
        pytest.param(
            "tòan", "toàn", "placement", {"toàn": -9.0, "toan": -8.9 - margin("tòan")}, False, id="a stray mark"
        ),
        pytest.param("đựoc", "được", "horn", {"được": -13.0}, True, id="a horn, as rare as that"),
        pytest.param("đựoc", "được", "horn", {"được": -13.1}, False, id="a horn, too rare"),
        pytest.param("muớn", "mướn", "horn", {"mướn": -9.0, "muốn": -11.1}, True, id="a hat is less likely"),
        pytest.param("muớn", "mướn", "horn", {"mướn": -9.0, "muốn": -11.0}, False, id="a hat is as likely"),
        pytest.param("dựơc", "dược", "placement", {"dược": -9.0, "được": -7.0}, True, id="a bar is likelier by two"),
        pytest.param("dựơc", "dược", "placement", {"dược": -9.0, "được": -6.9}, False, id="a bar is likelier by more"),
        pytest.param("tựơc", "tược", "placement", {"tược": -9.0, "được": -2.0}, True, id="only of a d"),
    ],
)
def test_what_is_meant(before: str, after: str, kind: str, shares: dict[str, float], meant: bool) -> None:
    assert search(**shares)._is_meant(before, after, kind) == meant


@pytest.mark.parametrize(
    ("before", "shares", "words"),
    [
        pytest.param("gìa", {"già": -9.0, "gia": -8.9}, ["già", "gia"], id="commoner without its tone"),
        pytest.param("gìa", {"già": -9.0, "gia": -9.0}, ["già"], id="as common"),
        pytest.param("gìa", {"già": -9.0}, ["già"], id="never seen without"),
        pytest.param("liạ", {"lịa": -13.0, "lại": -6.0, "lia": -14.0}, ["lịa", "lại"], id="letters exchanged"),
        pytest.param("ngừơi", {"người": -5.0}, ["người"], id="no syllable without its tone"),
    ],
)
def test_what_else_a_word_may_be(before: str, shares: dict[str, float], words: list[str]) -> None:
    told = search(**shares)._respelled(before)
    assert told is not None
    assert told.words == words


@pytest.mark.parametrize(("before", "own"), [("ngừơi", True), ("gìa", False), ("đaị", True)])
def test_whether_a_word_is_vietnamese_alone(before: str, own: bool) -> None:
    shares = {"người": -5.0, "già": -6.0, "đại": -6.0}
    told = search(**shares)._respelled(before)
    assert told is not None
    assert told.is_own == own


@pytest.mark.parametrize("before", ["người", "xyz", "ngừoi"])
def test_what_is_no_misplaced_tone(before: str) -> None:
    told = search()._respelled(before)
    assert told is None


@pytest.mark.parametrize(
    ("before", "shares", "after"),
    [
        pytest.param("lúạ", {}, "lúa.", id="two tones in small letters"),
        pytest.param("Lúạ", {}, "Lúa.", id="two different tones, with a capital"),
        pytest.param("Lụạ", {"lụa": -9.0}, None, id="the same tone twice, with a capital: no stop was swallowed"),
        pytest.param("lụạ", {"lụa": -9.0}, "lụa.", id="the same tone twice, in small letters"),
        pytest.param("nhiềụ", {}, "nhiều.", id="a syllable with a hat"),
        pytest.param("cuạ", {"cua": -6.9, "cụa": -9.0}, "cua.", id="commoner without its tone by more than two"),
        pytest.param("cuạ", {"cua": -7.0, "cụa": -9.0}, "cua.", id="by two"),
        pytest.param("cuạ", {"cua": -7.1, "cụa": -9.0}, None, id="by less"),
        pytest.param("xyạ", {}, None, id="no syllable"),
        pytest.param("lúả", {}, "lúa?", id="a hook is a question mark"),
    ],
)
def test_a_stop_that_became_a_tone(before: str, shares: dict[str, float], after: str | None) -> None:
    found = search(**shares)._sentence_end(before, 3, 3 + len(before))
    assert (found and found.replacement) == after
    if found:
        assert (found.start, found.end, found.rule) == (3, 3 + len(before), "tone-marks.sentence-end")
        assert found.reason


@pytest.mark.parametrize(
    ("text", "shares", "found"),
    [
        pytest.param("Cuả ai", {"của": -5.0}, [("Cuả", "Của", "placement")], id="a slip"),
        pytest.param("Bà nói cuả.", {"của": -5.0, "cua": -6.0}, [("cuả", "của", "placement")], id="at an end too"),
        pytest.param("Ông Noé đi.", {"nóe": -5.0}, [], id="a name"),
        pytest.param("Bà con gìa đi", {"già": -5.0}, [("gìa", "già", "placement")], id="among Vietnamese words"),
        pytest.param("gìa de la mer été", {"già": -5.0}, [], id="among French words"),
        pytest.param("ngừơi de la mer été", {"người": -5.0}, [("ngừơi", "người", "placement")], id="a letter of ours"),
        pytest.param("Năm quyêǹ", {"quyền": -14.5}, [("quyêǹ", "quyền", "placement")], id="a tone on the consonant"),
        pytest.param("Năm quyêǹ", {"quyền": -14.6}, [], id="of a word that is too rare"),
    ],
)
def test_words_in_a_text(text: str, shares: dict[str, float], found: list[tuple[str, str, str]]) -> None:
    assert read(text, **shares) == found


@pytest.mark.parametrize(
    ("text", "style", "found"),
    [
        ("Hòa bình, khỏe, thủy", "new", [("Hòa", "Hoà"), ("khỏe", "khoẻ"), ("thủy", "thuỷ")]),
        ("Hoà bình, khoẻ, thuỷ", "old", [("Hoà", "Hòa"), ("khoẻ", "khỏe"), ("thuỷ", "thủy")]),
        ("Hòa bình, khoẻ", "old", [("khoẻ", "khỏe")]),
        ("Hòa bình, khoẻ", "keep", []),
        ("Noé và Hòa", "old", []),
        ("toàn quý quả", "old", []),
        ("NGOẠC HOÀ", "old", [("HOÀ", "HÒA")]),
    ],
)
def test_the_style_of_a_text(text: str, style: str, found: list[tuple[str, str]]) -> None:
    assert read(text, style) == [(*each, "style") for each in found]


def test_a_word_is_put_right_and_gets_the_style_at_once() -> None:
    shares = {"hoà": -6.0, "hòa": -6.0, "toàn": -6.0}
    assert read("Tòan dân hòa", "new", **shares) == [("Tòan", "Toàn", "placement"), ("hòa", "hoà", "style")]
