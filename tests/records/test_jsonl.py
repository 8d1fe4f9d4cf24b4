"""JSON lines through ``batch``: fields are cleaned, all else stays the same to the byte, and nothing is lost."""

from __future__ import annotations

import base64
import errno
import json
import os
from pathlib import Path

import pytest

from tests.records.conftest import Batch, names, record, told
from vntextclean.errors import InputError
from vntextclean.records.inputs import sources


def test_fields_are_cleaned_and_the_rest_stays_to_the_byte(batch: Batch, tmp_path: Path) -> None:
    lines = (
        '{"id": 1.50, "text": "một  hai", "tags": [ "a" ]}\r\n'
        '{"meta":{"text":"ba  bốn","n":null},"text":"n\\u0103m  s\\u00e1u"}\n'
        "\n"
        '{"text": null, "meta": {"text": null}}\n'
        '{ "text" : "" , "meta" : { "text" : "x" } }'
    )
    (tmp_path / "a.jsonl").write_bytes(lines.encode())
    done = batch("a.jsonl", "-o", "b.jsonl", "--field", "text")
    assert done.returncode == 0, done.stderr.decode()
    assert (tmp_path / "b.jsonl").read_bytes().decode() == lines.replace("một  hai", "một hai").replace("m  s", "m s")
    done = batch("a.jsonl", "-o", "c.jsonl", "--field", "text", "--field", "meta.text", "--on-error", "skip")
    assert done.returncode == 1
    assert (tmp_path / "c.jsonl").read_bytes().decode() == "".join(
        lines.replace("ba  bốn", "ba bốn").replace("m  s", "m s").splitlines(True)[1:]
    )
    assert told(tmp_path / "c.jsonl.rejects.jsonl")[0]["record"] == lines.splitlines(True)[0]


def test_a_misspelt_field_is_refused_at_the_start(batch: Batch, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("".join(record(number) for number in range(1, 101)), encoding="utf-8")
    done = batch("a.jsonl", "-o", "b.jsonl", "--field", "txet")
    assert done.returncode == 2
    assert b"a.jsonl:1: the first 20 records have no field 'txet'; did you mean 'text'?" in done.stderr
    assert len(told(tmp_path / "b.jsonl.rejects.jsonl")) == 1


def test_a_field_that_only_later_records_have_is_no_misspelt_one(batch: Batch, tmp_path: Path) -> None:
    lines = ['{"id": 1, "texts": null}\n', '{"id": 2, "text": "một  hai"}\n', '{"id": 3, "texts": null}\n']
    (tmp_path / "a.jsonl").write_text("".join(lines), encoding="utf-8")
    done = batch("a.jsonl", "-o", "b.jsonl", "--field", "text")
    assert done.returncode == 1
    assert (tmp_path / "b.jsonl").read_text(encoding="utf-8") == "".join(lines).replace("  ", " ")
    (tmp_path / "a.jsonl").write_text('{"id": 1}\n{"id": 2, "head": "Giá  gạo"}\n', encoding="utf-8")
    done = batch("a.jsonl", "-o", "c.jsonl", "--field", "text")  # no name is near it
    assert done.returncode == 1
    assert len(told(tmp_path / "c.jsonl.rejects.jsonl")) == 2


def test_a_malformed_line_loses_no_other(batch: Batch, tmp_path: Path) -> None:
    lines = [record(number) for number in range(1, 2001)]
    lines[10] = '{"id": 11, "text": "một  hai"\n'
    (tmp_path / "a.jsonl").write_text("".join(lines), encoding="utf-8")
    done = batch("a.jsonl", "-o", "out/", "--chunk-size", "16K")
    assert done.returncode == 1
    assert b"a.jsonl:11: no JSON object on this line" in done.stderr
    expected = [line if number == 10 else line.replace("  ", " ") for number, line in enumerate(lines)]
    assert (tmp_path / "out" / "a.jsonl").read_text(encoding="utf-8") == "".join(expected)
    assert names(tmp_path / "out") == ["_manifest.json", "_rejects.jsonl", "a.jsonl"]
    (reject,) = told(tmp_path / "out" / "_rejects.jsonl")
    assert (reject["input"], reject["line"], reject["record"]) == ("a.jsonl", 11, lines[10])
    manifest = json.loads((tmp_path / "out" / "_manifest.json").read_text(encoding="utf-8"))
    assert (manifest["records"], manifest["rejects"], manifest["changed"]) == (2000, 1, 1999)
    assert manifest["rules"] == {"spacing.run": 1999}
    status = json.loads(done.stderr.splitlines()[-1])
    assert (status["done"], status["exit_code"], status["records"], status["changes"]) == (
        True,
        1,
        2000,
        {"spacing": 1999},
    )


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"id": 2}\n', "the record has no field 'text'; it has id"),
        (b'{"text": 5}\n', "the field 'text' is no string but 5"),
        ('{"text": ["b\u00e0"]}\n'.encode(), "the field 'text' is no string but [\"b\u00e0\"]"),
        (b"[1]\n", "no JSON object on this line"),
        (b"{'text': 1}\n", "no JSON object on this line: Expecting value (column 2)"),
        (b'{"text": "m\xff\xfet"}\n', "not UTF-8, at byte 11 of the record"),
        (
            '{"text": "HỎNGHÓC"}\n'.encode(),
            "it cannot be cleaned: filter 'poison' failed: RuntimeError: a filter that fails",
        ),
    ],
)
@pytest.mark.parametrize("on_error", ["keep", "skip", "stop"])
def test_a_bad_record(batch: Batch, tmp_path: Path, line: bytes, reason: str, on_error: str) -> None:
    before, after = record(1).encode(), record(3).encode()
    (tmp_path / "a.jsonl").write_bytes(before + line + after)
    done = batch("a.jsonl", "-o", "b.jsonl", "--on-error", on_error, "--status-every", "0")
    assert f"a.jsonl:2: {reason}" in done.stderr.decode()
    if on_error == "stop":
        assert done.returncode == 2
        assert not (tmp_path / "b.jsonl").exists()
        return
    assert done.returncode == 1
    clean = [each.replace(b"  ", b" ") for each in (before, after)]
    assert (tmp_path / "b.jsonl").read_bytes() == (line if on_error == "keep" else b"").join(clean)
    (reject,) = told(tmp_path / "b.jsonl.rejects.jsonl")
    raw = base64.b64decode(reject["record_base64"]) if "record_base64" in reject else reject["record"].encode()
    assert (reject["line"], raw) == (2, line)


