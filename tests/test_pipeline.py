"""The engine: contract, order, line ends, documents without marks."""

from __future__ import annotations

import pickle
from collections.abc import Iterable
from typing import Any

import pytest

import vntextclean
from vntextclean import Pipeline
from vntextclean.changes import apply
from vntextclean.edit import Edit
from vntextclean.engine.policy import Policy
from vntextclean.errors import ConfigError, FilterError
from vntextclean.filter import Phase, Rule
from vntextclean.settings import SettingsOptions, ToneStyle
from vntextclean.text_state import TextState

RULES = {"fake.word": Rule("", "", ("", ""), "", "", "")}


class Scripted:
    """A filter that proposes one fixed list of edits."""

    name = "fake"
    phase = Phase.CHARACTERS
    rules = RULES

    def __init__(self, *edits: Edit) -> None:
        self._edits = edits

    def edits(self, state: TextState) -> Iterable[Edit]:
        return self._edits


def pipeline_of(*filters: Scripted) -> Pipeline:
    pipeline = Pipeline.from_preset("lossless")
    pipeline.filters = filters
    pipeline.policy = Policy(pipeline.settings, filters)
    return pipeline


@pytest.mark.parametrize(
    ("edits", "fault"),
    [
        ([Edit(2, 3, "x", "fake.word", ""), Edit(0, 1, "y", "fake.word", "")], "not sorted"),
        ([Edit(0, 3, "x", "fake.word", ""), Edit(2, 4, "y", "fake.word", "")], "overlap"),
        ([Edit(0, 3, "dân", "fake.word", "")], "changes nothing"),
        ([Edit(0, 99, "x", "fake.word", "")], "outside"),
        ([Edit(0, 3, "x", "fake.unknown", "")], "not declared"),
        ([Edit(0, 3, "x", "fake.word", "", float("nan"))], "confidence nan"),
        ([(0, 3, "x", "fake.word", "", 1.0)], "is no Edit"),
        ([Edit("0", 3, "x", "fake.word", "")], "failed: TypeError"),
        ([Edit(0, 3, None, "fake.word", "")], "is no Edit"),
    ],
)
def test_a_filter_that_breaks_its_contract_is_named(edits: list[Edit], fault: str) -> None:
    """The error says which filter, what, and where."""
    with pytest.raises(FilterError, match=fault) as caught:
        pipeline_of(Scripted(*edits)).run("dân vận")
    assert "'fake'" in str(caught.value)


def test_a_broken_contract_is_told_with_the_words_around_it() -> None:
    text = "Bà con thôn Hạ\nhọp ở nhà văn hóa để bàn việc đắp đê"
    at = text.index("họp")
    with pytest.raises(FilterError, match=f"at {at}–{at + 3}, near 'Bà con thôn Hạ họp ở nhà văn hóa để bà'"):
        pipeline_of(Scripted(Edit(at, at + 3, "họp", "fake.word", ""))).run(text)


def test_windows_line_ends_stay_and_offsets_are_those_of_the_text_given() -> None:
    """Filters never see a carriage return; the changes fit the text with them."""
    text = "một\r\nhai\r\nba\r\n"
    cleaned = pipeline_of(Scripted(Edit(4, 8, "", "fake.word", ""), Edit(8, 10, "bốn", "fake.word", ""))).run(text)
    assert cleaned.text == "một\r\nbốn\r\n"
    assert apply(text, (c[:3] for c in cleaned.changes)) == cleaned.text


def test_mixed_line_ends_stay_mixed() -> None:
    """Only what a change touches takes the line end of the text around it."""
    text = "một\nhai\r\nba"
    cleaned = pipeline_of(Scripted(Edit(8, 10, "bốn", "fake.word", ""))).run(text)
    assert cleaned.text == "một\nhai\r\nbốn"


def test_a_document_without_marks_stays_with_one_suggestion() -> None:
    """Text typed without marks is its author's; the way to restore it is shown once."""
    text = "Trang chu \n\n\nCong hoa xa hoi chu nghia Viet Nam \nDoc lap tu do hanh phuc\n"
    cleaned = Pipeline.from_preset("web").run(text)
    assert cleaned.text == text
    assert len(cleaned.suggestions) == 1
    assert "restore" in cleaned.suggestions[0].reasons[0]


def test_what_hides_in_a_document_without_marks_is_taken_away() -> None:
    """Its letters are its author's; a reference and an invisible character are not."""
    text = "Cac ban xem gio tau chay &amp; gia ve o bang duoi day\nTau dung o bon ga doc duong\u200b\n"
    cleaned = Pipeline.from_preset("web").run(text)
    assert cleaned.text == text.replace("&amp;", "&").replace("\u200b", "")
    assert [change.rules[-1] for change in cleaned.suggestions] == ["restore.unmarked"]


def test_the_suggestion_shows_no_more_than_the_head_of_a_long_line() -> None:
    """It tells what the command would do; a document on one line is not restored for that."""
    text = "Cac ban xem gio tau chay va gia ve o bang duoi day " * 200
    (suggestion,) = Pipeline.from_preset("lossless").run(text).suggestions
    assert suggestion.start == 0
    assert 1900 < suggestion.end <= 2000
    assert suggestion.before == text[: suggestion.end] == suggestion.before.rstrip()
    assert suggestion.after.startswith("Các bạn xem giờ tàu chạy")


