"""Streams become documents and streams again."""

from __future__ import annotations

import io
import json
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vntextclean.cli.inputs import reading
from vntextclean.cli.inputs.reading import Reading, read
from vntextclean.errors import InputError
from vntextclean.streams import parts
from vntextclean.streams.documents import Document, splitter

TEXT = st.text(st.sampled_from("aộ=\n\r\u2028\x0c"), max_size=60)


def joined(made: list[Document]) -> str:
    return "".join(document.emit(document.text) for document in made)


@pytest.mark.parametrize("kind", ["file", "line", "separator:^=", "separator:a"])
@given(texts=st.lists(TEXT, max_size=4))
def test_what_is_not_repaired_comes_out_as_it_went_in(kind: str, texts: list[str]) -> None:
    blocks = [text + "\n" for text in texts]  # blocks end at line ends
    assert joined(list(splitter(kind)(blocks, "-"))) == "".join(blocks)


VALUES = st.sampled_from([None, 12, 1.50, 1e300, "một", '\u2028"', "", [1], {"text": "x"}])


@given(st.lists(st.fixed_dictionaries({"t": VALUES, "ộ": VALUES}), max_size=4))
def test_records_come_out_as_they_went_in(records: list[dict[str, object]]) -> None:
    whole = [{**record, "text": "một  hai"} for record in records]
    stream = "".join(json.dumps(record, ensure_ascii=index % 2 > 0) + "\n" for index, record in enumerate(whole))
    made = list(splitter("jsonl:text")([stream], "-"))
    assert joined(made) == stream
    assert [document.text for document in made] == ["một  hai"] * len(records)
    changed = "".join(document.emit("ba") for document in made).splitlines()
    assert changed == [
        line.replace(json.dumps("một  hai"), '"ba"').replace("một  hai", "ba") for line in stream.splitlines()
    ]


@pytest.fixture
def short_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LIMIT", 20)
    monkeypatch.setattr(parts, "PART", 25)


@pytest.mark.usefixtures("short_parts")
def test_a_long_file_is_cut_after_a_blank_line() -> None:
    text = "một hai ba bốn\nnăm\n\nsáu bảy tám\nchín\n\nhết"
    made = list(read(io.BytesIO(text.encode()), "a.txt"))
    assert [document.text for document in made] == ["một hai ba bốn\nnăm", "sáu bảy tám\nchín\n\nhết"]
    assert [document.label for document in made] == ["a.txt", "a.txt:4"]
    assert joined(made) == text


@pytest.mark.usefixtures("short_parts")
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_file_without_blank_lines_is_cut_at_line_ends(end: str, encoding: str) -> None:
    """A line longer than a part stays whole; every part begins at its line."""
    text = end.join(["một hai", "ba bốn", "năm sáu bảy tám chín mười mười một mười hai", "hai", *["mười ba"] * 9])
    made = list(read(io.BytesIO(text.encode(encoding)), "a.txt"))
    assert joined(made) == text
    assert len(made) > 3
    assert [document.line for document in made] == [1 + text.count("\n", 0, at) for at in starts(made)]
    assert all(len(document.text) <= 25 or "\n" not in document.text for document in made)


def starts(made: list[Document]) -> list[int]:
    """Where the documents of a stream begin."""
    return [0, *accumulate(len(document.emit(document.text)) for document in made[:-1])]