def test_numbers_of_any_length_are_json(batch: Batch, tmp_path: Path) -> None:
    """Python reads no integer of more than 4300 digits, and the record was a reject with an error of Python's."""
    lines = [record(1), record(2).replace("2", "-" + "9" * 5000), '{"text": 1.50}\n']
    (tmp_path / "a.jsonl").write_text("".join(lines), encoding="utf-8")
    done = batch("a.jsonl", "-o", "b.jsonl")
    assert (tmp_path / "b.jsonl").read_text(encoding="utf-8") == "".join(lines).replace("  ", " ")
    assert b"a.jsonl:3: the field 'text' is no string but 1.50\n" in done.stderr


def test_a_byte_order_mark_and_the_end_of_the_last_line_stay(batch: Batch, tmp_path: Path) -> None:
    data = b"\xef\xbb\xbf" + (record(1) + record(2)).encode().rstrip(b"\n")
    (tmp_path / "a.jsonl").write_bytes(data)
    (tmp_path / "empty.jsonl").write_bytes(b"")
    (tmp_path / "mark.jsonl").write_bytes(b"\xef\xbb\xbf")
    done = batch("a.jsonl", "empty.jsonl", "mark.jsonl", "-o", "out/")
    assert done.returncode == 0, done.stderr.decode()
    assert (tmp_path / "out" / "a.jsonl").read_bytes() == data.replace(b"  ", b" ")
    assert (tmp_path / "out" / "empty.jsonl").read_bytes() == b""
    assert (tmp_path / "out" / "mark.jsonl").read_bytes() == b"\xef\xbb\xbf"


def test_signals_and_fingerprints_are_fields(batch: Batch, tmp_path: Path) -> None:
    lines = [
        record(1, "Bà con  trong xã họp bàn."),
        '{"text": "một", "quality": 1}\n',
        '{"text": null}\n',
        record(4, "một"),
    ]
    (tmp_path / "a.jsonl").write_text("".join(lines), encoding="utf-8")
    done = batch("a.jsonl", "-o", "b.jsonl", "--signals", "quality", "--fingerprint", "print")
    assert done.returncode == 1
    assert b"a.jsonl:2: the record has a field 'quality' already" in done.stderr
    first, second, third, fourth = told(tmp_path / "b.jsonl")
    assert list(first) == ["id", "text", "quality", "print"]
    assert (first["quality"]["words"], first["quality"]["vietnamese"]) == (6, True)
    assert first["quality"]["repairs"]["spacing"] > 100
    assert len(first["print"]) == 32
    assert first["print"] != fourth["print"]
    assert (second["quality"], third) == (1, {"text": None})
    batch("a.jsonl", "-o", "c.jsonl", "--fingerprint", "print", "--ignore", "spacing")
    assert told(tmp_path / "c.jsonl")[3]["print"] != fourth["print"]


def test_a_text_over_the_limit_passes(batch: Batch, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(record(1, "một  " * 300) + record(2), encoding="utf-8")
    done = batch("a.jsonl", "-o", "b.jsonl", "--max-text", "1K")
    assert b"a.jsonl:1: a text of 1500 characters, more than --max-text 1000 allows" in done.stderr
    assert (tmp_path / "b.jsonl").read_text(encoding="utf-8") == record(1, "một  " * 300) + record(2, "một hai")


def test_a_folder_that_cannot_be_listed_is_no_empty_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The records in it were missed without a word, and the run ended with 0."""
    (tmp_path / "in" / "shut").mkdir(parents=True)
    (tmp_path / "in" / "a.jsonl").write_text(record(1), encoding="utf-8")
    listed = os.scandir

    def scandir(path: str) -> object:
        if str(path).endswith("shut"):
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return listed(path)

    monkeypatch.setattr(os, "scandir", scandir)
    with pytest.raises(InputError, match="shut: Permission denied; make it readable or leave it out"):
        sources([str(tmp_path / "in")])
