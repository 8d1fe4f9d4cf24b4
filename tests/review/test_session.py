"""The review without a screen: the order of the questions, the answers, and what is kept of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from vntextclean.errors import ConfigError, InputError
from vntextclean.pipeline import Pipeline
from vntextclean.review.card import card
from vntextclean.review.keep_list import KeepList
from vntextclean.review.log import Log, read
from vntextclean.review.outcome import judge
from vntextclean.review.questions import Page
from vntextclean.review.session import Session
from vntextclean.streams.documents import Document

#: A page of a portal, in the manner of those that are scraped: furniture above and below, no-break spaces, run-ons,
#: lost letters and marks.
PAGE = """Lượt xem: 1207

Huyện Mường Tè tổ chức hội nghị đối thoại với nhân dân

Môt buổi đối thoại giữa lãnh đạo huyện và bà con các bản vùng cao đã diễn ra tại nhà văn hóa xã.\x20

Tham dự có đại diện các phòng, ban;\xa0các đoàn thể và hơn 120\xa0hộ dân. Nhiều ý kiến về đườnggiao thông, điện sinh
hoạt đã được trả lời ngay tại chỗ.Bà con đề nghị huyện sớm sửa chữa công trình thủy lợi, hỗ trợ cây giống.

Công tác dân vn, công tác tuyên truyền được các cơ quan, đơn vị thực hiệntốt.
Môt số kiến nghị được ghi nhận\xa0để xem xét.

Lan Anh

