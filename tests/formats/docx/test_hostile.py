"""Files that are no .docx, are broken, or were made to do harm: refused in one line."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest

from tests.formats.docx.made import document, parts, zipped
from vntextclean.errors import InputError
from vntextclean.formats.docx import package
from vntextclean.formats.docx.document import WordDocument

PARAGRAPH = "<w:p><w:r><w:t>Môt  buổi</w:t></w:r></w:p>"
GOOD = parts(PARAGRAPH)


def without(name: str) -> bytes:
    return zipped({key: data for key, data in GOOD.items() if key != name})


def with_(name: str, data: bytes) -> bytes:
    return zipped(GOOD | {name: data})


def doctype(inner: str) -> bytes:
    return document(PARAGRAPH).replace(b"<w:document", f"<!DOCTYPE d [{inner}]><w:document".encode(), 1)


def encrypted() -> bytes:
    data = bytearray(zipped(GOOD))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def damaged() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, data in GOOD.items():
            made.writestr(name, data)
    return out.getvalue().replace(b"<w:t>M", b"<w:t>N")  # the checksum is another now


FILES: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "no .docx"),
    "prose": ("Hà Nội".encode, "no .docx"),
    "half": (lambda: zipped(GOOD)[:500], "no .docx"),
    "an old .doc": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "password"),
    "encrypted": (encrypted, "encrypted"),
    "damaged": (damaged, "damaged"),
    "signed": (lambda: with_("_xmlsignatures/sig1.xml", b""), "signed"),
    "no types": (lambda: without("[Content_Types].xml"), r"\[Content_Types\]"),
    "no relations": (lambda: without("_rels/.rels"), "_rels/.rels is missing"),
    "no document": (lambda: without("word/document.xml"), "word/document.xml is missing"),
    "no XML": (lambda: with_("word/document.xml", b"<w:document"), "cannot be read"),
    "another XML": (lambda: with_("word/document.xml", b"<html/>"), "no document of a word processor"),
    "UTF-16": (lambda: with_("word/document.xml", document(PARAGRAPH).decode().encode("utf-16")), "not UTF-8"),
    "an entity of a file": (
        lambda: with_("word/document.xml", doctype('<!ENTITY a SYSTEM "file:///etc/passwd">')),
        "document type",
    ),
    "growing entities": (
        lambda: with_("word/document.xml", doctype('<!ENTITY a "xx"><!ENTITY b "&a;&a;">')),
        "document type",
    ),
    "a document type in the relations": (
        lambda: with_("_rels/.rels", b"<!DOCTYPE d>" + GOOD["_rels/.rels"]),
        "document type",
    ),
    "two parts of one name": (lambda: with_("WORD/document.xml", b""), "two parts"),
    "namespaces renamed inside": (
        lambda: with_("word/document.xml", document(PARAGRAPH.replace("<w:p>", "<w:p xmlns:w='other'>"))),
        "unusual",
    ),
}


@pytest.mark.parametrize(("make", "said"), FILES.values(), ids=FILES.keys())
def test_it_is_refused_in_one_line(make: Callable[[], bytes], said: str) -> None:
    with pytest.raises(InputError, match=said) as error:
        WordDocument(make())
    assert "\n" not in str(error.value)


def test_what_unpacks_to_too_much_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = with_("word/document.xml", document("<w:p/>" + " " * (package.LONGEST_PART + 1)))
    assert len(bomb) < 1 << 20
    with pytest.raises(InputError, match="unpacks to more than 64 MiB"):
        WordDocument(bomb)
    monkeypatch.setattr(package, "LONGEST_UNPACKED", 2000)
    with pytest.raises(InputError, match="unpacks to more than"):
        WordDocument(zipped(GOOD))


def test_deep_nesting_and_long_lines_are_read() -> None:
    deep = "<w:smartTag>" * 50_000 + "<w:r><w:t>a</w:t></w:r>" + "</w:smartTag>" * 50_000
    assert WordDocument(zipped(parts(f"<w:p>{deep}</w:p>"))).text == "a"
    assert len(WordDocument(zipped(parts(f"<w:p><w:r><w:t>{'a ' * 500_000}b</w:t></w:r></w:p>"))).text) == 1_000_001
