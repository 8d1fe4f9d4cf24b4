"""What each format lets through to the filters, and what comes out: all else stays, byte for byte."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from vntextclean.changes import apply
from vntextclean.errors import ConfigError, InputError
from vntextclean.pipeline import Pipeline

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

CASES = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))["case"]
PIPELINES = {"spacing": Pipeline.from_preset("web", filters=("spacing",)), "web": Pipeline.from_preset("web")}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['form']}: {case['label']}")
def test_the_text_is_cleaned_and_the_rest_kept(case: dict[str, Any]) -> None:
    pipeline, before = PIPELINES[case["filters"]], case["before"]
    after = case.get("after", before)
    cleaned = pipeline.run(before, case["form"])
    assert cleaned.text == after
    assert apply(before, (change[:3] for change in cleaned.changes)) == after
    assert pipeline.run(after, case["form"]).text == after


def test_every_format_has_cases_of_both_kinds() -> None:
    told = {(case["form"], "after" in case) for case in CASES}
    assert {form for form, _ in told} == {"markdown", "html", "srt", "vtt", "csv", "tsv", "json"}
    assert {form for form, changes in told if not changes} >= {"markdown", "html", "srt", "csv", "json"}


@pytest.mark.parametrize("preset", ["lossless", "web"])
@pytest.mark.parametrize("sign", ["\u2066", "\u200b", "\ufeff", "&#8203;"])
@pytest.mark.parametrize("blanks", ["\t", "    ", "\u3000"])
@pytest.mark.parametrize(
    ("form", "before"),
    [
        ("csv", "a,b\n1,{}đi  chợ\n"),
        ("vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n{}đi  chợ\n"),
        ("json", '["{}đi  chợ"]'),
        ("html", "<p>{}đi  chợ</p>"),
    ],
)
def test_blanks_behind_a_sign_that_goes_are_no_indent(
    form: str, before: str, blanks: str, sign: str, preset: str
) -> None:
    """An indent keeps the gaps behind it, and a second reading finds none: blanks at an end are not text."""
    pipeline = Pipeline.from_preset(preset)
    blanks = "\\t" if form == "json" and blanks == "\t" else blanks
    once = pipeline.run(before.format(sign + blanks), form).text
    assert pipeline.run(once, form).text == once
    assert "đi chợ" in once or sign.startswith("&")


def test_suggestions_stand_in_the_places_of_the_source() -> None:
    text = "# A\n\n**Môt buổi** tọa đàm về *công tác dân vn*.\n"
    doubtful = Pipeline.from_preset("web", min_confidence=1.0).run(text, "markdown")
    assert not doubtful.changed
    assert {text[s.start : s.end] for s in doubtful.suggestions} == {"Môt", "vn"}


@pytest.mark.parametrize(
    ("form", "text", "said"),
    [
        ("json", "{'a': 1}", "line 1, column 2: no JSON"),
        ("json", '{"a": 1}\n{"a": 2}\n', "--documents jsonl:FIELD"),
        ("json", "[" * 200_000, "nested too deeply"),
        ("srt", "một  hai\n", "no line has a time code"),
        ("vtt", "một  hai\n", "no line has a time code"),
    ],
)
def test_what_is_not_of_its_format_is_refused(form: str, text: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        PIPELINES["spacing"].run(text, form)


def test_an_unknown_format_is_named() -> None:
    with pytest.raises(ConfigError, match="did you mean 'markdown'"):
        PIPELINES["spacing"].run("", "markdwn")
