"""The full-screen review, driven by its keys: needs the extra ``review``."""

from __future__ import annotations

import asyncio
import os
import select
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.review.test_session import PAGE, page, result
from textual.widgets import Static

from vntextclean.cli.screens.review_screen import ReviewApp
from vntextclean.pipeline import Pipeline
from vntextclean.review.keep_list import KeepList
from vntextclean.review.log import Log, read
from vntextclean.review.session import Session

if TYPE_CHECKING:
    from textual.pilot import Pilot

Drive = Callable[["Pilot[Any]", ReviewApp], Awaitable[None]]


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline.from_preset("web")


def started(pipeline: Pipeline, folder: Path, text: str = PAGE) -> Session:
    return Session([page(pipeline, text)], [Log(folder / "page.txt.vnreview.jsonl")], KeepList(folder))


def driven(session: Session, drive: Drive, lang: str = "en", size: tuple[int, int] = (80, 30)) -> ReviewApp:
    """The review after a person has pressed some keys."""
    app = ReviewApp(session, lang)

    async def run() -> None:
        async with app.run_test(size=size) as pilot:
            await drive(pilot, app)

    asyncio.run(run())
    return app


def shown(app: ReviewApp, name: str) -> str:
    """The text of a row of the screen."""
    return str(app.query_one(f"#{name}", Static).visual)


def test_a_page_is_reviewed_but_for_two_changes_in_few_keys(pipeline: Pipeline, tmp_path: Path) -> None:
    session = started(pipeline, tmp_path)
    keys: list[str] = []

    async def drive(pilot: Pilot[Any], app: ReviewApp) -> None:
        while not session.finished:
            reason = shown(app, "reason")
            keys.append("n" if reason.startswith(("'vn' ", "'đườnggiao' ")) else "enter")
            await pilot.press(keys[-1])
        assert "everything is decided" in shown(app, "notes")
        await pilot.press("q")

    assert driven(session, drive).return_value == 0
    assert keys.count("n") == 2
    assert len(keys) < 40
    text = result(session, tmp_path)
    expected = pipeline.run(PAGE).text.replace("dân vận", "dân vn").replace("đường giao", "đườnggiao")
    assert text == expected


def test_stopped_and_gone_on_with_after_an_edit_nothing_is_asked_twice(pipeline: Pipeline, tmp_path: Path) -> None:
    async def some(pilot: Pilot[Any], _: ReviewApp) -> None:
        await pilot.press("y", "n", "y", "q")

    first = driven(started(pipeline, tmp_path), some)
    decided = {
        (made.place.before, made.place.after, made.verdict) for made in read(tmp_path / "page.txt.vnreview.jsonl")
    }
    assert first.return_value and len(decided) >= 3
    edited = PAGE.replace("Bà con đề nghị huyện sớm sửa chữa", "Rất nhiều bà con mong huyện sửa gấp")
    session = started(pipeline, tmp_path, edited)

    async def look(pilot: Pilot[Any], app: ReviewApp) -> None:
        assert f"{first.return_value} of" in shown(app, "top")
        await pilot.press("q")

    driven(session, look)
    asked = [item for question in session.questions for item in question.items]
    made = [(one.place.before, one.place.after, one.verdict) for item in asked if (one := session.verdict(item))]
    assert set(made) == decided


def test_a_change_is_edited_in_a_field(pipeline: Pipeline, tmp_path: Path) -> None:
    session = started(pipeline, tmp_path)

    async def drive(pilot: Pilot[Any], app: ReviewApp) -> None:
        await pilot.press("slash", "v", "n", "enter")
        assert "it is no syllable" in shown(app, "reason")
        await pilot.press("e", "backspace", "backspace", "backspace", "v", "ụ", "enter")
        await pilot.press("e", "escape", "q")

    driven(session, drive)
    assert "dân vụ," in result(session, tmp_path)


