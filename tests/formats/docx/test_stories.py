"""The texts beside the body: text boxes, notes, headers and footers."""

from __future__ import annotations

from datetime import datetime, timezone
from xml.etree import ElementTree as ET

import pytest

from tests.formats.docx.made import W, looks, parts, relations, settled, unzipped, words, zipped
from tests.formats.docx.test_document import paragraph, run
from vntextclean.edit import Change
from vntextclean.errors import InputError
from vntextclean.formats.docx.document import WordDocument
from vntextclean.pipeline import Pipeline

WEB = Pipeline.from_preset("web")
WHEN = datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone.utc)
MAIN = "word/document.xml"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def part(root: str, inner: str) -> bytes:
    return f'<w:{root} xmlns:w="{W}" xmlns:mc="{MC}">{inner}</w:{root}>'.encode()


def box(inner: str, older: str | None = None) -> str:
    """A run with a text box, for word processors of today, and for older ones."""
    today = f"<wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx>"
    if older is None:
        return f"<w:r><w:pict><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></w:pict></w:r>"
    before = f"<w:pict><v:textbox><w:txbxContent>{older}</w:txbxContent></v:textbox></w:pict>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{today}</w:drawing></mc:Choice>'
        f"<mc:Fallback>{before}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def made(inner: str, **others: bytes) -> dict[str, bytes]:
    """A document with other parts, each named by its kind: ``header``, ``footnotes``."""
    named = {kind: f"{kind}1.xml" for kind in others}
    head = f'<w:document xmlns:w="{W}" xmlns:mc="{MC}" xmlns:wps="wps" xmlns:v="v"><w:body>'
    return parts("") | {
        MAIN: f"{head}{inner}</w:body></w:document>".encode(),
        "word/_rels/document.xml.rels": relations(*named.items()),
        **{f"word/{name}": others[kind] for kind, name in named.items()},
    }


NOTES = part(
    "footnotes",
    f"<w:footnote w:type='separator' w:id='-1'>{paragraph('<w:r><w:separator/></w:r>')}</w:footnote>"
    f"<w:footnote w:id='1'>{paragraph('<w:r><w:footnoteRef/></w:r>', run(' Theo  báo cáo'))}</w:footnote>",
)


def test_all_texts_are_read_in_order_and_written_in_place() -> None:
    before = made(
        paragraph(run("Môt buổi"), box(paragraph(run("hộp  một")), paragraph(run("hộp  một"))), run(" tọa  đàm")),
        header=part("hdr", paragraph(run("Môt buổi"))),
        footnotes=NOTES,
    )
    source = WordDocument(zipped(before))
    assert source.text == "Môt buổi\ufffc tọa  đàm\nhộp  một\n\ufffc Theo  báo cáo\nMôt buổi"
    cleaned = WEB.run(source.text, "docx")
    assert cleaned.text == "Một buổi\ufffc tọa đàm\nhộp một\n\ufffc Theo báo cáo\nMột buổi"

    tracked = unzipped(source.tracked(cleaned.changes, WHEN))
    outright = unzipped(source.accepted(cleaned.changes))
    for name in (MAIN, "word/header1.xml", "word/footnotes1.xml"):
        assert looks(settled(tracked[name], accept=False)) == looks(ET.fromstring(before[name]))
        assert words(settled(tracked[name], accept=True)) == words(ET.fromstring(outright[name]))
    assert outright[MAIN].count("hộp một".encode()) == 2  # the copy for older word processors says the same
    assert WordDocument(zipped(tracked)).text == WordDocument(zipped(outright)).text == cleaned.text
    assert {name for name in before if tracked[name] == before[name]} >= {"word/media/image1.png", "_rels/.rels"}