@pytest.mark.parametrize(
    ("data", "options", "what"),
    [
        (b"a" * 99, {}, "line"),
        (b"<!doctype html>" + b"a" * 99, {}, "page"),
        ("a".encode("utf-16") * 99, {}, "file in UTF-16 or UTF-32"),
        (b"a" * 99, {"documents": "line"}, "line"),
    ],
)
def test_what_cannot_be_cut_is_not_read_for_ever(
    monkeypatch: pytest.MonkeyPatch, data: bytes, options: dict[str, str], what: str
) -> None:
    class Endless(io.RawIOBase):
        given = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
            piece = (data * (1 + len(buffer) // len(data)))[: len(buffer)] if self.given else data[: len(buffer)]
            self.given += len(piece)
            assert self.given < 1 << 20
            buffer[: len(piece)] = piece
            return len(piece)

    monkeypatch.setattr(reading, "LIMIT", 20)
    monkeypatch.setattr(reading, "BLOCK", 20)
    monkeypatch.setattr(reading, "LONGEST", 1 << 12)
    monkeypatch.setattr(reading, "LONGEST_RECORD", 1 << 13)
    with pytest.raises(InputError, match=f"a.txt: a {what} of more than"):
        list(read(io.BufferedReader(Endless()), "a.txt", Reading(**options)))


def test_an_empty_file_is_one_empty_document() -> None:
    assert list(read(io.BytesIO(b""), "a.txt")) == [Document("", "a.txt")]


def test_utf_16_is_cut_into_lines_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "BLOCK", 4)
    text = "mộ\u0a0at\nhai\u200a\n"
    for encoding, declared in (("utf-16", None), ("utf-16-le", "UTF_16LE"), ("utf-32-be", "utf-32-be")):
        made = read(io.BytesIO(text.encode(encoding)), "a", Reading("line", declared))
        assert [document.text for document in made] == ["mộ\u0a0at", "hai\u200a"]


def test_a_bad_byte_is_named_by_its_place_in_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "BLOCK", 4)
    with pytest.raises(InputError, match="offset 12"):
        list(read(io.BytesIO(b"mot hai\nba\n\nx\xff\n"[:12] + b"\xff\n"), "a", Reading("line")))


def test_notes_are_said_once() -> None:
    said: list[str] = []
    data = b"a\xff\n" * 3
    made = list(read(io.BytesIO(data), "a.txt", Reading("line", "utf-8", "keep", note=said.append)))
    assert joined(made).encode("utf-8", "surrogateescape") == data
    assert len(said) == 1
    assert said[0].startswith("a.txt: 3 bytes")


@pytest.mark.parametrize(
    "line", ['{"t" "x"}', '{"t": "x"} y', "[1]", '{"t": "x",}', '{"t": }', "{", '"t"', "", '{1: "x"}']
)
def test_a_line_that_is_no_object_passes_with_its_fault(line: str) -> None:
    (document, after) = splitter("jsonl:t")([(line or "x") + "\n", '{"t": "ba"}'], "a")
    assert document.fault.startswith("no JSON object on this line: ")
    assert document.emit(document.text) == (line or "x") + "\n"
    assert (after.text, after.fault) == ("ba", "")


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ('{"t": "x", "m": {"text": "a", "t": "b"}}', "a"),
        ('{"m": {"b": {"text": "x"}, "text": "a"}, "m2": {"text": "y"}}', "a"),
        ('{"m.text": "a"}', "a"),
        ('{"m": {"text": null}}', ""),
    ],
)
def test_a_field_of_an_inner_object_is_named_with_dots(line: str, text: str) -> None:
    (document,) = splitter("jsonl:m.text")([line], "-")
    assert (document.text, document.fault) == (text, "")
    assert document.emit("ba") == line.replace('"a"', '"ba"', 1) or not text


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ('{"id": 1, "m": "x"}', "the record has no field 'm.text'; it has id, m"),
        ('{"m": {"text": 3}}', "the field 'm.text' is no string but 3"),
        ("{}", "the record has no field 'm.text'; it has none"),
        ('{"m":' * 100_000, "nested too deeply"),
    ],
)
def test_a_record_without_its_field_says_what_it_has(line: str, fault: str) -> None:
    (document,) = splitter("jsonl:m.text")([line], "-")
    assert fault in document.fault


def test_the_last_of_two_equal_fields_counts_as_in_json() -> None:
    (document,) = splitter("jsonl:t")(['{"t": "một", "t": "hai"}'], "a")
    assert document.text == json.loads('{"t": "một", "t": "hai"}')["t"]
    assert document.emit("ba") == '{"t": "một", "t": "ba"}'
