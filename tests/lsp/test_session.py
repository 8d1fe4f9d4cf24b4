"""The language server without the protocol: what it says of documents, and that edits lead where `clean` leads."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vntextclean.cli.options.settling import filters
from vntextclean.errors import ConfigError
from vntextclean.lsp.findings import Problem, TextEdit
from vntextclean.lsp.places import Encoding, Places, Span
from vntextclean.lsp.session import Session
from vntextclean.pipeline import Pipeline
from vntextclean.positions import Position

URI = "untitled:trang.txt"
PAGE = """Lượt xem: 1207

Huyện Mường Tè 😀 tổ chức hội nghị  đối thoại với nhân dân

Môt buổi đối thoại giữa lãnh đạo huyện và bà con các bản đã diễn ra tại nhà văn hóa xã.

Công tác dân vn, công tác tuyên truyền được các cơ quan, đơn vị thực hiệntốt.\u2028Hai nghìn  hộ dân.
"""
NAMES = [f"{a} {b}" for a in ("Hà", "Lan", "Minh", "Nam", "Sơn", "Thu", "Vân") for b in ("An", "Bình", "Hoa", "Long")]
PARAGRAPHS = [
    f"Ông {one} và bà {other} đã đóng góp nhiều ý kiến về đường giao thông nông thôn của xã.\n\n"
    for one in NAMES
    for other in NAMES[:12]
]
LONG = "".join(PARAGRAPHS[:150]) + PAGE + "".join(PARAGRAPHS[150:])


def opened(text: str, uri: str = URI, language: str = "plaintext", encoding: Encoding = "utf-16") -> Session:
    session = Session(filters, encoding=encoding)
    session.open(uri, language, 1, text)
    finish(session, uri)
    return session


def finish(session: Session, uri: str = URI) -> None:
    """What the server does when no key is pressed."""
    work = session.whole(uri)
    if work:
        assert session.settle(uri, work())


def applied(text: str, edits: list[TextEdit] | tuple[TextEdit, ...], encoding: Encoding = "utf-16") -> str:
    """What an editor makes of edits."""
    places = Places(text, encoding)
    for edit in sorted(edits, key=lambda one: one.span, reverse=True):
        text = text[: places.offset(edit.span.start)] + edit.text + text[places.offset(edit.span.end) :]
    return text


EVERYWHERE = Span(Position(0, 0), Position(10**6, 0))


def named(session: Session, word: str) -> Problem:
    return next(problem for problem in session.problems(URI) if word in problem.message)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_all_actions_and_formatting_give_the_text_of_clean(encoding: Encoding, ends: str) -> None:
    text = PAGE.replace("\n", ends)
    session = opened(text, encoding=encoding)
    wanted = Pipeline.from_preset("web").run(text).text
    every = [action for action in session.actions(URI, EVERYWHERE) if action.kind == "source.fixAll"]
    assert wanted != text
    assert applied(text, every[0].edits, encoding) == wanted
    assert applied(text, session.formatting(URI), encoding) == wanted


def test_a_change_is_shown_with_its_reason_and_offered_alone_and_with_its_rule() -> None:
    session = opened(PAGE)
    problem = named(session, "Một")
    assert (problem.severity, problem.span) == ("warning", Span(Position(4, 0), Position(4, 3)))
    told = session.hover(URI, Position(4, 1))
    assert told and "“Môt” → “Một”" in told[0] and problem.rule in told[0]
    first = session.actions(URI, problem.span)[0]
    assert applied(PAGE, first.edits) == PAGE.replace("Môt", "Một")
    assert [one.word for one in session.actions(URI, problem.span) if one.word] == ["Môt"]


def test_columns_behind_an_emoji_count_its_two_units() -> None:
    session = opened(PAGE)
    spaces = next(problem for problem in session.problems(URI) if problem.span.start.line == 2)
    assert spaces.severity == "information"
    assert spaces.span.start.column == PAGE.split("\n")[2].index("  đối") + 2  # the second space, behind an emoji


def test_furniture_is_one_faint_hint() -> None:
    block = "Lượt xem: 1207\n\nGửi bài viết\n\nIn trang\n\n"
    session = opened(block + PAGE)
    faint = [problem for problem in session.problems(URI) if problem.unnecessary]
    assert len(faint) == 1 and faint[0].severity == "hint"
    assert faint[0].span.start == Position(0, 0)


def test_suggestions_are_hints_and_no_part_of_formatting() -> None:
    session = opened(PAGE)
    session.configure({"minConfidence": 1.0})
    finish(session)
    assert named(session, "Một").severity == "hint"
    assert "Môt" in applied(PAGE, session.formatting(URI))


def test_an_edit_of_a_long_document_cleans_its_lines_at_once_and_moves_the_rest() -> None:
    session = opened(LONG)
    before = [problem.span.start.line for problem in session.problems(URI)]
    session.change(URI, 2, [(Span(Position(2, 0), Position(2, 0)), "Môt buổi họp của thôn.\n")])
    session.near(URI)
    assert not session.exact(URI)
    near = session.problems(URI)
    assert [problem.span.start.line for problem in near] == [2, *(at + 1 for at in before)]
    finish(session)
    whole = session.problems(URI)  # how sure each is may differ: a document tells of its own damage
    assert [(one.span, one.changes[0].after) for one in whole] == [(one.span, one.changes[0].after) for one in near]


def test_typing_never_leaves_a_problem_where_its_text_is_not() -> None:
    session = opened(LONG)
    text = LONG
    chance = random.Random(7)
    for version in range(2, 40):
        at = chance.randrange(14_000, 17_000)
        end, new = at + chance.choice((0, 0, 1, 30)), chance.choice(("", "a", " ", "\n", "Môt buổi"))
        places = Places(text)
        session.change(URI, version, [(places.span(at, end), new)])
        at, end = places.offset(places.position(at)), places.offset(places.position(end))
        text = text[:at] + new + text[end:]
        if version % 3 == 0:
            session.near(URI)
        places = Places(text)
        for problem in session.problems(URI):
            for change in problem.changes:
                assert text[change.start : change.end] == change.before
        offsets = [places.offset(problem.span.start) for problem in session.problems(URI)]
        assert offsets == sorted(offsets)
    finish(session)
    assert applied(text, session.formatting(URI)) == Pipeline.from_preset("web").run(text).text


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 20), st.sampled_from(["", "😀", "\r\n", "xã  hội"]))))
def test_the_text_follows_the_edits(edits: list[tuple[int, int, str]]) -> None:
    session = Session(filters)
    session.open(URI, "plaintext", 1, PAGE)
    text = PAGE
    for version, (at, length, new) in enumerate(edits, 2):
        places = Places(text)
        span = places.span(min(at, len(text)), min(at + length, len(text)))
        session.change(URI, version, [(span, new)])
        start, end = places.offset(span.start), places.offset(span.end)
        text = text[:start] + new + text[end:]
    assert applied(text, session.formatting(URI)) == Pipeline.from_preset("web").run(text).text


def test_a_range_is_formatted_alone() -> None:
    session = opened(PAGE)
    edits = session.formatting(URI, Span(Position(4, 0), Position(5, 0)))
    assert applied(PAGE, edits) == PAGE.replace("Môt", "Một")


@pytest.mark.parametrize(
    ("uri", "language", "text", "wanted"),
    [
        ("file:///a/b.md", "markdown", "Gõ `ls  -l` để  xem.", "Gõ `ls  -l` để xem."),
        ("file:///a/b.srt", "plaintext", "1\n00:00:01,000 --> 00:00:02,000\nxã  hội\n", None),
        ("untitled:1", "json", '{"a  b": "xã  hội"}', '{"a  b": "xã hội"}'),
        ("file:///a/b.py", "python", "x  =  1  # xã  hội", "x  =  1  # xã  hội"),
        ("untitled:1", "rust", "xã  hội", "xã  hội"),
    ],
)
def test_documents_are_read_in_their_format(uri: str, language: str, text: str, wanted: str | None) -> None:
    session = opened(text, uri, language)
    assert applied(text, session.formatting(uri)) == (wanted or text.replace("xã  hội", "xã hội"))


def test_settings_of_the_editor_outweigh_the_file_and_wrong_ones_change_nothing(tmp_path: Path) -> None:
    (tmp_path / "vntextclean.toml").write_text('ignore = ["diacritics"]\nlang = "vi"\n', encoding="utf-8")
    uri = (tmp_path / "a.txt").as_uri()
    text = "Môt buổi  tọa đàm về công tác dân vận.\n"
    session = opened(text, uri)
    assert applied(text, session.formatting(uri)) == text.replace("  ", " ")
    assert session.lang(uri) == "vi"
    session.configure({"vntextclean": {"ignore": ["spacing"], "lang": "en"}})
    assert applied(text, session.formatting(uri)) == text.replace("Môt", "Một")
    with pytest.raises(ConfigError, match="ignore"):
        session.configure({"ignore": ["spacng"]})
    with pytest.raises(ConfigError, match="did you mean 'preset'"):
        session.configure({"prest": "web"})
    assert applied(text, session.formatting(uri)) == text.replace("Môt", "Một")


def test_a_kept_word_goes_to_the_list_of_the_project_and_is_left_from_then_on(tmp_path: Path) -> None:
    inner = tmp_path / "tin"
    inner.mkdir()
    uri = (inner / "bài 1.txt").as_uri()
    session = Session(filters, roots=[tmp_path])
    text = "Môt buổi tọa đàm về công tác dân vận.\n"
    session.open(uri, "plaintext", 1, text)
    assert session.formatting(uri)
    written = session.keep(uri, "Môt")
    assert written == tmp_path / "vntextclean.keep.txt" and written.read_text(encoding="utf-8") == "Môt\n"
    assert session.formatting(uri) == [] and session.problems(uri) == []


def test_a_document_without_a_folder_keeps_no_word() -> None:
    with pytest.raises(ConfigError, match="save the document first"):
        opened(PAGE).keep(URI, "Môt")


def test_vietnamese_messages() -> None:
    session = opened(PAGE)
    session.configure({"lang": "vi"})
    finish(session)
    titles = [action.title for action in session.actions(URI, named(session, "Một").span)]
    assert titles[0] == "sửa “Môt” thành “Một”"
    assert "từ nay giữ nguyên “Môt”" in titles


def test_a_late_result_of_another_text_is_not_taken() -> None:
    session = opened(LONG)
    session.change(URI, 2, [(None, PAGE)])
    work = session.whole(URI)
    assert work
    session.change(URI, 3, [(None, "Hà Nội")])
    assert not session.settle(URI, work())
    assert not session.exact(URI)
