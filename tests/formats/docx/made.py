"""Documents made for tests, and what a word processor does when it accepts or refuses all changes of an author."""

from __future__ import annotations

import zipfile
from io import BytesIO
from xml.etree import ElementTree as ET

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
IN_W = f"{{{W}}}"


def document(inner: str) -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f'{head}<w:document xmlns:w="{W}"><w:body>{inner}</w:body></w:document>'.encode()


def relations(*lines: tuple[str, str]) -> bytes:
    """A part of relations: the kind and the target of each."""
    inner = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE}{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(lines)
    )
    return f'<Relationships xmlns="{RELS}">{inner}</Relationships>'.encode()


def parts(inner: str) -> dict[str, bytes]:
    """The parts of a small .docx."""
    return {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}"><Default Extension="rels" ContentType="application/'
        'vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>'.encode(),
        "_rels/.rels": relations(("officeDocument", "word/document.xml")),
        "word/document.xml": document(inner),
        "word/media/image1.png": bytes(range(256)) * 9,
    }


def zipped(of: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in of.items():
            made.writestr(name, data)
    return out.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as made:
        assert made.testzip() is None
        return {name: made.read(name) for name in made.namelist()}


def settled(xml: bytes, accept: bool, author: str = "vntextclean") -> ET.Element:
    """The document after all changes of an author are accepted, or refused."""
    root = ET.fromstring(xml)

    def walk(node: ET.Element) -> None:
        for child in list(node):
            walk(child)
            if child.get(f"{IN_W}author") != author or child.tag not in (f"{IN_W}ins", f"{IN_W}del"):
                continue
            place = list(node).index(child)
            node.remove(child)
            if (child.tag == f"{IN_W}ins") == accept:
                for below in child.iter(f"{IN_W}delText"):
                    below.tag = f"{IN_W}t"
                for number, kept in enumerate(child):
                    node.insert(place + number, kept)

    walk(root)
    return root


def looks(root: ET.Element) -> list[list[tuple[str, str]]]:
    """For each paragraph its characters, each with the properties of its run: what a reader sees."""
    found = []
    for paragraph in root.iter(f"{IN_W}p"):
        row: list[tuple[str, str]] = []
        for run in paragraph.iter(f"{IN_W}r"):
            own = run.find(f"{IN_W}rPr")
            look = "" if own is None else " ".join(child.tag.removeprefix(IN_W) for child in own)
            for text in run.iter(f"{IN_W}t"):
                row += [(c, look) for c in text.text or ""]
        found.append(row)
    return found


def words(root: ET.Element) -> str:
    """The characters of the paragraphs, a line each."""
    return "\n".join("".join(c for c, _ in row) for row in looks(root))
