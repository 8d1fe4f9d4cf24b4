"""No byte of a document's structure changes, whatever its text: other parsers than ours are asked before and after."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from functools import lru_cache
from html.parser import HTMLParser
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from vntextclean.changes import apply
from vntextclean.cleaned import Cleaned
from vntextclean.pipeline import Pipeline

ROOT = Path(__file__).parent.parent.parent
#: A longer document takes long and shows no more.
LONGEST = 200_000

#: Spaces and words that some filter repairs, and every sign that is markup somewhere.
WORDS = [
    "Môt buổi",
    "tọa  đàm",
    "công tác dân vn",
    "Hà Nội.Sơn La",
    "hiệntổ chức",
    "e\u0302\u0323",
    " ,",
    " .",
    "1 .",
    "2.",
]
SPACES = [
    "  ",
    " ",
    "\t",
    "\u00a0",
    "\u200b",
    "\u2028",
    "\ufffc",
    "\n",
    "\n\n",
    "\r\n",
    "\n    ",
    "\n> ",
    "\n- ",
    "\n1",
]
SIGNS = [
    "-",
    "+ ",
    "# ",
    "*",
    "**",
    "_",
    "`",
    "```",
    "~~",
    "[",
    "](a b)",
    "]: x",
    "|",
    "|--|--|\n",
    "---\n",
    "===\n",
    "\\",
]
SIGNS += [":", "$", "!", "(", ")", "{", "}", ",", ";", '"', '""', "<", ">", "<b>", "</b>", "<br>", "<!--", "-->", "&"]
SIGNS += ["&agrave;", "&#7853;", "00:00:01,000 --> 00:00:02,000\n"]
TEXTS = st.lists(st.sampled_from(WORDS + SPACES + SIGNS), max_size=30).map("".join)


@lru_cache(maxsize=1)
def pipeline() -> Pipeline:
    return Pipeline.from_preset("web")


def run(text: str, form: str) -> Cleaned:
    """Clean a text, and hold the result to what every face relies on."""
    cleaned = pipeline().run(text, form)
    assert apply(text, (change[:3] for change in cleaned.changes)) == cleaned.text
    both = sorted([*cleaned.changes, *cleaned.suggestions])
    assert all(0 <= change.start <= change.end <= len(text) for change in both)
    return cleaned


def markdown_shape(text: str) -> list[Any]:
    """All that markdown-it-py says of a document but its words."""

    def walk(tokens: list[Any]) -> Iterator[Any]:
        for token in tokens:
            words = token.type in ("text", "text_special", "inline")
            yield token.type, token.tag, token.map, token.markup, token.attrs, "" if words else token.content
            yield from walk(token.children or [])

    environment: dict[str, Any] = {}
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text, environment)
    return [*walk(tokens), environment.get("references")]


def documents() -> dict[str, str]:
    """The Markdown files of this repository and of the installed packages, and what these say of themselves."""
    found: dict[str, str] = {}
    for place in (ROOT, Path(pytest.__file__).parent.parent):
        for path in place.rglob("*.md"):
            if not any(part.startswith(".") for part in path.relative_to(place).parts):
                found[str(path.relative_to(place))] = path.read_bytes().decode("utf-8", "replace")
    for package in distributions():
        if "markdown" in (package.metadata.get("Description-Content-Type") or ""):
            found[package.metadata["Name"]] = str(package.metadata["Description"] or package.metadata.get_payload())
    return {name: text for name, text in found.items() if text.strip() and len(text) < LONGEST}


DOCUMENTS = documents()


def test_there_are_documents_to_read() -> None:
    assert len(DOCUMENTS) > 30


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_markdown_of_this_machine_keeps_its_structure(name: str) -> None:
    text = DOCUMENTS[name]
    for given_text in (text, re.sub(r"(?<=\w) (?=\w)", "  ", text)):  # and with a repair beside every word
        cleaned = run(given_text, "markdown")
        assert markdown_shape(cleaned.text) == markdown_shape(given_text)


@pytest.mark.property
@given(TEXTS)
def test_markdown_keeps_its_structure(text: str) -> None:
    assert markdown_shape(run(text, "markdown").text) == markdown_shape(text)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Any] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        self.found.append(tag)

    def handle_comment(self, data: str) -> None:
        self.found.append(("comment", data))


@pytest.mark.property
@given(TEXTS)
def test_html_keeps_its_tags(text: str) -> None:
    def tags(page: str) -> list[Any]:
        reader = _Tags()
        reader.feed(page)
        reader.close()
        return reader.found

    assert tags(run(text, "html").text) == tags(text)


@pytest.mark.property
@example("00:00:01,000 --> 00:00:02,000\n\ufffc<br>", ",")  # a row of nothing but a tag of a line break
@example("tên,quê\n<br>\nLò Thị Sen,Nà Lo", ",")
@given(TEXTS, st.sampled_from(",;\t|"))
def test_a_table_keeps_its_shape(text: str, separator: str) -> None:
    def shape(table: str) -> list[int]:
        return [len(row) for row in csv.reader(io.StringIO(table, newline=""), delimiter=separator)]

    assert shape(run(f"sep={separator}\n{text}", "csv").text) == shape(f"sep={separator}\n{text}")
    if separator == "\t":
        assert shape(run(text, "tsv").text) == shape(text)


@pytest.mark.property
@given(st.lists(st.lists(TEXTS, min_size=2, max_size=2), min_size=2, max_size=4), st.sampled_from("\t,;"))
@example([["\n", "Môt buổi ,"], ["", " ,"]], ";")  # by commas, too, each record would have two cells
def test_the_cells_of_a_table_are_all_that_changes(rows: list[list[str]], separator: str) -> None:
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=separator).writerows(rows)
    cleaned = run(written.getvalue(), "tsv" if separator == "\t" else "csv").text
    read = list(csv.reader(io.StringIO(cleaned, newline=""), delimiter=separator))
    assert [len(row) for row in read] == [len(row) for row in rows]
    assert read[0] == rows[0]
    for before, after in zip(rows, read, strict=True):
        assert [cell.count("\n") for cell in before] == [cell.count("\n") for cell in after]


@pytest.mark.property
@given(st.recursive(TEXTS | st.integers() | st.none(), lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner)),
       st.booleans(), st.sampled_from([None, 2, "\t"]))  # fmt: skip
def test_json_keeps_all_but_its_strings(value: Any, escaped: bool, indent: Any) -> None:
    def shape(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: shape(inner) for name, inner in value.items()}
        if isinstance(value, list):
            return [shape(inner) for inner in value]
        return "" if isinstance(value, str) else value

    text = json.dumps(value, ensure_ascii=escaped, indent=indent)
    cleaned = run(text, "json").text
    assert shape(json.loads(cleaned)) == shape(value)
    assert cleaned.isascii() or not (text.isascii() and "\\u" in text)
    strings = re.compile(r'"(?:[^"\\]|\\.)*"')
    assert strings.sub('""', cleaned) == strings.sub('""', text)


@pytest.mark.property
@pytest.mark.parametrize("form", ["srt", "vtt"])
@given(cues=st.lists(TEXTS.filter(lambda text: "-->" not in text), min_size=1, max_size=4))
def test_subtitles_keep_times_numbers_and_tags(form: str, cues: list[str]) -> None:
    text = "WEBVTT\n\n" * (form == "vtt") + "".join(
        f"{number}\n00:00:{number:02},000 --> 00:00:{number + 1:02},500\n{cue}\n\n"
        for number, cue in enumerate(cues, 1)
    )
    cleaned = run(text, form).text
    kept = re.compile(r"^.*-->.*$|(?:^.*\n)(?=.*-->)|<[^<>\n]*>|&#?\w+;|\r\n|\n|\r", re.MULTILINE)
    assert kept.findall(cleaned) == kept.findall(text)