def test_comments_stand_in_the_body_alone_and_numbers_once() -> None:
    before = made(
        paragraph(run("Môt buổi"), box(paragraph(run("a  b")), paragraph(run("a  b")))),
        header=part("hdr", paragraph(run("Môt buổi"))),
        footnotes=NOTES,
    )
    source = WordDocument(zipped(before))
    after = unzipped(source.tracked(WEB.run(source.text, "docx").changes, WHEN))
    assert after[MAIN].count(b"<w:commentReference") == after["word/comments.xml"].count(b"<w:comment ") == 1
    assert b"comment" not in after["word/header1.xml"] + after["word/footnotes1.xml"]
    ours = [
        one.get(f"{{{W}}}id")
        for name in (MAIN, "word/header1.xml", "word/footnotes1.xml")
        for one in ET.fromstring(after[name]).iter()
        if one.get(f"{{{W}}}author") == "vntextclean"
    ]
    assert len(set(ours)) == len(ours) >= 6


def test_a_document_without_changes_in_its_body_gets_no_comments() -> None:
    before = made(paragraph(run("Hà Nội")), header=part("hdr", paragraph(run("Môt buổi"))))
    source = WordDocument(zipped(before))
    after = unzipped(source.tracked(WEB.run(source.text, "docx").changes, WHEN))
    assert after.keys() == before.keys()
    assert {name for name in before if after[name] != before[name]} == {"word/header1.xml"}


def test_an_older_copy_that_says_something_else_stays() -> None:
    older = paragraph(run("khác  hẳn"))
    source = WordDocument(zipped(made(paragraph(box(paragraph(run("Môt buổi")), older)))))
    assert source.text == "\ufffc\nMôt buổi"
    after = unzipped(source.accepted(WEB.run(source.text, "docx").changes))[MAIN]
    assert older.encode() in after
    assert "Một buổi".encode() in after


HELD = {
    "deleted": "<w:del w:id='3' w:author='Hà'>{}</w:del>",
    "inside of a box": box(paragraph("{}")).replace("{}", paragraph("{}")),
    "in a field": "<w:r><w:fldChar w:fldCharType='begin'/></w:r>{}<w:r><w:fldChar w:fldCharType='end'/></w:r>",
}


@pytest.mark.parametrize("around", HELD.values(), ids=HELD.keys())
def test_a_box_where_nothing_is_read_stays(around: str) -> None:
    inner = around.format(box(paragraph(run("a  b"))))
    source = WordDocument(zipped(made(paragraph(run("Môt buổi"), inner))))
    assert "a  b" not in source.text
    assert inner.encode() in unzipped(source.tracked(WEB.run(source.text, "docx").changes, WHEN))[MAIN]


def test_parts_without_text_add_no_lines_and_a_missing_one_is_no_fault() -> None:
    before = made(paragraph(run("a")), header=part("hdr", paragraph()), footer=part("ftr", paragraph(run("b"))))
    before.pop("word/footer1.xml")
    assert WordDocument(zipped(before)).text == "a"


def test_a_header_that_is_no_xml_is_named() -> None:
    with pytest.raises(InputError, match=r"word/header1\.xml cannot be read"):
        WordDocument(zipped(made(paragraph(run("a")), header=b"<w:hdr")))


def test_a_change_over_two_texts_is_refused() -> None:
    source = WordDocument(zipped(made(paragraph(run("a")), header=part("hdr", paragraph(run("b"))))))
    assert source.text == "a\nb"
    with pytest.raises(InputError, match="leave it out"):
        source.accepted([Change(0, 3, "x", ())])
    assert unzipped(source.accepted([Change(2, 3, "c", ())]))[MAIN] == unzipped(source.accepted([]))[MAIN]


def test_a_box_is_found_where_the_body_is_changed_around_it() -> None:
    """The run that holds the box is written anew as well."""
    inner = f"<w:r><w:t>Môt buổi</w:t>{box(paragraph(run('a  b'))).removeprefix('<w:r>').removesuffix('</w:r>')}</w:r>"
    source = WordDocument(zipped(made(paragraph(inner))))
    after = unzipped(source.accepted(WEB.run(source.text, "docx").changes))[MAIN]
    assert "Một buổi</w:t><w:pict>".encode() in after
    assert b"a b</w:t>" in after
