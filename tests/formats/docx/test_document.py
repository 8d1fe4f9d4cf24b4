"""A .docx read and written: accept all gives what ``clean`` makes of its text, refuse all gives what was there."""

from __future__ import annotations

from datetime import datetime, timezone
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.formats.docx.made import IN_W, W, document, looks, parts, relations, settled, unzipped, words, zipped
from vntextclean.changes import apply
from vntextclean.cleaned import Cleaned
from vntextclean.edit import Change, Edit
from vntextclean.errors import InputError
from vntextclean.formats.docx.document import WordDocument
from vntextclean.pipeline import Pipeline

WEB = Pipeline.from_preset("web")
WHEN = datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone.utc)
MAIN = "word/document.xml"


def run(text: str, look: str = "") -> str:
    own = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{own}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*runs: str) -> str:
    return f"<w:p><w:pPr><w:jc w:val='both'/></w:pPr>{''.join(runs)}</w:p>"


def check(before: dict[str, bytes], cleaned: Cleaned) -> None:
    """The laws of every document and every list of changes of its text."""
    source = WordDocument(zipped(before))
    after = unzipped(source.tracked(cleaned.changes, WHEN))
    assert after.keys() >= before.keys()
    for name in before.keys() - {MAIN, "[Content_Types].xml"}:
        assert after[name] == before[name]
    if not cleaned.changes:
        assert after == before
        return
    assert looks(settled(after[MAIN], accept=False)) == looks(ET.fromstring(before[MAIN]))
    assert words(settled(after[MAIN], accept=True)) == cleaned.text
    assert WordDocument(zipped(after)).text == cleaned.text  # what we deleted is not read, what we inserted is
    made = unzipped(source.accepted(cleaned.changes))
    assert words(ET.fromstring(made.pop(MAIN))) == cleaned.text
    assert made == {name: data for name, data in before.items() if name != MAIN}

    root = ET.fromstring(after[MAIN])
    notes = [note.get(f"{IN_W}id") for note in ET.fromstring(after["word/comments.xml"])]
    assert len(notes) == len(cleaned.changes)
    for mark in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert [one.get(f"{IN_W}id") for one in root.iter(IN_W + mark)] == notes
    ours = [one for one in root.iter() if one.tag in (f"{IN_W}ins", f"{IN_W}del") and one.get(f"{IN_W}author") != "Hà"]
    assert len({one.get(f"{IN_W}id") for one in ours}) == len(ours)
    for one in root.iter(f"{IN_W}ins"):
        assert not [below for below in one.iter(f"{IN_W}ins") if below is not one]


BITS = (
    "Môt", " buổi", "  ", " ", "tọa đàm", ".", "Hà Nội", "họp.Sau", "hiệntổ", "a < b & c", "e\u0323\u0302", "dân vn",
    "s", "\U0001d4b3",
)  # fmt: skip
RUNS = st.builds(
    run, st.lists(st.sampled_from(BITS), max_size=3).map("".join), st.sampled_from(("", "<w:b/>", "<w:i/>"))
)
WRAPS = st.sampled_from(
    (
        "{}",
        "{}",
        "<w:hyperlink w:anchor='x>y'>{}</w:hyperlink>",
        "<w:ins w:id='7' w:author='Hà' w:date='2020-01-01T00:00:00Z'>{}</w:ins>",
        "<w:proofErr w:type='spellStart'/>{}",
        "{}<w:bookmarkStart w:id='90' w:name='b'/><w:bookmarkEnd w:id='90'/>",
    )
)
PIECES = st.one_of(
    st.builds(lambda wrap, inner: wrap.format(inner), WRAPS, RUNS),
    st.just("<w:del w:id='8' w:author='Hà'><w:r><w:delText>bỏ  đi</w:delText></w:r></w:del>"),
)
PARAGRAPHS = st.lists(PIECES, max_size=6).map(lambda pieces: paragraph(*pieces))


@settings(deadline=None, max_examples=150)  # the first call opens the model
@given(st.lists(PARAGRAPHS, min_size=1, max_size=4).map("".join))
def test_accept_all_is_clean_and_refuse_all_is_the_source(inner: str) -> None:
    before = parts(inner)
    cleaned = WEB.run(WordDocument(zipped(before)).text, "docx")
    assert cleaned.source == words(ET.fromstring(document(inner)))
    check(before, cleaned)


