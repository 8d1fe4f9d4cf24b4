"""The ZIP file that a .docx is: opened with care, its parts found by their relationships, and written again."""

from __future__ import annotations

import shutil
import zipfile
import zlib
from collections.abc import Mapping
from functools import cached_property
from io import BytesIO
from posixpath import dirname, join, normpath

from vntextclean.errors import InputError
from vntextclean.formats.docx.parsing import Quiet, Tag, walk
from vntextclean.named_tuple import NamedTuple

#: A .docx of more bytes is refused, for it is held in memory; so is one of more parts than a word processor writes.
LONGEST = 256 << 20
MOST_PARTS = 20_000
#: A part of XML of more bytes is refused, and a package that unpacks to more bytes in all: a file that was made to fill
#: the memory unpacks to a thousand times its size.
LONGEST_PART = 64 << 20
LONGEST_UNPACKED = 1 << 30

CONTENT_TYPES = "[Content_Types].xml"
#: The namespaces of WordprocessingML, and how the relationship types of each begin: ECMA-376 transitional and strict.
FLAVOURS: Mapping[str, str] = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": (
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    ),
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "http://purl.oclc.org/ooxml/officeDocument/relationships/",
}
#: How a file of OLE begins: an old .doc, or a .docx with a password.
_OLE = b"\xd0\xcf\x11\xe0"
_AGAIN = "open it in a word processor and save it again as .docx"
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


class Relation(NamedTuple):
    """A line of a .rels part: its name, its kind without a namespace ("comments"), and the part it leads to."""

    id: str
    kind: str
    part: str


class Package:
    """The parts of a .docx; raises :class:`InputError`, in one line, for a file that is none or that is not safe."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        if data.startswith(_OLE):
            raise InputError(f"no .docx, but an old .doc or a file with a password; {_AGAIN}, without a password")
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _BROKEN as error:
            raise InputError(f"no .docx: {error}; {_AGAIN}") from None
        self._entries = self._zip.infolist()
        self._names = {entry.filename for entry in self._entries}
        self._check()

    def _check(self) -> None:
        if len(self._entries) > MOST_PARTS or sum(entry.file_size for entry in self._entries) > LONGEST_UNPACKED:
            raise InputError(f"unpacks to more than {LONGEST_UNPACKED >> 20} MiB or {MOST_PARTS} parts; not read")
        if len({name.lower() for name in self._names}) < len(self._entries):
            raise InputError(f"holds two parts of one name; {_AGAIN}")
        if any(entry.flag_bits & 1 for entry in self._entries):
            raise InputError(f"holds encrypted parts; {_AGAIN}, without a password")
        if any(name.startswith("_xmlsignatures/") for name in self._names):
            raise InputError("is signed, and every change would break its signature; save a copy without it")
        if CONTENT_TYPES not in self._names:
            raise InputError(f"no .docx: the part {CONTENT_TYPES} is missing; {_AGAIN}")

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def read(self, name: str) -> bytes:
        """A part of XML; one that is missing, damaged or too long is refused."""
        if name not in self._names:
            raise InputError(f"no .docx: the part {name} is missing; {_AGAIN}")
        entry = self._zip.getinfo(name)
        if entry.file_size > LONGEST_PART:
            raise InputError(f"{name} unpacks to more than {LONGEST_PART >> 20} MiB; cut the document in two")
        try:
            return self._zip.read(entry)
        except _BROKEN as error:
            raise InputError(f"{name} is damaged ({error}); {_AGAIN}") from None

    @cached_property
    def main(self) -> str:
        """The name of the part with the text."""
        for relation in self.relations(""):
            if relation.kind == "officeDocument":
                return relation.part
        raise InputError(f"no .docx: nothing says which part is the document; {_AGAIN}")

    def relations(self, part: str) -> list[Relation]:
        """The relations of a part, or of the package itself (""); none if a part has no list of them."""
        name = rels_of(part)
        if part and name not in self:
            return []
        found = _Relations(dirname(part))
        walk(self.read(name), name, found)
        return found.found

    def written(self, parts: Mapping[str, bytes]) -> bytes:
        """The package with these parts in place of its own, or beside them; all others have the bytes they had."""
        out = BytesIO()
        try:
            with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
                for entry in self._entries:
                    copy = zipfile.ZipInfo(entry.filename, entry.date_time)
                    copy.compress_type, copy.external_attr = entry.compress_type, entry.external_attr
                    if entry.filename in parts:
                        made.writestr(copy, parts[entry.filename])
                        continue
                    with self._zip.open(entry) as source, made.open(copy, "w") as target:
                        shutil.copyfileobj(source, target, 1 << 20)
                for name in sorted(parts.keys() - self._names):
                    made.writestr(zipfile.ZipInfo(name), parts[name], zipfile.ZIP_DEFLATED)
        except _BROKEN as error:
            raise InputError(f"a part of it is damaged ({error}); {_AGAIN}") from None
        return out.getvalue()


def rels_of(part: str) -> str:
    """The name of the list of relations of a part.

    >>> rels_of("word/document.xml"), rels_of("")
    ('word/_rels/document.xml.rels', '_rels/.rels')
    """
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels".lstrip("/")


class _Relations(Quiet):
    def __init__(self, base: str) -> None:
        self._base = base
        self.found: list[Relation] = []

    def start(self, tag: Tag) -> None:
        given = tag.attributes
        if tag.name.rpartition(":")[2] == "Relationship" and given.get("TargetMode") != "External":
            target = given.get("Target", "")
            part = target[1:] if target.startswith("/") else normpath(join(self._base, target))
            self.found.append(Relation(given.get("Id", ""), given.get("Type", "").rpartition("/")[2], part))