Họ tên no image
Nội dung no image
Mã kiểm tra no image
1 2 3 4 5  ...
Đang online: 87
Hôm nay: 2214
Tất cả: 1,904,332
"""


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline.from_preset("web")


def page(pipeline: Pipeline, text: str = PAGE, name: str = "page.txt") -> Page:
    return Page(name, ((Document(text, name), pipeline.run(text)),))


def started(pipeline: Pipeline, folder: Path, text: str = PAGE) -> Session:
    return Session([page(pipeline, text)], [Log(folder / "page.txt.vnreview.jsonl")], KeepList(folder))


def result(session: Session, folder: Path) -> str:
    """The text that the decisions of a session lead to, read from their file."""
    _, cleaned = session.pages[0].documents[0]
    return judge(cleaned, read(folder / "page.txt.vnreview.jsonl")).settled().text


def go_to(session: Session, before: str) -> None:
    """Go to the question about a change of this text."""
    for at, question in enumerate(session.questions):
        if len(question.items) == 1 and session.pages[0].change(question.items[0]).before == before:
            session.at = at
            return
    pytest.fail(f"no question about {before!r}")


def test_words_come_first_by_rising_confidence_then_furniture_and_spaces(pipeline: Pipeline, tmp_path: Path) -> None:
    session = started(pipeline, tmp_path)
    kinds = [question.kind for question in session.questions]
    order = ["word", "suggestion", "furniture", "spaces"]
    assert kinds == sorted(kinds, key=order.index)
    assert kinds.count("furniture") == 2 and kinds.count("spaces") == 1 and kinds.count("word") >= 5
    sure = [session.pages[0].change(q.items[0]).confidence for q in session.questions if q.kind == "word"]
    assert sure == sorted(sure)
    asked = [item for question in session.questions for item in question.items]
    assert len(asked) == len(set(asked))
    _, cleaned = session.pages[0].documents[0]
    assert len(asked) == len(cleaned.changes) + len(cleaned.suggestions)


def test_accepting_everything_gives_what_clean_gives(pipeline: Pipeline, tmp_path: Path) -> None:
    session = started(pipeline, tmp_path)
    keys = 0
    while not session.finished:
        session.default()
        keys += 1
    assert keys == len(session.questions) < 40
    assert result(session, tmp_path) == pipeline.run(PAGE).text
    assert session.progress.done == session.progress.total


def test_each_answer_is_in_the_file_at_once(pipeline: Pipeline, tmp_path: Path) -> None:
    session = started(pipeline, tmp_path)
    assert not (tmp_path / "page.txt.vnreview.jsonl").exists()
    for count in (1, 2, 3):
        session.accept()
        assert len(read(tmp_path / "page.txt.vnreview.jsonl")) == count


def test_two_refusals_and_an_edited_sentence_elsewhere_lose_nothing(pipeline: Pipeline, tmp_path: Path) -> None:
    session = started(pipeline, tmp_path)
    for before in ("vn", "đườnggiao"):
        go_to(session, before)
        session.refuse()
    for _ in range(3):
        session.default()
    decided = len(read(tmp_path / "page.txt.vnreview.jsonl"))
    edited = PAGE.replace("Bà con đề nghị huyện sớm sửa chữa", "Rất nhiều bà con mong huyện sửa gấp")
    assert edited != PAGE
    again = started(pipeline, tmp_path, edited)
    asked = [item for question in again.questions for item in question.items]
    assert sum(again.verdict(item) is not None for item in asked) == decided >= 5
    while not again.finished:
        again.default()
    text = result(again, tmp_path)
    assert "dân vn" in text and "đườnggiao" in text and "Một buổi" in text and "Lượt xem" not in text


def test_undo_takes_back_answer_after_answer(pipeline: Pipeline, tmp_path: Path) -> None:
    session = started(pipeline, tmp_path)
    session.accept()
    first = session.at
    session.refuse()
    session.undo()
    assert session.at == first
    assert len(read(tmp_path / "page.txt.vnreview.jsonl")) == 1
    session.undo()
    assert read(tmp_path / "page.txt.vnreview.jsonl") == []
    assert not session.undo()


def test_a_changed_mind_counts_and_can_be_undone(pipeline: Pipeline, tmp_path: Path) -> None:
    session = started(pipeline, tmp_path)
    go_to(session, "vn")
    session.accept()
    session = started(pipeline, tmp_path, "Thêm một dòng.\n" + PAGE)
    go_to(session, "vn")
    session.edit("vụ")
    assert [made.text for made in read(tmp_path / "page.txt.vnreview.jsonl")] == ["vụ"]
    session.undo()
    assert [made.verdict for made in read(tmp_path / "page.txt.vnreview.jsonl")] == ["accepted"]


def test_all_alike_are_answered_at_once_on_all_pages(pipeline: Pipeline, tmp_path: Path) -> None:
    pages = [page(pipeline), page(pipeline, "Môt số ý kiến khác cũng được ghi nhận.\n", "b.txt")]
    session = Session(pages, [Log(tmp_path / "a"), Log(tmp_path / "b")])
    go_to(session, "Môt")
    alike = session.places_alike()
    assert alike >= 2
    session.refuse_alike()
    assert len(read(tmp_path / "a")) + len(read(tmp_path / "b")) == alike
    session.undo()
    session.accept_alike()
    assert {made.verdict for made in read(tmp_path / "a")} == {"accepted"}


def test_a_block_can_be_answered_line_by_line(pipeline: Pipeline, tmp_path: Path) -> None:
    session = started(pipeline, tmp_path)
    blocks = [at for at, question in enumerate(session.questions) if question.kind == "furniture"]
    session.at = blocks[-1]
    items = session.questions[session.at].items
    lines = sum(bool(session.pages[item.page].change(item).before.strip()) for item in items)
    assert lines > 3  # a blank line goes with the one beside it
    folded = len(session.questions)
    session.unfold()
    assert len(session.questions) == folded + lines - 1
    go_to(session, "Nội dung no image\n")
    session.refuse()
    while not session.finished:
        session.default()
    assert "Nội dung no image" in result(session, tmp_path)
    assert "Họ tên no image" not in result(session, tmp_path)
    while session.undo():
        pass
    assert len(session.questions) == folded


def test_an_accepted_suggestion_refuses_the_change_in_its_place(tmp_path: Path) -> None:
    from vntextclean.cleaned import Cleaned
    from vntextclean.edit import Change, Edit

    def change(after: str, sure: float) -> Change:
        return Change(4, 13, after, (Edit(4, 13, after, "r", "why", sure),))

    cleaned = Cleaned(
        "đối thoạitiếp", "đối thoại tiếp", (change("thoại tiếp", 1.0),), (change("thoại trực tiếp", 0.6),)
    )
    session = Session([Page("a", ((Document(cleaned.source), cleaned),))], [Log(tmp_path / "page.txt.vnreview.jsonl")])
    session.at = 1
    session.accept()
    assert session.finished
    assert result(session, tmp_path) == "đối thoại trực tiếp"
    session.at = 0
    session.accept()
    assert result(session, tmp_path) == "đối thoại tiếp"


def test_a_search_goes_round_and_spaces_are_one_question(pipeline: Pipeline, tmp_path: Path) -> None:
    session = started(pipeline, tmp_path)
    assert session.search("DÂN VN")
    assert card(session) and "vn" in "".join(piece.text for piece in card(session).lines[0])  # type: ignore[union-attr]
    at = session.at
    assert not session.search("không đâu có") and session.at == at
    session.spaces()
    assert session.current and session.current.kind == "spaces" and len(session.current.items) > 3


def test_an_answer_that_cannot_be_saved_does_not_count(pipeline: Pipeline, tmp_path: Path) -> None:
    session = Session([page(pipeline)], [Log(tmp_path / "none" / "a")], KeepList(tmp_path))
    with pytest.raises(InputError, match="could not be saved"):
        session.accept()
    go_to(session, "vn")
    with pytest.raises(InputError, match="could not be saved"):
        session.keep()
    assert session.progress.done == 0 and not session.undo()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "before", "after", "list_"),
    [
        (None, "", 'keep = "vntextclean.keep.txt"\n', "vn\n"),
        ("vntextclean.toml", 'preset = "web"\n', 'keep = "vntextclean.keep.txt"\npreset = "web"\n', "vn\n"),
        ("vntextclean.toml", 'keep = "words.txt"\n', 'keep = "words.txt"\n', None),
        ("vntextclean.toml", 'keep = ["iu"]  # mine\n', 'keep = ["vn", "iu"]  # mine\n', None),
        ("vntextclean.toml", "keep = [\n  'iu',\n]\n", "keep = [\"vn\", \n  'iu',\n]\n", None),
        ("pyproject.toml", "[tool.other]\n[tool.vntextclean]\npreset = 'web'\n",
         "[tool.other]\n[tool.vntextclean]\nkeep = \"vntextclean.keep.txt\"\npreset = 'web'\n", "vn\n"),
    ],
)  # fmt: skip
def test_a_word_that_is_kept_is_in_the_projects_list(
    pipeline: Pipeline, tmp_path: Path, name: str | None, before: str, after: str, list_: str | None
) -> None:
    from vntextclean import config

    if name:
        (tmp_path / name).write_text(before, encoding="utf-8")
    (tmp_path / "words.txt").write_text("iu", encoding="utf-8")
    session = started(pipeline, tmp_path)
    go_to(session, "vn")
    assert session.word() == "vn"
    assert session.keep()
    path = tmp_path / (name or "vntextclean.toml")
    assert path.read_text(encoding="utf-8") == after
    assert "vn" in config.load(path)["keep"]
    if list_:
        assert (tmp_path / "vntextclean.keep.txt").read_text(encoding="utf-8") == list_
    kept = Pipeline.from_preset("web", keep=config.load(path)["keep"])
    assert "dân vn" in kept.run(PAGE).text
    session.undo()
    assert (path.read_text(encoding="utf-8") if path.exists() else "") == before
    assert (tmp_path / "words.txt").read_text(encoding="utf-8") == "iu"


def test_a_list_that_cannot_be_added_to_is_said(pipeline: Pipeline, tmp_path: Path) -> None:
    (tmp_path / "vntextclean.toml").write_text('"keep" = ["iu"]\n', encoding="utf-8")
    session = started(pipeline, tmp_path)
    go_to(session, "vn")
    with pytest.raises(ConfigError, match="add 'vn' to keep by hand"):
        session.keep()
    assert session.progress.done == 0


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_every_question_has_its_card(pipeline: Pipeline, tmp_path: Path, lang: str) -> None:
    session = started(pipeline, tmp_path)
    for at in range(len(session.questions)):
        session.at = at
        shown = card(session, lang)
        assert shown and shown.title and shown.reason
        assert any(piece.style in ("gone", "come", "note") for line in shown.lines for piece in line)
        assert all("\x1b" not in piece.text and "\n" not in piece.text for line in shown.lines for piece in line)
    go_to(session, "vn")
    shown = card(session, lang)
    assert shown
    assert [piece[:] for piece in shown.lines[0]][:4] == [
        ("Công tác dân ", "plain"), ("v", "plain"), ("ậ", "come"), ("n", "plain")
    ]  # fmt: skip
    assert shown.title.startswith("line 10:14" if lang == "en" else "dòng 10:14")


def test_no_questions_are_no_fault(pipeline: Pipeline, tmp_path: Path) -> None:
    session = started(pipeline, tmp_path, "Hà Nội.\n")
    assert session.finished and session.current is None and card(session) is None
    session.accept()
    session.edit("x")
    session.unfold()
    session.spaces()
    session.move(1)
    assert session.keep() is None and not session.search("a")