@settings(deadline=None, max_examples=150)
@given(st.lists(PARAGRAPHS, min_size=1, max_size=3).map("".join), st.data())
def test_any_changes_within_paragraphs_come_out(inner: str, data: st.DataObject) -> None:
    """Not only what the filters propose: any places, any words."""
    before = parts(inner)
    text = WordDocument(zipped(before)).text
    changes: list[Change] = []
    at = 0
    for line in text.split("\n"):
        if line:
            low, high = sorted(data.draw(st.tuples(*[st.integers(0, len(line))] * 2)))
            after = data.draw(st.sampled_from(("", "x", " ", "Một buổi & <b>", line[low:high][::-1])))
            if after != line[low:high]:
                changes.append(Change(at + low, at + high, after, (Edit(0, 0, "", "r", "vì sao"),)))
        at += len(line) + 1
    check(before, Cleaned(text, apply(text, (change[:3] for change in changes)), tuple(changes)))


def test_each_run_keeps_its_look() -> None:
    inner = paragraph(run("Mô", "<w:b/>"), run("t buổi"), run("  ", "<w:i/>"), run("tọa đàm"))
    source = WordDocument(zipped(parts(inner)))
    cleaned = WEB.run(source.text, "docx")
    assert cleaned.text == "Một buổi tọa đàm"
    row = looks(settled(unzipped(source.tracked(cleaned.changes))[MAIN], accept=True))[0]
    assert row == [(c, {0: "b", 1: "b", 8: "i"}.get(at, "")) for at, c in enumerate(cleaned.text)]


def test_a_change_is_marked_dated_and_explained() -> None:
    source = WordDocument(zipped(parts(paragraph(run("Môt buổi", "<w:b/>")))))
    made = unzipped(source.tracked(WEB.run(source.text, "docx").changes, WHEN))
    by = 'w:author="vntextclean" w:date="2026-01-02T03:04:05Z"'
    assert made[MAIN] == document(
        "<w:p><w:pPr><w:jc w:val='both'/></w:pPr>"
        f'<w:commentRangeStart w:id="0"/><w:del w:id="1" {by}><w:r><w:rPr><w:b/></w:rPr>'
        '<w:delText xml:space="preserve">Môt</w:delText></w:r></w:del>'
        f'<w:ins w:id="2" {by}><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Một</w:t></w:r></w:ins>'
        '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
        '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> buổi</w:t></w:r></w:p>'
    )
    assert b"diacritics" in made["word/comments.xml"]
    assert b'Target="comments.xml"' in made["word/_rels/document.xml.rels"]
    assert b'PartName="/word/comments.xml"' in made["[Content_Types].xml"]


def test_comments_that_are_there_stay() -> None:
    old = f"<x:comments xmlns:x='{W}'><x:comment x:id='4' x:author='Hà'/></x:comments>".encode()
    before = parts(paragraph(run("Môt buổi"))) | {
        "word/_rels/document.xml.rels": relations(("comments", "/word/notes.xml")),
        "word/notes.xml": old,
    }
    source = WordDocument(zipped(before))
    made = unzipped(source.tracked(WEB.run(source.text, "docx").changes, WHEN))
    assert made.keys() == before.keys()
    assert made["word/notes.xml"].startswith(old.removesuffix(b"</x:comments>"))
    assert [note.get(f"{IN_W}id") for note in ET.fromstring(made["word/notes.xml"])] == ["4", "5"]


HELD = {
    "a note": "<w:r><w:footnoteReference w:id='2'/></w:r>",
    "a picture": "<w:r><w:drawing><a xmlns='b'><w:p><w:r><w:t>x  y</w:t></w:r></w:p></a></w:drawing></w:r>",
    "a simple field": "<w:fldSimple w:instr='PAGE'><w:r><w:t>1  2</w:t></w:r></w:fldSimple>",
    "a field": "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>"
    "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>Môt  hai</w:t></w:r>"
    "<w:r><w:fldChar w:fldCharType='end'/></w:r>",
    "a control": "<w:sdt><w:sdtContent><w:r><w:t>a  b</w:t></w:r></w:sdtContent></w:sdt>",
    "hidden text": "<w:r><w:rPr><w:vanish/></w:rPr><w:t>a  b</w:t></w:r>",
    "moved text": "<w:moveTo w:id='1' w:author='Hà'><w:r><w:t>a  b</w:t></w:r></w:moveTo>",
    "an old font": "<w:r><w:rPr><w:rFonts w:ascii='.VnTime' w:hAnsi='.VnTime'/></w:rPr><w:t>Th«ng b¸o</w:t></w:r>",
    "an insertion in an insertion": "<w:ins w:id='1' w:author='A'><w:ins w:id='2' w:author='B'>"
    "<w:r><w:t>a  b</w:t></w:r></w:ins></w:ins>",
}