def test_english_gets_no_suggestion() -> None:
    """A text of another language is no Vietnamese without marks."""
    cleaned = Pipeline.from_preset("web").run("The quick brown fox jumps over the lazy dog.\n")
    assert not cleaned.changes
    assert not cleaned.suggestions


def test_what_one_repair_parts_from_another_is_repaired_in_the_same_run() -> None:
    pipeline = Pipeline.from_preset("web")
    for text, clean in (
        ("Nhà\u00a0trường gá»\u00adi thÆ° cho phá»¥ huynh.", "Nhà trường gửi thư cho phụ huynh."),
        ("Nước lên từng tấc.Chậm.Chậm mà chắc.", "Nước lên từng tấc. Chậm. Chậm mà chắc."),
    ):
        assert pipeline.run(text).text == clean
        assert pipeline.run(clean).text == clean


@pytest.mark.parametrize(
    ("preset", "style", "runs"),
    [("lossless", "keep", False), ("lossless", "new", True), ("web", "keep", True), ("web", "old", True)],
)
def test_a_tone_style_is_asked_for_in_any_preset(preset: str, style: ToneStyle, runs: bool) -> None:
    """Who names a style wants the filter that writes it, once; who names none gets the filters of the preset."""
    names = [made.name for made in Pipeline.from_preset(preset, tone_style=style).filters]
    assert names.count("tone-marks") == runs


def test_a_pipeline_pickles_as_its_settings() -> None:
    """Worker processes get the settings and build their own filters."""
    pipeline = Pipeline.from_preset("web", ignore=("run-ons",))
    assert pickle.loads(pickle.dumps(pipeline)).settings == pipeline.settings


@pytest.mark.parametrize(("options", "named"), [({"name": "wbe"}, "wbe"), ({"ignore": ("run-on",)}, "run-on")])
def test_unknown_names_are_refused(options: dict[str, object], named: str) -> None:
    """A misspelt preset or rule is an error that names it, not a silent no."""
    with pytest.raises(ConfigError, match=named):
        Pipeline.from_preset(**options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "options",
    [
        {"ignore": ("diacritics.tone",)},
        {"keep": frozenset({"tâp"})},
        {"select": ("diacritics.letter",)},
    ],
)
def test_a_repair_that_is_refused_lifts_no_neighbour(options: dict[str, object]) -> None:
    """Of two damaged words the first helps the second only where the first is repaired."""
    text = "Chương trình tâp huấn âm nhc."
    assert Pipeline.from_preset("web").run(text).text == "Chương trình tập huấn âm nhạc."
    judged = Pipeline.from_preset("web", **options).run(text)
    assert judged.text == text
    assert [change.after for change in judged.suggestions] == ["nhạc"]


@pytest.mark.parametrize("size", [1, 2, 7, 100])
def test_what_stands_beside_a_text_in_a_batch_never_matters(size: int) -> None:
    texts = ["Môt buổi tọa  đàm.", "", "Huyện đang thựchiện dự án.\n\nHuyện đang thựchiện dự án.", "Hà Nội"] * 20
    pipeline = Pipeline.from_preset("web")
    found = [cleaned for at in range(0, len(texts), size) for cleaned in pipeline.run_many(texts[at : at + size])]
    assert found == [pipeline.run(text) for text in texts]


def test_one_text_takes_the_settings_that_several_take() -> None:
    text = "Môt buổi  tọa đàm, hòa bình."
    given: SettingsOptions = {"ignore": ["diacritics"], "tone_style": "new"}
    assert vntextclean.clean(text, **given) == vntextclean.clean_batch([text], **given)[0] != vntextclean.clean(text)
    with pytest.raises(ConfigError, match=r"0\.98"):
        vntextclean.clean(text, min_confidence=98)


def test_a_batch_says_which_text_is_none() -> None:
    with pytest.raises(TypeError, match=r"texts\[1\] is NoneType"):
        vntextclean.clean_batch(["a", None])  # type: ignore[list-item]
    with pytest.raises(TypeError, match="one string"):
        vntextclean.clean_batch("Hà Nội")
    with pytest.raises(ConfigError, match="preset"):
        vntextclean.clean_batch([], preset="wbe")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (None, "a text is a string, and this is NoneType; leave it out"),
        (3, "a text is a string, and this is int"),
        ("Hà Nội".encode(), "a text is a string, and this is bytes; decode it first"),
        (["Hà Nội"], "a text is a string, and this is list; use run_many"),
    ],
)
def test_what_is_no_string_is_refused_in_plain_words(given: Any, said: str) -> None:
    with pytest.raises(TypeError, match=said):
        Pipeline.from_preset("lossless").run(given)


def test_it_prints_its_settings() -> None:
    pipeline = Pipeline.from_preset("forum", keep=["Kiêt"], lang="vi")
    assert repr(pipeline) == "<Pipeline.from_preset('forum', keep=('Kiêt',), lang='vi')>"
    assert repr(Pipeline()) == "<Pipeline.from_preset('web')>"
    assert repr(Pipeline(beside=[Scripted()])) == "<Pipeline.from_preset('web') beside fake>"