def test_a_word_is_kept_and_taken_back(pipeline: Pipeline, tmp_path: Path) -> None:
    session = started(pipeline, tmp_path)

    async def drive(pilot: Pilot[Any], app: ReviewApp) -> None:
        await pilot.press("slash", "v", "n", "enter", "k")
        assert "vn is kept from now on" in shown(app, "notes")
        assert (tmp_path / "vntextclean.keep.txt").read_text(encoding="utf-8") == "vn\n"
        await pilot.press("u")
        assert not (tmp_path / "vntextclean.keep.txt").exists()
        await pilot.press("u")
        assert "nothing to undo" in shown(app, "notes")
        await pilot.press("s", "k")
        assert "no word here" in shown(app, "notes")
        await pilot.press("q")

    driven(session, drive)
    assert read(tmp_path / "page.txt.vnreview.jsonl") == []


def test_spaces_are_one_question_and_blocks_unfold(pipeline: Pipeline, tmp_path: Path) -> None:
    session = started(pipeline, tmp_path)

    async def drive(pilot: Pilot[Any], app: ReviewApp) -> None:
        await pilot.press("s")
        assert "spaces" in shown(app, "title")
        await pilot.press("e")
        assert "f asks about them one by one" in shown(app, "notes")
        before = session.progress.total
        await pilot.press("f", "y")
        assert session.progress.total > before
        assert len(read(tmp_path / "page.txt.vnreview.jsonl")) == 1
        await pilot.press("left", "right", "q")

    driven(session, drive)


def test_all_alike_is_one_key(pipeline: Pipeline, tmp_path: Path) -> None:
    session = started(pipeline, tmp_path)

    async def drive(pilot: Pilot[Any], app: ReviewApp) -> None:
        await pilot.press("slash", *"Môt", "enter")
        assert "2 places alike" in shown(app, "notes")
        await pilot.press("A", "q")

    driven(session, drive)
    assert [made.verdict for made in read(tmp_path / "page.txt.vnreview.jsonl")] == ["refused"] * 2


@pytest.mark.parametrize("size", [(40, 20), (80, 24), (140, 50)])
@pytest.mark.parametrize("lang", ["en", "vi"])
def test_it_fits_terminals_of_any_width(pipeline: Pipeline, tmp_path: Path, size: tuple[int, int], lang: str) -> None:
    async def drive(pilot: Pilot[Any], app: ReviewApp) -> None:
        keys = app.query_one("#keys", Static)
        assert keys.region.bottom <= size[1] and keys.region.height >= 2 - (size[0] > 200)
        text = app.query_one("#change", Static)
        assert text.region.height > 0 and text.region.bottom < keys.region.y
        await pilot.press("q")

    driven(started(pipeline, tmp_path), drive, lang, size)


def test_a_page_cannot_reach_the_terminal(pipeline: Pipeline, tmp_path: Path) -> None:
    text = "Môt \x1b]0;title\x07[red]buổi[/red] \u202eđêm dân vn.\n"
    session = started(pipeline, tmp_path, text)

    async def drive(pilot: Pilot[Any], app: ReviewApp) -> None:
        while not session.finished:
            said = shown(app, "change") + shown(app, "reason")
            assert "\x1b" not in said and "\u202e" not in said
            await pilot.press("n")
        await pilot.press("q")

    driven(session, drive)
    assert result(session, tmp_path) == text


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
def test_what_was_answered_survives_a_kill(tmp_path: Path) -> None:
    import fcntl
    import pty
    import struct
    import termios

    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    kept = tmp_path / "page.txt.vnreview.jsonl"
    master, terminal = pty.openpty()
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    environment = {**os.environ, "TERM": "xterm-256color"}
    command = [sys.executable, "-m", "vntextclean", "review", "page.txt"]
    process = subprocess.Popen(command, stdin=terminal, stdout=terminal, stderr=terminal, cwd=tmp_path, env=environment)
    try:
        shown = b""
        until = time.monotonic() + 60
        while b"left" not in shown:  # the first question is there
            assert time.monotonic() < until
            if select.select([master], [], [], 1)[0]:
                shown += os.read(master, 65536)
        for count in (1, 2, 3):
            os.write(master, b"y")
            while not (kept.exists() and len(read(kept)) >= count):
                assert time.monotonic() < until
                while select.select([master], [], [], 0.05)[0]:
                    os.read(master, 65536)
    finally:
        process.kill()
        process.wait()
        os.close(master)
        os.close(terminal)
    assert [made.verdict for made in read(kept)] == ["accepted"] * 3
