"""Settings check themselves: what would clean otherwise than its author means is refused, with the nearest name."""

from __future__ import annotations

import typing
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

import vntextclean
from vntextclean import ConfigError, Pipeline, Settings
from vntextclean.settings import SettingsOptions


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"min_confidence": 98}, "did you mean 0.98"),
        ({"min_confidence": 1.5}, "did you mean 0.015"),
        ({"min_confidence": 100}, r"did you mean 1\?"),
        ({"min_confidence": 101}, "from 0 to 1$"),
        ({"min_confidence": -0.1}, "from 0 to 1$"),
        ({"min_confidence": float("nan")}, "from 0 to 1"),
        ({"min_confidence": "0.9"}, "must be a number"),
        ({"min_confidence": True}, "must be a number"),
        ({"tone_style": "newx"}, "did you mean 'new'"),
        ({"lang": "fr"}, "there are: en, vi"),
        ({"keep": "Kiêt"}, r"did you mean \('Kiêt',\)"),
        ({"keep": frozenset({"Kiêt", ""})}, "holds ''"),
        ({"select": "diacritics"}, "did you mean"),
        ({"ignore": "run-ons.words"}, "did you mean"),
        ({"filters": "spacing"}, "did you mean"),
        ({"select": 3}, "a collection of strings"),
        ({"select": (3,)}, "holds 3"),
        ({"keep": ["Kiêt", " "]}, "holds ' '"),
        ({"preset": 3}, "must be a string"),
        ({"preset": "wbe"}, "did you mean 'web'"),
        ({"filters": ("spacin",)}, "did you mean 'spacing'"),
        ({"select": ("diacritic",)}, "did you mean 'diacritics'"),
        ({"ignore": ("spacing.before-punctation",)}, "did you mean 'spacing.before-punctuation'"),
        ({"model": 3}, "the path of a file"),
        ({"boilerplate": b"a.vnbp"}, "the path of a file"),
    ],
)
def test_what_cannot_be_meant_is_refused(options: dict[str, Any], said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        Pipeline(Settings(**options))


def test_lists_sets_and_paths_are_taken_for_what_they_say() -> None:
    given: dict[str, Any] = {"select": ["spacing"], "keep": {"Kiêt"}, "min_confidence": 1, "model": Path("a.vnlm")}
    settings = Settings(**given)
    assert settings == Settings(select=("spacing",), keep=frozenset({"Kiêt"}), min_confidence=1.0, model="a.vnlm")
    assert hash(settings) == hash(Settings(**given))
    assert isinstance(settings.min_confidence, float)


def test_equal_sets_are_equal_settings_and_lists_keep_their_order() -> None:
    codes: Any = {"spacing", "run-ons", "compose", "diacritics"}
    for given in (codes, frozenset(codes)):
        assert Settings(select=given).select == ("compose", "diacritics", "run-ons", "spacing")
    assert Settings(select=("spacing", "compose")).select == ("spacing", "compose")
    for share in (0, 1):
        assert Settings(min_confidence=share).min_confidence == share


def test_the_keyword_arguments_of_a_pipeline_are_the_settings() -> None:
    hints = typing.get_type_hints(Settings)
    assert typing.get_type_hints(SettingsOptions) == {name: kind for name, kind in hints.items() if name != "preset"}
    assert {field.name for field in fields(Settings)} == set(hints)


def test_a_pipeline_keeps_the_settings_it_was_made_with() -> None:
    settings = Settings(preset="ocr", lang="vi")
    assert Pipeline(settings).settings == settings


def test_line_joins_join_lines_wherever_they_are_asked_for() -> None:
    text = "Quỹ này do huyện lập ra từ năm ngoái nhằm giúp các hộ nghèo\ncó vốn làm ăn."
    assert Pipeline.from_preset("web", filters=("line-joins",)).run(text).text == text.replace("\n", " ")


def test_every_public_name_is_there() -> None:
    for name in vntextclean.__all__:
        assert getattr(vntextclean, name).__module__.startswith("vntextclean")
    assert issubclass(vntextclean.InputError, vntextclean.VntextcleanError)