@pytest.mark.parametrize("held", HELD.values(), ids=HELD.keys())
def test_what_is_no_text_is_one_sign_and_stays(held: str) -> None:
    source = WordDocument(zipped(parts(paragraph(run("Môt  buổi "), held, run(" tọa  đàm")))))
    assert source.text == "Môt  buổi \ufffc tọa  đàm"
    cleaned = WEB.run(source.text, "docx")
    assert cleaned.text == "Một buổi \ufffc tọa đàm"
    for made in (source.tracked(cleaned.changes, WHEN), source.accepted(cleaned.changes)):
        assert held.encode() in unzipped(made)[MAIN]


def test_lines_are_paragraphs_breaks_and_cells() -> None:
    table = f"<w:tbl><w:tr><w:tc>{paragraph(run('ô  một'))}</w:tc><w:tc>{paragraph(run('ô hai'))}</w:tc></w:tr></w:tbl>"
    inner = paragraph("<w:r><w:t> a </w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r>") + table + paragraph()
    source = WordDocument(zipped(parts(inner)))
    assert source.text == "a\nb\tc\nô  một\nô hai\n"
    made = unzipped(source.accepted(WEB.run(source.text, "docx").changes))[MAIN]
    assert made == document(inner.replace("ô  một", "ô một"))


def test_a_field_over_several_paragraphs_and_a_bound_control_are_left_out() -> None:
    begin = "<w:r><w:fldChar w:fldCharType='begin'/></w:r>"
    bound = f"<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>{paragraph(run('x'))}</w:sdtContent></w:sdt>"
    free = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph(run('y'))}</w:sdtContent></w:sdt>"
    end = paragraph("<w:r><w:fldChar w:fldCharType='end'/></w:r>", run("sau"))
    made = zipped(parts(paragraph(begin, run("Mục  một")) + paragraph(run("Mục hai")) + end + bound + free))
    assert WordDocument(made).text == "\ufffc\n\nsau\ny"


def test_no_line_is_removed_or_joined() -> None:
    lines = ["Trang chủ", "Đọc nhiều nhất", "Trang chủ", "Trang chủ", "", "", "và thế là", "hết ngày."]
    before = parts("".join(paragraph(run(line)) for line in lines))
    assert WEB.run(WordDocument(zipped(before)).text, "docx").text == "\n".join(lines)


def test_the_font_of_a_style_counts() -> None:
    styles = (
        f"<w:styles xmlns:w='{W}'><w:style w:type='paragraph' w:styleId='Cu'><w:rPr>"
        "<w:rFonts w:ascii='VNI-Times'/></w:rPr></w:style><w:style w:type='paragraph' w:styleId='Con'>"
        "<w:basedOn w:val='Cu'/></w:style></w:styles>"
    )
    inner = f"<w:p><w:pPr><w:pStyle w:val='Con'/></w:pPr>{run('Thoâng baùo')}</w:p>{paragraph(run('Thoâng'))}"
    made = parts(inner) | {
        "word/_rels/document.xml.rels": relations(("styles", "styles.xml")),
        "word/styles.xml": styles.encode(),
    }
    assert WordDocument(zipped(made)).text == "\ufffc\nThoâng"


@pytest.mark.parametrize(
    "change", [Change(0, 3, "x", ()), Change(3, 4, "", ()), Change(0, 1, "x\ny", ()), Change(0, 1, "\0", ())]
)
def test_a_change_by_hand_that_reaches_no_text_is_refused(change: Change) -> None:
    source = WordDocument(zipped(parts(paragraph(run("a")) + paragraph(run("b"), "<w:r><w:tab/></w:r>"))))
    with pytest.raises(InputError, match="leave it out"):
        source.tracked([change], WHEN)
